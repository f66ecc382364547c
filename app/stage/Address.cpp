// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Address.hpp"

#include <algorithm>
#include <charconv>

namespace vitrina::stage {

std::optional<int> parsePort(std::string_view digits) {
    int value = 0;
    const char* end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, value);
    if (error != std::errc() || rest != end || value < 1 || value > 65535)
        return std::nullopt;
    return value;
}

std::optional<HostPort> parseHostPort(std::string_view text) {
    std::string_view host = text.substr(0, text.find(':'));
    std::string_view rest = text.substr(host.size());
    if (takePrefix(text, "[")) {
        const std::size_t close = text.find(']');
        if (close == std::string_view::npos)
            return std::nullopt;
        host = text.substr(0, close);
        rest = text.substr(close + 1);
    }
    if (rest.empty())
        return HostPort{host, std::nullopt};
    const std::optional<int> port = takePrefix(rest, ":") ? parsePort(rest) : std::nullopt;
    return port ? std::optional(HostPort{host, port}) : std::nullopt;
}

std::string_view queryValue(std::string_view query, std::string_view key) {
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (takePrefix(pair, key) && takePrefix(pair, "="))
            return pair;
    }
    return {};
}

bool takePrefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

} // namespace vitrina::stage
