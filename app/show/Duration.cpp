// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/Edit.hpp"

#include <algorithm>
#include <string_view>

namespace vitrina::show {
namespace {

constexpr std::string_view separators = ":.,";

bool digits(std::string_view text) {
    return !text.empty() && text.size() <= 6 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::int64_t number(std::string_view text) {
    std::int64_t value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return value;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

} // namespace

std::optional<std::int64_t> parseDuration(const std::string& typed) {
    std::string_view rest = trimmed(typed);
    const bool plain = rest.find_first_of(separators) == std::string_view::npos;
    if (plain && !rest.empty() && rest.back() == 's')
        rest = trimmed(rest.substr(0, rest.size() - 1));
    std::int64_t seconds = 0;
    for (int part = 0; part < 3; ++part) {
        const std::size_t end = rest.find_first_of(separators);
        const std::string_view figure = rest.substr(0, end);
        // "1.5" could be a minute and a half or five seconds more: after a sign there are two figures.
        if (!digits(figure) || (part > 0 && (figure.size() != 2 || number(figure) > 59)))
            return std::nullopt;
        seconds = seconds * 60 + number(figure);
        if (end == std::string_view::npos)
            return seconds * 1000 <= maxPlannedMs ? std::optional(seconds * 1000) : std::nullopt;
        rest = rest.substr(end + 1);
    }
    return std::nullopt;
}

} // namespace vitrina::show
