// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/ProductUse.hpp"

#include "control/Selling.hpp"

#include <algorithm>

namespace vitrina::control {
namespace {

template <class Lines>
bool sells(const Lines& lines, const commerce::Product& product) {
    return std::ranges::any_of(lines, [&](const auto& line) {
        return std::ranges::find(product.variants, line.sku, &commerce::Variant::sku) !=
               product.variants.end();
    });
}

} // namespace

ProductUse useOf(const State& state, const ProductId& id) {
    ProductUse use;
    const commerce::Product* product = commerce::findProduct(state.catalogue, id);
    if (!product)
        return use;
    use.inShow = true;
    use.onAir = currentProduct(state) == product && state.run.phase == show::RunPhase::Live;
    for (const auto& [offerId, running] : state.running)
        if (sells(running.offer.lines, *product))
            use.runningOffer = running.offer.title;
    for (const commerce::Offer& offer : state.catalogue.offers) {
        if (!sells(offer.lines, *product))
            continue;
        use.offers.push_back(offer.title);
        if (willRun(state, offer.id))
            use.runningOffer = offer.title;
    }
    for (const auto& [number, entry] : state.orders)
        use.orders += sells(entry.order.lines, *product) ? 1 : 0;
    for (const show::Segment& segment : state.show.rundown.segments)
        for (const show::Item& item : segment.items)
            if (item.product == id)
                use.items.push_back(item.title);
    return use;
}

} // namespace vitrina::control
