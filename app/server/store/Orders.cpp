// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/Message.hpp"
#include "server/store/OrderRows.hpp"
#include "server/store/PhoneForms.hpp"
#include "server/store/Statements.hpp"

#include <algorithm>

/// The part of the writer that keeps orders after they are placed: what the studio does with them, and what
/// their buyers see and ask.
namespace vitrina::server {

namespace {

constexpr std::size_t maxWordsKept = 512;

KnownOrder::Name nameOf(const commerce::Catalogue& catalogue, const Sku& sku) {
    const commerce::Product* product = commerce::productOf(catalogue, sku);
    const commerce::Variant* variant = commerce::findVariant(catalogue, sku);
    return product && variant ? KnownOrder::Name{product->name, variant->label}
                              : KnownOrder::Name{sku.value, {}};
}

bool askedForReturn(const std::vector<OrderNote>& notes) {
    return std::ranges::find(notes, commerce::BuyerWish::Return, &OrderNote::wish) != notes.end();
}

} // namespace

void Writer::moveOrder(OrderRow& order, const commerce::OrderStanding& after) {
    Levels levels;
    if (after.restocked && !order.standing.restocked)
        levels = giveBack(order.order.viewer, order.order.lines, commerce::Pieces::Bought);
    order.standing = after;
    writeStanding(*database_, order);
    shopMoved(order);
    noteLife(order.run);
    write(commerce::Fact(commerce::OrderChanged{order.place.number, after.state, after.refundedMinor,
                                                std::move(levels), after.paid}));
}

/// Kept only for someone: an erased buyer can't come to read it.
void Writer::noteToBuyer(const OrderRow& order, const std::string& text) {
    if (text.empty() || !buyers_->find(order.place))
        return;
    buyers_->addWord(order.place, "shop-" + randomHex128(), {now_.wallMs, true, {}, text});
    noteLife(order.run);
}

void Writer::work(KeepWords& job) {
    std::erase_if(words_, [&](const auto& kept) { return kept.first == job.key; });
    words_.emplace_back(std::move(job.key), std::move(job.text));
    if (words_.size() > maxWordsKept)
        words_.pop_front();
}

Result<std::string> Writer::wordsOf(const std::string& note) const {
    if (!note.starts_with(wordsMark))
        return note.empty() ? Result<std::string>(note) : audience::cleanText(note, maxNoteToBuyer);
    const auto kept =
        std::ranges::find(words_, note.substr(wordsMark.size()), &std::pair<std::string, std::string>::first);
    if (kept == words_.end())
        return fail(ErrorCode::NotFound);
    return audience::cleanText(kept->second, maxNoteToBuyer);
}

ErrorCode Writer::perform(const commerce::ChangeOrder& wish, Answered& answered) {
    auto order = readOrder(*database_, wish.number);
    if (!order || order->run != state_.run)
        return ErrorCode::NotFound;
    const auto words = wordsOf(wish.note);
    const bool onlyNote =
        !wish.note.empty() && wish.to == commerce::OrderState::None && wish.refundMinor == 0 && !wish.restock;
    // What is done to the order does not wait for words that are lost.
    if (!words && (onlyNote || words.error().code != ErrorCode::NotFound))
        return words.error().code;
    if (!onlyNote) {
        const auto after =
            commerce::changed(order->standing, order->toPayMinor(), wish.to, wish.refundMinor, wish.restock);
        if (!after) {
            answered.detail = std::to_string(order->toPayMinor() - order->standing.refundedMinor);
            return after.error().code;
        }
        moveOrder(*order, *after);
    }
    noteToBuyer(*order, words ? *words : std::string());
    return ErrorCode::None;
}

ErrorCode Writer::perform(const commerce::VoidSince& wish, Answered& answered) {
    if (wish.offer.empty())
        return ErrorCode::BadRequest;
    const auto words = wordsOf(wish.note);
    if (!words && words.error().code != ErrorCode::NotFound)
        return words.error().code;
    std::int64_t count = 0;
    for (const OrderNumber& number : ordersUnder(*database_, state_.run, wish.offer, wish.sinceMs)) {
        auto order = readOrder(*database_, number);
        const auto after = order ? commerce::changed(order->standing, order->toPayMinor(),
                                                     commerce::OrderState::Cancelled, 0, false)
                                 : Result<commerce::OrderStanding>(fail(ErrorCode::NotFound));
        if (!after)
            continue; // gone already
        moveOrder(*order, *after);
        noteToBuyer(*order, words ? *words : std::string());
        ++count;
    }
    answered.detail = std::to_string(count);
    return ErrorCode::None;
}

/// The order, when it is there and this is its buyer's contact. Number and contact are looked at in any case
/// before anything else is, so that what it takes does not tell which of the two was wrong.
std::optional<OrderRow> Writer::buyersOrder(const OrderNumber& number, const std::string& contact) {
    auto& row = statements_->orderByNumber;
    const std::int64_t id = row.bind(1, number.value).row() ? row.integer(0) : 0;
    row.reset();
    return buyers_->isContact(id, contact, callingCode(state_.shelf.catalogue.terms))
               ? readOrder(*database_, number)
               : std::nullopt;
}

KnownOrder Writer::shown(const OrderRow& row) {
    const bool here = row.run == state_.run;
    if (!here && otherRun_.first != row.run)
        otherRun_ = {row.run, catalogueOf(*database_, row.run)};
    const commerce::Catalogue& catalogue = here ? state_.shelf.catalogue : otherRun_.second;
    KnownOrder known;
    known.order = row.order;
    known.state = row.standing.state;
    known.atMs = row.atMs;
    known.refundedMinor = row.standing.refundedMinor;
    known.paid = row.standing.paid;
    for (const commerce::OrderLine& line : row.order.lines)
        known.names.push_back(nameOf(catalogue, line.sku));
    const commerce::DeliveryWay* way = commerce::findDelivery(catalogue.terms, row.order.delivery.way);
    known.deliveryTitle = way ? way->title : row.order.delivery.way;
    if (row.order.delivery.payment == commerce::PaymentWay::Transfer)
        known.transferTo = catalogue.terms.transferTo;
    known.notes = buyers_->words(row.place);
    // An order of a run before has nobody at the studio who would hear of it.
    known.canCancel = here && commerce::buyerMayCancel(row.standing.state);
    known.canReturn = here && commerce::buyerMayReturn(row.standing.state) && !askedForReturn(known.notes);
    return known;
}

void Writer::work(FindOrder& job) {
    const auto order = buyersOrder(job.number, job.contact);
    if (order)
        job.answer.order = shown(*order);
    else
        job.answer.error = ErrorCode::NotFound;
}

ErrorCode Writer::mayWrite(const WriteToShop& job, const OrderRow& order, const KnownOrder& known) const {
    using commerce::BuyerWish;
    if (order.run != state_.run)
        return ErrorCode::OrderFixed;
    if (job.wish == BuyerWish::Cancel && !known.canCancel)
        return ErrorCode::OrderFixed;
    if (job.wish == BuyerWish::Return && !known.canReturn)
        return ErrorCode::OrderFixed;
    const auto own = std::ranges::count(known.notes, false, &OrderNote::shop);
    return own >= maxBuyerWords && job.wish == BuyerWish::Question ? ErrorCode::LimitReached
                                                                   : ErrorCode::None;
}

void Writer::work(WriteToShop& job) {
    auto order = buyersOrder(job.number, job.contact);
    if (!order) {
        job.answer.error = ErrorCode::NotFound;
        return;
    }
    if (const auto before = buyers_->word(order->place, job.key)) {
        if (before->wish != job.wish || before->text != job.text)
            job.answer.error = ErrorCode::KeyReused;
        else
            job.answer.order = shown(*order);
        return;
    }
    job.answer.error = mayWrite(job, *order, shown(*order));
    if (job.answer.error != ErrorCode::None)
        return;
    buyers_->addWord(order->place, job.key, {now_.wallMs, false, job.wish, job.text});
    noteLife(order->run);
    write(commerce::Fact(commerce::BuyerWrote{job.number, job.wish}));
    if (job.wish == commerce::BuyerWish::Cancel) {
        const auto after = commerce::changed(order->standing, order->toPayMinor(),
                                             commerce::OrderState::Cancelled, 0, false);
        if (after)
            moveOrder(*order, *after);
    }
    job.answer.order = shown(*order);
}

} // namespace vitrina::server
