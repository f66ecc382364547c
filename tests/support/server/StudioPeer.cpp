// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/server/StudioPeer.hpp"

#include "protocol/Frame.hpp"
#include "support/server/DemoTerms.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <iterator>
#include <utility>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace vitrina::test {

namespace {

int connectTo(const std::string& path) {
    const int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un to{};
    to.sun_family = AF_UNIX;
    std::strncpy(to.sun_path, path.c_str(), sizeof to.sun_path - 1);
    if (connect(descriptor, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

bool sendAll(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

commerce::Product product(const std::string& id, const std::string& code, const std::string& name,
                          const std::string& image, std::vector<commerce::Variant> variants) {
    return {ProductId{id}, code, name, name + ", made by hand in Latvia.", image, std::move(variants)};
}

} // namespace

commerce::ShopOpened demoShop(std::int64_t pieces) {
    commerce::ShopOpened shop;
    shop.title = "Rudens tirgus";
    shop.shopName = "Dzintars un lins";
    shop.hostName = "Anna";
    shop.locale = "lv-LV";
    shop.currency = "EUR";
    shop.disclosureText = "#reklāma";
    shop.catalogue.products = {
        product("earrings", "12", "Amber earrings", "amber-earrings.svg",
                {{Sku{"EARRINGS-S"}, "S", {1890, "EUR"}, pieces},
                 {Sku{"EARRINGS-M"}, "M", {2190, "EUR"}, pieces}}),
        product("towel", "14", "Linen towel", "linen-towel.svg", {{Sku{"TOWEL"}, "", {1450, "EUR"}, pieces}}),
        product("candle", "15", "Beeswax candle", "candle.svg", {{Sku{"CANDLE"}, "", {690, "EUR"}, pieces}}),
        product("honey", "16", "Heather honey", "honey.svg", {{Sku{"HONEY"}, "", {850, "EUR"}, pieces}}),
    };
    shop.catalogue.terms = demoTerms();
    return shop;
}

StudioPeer::StudioPeer(RunId run, ShowId show)
    : run_(std::move(run)), show_(std::move(show)), boot_(SystemClock().bootId()) {}

StudioPeer::~StudioPeer() {
    disconnect();
}

void StudioPeer::disconnect() {
    if (control_ >= 0)
        shutdown(control_, SHUT_RDWR);
    if (video_ >= 0)
        ::close(std::exchange(video_, -1));
    {
        const std::lock_guard lock(mutex_);
        over_ = true;
    }
    changed_.notify_all();
    if (readerThread_.joinable())
        readerThread_.join();
    if (pingerThread_.joinable())
        pingerThread_.join();
    if (control_ >= 0)
        ::close(std::exchange(control_, -1));
}

bool StudioPeer::attach(const protocol::ServerLock& lock) {
    disconnect();
    control_ = connectTo(lock.socket);
    if (control_ < 0)
        return false;
    std::unique_lock state(mutex_);
    over_ = false;
    welcomed_ = false;
    refusal_ = ErrorCode::None;
    const std::uint64_t have = others_.size();
    state.unlock();
    readerThread_ = std::thread([this] { reader(); });
    pingerThread_ = std::thread([this] { pinger(); });
    sendNow(
        protocol::Hello{protocol::linkVersion, lock.secret, show_, run_, have, SystemClock().now().wallMs});
    state.lock();
    changed_.wait_for(state, std::chrono::seconds(5), [this] { return welcomed_ || over_; });
    if (!welcomed_)
        return false;
    protocol::Records missing;
    for (std::size_t i = have_; i < own_.size(); ++i)
        missing.records.push_back(own_[i]);
    state.unlock();
    if (!missing.records.empty())
        sendNow(missing);
    return true;
}

void StudioPeer::reader() {
    protocol::FrameParser parser;
    std::array<char, 65'536> buffer{};
    while (true) {
        const ssize_t got = recv(control_, buffer.data(), buffer.size(), 0);
        if (got <= 0)
            break;
        parser.feed(std::string_view(buffer.data(), static_cast<std::size_t>(got)));
        while (auto frame = parser.next()) {
            if (!*frame)
                break;
            if (auto message = protocol::decodeMessage((*frame)->payload))
                handle(std::move(*message));
        }
    }
    const std::lock_guard lock(mutex_);
    over_ = true;
    changed_.notify_all();
}

void StudioPeer::pinger() {
    std::unique_lock lock(mutex_);
    while (!changed_.wait_for(lock, std::chrono::milliseconds(500), [this] { return over_; })) {
        lock.unlock();
        if (pinging_)
            sendNow(protocol::Ping{SystemClock().now().wallMs});
        lock.lock();
    }
}

void StudioPeer::handle(protocol::Message message) {
    std::uint64_t ack = 0;
    {
        const std::lock_guard lock(mutex_);
        if (const auto* welcome = std::get_if<protocol::Welcome>(&message)) {
            welcomed_ = true;
            have_ = welcome->have;
            acked_ = welcome->have;
        } else if (const auto* acked = std::get_if<protocol::Ack>(&message)) {
            acked_ = std::max(acked_, acked->seq);
        } else if (const auto* refused = std::get_if<protocol::Refused>(&message)) {
            refusal_ = refused->error;
        } else if (auto* buyers = std::get_if<protocol::Buyers>(&message)) {
            std::ranges::move(buyers->buyers, std::back_inserter(buyers_));
            buyersTold_ = true;
            ++buyersParts_;
        } else if (auto* reach = std::get_if<protocol::Reach>(&message)) {
            reach_ = std::move(*reach);
        } else if (std::holds_alternative<protocol::OutsideState>(message) ||
                   std::holds_alternative<protocol::MailTested>(message) ||
                   std::holds_alternative<protocol::ShopOrdersTaken>(message) ||
                   std::holds_alternative<protocol::Exported>(message)) {
            aside_.push_back(std::move(message));
        } else if (auto* records = std::get_if<protocol::Records>(&message)) {
            for (record::Record& record : records->records) {
                if (record.seq == others_.size() + 1)
                    others_.push_back(std::move(record));
            }
            ack = others_.size();
        }
    }
    changed_.notify_all();
    if (ack != 0)
        sendNow(protocol::Ack{ack});
}

void StudioPeer::sendNow(const protocol::Message& message) {
    const std::lock_guard lock(sending_);
    for (const std::string& frame : protocol::encodeFrames(message))
        sendAll(control_, frame);
}

void StudioPeer::write(record::Fact fact) {
    protocol::Records one;
    {
        const std::lock_guard lock(mutex_);
        own_.push_back({show_, run_, record::Origin::Studio, own_.size() + 1, others_.size(),
                        SystemClock().now(), boot_, std::move(fact)});
        one.records.push_back(own_.back());
        if (over_)
            return; // attach() sends it
    }
    sendNow(one);
}

void StudioPeer::openShop(const commerce::ShopOpened& shop) {
    write(show::Fact(show::RunStarted{run_, false, {}}));
    write(commerce::Fact(shop));
}

void StudioPeer::goLive() {
    write(show::Fact(show::WentLive{}));
}

void StudioPeer::endShow() {
    write(show::Fact(show::RunEnded{}));
}

AiredId StudioPeer::air(const ProductId& product, std::int64_t mediaMs, bool disclosure) {
    show::ItemTaken taken;
    taken.aired.id = newId<AiredId>();
    taken.aired.item.id = newId<ItemId>();
    taken.aired.item.kind = show::ItemKind::Product;
    taken.aired.item.title = "On air: " + product.value;
    taken.aired.item.product = product;
    taken.aired.item.disclosure = disclosure;
    taken.aired.taken = SystemClock().now();
    const AiredId aired = taken.aired.id;
    write(show::Fact(std::move(taken)));
    write(show::Fact(show::ItemAired{aired, mediaMs}));
    return aired;
}

RequestId StudioPeer::ask(commerce::Request body, std::int64_t validUntilMs, RequestId id) {
    sendNow(protocol::Request{id, std::move(body), 0, validUntilMs});
    return id;
}

std::vector<protocol::BuyerOf> StudioPeer::askBuyers(const std::vector<OrderNumber>& orders,
                                                     std::size_t wanted, int timeoutMs) {
    {
        const std::lock_guard lock(mutex_);
        buyers_.clear();
        buyersTold_ = false;
        buyersParts_ = 0;
    }
    sendNow(protocol::BuyersAsk{orders});
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::milliseconds(timeoutMs),
                      [&] { return buyersTold_ && buyers_.size() >= wanted; });
    return buyers_;
}

int StudioPeer::buyersParts() const {
    const std::lock_guard lock(mutex_);
    return buyersParts_;
}

void StudioPeer::sendAsset(const std::string& name, const std::string& bytes) {
    sendNow(protocol::Asset{name, "image/svg+xml", bytes});
}

void StudioPeer::vanish() {
    disconnect();
}

void StudioPeer::close() {
    sendNow(protocol::Close{});
}

void StudioPeer::quit() {
    sendNow(protocol::Quit{});
}

bool StudioPeer::openVideo(const protocol::ServerLock& lock) {
    video_ = connectTo(lock.socket);
    return video_ >= 0 &&
           sendAll(video_, protocol::encodeFrame(protocol::FrameKind::Json,
                                                 protocol::encodeMessage(protocol::Video{lock.secret})));
}

bool StudioPeer::sendVideo(const protocol::VideoHeader& header, std::string_view bytes) {
    const auto head = header.encode();
    std::string piece(reinterpret_cast<const char*>(head.data()), head.size());
    piece.append(bytes);
    return sendAll(video_, protocol::encodeFrame(protocol::FrameKind::Video, piece));
}

std::vector<record::Record> StudioPeer::received() const {
    const std::lock_guard lock(mutex_);
    return others_;
}

bool StudioPeer::waitFor(const std::function<bool(const record::Record&)>& wanted, int timeoutMs) const {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::milliseconds(timeoutMs),
                             [&] { return std::ranges::any_of(others_, wanted); });
}

std::optional<commerce::RequestAnswered> StudioPeer::answerTo(const RequestId& id, int timeoutMs) const {
    std::optional<commerce::RequestAnswered> found;
    waitFor(
        [&](const record::Record& record) {
            const auto* answered = record::factAs<commerce::RequestAnswered>(record.fact);
            if (answered && answered->request == id)
                found = *answered;
            return found.has_value();
        },
        timeoutMs);
    return found;
}

bool StudioPeer::waitForAck(int timeoutMs) const {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::milliseconds(timeoutMs),
                             [&] { return acked_ >= own_.size(); });
}

ErrorCode StudioPeer::refusal() const {
    const std::lock_guard lock(mutex_);
    return refusal_;
}

void StudioPeer::letPhonesIn(bool on) {
    {
        const std::lock_guard lock(mutex_);
        reach_.reset();
    }
    sendNow(protocol::Phones{on});
}

std::optional<protocol::Reach> StudioPeer::reach(bool phones, int timeoutMs) const {
    std::unique_lock lock(mutex_);
    const bool told = changed_.wait_for(lock, std::chrono::milliseconds(timeoutMs),
                                        [&] { return reach_ && reach_->url.starts_with("https") == phones; });
    return told ? reach_ : std::nullopt;
}

} // namespace vitrina::test
