// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/Documents.hpp"

#include "record/Layouts.hpp"
#include "stage/Overlays.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace vitrina::record {
namespace {

/// A show document as it is laid out in JSON: flat, so that the paths in errors are short.
struct ShowFields {
    ShowId id;
    std::string title;
    std::string shopName;
    std::string hostName;
    std::string locale;
    std::string currency;
    std::int64_t plannedStartMs = 0;
    std::string disclosureText;
    std::uint64_t revision = 1;
    std::vector<show::Segment> segments;
    std::vector<commerce::Product> products;
    std::vector<commerce::Offer> offers;
    commerce::Terms terms;
};

constexpr std::string_view showFormat = "vitrina.show";
constexpr std::string_view setUpFormat = "vitrina.setup";
/// A document travels in one frame of the link (8 MiB) as the shop's opening.
constexpr std::size_t maxDocumentBytes = 4u << 20;

} // namespace

template <>
struct Layout<ShowFields> {
    static constexpr std::tuple fields{
        field("id", &ShowFields::id),
        field("title", &ShowFields::title),
        maybe("shopName", &ShowFields::shopName),
        maybe("hostName", &ShowFields::hostName),
        field("locale", &ShowFields::locale),
        field("currency", &ShowFields::currency),
        maybe("plannedStartMs", &ShowFields::plannedStartMs),
        maybe("disclosureText", &ShowFields::disclosureText),
        maybe("revision", &ShowFields::revision),
        field("segments", &ShowFields::segments),
        field("products", &ShowFields::products),
        maybe("offers", &ShowFields::offers),
        maybe("terms", &ShowFields::terms),
    };
};
template <>
struct Layout<stage::SetUp> {
    static constexpr std::tuple fields{
        field("canvas", &stage::SetUp::canvas),
        field("sources", &stage::SetUp::sources),
        field("scenes", &stage::SetUp::scenes),
        maybe("transition", &stage::SetUp::transition),
        maybe("destinations", &stage::SetUp::destinations),
        maybe("limiter", &stage::SetUp::limiter),
        maybe("limiterDb", &stage::SetUp::limiterDb),
        maybe("headphones", &stage::SetUp::headphones),
        maybe("studioMode", &stage::SetUp::studioMode),
        maybe("lostFallback", &stage::SetUp::lostFallback),
        maybe("overlays", &stage::SetUp::overlays),
    };
};

namespace {

template <Described T>
std::string writeDocument(std::string_view format, int version, const T& value) {
    JsonWriter out(true);
    out.beginObject();
    out.key("format");
    out.string(format);
    out.key("version");
    out.integer(version);
    writeFields(out, value);
    out.endObject();
    return out.take() + "\n";
}

template <Described T>
Result<T> readDocument(std::string_view format, int newest, const std::string& json) {
    if (json.size() > maxDocumentBytes)
        return fail(ErrorCode::TooLarge, "a document has at most 4 MiB");
    Result<boost::json::value> parsed = parseJson(json);
    if (!parsed)
        return parsed.error();
    boost::json::object* object = parsed->if_object();
    const boost::json::value* name = object ? object->if_contains("format") : nullptr;
    if (!name || !name->is_string() || name->get_string() != format)
        return fail(ErrorCode::FileNotOurs, "no \"format\": \"" + std::string(format) + "\"");
    JsonReader in(JsonReader::Mode::Document);
    int version = 0;
    const boost::json::value* number = object->if_contains("version");
    if (!number || !read(in, *number, version) || version < 1)
        return fail(ErrorCode::BadFormat, "version: must be a whole number from 1");
    if (version > newest)
        return fail(ErrorCode::FileTooNew, "version " + std::to_string(version));
    object->erase("format");
    object->erase("version");
    return fromJson<T>(*parsed, JsonReader::Mode::Document);
}

std::string at(std::string_view list, std::size_t index, std::string_view member) {
    return std::string(list) + "[" + std::to_string(index) + "]." + std::string(member);
}

/// Collects the first broken rule of a document.
class Rules {
  public:
    void hold(bool holds, std::string path, std::string_view what) {
        if (!holds && !error_)
            error_ = fail(ErrorCode::BadFormat, std::move(path) + ": " + std::string(what));
    }
    /// A name that stands for one thing only, and is there.
    void unique(std::set<std::string>& known, const std::string& name, std::string path) {
        hold(!name.empty(), path, "must not be empty");
        hold(known.insert(name).second, std::move(path), "\"" + name + "\" is there twice");
    }
    const std::optional<Error>& error() const { return error_; }

