// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "commerce/Catalogue.hpp"
#include "commerce/Stock.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

/// What is for sale now and at what prices, and the rules by which pieces move on it; ledger.md says them in
/// words. The server's store keeps one in memory beside its tables, the model (Ledger.hpp) one without any.
namespace vitrina::commerce {

/// How a wish to buy or to write was refused, with what the page shows beside the word.
struct Refusal {
    ErrorCode code = ErrorCode::None; ///< None: accepted
    Sku sku{};
    std::int64_t price = -1;        ///< the present one, for PriceChanged; without a SKU: all there is to pay
    std::int64_t available = -1;    ///< for SoldOut, AllInCheckouts, LimitReached and OfferOver
    std::int64_t retryAfterMs = -1; ///< for OnHold

    bool operator==(const Refusal&) const = default;
};

/// A checkout as its buyer asked for it.
struct ReserveRequest {
    std::string key; ///< idempotency key, unique per viewer
    ViewerId viewer;
    std::vector<OrderLine> lines; ///< unitMinor: the price the buyer saw; offer: of a bundle
    std::string word{};           ///< of a coupon; empty: none
    std::int64_t mediaMs = -1;    ///< media time the page was showing
    std::string network{};        ///< whom velocity is counted by beside the viewer; kept nowhere

    bool operator==(const ReserveRequest&) const = default;
};

/// An order as its buyer asked for it: from a reservation, or in one step with lines of its own. Name and
/// contact never enter a record: they stay in the server's tables.
struct OrderRequest {
    std::string key; ///< idempotency key, unique per viewer
    ViewerId viewer;
    std::vector<OrderLine> lines; ///< unitMinor: the price the buyer saw; empty with a reservation
    std::int64_t mediaMs = -1;    ///< media time the page was showing
    ReservationId reservation{};  ///< empty: in one step
    OrderDelivery delivery{};     ///< as asked; what it costs is worked out
    bool addressed = false;       ///< an address came with it; a delivery needs one
    std::int64_t toPayMinor = -1; ///< goods and delivery as the buyer saw them; −1: not said, not compared
    std::string network{};        ///< whom velocity is counted by beside the viewer; kept nowhere

    bool operator==(const OrderRequest&) const = default;
};

struct CheckoutAnswer {
    Refusal refusal;
    Reservation reservation{};
    Money total{}; ///< of its lines
    bool replayed = false;

    bool operator==(const CheckoutAnswer&) const = default;
};

struct OrderAnswer {
    Refusal refusal;
    Order order{};
    bool replayed = false;
    OrderState state = OrderState::Placed; ///< or Review; as it is now, when replayed

    bool operator==(const OrderAnswer&) const = default;
};

/// One SKU as it is sold now.
struct Good {
    std::int64_t listMinor = 0;
    std::int64_t presentMinor = 0; ///< for who asks for nothing: a flash price, or the list's
    OfferId flash{};               ///< whose price that is; empty: the list's
    StockLevel level{};
    bool stopped = false; ///< off sale by the host
    bool listed = true;   ///< false: its product has it no more; its pieces in checkouts and orders stay

    bool operator==(const Good&) const = default;
};

/// An offer that was started here once.
struct OfferState {
    RunningOffer running;     ///< taken: reserved or bought, also after its end
    std::int64_t bought = 0;  ///< of taken
    std::int64_t dueMs = 0;   ///< its end on the monotonic clock of this boot; 0: none set
    std::int64_t firstMs = 0; ///< wall time of its first start; it may be stopped and start again
    OfferEnd ended = OfferEnd::None;
    std::map<ViewerId, std::int64_t> ofBuyer{}; ///< of taken; only under a limit for one buyer

    bool operator==(const OfferState&) const = default;
};

struct Shelf {
    std::string currency;
    bool open = false;         ///< selling is open
    bool halted = false;       ///< the host has stopped it: nothing is ordered, from checkouts neither
    bool ended = false;        ///< the show is over: what is reserved may still be ordered, nothing new
    bool checkoutOpen = false; ///< nothing is missing in the terms, and the page has the checkout
    Catalogue catalogue;       ///< as changed since; its offers are the plan's and mean nothing here
    std::map<Sku, Good> goods;
    std::map<OfferId, OfferState> offers;

