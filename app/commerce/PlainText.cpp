// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/PlainText.hpp"

#include "base/Currency.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace vitrina::commerce {
namespace {

constexpr std::size_t longestEntity = 11; // "&" to ";"
constexpr std::size_t longestTag = 4096;
constexpr std::size_t npos = std::string_view::npos;
constexpr std::int64_t mostHundredths = 100'000'000'000'000;

/// The names that shops' editors write; the others of HTML's 2,231 stay as they stand.
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> names{{
    {"amp", "&"},   {"lt", "<"},    {"gt", ">"},     {"quot", "\""}, {"apos", "'"},  {"nbsp", " "},
    {"ndash", "–"}, {"mdash", "—"}, {"hellip", "…"}, {"euro", "€"},  {"deg", "°"},   {"times", "×"},
    {"laquo", "«"}, {"raquo", "»"}, {"bdquo", "„"},  {"ldquo", "“"}, {"rdquo", "”"}, {"lsquo", "‘"},
    {"rsquo", "’"}, {"copy", "©"},  {"reg", "®"},    {"trade", "™"}, {"bull", "•"},  {"middot", "·"},
}};
constexpr std::array<std::string_view, 16> blocks{"p",  "br", "div", "li", "ul", "ol", "tr",      "table",
                                                  "h1", "h2", "h3",  "h4", "h5", "h6", "section", "hr"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool letter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
}
bool digit(char c) {
    return c >= '0' && c <= '9';
}

void append(std::string& text, std::uint32_t point) {
    const auto byte = [&](std::uint32_t value) {
        text += static_cast<char>(value);
    };
    if (point < 0x80) {
        byte(point);
    } else if (point < 0x800) {
        byte(0xC0 | point >> 6);
        byte(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        byte(0xE0 | point >> 12);
        byte(0x80 | (point >> 6 & 0x3F));
        byte(0x80 | (point & 0x3F));
    } else {
        byte(0xF0 | point >> 18);
        byte(0x80 | (point >> 12 & 0x3F));
        byte(0x80 | (point >> 6 & 0x3F));
        byte(0x80 | (point & 0x3F));
    }
}

class Stripping {
  public:
    explicit Stripping(std::string_view html) : html_(html) {}

    std::string text() {
        while (at_ < html_.size()) {
            const char c = html_[at_];
            if ((c == '<' && tag()) || (c == '&' && entity()))
                continue;
            put(c);
            ++at_;
        }
        while (!out_.empty() && (out_.back() == ' ' || out_.back() == '\n'))
            out_.pop_back();
        return std::move(out_);
    }

  private:
    /// Control characters are blanks, but for a line's end; one blank is enough, and so is one empty line.
    void put(char c) {
        if (c == '\n')
            return line();
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F)
            c = ' ';
        if (c == ' ' && (out_.empty() || out_.back() == ' ' || out_.back() == '\n'))
            return;
        out_ += c;
    }
    void line() {
        while (!out_.empty() && out_.back() == ' ')
            out_.pop_back();
        if (!out_.empty() && !out_.ends_with("\n\n"))
            out_ += '\n';
    }

    bool tag() {
        if (html_.substr(at_).starts_with("<!--")) {
            const std::size_t end = html_.find("-->", at_ + 4);
            at_ = end == npos ? html_.size() : end + 3;
            return true;
        }
        std::size_t name = at_ + 1;
        const bool closes = name < html_.size() && html_[name] == '/';
        name += closes ? 1 : 0;
        if (name >= html_.size() || !(letter(html_[name]) || html_[name] == '!'))
            return false;
        const std::size_t length = html_.substr(name, longestTag).find('>');
        if (length == npos)
            return false;
        const std::size_t end = name + length;
        std::string word;
        for (std::size_t i = name; i < end && (letter(html_[i]) || digit(html_[i])); ++i)
            word += lower(html_[i]);
        at_ = end + 1;
        if (!closes && (word == "script" || word == "style"))
            skipTo("</" + word);
        else if (std::ranges::find(blocks, word) != blocks.end() && !out_.empty() && out_.back() != '\n')
            line();
        return true;
    }

    void skipTo(const std::string& closing) {
        for (; at_ < html_.size(); ++at_) {
            const std::string_view here = html_.substr(at_, closing.size());
            if (std::ranges::equal(here, closing, {}, lower)) {
                const std::size_t end = html_.find('>', at_);
                at_ = end == npos ? html_.size() : end + 1;
                return;
            }
        }
    }

    bool entity() {
        // Looked for no further than a name can be long: a cell full of signs is gone through once.
        const std::size_t length = html_.substr(at_, longestEntity).find(';');
        if (length == npos || length == 1)
            return false;
        const std::size_t end = at_ + length;
        const std::string_view name = html_.substr(at_ + 1, end - at_ - 1);
        if (name.front() == '#' ? !numbered(name.substr(1)) : !named(name))
            return false;
        at_ = end + 1;
        return true;
    }
    bool named(std::string_view name) {
        const auto found =
            std::ranges::find(names, name, &std::pair<std::string_view, std::string_view>::first);
        if (found == names.end())
            return false;
        for (const char c : found->second)
            put(c);
        return true;
    }
    bool numbered(std::string_view number) {
        const bool hex = number.starts_with('x') || number.starts_with('X');
        number.remove_prefix(hex ? 1 : 0);
        std::uint32_t point = 0;
        if (number.empty())
            return false;
        for (const char c : number) {
            const char low = lower(c);
            if (!digit(c) && !(hex && low >= 'a' && low <= 'f'))
                return false;
            point = point * (hex ? 16 : 10) + std::uint32_t(digit(c) ? c - '0' : low - 'a' + 10);
            if (point > 0x10FFFF)
                return false;
        }
        if (point == 0 || (point >= 0xD800 && point < 0xE000))
            return false;
        std::string bytes;
        append(bytes, point == 0xA0 ? ' ' : point);
        for (const char c : bytes)
            put(c);
        return true;
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::string out_;
};

/// Takes off what stands around a figure: signs and words of currencies, blanks of all kinds.
std::string figureOf(std::string_view text) {
    std::string figure;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const std::string_view rest = text.substr(i);
        if (digit(c) || c == '.' || c == ',' || c == '-')
            figure += c;
        else if (rest.starts_with("\xE2\x88\x92")) // the real minus
            figure += '-';
    }
    return figure;
}

/// Letters between digits, two numbers, other signs: whatever it is, it is no amount.
bool isFigure(std::string_view text) {
    std::size_t letters = 0;
    bool digitsSeen = false;
    bool wordBehind = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (digit(text[i])) {
            if (wordBehind)
                return false;
            digitsSeen = true;
        } else if (letter(text[i]) || byte >= 0x80) {
            const std::string_view rest = text.substr(i);
            const bool blank = rest.starts_with("\xC2\xA0") || rest.starts_with("\xE2\x80\xAF") ||
                               rest.starts_with("\xE2\x80\x89") || rest.starts_with("\xE2\x88\x92");
            if (blank) {
                i += rest[0] == '\xC2' ? 1 : 2;
                continue;
            }
            if (++letters > 8)
                return false;
            wordBehind = digitsSeen;
        } else if (text[i] != ' ' && text[i] != '.' && text[i] != ',' && text[i] != '-' && text[i] != '\'' &&
                   text[i] != '$') {
            return false;
        }
    }
    return digitsSeen;
}

