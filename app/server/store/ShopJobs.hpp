// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ErrorCode.hpp"
#include "extension/ShopConnector.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What the shop behind the server is told and says, as jobs of the store's writer; see Store.hpp. In a
/// rehearsal there is nothing to tell, and what comes changes nothing.
namespace vitrina::server {

/// An order's way into the shop, as its row in shop_forward has it.
enum class ForwardState {
    None,
    Due,         ///< not begun there
    Begun,       ///< its reference is known; whether it is complete there is not
    Done,        ///< the shop has it
    Refused,     ///< the shop does not take it; it is not tried again
    CancelDue,   ///< begun or done there, cancelled here
    Cancelled,   ///< there too, or never told
    CancelFailed ///< the shop does not cancel it
};

struct ShopErrand {
    extension::ShopOrder order;
    std::string reference; ///< empty: not begun there
    bool cancel = false;
};

struct ShopWork {
    ErrorCode error = ErrorCode::None; ///< Busy: to be asked again
    RunId run;
    bool wired = false;              ///< its shop is open, and it is no rehearsal
    std::vector<ShopErrand> errands; ///< cancels first, then in the orders' order
    std::vector<Sku> skus;           ///< whose free stock is wanted
};

/// What is to be told next. Orders on review wait until a person has let them pass.
struct AskShopWork {
    std::size_t limit = 32;
    std::function<void(const ShopWork&)> done;
    ShopWork answer{};
};

/// What became of an errand. Writes OrderForwarded when it is done, is refused, or a cancel failed.
struct NoteShopStep {
    OrderNumber number;
    ForwardState state = ForwardState::None; ///< Begun, Done, Refused, Cancelled or CancelFailed
    std::string shop;
    std::string reference;
    std::string detail; ///< what the shop said
    std::function<void(const ErrorCode&)> done;
    ErrorCode answer = ErrorCode::None; ///< Busy: not written. NotFound: no such order
};

/// The shop's free pieces: the ceiling (commerce/ShopStock.hpp) of the SKUs that are named. Nothing: there is
/// no shop any more, and what was withheld goes back. Writes ShopStockSeen when something changes. The answer
/// of another run than the present one is too late.
struct CapByShop {
    RunId run;
    std::string shop;
    std::optional<std::map<Sku, std::int64_t>> free;
    std::function<void(const ErrorCode&)> done;
    ErrorCode answer = ErrorCode::None;
};

} // namespace vitrina::server
