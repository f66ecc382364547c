// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/OrderWords.hpp"

#include "ui/models/OfferWords.hpp"
#include "ui/widgets/Format.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace vitrina::ui {
namespace {

struct Orders {
    Q_DECLARE_TR_FUNCTIONS(Orders)
};

} // namespace

QString orderStateWord(commerce::OrderState state) {
    switch (state) {
    case commerce::OrderState::Review:
        return Orders::tr("to be looked at");
    case commerce::OrderState::Placed:
        return Orders::tr("placed");
    case commerce::OrderState::Paid:
        return Orders::tr("paid");
    case commerce::OrderState::Packed:
        return Orders::tr("packed");
    case commerce::OrderState::Sent:
        return Orders::tr("sent");
    case commerce::OrderState::Collected:
        return Orders::tr("collected");
    case commerce::OrderState::Cancelled:
        return Orders::tr("cancelled");
    case commerce::OrderState::Refunded:
        return Orders::tr("refunded");
    case commerce::OrderState::None:
        break;
    }
    return {};
}

QString paymentWord(commerce::PaymentWay payment) {
    switch (payment) {
    case commerce::PaymentWay::OnDelivery:
        return Orders::tr("on delivery");
    case commerce::PaymentWay::AtCollection:
        return Orders::tr("at collection");
    case commerce::PaymentWay::Transfer:
        return Orders::tr("by transfer");
    case commerce::PaymentWay::None:
        break;
    }
    return QStringLiteral("–");
}

QString wishWord(commerce::BuyerWish wish) {
    switch (wish) {
    case commerce::BuyerWish::Question:
        return Orders::tr("asks");
    case commerce::BuyerWish::Cancel:
        return Orders::tr("wants to cancel");
    case commerce::BuyerWish::Return:
        return Orders::tr("wants to return it");
    case commerce::BuyerWish::None:
        break;
    }
    return {};
}

QString deliveryText(const control::State& state, const commerce::OrderDelivery& delivery) {
    if (delivery.way.empty())
        return QStringLiteral("–");
    const commerce::DeliveryWay* way = commerce::findDelivery(state.catalogue.terms, delivery.way);
    const QString title = text(way ? way->title : delivery.way);
    return delivery.region.empty() ? title : title + QStringLiteral(" · ") + text(delivery.region);
}

QString orderLinesText(const commerce::Catalogue& catalogue, const commerce::Order& order) {
    QStringList lines;
    for (const commerce::OrderLine& line : order.lines) {
        const QString name = skuName(catalogue, line.sku);
        lines << (line.quantity == 1 ? name : QStringLiteral("%1 × %2").arg(line.quantity).arg(name));
    }
    return lines.join(QStringLiteral("; "));
}

std::int64_t piecesOf(const commerce::Order& order) {
    std::int64_t pieces = 0;
    for (const commerce::OrderLine& line : order.lines)
        pieces += line.quantity;
    return pieces;
}

std::int64_t toPayMinor(const commerce::Order& order) {
    return order.total.minor + order.delivery.minor;
}

commerce::OrderState stepBack(commerce::OrderState state) {
    for (const auto earlier : {commerce::OrderState::Packed, commerce::OrderState::Placed}) {
        if (earlier < state && commerce::canBecome(state, earlier))
            return earlier;
    }
    return commerce::OrderState::None;
}

std::set<OrderNumber> pendingOrders(const control::State& state) {
    std::set<OrderNumber> numbers;
    for (const control::PendingRequest& pending : state.pending) {
        if (const auto* change = std::get_if<commerce::ChangeOrder>(&pending.request))
            numbers.insert(change->number);
    }
    return numbers;
}

} // namespace vitrina::ui