  private:
    std::optional<Error> error_;
};

void checkVariant(Rules& rules, std::set<std::string>& skus, const ShowFields& show,
                  const commerce::Variant& variant, const std::string& path) {
    rules.unique(skus, variant.sku.value, path + ".sku");
    rules.hold(variant.price.minor >= 0, path + ".price.minor", "must not be below zero");
    rules.hold(variant.price.currency == show.currency, path + ".price.currency",
               "must be the show's currency");
    rules.hold(variant.allocated >= 0, path + ".allocated", "must not be below zero");
    if (variant.priorLowest)
        rules.hold(variant.priorLowest->minor >= 0 && variant.priorLowest->currency == show.currency,
                   path + ".priorLowest", "must be a price in the show's currency");
    if (variant.floor)
        rules.hold(variant.floor->minor >= 0 && variant.floor->currency == show.currency, path + ".floor",
                   "must be a price in the show's currency");
}

void checkProducts(Rules& rules, const ShowFields& show, std::set<std::string>& ids) {
    std::set<std::string> codes;
    std::set<std::string> skus;
    for (std::size_t i = 0; i < show.products.size(); ++i) {
        const commerce::Product& product = show.products[i];
        rules.unique(ids, product.id.value, at("products", i, "id"));
        rules.hold(!product.variants.empty(), at("products", i, "variants"), "must have at least one");
        if (!product.code.empty())
            rules.unique(codes, product.code, at("products", i, "code"));
        for (std::size_t j = 0; j < product.variants.size(); ++j)
            checkVariant(rules, skus, show, product.variants[j],
                         at("products", i, "variants[" + std::to_string(j) + "]"));
    }
}

/// What is wrong with an offer by itself. Whether its SKUs are there and cost more is asked when it is to
/// start: a list price that came down must not make a whole plan unreadable.
Result<void> checkForm(const commerce::Offer& offer) {
    commerce::Product each;
    for (const commerce::OfferLine& line : offer.lines) {
        commerce::Variant variant;
        variant.sku = line.sku;
        variant.price.minor = std::numeric_limits<std::int64_t>::max();
        each.variants.push_back(std::move(variant));
    }
    return commerce::checkOffer(commerce::Catalogue{{std::move(each)}}, offer);
}

void checkOffers(Rules& rules, const ShowFields& show) {
    std::set<std::string> ids;
    rules.hold(show.offers.size() <= commerce::maxOffers, "offers", "too many");
    for (std::size_t i = 0; i < show.offers.size(); ++i) {
        rules.unique(ids, show.offers[i].id.value, at("offers", i, "id"));
        if (const Result<void> right = checkForm(show.offers[i]); !right)
            rules.hold(false, "offers[" + std::to_string(i) + "]",
                       std::string(errorName(right.error().code)) + " " + right.error().detail);
    }
}

void checkTerms(Rules& rules, const commerce::Terms& terms) {
    std::set<std::string> ways;
    for (std::size_t i = 0; i < terms.delivery.size(); ++i) {
        const commerce::DeliveryWay& way = terms.delivery[i];
        rules.unique(ways, way.id, at("terms.delivery", i, "id"));
        rules.hold(way.kind != commerce::DeliveryKind::None, at("terms.delivery", i, "kind"),
                   "must be a delivery or a collection");
        std::set<std::string> regions;
        for (std::size_t j = 0; j < way.prices.size(); ++j) {
            const std::string path = at("terms.delivery", i, "prices[" + std::to_string(j) + "]");
            rules.unique(regions, way.prices[j].region, path + ".region");
            rules.hold(way.prices[j].minor >= 0, path + ".minor", "must not be below zero");
        }
    }
    rules.hold(terms.vatBasisPoints >= 0 && terms.vatBasisPoints <= 10'000, "terms.vatBasisPoints",
               "must be from 0 to 10000");
    rules.hold(terms.reserveMs >= commerce::shortestReserveMs &&
                   terms.reserveMs <= commerce::longestReserveMs,
               "terms.reserveMs", "must be from a minute to an hour");
}

void checkItem(Rules& rules, const std::set<std::string>& products, const show::Item& item,
               const std::string& path) {
    rules.hold(item.kind != show::ItemKind::None, path + ".kind", "must say what the item is");
    rules.hold(item.plannedMs >= 0, path + ".plannedMs", "must not be below zero");
    if (item.kind == show::ItemKind::Product)
        rules.hold(products.count(item.product.value) > 0, path + ".product",
                   "unknown product \"" + item.product.value + "\"");
    else
        rules.hold(item.product.empty(), path + ".product", "only an item of kind \"product\" has one");
}

std::optional<Error> brokenRule(const ShowFields& show) {
    Rules rules;
    std::set<std::string> products;
    std::set<std::string> segments;
    std::set<std::string> items;
    rules.hold(!show.id.empty(), "id", "must not be empty");
    rules.hold(show.currency.size() == 3 && std::all_of(show.currency.begin(), show.currency.end(),
                                                        [](char c) { return c >= 'A' && c <= 'Z'; }),
               "currency", "must be three capital letters (ISO 4217)");
    checkProducts(rules, show, products);
    checkOffers(rules, show);
    checkTerms(rules, show.terms);
    for (std::size_t i = 0; i < show.segments.size(); ++i) {
        const show::Segment& segment = show.segments[i];
        rules.unique(segments, segment.id.value, at("segments", i, "id"));
        for (std::size_t j = 0; j < segment.items.size(); ++j) {
            const std::string path = at("segments", i, "items[" + std::to_string(j) + "]");
            rules.unique(items, segment.items[j].id.value, path + ".id");
            checkItem(rules, products, segment.items[j], path);
        }
    }
    return rules.error();
}

std::optional<Error> brokenRule(const stage::SetUp& setUp) {
    Rules rules;
    std::set<std::string> sources;
    std::set<std::string> scenes;
    std::set<std::string> outputs;
    rules.hold(setUp.canvas.width > 0 && setUp.canvas.height > 0, "canvas", "must have a size");
    rules.hold(setUp.canvas.fps > 0, "canvas.fps", "must be above zero");
    for (std::size_t i = 0; i < setUp.sources.size(); ++i) {
        rules.unique(sources, setUp.sources[i].id.value, at("sources", i, "id"));
        rules.hold(setUp.sources[i].kind != stage::SourceKind::None, at("sources", i, "kind"),
                   "must say what the source is");
    }
    for (std::size_t i = 0; i < setUp.scenes.size(); ++i) {
        const stage::Scene& scene = setUp.scenes[i];
        rules.unique(scenes, scene.id.value, at("scenes", i, "id"));
        for (const auto& [shape, items] : scene.layouts) {
            for (std::size_t j = 0; j < items.size(); ++j)
                rules.hold(sources.count(items[j].source.value) > 0,
                           at("scenes", i, "layouts.") + std::string(wordOf(shape)) + "[" +
                               std::to_string(j) + "].source",
                           "unknown source \"" + items[j].source.value + "\"");
        }
    }
    for (std::size_t i = 0; i < setUp.destinations.size(); ++i) {
        rules.unique(outputs, setUp.destinations[i].id.value, at("destinations", i, "id"));
        rules.hold(setUp.destinations[i].kind != stage::OutputKind::None, at("destinations", i, "kind"),
                   "must say what the destination is");
    }
    for (const auto& [shape, places] : setUp.overlays) {
        const std::string path = "overlays." + std::string(wordOf(shape));
        for (const stage::Place place : {places.card, places.label, places.lowerThird, places.countdown})
            rules.hold(place != stage::Place::None, path, "must say where each overlay stands");
        rules.hold(stage::labelIsFree(places), path, "the label's place must be its own");
    }
    return rules.error();
}

} // namespace