    bool operator==(const Shelf&) const = default;
};

/// Every variant with its allocation; selling open.
Shelf openShelf(const Catalogue& catalogue, const std::string& currency);
std::map<OfferId, RunningOffer> runningOffers(const Shelf& shelf);
/// Works out the present prices again; gives those that changed.
std::map<Sku, std::int64_t> reprice(Shelf& shelf);

/// Pieces, as they are to be charged.
struct Priced {
    std::vector<OrderLine> lines; ///< at the prices charged, each with its offer
    Demand demand;
};
/// Whether these pieces can be had by this viewer now, all of them or none, and at what prices.
Refusal judge(const Shelf& shelf, const ViewerId& viewer, const std::vector<OrderLine>& lines,
              const std::string& word, Priced& priced);
/// Whether a reservation's lines may be ordered so, and what delivery costs. A checkout locks the prices of
/// its goods, not the delivery's: where that makes another sum than the buyer saw, PriceChanged with it.
Refusal judgeConfirm(const Shelf& shelf, const std::vector<OrderLine>& lines, const OrderRequest& request,
                     OrderDelivery& delivery);

std::int64_t piecesOf(const std::vector<OrderLine>& lines);
enum class Pieces { None, Reserved, Bought };
/// Of lines that were judged: from available to `as`.
void take(Shelf& shelf, const ViewerId& viewer, const std::vector<OrderLine>& lines, Pieces as);
/// From reserved to bought.
void confirm(Shelf& shelf, const std::vector<OrderLine>& lines);
/// Back to available, and to their offers.
void giveBack(Shelf& shelf, const ViewerId& viewer, const std::vector<OrderLine>& lines, Pieces from);

/// The host's switch: false stops orders from checkouts as well. WrongPhase: it can't be opened after the
/// show's end; what was halted is let go on for the checkouts that are left.
Result<void> switchSales(Shelf& shelf, bool open);
/// The show is over: nothing new is begun. Its offers end by offersToEnd().
void endShow(Shelf& shelf);

/// Error: UnknownSku, BelowSold, BadQuantity.
Result<StockLevel> correctStock(Shelf& shelf, const Sku& sku, std::int64_t difference);
/// All of them or none. Gives those that changed. Errors: BadRequest when there is none, UnknownSku.
Result<std::vector<Sku>> switchSkus(Shelf& shelf, const std::vector<Sku>& skus, bool open);

/// Those of checkOffer(); OfferOver: it has ended by time or pieces, or its first end has passed; WrongPhase:
/// the show is over. An offer that runs already stays as it is (its RunningOffer is given). One that was
/// stopped starts again with its first end: a countdown that begins anew is not believed.
Result<RunningOffer> startOffer(Shelf& shelf, const Offer& offer, Instant now);
/// Its new end. UnknownOffer: it does not run; BadDuration: it has no end, or would run for too long.
Result<std::int64_t> extendOffer(Shelf& shelf, const OfferId& offer, std::int64_t byMs);
/// False when it does not run.
bool endOffer(Shelf& shelf, const OfferId& offer, OfferEnd why);
/// Those that have to end now, and why: time, pieces, the show.
std::vector<std::pair<OfferId, OfferEnd>> offersToEnd(const Shelf& shelf, std::int64_t monoMs);

/// Those a changed product has made wrong: a price not below the list's any more, a SKU that is gone.
std::vector<OfferId> brokenOffers(const Shelf& shelf);

/// A product that is new or has changed, whole. Gives the levels of SKUs that are new. BadRequest: no id, no
/// name, no variant, a SKU twice or of another product, another currency; BadQuantity: a price or an
/// allocation below zero.
Result<std::map<Sku, StockLevel>> putProduct(Shelf& shelf, const Product& product);
/// A product that was put before, as it was kept: nothing is judged again. In the order of their puts: what a
/// later one has is no other's any more.
void restoreProduct(Shelf& shelf, const Product& product);
/// BadDuration: a reservation time out of its bounds.
Result<void> setTerms(Shelf& shelf, const Terms& terms);

} // namespace vitrina::commerce
