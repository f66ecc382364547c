// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"
#include "record/Json.hpp"

#include <boost/json/object.hpp>

#include <array>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

/// One description of a struct serves both directions: Layout<T>::fields names its members, Words<E>::list an
/// enum's values. toJson() and fromJson() do the rest.
namespace vitrina::record {

template <class T>
struct Layout;
template <class T>
struct Words;

enum class Presence {
    None,
    Required,
    Defaulted, ///< may be left out in a document written by hand; facts always have it
};

template <class Struct, class Member>
struct Field {
    std::string_view name;
    Member Struct::*member;
    Presence presence;
};

template <class Struct, class Member>
constexpr Field<Struct, Member> field(std::string_view name, Member Struct::*member) {
    return {name, member, Presence::Required};
}
template <class Struct, class Member>
constexpr Field<Struct, Member> maybe(std::string_view name, Member Struct::*member) {
    return {name, member, Presence::Defaulted};
}

template <class T>
concept Described = requires {
    Layout<T>::fields;
};
template <class T>
concept Worded = std::is_enum_v<T> && requires {
    Words<T>::list;
};

template <Worded E>
std::string_view wordOf(E value) {
    for (const auto& [known, word] : Words<E>::list) {
        if (known == value)
            return word;
    }
    return "none";
}

template <Worded E>
std::optional<E> fromWord(std::string_view word) {
    for (const auto& [value, known] : Words<E>::list) {
        if (known == word)
            return value;
    }
    return std::nullopt;
}

// Writing

inline void write(JsonWriter& out, const std::string& value) {
    out.string(value);
}
inline void write(JsonWriter& out, bool value) {
    out.boolean(value);
}
inline void write(JsonWriter& out, double value) {
    out.number(value);
}
template <std::integral T>
void write(JsonWriter& out, T value) {
    if constexpr (std::is_signed_v<T>)
        out.integer(value);
    else
        out.natural(value);
}
inline void write(JsonWriter& out, ErrorCode value) {
    out.string(errorName(value));
}
template <Worded E>
void write(JsonWriter& out, E value) {
    out.string(wordOf(value));
}
template <class Tag>
void write(JsonWriter& out, const Id<Tag>& value) {
    out.string(value.value);
}
template <Described T>
void write(JsonWriter& out, const T& value);
template <class T>
void write(JsonWriter& out, const std::vector<T>& values);
template <class T>
void write(JsonWriter& out, const std::optional<T>& value) {
    if (value)
        write(out, *value);
    else
        out.null();
}
template <class Tag>
std::string_view keyText(const Id<Tag>& key) {
    return key.value;
}
template <Worded E>
std::string_view keyText(E key) {
    return wordOf(key);
}
template <class K, class T>
void write(JsonWriter& out, const std::map<K, T>& values) {
    out.beginObject();
    for (const auto& [key, value] : values) {
        out.key(keyText(key));
        write(out, value);
    }
    out.endObject();
}
template <class T>
void write(JsonWriter& out, const std::vector<T>& values) {
    out.beginArray();
    for (const T& value : values)
        write(out, value);
    out.endArray();
}
/// The members without the brackets, so that a caller can add its own.
template <Described T>
void writeFields(JsonWriter& out, const T& value) {
    std::apply(
        [&](const auto&... fields) { ((out.key(fields.name), write(out, value.*(fields.member))), ...); },
        Layout<T>::fields);
}
template <Described T>
void write(JsonWriter& out, const T& value) {
    out.beginObject();
    writeFields(out, value);
    out.endObject();
}

template <class T>
std::string toJson(const T& value, bool indented = false) {
    JsonWriter out(indented);
    write(out, value);
    return out.take();
}

// Reading

/// Carries the mode and, after a failure, what was wrong and where: the place is put together on the way out.
class JsonReader {
  public:
    enum class Mode {
        None,
        Exact,    ///< facts and messages: every field must be there, unknown ones are passed over
        Document, ///< written by hand: fields with a default may be left out, unknown ones are an error (a
                  ///< typing slip)
    };

    explicit JsonReader(Mode mode) : mode_(mode) {}

    bool document() const { return mode_ == Mode::Document; }
    bool wrong(std::string what) {
        what_ = std::move(what);
        return false;
    }
    bool inMember(std::string_view name) {
        path_ = std::string(name) + (path_.empty() || path_.front() == '[' ? "" : ".") + path_;
        return false;
    }
    bool inElement(std::size_t index) {
        path_ =
            "[" + std::to_string(index) + "]" + (path_.empty() || path_.front() == '[' ? "" : ".") + path_;
        return false;
    }
    Error error() const { return fail(ErrorCode::BadFormat, path_.empty() ? what_ : path_ + ": " + what_); }

