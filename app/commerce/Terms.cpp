// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/Terms.hpp"

#include <algorithm>

namespace vitrina::commerce {
namespace {

bool everyWayCanBePaid(const Terms& terms) {
    return std::ranges::all_of(terms.delivery, [&](const DeliveryWay& way) {
        return std::ranges::any_of(terms.payment, [&](PaymentWay pay) { return fits(pay, way.kind); });
    });
}

} // namespace

bool fits(PaymentWay payment, DeliveryKind delivery) {
    switch (payment) {
    case PaymentWay::OnDelivery:
        return delivery == DeliveryKind::Delivery;
    case PaymentWay::AtCollection:
        return delivery == DeliveryKind::Collection;
    case PaymentWay::Transfer:
        return delivery != DeliveryKind::None;
    case PaymentWay::None:
        break;
    }
    return false;
}

std::vector<TermsGap> gapsOf(const Terms& terms) {
    std::vector<TermsGap> gaps;
    const auto need = [&](bool there, TermsGap gap) {
        if (!there)
            gaps.push_back(gap);
    };
    if (terms.handOver.kind != HandOverKind::None) {
        need(terms.handOver.shop.starts_with("https://"), TermsGap::Conditions);
        return gaps;
    }
    const Trader& trader = terms.trader;
    need(!trader.name.empty(), TermsGap::TraderName);
    need(!trader.registerNumber.empty(), TermsGap::TraderRegister);
    need(!trader.address.empty(), TermsGap::TraderAddress);
    need(!trader.phone.empty() && !trader.email.empty(), TermsGap::TraderContact);
    need(trader.selfCertified, TermsGap::SelfCertification);
    need(!terms.delivery.empty(), TermsGap::DeliveryWays);
    need(!terms.payment.empty() && everyWayCanBePaid(terms), TermsGap::PaymentWays);
    need(std::ranges::find(terms.payment, PaymentWay::Transfer) == terms.payment.end() ||
             !terms.transferTo.empty(),
         TermsGap::TransferAccount);
    need(!terms.conditions.empty(), TermsGap::Conditions);
    need(!terms.withdrawal.empty(), TermsGap::Withdrawal);
    return gaps;
}

std::optional<std::int64_t> deliveryPrice(const DeliveryWay& way, const std::string& region,
                                          std::int64_t goodsMinor) {
    if (way.kind == DeliveryKind::Collection)
        return 0;
    const auto priced = [&](const std::string& where) {
        return std::ranges::find(way.prices, where, &DeliveryPrice::region);
    };
    auto price = priced(region);
    if (price == way.prices.end())
        price = priced("*");
    if (price == way.prices.end())
        return std::nullopt;
    return way.freeFromMinor && goodsMinor >= *way.freeFromMinor ? 0 : price->minor;
}

const DeliveryWay* findDelivery(const Terms& terms, const std::string& id) {
    const auto way = std::ranges::find(terms.delivery, id, &DeliveryWay::id);
    return way == terms.delivery.end() ? nullptr : &*way;
}

} // namespace vitrina::commerce
