// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/OrderChange.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::commerce;

/// How an order moves on and back, and its money with it.
class OrderChangeTest final : public QObject {
    Q_OBJECT

    static constexpr std::int64_t toPay = 4'500;

    static ErrorCode refusal(const OrderStanding& before, OrderState to, std::int64_t refund = 0,
                             bool restock = false) {
        const auto after = changed(before, toPay, to, refund, restock);
        return after ? ErrorCode::None : after.error().code;
    }

  private slots:
    void itMovesOnAndBackByOne() {
        OrderStanding order{OrderState::Placed};
        for (const OrderState next : {OrderState::Paid, OrderState::Placed, OrderState::Packed,
                                      OrderState::Placed, OrderState::Sent}) {
            const auto after = changed(order, toPay, next, 0, false);
            QVERIFY(after);
            order = *after;
            QCOMPARE(order.state, next);
        }
        QVERIFY(!order.restocked);
        QCOMPARE(refusal(order, OrderState::Cancelled), ErrorCode::OrderFixed);
        QCOMPARE(refusal(order, OrderState::Sent), ErrorCode::OrderFixed);
        QCOMPARE(refusal(order, OrderState::None), ErrorCode::BadRequest);
    }

    /// A slip of the hand never makes an order a paid one, and a paid one is never asked for its money again.
    void paidIsNoStepOnTheWay() {
        const auto packed = changed({OrderState::Placed}, toPay, OrderState::Packed, 0, false);
        QVERIFY(packed && !packed->paid);
        QCOMPARE(toCollectMinor(*packed, toPay), toPay);
        const auto back = changed(*packed, toPay, OrderState::Placed, 0, false);
        QCOMPARE(*back, OrderStanding{OrderState::Placed});

        const auto paid = changed({OrderState::Placed}, toPay, OrderState::Paid, 0, false);
        QCOMPARE(*paid, (OrderStanding{OrderState::Paid, 0, false, true}));
        const auto paidAndPacked = changed(*paid, toPay, OrderState::Packed, 0, false);
        QVERIFY(paidAndPacked->paid);
        QCOMPARE(toCollectMinor(*paidAndPacked, toPay), 0);
        QCOMPARE(changed(*paidAndPacked, toPay, OrderState::Placed, 0, false)->state, OrderState::Paid);
        QCOMPARE(*changed(*paid, toPay, OrderState::Placed, 0, false), OrderStanding{OrderState::Placed});

        // The money came after the parcel had gone.
        const auto late = changed({OrderState::Sent}, toPay, OrderState::Paid, 0, false);
        QCOMPARE(*late, (OrderStanding{OrderState::Sent, 0, false, true}));
        QCOMPARE(refusal(*late, OrderState::Paid), ErrorCode::OrderFixed);
        QCOMPARE(refusal({OrderState::Cancelled}, OrderState::Paid), ErrorCode::OrderFixed);
    }

    void whatWasPaidIsOwedAfterACancel() {
        const auto cancelled =
            changed({OrderState::Paid, 0, false, true}, toPay, OrderState::Cancelled, 0, false);
        QCOMPARE(owedMinor(*cancelled, toPay), toPay);
        const auto part = changed(*cancelled, toPay, OrderState::None, 1'000, false);
        QCOMPARE(owedMinor(*part, toPay), toPay - 1'000);
        const auto unpaid = changed({OrderState::Placed}, toPay, OrderState::Cancelled, 0, false);
        QCOMPARE(owedMinor(*unpaid, toPay), 0);
        QCOMPARE(toCollectMinor(*unpaid, toPay), 0);
    }

    void aCancelPutsThePiecesBackOnce() {
        const auto cancelled = changed({OrderState::Paid}, toPay, OrderState::Cancelled, 0, false);
        QVERIFY(cancelled && cancelled->restocked);
        QCOMPARE(cancelled->refundedMinor, 0);
        QCOMPARE(refusal(*cancelled, OrderState::Cancelled), ErrorCode::OrderFixed);
        // It had been paid: the money goes back, the state stays.
        const auto paidBack = changed(*cancelled, toPay, OrderState::None, toPay, false);
        QVERIFY(paidBack);
        QCOMPARE(paidBack->state, OrderState::Cancelled);
        QCOMPARE(paidBack->refundedMinor, toPay);
        // Both at once is a cancel as well.
        const auto both = changed({OrderState::Paid}, toPay, OrderState::Cancelled, toPay, false);
        QVERIFY(both && both->restocked);
        QCOMPARE(both->state, OrderState::Cancelled);
        QCOMPARE(both->refundedMinor, toPay);
    }

    void moneyGoesBackAtMostOnce() {
        const auto part = changed({OrderState::Sent}, toPay, OrderState::None, 1'500, false);
        QVERIFY(part);
        QCOMPARE(*part, (OrderStanding{OrderState::Sent, 1'500, false}));
        QCOMPARE(refusal(*part, OrderState::None, 3'001), ErrorCode::BadQuantity);
        QCOMPARE(refusal(*part, OrderState::None, -1), ErrorCode::BadQuantity);
        QCOMPARE(refusal(*part, OrderState::Refunded, 2'999), ErrorCode::BadQuantity);
        QCOMPARE(refusal(*part, OrderState::None, 1'000, true), ErrorCode::BadRequest);
        const auto rest = changed(*part, toPay, OrderState::None, 3'000, true);
        QVERIFY(rest);
        QCOMPARE(*rest, (OrderStanding{OrderState::Refunded, toPay, true}));
        const auto whole = changed(*part, toPay, OrderState::Refunded, 0, false);
        QVERIFY(whole);
        QCOMPARE(*whole, (OrderStanding{OrderState::Refunded, toPay, false}));
        QCOMPARE(refusal(*whole, OrderState::None, 1), ErrorCode::BadQuantity);
        QCOMPARE(refusal({OrderState::Review}, OrderState::Refunded), ErrorCode::OrderFixed);
        QCOMPARE(refusal({OrderState::Placed}, OrderState::None, INT64_MAX), ErrorCode::BadQuantity);
    }

    void itsBuyerMayCancelUntilItIsPacked() {
        QVERIFY(buyerMayCancel(OrderState::Review) && buyerMayCancel(OrderState::Placed) &&
                buyerMayCancel(OrderState::Paid));
        for (const OrderState late : {OrderState::Packed, OrderState::Sent, OrderState::Collected,
                                      OrderState::Cancelled, OrderState::Refunded})
            QVERIFY(!buyerMayCancel(late));
        QVERIFY(buyerMayReturn(OrderState::Sent) && buyerMayReturn(OrderState::Collected));
        QVERIFY(!buyerMayReturn(OrderState::Packed) && !buyerMayReturn(OrderState::Refunded));
    }
};

QTEST_GUILESS_MAIN(OrderChangeTest)
#include "OrderChangeTest.moc"
