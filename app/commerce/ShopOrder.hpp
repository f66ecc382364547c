// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/OrderChange.hpp"
#include "commerce/Shelf.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Orders of a shop that has a checkout of its own (Terms::handOver), as it tells of them afterwards; see
/// ledger.md, "A shop elsewhere". What is told may come repeatedly, late and in any order.
namespace vitrina::commerce {

inline constexpr std::size_t maxShopLines = 500;
inline constexpr std::size_t maxShopRefunds = 500;
inline constexpr std::size_t maxShopWord = 64; ///< bytes of an id, a name, a SKU
inline constexpr std::int64_t maxShopQuantity = 100'000;
inline constexpr std::int64_t maxShopMinor = 1'000'000'000'000;
/// An order placed so long after the run's end is none of its orders.
inline constexpr std::int64_t shopGraceMs = 24 * 3'600'000;
/// The shop's clock may be so far behind ours.
inline constexpr std::int64_t shopClockMs = 10 * 60'000;

/// Money that went back, as an event of its own with its own id.
struct ShopRefund {
    std::string id;
    std::int64_t minor = 0;

    bool operator==(const ShopRefund&) const = default;
};

/// One piece of news of an order, or all that was told of it put together. No word of its buyer.
struct ShopOrder {
    std::string shop; ///< its host
    std::string id;   ///< there
    /// False: only of a refund or that it was deleted; the fields down to `lines` are empty.
    bool whole = false;
    std::string name; ///< what people call it: "#1001"
    std::string mark; ///< showMark() of the show whose link it came by; empty: none
    std::string currency;
    std::int64_t placedMs = 0;
    std::int64_t changedMs = 0;          ///< by the shop's clock: of two, the later holds
    OrderState state = OrderState::None; ///< Placed, Paid, Sent, Cancelled or Refunded
    bool sold = false;                   ///< it is or was an order, not only a payment begun
    bool paid = false;
    bool restocked = false;         ///< of one refunded whole: its pieces are for sale again
    std::int64_t refundedMinor = 0; ///< in all, where the shop tells one sum
    std::int64_t deliveryMinor = 0;
    std::string region;            ///< where it goes, "LV"
    std::int64_t foreignMinor = 0; ///< of goods that are not of this show
    std::vector<OrderLine> lines;
    std::vector<ShopRefund> refunds; ///< by id, where the shop tells each
    bool deleted = false;

    bool operator==(const ShopOrder&) const = default;
};

/// What links of the page carry and the shop's orders bring back.
std::string showMark(const RunId& run);
/// "https://shop.example/x" gives "shop.example"; empty: it is no address.
std::string shopHost(std::string_view address);
/// `quantity` pieces that cost `minor` together, to the last minor unit: in one line, or in two when it can't
/// be divided.
std::vector<OrderLine> linesFor(const Sku& sku, std::int64_t quantity, std::int64_t minor);
/// All within the limits above, and nothing below zero. BadQuantity, TooLarge, BadRequest (no id; a whole one
/// without state, time or lines); the detail names the field.
Result<void> checkShopOrder(const ShopOrder& order);
/// Both put together: what does not depend on which came first.
ShopOrder merged(const ShopOrder& known, const ShopOrder& news);

/// What is of the show.
struct ShopWindow {
    std::string mark;
    std::int64_t beganMs = 0;
    std::int64_t endedMs = 0; ///< 0: not yet
};

enum class ShopNews {
    None,
    New,           ///< it is an order here now
    Changed,       ///< one that is
    Known,         ///< nothing that was not told before, or older
    Waiting,       ///< kept, until the order itself is told of, or is sold
    NotOfShow,     ///< without the show's mark, or with another's
    Late,          ///< placed before the run began or long after its end
    OtherCurrency, ///< than the show's
    NoGoods,       ///< of this show's catalogue
};
/// None: a whole one that is of the show, or one that is not whole.
ShopNews judgeNews(const Shelf& shelf, const ShopOrder& news, const ShopWindow& window);

/// An order of a shop as it is known here.
struct ShopTold {
    ShopOrder told;
    bool placed = false; ///< the rest is there
    Order order{};       ///< without number and viewer
    OrderStanding standing{};

    bool operator==(const ShopTold&) const = default;
};
struct ShopStep {
    ShopNews news = ShopNews::None;
    bool placed = false;
    bool changed = false;
    std::map<Sku, StockLevel> placedLevels;  ///< right after it was placed
    std::map<Sku, StockLevel> changedLevels; ///< of what came back or was taken again after that
};
/// What the news means, and does: pieces move on the shelf. `added`: what was added to `allocated` for
/// orders of shops, by SKU; it goes away again as those come back.
ShopStep takeShopNews(Shelf& shelf, std::map<Sku, std::int64_t>& added, ShopTold& known, ShopOrder news,
                      const ShopWindow& window);

} // namespace vitrina::commerce
