// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/SourceAddress.hpp"

#include "stage/Address.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

namespace vitrina::stage {
namespace {

// What may stand beside letters and digits.
constexpr std::string_view hostCharacters = ".-_[]:";
constexpr std::string_view keyCharacters = ".-_~";
constexpr std::string_view pathCharacters = ".-_~/";
constexpr std::string_view queryCharacters = ".-_~/=&%+,:@";
constexpr std::string_view userCharacters = ".-_~%!*+=:";
constexpr std::string_view urlTailCharacters = ".-_~/=&%+,:@;!*?()";
constexpr std::string_view deviceCharacters = ".-_:+/";
constexpr std::size_t longestAddress = 1024;
constexpr std::size_t shortestPassphrase = 10; // libsrt refuses any other length, but only when a
constexpr std::size_t longestPassphrase = 79;  // camera connects
constexpr std::size_t shortestKey = 8;         ///< of a new RTMP camera; older set-ups may have shorter ones
constexpr int mostScreens = 16;

bool only(std::string_view text, std::string_view besides) {
    return std::ranges::all_of(text, [&](char c) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return plain || besides.find(c) != std::string_view::npos;
    });
}

bool hasControlCharacter(std::string_view text) {
    return std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

std::optional<HostPort> checkedHostPort(std::string_view text) {
    return only(text, hostCharacters) ? parseHostPort(text) : std::nullopt;
}

std::string srtAddress(std::string_view given) {
    std::string_view rest = given;
    if (!takePrefix(rest, "srt://") && !takePrefix(rest, "//")) {
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
    if (!passphrase.empty() &&
        (passphrase.size() < shortestPassphrase || passphrase.size() > longestPassphrase))
        return {};
    return "srt://" + std::string(rest);
}

bool isRtmpPath(std::string_view path) {
    return !path.empty() && only(path, pathCharacters) && path.find("//") == std::string_view::npos &&
           path.find("..") == std::string_view::npos && path.front() != '/' && path.back() != '/';
}

std::string rtmpAddress(std::string_view given) {
    std::string_view rest = given;
    if (!takePrefix(rest, "rtmp://") && !takePrefix(rest, "//")) {
        const std::size_t slash = rest.find('/');
        if (slash == std::string_view::npos)
            return {};
        const std::optional<int> number = parsePort(rest.substr(0, slash));
        const std::string_view path = rest.substr(slash + 1);
        return number && isRtmpPath(path)
                   ? "rtmp://0.0.0.0:" + std::to_string(*number) + "/" + std::string(path)
                   : std::string();
    }
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos)
        return {};
    const std::optional<HostPort> peer = checkedHostPort(rest.substr(0, slash));
    if (!peer || peer->host.empty() || !isRtmpPath(rest.substr(slash + 1)))
        return {};
    return "rtmp://" + std::string(rest);
}

/// rtsp and http: user and password may stand in it, as cameras want them.
std::string urlAddress(std::string_view given, std::initializer_list<std::string_view> schemes) {
    std::string_view rest = given;
    const auto scheme =
        std::ranges::find_if(schemes, [&](std::string_view one) { return takePrefix(rest, one); });
    if (scheme == schemes.end())
        return {};
    const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
    std::string_view authority = rest.substr(0, end);
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
        if (at == 0 || !only(authority.substr(0, at), userCharacters))
            return {};
        authority.remove_prefix(at + 1);
    }
    const std::optional<HostPort> peer = checkedHostPort(authority);
    if (!peer || peer->host.empty() || !only(rest.substr(end), urlTailCharacters))
        return {};
    return std::string(given);
}

std::string colourAddress(std::string_view given) {
    takePrefix(given, "#");
    const auto hex = [](unsigned char c) {
        return std::isxdigit(c) != 0;
    };
    if (given.size() != 6 || !std::ranges::all_of(given, hex))
        return {};
    std::string address = "#" + std::string(given);
    std::ranges::transform(address, address.begin(), [](unsigned char c) { return char(std::toupper(c)); });
    return address;
}

std::string deviceAddress(std::string_view given) {
    const bool good = given.starts_with("/dev/") && given.size() > 5 && only(given, deviceCharacters) &&
                      given.find("..") == std::string_view::npos;
    return good ? std::string(given) : std::string();
}

std::string screenAddress(std::string_view given) {
    if (given == "0")
        return "0";
    const std::optional<int> number = parsePort(given);
    return number && *number < mostScreens ? std::to_string(*number) : std::string();
}

std::string windowAddress(std::string_view given) {
    const std::size_t line = given.find('\n');
    const std::string_view title = line == std::string_view::npos ? "" : given.substr(line + 1);
    const std::string_view name = given.substr(0, line);
    return name.empty() || hasControlCharacter(name) || hasControlCharacter(title) ? std::string()
                                                                                   : std::string(given);
}

} // namespace

std::string checkedAddress(SourceKind kind, std::string_view given) {
    if (given.size() > longestAddress)
        return {};
    switch (kind) {
    case SourceKind::File:
    case SourceKind::Image:
        return hasControlCharacter(given) ? std::string() : std::string(given);
    case SourceKind::Srt:
        return srtAddress(given);
    case SourceKind::Rtmp:
        return rtmpAddress(given);
    case SourceKind::Rtsp:
        return urlAddress(given, {"rtsp://"});
    case SourceKind::Mjpeg:
        return urlAddress(given, {"http://", "https://"});
    case SourceKind::Webcam:
        return deviceAddress(given);
    case SourceKind::Colour:
        return colourAddress(given);
    case SourceKind::Screen:
        return screenAddress(given);
    case SourceKind::Window:
        return windowAddress(given);
    default:
        return {};
    }
}

