// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/Json.hpp"

#include <boost/json/parse.hpp>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace vitrina::record {
namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Walks over text that is known to be valid JSON.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    char peek() {
        while (at_ < text_.size() && isBlank(text_[at_]))
            ++at_;
        return at_ < text_.size() ? text_[at_] : '\0';
    }
    bool eat(char c) {
        if (peek() != c)
            return false;
        ++at_;
        return true;
    }
    std::string_view value() {
        peek();
        const std::size_t start = at_;
        std::size_t open = 0;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '"') {
                skipString();
                if (open == 0)
                    break;
                continue;
            }
            if (open == 0 && (c == ',' || c == '}' || c == ']' || isBlank(c)))
                break;
            ++at_;
            if (c == '{' || c == '[')
                ++open;
            else if ((c == '}' || c == ']') && --open == 0)
                break;
        }
        return text_.substr(start, at_ - start);
    }

  private:
    void skipString() {
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_)
            at_ += text_[at_] == '\\' ? 1 : 0;
        at_ = std::min(at_ + 1, text_.size());
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

/// How many bytes the well-formed UTF-8 sequence at the start takes; 0 if there is none (Unicode 15, table
/// 3-7).
std::size_t sequenceLength(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto tail = [&](std::size_t i) {
        return (byte(i) & 0xC0U) == 0x80U;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return tail(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool second = tail(1) && !(lead == 0xE0 && byte(1) < 0xA0) && !(lead == 0xED && byte(1) > 0x9F);
        return second && tail(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool second = tail(1) && !(lead == 0xF0 && byte(1) < 0x90) && !(lead == 0xF4 && byte(1) > 0x8F);
        return second && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

} // namespace

Result<boost::json::value> parseJson(std::string_view text, std::size_t maxDepth) {
    boost::json::parse_options options;
    options.max_depth = maxDepth;
    boost::json::error_code error;
    boost::json::value value = boost::json::parse({text.data(), text.size()}, error, {}, options);
    if (error)
        return fail(ErrorCode::BadFormat, "not JSON: " + error.message());
    return value;
}

std::optional<std::string_view> rawMember(std::string_view object, std::string_view name) {
    Scanner scanner(object);
    if (!scanner.eat('{'))
        return std::nullopt;
    while (scanner.peek() == '"') {
        const std::string_view key = scanner.value();
        if (!scanner.eat(':'))
            return std::nullopt;
        const std::string_view value = scanner.value();
        if (key.size() >= 2 && key.substr(1, key.size() - 2) == name)
            return value;
        scanner.eat(',');
    }
    return std::nullopt;
}

std::vector<std::string_view> rawElements(std::string_view array) {
    std::vector<std::string_view> elements;
    Scanner scanner(array);
    if (!scanner.eat('['))
        return elements;
    while (scanner.peek() != ']' && scanner.peek() != '\0') {
        elements.push_back(scanner.value());
        if (!scanner.eat(','))
            break;
    }
    return elements;
}

void JsonWriter::newLine() {
    if (!indented_)
        return;
    out_ += '\n';
    out_.append(depth_ * 2, ' ');
}

void JsonWriter::element() {
    if (afterKey_) {
        afterKey_ = false;
        return;
    }
    if (depth_ > 0) {
        if (!first_)
            out_ += ',';
        newLine();
    }
    first_ = false;
}

void JsonWriter::begin(char bracket) {
    if (out_.empty())
        out_.reserve(512); // an order's record grows to about that, and not through six sizes
    element();
    out_ += bracket;
    ++depth_;
    first_ = true;
}

void JsonWriter::end(char bracket) {
    --depth_;
    if (!first_)
        newLine();
    out_ += bracket;
    first_ = false;
}

void JsonWriter::key(std::string_view name) {
    element();
    quoted(name);
    out_ += indented_ ? ": " : ":";
    afterKey_ = true;
}

void JsonWriter::string(std::string_view utf8) {
    element();
    quoted(utf8);
}

void JsonWriter::quoted(std::string_view utf8) {
    out_ += '"';
    std::size_t plain = 0; // where the run of bytes that need no change began
    std::size_t at = 0;
    const auto flush = [&] {
        out_.append(utf8.substr(plain, at - plain));
    };
    while (at < utf8.size()) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if (byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\') {
            ++at;
            continue;
        }
        const std::size_t length = sequenceLength(utf8.substr(at));
        if (length > 1) {
            at += length;
            continue;
        }
        flush();
        if (length == 0) {
            out_ += "\xEF\xBF\xBD";
        } else if (byte == '"' || byte == '\\') {
            out_ += '\\';
            out_ += utf8[at];
        } else if (byte == '\n') {
            out_ += "\\n";
        } else {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", byte);
            out_ += escape;
        }
        plain = ++at;
    }
    flush();
    out_ += '"';
}

void JsonWriter::integer(std::int64_t value) {
    char text[24];
    raw({text, static_cast<std::size_t>(std::to_chars(text, text + sizeof text, value).ptr - text)});
}

void JsonWriter::natural(std::uint64_t value) {
    char text[24];
    raw({text, static_cast<std::size_t>(std::to_chars(text, text + sizeof text, value).ptr - text)});
}

void JsonWriter::number(double value) {
    if (std::isnan(value))
        value = 0.0;
    constexpr double most = 1e300; // JSON has no infinity
    value = std::fmin(std::fmax(value, -most), most);
    char text[40];
    // to_chars and not printf: the decimal point must not follow the locale.
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::general, 15).ptr;
    raw({text, static_cast<std::size_t>(end - text)});
}

void JsonWriter::boolean(bool value) {
    raw(value ? "true" : "false");
}

void JsonWriter::null() {
    raw("null");
}

void JsonWriter::raw(std::string_view json) {
    element();
    out_ += json;
}

} // namespace vitrina::record
