// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Money.hpp"
#include "commerce/Catalogue.hpp"
#include "commerce/Offer.hpp"
#include "commerce/Order.hpp"
#include "commerce/Stock.hpp"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace vitrina::commerce {

/// Studio: the shop of this run as the server shall open it. Written once a run, before it is served.
struct ShopOpened {
    std::string title;
    std::string shopName;
    std::string hostName;
    std::string locale;
    std::string currency;
    std::string disclosureText;
    bool rehearsal = false;
    Catalogue catalogue;
    bool operator==(const ShopOpened&) const = default;
};
/// Server: an order was accepted. `levels` are the stock levels right after it, for the SKUs it touched.
struct OrderPlaced {
    Order order;
    AiredId onAir; ///< the aired item at that time by the server's knowledge; may be empty
    std::int64_t mediaMs = -1;
    std::map<Sku, StockLevel> levels;
    ReservationId reservation = {}; ///< the checkout it ends; empty: an order in one step
    bool review = false;            ///< OrderState::Review, not Placed
    std::string shop = {};          ///< the shop that took it in a checkout of its own; empty: taken here
    std::string reference = {};     ///< its name there ("#1001")
    bool operator==(const OrderPlaced&) const = default;
};
/// Server: the answer to a studio's request, whatever it asked. `levels` as in OrderPlaced, for stock
/// corrections.
struct RequestAnswered {
    RequestId request;
    ErrorCode error = ErrorCode::None; ///< None: done
    std::string detail;
    std::map<Sku, StockLevel> levels;
    bool operator==(const RequestAnswered&) const = default;
};
/// Server: selling opened or closed.
struct SalesSwitched {
    bool open = false;
    bool operator==(const SalesSwitched&) const = default;
};
/// Server: these SKUs were taken off sale, or put back. Only those that changed are named.
struct SkusSwitched {
    std::vector<Sku> skus;
    bool open = false;
    bool operator==(const SkusSwitched&) const = default;
};
/// Server: a buyer has begun to check out; `levels` as in OrderPlaced.
struct Reserved {
    Reservation reservation;
    std::map<Sku, StockLevel> levels;
    bool operator==(const Reserved&) const = default;
};
/// Server: a reservation is over without an order (one that is confirmed ends with OrderPlaced).
struct ReservationEnded {
    ReservationId reservation;
    ReservationEnd how = ReservationEnd::None;
    std::map<Sku, StockLevel> levels;
    bool operator==(const ReservationEnded&) const = default;
};
/// Server: an order has moved on or back, or money of it went back. `levels`: of what came back into stock.
struct OrderChanged {
    OrderNumber number;
    OrderState state = OrderState::None;
    std::int64_t refundedMinor = 0; ///< in all, so far; part of total and delivery
    std::map<Sku, StockLevel> levels;
    bool paid = false; ///< OrderStanding::paid
    bool operator==(const OrderChanged&) const = default;
};
/// Server: a buyer has written to the shop. The words stay in the server's tables.
struct BuyerWrote {
    OrderNumber number;
    BuyerWish wish = BuyerWish::None;
    bool operator==(const BuyerWrote&) const = default;
};
/// Server: a buyer's personal data are gone; orders and amounts stay.
struct BuyerErased {
    std::vector<OrderNumber> orders;
    bool operator==(const BuyerErased&) const = default;
};
/// Server: the shop behind it has an order now, or does not take it.
struct OrderForwarded {
    OrderNumber number;
    std::string shop;                  ///< the connector's name
    std::string reference;             ///< the order's name there; empty: not taken
    ErrorCode error = ErrorCode::None; ///< ShopRefused: a person has to look at it. It is not tried again
    std::string detail;                ///< what the shop said, without a word of the buyer
    bool operator==(const OrderForwarded&) const = default;
};
/// Server: the shop behind it has fewer pieces free than were for sale here, or more of them again. What is
/// withheld is out of `allocated` until the shop has it.
struct ShopStockSeen {
    std::string shop;
    std::map<Sku, std::int64_t> withheld; ///< of the SKUs that changed; 0: nothing any more
    std::map<Sku, StockLevel> levels;     ///< right after, of the same
    bool operator==(const ShopStockSeen&) const = default;
};
/// Server: buyers can use an offer from now on, until `endsMs`.
struct OfferStarted {
    RunningOffer running;
    bool operator==(const OfferStarted&) const = default;
};
struct OfferExtended {
    OfferId offer;
    std::int64_t endsMs = 0;
    bool operator==(const OfferExtended&) const = default;
};
struct OfferEnded {
    OfferId offer;
    OfferEnd why = OfferEnd::None;
    std::int64_t taken = 0;
    bool operator==(const OfferEnded&) const = default;
};
/// Server: a product is new or has changed: words, prices, variants. What is allocated to a SKU that was
/// there before has not changed with it (CorrectStock does that); `levels`: of the SKUs that are new.
struct ProductPut {
    Product product;
    std::map<Sku, StockLevel> levels;
    bool operator==(const ProductPut&) const = default;
};
/// Server: delivery, payment, trader or terms are others from now on.
struct TermsSet {
    Terms terms;
    bool operator==(const TermsSet&) const = default;
};
/// Studio: an offer of the plan is new or has changed; it runs only once the server was asked (StartOffer).
struct OfferPlanned {
    Offer offer;
    bool operator==(const OfferPlanned&) const = default;
};
struct OfferDropped {
    OfferId offer;
    bool operator==(const OfferDropped&) const = default;
};
using Fact =
    std::variant<ShopOpened, OrderPlaced, RequestAnswered, SalesSwitched, SkusSwitched, Reserved,
                 ReservationEnded, OrderChanged, BuyerWrote, BuyerErased, OrderForwarded, ShopStockSeen,
                 OfferStarted, OfferExtended, OfferEnded, ProductPut, TermsSet, OfferPlanned, OfferDropped>;

