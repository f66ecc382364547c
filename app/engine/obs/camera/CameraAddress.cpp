// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/CameraAddress.hpp"

#include "stage/Address.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace vitrina::engine::obs {
namespace {

Error invalid(const char* what) {
    return fail(ErrorCode::CameraAddressInvalid, what);
}

/// The pairs of the query but for those keys, each with a '&' before it.
std::string withoutKeys(std::string_view query, std::initializer_list<std::string_view> keys) {
    std::string kept;
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        const std::string_view key = pair.substr(0, pair.find('='));
        if (!pair.empty() && std::find(keys.begin(), keys.end(), key) == keys.end())
            kept.append("&").append(pair);
    }
    return kept;
}

bool isAnyHost(std::string_view host) {
    return host.empty() || host == "0.0.0.0" || host == "::" || host == "*";
}

bool isLoopback(std::string_view host) {
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

} // namespace

Result<RtmpAddress> parseRtmpAddress(std::string_view address) {
    if (!stage::takePrefix(address, "rtmp://"))
        return invalid("not rtmp://");
    const std::size_t slash = address.find('/');
    const std::optional<stage::HostPort> place = stage::parseHostPort(address.substr(0, slash));
    if (!place)
        return invalid("host or port");
    RtmpAddress result;
    result.host = isAnyHost(place->host)       ? "0.0.0.0"
                  : place->host == "localhost" ? "127.0.0.1"
                                               : std::string(place->host);
    result.port = place->port.value_or(1935);
    if (slash != std::string_view::npos)
        result.path = address.substr(slash + 1);
    while (result.path.ends_with('/'))
        result.path.pop_back();
    if (result.path.empty())
        return invalid("no path: it is the camera's key");
    return result;
}

bool pathMatches(std::string_view path, std::string_view app, std::string_view name) {
    while (app.ends_with('/'))
        app.remove_suffix(1);
    while (app.starts_with('/'))
        app.remove_prefix(1);
    std::string given(app);
    if (!name.empty())
        given.append(app.empty() ? "" : "/").append(name);
    if (path.find('/') == std::string_view::npos && !name.empty())
        given = name;
    // In constant time for equal lengths, so that the key can't be found letter by letter.
    unsigned difference = given.size() == path.size() ? 0 : 1;
    for (std::size_t i = 0; i < given.size() && i < path.size(); ++i)
        difference |= static_cast<unsigned char>(given[i]) ^ static_cast<unsigned char>(path[i]);
    return difference == 0 && !path.empty();
}

Result<SrtAddress> parseSrtAddress(std::string_view address) {
    std::string_view rest = address;
    if (!stage::takePrefix(rest, "srt://"))
        return invalid("not srt://");
    const std::size_t question = std::min(rest.find('?'), rest.size());
    const std::string_view query = question < rest.size() ? rest.substr(question + 1) : std::string_view();
    std::string_view authority = rest.substr(0, question);
    while (authority.ends_with('/'))
        authority.remove_suffix(1);
    const std::optional<stage::HostPort> place = stage::parseHostPort(authority);
    if (!place || !place->port)
        return invalid("host or port");
    const std::string_view mode = stage::queryValue(query, "mode");
    SrtAddress result;
    result.port = *place->port;
    result.host = place->host;
    result.listens = mode == "listener" || (mode.empty() && isAnyHost(result.host));
    if (!result.listens && isAnyHost(result.host))
        return invalid("no host to call");
    result.passphrase = stage::queryValue(query, "passphrase");
    if (result.listens && result.passphrase.empty() && !isLoopback(result.host)) {
        result.onlyHere = true;
        result.host = "127.0.0.1";
    }
    const bool six = result.host.find(':') != std::string::npos;
    result.url = "srt://" + (six ? "[" + result.host + "]" : result.host) + ":" +
                 std::to_string(result.port) +
                 "?mode=" + (result.listens ? "listener" : std::string(mode.empty() ? "caller" : mode));
    result.url.append(withoutKeys(query, {"mode", "passphrase"}));
    // Our share of the delay; a sender that asks for more gets more.
    if (stage::queryValue(query, "latency").empty())
        result.url.append("&latency=30000");
    return result;
}

} // namespace vitrina::engine::obs
