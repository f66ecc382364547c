// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/OfferGuard.hpp"

namespace vitrina::ui {

OfferGuard::OfferGuard(int timeoutMs, QObject* parent) : QObject(parent), arming_(timeoutMs) {
    connect(&arming_, &Arming::changed, this, &OfferGuard::changed);
}

bool OfferGuard::press(const control::State& state, const commerce::Offer& offer) {
    if (commerce::doubtOf(state.catalogue, offer) == commerce::PriceDoubt::None) {
        arming_.disarm();
        return true;
    }
    if (armed_ != offer || listPrices(state, offer) != prices_)
        arming_.disarm();
    armed_ = offer;
    prices_ = listPrices(state, offer);
    return arming_.press();
}

void OfferGuard::present(const control::State& state) {
    if (!arming_.isArmed())
        return;
    const commerce::Offer* planned = commerce::findOffer(state.catalogue, armed_.id);
    if (!planned || *planned != armed_ || listPrices(state, armed_) != prices_)
        arming_.disarm();
}

void OfferGuard::disarm() {
    arming_.disarm();
}

std::vector<std::int64_t> OfferGuard::listPrices(const control::State& state, const commerce::Offer& offer) {
    std::vector<std::int64_t> prices;
    for (const commerce::OfferLine& line : offer.lines) {
        const commerce::Variant* variant = commerce::findVariant(state.catalogue, line.sku);
        prices.push_back(variant ? variant->price.minor : -1);
        prices.push_back(variant && variant->floor ? variant->floor->minor : -1);
    }
    return prices;
}

} // namespace vitrina::ui
