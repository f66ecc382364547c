// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/ShopBook.hpp"

#include "base/Overloaded.hpp"

#include <algorithm>
#include <set>

namespace vitrina::commerce {
namespace {

bool rightPrice(const Money& price, const std::string& currency) {
    return price.currency == currency && price.minor >= 0 && price.minor <= maxPriceMinor;
}

bool longWord(const std::string& word) {
    return word.size() > maxProductWord;
}

bool longText(const Product& product) {
    return product.description.size() > maxProductDescription || longWord(product.code) ||
           product.image.size() > maxProductName || product.forbidden.size() > maxForbidden ||
           std::ranges::any_of(product.forbidden,
                               [](const std::string& word) { return word.size() > maxProductName; }) ||
           std::ranges::any_of(product.variants, [](const Variant& variant) {
               return longWord(variant.label) || longWord(variant.external) || longWord(variant.sku.value);
           });
}

ProductGap gapOf(const Variant& variant, const std::string& currency) {
    if (!rightPrice(variant.price, currency) || (variant.floor && !rightPrice(*variant.floor, currency)))
        return ProductGap::Price;
    return variant.allocated < 0 || variant.allocated > maxPieces ? ProductGap::Pieces : ProductGap::None;
}

} // namespace

void apply(ShopBook& book, const ShopEntry& entry, std::int64_t atMs) {
    std::visit(Overloaded{
                   [&](const ProductKept& kept) {
                       Product& product = book.products[kept.product.id];
                       product = kept.product;
                       for (Variant& variant : product.variants) {
                           variant.priorLowest.reset();
                           notePrice(book.prices, variant.sku, {atMs, variant.price, kept.why});
                       }
                   },
                   [&](const ProductDropped& dropped) { book.products.erase(dropped.product); },
                   [&](const PriceNoted& noted) {
                       notePrice(book.prices, noted.sku, {atMs, noted.price, noted.why});
                   },
                   [&](const TermsKept& kept) { book.terms = kept.terms; },
                   [&](const MappingKept& kept) { book.mappings[kept.headings] = kept.mapping; },
               },
               entry);
}

Product forShow(const ShopBook& book, const Product& product, std::int64_t nowMs) {
    Product shown = product;
    for (Variant& variant : shown.variants) {
        variant.priorLowest = priorLowest(book.prices, variant.sku, nowMs);
        // Only what was asked in the currency of now compares with it.
        if (variant.priorLowest && variant.priorLowest->currency != variant.price.currency)
            variant.priorLowest.reset();
    }
    return shown;
}

std::vector<DeniedClaim> claimFromLedger(const ShopBook& book, Catalogue& catalogue, std::int64_t nowMs) {
    std::vector<DeniedClaim> denied;
    for (Product& product : catalogue.products) {
        Product shown = forShow(book, product, nowMs);
        for (std::size_t i = 0; i < shown.variants.size(); ++i) {
            const std::optional<Money>& claimed = product.variants[i].priorLowest;
            const std::optional<Money>& known = shown.variants[i].priorLowest;
            if (claimed && (!known || claimed->minor > known->minor))
                denied.push_back({shown.variants[i].sku, *claimed, known});
        }
        product = std::move(shown);
    }
    return denied;
}

void beginTerms(const ShopBook& book, Terms& terms) {
    if (!book.terms)
        return;
    if (terms == Terms{})
        terms = *book.terms;
    else if (terms.trader == Trader{})
        terms.trader = book.terms->trader;
}

const Product* productOf(const ShopBook& book, const Sku& sku) {
    for (const auto& [id, product] : book.products) {
        if (std::ranges::find(product.variants, sku, &Variant::sku) != product.variants.end())
            return &product;
    }
    return nullptr;
}

ProductGap gapOf(const ShopBook& book, const Product& product, const std::string& currency) {
    if (product.name.empty() || product.name.size() > maxProductName)
        return ProductGap::Name;
    if (longText(product))
        return ProductGap::Text;
    if (product.variants.empty())
        return ProductGap::Variants;
    if (product.vatBasisPoints && (*product.vatBasisPoints < 0 || *product.vatBasisPoints > 10'000))
        return ProductGap::Vat;
    std::set<Sku> own;
    for (const Variant& variant : product.variants) {
        if (variant.sku.empty() || !own.insert(variant.sku).second)
            return ProductGap::Sku;
        if (const ProductGap gap = gapOf(variant, currency); gap != ProductGap::None)
            return gap;
    }
    for (const auto& [id, other] : book.products) {
        if (id == product.id)
            continue;
        if (!product.code.empty() && other.code == product.code)
            return ProductGap::CodeTaken;
        if (std::ranges::any_of(other.variants,
                                [&](const Variant& variant) { return own.contains(variant.sku); }))
            return ProductGap::SkuTaken;
    }
    return ProductGap::None;
}

} // namespace vitrina::commerce
