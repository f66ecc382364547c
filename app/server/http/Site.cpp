// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Site.hpp"

#include "server/http/Gzip.hpp"
#include "server/http/Posts.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/rfc7230.hpp>

#include <algorithm>

namespace vitrina::server {

namespace {

namespace http = boost::beast::http;
using boost::beast::iequals;

/// MSE plays from blob: addresses; nothing else comes from anywhere but here. 'self' covers the same host's
/// ws: in today's browsers (CSP 3).
constexpr std::string_view pagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
constexpr std::string_view assetPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

std::string_view view(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

HttpReply refuse(int status, std::string_view error) {
    return {.status = status, .body = "{\"error\":\"" + std::string(error) + "\"}"};
}

bool isJson(std::string_view type) {
    const std::string_view bare = type.substr(0, type.find(';'));
    const std::size_t end = bare.find_last_not_of(" \t");
    return iequals(bare.substr(0, end == std::string_view::npos ? 0 : end + 1), "application/json");
}

std::string_view authority(std::string_view origin) {
    const std::size_t scheme = origin.find("://");
    if (scheme == std::string_view::npos)
        return {};
    origin.remove_prefix(scheme + 3);
    return origin.substr(0, origin.find('/'));
}

bool isHandshake(const HttpRequest& request) {
    return http::token_list(request[http::field::connection]).exists("upgrade") &&
           iequals(request[http::field::upgrade], "websocket") &&
           request[http::field::sec_websocket_version] == "13" &&
           request[http::field::sec_websocket_key].size() == 24;
}

} // namespace

struct Site::Route {
    std::string_view path;
    /// Null: a session, for which nobody needs to be anybody yet.
    void (Site::*post)(const Connection&, const HttpRequest&, const ViewerId&);
};

const std::array<Site::Route, 8> Site::routes{{
    {"/api/session", nullptr},
    {"/api/messages", &Site::postMessage},
    {"/api/checkouts", &Site::postCheckout},
    {"/api/checkouts/extend", &Site::postExtend},
    {"/api/checkouts/release", &Site::postRelease},
    {"/api/orders", &Site::postOrder},
    {"/api/orders/find", &Site::postFind},
    {"/api/orders/write", &Site::postWrite},
}};

Site::Site(Parts parts, std::string assetsFolder)
    : parts_(parts), web_(parts.options.webFolder), assets_(std::move(assetsFolder)),
      rates_(parts.options.limits) {}

void Site::serve(const Connection& connection, const HttpRequest& request) {
    const std::string_view target = view(request.target());
    const std::string_view path = target.substr(0, target.find('?'));
    if (request.method() == http::verb::post && path.starts_with("/api/hooks/"))
        postHook(connection, request, path);
    else if (request.method() == http::verb::post)
        post(connection, request, path);
    else if (request.method() != http::verb::get && request.method() != http::verb::head)
        connection->reply(refuse(405, "bad_request"));
    else if (path == "/api/live" || path == "/api/video")
        upgrade(connection, request, path);
    else
        get(connection, request, path);
}

void Site::get(const Connection& connection, const HttpRequest& request, std::string_view path) {
    if (path == "/healthz")
        connection->reply({.type = "text/plain", .body = "ok"});
    else if (path == "/api/show")
        sendShow(connection, request);
    else if (path == "/" && !parts_.live.view().movedTo.empty())
        connection->reply(
            {.status = 307,
             .type = "text/plain",
             .headers = {{"Location", parts_.live.view().movedTo}, {"Cache-Control", "no-store"}}});
    else if (path == "/")
        sendFile(connection, request, web_, "index.html", pagePolicy);
    else if (path == "/favicon.svg")
        sendFile(connection, request, web_, "favicon.svg", pagePolicy);
    else if (path.starts_with("/app/"))
        sendFile(connection, request, web_, path.substr(5), pagePolicy);
    else if (path.starts_with("/assets/"))
        sendFile(connection, request, assets_, path.substr(8), assetPolicy);
    else
        connection->reply(refuse(404, "not_found"));
}

void Site::sendShow(const Connection& connection, const HttpRequest& request) {
    HttpReply reply{.shared = parts_.live.snapshot()};
    reply.headers = {{"Cache-Control", "no-store"}, {"Vary", "Accept-Encoding"}};
    if (reply.shared->size() >= worthPacking && acceptsGzip(view(request[http::field::accept_encoding])))
        if (std::string packed = gzipped(*reply.shared, 1); !packed.empty()) {
            reply.shared = std::make_shared<const std::string>(std::move(packed));
            reply.headers.emplace_back("Content-Encoding", "gzip");
        }
    connection->reply(std::move(reply));
}

void Site::sendFile(const Connection& connection, const HttpRequest& request, StaticFiles& files,
                    std::string_view name, std::string_view policy) {
    const StaticFile* file = files.find(name);
    if (!file) {
        connection->reply(refuse(404, "not_found"));
        return;
    }
    const bool packed = file->packed && acceptsGzip(view(request[http::field::accept_encoding]));
    const std::string& tag = packed ? file->packedTag : file->tag;
    HttpReply reply{.type = file->type, .shared = packed ? file->packed : file->bytes};
    // no-cache: ask each time, by the tag; a page from before an update must not run on.
    reply.headers = {{"Content-Security-Policy", std::string(policy)},
                     {"ETag", tag},
                     {"Cache-Control", "no-cache"},
                     {"Cross-Origin-Resource-Policy", "same-origin"},
                     {"X-Frame-Options", "DENY"}};
    if (file->packed)
        reply.headers.emplace_back("Vary", "Accept-Encoding");
    if (view(request[http::field::if_none_match]) == tag) {
        reply.status = 304;
        reply.shared = nullptr;
    } else if (packed) {
        reply.headers.emplace_back("Content-Encoding", "gzip");
    }
    connection->reply(std::move(reply));
}

/// True when the browser names no origin, our own, or the one viewers know us by.
bool Site::sameOrigin(const HttpRequest& request) const {
    const auto origin = request.find(http::field::origin);
    if (origin == request.end())
        return true;
    const std::string_view from = authority(view(origin->value()));
    return !from.empty() &&
           (iequals(from, request[http::field::host]) || iequals(from, authority(parts_.options.publicUrl)));
}

Result<ViewerId> Site::viewer(const HttpRequest& request) const {
    const std::string_view value = view(request[http::field::authorization]);
    constexpr std::string_view scheme = "Bearer ";
    if (value.size() <= scheme.size() || !iequals(value.substr(0, scheme.size()), scheme))
        return fail(ErrorCode::NotAuthorised);
    return parts_.tokens.check(value.substr(scheme.size()), parts_.clock.now().wallMs);
}

void Site::post(const Connection& connection, const HttpRequest& request, std::string_view path) {
    const auto route = std::ranges::find(routes, path, &Route::path);
    if (route == routes.end()) {
        connection->reply(refuse(404, "not_found"));
    } else if (!isJson(view(request[http::field::content_type]))) {
        connection->reply(refuse(415, "bad_request"));
    } else if (!sameOrigin(request)) {
        connection->reply(refuse(403, "not_authorised"));
    } else if (!route->post) {
        postSession(connection);
    } else if (const auto who = viewer(request); !who) {
        connection->reply(post::refused(who.error()));
    } else {
        (this->*route->post)(connection, request, *who);
    }
}

void Site::postSession(const Connection& connection) {
    const Instant now = parts_.clock.now();
    if (const std::int64_t wait = rates_.session(connection->address(), now.monoMs); wait > 0) {
        connection->reply(post::rateLimited(wait));
        return;
    }
    const auto viewer = newId<ViewerId>();
    connection->reply(post::session(viewer, parts_.tokens.issue(viewer, now.wallMs)));
}

void Site::upgrade(const Connection& connection, const HttpRequest& request, std::string_view path) {
    if (request.method() != http::verb::get || !isHandshake(request)) {
        HttpReply reply = refuse(426, "bad_request");
        reply.headers = {{"Upgrade", "websocket"}, {"Sec-WebSocket-Version", "13"}};
        connection->reply(std::move(reply));
        return;
    }
    if (!sameOrigin(request)) {
        connection->reply(refuse(403, "not_authorised"));
        return;
    }
    const std::string head =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Accept: " +
        ws::acceptKey(view(request[http::field::sec_websocket_key])) + "\r\n\r\n";
    auto released = connection->release(head);
    if (!released.slot)
        return;
    if (path == "/api/live")
        parts_.live.adopt(std::move(released.channel), std::move(released.slot), std::move(released.early));
    else
        parts_.video.adopt(std::move(released.channel), std::move(released.slot), std::move(released.early));
}

} // namespace vitrina::server
