// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "control/Selling.hpp"
#include "support/SmallShow.hpp"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace vitrina;
using namespace vitrina::control;

namespace {

State opened() {
    State state;
    state.show = test::smallShow();
    apply(state,
          commerce::Fact{commerce::ShopOpened{"", "", "", "lv", "EUR", "", false, test::smallCatalogue()}},
          {});
    return state;
}

commerce::Fact placed(int number) {
    commerce::OrderPlaced fact;
    fact.order.number = OrderNumber{std::to_string(number)};
    fact.order.delivery.minor = *rc::gen::inRange(0, 500);
    for (int lines = *rc::gen::inRange(1, 4); lines > 0; --lines)
        fact.order.lines.push_back({Sku{"MUG"}, *rc::gen::inRange(1, 5), *rc::gen::inRange(0, 3000)});
    fact.order.total = Money{goodsMinor(fact.order), "EUR"};
    return fact;
}

commerce::Fact changed(const State& state, int orders) {
    const OrderNumber number{std::to_string(*rc::gen::inRange(1, orders + 2))}; // also one nobody placed
    const auto entry = state.orders.find(number);
    const std::int64_t most = entry == state.orders.end()
                                  ? 100
                                  : entry->second.order.total.minor + entry->second.order.delivery.minor;
    return commerce::OrderChanged{number,
                                  *rc::gen::element(commerce::OrderState::Paid, commerce::OrderState::Sent,
                                                    commerce::OrderState::Cancelled,
                                                    commerce::OrderState::Refunded),
                                  *rc::gen::inRange<std::int64_t>(0, most + 1),
                                  {}};
}

} // namespace

/// Totals are kept as facts come; they must be what a fold over all orders gives.
class TotalsPropertyTest : public QObject {
    Q_OBJECT

  private slots:
    void totalsAreTheFoldOverOrders() {
        QVERIFY(rc::check("whatever comes, the totals are the fold over the orders", [] {
            State state = opened();
            int orders = 0;
            for (int steps = *rc::gen::inRange(0, 40); steps > 0; --steps) {
                if (orders == 0 || *rc::gen::arbitrary<bool>())
                    apply(state, placed(++orders), {});
                else
                    apply(state, changed(state, orders), {});
            }
            std::int64_t gross = 0;
            std::int64_t net = 0;
            std::int64_t units = 0;
            for (const auto& [number, entry] : state.orders) {
                const bool gone = entry.state == commerce::OrderState::Cancelled ||
                                  entry.state == commerce::OrderState::Refunded;
                gross += entry.order.total.minor;
                net += gone ? 0 : std::max<std::int64_t>(0, entry.order.total.minor - entry.refundedMinor);
                for (const commerce::OrderLine& line : entry.order.lines)
                    units += line.quantity;
            }
            RC_ASSERT(state.audience.gmv == (Money{gross, "EUR"}));
            RC_ASSERT(state.audience.netGmv == (Money{net, "EUR"}));
            RC_ASSERT(state.audience.units == units);
            RC_ASSERT(state.audience.orders == orders);
        }));
    }
};

QTEST_GUILESS_MAIN(TotalsPropertyTest)
#include "TotalsPropertyTest.moc"
