// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/SetUp.hpp"

#include "stage/Address.hpp"

#include <algorithm>
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

std::optional<HostPort> checkedHostPort(std::string_view text) {
    return only(text, hostCharacters) ? parseHostPort(text) : std::nullopt;
}

std::string srtAddress(std::string_view rest) {
    if (!takePrefix(rest, "//")) {
        const std::optional<int> number = parsePort(rest);
        return number ? "srt://0.0.0.0:" + std::to_string(*number) + "?mode=listener" : std::string();
    }
    const std::size_t question = std::min(rest.find('?'), rest.size());
    const std::optional<HostPort> peer = checkedHostPort(rest.substr(0, question));
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
        const std::optional<int> number = parsePort(rest.substr(0, slash));
        return number ? "rtmp://0.0.0.0:" + std::to_string(*number) + "/" + std::string(path) : std::string();
    }
    const std::optional<HostPort> peer = checkedHostPort(rest.substr(0, slash));
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

bool hasPicture(SourceKind kind) {
    return kind != SourceKind::None && kind != SourceKind::Microphone;
}

bool hasSound(SourceKind kind) {
    switch (kind) {
    case SourceKind::TestCamera:
    case SourceKind::File:
    case SourceKind::Srt:
    case SourceKind::Rtmp:
    case SourceKind::Rtsp:
    case SourceKind::Microphone:
        return true;
    default:
        return false;
    }
}

bool needsAddress(SourceKind kind) {
    return kind != SourceKind::None && kind != SourceKind::TestCamera;
}

bool shows(const Scene& scene, const SourceId& source) {
    return std::ranges::any_of(scene.layouts, [&](const auto& layout) {
        return std::ranges::find(layout.second, source, &SceneItem::source) != layout.second.end();
    });
}

Scene fullScene(const Source& source) {
    Scene scene;
    scene.id = SceneId{"full-" + source.id.value};
    scene.name = source.name;
    scene.role = SceneRole::Full;
    for (const CanvasShape shape : {CanvasShape::Landscape, CanvasShape::Portrait})
        scene.layouts[shape] = {SceneItem{source.id, {}, Fit::Cover}};
    return scene;
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
