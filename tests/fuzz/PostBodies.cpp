// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
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
        if (!commerce::demandOf(order->request.lines) || order->request.key.size() > 64 ||
            order->contact.empty())
            std::abort();
    } else if (server::post::refused(order.error()).status < 400) {
        std::abort();
    }
    if (const auto message = server::post::readMessage(*body)) {
        const auto again = audience::cleanText(message->message.text, audience::maxMessageCharacters);
        if (!again || *again != message->message.text)
            std::abort();
    }
    return 0;
}
