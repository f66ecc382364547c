// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/ProductTable.hpp"

#include <algorithm>
#include <optional>
#include <utility>

/// Which column of a table holds what.
namespace vitrina::commerce {
namespace {

using Column = ProductColumn;
using Heading = std::pair<std::string_view, Column>;

constexpr std::array shopify{
    Heading{"handle", Column::Product},
    Heading{"url handle", Column::Product},
    Heading{"title", Column::Name},
    Heading{"body (html)", Column::Description},
    Heading{"description", Column::Description},
    Heading{"option1 value", Column::Label},
    Heading{"option2 value", Column::Label},
    Heading{"option3 value", Column::Label},
    Heading{"variant sku", Column::Sku},
    Heading{"sku", Column::Sku},
    Heading{"variant price", Column::Price},
    Heading{"price", Column::Price},
    Heading{"variant inventory qty", Column::Pieces},
    Heading{"inventory quantity", Column::Pieces},
    Heading{"image src", Column::Image},
    Heading{"product image url", Column::Image},
};
constexpr std::array wooCommerce{
    Heading{"id", Column::External},
    Heading{"type", Column::Kind},
    Heading{"sku", Column::Sku},
    Heading{"name", Column::Name},
    Heading{"description", Column::Description},
    Heading{"regular price", Column::Price},
    Heading{"sale price", Column::SalePrice},
    Heading{"date sale price starts", Column::SaleDate},
    Heading{"date sale price ends", Column::SaleDate},
    Heading{"stock", Column::Pieces},
    Heading{"images", Column::Image},
    Heading{"parent", Column::Parent},
    Heading{"attribute 1 value(s)", Column::Label},
    Heading{"attribute 2 value(s)", Column::Label},
    Heading{"attribute 3 value(s)", Column::Label},
};
/// Our own come first; the others are what people call them.
constexpr std::array own{
    Heading{"product id", Column::Product},
    Heading{"code", Column::Code},
    Heading{"name", Column::Name},
    Heading{"description", Column::Description},
    Heading{"image", Column::Image},
    Heading{"vat %", Column::Vat},
    Heading{"collection only", Column::CollectionOnly},
    Heading{"must not be said", Column::Forbidden},
    Heading{"sku", Column::Sku},
    Heading{"variant", Column::Label},
    Heading{"price", Column::Price},
    Heading{"currency", Column::Currency},
    Heading{"floor price", Column::Floor},
    Heading{"pieces", Column::Pieces},
    Heading{"external id", Column::External},
    Heading{"product", Column::Name},
    Heading{"title", Column::Name},
    Heading{"product name", Column::Name},
    Heading{"size", Column::Label},
    Heading{"colour", Column::Label},
    Heading{"color", Column::Label},
    Heading{"stock", Column::Pieces},
    Heading{"quantity", Column::Pieces},
    Heading{"vat", Column::Vat},
    Heading{"photo", Column::Image},
    Heading{"picture", Column::Image},
    Heading{"kods", Column::Code},
    Heading{"nosaukums", Column::Name},
    Heading{"prece", Column::Name},
    Heading{"apraksts", Column::Description},
    Heading{"artikuls", Column::Sku},
    Heading{"variants", Column::Label},
    Heading{"izmērs", Column::Label},
    Heading{"krāsa", Column::Label},
    Heading{"cena", Column::Price},
    Heading{"valūta", Column::Currency},
    Heading{"atlikums", Column::Pieces},
    Heading{"skaits", Column::Pieces},
    Heading{"pvn", Column::Vat},
    Heading{"pvn %", Column::Vat},
    Heading{"attēls", Column::Image},
};

constexpr std::array columnWords{
    std::pair{Column::None, std::string_view("none")},
    std::pair{Column::Product, std::string_view("product")},
    std::pair{Column::Kind, std::string_view("kind")},
    std::pair{Column::Parent, std::string_view("parent")},
    std::pair{Column::Code, std::string_view("code")},
    std::pair{Column::Name, std::string_view("name")},
    std::pair{Column::Description, std::string_view("description")},
    std::pair{Column::Sku, std::string_view("sku")},
    std::pair{Column::Label, std::string_view("label")},
    std::pair{Column::Price, std::string_view("price")},
    std::pair{Column::SalePrice, std::string_view("sale_price")},
    std::pair{Column::SaleDate, std::string_view("sale_date")},
    std::pair{Column::Currency, std::string_view("currency")},
    std::pair{Column::Floor, std::string_view("floor")},
    std::pair{Column::Pieces, std::string_view("pieces")},
    std::pair{Column::External, std::string_view("external")},
    std::pair{Column::Vat, std::string_view("vat")},
    std::pair{Column::CollectionOnly, std::string_view("collection_only")},
    std::pair{Column::Forbidden, std::string_view("forbidden")},
    std::pair{Column::Image, std::string_view("image")},
};
constexpr std::array layoutWords{
    std::pair{ProductLayout::None, std::string_view("none")},
    std::pair{ProductLayout::Own, std::string_view("own")},
    std::pair{ProductLayout::Shopify, std::string_view("shopify")},
    std::pair{ProductLayout::WooCommerce, std::string_view("woocommerce")},
};

template <class List, class Value>
std::string_view wordIn(const List& list, Value value) {
    return std::ranges::find(list, value, [](const auto& entry) { return entry.first; })->second;
}
template <class Value, class List>
std::optional<Value> valueIn(const List& list, std::string_view word) {
    const auto found = std::ranges::find(list, word, [](const auto& entry) { return entry.second; });
    return found == list.end() ? std::nullopt : std::optional(found->first);
}

std::string folded(std::string_view heading) {
    std::string word;
    for (const char c : heading)
        word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '_' ? ' ' : c;
    return word;
}

template <class List>
Column columnIn(const List& list, const std::string& word) {
    const auto found = std::ranges::find(list, std::string_view(word), &Heading::first);
    return found == list.end() ? Column::None : found->second;
}

ProductLayout layoutOf(const std::vector<std::string>& words) {
    const auto there = [&](std::string_view word) {
        return std::ranges::find(words, word) != words.end();
    };
    if (there("handle") || there("url handle"))
        return ProductLayout::Shopify;
    return there("regular price") || (there("type") && there("parent")) ? ProductLayout::WooCommerce
                                                                        : ProductLayout::Own;
}

} // namespace

bool ProductMapping::has(ProductColumn column) const {
    return std::ranges::find(columns, column) != columns.end();
}

ProductMapping guessProducts(const std::vector<std::string>& headings) {
    std::vector<std::string> words;
    for (const std::string& heading : headings)
        words.push_back(folded(heading));
    ProductMapping mapping{layoutOf(words), {}};
    for (const std::string& word : words) {
        Column column = mapping.layout == ProductLayout::Shopify       ? columnIn(shopify, word)
                        : mapping.layout == ProductLayout::WooCommerce ? columnIn(wooCommerce, word)
                                                                       : columnIn(own, word);
        // Each but these holds one thing once: the first column wins.
        if (column != Column::Label && column != Column::SaleDate && mapping.has(column))
            column = Column::None;
        mapping.columns.push_back(column);
    }
    return mapping;
}

std::string headingsText(const std::vector<std::string>& headings) {
    std::string text;
    for (const std::string& heading : headings)
        text += (text.empty() ? "" : "|") + folded(heading);
    return text;
}

std::string mappingText(const ProductMapping& mapping) {
    std::string text(wordIn(layoutWords, mapping.layout));
    for (const ProductColumn column : mapping.columns)
        text += "|" + std::string(wordIn(columnWords, column));
    return text;
}

ProductMapping mappingFrom(const std::string& text, const std::vector<std::string>& headings) {
    const ProductMapping guessed = guessProducts(headings);
    std::vector<std::string_view> words;
    for (std::string_view rest = text;;) {
        const std::size_t end = rest.find('|');
        words.push_back(rest.substr(0, end));
        if (end == std::string_view::npos)
            break;
        rest.remove_prefix(end + 1);
    }
    const auto layout = valueIn<ProductLayout>(layoutWords, words.front());
    if (!layout || *layout == ProductLayout::None || words.size() != headings.size() + 1)
        return guessed;
    ProductMapping mapping{*layout, {}};
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto column = valueIn<ProductColumn>(columnWords, words[i]);
        if (!column)
            return guessed;
        mapping.columns.push_back(*column);
    }
    return mapping;
}

} // namespace vitrina::commerce
