// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/LiveHub.hpp"

#include <boost/asio/post.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <utility>

namespace vitrina::server {

namespace {

constexpr std::int64_t stockEveryMs = 50;
constexpr std::int64_t chatEveryMs = 100;
/// Sends at a stretch: about 2 ms, the longest a picture waits behind a patch.
constexpr std::size_t sendsAtOnce = 256;
constexpr int kernelBytes = 64 << 10;
/// A page that hears nothing asks itself whether its line still stands (page.md); a tick is a second.
constexpr int hereAfterTicks = 5;

using Offers = std::map<OfferId, commerce::RunningOffer>;

/// Nothing but the pieces taken has changed.
bool sameButTaken(Offers one, const Offers& other) {
    return std::ranges::equal(one, other, [](auto& before, const auto& now) {
        before.second.taken = now.second.taken;
        return before == now;
    });
}

} // namespace

LiveHub::LiveHub(boost::asio::io_context& io, const Limits& limits, const Tokens& tokens, const Clock& clock,
                 Counted counted)
    : io_(io), limits_(limits), tokens_(tokens), clock_(clock), counted_(std::move(counted)), stockTimer_(io),
      chatTimer_(io) {}

page::State LiveHub::state() const {
    if (ended_ || view_.phase == Phase::Ended)
        return page::State::Ended;
    if (away_ || view_.closed)
        return page::State::Away;
    return view_.phase == Phase::Live ? page::State::Live : page::State::Waiting;
}

const std::string& LiveHub::tail() {
    if (tailStale_) {
        tail_ = page::snapshotTail(view_, state(), watching_, seq_);
        tailStale_ = false;
    }
    return tail_;
}

std::shared_ptr<const std::string> LiveHub::snapshot() {
    return std::make_shared<const std::string>(page::snapshot(tail(), clock_.now().wallMs));
}

void LiveHub::begin(PageView view) {
    view_ = std::move(view);
    dirtyStock_.clear();
    newChat_.clear();
    offersDirty_ = false;
    tailStale_ = true;
    ++seq_;
    broadcast(page::hello(tail(), clock_.now().wallMs)); // The page takes a hello as the truth at any time.
    if (!view_.movedTo.empty())
        broadcast(page::moved(view_.movedTo));
}

void LiveHub::apply(const Changes& changes) {
    if (changes.reset) {
        begin(*changes.reset);
        return;
    }
    const page::State before = state();
    tailStale_ = true;
    if (!changes.onSale.empty())
        noteOnSale(changes.onSale);
    if (!changes.levels.empty())
        noteStock(changes.levels);
    noteShop(changes);
    if (changes.pin) {
        view_.pin = changes.pin;
        broadcast(page::pin(*changes.pin, ++seq_));
    }
    if (changes.phase)
        view_.phase = *changes.phase;
    if (state() != before)
        broadcast(page::state(state()));
    if (changes.sales) {
        view_.sales = *changes.sales;
        broadcast(page::sales(view_.sales));
    }
    noteChat(changes);
}

void LiveHub::noteOnSale(const std::map<Sku, bool>& onSale) {
    for (const auto& [sku, open] : onSale) {
        if (open)
            view_.stopped.erase(sku);
        else
            view_.stopped.insert(sku);
        dirtyStock_.insert(sku);
    }
    flushStock(); // the host is waiting for it
}

/// Prices and what may be bought, at once: who pays has to have seen what for.
void LiveHub::noteShop(const Changes& changes) {
    const bool others = changes.offers && !sameButTaken(view_.running, *changes.offers);
    offersDirty_ = offersDirty_ || changes.offers;
    if (changes.offers)
        view_.running = *changes.offers;
    if (!changes.prices.empty())
        broadcast(page::prices(view_, changes.prices, ++seq_));
    if (others)
        flushOffers();
    else if (changes.offers) // what is left falls with every order
        after(stockTimer_, stockArmed_, stockAtMs_, stockEveryMs, &LiveHub::flushStock);
    auto& catalogue = view_.shop.catalogue;
    for (const commerce::Product& product : changes.products) {
        const auto at = std::ranges::find(catalogue.products, product.id, &commerce::Product::id);
        if (at == catalogue.products.end())
            catalogue.products.push_back(product);
        else
            *at = product;
        broadcast(page::product(view_, product, ++seq_));
    }
    if (!changes.terms)
        return;
    const bool otherVat = catalogue.terms.vatBasisPoints != changes.terms->vatBasisPoints;
    catalogue.terms = *changes.terms;
    if (otherVat)
        begin(PageView(view_)); // every product without a rate of its own is told anew
    else
        broadcast(page::terms(view_, ++seq_));
}

void LiveHub::noteChat(const Changes& changes) {
    for (const ChatLine& line : changes.chat) {
        view_.chat.push_back(line);
        newChat_.push_back(line);
    }
    while (view_.chat.size() > chatKept)
        view_.chat.pop_front();
    if (changes.chatOpen) {
        view_.chatOpen = *changes.chatOpen;
        newChat_.clear(); // in what is told now, or not to be told
        broadcast(page::chatSwitched(view_, ++seq_));
    } else if (!changes.chat.empty())
        after(chatTimer_, chatArmed_, chatAtMs_, chatEveryMs, &LiveHub::flushChat);
}

void LiveHub::noteStock(const std::map<Sku, commerce::StockLevel>& levels) {
    bool atOnce = false;
    for (const auto& [sku, level] : levels) {
        auto& kept = view_.stock[sku];
        atOnce = atOnce || kept.word() != level.word(); // Sold out, or to be had again, is told at once.
        kept = level;
        dirtyStock_.insert(sku);
    }
    if (atOnce)
        flushStock();
    else
        after(stockTimer_, stockArmed_, stockAtMs_, stockEveryMs, &LiveHub::flushStock);
}

/// Now when the last one is long enough ago, else when it will be.
void LiveHub::after(boost::asio::steady_timer& timer, bool& armed, std::int64_t sinceMs, std::int64_t everyMs,
                    void (LiveHub::*flush)()) {
    if (armed)
        return;
    const std::int64_t left = sinceMs + everyMs - clock_.now().monoMs;
    if (left <= 0) {
        (this->*flush)();
        return;
    }
    armed = true;
    timer.expires_after(std::chrono::milliseconds(left));
    timer.async_wait([this, &armed, flush](const boost::system::error_code& error) {
        armed = false;
        if (!error)
            (this->*flush)();
    });
}

void LiveHub::flushOffers() {
    if (!std::exchange(offersDirty_, false))
        return;
    tailStale_ = true;
    broadcast(page::offers(view_, ++seq_));
}

void LiveHub::flushStock() {
    stockAtMs_ = clock_.now().monoMs;
    flushOffers();
    if (dirtyStock_.empty())
        return;
    tailStale_ = true;
    broadcast(page::stock(view_, dirtyStock_, ++seq_));
    dirtyStock_.clear();
}

void LiveHub::flushChat() {
    chatAtMs_ = clock_.now().monoMs;
    if (newChat_.empty())
        return;
    tailStale_ = true;
    broadcast(page::chat(newChat_, ++seq_));
    newChat_.clear();
}

void LiveHub::setAway(bool away) {
    const page::State before = state();
    away_ = away;
    tailStale_ = true;
    if (state() != before)
        broadcast(page::state(state()));
}

void LiveHub::setEnded() {
    const page::State before = state();
    ended_ = true;
    tailStale_ = true;
    if (state() != before)
        broadcast(page::state(state()));
}

void LiveHub::adopt(wire::Channel channel, Doorkeeper::Slot slot, std::string early) {
    // The kernel would queue megabytes for a page that has stopped reading, before our own bound is asked.
    boost::system::error_code ignored;
    channel.socket().set_option(boost::asio::socket_base::send_buffer_size(kernelBytes), ignored);
    auto page = std::make_unique<Page>();
    page->socket = std::make_shared<ws::PageSocket>(std::move(channel), limits_.pageMessageBytes);
    page->slot = std::move(slot);
    page->sinceMs = clock_.now().monoMs;
    Page* own = page.get();
    const auto keep = own->socket;
    pages_.push_back(std::move(page));
    keep->start({[this, own](std::string_view text) { join(*own, text); },
                 {},
                 [this, own] {
                     left(*own);
                 }},
                std::move(early));
}

void LiveHub::join(Page& page, std::string_view text) {
    if (page.inside)
        return; // Later messages are for later versions.
    boost::json::error_code error;
    boost::json::parse_options options;
    options.max_depth = limits_.jsonDepth;
    const auto value =
        boost::json::parse(boost::json::string_view(text.data(), text.size()), error, {}, options);
    const auto* object = error ? nullptr : value.if_object();
    const auto* type = object ? object->if_contains("t") : nullptr;
    const auto* token = object ? object->if_contains("token") : nullptr;
    if (!type || *type != "join" || !token || !token->is_string() ||
        !tokens_.check(std::string_view(token->get_string()), clock_.now().wallMs)) {
        page.socket->close(ws::closePolicy, "join");
        return;
    }
    page.inside = true;
    page.joined =
        lastBroadcast_; // The hello holds all that; what is still on its way to others is not for this one.
    ++watching_;
    tailStale_ = true;
    // What waits to be told in a batch is in the hello already; told again it must not show twice.
    flushChat();
    page.joined = lastBroadcast_;
    const auto hello = ws::makeFrame(ws::Opcode::Text, page::hello(tail(), clock_.now().wallMs));
    page.spared = hello->size();
    page.socket->send(hello);
    if (!view_.movedTo.empty())
        page.socket->send(ws::makeFrame(ws::Opcode::Text, page::moved(view_.movedTo)));
}

void LiveHub::left(Page& page) {
    page.gone = true;
    anyGone_ = true;
    page.slot = {};
    if (page.inside) {
        --watching_;
        tailStale_ = true;
    }
}

void LiveHub::compact() {
    // Between broadcasts only: their index points into the list.
    if (!anyGone_ || !broadcasts_.empty())
        return;
    std::erase_if(pages_, [](const auto& page) { return page->gone; });
    anyGone_ = false;
}

void LiveHub::broadcast(const std::string& json) {
    quietTicks_ = 0;
    broadcasts_.push_back({ws::makeFrame(ws::Opcode::Text, json), ++lastBroadcast_, 0});
    if (!pumping_)
        pump();
}

void LiveHub::pump() {
    pumping_ = true;
    std::size_t budget = sendsAtOnce;
    while (!broadcasts_.empty() && budget > 0) {
        if (deliver(broadcasts_.front(), budget))
            broadcasts_.pop_front();
    }
    if (broadcasts_.empty()) {
        pumping_ = false;
        return;
    }
    boost::asio::post(io_, [this] { pump(); });
}

/// True when every page has it.
bool LiveHub::deliver(Broadcast& broadcast, std::size_t& budget) {
    while (broadcast.next < pages_.size()) {
        if (budget == 0)
            return false;
        Page& page = *pages_[broadcast.next++];
        if (page.gone || !page.inside || page.joined >= broadcast.number)
            continue;
        --budget;
        // A hello of a large shop is more than a slow page may have waiting, and yet it must come in.
        if (page.socket->queuedBytes() <= limits_.liveQueueBytes)
            page.spared = 0;
        if (broadcast.frame->size() > limits_.liveQueueBytes)
            page.spared = std::max(page.spared, broadcast.frame->size());
        page.socket->send(broadcast.frame);
        if (!page.gone && page.socket->queuedBytes() > limits_.liveQueueBytes + page.spared) {
            page.socket->send(ws::makeFrame(ws::Opcode::Text, page::bye("slow")));
            page.socket->close(ws::closePolicy, "slow");
        }
    }
    return true;
}

void LiveHub::closeAll() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        if (!pages_[i]->gone)
            pages_[i]->socket->close(ws::closeGoingAway);
    }
}

void LiveHub::tick(std::int64_t nowMs) {
    compact();
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        Page& page = *pages_[i];
        if (page.gone)
            continue;
        if (!page.inside && nowMs - page.sinceMs > limits_.joinMs)
            page.socket->close(ws::closePolicy, "join");
        page.socket->tick(nowMs, limits_.pingMs, limits_.silentMs);
    }
    if (watching_ == told_) {
        if (++quietTicks_ >= hereAfterTicks)
            broadcast(page::here(clock_.now().wallMs));
        return;
    }
    told_ = watching_;
    tailStale_ = true;
    broadcast(page::viewers(watching_));
    counted_(watching_);
}

} // namespace vitrina::server
