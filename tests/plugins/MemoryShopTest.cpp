// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/extension/MemoryShop.hpp"
#include "support/extension/ShopContract.hpp"

using namespace vitrina;

namespace {

struct MemoryRig final : test::ShopRig {
    extension::ShopConnector& shop() override { return connector; }
    void restart() override {}
    test::MemoryShop connector{world};
};

} // namespace

/// The contract against a connector without a wire: what the server's own tests stand on.
class MemoryShopTest final : public QObject {
    Q_OBJECT
  private slots:
    void contract_data() { test::addShopRows(); }
    void contract() { test::checkShop(std::make_unique<MemoryRig>()); }
};

QTEST_GUILESS_MAIN(MemoryShopTest)
#include "MemoryShopTest.moc"