/// Groups of three behind the first sign.
bool grouped(std::string_view whole, char sign) {
    std::size_t part = 0;
    bool first = true;
    for (std::size_t i = 0; i <= whole.size(); ++i) {
        if (i < whole.size() && whole[i] != sign) {
            if (!digit(whole[i]))
                return false;
            ++part;
            continue;
        }
        if (first ? part == 0 || part > 3 : part != 3)
            return false;
        first = false;
        part = 0;
    }
    return true;
}

struct Parts {
    std::string_view whole;
    std::string_view decimals;
    char groups = 0; ///< what parts the thousands; 0: nothing does
};

/// Where the whole ends and the decimals begin; nothing: it can't be told.
std::optional<Parts> partsOf(std::string_view figure) {
    const std::size_t last = figure.find_last_of(".,");
    if (last == npos)
        return Parts{figure, {}, 0};
    const char sign = figure[last];
    const char other = sign == '.' ? ',' : '.';
    const bool once = figure.find(sign) == last;
    const bool both = figure.find(other) != npos;
    const std::string_view behind = figure.substr(last + 1);
    if (!once)
        return Parts{figure, {}, sign}; // 1,234,567
    if (both)
        return Parts{figure.substr(0, last), behind, other};
    if (behind.size() == 3 && figure.substr(0, last) != "0")
        return std::nullopt;
    return Parts{figure.substr(0, last), behind, 0};
}

} // namespace

