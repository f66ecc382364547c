// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/Facts.hpp"
#include "commerce/Ledger.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// What any store of stock and orders has to do, as a property: run beside the model (commerce::Ledger), by
/// buyers and a studio that do anything in any order, it gives the same answers, and what it holds adds up.
/// A further store is put behind SellingStore and passed to checkSelling(). RapidCheck seeds and shrinks:
/// RC_PARAMS="seed=… max_success=…".
namespace vitrina::test {

/// All of it as it is durable, not as it is remembered.
struct HeldOrder {
    commerce::Order order;
    commerce::OrderStanding standing;
};
struct HeldOffer {
    std::int64_t endsMs = 0;
    std::int64_t taken = 0;
    std::int64_t bought = 0;
    commerce::OfferEnd ended = commerce::OfferEnd::None;

    bool operator==(const HeldOffer&) const = default;
};
struct Held {
    std::map<Sku, commerce::StockLevel> levels;
    std::map<ReservationId, commerce::Reservation> open;
    std::map<ReservationId, commerce::ReservationEnd> ended;
    std::map<OrderNumber, HeldOrder> orders;
    std::map<OfferId, HeldOffer> offers;
    std::int64_t gmvMinor = 0; ///< the store's own running sum
};

class SellingStore {
  public:
    virtual ~SellingStore() = default;
    virtual commerce::CheckoutAnswer reserve(const commerce::ReserveRequest& request) = 0;
    virtual commerce::CheckoutAnswer extend(const ReservationId& id, const ViewerId& viewer) = 0;
    virtual commerce::CheckoutAnswer release(const ReservationId& id, const ViewerId& viewer) = 0;
    virtual commerce::OrderAnswer order(const commerce::OrderRequest& request) = 0;
    /// All at once, as buyers in a rush ask; answered in their order.
    virtual std::vector<commerce::CheckoutAnswer>
    rush(const std::vector<commerce::ReserveRequest>& requests) = 0;
    virtual ErrorCode ask(const commerce::Request& request) = 0;
    virtual ErrorCode cancelByBuyer(const OrderNumber& number) = 0;
    virtual void endShow() = 0;
    virtual Instant now() const = 0;
    virtual void pass(std::int64_t ms) = 0; ///< time, and what it ends
    virtual void jump(std::int64_t ms) = 0; ///< the wall clock alone, by that much
    /// As after kill -9: only what was committed is there. `anew`: the machine was started anew, too.
    virtual void crash(bool anew) = 0;
    virtual Held held() = 0;
    virtual std::vector<commerce::Fact> facts() = 0;
};

using MakeSellingStore = std::function<std::unique_ptr<SellingStore>(const commerce::ShopOpened&,
                                                                     const commerce::VelocityLimits&)>;

/// One run of a store beside the model.
class SellingRun {
  public:
    SellingRun(const MakeSellingStore& make, commerce::ShopOpened shop)
        : shop_(std::move(shop)), store_(make(shop_, limits())),
          model_(commerce::openLedger(shop_.catalogue, shop_.currency, limits())) {
        for (const auto& [sku, good] : model_.shelf.goods)
            skus_.push_back(sku);
        // Most shows have something running, and it decides more than anything else does.
        for (int offers = upTo(3); offers > 0; --offers)
            startOffer();
        compare();
    }

    void step() {
        (this->*oneOf(steps_))();
        compare();
    }

