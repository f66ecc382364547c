// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/ShopEntries.hpp"

#include "record/SellingLayouts.hpp"

namespace vitrina::record {

template <>
struct Words<commerce::PriceWhy> {
    static constexpr std::array list{
        std::pair{commerce::PriceWhy::None, std::string_view("none")},
        std::pair{commerce::PriceWhy::Listed, std::string_view("listed")},
        std::pair{commerce::PriceWhy::Imported, std::string_view("imported")},
        std::pair{commerce::PriceWhy::Flash, std::string_view("flash")},
        std::pair{commerce::PriceWhy::FlashOver, std::string_view("flash_over")},
    };
};
template <>
struct Layout<commerce::ProductKept> {
    static constexpr std::tuple fields{field("product", &commerce::ProductKept::product),
                                       field("why", &commerce::ProductKept::why)};
};
template <>
struct Layout<commerce::ProductDropped> {
    static constexpr std::tuple fields{field("product", &commerce::ProductDropped::product)};
};
template <>
struct Layout<commerce::PriceNoted> {
    static constexpr std::tuple fields{field("sku", &commerce::PriceNoted::sku),
                                       field("price", &commerce::PriceNoted::price),
                                       field("why", &commerce::PriceNoted::why)};
};
template <>
struct Layout<commerce::TermsKept> {
    static constexpr std::tuple fields{field("terms", &commerce::TermsKept::terms)};
};
template <>
struct Layout<commerce::MappingKept> {
    static constexpr std::tuple fields{field("headings", &commerce::MappingKept::headings),
                                       field("mapping", &commerce::MappingKept::mapping)};
};

namespace {

constexpr int entryVersion = 1; ///< of every kind so far

template <class T>
constexpr std::string_view entryKind = T::hasNoKind;
template <>
constexpr std::string_view entryKind<commerce::ProductKept> = "book.product_kept";
template <>
constexpr std::string_view entryKind<commerce::ProductDropped> = "book.product_dropped";
template <>
constexpr std::string_view entryKind<commerce::PriceNoted> = "book.price_noted";
template <>
constexpr std::string_view entryKind<commerce::TermsKept> = "book.terms_kept";
template <>
constexpr std::string_view entryKind<commerce::MappingKept> = "book.mapping_kept";

template <class T>
Result<commerce::ShopEntry> decodeAs(const boost::json::value& body) {
    Result<T> value = fromJson<T>(body);
    if (!value)
        return value.error();
    return Result<commerce::ShopEntry>(commerce::ShopEntry(std::in_place_type<T>, std::move(*value)));
}

template <class... Ts>
Result<commerce::ShopEntry> decodeOf(std::type_identity<std::variant<Ts...>>, std::string_view kind,
                                     const boost::json::value& body) {
    Result<commerce::ShopEntry> decoded = fail(ErrorCode::FileTooNew, std::string(kind));
    ((kind == entryKind<Ts> && (decoded = decodeAs<Ts>(body), true)) || ...);
    return decoded;
}

} // namespace

EncodedFact encodeShopEntry(const commerce::ShopEntry& entry) {
    return std::visit(
        []<class T>(const T& value) -> EncodedFact {
            return {std::string(entryKind<T>), entryVersion, toJson(value)};
        },
        entry);
}

Result<commerce::ShopEntry> decodeShopEntry(const EncodedFact& encoded) {
    if (encoded.version > entryVersion)
        return fail(ErrorCode::FileTooNew, encoded.kind + " version " + std::to_string(encoded.version));
    if (encoded.version < 1)
        return fail(ErrorCode::BadFormat, encoded.kind + ": no version");
    const Result<boost::json::value> body = parseJson(encoded.body, maxBodyDepth);
    if (!body)
        return fail(body.error().code, encoded.kind + ": " + body.error().detail);
    Result<commerce::ShopEntry> entry =
        decodeOf(std::type_identity<commerce::ShopEntry>(), encoded.kind, *body);
    if (!entry && entry.error().code == ErrorCode::BadFormat)
        return fail(ErrorCode::BadFormat, encoded.kind + ": " + entry.error().detail);
    return entry;
}

} // namespace vitrina::record