std::string encodeShowDocument(const ShowDocument& document) {
    const show::Show& show = document.show;
    return writeDocument(showFormat, showDocumentVersion,
                         ShowFields{show.id, show.title, show.shopName, show.hostName, show.locale,
                                    show.currency, show.plannedStartMs, show.disclosureText,
                                    show.rundown.revision, show.rundown.segments, document.catalogue.products,
                                    document.catalogue.offers, document.catalogue.terms});
}

Result<ShowDocument> decodeShowDocument(const std::string& json) {
    Result<ShowFields> read = readDocument<ShowFields>(showFormat, showDocumentVersion, json);
    if (!read)
        return read.error();
    if (auto broken = brokenRule(*read))
        return *broken;
    ShowFields& fields = *read;
    ShowDocument document;
    document.show = {std::move(fields.id),
                     std::move(fields.title),
                     std::move(fields.shopName),
                     std::move(fields.hostName),
                     std::move(fields.locale),
                     std::move(fields.currency),
                     fields.plannedStartMs,
                     std::move(fields.disclosureText),
                     {fields.revision, std::move(fields.segments)}};
    document.catalogue = {std::move(fields.products), std::move(fields.offers), std::move(fields.terms)};
    return document;
}

std::string encodeSetUp(const stage::SetUp& setUp) {
    return writeDocument(setUpFormat, setUpVersion, setUp);
}

Result<stage::SetUp> decodeSetUp(const std::string& json) {
    Result<stage::SetUp> setUp = readDocument<stage::SetUp>(setUpFormat, setUpVersion, json);
    if (!setUp)
        return setUp.error();
    if (auto broken = brokenRule(*setUp))
        return *broken;
    return setUp;
}

std::string encodeRequest(const commerce::Request& request) {
    return toJson(request);
}

Result<commerce::Request> decodeRequest(const std::string& json) {
    const Result<boost::json::value> parsed = parseJson(json, maxBodyDepth);
    if (!parsed)
        return parsed.error();
    return fromJson<commerce::Request>(*parsed);
}

} // namespace vitrina::record
