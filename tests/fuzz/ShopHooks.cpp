// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shop/HookOrder.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// What a shop, or whoever has its secret, may post. What is taken must keep the rules that the store relies
/// on, and be the same when it is read again. The first byte chooses the topic.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vitrina;
    using namespace vitrina::server;
    if (size == 0)
        return 0;
    const std::string_view body{reinterpret_cast<const char*>(data) + 1, size - 1};
    const auto read = [&] {
        switch (data[0] % 4) {
        case 0:
            return hook::readShopify("orders/updated", body, "shop.example", "EUR");
        case 1:
            return hook::readShopify("refunds/create", body, "shop.example", "EUR");
        case 2:
            return hook::readWooCommerce("order.updated", body, "shop.example");
        default:
            return hook::readWooCommerce("order.deleted", body, "shop.example");
        }
    };
    const auto told = read();
    if (!told || !*told)
        return 0;
    if (!commerce::checkShopOrder((*told)->order))
        std::abort();
    if ((*told)->order.whole && (*told)->buyer.contact.empty())
        std::abort();
    const auto again = read();
    if (!again || (*again)->order != (*told)->order || (*again)->buyer != (*told)->buyer)
        std::abort();
    if (commerce::merged((*told)->order, (*told)->order).refunds.size() > commerce::maxShopRefunds)
        std::abort();
    return 0;
}
