// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/ShopOrder.hpp"
#include "server/http/Posts.hpp"
#include "server/http/Site.hpp"
#include "server/shop/HookOrder.hpp"

/// The routes by which a shop with a checkout of its own tells of its orders; page.md, "Hooks".
namespace vitrina::server {

namespace {

using commerce::HandOverKind;

constexpr std::string_view shopifyPath = "/api/hooks/shopify";
constexpr std::string_view wooPath = "/api/hooks/woocommerce";
constexpr std::string_view eitherPath = "/api/hooks/shop"; ///< of the kind that the terms name

HandOverKind kindOf(std::string_view path) {
    return path == shopifyPath ? HandOverKind::Shopify
           : path == wooPath   ? HandOverKind::WooCommerce
                               : HandOverKind::None;
}

std::string_view header(const HttpRequest& request, boost::beast::string_view name) {
    const auto value = request[name];
    return {value.data(), value.size()};
}

HttpReply result(std::string_view word) {
    return {.status = 200, .body = "{\"result\":\"" + std::string(word) + "\"}"};
}

std::string_view wordOf(commerce::ShopNews news) {
    switch (news) {
    case commerce::ShopNews::New:
        return "placed";
    case commerce::ShopNews::Changed:
        return "changed";
    case commerce::ShopNews::Known:
        return "known";
    case commerce::ShopNews::Waiting:
        return "waiting";
    default:
        return "passed_over";
    }
}

} // namespace

std::size_t Site::bodyBytes(std::string_view target) const {
    const std::string_view path = target.substr(0, target.find('?'));
    const bool hook = path == eitherPath || kindOf(path) != HandOverKind::None;
    return hook && hooks_.open() ? parts_.options.limits.hookBytes : parts_.options.limits.bodyBytes;
}

/// Who is not the shop is held to a rate of his own, so that guessing is slow and the log stays short.
bool Site::isFromShop(const Connection& connection, const HttpRequest& request, HandOverKind kind) {
    const std::string_view signature = kind == HandOverKind::Shopify
                                           ? header(request, "X-Shopify-Hmac-Sha256")
                                           : header(request, "X-WC-Webhook-Signature");
    if (hooks_.isSigned(request.body(), signature))
        return true;
    const Instant now = parts_.clock.now();
    hooks_.noteRefused(fail(ErrorCode::BadSignature), now.wallMs);
    const std::int64_t wait = rates_.forged(connection->address(), now.monoMs);
    connection->reply(wait > 0 ? post::rateLimited(wait) : post::refused(fail(ErrorCode::BadSignature)));
    return false;
}

void Site::postHook(const Connection& connection, const HttpRequest& request, std::string_view path) {
    const commerce::ShopOpened& shop = parts_.live.view().shop;
    const commerce::HandOver& handOver = shop.catalogue.terms.handOver;
    const HandOverKind kind = path == eitherPath ? handOver.kind : kindOf(path);
    if (kind == HandOverKind::None || !hooks_.open()) {
        connection->reply(post::refused(fail(ErrorCode::NotFound)));
        return;
    }
    if (const auto wait = rates_.hook(connection->address(), parts_.clock.now().monoMs); wait > 0) {
        connection->reply(post::rateLimited(wait));
        return;
    }
    if (kind == HandOverKind::WooCommerce && hook::isPing(request.body())) {
        connection->reply(result("pong")); // Unsigned, and tells nothing.
        return;
    }
    if (!isFromShop(connection, request, kind))
        return;
    // Before the studio has opened the shop nothing can be said of an order; it is told again.
    if (shop.currency.empty() || parts_.store.waiting() > parts_.options.limits.storeQueue)
        connection->reply(post::refused(fail(ErrorCode::Busy)));
    else if (handOver.kind != kind)
        connection->reply(post::refused(fail(ErrorCode::NotFound)));
    else
        takeHook(connection, kind == HandOverKind::Shopify
                                 ? hook::readShopify(header(request, "X-Shopify-Topic"), request.body(),
                                                     commerce::shopHost(handOver.shop), shop.currency)
                                 : hook::readWooCommerce(header(request, "X-WC-Webhook-Topic"),
                                                         request.body(), commerce::shopHost(handOver.shop)));
}

void Site::takeHook(const Connection& connection, hook::Told told) {
    if (!told) {
        // Answered as taken: the same again would not be better, and after a few refusals both kinds of shop
        // stop telling anything at all. The studio is told.
        hooks_.noteRefused(told.error(), parts_.clock.now().wallMs);
        connection->reply(result("unreadable"));
        return;
    }
    if (!*told) {
        connection->reply(result("passed_over"));
        return;
    }
    TakeShopOrder job{std::move((*told)->order), std::move((*told)->buyer), {}};
    job.done = [this, connection](const ShopAnswer& answer) {
        if (answer.error != ErrorCode::None) {
            connection->reply(post::refused(fail(answer.error)));
            return;
        }
        hooks_.noteTaken(parts_.clock.now().wallMs);
        connection->reply(result(wordOf(answer.news)));
    };
    parts_.store.add(std::move(job));
}

} // namespace vitrina::server
