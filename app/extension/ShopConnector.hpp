// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "commerce/Order.hpp"

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <vector>

/// The catalogue interface: a shop that stands behind the show server. An implementation is a plugin
/// (Plugin.hpp); what each has to do is held by tests/support/extension/ShopContract.hpp.
namespace vitrina::extension {

/// Free pieces of a SKU that the shop does not count.
inline constexpr std::int64_t withoutLimit = std::numeric_limits<std::int64_t>::max();

struct ShopVariant {
    Sku sku;
    std::string product; ///< its product's name
    std::string label;   ///< what tells it from its siblings; empty when it has none
    Money price;         ///< VAT included
    std::int64_t free = 0;

    bool operator==(const ShopVariant&) const = default;
};

/// An order as the shop is to have it. The buyer is personal: never in a log, an error or a record.
struct ShopOrder {
    OrderNumber number; ///< ours
    std::vector<commerce::OrderLine> lines;
    Money total; ///< of the lines, as charged
    commerce::OrderDelivery delivery;
    std::string deliveryTitle; ///< "Courier"
    std::string name;
    std::string contact; ///< an e-mail address or a telephone number
    std::string phone;
    std::string address;
    std::string note;

    bool operator==(const ShopOrder&) const = default;
};

/// Calls block, for as long as the context's HTTP lets them, and come one at a time from one thread of the
/// server's own. Errors of all of them:
///   ShopUnreachable  no answer, or none that can be read: it is asked again later
///   NotAuthorised    user or password are not (or no longer) good
///   Internal         the shop met a fault of its own with this question; others may go through
///   ShopRefused      it understood and said no; the detail is for the host, without a word of the buyer
class ShopConnector {
  public:
    virtual ~ShopConnector() = default;

    virtual std::string name() const = 0; ///< as in protocol::ShopBehind::connector and the records
    /// The whole catalogue, for import.
    virtual Result<std::vector<ShopVariant>> products() = 0;
    /// Of each SKU the pieces that can be sold there now: on hand, less what its orders have taken, less what
    /// it keeps back. A SKU the shop does not have, or does not sell at present, is left out.
    virtual Result<std::map<Sku, std::int64_t>> freeStock(const std::vector<Sku>& skus) = 0;

    // An order in two steps: the reference is made durable here before complete() is called, so that a crash
    // in between finds the order it has begun.
    /// Something to put the order into, which sells and keeps nothing yet; gives the shop's name for it.
    virtual Result<std::string> begin(const ShopOrder& order) = 0;
    /// Makes the begun order one that is bought, with its pieces taken. Looks up first what stands there:
    /// called again after a crash or a time-out it goes on where it was, and an order that is complete stays
    /// as it is. ShopRefused: not enough pieces, an unknown SKU or reference; nothing is taken then.
    virtual Result<void> complete(const std::string& reference, const ShopOrder& order) = 0;
    /// Its pieces are for sale there again. One that is cancelled, or was never complete, is no error.
    virtual Result<void> cancel(const std::string& reference) = 0;
};

} // namespace vitrina::extension
