// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/Message.hpp"
#include "commerce/Catalogue.hpp"
#include "commerce/Facts.hpp"
#include "commerce/Stock.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// What the pages may know, as values: the store makes them, the io thread keeps them and turns them into
/// patches.
namespace vitrina::server {

enum class Phase { Waiting, Live, Ended };

/// The product that is on air, from the moment a viewer's video reaches `mediaMs` (−1: at once).
struct Pin {
    AiredId aired;
    ProductId product;
    std::string title;
    bool disclosure = false;
    std::int64_t mediaMs = -1;

    bool operator==(const Pin&) const = default;
};

struct ChatLine {
    audience::Message message;
    std::int64_t atMs = 0;

    bool operator==(const ChatLine&) const = default;
};

/// How many chat lines a page that joins is given.
inline constexpr std::size_t chatKept = 50;

struct PageView {
    RunId run;
    commerce::ShopOpened shop;
    Phase phase = Phase::Waiting;
    bool sales = false;
    std::map<Sku, commerce::StockLevel> stock;
    std::set<Sku> stopped; ///< off sale by the host
    /// Offers; shop.catalogue has products and terms as they are now, its offers are only planned.
    std::map<OfferId, commerce::RunningOffer> running;
    std::optional<Pin> pin; ///< with an empty product: nothing is shown
    std::deque<ChatLine> chat;
    bool chatOpen = true; ///< closed: pages are told none of it
    bool closed = false;  ///< the run is on its way to another server, or there
    std::string movedTo;  ///< the address of its pages there; empty: not yet

    bool operator==(const PageView&) const = default;
};

/// What one committed batch changed.
struct Changes {
    std::optional<PageView> reset; ///< another run, or its shop has opened: begin again from this
    std::map<Sku, commerce::StockLevel> levels;
    std::vector<ChatLine> chat;
    std::optional<Pin> pin;
    std::optional<Phase> phase;
    std::optional<bool> sales;
    std::map<Sku, bool> onSale;         ///< what was stopped or put back
    std::map<Sku, std::int64_t> prices; ///< present prices that are others now
    std::optional<std::map<OfferId, commerce::RunningOffer>>
        offers;                              ///< all that run, when one of them has changed
    std::vector<commerce::Product> products; ///< new or changed; told after offers, prices and levels
    std::optional<commerce::Terms> terms;
    std::optional<bool> chatOpen;
    std::uint64_t serverSeq = 0; ///< the last record of ours that is durable
};

} // namespace vitrina::server
