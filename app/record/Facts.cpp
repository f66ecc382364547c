// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/Kinds.hpp"
#include "record/Layouts.hpp"
#include "record/Record.hpp"
#include "record/Upgrades.hpp"

#include <algorithm>

namespace vitrina::record {
namespace {

struct Codec {
    Kind kind;
    Result<Fact> (*decode)(const boost::json::value&) = nullptr;
};

template <class Group, class T>
Result<Fact> decodeAs(const boost::json::value& body) {
    Result<T> value = fromJson<T>(body);
    if (!value)
        return value.error();
    // Made in place: GCC 12 takes the moved-from variant of a temporary for one never made.
    return Result<Fact>(Fact(std::in_place_type<Group>, std::in_place_type<T>, std::move(*value)));
}

template <class... Ts>
void addCodecs(std::vector<Codec>& codecs, std::type_identity<std::variant<Ts...>>) {
    (codecs.push_back({kindOf<Ts>, &decodeAs<std::variant<Ts...>, Ts>}), ...);
}

template <class... Groups>
std::vector<Codec> makeCodecs(std::type_identity<std::variant<Groups...>>) {
    std::vector<Codec> codecs;
    const auto add = [&]<class Group>(std::type_identity<Group> group) {
        if constexpr (!std::is_same_v<Group, UnknownFact>)
            addCodecs(codecs, group);
    };
    (add(std::type_identity<Groups>()), ...);
    return codecs;
}

const std::vector<Codec>& codecs() {
    static const std::vector<Codec> all = makeCodecs(std::type_identity<Fact>());
    return all;
}

Error inKind(const EncodedFact& encoded, const Error& error) {
    return fail(error.code, encoded.kind + ": " + error.detail);
}

} // namespace

const std::vector<Kind>& allKinds() {
    static const std::vector<Kind> kinds = [] {
        std::vector<Kind> list;
        for (const Codec& codec : codecs())
            list.push_back(codec.kind);
        return list;
    }();
    return kinds;
}

EncodedFact encodeFact(const Fact& fact) {
    return std::visit(
        []<class Group>(const Group& group) -> EncodedFact {
            if constexpr (std::is_same_v<Group, UnknownFact>) {
                return {group.kind, group.version, group.body};
            } else {
                return std::visit(
                    []<class T>(const T& value) -> EncodedFact {
                        return {std::string(kindOf<T>.name), kindOf<T>.version, toJson(value)};
                    },
                    group);
            }
        },
        fact);
}

Result<Fact> decodeFact(const EncodedFact& encoded) {
    if (encoded.kind.empty() || encoded.version < 1)
        return fail(ErrorCode::BadFormat, "a fact without kind or version");
    Result<boost::json::value> body = parseJson(encoded.body, maxBodyDepth);
    if (!body)
        return inKind(encoded, body.error());
    if (!body->is_object())
        return inKind(encoded, fail(ErrorCode::BadFormat, "the body must be an object"));
    const auto codec = std::find_if(codecs().begin(), codecs().end(), [&](const Codec& candidate) {
        return candidate.kind.name == encoded.kind;
    });
    if (codec == codecs().end() || encoded.version > codec->kind.version)
        return Fact(UnknownFact{encoded.kind, encoded.version, encoded.body});
    if (const auto done =
            upgrade(body->get_object(), encoded.kind, encoded.version, codec->kind.version, upgrades());
        !done)
        return done.error();
    Result<Fact> fact = codec->decode(*body);
    return fact ? fact : inKind(encoded, fact.error());
}

} // namespace vitrina::record
