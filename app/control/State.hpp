// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/Message.hpp"
#include "base/Clock.hpp"
#include "commerce/Facts.hpp"
#include "record/Record.hpp"
#include "show/Run.hpp"
#include "show/Show.hpp"
#include "stage/Stage.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// Everything the studio knows, as one value. The dispatcher is its only writer; views read it.
namespace vitrina::control {

struct Fault {
    std::string subject;
    ErrorCode error = ErrorCode::None;
    std::string detail;
    Instant since;

    bool operator==(const Fault&) const = default;
};

enum class LinkHealth { None, Connecting, Up, Down };

struct PendingRequest {
    RequestId id;
    commerce::Request request;
    Instant made;
    std::int64_t validUntilWallMs = 0; ///< 0: never expires
    std::uint64_t basedOn = 0;         ///< server seq the studio had seen

    bool operator==(const PendingRequest&) const = default;
};

/// What the audience did, as far as the studio has heard from the server.
struct AudienceTotals {
    std::int64_t watching = 0;
    std::int64_t peak = 0;
    std::int64_t messages = 0;
    std::int64_t orders = 0;
    std::int64_t units = 0;
    Money gmv;
    Money netGmv; ///< what cancels and refunds have left of it

    bool operator==(const AudienceTotals&) const = default;
};

/// An order as far as the studio knows it. Who it is for stands in the server's tables only.
struct OrderEntry {
    commerce::Order order;
    AiredId onAir;
    std::int64_t placedMs = 0; ///< wall time of the server
    std::uint64_t index = 0;   ///< 1, 2, 3 … in the order of their coming
    commerce::OrderState state = commerce::OrderState::Placed;
    std::int64_t refundedMinor = 0;
    bool paid = false;
    commerce::BuyerWish wish = commerce::BuyerWish::None; ///< the newest, until the order changes
    bool erased = false;                                  ///< the buyer's data are gone
    std::string shop{};                    ///< that took it, or that it was handed on to; empty: neither
    std::string reference{};               ///< its name there
    ErrorCode shopError = ErrorCode::None; ///< why the shop behind the server did not take it
    std::string shopDetail{};

    bool operator==(const OrderEntry&) const = default;
};

struct State {
    show::Show show;
    commerce::Catalogue catalogue;
    std::uint64_t catalogueRevision = 0; ///< grows with every change of the catalogue: it is to be kept
    stage::SetUp setUp;
    show::Run run;
    stage::Stage stage;
    bool salesOpen = true;
    bool chatOpen = true;  ///< the page shows its chat
    std::set<Sku> stopped; ///< off sale, confirmed by the server; onSale() is what to show
    std::map<Sku, commerce::StockLevel> stock; ///< last confirmed by the server
    std::map<Sku, std::int64_t> withheld; ///< pieces not sold here, as the shop behind the server has fewer
    std::map<OrderNumber, OrderEntry> orders;
    std::map<OfferId, commerce::RunningOffer> running; ///< offers buyers can use, as the server says
    std::map<OfferId, commerce::OfferEnd> ended; ///< offers that have run in this run, how they ended last
    /// Checkouts that are under way: what they hold of an offer counts as taken.
    std::map<ReservationId, commerce::Reservation> checkouts;
    std::deque<audience::Message> chat; ///< newest last, at most 500
    AudienceTotals audience;
    LinkHealth link = LinkHealth::None;
    Instant linkSince;               ///< when `link` last changed
    std::optional<Instant> linkLost; ///< since when it is not up, having been up in this process
    std::string pageUrl;             ///< public address of the viewers' page; empty until known
    std::uint64_t epoch = 0;         ///< how often this run has moved to another server
    std::int64_t clockOffsetMs = 0;
    std::map<std::string, Fault> faults; ///< by subject, open ones only
    std::vector<PendingRequest> pending;

    bool operator==(const State&) const = default;

    /// Stock figures may be shown: the link is up or was lost less than 3 s ago (design rule 2).
    bool stockFresh(Instant now) const;
    /// The product of the item on air (taken and confirmed), null when it is none.
    const commerce::Product* productOnAir() const;
};

/// Figures of stock leave picture and panel when the link has been lost for this long (design rule 2).
inline constexpr std::int64_t stockStaleAfterMs = 3000;
inline constexpr std::size_t chatKept = 500;

/// The only way the state changes by a fact of either origin; `at` is the record's. Pure but for working in
/// place: a take must not copy a rundown.
void apply(State& state, const record::Fact& fact, Instant at);
/// What was true of engine and link only while they ran: program's confirmation, health of sources and
/// outputs, the link, and their faults. A resumed state starts without them; the journal keeps them.
void forgetOutside(State& state);
/// After a resume: what was on program and in preview may be in a set-up that has changed since. A scene that
/// is gone is replaced by the one for the current item's role.
void keepToSetUp(State& state);
/// The product of the item taken last, confirmed or not: its card goes on with the picture. Null when it is
/// none.
const commerce::Product* currentProduct(const State& state);

/// Neither stopped nor about to be: a stop counts from the key on, a way back only from the server's answer.
bool onSale(const State& state, const Sku& sku);
/// All of its variants are off sale.
bool offSale(const State& state, const commerce::Product& product);
/// Sum over the variants on sale; Unknown when stock is not fresh. Stopped, all variants' sum, whether fresh
/// or not: it is the host's own word.
struct ProductStock {
    commerce::StockWord word = commerce::StockWord::Unknown;
    std::int64_t available = 0;
    std::int64_t reserved = 0;
    bool operator==(const ProductStock&) const = default;
};
ProductStock productStock(const State& state, const commerce::Product& product, bool fresh);
/// What the product costs now, a flash price as well: of the variants that can be bought as far as is known,
/// of all when none can. A price nobody can pay any more is a wrong price; the page reckons the same way
/// (core/state.js, summary).
struct PriceRange {
    std::int64_t fromMinor = 0;
    bool several = false; ///< "from"
    bool operator==(const PriceRange&) const = default;
};
PriceRange priceRange(const State& state, const commerce::Product& product);
/// What it cost "was": the lowest price of the 30 days before, when it is known of every variant that counts
/// for priceRange(), the same for all and commerce::percentOff() allows it for the one price there is.
/// Nothing when figures are not fresh (design rule 2), and nothing for what can't be bought.
std::optional<std::int64_t> wasMinor(const State& state, const commerce::Product& product, bool fresh);
/// Stock of products known before the server has answered: allocated, nothing sold.
std::map<Sku, commerce::StockLevel> openingStock(const commerce::Catalogue& catalogue);

} // namespace vitrina::control