/// A studio's wish for what the server owns. Kept in the outbox and shown as pending until its
/// RequestAnswered.
struct CorrectStock {
    Sku sku;
    std::int64_t difference = 0;
    std::string reason;
    bool operator==(const CorrectStock&) const = default;
};
struct SwitchSales {
    bool open = false;
    bool operator==(const SwitchSales&) const = default;
};
/// All of them or none: a product is taken off sale with all its variants.
struct SwitchSkus {
    std::vector<Sku> skus;
    bool open = false;
    bool operator==(const SwitchSkus&) const = default;
};
/// The chat of the viewers' page: closed, it is hidden there and takes no message.
struct SwitchChat {
    bool open = false;
    bool operator==(const SwitchChat&) const = default;
};
/// A product that is new or has changed, whole; see ProductPut.
struct PutProduct {
    Product product;
    bool operator==(const PutProduct&) const = default;
};
struct SetTerms {
    Terms terms;
    bool operator==(const SetTerms&) const = default;
};
/// Errors: those of checkOffer(), OfferOver when an offer of this id has ended by time or pieces before
/// (a countdown that starts again is not believed).
struct StartOffer {
    Offer offer;
    bool operator==(const StartOffer&) const = default;
};
struct ExtendOffer {
    OfferId offer;
    std::int64_t byMs = 0;
    bool operator==(const ExtendOffer&) const = default;
};
struct StopOffer {
    OfferId offer;
    OfferEnd why = OfferEnd::Stopped; ///< Stopped or ItemLeft
    bool operator==(const StopOffer&) const = default;
};
/// Moves an order on or back, or gives money back, or both. Refunded: `refundMinor` more than what went back
/// before, at most what was to be paid; all of it makes the state Refunded by itself.
struct ChangeOrder {
    OrderNumber number;
    OrderState to = OrderState::None; ///< None: stays as it is
    std::int64_t refundMinor = 0;
    bool restock = false; ///< on a refund: its pieces are for sale again (a cancel always does that)
    std::string note;     ///< for the buyer, shown on the order page; empty: none
    bool operator==(const ChangeOrder&) const = default;
};
/// Cancels every order with a line of this offer that was placed at or after a moment and can still be
/// cancelled; each buyer gets the note.
struct VoidSince {
    OfferId offer;
    std::int64_t sinceMs = 0; ///< wall time of the server
    std::string note;
    bool operator==(const VoidSince&) const = default;
};
/// Erases the personal data of the buyer of this order, in all of the buyer's orders here.
struct EraseBuyer {
    OrderNumber number;
    bool operator==(const EraseBuyer&) const = default;
};
using Request = std::variant<CorrectStock, SwitchSales, SwitchSkus, SwitchChat, PutProduct, SetTerms,
                             StartOffer, ExtendOffer, StopOffer, ChangeOrder, VoidSince, EraseBuyer>;

} // namespace vitrina::commerce
