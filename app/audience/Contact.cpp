// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/Message.hpp"

#include <algorithm>
#include <string_view>

namespace vitrina::audience {

namespace {

bool isAlnum(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isWide(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

bool isDomain(std::string_view domain) {
    std::size_t labels = 0;
    while (true) {
        const std::size_t dot = domain.find('.');
        const std::string_view label = domain.substr(0, dot);
        const auto allowed = [](char c) {
            return isAlnum(c) || isWide(c) || c == '-';
        };
        if (label.empty() || label.size() > 63 || !std::ranges::all_of(label, allowed) ||
            label.front() == '-' || label.back() == '-')
            return false;
        ++labels;
        if (dot == std::string_view::npos)
            return labels >= 2 && label.size() >= 2;
        domain.remove_prefix(dot + 1);
    }
}

bool isEmail(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || text.size() > 254)
        return false;
    const std::string_view local = text.substr(0, at);
    const auto allowed = [](char c) {
        return isAlnum(c) || isWide(c) ||
               std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
    };
    return !local.empty() && local.size() <= 64 && std::ranges::all_of(local, allowed) &&
           local.front() != '.' && local.back() != '.' && local.find("..") == std::string_view::npos &&
           isDomain(text.substr(at + 1));
}

/// The number with its separators taken out; empty when it is none.
std::string phone(std::string_view text) {
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9')
            digits += c;
        else if (c == '+' && i == 0)
            digits += c;
        else if (std::string_view(" -().").find(c) == std::string_view::npos)
            return {};
    }
    const std::size_t count = digits.size() - (digits.starts_with('+') ? 1 : 0);
    return count >= 7 && count <= 15 ? digits : std::string();
}

} // namespace

Result<std::string> cleanContact(const std::string& utf8) {
    const auto cleaned = cleanText(utf8, 254);
    if (!cleaned)
        return fail(ErrorCode::BadContact);
    if (isEmail(*cleaned))
        return *cleaned;
    if (std::string number = phone(*cleaned); !number.empty())
        return number;
    return fail(ErrorCode::BadContact);
}

} // namespace vitrina::audience
