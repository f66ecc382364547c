// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/extension/FakeShop.hpp"
#include "support/extension/ShopContract.hpp"

using namespace vitrina;

namespace {

struct FakeRig final : test::ShopRig {
    extension::ShopConnector& shop() override { return connector; }
    void restart() override {}
    test::FakeShop connector{world};
};

} // namespace

/// The contract against a connector without a wire: what the server's own tests stand on.
class FakeShopTest final : public QObject {
    Q_OBJECT
  private slots:
    void contract_data() { test::addShopRows(); }
    void contract() { test::checkShop(std::make_unique<FakeRig>()); }
};

QTEST_GUILESS_MAIN(FakeShopTest)
#include "FakeShopTest.moc"