std::string plainText(std::string_view html) {
    while (!html.empty() && (html.front() == ' ' || html.front() == '\n'))
        html.remove_prefix(1);
    return Stripping(html).text();
}

std::string_view cutText(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    return text.substr(0, bytes);
}

Amount readAmount(std::string_view text) {
    const auto fault = [](AmountFault why) {
        return Amount{0, why};
    };
    if (!isFigure(text))
        return fault(AmountFault::NotANumber);
    std::string figure = figureOf(text);
    const bool negative = figure.starts_with('-');
    figure.erase(0, negative ? 1 : 0);
    while (figure.ends_with('.') || figure.ends_with(',')) // "18,-" and "Ls."
        figure.pop_back();
    if (figure.ends_with('-') && figure.size() > 2 &&
        (figure[figure.size() - 2] == ',' || figure[figure.size() - 2] == '.'))
        figure.resize(figure.size() - 2);
    if (figure.empty() || figure.find('-') != std::string::npos)
        return fault(AmountFault::NotANumber);
    const std::optional<Parts> parts = partsOf(figure);
    if (!parts)
        return fault(AmountFault::Unclear);
    if (parts->groups && !grouped(parts->whole, parts->groups))
        return fault(AmountFault::NotANumber);
    std::int64_t hundredths = 0;
    for (const char c : parts->whole) {
        if (c == parts->groups)
            continue;
        if (!digit(c))
            return fault(AmountFault::NotANumber);
        hundredths = hundredths * 10 + (c - '0');
        if (hundredths > mostHundredths / 100)
            return fault(AmountFault::NotANumber);
    }
    hundredths *= 100;
    for (std::size_t i = 0; i < parts->decimals.size(); ++i) {
        const char c = parts->decimals[i];
        if (!digit(c))
            return fault(AmountFault::NotANumber);
        if (i > 1 && c != '0')
            return fault(AmountFault::TooPrecise);
        hundredths += i == 0 ? (c - '0') * 10 : i == 1 ? c - '0' : 0;
    }
    return negative && hundredths > 0 ? Amount{-hundredths, AmountFault::Negative}
                                      : Amount{hundredths, AmountFault::None};
}

std::optional<std::int64_t> minorOf(const Amount& read, std::string_view currency) {
    const std::int64_t hundredthsPerMinor = 100 / minorPerUnit(currency);
    if (read.fault != AmountFault::None || read.hundredths % hundredthsPerMinor != 0)
        return std::nullopt;
    return read.hundredths / hundredthsPerMinor;
}

std::string priceText(const Money& price) {
    return amountOf(price.minor * (100 / minorPerUnit(price.currency)));
}

std::string amountOf(std::int64_t hundredths) {
    const std::string sign = hundredths < 0 ? "-" : "";
    const std::uint64_t size =
        hundredths < 0 ? 0 - static_cast<std::uint64_t>(hundredths) : static_cast<std::uint64_t>(hundredths);
    const std::string cents = std::to_string(size % 100);
    return sign + std::to_string(size / 100) + "." + (cents.size() < 2 ? "0" : "") + cents;
}

} // namespace vitrina::commerce
