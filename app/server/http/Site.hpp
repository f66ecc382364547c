// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "server/http/HttpConnection.hpp"
#include "server/http/RateLimits.hpp"
#include "server/http/StaticFiles.hpp"
#include "server/http/Tokens.hpp"
#include "server/live/LiveHub.hpp"
#include "server/mail/Confirmations.hpp"
#include "server/shop/HookOrder.hpp"
#include "server/shop/Hooks.hpp"
#include "server/store/Store.hpp"
#include "server/video/VideoHub.hpp"

#include <boost/json/object.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace vitrina::server {

/// The routes of page.md. Io thread only; everything it is given outlives it.
class Site final : public HttpHandler {
  public:
    struct Parts {
        const Options& options;
        const Clock& clock;
        const Tokens& tokens;
        Store& store;
        LiveHub& live;
        VideoHub& video;
        Confirmations& confirmations;
    };
    Site(Parts parts, std::string assetsFolder);

    void serve(const std::shared_ptr<HttpConnection>& connection, const HttpRequest& request) override;
    std::size_t bodyBytes(std::string_view target) const override;
    Hooks& hooks() { return hooks_; }
    void tick(std::int64_t nowMs) { rates_.sweep(nowMs); }
    /// The show is over: nothing new is begun, but what is in a checkout may be ordered until its time is.
    void stopBeginning() { beginning_ = false; }
    /// The server is about to go: orders are refused, whatever the run says.
    void stopSelling() { selling_ = false; }
    /// The next show of a server that stands elsewhere.
    void startSelling() { selling_ = beginning_ = true; }

  private:
    using Connection = std::shared_ptr<HttpConnection>;
    struct Route;
    static const std::array<Route, 8> routes;

    void get(const Connection& connection, const HttpRequest& request, std::string_view path);
    void post(const Connection& connection, const HttpRequest& request, std::string_view path);
    void postSession(const Connection& connection);
    void postMessage(const Connection& connection, const HttpRequest& request, const ViewerId& viewer);
    void postCheckout(const Connection& connection, const HttpRequest& request, const ViewerId& viewer);
    void postExtend(const Connection& connection, const HttpRequest& request, const ViewerId& viewer);
    void postRelease(const Connection& connection, const HttpRequest& request, const ViewerId& viewer);
    void postOrder(const Connection& connection, const HttpRequest& request, const ViewerId& viewer);
    void postFind(const Connection& connection, const HttpRequest& request, const ViewerId& viewer);
    void postWrite(const Connection& connection, const HttpRequest& request, const ViewerId& viewer);
    // SiteHooks.cpp
    void postHook(const Connection& connection, const HttpRequest& request, std::string_view path);
    void takeHook(const Connection& connection, hook::Told told);
    bool isFromShop(const Connection& connection, const HttpRequest& request, commerce::HandOverKind kind);
    /// The body's value; nothing when it was refused, and that is answered: asked too often (`waitMs`), not
    /// well-formed, or the store has too much to do.
    template <class T>
    std::optional<T> accepted(const Connection& connection, const HttpRequest& request, std::int64_t waitMs,
                              Result<T> (*read)(const boost::json::object&));
    /// To be sent once for an order that was accepted; not in a rehearsal.
    /// False when the server is about to go, or the show is over and this is begun `anew`; that is answered.
    bool stillSelling(const Connection& connection, bool anew);
    void upgrade(const Connection& connection, const HttpRequest& request, std::string_view path);
    void sendShow(const Connection& connection, const HttpRequest& request);
    void sendFile(const Connection& connection, const HttpRequest& request, StaticFiles& files,
                  std::string_view name, std::string_view policy);
    bool sameOrigin(const HttpRequest& request) const;
    Result<ViewerId> viewer(const HttpRequest& request) const;

    Parts parts_;
    StaticFiles web_;
    StaticFiles assets_;
    RateLimits rates_;
    Hooks hooks_;
    bool beginning_ = true;
    bool selling_ = true;
};

} // namespace vitrina::server