  private:
    Mode mode_;
    std::string what_;
    std::string path_;
};

using JsonValue = boost::json::value;

inline bool read(JsonReader& in, const JsonValue& json, std::string& value) {
    const auto* text = json.if_string();
    if (!text)
        return in.wrong("must be a text");
    value.assign(text->data(), text->size());
    return true;
}
inline bool read(JsonReader& in, const JsonValue& json, bool& value) {
    const bool* known = json.if_bool();
    if (!known)
        return in.wrong("must be true or false");
    value = *known;
    return true;
}
inline bool read(JsonReader& in, const JsonValue& json, double& value) {
    boost::json::error_code error;
    value = json.to_number<double>(error);
    return error ? in.wrong("must be a number") : true;
}
template <std::integral T>
bool read(JsonReader& in, const JsonValue& json, T& value) {
    boost::json::error_code error;
    value = json.to_number<T>(error);
    return error ? in.wrong("must be a whole number in range") : true;
}
inline bool read(JsonReader& in, const JsonValue& json, ErrorCode& value) {
    std::string name;
    if (!read(in, json, name))
        return false;
    value = errorFromName(name);
    return true;
}
template <Worded E>
bool readWord(JsonReader& in, std::string_view word, E& value) {
    const auto known = fromWord<E>(word);
    if (!known)
        return in.wrong("unknown word \"" + std::string(word) + "\"");
    value = *known;
    return true;
}
template <Worded E>
bool read(JsonReader& in, const JsonValue& json, E& value) {
    std::string word;
    return read(in, json, word) && readWord(in, word, value);
}
template <class Tag>
bool read(JsonReader& in, const JsonValue& json, Id<Tag>& value) {
    return read(in, json, value.value);
}
template <Described T>
bool read(JsonReader& in, const JsonValue& json, T& value);
template <class T>
bool read(JsonReader& in, const JsonValue& json, std::vector<T>& values);
template <class T>
bool read(JsonReader& in, const JsonValue& json, std::optional<T>& value) {
    if (json.is_null()) {
        value.reset();
        return true;
    }
    return read(in, json, value.emplace());
}
template <class Tag>
bool readKey(JsonReader&, std::string_view text, Id<Tag>& key) {
    key.value = text;
    return true;
}
template <Worded E>
bool readKey(JsonReader& in, std::string_view text, E& key) {
    return readWord(in, text, key);
}
template <class K, class T>
bool read(JsonReader& in, const JsonValue& json, std::map<K, T>& values) {
    const auto* object = json.if_object();
    if (!object)
        return in.wrong("must be an object");
    for (const auto& member : *object) {
        K key{};
        if (!readKey(in, member.key(), key) || !read(in, member.value(), values[key]))
            return in.inMember(member.key());
    }
    return true;
}
template <class T>
bool read(JsonReader& in, const JsonValue& json, std::vector<T>& values) {
    const auto* array = json.if_array();
    if (!array)
        return in.wrong("must be a list");
    values.reserve(array->size());
    for (std::size_t i = 0; i < array->size(); ++i) {
        if (!read(in, (*array)[i], values.emplace_back()))
            return in.inElement(i);
    }
    return true;
}

template <class Struct, class Member>
bool readField(JsonReader& in, const boost::json::object& object, const Field<Struct, Member>& field,
               std::type_identity_t<Struct>& value) {
    const JsonValue* json = object.if_contains(field.name);
    if (!json) {
        if (in.document() && field.presence == Presence::Defaulted)
            return true;
        in.wrong("is missing");
        return in.inMember(field.name);
    }
    return read(in, *json, value.*(field.member)) || in.inMember(field.name);
}

template <Described T>
bool knowsField(std::string_view name) {
    return std::apply([&](const auto&... fields) { return ((fields.name == name) || ...); },
                      Layout<T>::fields);
}

template <Described T>
bool read(JsonReader& in, const JsonValue& json, T& value) {
    const auto* object = json.if_object();
    if (!object)
        return in.wrong("must be an object");
    if (in.document()) {
        for (const auto& member : *object) {
            if (!knowsField<T>(member.key())) {
                in.wrong("unknown field");
                return in.inMember(member.key());
            }
        }
    }
    return std::apply([&](const auto&... fields) { return (readField(in, *object, fields, value) && ...); },
                      Layout<T>::fields);
}

template <class T>
Result<T> fromJson(const JsonValue& json, JsonReader::Mode mode = JsonReader::Mode::Exact) {
    JsonReader in(mode);
    T value{};
    if (!read(in, json, value))
        return in.error();
    return value;
}

} // namespace vitrina::record
