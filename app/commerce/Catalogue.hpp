// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Money.hpp"
#include "commerce/Offer.hpp"
#include "commerce/Terms.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vitrina::commerce {

/// What can be sold: one size or colour of a product.
struct Variant {
    Sku sku;
    std::string label;          ///< "M", "Moss green"; empty when the product has only one
    Money price;                ///< VAT included
    std::int64_t allocated = 0; ///< the show's share of the stock, pieces
    /// The lowest price of the 30 days before a reduction (98/6/EC art. 6a): the only one that may be called
    /// "was". Nothing: not known, and then no "was" is shown.
    std::optional<Money> priorLowest = std::nullopt;
    std::optional<Money> floor = std::nullopt; ///< a lower price wants a second press
    std::string external = {};                 ///< its id in the shop that checks out (Terms::handOver)

    bool operator==(const Variant&) const = default;
};

struct Product {
    ProductId id;
    std::string code; ///< what viewers write in chat, e.g. "12"
    std::string name;
    std::string description;
    std::string image; ///< asset name, e.g. "amber-earrings.svg"; empty for none
    std::vector<Variant> variants;
    std::optional<int> vatBasisPoints = std::nullopt; ///< nothing: the shop's
    bool collectionOnly = false;                      ///< is not sent
    std::vector<std::string> forbidden = {};          ///< statements that must not be made about it

    bool operator==(const Product&) const = default;
};

/// What a show sells, at what prices and on what terms.
struct Catalogue {
    std::vector<Product> products;
    std::vector<Offer> offers = {}; ///< as planned
    Terms terms = {};

    bool operator==(const Catalogue&) const = default;
};

const Product* findProduct(const Catalogue& catalogue, const ProductId& id);
const Variant* findVariant(const Catalogue& catalogue, const Sku& sku);
const Offer* findOffer(const Catalogue& catalogue, const OfferId& id);
const Product* productOf(const Catalogue& catalogue, const Sku& sku);

} // namespace vitrina::commerce
