// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/Catalogue.hpp"
#include "commerce/PriceLedger.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>

/// What the shop is, beyond any one show: its products, every price they had, its terms. A value, and a fold
/// over its own entries, which its file keeps and never changes (journal/ShopBookFile).
namespace vitrina::commerce {

/// A product is new or has changed, whole. What its variants cost goes into the price ledger with it. Its
/// Variant::priorLowest stays empty in the book: it is worked out when a show gets it (forShow()).
struct ProductKept {
    Product product;
    PriceWhy why = PriceWhy::Listed;
    bool operator==(const ProductKept&) const = default;
};
/// Out of the book; the prices its SKUs had stay.
struct ProductDropped {
    ProductId product;
    bool operator==(const ProductDropped&) const = default;
};
/// A price without a change of the product: a flash price of a show began or ended.
struct PriceNoted {
    Sku sku;
    Money price;
    PriceWhy why = PriceWhy::Flash;
    bool operator==(const PriceNoted&) const = default;
};
struct TermsKept {
    Terms terms;
    bool operator==(const TermsKept&) const = default;
};
/// How a table with these headings was read; see mappingText().
struct MappingKept {
    std::string headings;
    std::string mapping;
    bool operator==(const MappingKept&) const = default;
};
using ShopEntry = std::variant<ProductKept, ProductDropped, PriceNoted, TermsKept, MappingKept>;

struct ShopBook {
    std::map<ProductId, Product> products;
    PriceLedger prices;
    std::optional<Terms> terms; ///< nothing: never kept
    std::map<std::string, std::string> mappings;

    bool operator==(const ShopBook&) const = default;
};

/// In place: a table brings 100,000 of them. `atMs`: wall time of the entry.
void apply(ShopBook& book, const ShopEntry& entry, std::int64_t atMs);

/// The product as a show gets it now: with what may be called "was".
Product forShow(const ShopBook& book, const Product& product, std::int64_t nowMs);
/// A "was" of a show document that the price ledger does not bear out.
struct DeniedClaim {
    Sku sku;
    Money claimed;
    std::optional<Money> known; ///< the lowest of the 30 days before; nothing: they are not all known
    bool operator==(const DeniedClaim&) const = default;
};
/// A document's own prices of before are nobody's word: whatever stands there, every variant gets what
/// forShow() would give it. Tells the claims that were dearer than that, in the catalogue's order.
std::vector<DeniedClaim> claimFromLedger(const ShopBook& book, Catalogue& catalogue, std::int64_t nowMs);
/// A show that says nothing of who sells begins with what was kept last: all of it when it has no terms at
/// all, else the trader.
void beginTerms(const ShopBook& book, Terms& terms);
/// The product of the book that has this SKU; null: none.
const Product* productOf(const ShopBook& book, const Sku& sku);

inline constexpr std::size_t maxProductName = 200;         ///< bytes
inline constexpr std::size_t maxProductDescription = 4000; ///< bytes
inline constexpr std::size_t maxProductWord = 100;         ///< bytes: a SKU, label, code, external id
inline constexpr std::size_t maxForbidden = 50;
inline constexpr std::int64_t maxPriceMinor = 1'000'000'000;
inline constexpr std::int64_t maxPieces = 1'000'000'000;

/// What keeps a product from being kept.
enum class ProductGap {
    None,
    Name,      ///< empty or too long
    Text,      ///< another text is too long
    Variants,  ///< none
    Sku,       ///< one without, or one twice
    SkuTaken,  ///< another product has it
    CodeTaken, ///< another product has the code
    Price,     ///< not in the currency of the shop, below zero, above maxPriceMinor
    Pieces,    ///< below zero, above maxPieces
    Vat,       ///< not from 0 to 100 %
};
ProductGap gapOf(const ShopBook& book, const Product& product, const std::string& currency);

} // namespace vitrina::commerce
