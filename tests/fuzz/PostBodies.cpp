// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/OrderPosts.hpp"
#include "server/http/Posts.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// Bodies that anyone may post. What is taken must keep the rules that the store relies on.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vitrina;
    const auto body = server::post::parseBody({reinterpret_cast<const char*>(data), size}, 16);
    if (!body)
        return 0;
    if (const auto order = server::post::readOrder(*body)) {
        const bool checkout = !order->request.reservation.empty();
        if (checkout == bool(commerce::demandOf(order->request.lines)) || order->request.key.size() > 64 ||
            order->buyer.contact.empty() || order->request.delivery.minor != 0 ||
            (checkout && order->request.delivery.payment == commerce::PaymentWay::None))
            std::abort();
    } else if (server::post::refused(order.error()).status < 400) {
        std::abort();
    }
    if (const auto checkout = server::post::readCheckout(*body);
        checkout && (!commerce::demandOf(checkout->lines) || checkout->key.size() > 64))
        std::abort();
    if (const auto id = server::post::readReservation(*body); id && id->empty())
        std::abort();
    if (const auto find = server::post::readFind(*body);
        find && (find->number.empty() || find->contact.empty()))
        std::abort();
    if (const auto write = server::post::readWrite(*body)) {
        const bool asks = write->wish == commerce::BuyerWish::Question;
        if (write->wish == commerce::BuyerWish::None || (asks && write->text.empty()) ||
            write->key.size() > 64)
            std::abort();
    }
    if (const auto message = server::post::readMessage(*body)) {
        const auto again = audience::cleanText(message->message.text, audience::maxMessageCharacters);
        if (!again || *again != message->message.text)
            std::abort();
    }
    return 0;
}