    /// What only the whole story shows.
    void finish(std::map<std::string, int>& counts) {
        const Held held = store_->held();
        std::map<ReservationId, int> ends;
        std::set<ReservationId> granted;
        std::map<Sku, commerce::StockLevel> told = openingLevels();
        const auto tell = [&](const std::map<Sku, commerce::StockLevel>& levels) {
            for (const auto& [sku, level] : levels)
                told[sku] = level;
        };
        std::int64_t gmv = 0;
        for (const commerce::Fact& fact : store_->facts()) {
            if (const auto* reserved = std::get_if<commerce::Reserved>(&fact)) {
                RC_ASSERT(granted.insert(reserved->reservation.id).second == !reserved->reservation.extended);
                tell(reserved->levels);
            } else if (const auto* ended = std::get_if<commerce::ReservationEnded>(&fact)) {
                RC_ASSERT(granted.contains(ended->reservation));
                RC_ASSERT(++ends[ended->reservation] == 1);
                RC_ASSERT(held.ended.at(ended->reservation) == ended->how);
                tell(ended->levels);
            } else if (const auto* placed = std::get_if<commerce::OrderPlaced>(&fact)) {
                if (!placed->reservation.empty())
                    RC_ASSERT(++ends[placed->reservation] == 1);
                gmv += placed->order.total.minor;
                tell(placed->levels);
            } else if (const auto* changed = std::get_if<commerce::OrderChanged>(&fact)) {
                tell(changed->levels);
            } else if (const auto* put = std::get_if<commerce::ProductPut>(&fact)) {
                tell(put->levels);
            } else if (const auto* answered = std::get_if<commerce::RequestAnswered>(&fact)) {
                tell(answered->levels);
            }
        }
        for (const ReservationId& id : granted)
            RC_ASSERT(ends.contains(id) != held.open.contains(id)); // ended once, or still open
        RC_ASSERT(held.ended.size() + held.open.size() == granted.size());
        RC_ASSERT(gmv == held.gmvMinor);
        RC_ASSERT(told == held.levels); // what was told along the way is what there is
        count(held, counts);
        for (const auto& [code, times] : answers_)
            counts["answered " + std::string(errorName(code))] += times;
        ++counts["cases"];
        for (const std::string& what : reached_)
            ++counts["cases with " + what];
    }

  private:
    static void count(const Held& held, std::map<std::string, int>& counts) {
        for (const auto& [id, how] : held.ended)
            ++counts[how == commerce::ReservationEnd::Confirmed  ? "confirmed"
                     : how == commerce::ReservationEnd::Released ? "released"
                                                                 : "expired"];
        for (const auto& [number, placed] : held.orders) {
            counts["in one step"] += placed.order.delivery.way.empty() ? 1 : 0;
            counts["under an offer"] +=
                std::ranges::any_of(placed.order.lines, [](const auto& line) { return !line.offer.empty(); });
            counts["put back"] += placed.standing.restocked ? 1 : 0;
            counts["on review"] += placed.standing.state == commerce::OrderState::Review ? 1 : 0;
        }
        for (const auto& [id, offer] : held.offers) {
            counts["offers started"] += 1;
            counts["offers by time"] += offer.ended == commerce::OfferEnd::Time ? 1 : 0;
            counts["offers by pieces"] += offer.ended == commerce::OfferEnd::Pieces ? 1 : 0;
        }
    }

    using Step = void (SellingRun::*)();

    /// So low, or for so long, that a few minutes of a case reach them.
    static commerce::VelocityLimits limits() { return {4, 600'000, 3, 120'000, 3, 2'400'000, 12}; }
    /// What most of a case is about, so that each thing is reached deeply in some of them.
    std::vector<Step> stepsByWeight() const {
        std::vector<Step> all;
        const auto add = [&](int times, Step what) {
            all.insert(all.end(), static_cast<std::size_t>(times), what);
        };
        add(8, &SellingRun::reserve);
        add(2, &SellingRun::rush);
        add(5, &SellingRun::confirm);
        add(3, &SellingRun::orderAtOnce);
        add(2, &SellingRun::release);
        add(2, &SellingRun::extend);
        add(5, &SellingRun::pass);
        add(2, &SellingRun::again);
        add(2, &SellingRun::correct);
        add(4, &SellingRun::startOffer);
        add(1, &SellingRun::changeOffer);
        add(2, &SellingRun::putProduct);
        add(2, &SellingRun::changeOrder);
        add(1, &SellingRun::cancelByBuyer);
        add(1, &SellingRun::voidOffer);
        add(1, &SellingRun::switchSomething);
        add(1, &SellingRun::setTerms);
        add(2, jumps_ ? &SellingRun::jump : &SellingRun::crash);
        switch (upTo(3)) {
        case 0:
            add(10, &SellingRun::startOffer);
            add(10, &SellingRun::orderAtOnce);
            break;
        case 1:
            add(6, &SellingRun::burst);
            break;
        case 2:
            add(8, &SellingRun::linger);
            break;
        default:
            add(1, &SellingRun::burst);
            add(1, &SellingRun::linger);
        }
        return all;
    }

