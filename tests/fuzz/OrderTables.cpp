// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/ShopOrderTable.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// Tables of orders as anyone may hand them over. What is taken must keep the rules that the server relies
/// on.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vitrina::commerce;
    const auto table =
        readShopOrders({reinterpret_cast<const char*>(data), size}, "shop.example", "EUR", 7'200'000);
    if (!table)
        return 0;
    for (const TableOrder& one : table->orders) {
        if (!checkShopOrder(one.order) || one.contact.empty() || one.order.lines.empty())
            std::abort();
    }
    return 0;
}
