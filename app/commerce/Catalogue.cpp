// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/Catalogue.hpp"

#include <algorithm>

namespace vitrina::commerce {

const Product* findProduct(const Catalogue& catalogue, const ProductId& id) {
    const auto found = std::ranges::find(catalogue.products, id, &Product::id);
    return found == catalogue.products.end() ? nullptr : &*found;
}

const Variant* findVariant(const Catalogue& catalogue, const Sku& sku) {
    for (const Product& product : catalogue.products) {
        const auto found = std::ranges::find(product.variants, sku, &Variant::sku);
        if (found != product.variants.end())
            return &*found;
    }
    return nullptr;
}

const Offer* findOffer(const Catalogue& catalogue, const OfferId& id) {
    const auto found = std::ranges::find(catalogue.offers, id, &Offer::id);
    return found == catalogue.offers.end() ? nullptr : &*found;
}

const Product* productOf(const Catalogue& catalogue, const Sku& sku) {
    for (const Product& product : catalogue.products) {
        if (std::ranges::find(product.variants, sku, &Variant::sku) != product.variants.end())
            return &product;
    }
    return nullptr;
}

} // namespace vitrina::commerce
