// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/SetUp.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace vitrina::stage {
namespace {

/// What may stand in a host or an RTMP path: none of it can end an option, a line or a shell word further
/// down.
constexpr std::string_view hostCharacters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_[]:";
constexpr std::string_view pathCharacters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_~/";
constexpr std::string_view queryCharacters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_~/=&%+,:@";
constexpr std::size_t longestAddress = 1024;

bool only(std::string_view text, std::string_view allowed) {
    return text.find_first_not_of(allowed) == std::string_view::npos;
}

std::optional<int> port(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value < 1 || value > 65535)
        return std::nullopt;
    return value;
}

struct Authority {
    std::string_view host;
    std::optional<int> port;
};

/// "host:port", "host", ":port", "[::1]:port". Nothing when the port is no port.
std::optional<Authority> authority(std::string_view text) {
    if (!only(text, hostCharacters))
        return std::nullopt;
    const std::size_t bracket = text.rfind(']');
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || (bracket != std::string_view::npos && colon < bracket))
        return Authority{text, std::nullopt};
    const std::optional<int> number = port(text.substr(colon + 1));
    const std::string_view host = text.substr(0, colon);
    const bool bareIpv6 = bracket == std::string_view::npos && host.find(':') != std::string_view::npos;
    if (!number || bareIpv6)
        return std::nullopt;
    return Authority{host, number};
}

bool takePrefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

/// The value of `key` in "a=1&b=2", empty when it is missing.
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

std::string srtAddress(std::string_view rest) {
    if (!takePrefix(rest, "//")) {
        const std::optional<int> number = port(rest);
        return number ? "srt://0.0.0.0:" + std::to_string(*number) + "?mode=listener" : std::string();
    }
    const std::size_t question = std::min(rest.find('?'), rest.size());
    const std::optional<Authority> peer = authority(rest.substr(0, question));
    const std::string_view query = question < rest.size() ? rest.substr(question + 1) : std::string_view();
    const std::string_view mode = queryValue(query, "mode");
    const bool listens = mode == "listener";
    if (!peer || !peer->port || (peer->host.empty() && !listens) || !only(query, queryCharacters))
        return {};
    if (!mode.empty() && !listens && mode != "caller" && mode != "rendezvous")
        return {};
    const std::string_view passphrase = queryValue(query, "passphrase");
    if (!passphrase.empty() && (passphrase.size() < 10 || passphrase.size() > 79))
        return {}; // libsrt refuses any other length, but only when a camera connects
    return "srt://" + std::string(rest);
}

std::string rtmpAddress(std::string_view rest) {
    const bool whole = takePrefix(rest, "//");
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos)
        return {};
    const std::string_view path = rest.substr(slash + 1);
    const bool goodPath = !path.empty() && path.front() != '/' && path.back() != '/' &&
                          only(path, pathCharacters) && path.find("..") == std::string_view::npos;
    if (!goodPath)
        return {};
    if (!whole) {
        const std::optional<int> number = port(rest.substr(0, slash));
        return number ? "rtmp://0.0.0.0:" + std::to_string(*number) + "/" + std::string(path) : std::string();
    }
    const std::optional<Authority> peer = authority(rest.substr(0, slash));
    return peer && !peer->host.empty() ? "rtmp://" + std::string(rest) : std::string();
}

bool hasControlCharacter(std::string_view text) {
    return std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

} // namespace

const std::vector<SceneItem>* Scene::layoutFor(CanvasShape shape) const {
    if (layouts.empty())
        return nullptr;
    auto found = layouts.find(shape);
    if (found == layouts.end())
        found = layouts.find(CanvasShape::Landscape);
    return found == layouts.end() ? &layouts.begin()->second : &found->second;
}

const Source* findSource(const SetUp& setUp, const SourceId& id) {
    const auto found = std::ranges::find(setUp.sources, id, &Source::id);
    return found == setUp.sources.end() ? nullptr : &*found;
}

const Scene* findScene(const SetUp& setUp, const SceneId& id) {
    const auto found = std::ranges::find(setUp.scenes, id, &Scene::id);
    return found == setUp.scenes.end() ? nullptr : &*found;
}

const Scene* sceneForRole(const SetUp& setUp, SceneRole role) {
    if (setUp.scenes.empty())
        return nullptr;
    const auto found = std::ranges::find(setUp.scenes, role, &Scene::role);
    return found == setUp.scenes.end() ? &setUp.scenes.front() : &*found;
}

Source sourceFromAddress(const std::string& name, const std::string& address) {
    Source source;
    source.id = SourceId{name};
    source.name = name;
    if (name.empty() || address.size() > longestAddress || hasControlCharacter(name) ||
        hasControlCharacter(address))
        return source;
    std::string_view rest = address;
    SourceKind kind = SourceKind::None;
    if (address == "test:") {
        source.kind = SourceKind::TestCamera;
        return source;
    }
    if (takePrefix(rest, "file:")) {
        kind = SourceKind::File;
        source.address = std::string(rest);
    } else if (takePrefix(rest, "srt:")) {
        kind = SourceKind::Srt;
        source.address = srtAddress(rest);
    } else if (takePrefix(rest, "rtmp:")) {
        kind = SourceKind::Rtmp;
        source.address = rtmpAddress(rest);
    }
    source.kind = source.address.empty() ? SourceKind::None : kind;
    return source;
}

} // namespace vitrina::stage
