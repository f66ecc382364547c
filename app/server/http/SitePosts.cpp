// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/OrderPosts.hpp"
#include "server/http/Posts.hpp"
#include "server/http/Site.hpp"

/// The routes that change something: each is held to its rate, read, handed to the store and answered when
/// what it did is durable.
namespace vitrina::server {

template <class T>
std::optional<T> Site::accepted(const Connection& connection, const HttpRequest& request, std::int64_t waitMs,
                                Result<T> (*read)(const boost::json::object&)) {
    if (waitMs > 0) {
        connection->reply(post::rateLimited(waitMs));
        return std::nullopt;
    }
    const auto body = post::parseBody(request.body(), parts_.options.limits.jsonDepth);
    auto value = body ? read(*body) : Result<T>(body.error());
    if (!value) {
        connection->reply(post::refused(value.error()));
        return std::nullopt;
    }
    if (parts_.store.waiting() > parts_.options.limits.storeQueue) {
        connection->reply(post::refused(fail(ErrorCode::Busy)));
        return std::nullopt;
    }
    return std::move(*value);
}

bool Site::stillSelling(const Connection& connection, bool anew) {
    const bool selling = selling_ && (beginning_ || !anew);
    if (!selling)
        connection->reply(post::refused(fail(ErrorCode::SalesClosed)));
    return selling;
}

void Site::postMessage(const Connection& connection, const HttpRequest& request, const ViewerId& viewer) {
    const auto wait = rates_.message(viewer, connection->address(), parts_.clock.now().monoMs);
    auto message = accepted(connection, request, wait, &post::readMessage);
    if (!message)
        return;
    message->message.viewer = viewer;
    parts_.store.add(PostMessage{std::move(message->key), std::move(message->message),
                                 [connection](const MessageAnswer& answer) {
                                     connection->reply(post::posted(answer));
                                 }});
}

void Site::postCheckout(const Connection& connection, const HttpRequest& request, const ViewerId& viewer) {
    const auto wait = rates_.checkout(viewer, connection->address(), parts_.clock.now().monoMs);
    auto checkout = accepted(connection, request, wait, &post::readCheckout);
    if (!checkout || !stillSelling(connection, true))
        return;
    checkout->viewer = viewer;
    checkout->network = connection->address();
    parts_.store.add(Reserve{std::move(*checkout), [connection](const commerce::CheckoutAnswer& answer) {
                                 connection->reply(post::reserved(answer));
                             }});
}

void Site::postExtend(const Connection& connection, const HttpRequest& request, const ViewerId& viewer) {
    const auto wait = rates_.checkout(viewer, connection->address(), parts_.clock.now().monoMs);
    auto id = accepted(connection, request, wait, &post::readReservation);
    if (!id || !stillSelling(connection, false))
        return;
    parts_.store.add(
        ExtendCheckout{std::move(*id), viewer, [connection](const commerce::CheckoutAnswer& answer) {
                           connection->reply(post::extended(answer));
                       }});
}

void Site::postRelease(const Connection& connection, const HttpRequest& request, const ViewerId& viewer) {
    const auto wait = rates_.checkout(viewer, connection->address(), parts_.clock.now().monoMs);
    auto id = accepted(connection, request, wait, &post::readReservation);
    if (!id)
        return;
    parts_.store.add(
        ReleaseCheckout{std::move(*id), viewer, [connection](const commerce::CheckoutAnswer& answer) {
                            connection->reply(post::released(answer));
                        }});
}

void Site::postOrder(const Connection& connection, const HttpRequest& request, const ViewerId& viewer) {
    const auto wait = rates_.order(viewer, connection->address(), parts_.clock.now().monoMs);
    auto order = accepted(connection, request, wait, &post::readOrder);
    if (!order || !stillSelling(connection, order->request.reservation.empty()))
        return;
    order->request.viewer = viewer;
    order->request.network = connection->address();
    order->request.addressed = !order->buyer.address.empty();
    parts_.store.add(PlaceOrder{std::move(order->request), std::move(order->buyer),
                                [this, connection](const commerce::OrderAnswer& answer) {
                                    connection->reply(post::placed(answer));
                                    if (answer.refusal.code == ErrorCode::None && !answer.replayed)
                                        parts_.confirmations.ordered();
                                }});
}

void Site::postFind(const Connection& connection, const HttpRequest& request, const ViewerId&) {
    const auto wait = rates_.find(connection->address(), parts_.clock.now().monoMs);
    auto find = accepted(connection, request, wait, &post::readFind);
    if (!find)
        return;
    find->done = [connection](const KnownAnswer& answer) {
        connection->reply(post::known(answer));
    };
    parts_.store.add(std::move(*find));
}

void Site::postWrite(const Connection& connection, const HttpRequest& request, const ViewerId&) {
    const auto wait = rates_.find(connection->address(), parts_.clock.now().monoMs);
    auto write = accepted(connection, request, wait, &post::readWrite);
    if (!write)
        return;
    write->done = [connection](const KnownAnswer& answer) {
        connection->reply(post::known(answer));
    };
    parts_.store.add(std::move(*write));
}

} // namespace vitrina::server
