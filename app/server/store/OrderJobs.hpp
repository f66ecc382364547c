// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "commerce/Facts.hpp"
#include "protocol/Messages.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// What happens to orders after they are placed, as jobs of the store's writer; see Store.hpp.
namespace vitrina::server {

/// Something written about an order, by its buyer or by the shop.
struct OrderNote {
    std::int64_t atMs = 0;
    bool shop = false;
    commerce::BuyerWish wish = commerce::BuyerWish::None; ///< of a buyer's
    std::string text;                                     ///< may be empty but for a question

    bool operator==(const OrderNote&) const = default;
};

/// An order as its buyer is shown it. Nothing of the buyer is in it but what was written.
struct KnownOrder {
    struct Name {
        std::string product;
        std::string variant;
        bool operator==(const Name&) const = default;
    };

    commerce::Order order;
    commerce::OrderState state = commerce::OrderState::None;
    std::int64_t atMs = 0;
    std::int64_t refundedMinor = 0;
    bool paid = false;
    std::vector<Name> names; ///< of the lines, in their order
    std::string deliveryTitle;
    std::string transferTo; ///< empty: not paid by transfer
    bool canCancel = false;
    bool canReturn = false;
    std::vector<OrderNote> notes; ///< oldest first

    bool operator==(const KnownOrder&) const = default;
};

struct KnownAnswer {
    ErrorCode error = ErrorCode::None;
    KnownOrder order;
};

/// NotFound for a number that is not known and for a contact that is not its own, alike in words and work.
struct FindOrder {
    OrderNumber number;
    std::string contact;
    std::function<void(const KnownAnswer&)> done;
    KnownAnswer answer{};
};

inline constexpr std::size_t maxNoteToBuyer = 1'000; ///< characters
/// The most a buyer may write about one order.
inline constexpr std::int64_t maxBuyerWords = 20;

/// NotFound as above; OrderFixed: too late to cancel, nothing to return, or an order of a run that is over;
/// KeyReused; LimitReached: maxBuyerWords.
struct WriteToShop {
    OrderNumber number;
    std::string contact;
    std::string key;
    commerce::BuyerWish wish = commerce::BuyerWish::None;
    std::string text;
    std::function<void(const KnownAnswer&)> done;
    KnownAnswer answer{};
};

/// Whose these orders are, for the studio. What is not known, or erased, is left out.
struct AskBuyers {
    std::vector<OrderNumber> orders;
    std::function<void(const std::vector<protocol::BuyerOf>&)> done;
    std::vector<protocol::BuyerOf> answer{};
};

/// All that is held of the buyer of this order, as exportBuyer() (BuyerExport.hpp) gives it.
struct ExportBuyer {
    OrderNumber order;
    std::function<void(const Result<std::string>&)> done;
    Result<std::string> answer = fail(ErrorCode::Busy);
};

/// What the shop writes to a buyer, for the request whose note says wordsMark and this key. In memory only.
struct KeepWords {
    std::string key;
    std::string text;
};
inline constexpr std::string_view wordsMark = "words:";

/// Whether orders that come are to be confirmed by mail.
struct ConfirmByMail {
    bool on = false;
};

/// An order whose buyer has an e-mail address and no confirmation yet.
struct MailDue {
    commerce::Order order;
    std::string contact;
    std::shared_ptr<const commerce::ShopOpened> shop; ///< of its run
};
/// The oldest of them, of all runs.
struct AskMailsDue {
    std::size_t most = 0;
    std::function<void(const std::vector<MailDue>&)> done;
    std::vector<MailDue> answer{};
};
/// A mail server has taken the confirmation.
struct MailTaken {
    OrderNumber order;
};

/// Erases the buyers of runs with whose orders nothing has happened for this long. What can't be undone waits
/// for a second job, an hour later, that finds the same: one look at a wrong clock erases nobody.
struct SweepBuyers {
    std::int64_t keepMs = 0;
};

} // namespace vitrina::server