    /// Each equally likely from the first case on: RapidCheck's ranges begin small.
    static std::size_t below(std::size_t end) {
        return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, end));
    }
    static int upTo(int most) { return static_cast<int>(below(static_cast<std::size_t>(most) + 1)); }
    template <class T>
    static const T& oneOf(const std::vector<T>& all) {
        return all[below(all.size())];
    }
    static ViewerId viewer() { return ViewerId{"viewer" + std::to_string(upTo(3))}; }
    static std::string key() { return "key-00" + std::to_string(upTo(150)); }
    static bool odd() { return upTo(20) == 0; }

    std::int64_t seenPrice(const Sku& sku) const {
        const auto good = model_.shelf.goods.find(sku);
        return (good == model_.shelf.goods.end() ? 100 : good->second.presentMinor) + (odd() ? 1 : 0);
    }
    std::vector<commerce::OrderLine> lines() {
        std::vector<commerce::OrderLine> made;
        for (int i = odd() ? 0 : 1 + upTo(1); i > 0; --i) {
            const Sku sku = odd() ? Sku{"NONE"} : upTo(1) == 0 ? Sku{"TOWEL"} : oneOf(skus_);
            made.push_back({sku, odd() ? 0 : 1 + upTo(2), seenPrice(sku), {}});
        }
        for (const auto& [id, offer] : model_.shelf.offers) {
            const bool over = offer.ended != commerce::OfferEnd::None;
            if (offer.running.offer.kind != commerce::OfferKind::Bundle || upTo(over ? 9 : 1) != 0)
                continue;
            if (upTo(2) > 0)
                made.clear(); // for itself, so that little else can refuse it
            const int times = 1 + upTo(1);
            for (const auto& line : offer.running.offer.lines)
                made.push_back({line.sku, line.quantity * times + (odd() ? 1 : 0), line.unitMinor, id});
        }
        return made;
    }
    std::string word() const {
        const bool runs = std::ranges::any_of(model_.shelf.offers, [](const auto& offer) {
            return offer.second.ended == commerce::OfferEnd::None &&
                   offer.second.running.offer.kind == commerce::OfferKind::Coupon;
        });
        if (!runs && !odd())
            return {};
        return odd() ? "SALNA" : oneOf<std::string>({"", "Rudens", " rudens", "RUDENS "});
    }
    static std::string network() { return "network" + std::to_string(upTo(2)); }

    commerce::ReserveRequest wish() {
        commerce::ReserveRequest request{key(), viewer(), lines(), word()};
        request.network = network();
        return request;
    }
    /// For the shares: what this case has come to.
    void note(ErrorCode code) {
        ++answers_[code];
        if (code == ErrorCode::OnHold || code == ErrorCode::LimitReached || code == ErrorCode::OfferOver)
            reached_.insert(std::string(errorName(code)));
    }
    void note(const std::vector<commerce::OrderLine>& lines) {
        for (const commerce::OrderLine& line : lines) {
            if (line.offer.empty())
                continue;
            const commerce::Offer& offer = model_.shelf.offers.at(line.offer).running.offer;
            reached_.insert(offer.kind == commerce::OfferKind::FlashPrice ? "an order at a flash price"
                            : offer.kind == commerce::OfferKind::Bundle   ? "an order of a bundle"
                                                                          : "an order with a coupon");
            if (offer.pieceLimit > 0)
                reached_.insert("an order under a piece limit");
            if (offer.perBuyer > 0)
                reached_.insert("an order under a buyer's limit");
        }
    }

    void judge(const commerce::ReserveRequest& request, const commerce::CheckoutAnswer& answer) {
        const bool made = answer.refusal.code == ErrorCode::None && !answer.replayed;
        const ReservationId id = made ? answer.reservation.id : ReservationId{"refused"};
        const auto expected = commerce::reserve(model_, request, id, store_->now());
        note(answer.refusal.code);
        RC_ASSERT(answer.refusal == expected.refusal);
        RC_ASSERT(answer == expected);
        if (made)
            checkouts_.emplace_back(id, request.viewer);
    }
    void judge(const commerce::OrderRequest& request, const commerce::OrderAnswer& answer) {
        const auto expected = commerce::placeOrder(model_, request, answer.order.number, store_->now());
        note(answer.refusal.code);
        RC_ASSERT(answer.refusal == expected.refusal);
        RC_ASSERT(answer == expected);
        if (answer.refusal.code != ErrorCode::None || answer.replayed)
            return;
        orders_.push_back(answer.order.number);
        note(answer.order.lines);
        if (answer.state == commerce::OrderState::Review)
            reached_.insert("an order on review");
    }

    void reserve() {
        const auto request = wish();
        reserves_.push_back(request);
        judge(request, store_->reserve(request));
    }
    void rush() {
        std::vector<commerce::ReserveRequest> requests(static_cast<std::size_t>(2 + upTo(4)));
        for (auto& request : requests)
            request = wish();
        const auto answers = store_->rush(requests);
        RC_ASSERT(answers.size() == requests.size());
        for (std::size_t i = 0; i < requests.size(); ++i)
            judge(requests[i], answers[i]);
    }
    void orderAtOnce() {
        commerce::OrderRequest request{key(), viewer(), lines()};
        request.network = network();
        placed_.push_back(request);
        judge(request, store_->order(request));
    }
    /// One buyer, as fast as he can.
    void burst() {
        const ViewerId who = viewer();
        const std::string where = network();
        for (int orders = 3 + upTo(3); orders > 0; --orders) {
            commerce::OrderRequest request{key(), who, {{oneOf(skus_), 1, 0, {}}}};
            request.lines.front().unitMinor = seenPrice(request.lines.front().sku);
            request.network = where;
            placed_.push_back(request);
            judge(request, store_->order(request));
        }
    }
    /// One buyer who lets it run out, and comes again.
    void linger() {
        const ViewerId who{"viewer" + std::to_string(upTo(1))}; // one of two: they come again and again
        commerce::ReserveRequest request{key(), who, {{oneOf(skus_), 1 + upTo(2), 0, {}}}};
        request.lines.front().unitMinor = seenPrice(request.lines.front().sku);
        request.network = network();
        reserves_.push_back(request);
        judge(request, store_->reserve(request));
        store_->pass(model_.shelf.catalogue.terms.reserveMs);
        commerce::advance(model_, store_->now());
    }
    std::pair<ReservationId, ViewerId> someCheckout() {
        if (checkouts_.empty())
            return {ReservationId{"unknown"}, viewer()};
        std::vector<std::pair<ReservationId, ViewerId>> open;
        for (const auto& [id, checkout] : model_.checkouts) {
            if (checkout.ended == commerce::ReservationEnd::None)
                open.emplace_back(id, checkout.reservation.viewer);
        }
        if (!open.empty() && upTo(3) > 0)
            return oneOf(open);
        const auto last = std::min<std::size_t>(checkouts_.size(), 4);
        auto [id, owner] = checkouts_[checkouts_.size() - 1 - below(last)];
        return {id, odd() ? viewer() : owner};
    }
    void confirm() {
        const auto [id, owner] = someCheckout();
        commerce::OrderRequest request{key(), owner, {}};
        request.reservation = id;
        request.delivery =
            oneOf<commerce::OrderDelivery>({{"courier", "LV", 0, commerce::PaymentWay::OnDelivery},
                                            {"market", "", 0, commerce::PaymentWay::AtCollection},
                                            {"courier", "", 0, commerce::PaymentWay::OnDelivery},
                                            {"market", "LV", 0, commerce::PaymentWay::OnDelivery}});
        request.addressed = !odd();
        if (const auto checkout = model_.checkouts.find(id);
            checkout != model_.checkouts.end() && upTo(1) == 0)
            request.toPayMinor =
                toPay(checkout->second.reservation.lines, request.delivery) + (odd() ? 1 : 0);
        placed_.push_back(request);
        judge(request, store_->order(request));
    }
    /// As a page works it out that may have the terms of before.
    std::int64_t toPay(const std::vector<commerce::OrderLine>& lines,
                       const commerce::OrderDelivery& delivery) const {
        std::int64_t goods = 0;
        for (const commerce::OrderLine& line : lines)
            goods += line.quantity * line.unitMinor;
        const auto* way = commerce::findDelivery(shop_.catalogue.terms, delivery.way);
        return goods + (way ? commerce::deliveryPrice(*way, delivery.region, goods).value_or(0) : 0);
    }
    void release() {
        const auto [id, owner] = someCheckout();
        RC_ASSERT(store_->release(id, owner) == commerce::release(model_, id, owner));
    }
    void extend() {
        const auto [id, owner] = someCheckout();
        RC_ASSERT(store_->extend(id, owner) == commerce::extend(model_, id, owner));
    }
    /// Something that was sent before comes again, late and out of its order.
    void again() {
        if (upTo(1) == 0 && !reserves_.empty()) {
            const auto request = oneOf(reserves_);
            judge(request, store_->reserve(request));
        } else if (!placed_.empty()) {
            const auto request = oneOf(placed_);
            judge(request, store_->order(request));
        }
    }
    void pass() {
        store_->pass(*rc::gen::element(1, 1'000, 20'000, 59'999, 240'000, 600'000));
        commerce::advance(model_, store_->now());
    }
    void correct() {
        const Sku sku = odd() ? Sku{"NONE"} : oneOf(skus_);
        const std::int64_t difference = upTo(12) - 4;
        const auto expected = commerce::correctStock(model_.shelf, sku, difference);
        RC_ASSERT(store_->ask(commerce::CorrectStock{sku, difference, "counted"}) ==
                  (expected ? ErrorCode::None : expected.error().code));
    }
    void startOffer() {
        const commerce::Offer offer = anOffer();
        const auto expected = commerce::startOffer(model_.shelf, offer, store_->now());
        commerce::reprice(model_.shelf);
        if (expected)
            noteLimit(offer.id, expected->offer.perBuyer);
        RC_ASSERT(store_->ask(commerce::StartOffer{offer}) ==
                  (expected ? ErrorCode::None : expected.error().code));
    }
    /// Who has bought under a limit keeps what he has when the offer starts again with a lower one; what was
    /// bought without any is not counted under a later one.
    void noteLimit(const OfferId& offer, std::int64_t limit) {
        const auto [most, first] = mostPerBuyer_.emplace(offer, limit);
        if (!first)
            most->second = most->second == 0 || limit == 0 ? 0 : std::max(most->second, limit);
    }
    /// The same id is always the same offer, but for its price and its limit for one buyer.
    commerce::Offer anOffer() {
        const int which = upTo(4);
        commerce::Offer offer;
        offer.id = OfferId{"offer" + std::to_string(which)};
        offer.title = offer.id.value;
        offer.kind = which < 2    ? commerce::OfferKind::FlashPrice
                     : which == 2 ? commerce::OfferKind::Bundle
                                  : commerce::OfferKind::Coupon;
        offer.word = which > 2 ? "rudens" : "";
        offer.durationMs = which == 0 || which == 3 ? 900'000 : 0;
        offer.pieceLimit = which % 2 == 0 ? 6 : 0;
        // Started again it may have another one, or none.
        offer.perBuyer = which == 1 || which == 2 ? oneOf<std::int64_t>({4, 4, 3, 0}) : 0;
        offer.outlivesShow = which == 4;
        const std::int64_t price = odd() ? 5'000 : oneOf<std::int64_t>({390, 399, 300, 350, 600});
        offer.lines = {{Sku{"TOWEL"}, 1, price}};
        if (which == 2)
            offer.lines = {{Sku{"TOWEL"}, 1, price}, {Sku{"HONEY"}, 2, 500}};
        if (which == 3)
            offer.lines.push_back({Sku{"EARRINGS-S"}, 1, 900});
        return offer;
    }
    void changeOffer() {
        const OfferId id{"offer" + std::to_string(upTo(4))};
        if (upTo(1) == 0) {
            const auto expected = commerce::extendOffer(model_.shelf, id, 60'000);
            RC_ASSERT(store_->ask(commerce::ExtendOffer{id, 60'000}) ==
                      (expected ? ErrorCode::None : expected.error().code));
        } else {
            const bool known = model_.shelf.offers.contains(id);
            commerce::endOffer(model_.shelf, id, commerce::OfferEnd::ItemLeft);
            commerce::reprice(model_.shelf);
            RC_ASSERT(store_->ask(commerce::StopOffer{id, commerce::OfferEnd::ItemLeft}) ==
                      (known ? ErrorCode::None : ErrorCode::UnknownOffer));
        }
    }
    void putProduct() {
        commerce::Product product = oneOf(shop_.catalogue.products);
        for (auto& variant : product.variants)
            variant.price.minor = *rc::gen::element<std::int64_t>(400, 850, 1450, 1890);
        if (upTo(2) == 0)
            product.variants.pop_back(); // it has it no more; it may be its only one, which is refused
        if (upTo(3) == 0)
            product.variants.push_back({Sku{product.id.value + "-NEW"}, "new", {700, shop_.currency}, 3});
        if (upTo(3) == 0) // one that wanders from product to product
            product.variants.push_back({Sku{"WANDERER"}, "wanderer", {700, shop_.currency}, 3});
        const auto expected = commerce::putProduct(model_.shelf, product);
        if (expected) {
            for (const OfferId& offer : commerce::brokenOffers(model_.shelf))
                commerce::endOffer(model_.shelf, offer, commerce::OfferEnd::Stopped);
            commerce::reprice(model_.shelf);
        }
        RC_ASSERT(store_->ask(commerce::PutProduct{product}) ==
                  (expected ? ErrorCode::None : expected.error().code));
    }
    void changeOrder() {
        const OrderNumber number = orders_.empty() ? OrderNumber{"none"} : oneOf(orders_);
        const auto to = *rc::gen::element(commerce::OrderState::None, commerce::OrderState::Paid,
                                          commerce::OrderState::Sent, commerce::OrderState::Cancelled,
                                          commerce::OrderState::Refunded);
        const std::int64_t refund = *rc::gen::element<std::int64_t>(0, 0, 100, 1'450);
        const bool restock = upTo(1) == 0;
        const ErrorCode expected = commerce::changeOrder(model_, number, to, refund, restock);
        RC_ASSERT(store_->ask(commerce::ChangeOrder{number, to, refund, restock, ""}) == expected);
    }
    void cancelByBuyer() {
        const OrderNumber number = orders_.empty() ? OrderNumber{"none"} : oneOf(orders_);
        const auto order = model_.orders.find(number);
        ErrorCode expected = ErrorCode::NotFound;
        if (order != model_.orders.end())
            expected = commerce::buyerMayCancel(order->second.standing.state)
                           ? commerce::changeOrder(model_, number, commerce::OrderState::Cancelled, 0, false)
                           : ErrorCode::OrderFixed;
        RC_ASSERT(store_->cancelByBuyer(number) == expected);
    }
    void voidOffer() {
        const OfferId id{"offer" + std::to_string(upTo(4))};
        std::vector<OrderNumber> under;
        for (const auto& [number, placed] : model_.orders) {
            if (std::ranges::find(placed.order.lines, id, &commerce::OrderLine::offer) !=
                placed.order.lines.end())
                under.push_back(number);
        }
        for (const OrderNumber& number : under) // those that can be cancelled still
            commerce::changeOrder(model_, number, commerce::OrderState::Cancelled, 0, false);
        RC_ASSERT(store_->ask(commerce::VoidSince{id, 0, ""}) == ErrorCode::None);
    }
    void switchSomething() {
        const int what = upTo(15);
        if (what == 0 && upTo(1) == 0) {
            commerce::endShow(model_);
            store_->endShow();
        } else if (what < 5) {
            const bool open = what > 1;
            const auto expected = commerce::switchSales(model_.shelf, open);
            RC_ASSERT(store_->ask(commerce::SwitchSales{open}) ==
                      (expected ? ErrorCode::None : expected.error().code));
        } else {
            const std::vector<Sku> skus{oneOf(skus_)};
            const bool open = what < 12;
            const auto expected = commerce::switchSkus(model_.shelf, skus, open);
            RC_ASSERT(store_->ask(commerce::SwitchSkus{skus, open}) ==
                      (expected ? ErrorCode::None : expected.error().code));
        }
    }
    void setTerms() {
        commerce::Terms terms = shop_.catalogue.terms;
        terms.reserveMs = *rc::gen::element<std::int64_t>(600'000, 600'000, 60'000, 1);
        if (upTo(2) == 0)
            terms.delivery.front().prices.front().minor = 990; // a page may show the price of before
        if (upTo(7) == 0)
            terms.trader.name.clear(); // then the checkout is closed
        const auto expected = commerce::setTerms(model_.shelf, terms);
        RC_ASSERT(store_->ask(commerce::SetTerms{terms}) ==
                  (expected ? ErrorCode::None : expected.error().code));
    }
    void crash() { store_->crash(upTo(2) == 0); }
    /// In cases of their own: after one, ages by the wall clock are not what they were.
    void jump() { store_->jump(*rc::gen::element<std::int64_t>(-3'600'000, -1'000, 60'000, 3'600'000)); }

    std::map<Sku, commerce::StockLevel> openingLevels() const {
        std::map<Sku, commerce::StockLevel> levels;
        for (const auto& [sku, good] : commerce::openShelf(shop_.catalogue, shop_.currency).goods)
            levels[sku] = good.level;
        return levels;
    }

    void compare() {
        const Held held = store_->held();
        std::map<Sku, commerce::StockLevel> levels;
        for (const auto& [sku, good] : model_.shelf.goods)
            levels[sku] = good.level;
        RC_ASSERT(held.levels == levels);
        std::map<OfferId, HeldOffer> offers;
        for (const auto& [id, offer] : model_.shelf.offers)
            offers[id] = {offer.running.endsMs, offer.running.taken, offer.bought, offer.ended};
        RC_ASSERT(held.offers == offers);
        std::map<ReservationId, commerce::Reservation> open;
        std::map<ReservationId, commerce::ReservationEnd> ended;
        for (const auto& [id, checkout] : model_.checkouts) {
            if (checkout.ended == commerce::ReservationEnd::None)
                open[id] = checkout.reservation;
            else
                ended[id] = checkout.ended;
        }
        RC_ASSERT(held.open == open);
        RC_ASSERT(held.ended == ended);
        RC_ASSERT(held.orders.size() == model_.orders.size());
        for (const auto& [number, placed] : model_.orders) {
            RC_ASSERT(held.orders.at(number).order == placed.order);
            RC_ASSERT(held.orders.at(number).standing == placed.standing);
        }
        RC_ASSERT(held.gmvMinor == commerce::gmvMinor(model_));
        addUp(held);
    }

    /// Without the model: what is held has to add up by itself.
    void addUp(const Held& held) const {
        std::map<Sku, std::int64_t> reserved;
        std::map<Sku, std::int64_t> sold;
        std::map<OfferId, std::int64_t> taken;
        std::map<std::pair<OfferId, ViewerId>, std::int64_t> ofBuyer;
        const auto count = [&](const ViewerId& viewer, const commerce::OrderLine& line) {
            if (line.offer.empty())
                return;
            taken[line.offer] += line.quantity;
            ofBuyer[{line.offer, viewer}] += line.quantity;
        };
        std::int64_t gmv = 0;
        std::set<ViewerId> checkingOut;
        for (const auto& [id, reservation] : held.open) {
            RC_ASSERT(checkingOut.insert(reservation.viewer).second); // one checkout each
            for (const auto& line : reservation.lines) {
                reserved[line.sku] += line.quantity;
                count(reservation.viewer, line);
            }
        }
        for (const auto& [number, placed] : held.orders) {
            std::int64_t total = 0;
            for (const auto& line : placed.order.lines) {
                total += line.quantity * line.unitMinor;
                if (placed.standing.restocked)
                    continue;
                sold[line.sku] += line.quantity;
                count(placed.order.viewer, line);
            }
            RC_ASSERT(total == placed.order.total.minor);
            RC_ASSERT(placed.standing.refundedMinor <= total + placed.order.delivery.minor);
            gmv += total;
        }
        RC_ASSERT(gmv == held.gmvMinor);
        for (const auto& [sku, level] : held.levels) {
            RC_ASSERT(level.reserved == reserved[sku]);
            RC_ASSERT(level.sold == sold[sku]);
            RC_ASSERT(level.reserved >= 0 && level.sold >= 0 && level.available() >= 0);
        }
        for (const auto& [id, offer] : held.offers) {
            const commerce::Offer& planned = model_.shelf.offers.at(id).running.offer;
            RC_ASSERT(offer.taken == taken[id]);
            RC_ASSERT(planned.pieceLimit == 0 || offer.taken <= planned.pieceLimit);
        }
        for (const auto& [use, pieces] : ofBuyer) {
            const std::int64_t most = mostPerBuyer_.at(use.first);
            RC_ASSERT(most == 0 || pieces <= most);
        }
    }

    commerce::ShopOpened shop_;
    std::unique_ptr<SellingStore> store_;
    commerce::Ledger model_;
    std::vector<Sku> skus_;
    bool jumps_ = upTo(3) == 0;
    std::vector<Step> steps_ = stepsByWeight();
    std::vector<std::pair<ReservationId, ViewerId>> checkouts_;
    std::vector<OrderNumber> orders_;
    std::vector<commerce::ReserveRequest> reserves_;
    std::vector<commerce::OrderRequest> placed_;
    std::map<OfferId, std::int64_t> mostPerBuyer_; ///< of all starts; 0: one had no limit
    std::map<ErrorCode, int> answers_;
    std::set<std::string> reached_;
};

/// `counts`: what came to pass, over all runs, by words: a suite in which nothing is granted proves nothing.
inline void checkSelling(const MakeSellingStore& make, commerce::ShopOpened shop,
                         std::map<std::string, int>& counts) {
    SellingRun run(make, std::move(shop));
    // As long from the first case on: short ones reach little, and shrinking makes them short by itself.
    for (int steps = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(1, 120)); steps > 0; --steps)
        run.step();
    run.finish(counts);
}

} // namespace vitrina::test
