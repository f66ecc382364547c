// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/Amf0.hpp"

#include <bit>

namespace vitrina::engine::obs {
namespace {

enum Marker : std::uint8_t {
    Number = 0,
    Boolean = 1,
    String = 2,
    Object = 3,
    Null = 5,
    Undefined = 6,
    EcmaArray = 8,
    ObjectEnd = 9,
    StrictArray = 10,
};

constexpr int deepest = 8;

} // namespace

std::optional<std::uint8_t> AmfReader::u8() {
    if (bytes_.empty())
        return std::nullopt;
    const std::uint8_t value = bytes_[0];
    bytes_ = bytes_.subspan(1);
    return value;
}

std::optional<std::uint32_t> AmfReader::u16() {
    const auto high = u8();
    const auto low = u8();
    if (!high || !low)
        return std::nullopt;
    return std::uint32_t{*high} << 8 | *low;
}

std::optional<std::string> AmfReader::text() {
    const auto size = u16();
    if (!size || bytes_.size() < *size)
        return std::nullopt;
    std::string value(reinterpret_cast<const char*>(bytes_.data()), *size);
    bytes_ = bytes_.subspan(*size);
    return value;
}

bool AmfReader::drop(std::size_t count) {
    if (bytes_.size() < count)
        return false;
    bytes_ = bytes_.subspan(count);
    return true;
}

std::optional<std::string> AmfReader::string() {
    const auto marker = u8();
    if (!marker || *marker != String)
        return std::nullopt;
    return text();
}

std::optional<double> AmfReader::number() {
    const auto marker = u8();
    if (!marker || *marker != Number || bytes_.size() < 8)
        return std::nullopt;
    std::uint64_t bits = 0;
    for (int i = 0; i < 8; ++i)
        bits = bits << 8 | *u8();
    return std::bit_cast<double>(bits);
}

std::optional<std::string> AmfReader::objectString(std::string_view name) {
    const auto marker = u8();
    if (!marker || (*marker != Object && *marker != EcmaArray) || (*marker == EcmaArray && !drop(4)))
        return std::nullopt;
    std::optional<std::string> found;
    for (;;) {
        const auto key = text();
        if (!key)
            return std::nullopt;
        if (key->empty() && !bytes_.empty() && bytes_[0] == ObjectEnd) {
            drop(1);
            return found;
        }
        if (*key == name && !bytes_.empty() && bytes_[0] == String)
            found = string();
        else if (!skip())
            return std::nullopt;
    }
}

bool AmfReader::skip(int depth) {
    const auto marker = u8();
    if (!marker || depth > deepest)
        return false;
    switch (*marker) {
    case Number:
        return drop(8);
    case Boolean:
        return drop(1);
    case String:
        return text().has_value();
    case Null:
    case Undefined:
        return true;
    case StrictArray: {
        if (bytes_.size() < 4)
            return false;
        std::uint32_t count = 0;
        for (int i = 0; i < 4; ++i)
            count = count << 8 | *u8();
        for (std::uint32_t i = 0; i < count; ++i) {
            if (!skip(depth + 1))
                return false;
        }
        return true;
    }
    case EcmaArray:
        if (!drop(4))
            return false;
        [[fallthrough]];
    case Object:
        for (;;) {
            const auto key = text();
            if (!key)
                return false;
            if (key->empty() && !bytes_.empty() && bytes_[0] == ObjectEnd)
                return drop(1);
            if (!skip(depth + 1))
                return false;
        }
    default:
        return false;
    }
}

void AmfWriter::text(std::string_view value) {
    out_.push_back(static_cast<std::uint8_t>(value.size() >> 8));
    out_.push_back(static_cast<std::uint8_t>(value.size()));
    out_.insert(out_.end(), value.begin(), value.end());
}

AmfWriter& AmfWriter::string(std::string_view value) {
    out_.push_back(String);
    text(value);
    return *this;
}

AmfWriter& AmfWriter::number(double value) {
    out_.push_back(Number);
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (int shift = 56; shift >= 0; shift -= 8)
        out_.push_back(static_cast<std::uint8_t>(bits >> shift));
    return *this;
}

AmfWriter& AmfWriter::null() {
    out_.push_back(Null);
    return *this;
}

AmfWriter& AmfWriter::beginObject() {
    out_.push_back(Object);
    return *this;
}

AmfWriter& AmfWriter::member(std::string_view name, std::string_view value) {
    text(name);
    return string(value);
}

AmfWriter& AmfWriter::member(std::string_view name, double value) {
    text(name);
    return number(value);
}

AmfWriter& AmfWriter::endObject() {
    text({});
    out_.push_back(ObjectEnd);
    return *this;
}

} // namespace vitrina::engine::obs