Source sourceFromAddress(const std::string& name, const std::string& address) {
    Source source;
    source.id = SourceId{name};
    source.name = name;
    if (name.empty() || hasControlCharacter(name))
        return source;
    if (address == "test:") {
        source.kind = SourceKind::TestCamera;
        return source;
    }
    // The schemes of the addresses themselves stay on.
    constexpr std::array<std::pair<std::string_view, SourceKind>, 10> prefixes{
        {{"file:", SourceKind::File},
         {"srt:", SourceKind::Srt},
         {"rtmp:", SourceKind::Rtmp},
         {"webcam:", SourceKind::Webcam},
         {"v4l2:", SourceKind::Webcam},
         {"image:", SourceKind::Image},
         {"colour:", SourceKind::Colour},
         {"color:", SourceKind::Colour},
         {"screen:", SourceKind::Screen},
         {"window:", SourceKind::Window}}};
    std::string_view rest = address;
    const auto found =
        std::ranges::find_if(prefixes, [&](const auto& one) { return takePrefix(rest, one.first); });
    const SourceKind kind = found != prefixes.end()        ? found->second
                            : address.starts_with("rtsp:") ? SourceKind::Rtsp
                            : address.starts_with("http")  ? SourceKind::Mjpeg
                                                           : SourceKind::None;
    source.address = checkedAddress(kind, rest);
    source.kind = source.address.empty() ? SourceKind::None : kind;
    return source;
}

CameraForm formOf(const Source& source) {
    CameraForm form;
    form.kind = source.kind;
    std::string_view rest = source.address;
    if (source.kind == SourceKind::Rtmp && takePrefix(rest, "rtmp://")) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        const std::optional<HostPort> place = parseHostPort(rest.substr(0, slash));
        if (place) {
            form.listens = true;
            form.port = place->port.value_or(1935);
            form.key = rest.substr(std::min(rest.rfind('/') + 1, rest.size()));
        }
    } else if (source.kind == SourceKind::Srt && takePrefix(rest, "srt://")) {
        const std::size_t question = std::min(rest.find('?'), rest.size());
        const std::string_view query = rest.substr(std::min(question + 1, rest.size()));
        const std::optional<HostPort> place = parseHostPort(rest.substr(0, question));
        form.listens = place && queryValue(query, "mode") == "listener";
        if (form.listens) {
            form.port = place->port.value_or(0);
            form.key = queryValue(query, "passphrase");
        }
    }
    if (!form.listens)
        form.text = source.address;
    return form;
}

int listeningPort(const Source& source) {
    const CameraForm form = formOf(source);
    return form.listens ? form.port : 0;
}

int proposedPort(const SetUp& setUp, SourceKind kind, const std::vector<int>& free) {
    const auto used = [&](int port) {
        return std::ranges::any_of(setUp.sources, [&](const Source& source) {
            return source.kind == kind && listeningPort(source) == port;
        });
    };
    const auto found = std::ranges::find_if_not(free, used);
    return found == free.end() ? 0 : *found;
}

FormFault faultOf(const CameraForm& form, const SetUp& setUp, const SourceId& self) {
    if (form.kind == SourceKind::None)
        return FormFault::KindMissing;
    if (!needsAddress(form.kind))
        return FormFault::None;
    if (!form.listens) {
        if (form.text.empty())
            return FormFault::AddressMissing;
        return checkedAddress(form.kind, form.text).empty() ? FormFault::AddressWrong : FormFault::None;
    }
    if (form.port < 1024 || form.port > 65535)
        return FormFault::PortWrong; // below 1024 is for the administrator
    const bool taken = std::ranges::any_of(setUp.sources, [&](const Source& other) {
        return other.id != self && other.kind == form.kind && listeningPort(other) == form.port;
    });
    if (taken)
        return FormFault::PortInUse;
    if (!only(form.key, keyCharacters) || form.key.find("..") != std::string::npos)
        return FormFault::KeyCharacters;
    if (form.key.size() < (form.kind == SourceKind::Srt ? shortestPassphrase : shortestKey))
        return FormFault::KeyTooShort;
    return form.key.size() > longestPassphrase ? FormFault::KeyTooLong : FormFault::None;
}

std::string addressOf(const CameraForm& form) {
    if (!form.listens)
        return checkedAddress(form.kind, form.text);
    if (faultOf(form, {}, {}) != FormFault::None)
        return {};
    const std::string place = "0.0.0.0:" + std::to_string(form.port);
    return form.kind == SourceKind::Srt ? "srt://" + place + "?mode=listener&passphrase=" + form.key
                                        : "rtmp://" + place + "/live/" + form.key;
}

std::string phoneAddress(const CameraForm& form, const std::string& host) {
    if (!form.listens || host.empty())
        return {};
    const bool six = host.find(':') != std::string::npos;
    const std::string place = (six ? "[" + host + "]:" : host + ":") + std::to_string(form.port);
    return form.kind == SourceKind::Srt ? "srt://" + place + "?mode=caller&passphrase=" + form.key
                                        : "rtmp://" + place + "/live/" + form.key;
}

std::string maskedPhoneAddress(const CameraForm& form, const std::string& host) {
    CameraForm shown = form;
    shown.key = "••••••••"; // always as many: the length is nobody's business either
    return phoneAddress(shown, host);
}

} // namespace vitrina::stage
