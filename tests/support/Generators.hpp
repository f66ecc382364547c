// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/Kinds.hpp"
#include "record/Layouts.hpp"
#include "record/Record.hpp"

#include <rapidcheck.h>

#include <limits>
#include <string>
#include <vector>

/// RapidCheck generators of every value that has a Layout, made from the Layout: a new fact or field is
/// covered without a line here. For tests that link vitrina_record.
namespace vitrina::generators {

template <class T>
struct Any;

/// Text with everything that has ever broken a codec: quotes, controls, NUL, combining marks, astral
/// characters.
inline std::string text() {
    static const std::vector<std::string> pieces{
        "a",    "Z",      "7", " ",       "\"", "\\",     "/",      "\n", "\t", "\x01", std::string(1, '\0'),
        "ā",    "ķ",      "€", "e\u0301", "😀",  "\u2028", "\u202e", "{",  "]",  ",",    ":",
        "body", "\\u0041"};
    std::string all;
    for (const std::size_t index :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size())))
        all += pieces[index];
    return all;
}

template <>
struct Any<std::string> {
    static std::string make() { return text(); }
};
template <>
struct Any<bool> {
    static bool make() { return *rc::gen::arbitrary<bool>(); }
};
template <>
struct Any<double> {
    static double make() { return *rc::gen::inRange(-1'000'000'000, 1'000'000'000) / 1e6; }
};
template <std::integral T>
struct Any<T> {
    static T make() {
        return *rc::gen::oneOf(rc::gen::arbitrary<T>(), rc::gen::element(T{0}, std::numeric_limits<T>::min(),
                                                                         std::numeric_limits<T>::max()));
    }
};
template <>
struct Any<ErrorCode> {
    static ErrorCode make() {
        return *rc::gen::element(ErrorCode::None, ErrorCode::SoldOut, ErrorCode::DiskFull,
                                 ErrorCode::LinkDown, ErrorCode::RequestExpired, ErrorCode::Internal);
    }
};
template <record::Worded E>
struct Any<E> {
    static E make() {
        const auto index = *rc::gen::inRange<std::size_t>(0, record::Words<E>::list.size());
        return record::Words<E>::list[index].first;
    }
};
template <class Tag>
struct Any<Id<Tag>> {
    static Id<Tag> make() { return {text()}; }
};
template <class T>
struct Any<std::optional<T>> {
    static std::optional<T> make() {
        return Any<bool>::make() ? std::optional<T>(Any<T>::make()) : std::nullopt;
    }
};
template <class T>
struct Any<std::vector<T>> {
    static std::vector<T> make() {
        std::vector<T> values(*rc::gen::inRange<std::size_t>(0, 4));
        for (T& value : values)
            value = Any<T>::make();
        return values;
    }
};
template <class K, class T>
struct Any<std::map<K, T>> {
    static std::map<K, T> make() {
        std::map<K, T> values;
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
            values[Any<K>::make()] = Any<T>::make();
        return values;
    }
};
template <class... Ts>
struct Any<std::variant<Ts...>> {
    static std::variant<Ts...> make() {
        const auto chosen = *rc::gen::inRange<std::size_t>(0, sizeof...(Ts));
        std::variant<Ts...> value;
        std::size_t index = 0;
        ((index++ == chosen ? void(value = Any<Ts>::make()) : void()), ...);
        return value;
    }
};
template <record::Described T>
struct Any<T> {
    static T make() {
        T value;
        std::apply(
            [&](const auto&... fields) {
                ((value.*(fields.member) =
                      Any<std::remove_cvref_t<decltype(value.*(fields.member))>>::make()),
                 ...);
            },
            record::Layout<T>::fields);
        return value;
    }
};
/// What a newer version may have written: a kind of its own, or a known kind with a later layout.
template <>
struct Any<record::UnknownFact> {
    static record::UnknownFact make() {
        const bool known = Any<bool>::make();
        return {known ? "show.item_taken" : "future.thing", known ? 9 : *rc::gen::inRange(1, 5),
                *rc::gen::element<std::string>(
                    "{}", "{ \"a\" : 1.50e3, \"b\":[ 1,2 ,\"]}\"] }",
                    "{\"deep\":{\"er\":[{\"x\":null}]},\"body\":{\"kind\":\"\\u0041\"}}")};
    }
};

inline record::Fact fact() {
    return Any<record::Fact>::make();
}

/// A record as it may come from outside: any names, any times.
inline record::Record record() {
    record::Record one;
    one.show = {text()};
    one.run = {"run" + text()};
    one.origin = Any<bool>::make() ? record::Origin::Studio : record::Origin::Server;
    one.seq = 1 + (Any<std::uint64_t>::make() >> 2);
    one.seenOther = Any<std::uint64_t>::make() >> 2;
    one.at = Any<Instant>::make();
    one.boot = text();
    one.fact = fact();
    return one;
}

/// Records 1 … count of one run and origin with any facts.
inline std::vector<record::Record> records(const ShowId& show, const RunId& run, record::Origin origin,
                                           std::size_t count) {
    std::vector<record::Record> line(count);
    for (std::size_t i = 0; i < count; ++i) {
        line[i] = record();
        line[i].show = show;
        line[i].run = run;
        line[i].origin = origin;
        line[i].seq = i + 1;
    }
    return line;
}

} // namespace vitrina::generators
