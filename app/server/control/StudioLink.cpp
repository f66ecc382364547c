// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/StudioLink.hpp"

#include "base/Log.hpp"
#include "protocol/PairingCode.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

namespace vitrina::server {

namespace {

constexpr std::int64_t lostMs = 3'000;
constexpr std::int64_t greetMs = 5'000;
constexpr std::size_t buyersAtOnce = 50;
constexpr std::size_t buyersBytes = 1u
                                    << 20; ///< one buyer more may come on top: still far from a frame's most
constexpr auto retryAfter = std::chrono::milliseconds(500);

std::size_t sizeOf(const protocol::BuyerOf& buyer) {
    std::size_t bytes = buyer.name.size() + buyer.contact.size() + buyer.phone.size() + buyer.address.size() +
                        buyer.note.size();
    for (const protocol::BuyerWord& word : buyer.words)
        bytes += word.text.size();
    return bytes;
}

} // namespace

StudioLink::StudioLink(Parts parts, std::string secret, Events events)
    : parts_(parts), secret_(std::move(secret)), events_(std::move(events)), acceptor_(parts.io),
      moves_({parts.store, [this] { return reach_.url; },
              [this](const std::string& key) {
                  events_.onTokenKey(key);
              }}) {}

StudioLink::~StudioLink() {
    closing_ = true;
}

Result<void> StudioLink::listen(const std::string& path) {
    using boost::asio::local::stream_protocol;
    boost::system::error_code error;
    if (path.size() >= sizeof(sockaddr_un::sun_path))
        return fail(ErrorCode::FileUnwritable, path + ": too long for a socket");
    unlink(path.c_str()); // The lock is ours, so whoever left it is gone.
    const mode_t before = umask(S_IRWXG | S_IRWXO);
    acceptor_.open(stream_protocol(), error);
    if (!error)
        acceptor_.bind(stream_protocol::endpoint(path), error);
    umask(before);
    if (!error)
        acceptor_.listen(16, error);
    if (error)
        return fail(ErrorCode::FileUnwritable, path + ": " + error.message());
    accept();
    return {};
}

void StudioLink::accept() {
    acceptor_.async_accept(
        [this](const boost::system::error_code& error, boost::asio::local::stream_protocol::socket socket) {
            if (closing_ || error == boost::asio::error::operation_aborted)
                return;
            if (!error)
                adopt(wire::Channel(wire::Channel::Socket(std::move(socket))), {});
            if (!error || error == boost::asio::error::connection_aborted)
                accept();
            else
                paused_ = true; // out of descriptors: trying again at once would spin
        });
}

void StudioLink::adopt(wire::Channel channel, Doorkeeper::Slot slot) {
    auto studio = std::make_shared<StudioSocket>(
        std::move(channel), std::move(slot),
        StudioSocket::Events{
            [this](const Socket& from, protocol::Message message) { received(from, std::move(message)); },
            [this](std::string_view piece) { events_.onVideo(piece); },
            [this](const Socket& from) {
                closed(from);
            }});
    sockets_.push_back(studio);
    studio->start();
}

void StudioLink::setReach(protocol::Reach reach) {
    reach_ = std::move(reach);
    if (control_)
        control_->send(reach_);
}

void StudioLink::received(const Socket& socket, protocol::Message message) {
    if (!socket->known()) {
        greet(socket, message);
    } else if (moves_.received(socket, message)) {
        return;
    } else if (socket != control_) {
        return; // A video connection has nothing more to say; one still being attached has to wait for its
                // welcome.
    } else if (const auto* ping = std::get_if<protocol::Ping>(&message)) {
        socket->send(protocol::Pong{parts_.clock.now().wallMs, ping->wallMs});
    } else if (const auto* asset = std::get_if<protocol::Asset>(&message)) {
        if (const auto kept = parts_.assets.keep(asset->name, asset->data); !kept)
            logWarning("assets", asset->name + ": " + kept.error().detail);
    } else if (std::holds_alternative<protocol::TallyAsk>(message)) {
        parts_.store.add(AskTally{[this, generation = generation_](const protocol::Tally& tally) {
            if (generation == generation_)
                send(tally);
        }});
    } else if (std::holds_alternative<protocol::Close>(message)) {
        events_.onClose();
    } else if (std::holds_alternative<protocol::Quit>(message)) {
        events_.onQuit();
    } else if (const auto* phones = std::get_if<protocol::Phones>(&message)) {
        events_.onPhones(phones->on);
    } else if (!takeAside(message)) {
        replicator_->received(std::move(message));
    }
}

/// What is personal or secret and so stands in no record. False: it is none of that.
bool StudioLink::takeAside(protocol::Message& message) {
    if (auto* asked = std::get_if<protocol::BuyersAsk>(&message))
        tellBuyers(std::move(asked->orders));
    else if (const auto* wanted = std::get_if<protocol::ExportAsk>(&message))
        exportBuyer(wanted->order);
    else if (auto* told = std::get_if<protocol::ShopOrders>(&message))
        takeShopOrders(std::move(*told));
    else if (auto* words = std::get_if<protocol::ShopWords>(&message))
        parts_.store.add(KeepWords{std::move(words->key), std::move(words->text)});
    else if (auto* outside = std::get_if<protocol::Outside>(&message))
        events_.onOutside(std::move(*outside));
    else if (auto* test = std::get_if<protocol::MailTest>(&message))
        events_.onMailTest(std::move(test->to));
    else
        return false;
    return true;
}

void StudioLink::say(const protocol::Message& message) {
    if (control_)
        control_->send(message);
}

/// Several messages when they are many or long, so that no frame is too long; an empty one when there are
/// none.
void StudioLink::tellBuyers(std::vector<OrderNumber> orders) {
    parts_.store.add(AskBuyers{
        std::move(orders), [this, generation = generation_](const std::vector<protocol::BuyerOf>& buyers) {
            if (generation != generation_)
                return;
            protocol::Buyers part;
            std::size_t bytes = 0;
            for (const protocol::BuyerOf& buyer : buyers) {
                part.buyers.push_back(buyer);
                bytes += sizeOf(buyer);
                if (part.buyers.size() == buyersAtOnce || bytes >= buyersBytes) {
                    send(std::exchange(part, {}));
                    bytes = 0;
                }
            }
            if (!part.buyers.empty() || buyers.empty())
                send(std::move(part));
        }});
}

void StudioLink::exportBuyer(const OrderNumber& order) {
    parts_.store.add(
        ExportBuyer{order, [this, order, generation = generation_](const Result<std::string>& json) {
                        if (generation == generation_)
                            send(protocol::Exported{order, json ? ErrorCode::None : json.error().code,
                                                    json ? *json : std::string()});
                    }});
}

/// Each is a job of its own; the answer goes when the last is durable.
void StudioLink::takeShopOrders(protocol::ShopOrders told) {
    struct Sum {
        protocol::ShopOrdersTaken taken;
        std::size_t left = 0;
    };
    auto sum = std::make_shared<Sum>();
    sum->taken.part = told.part;
    sum->left = told.orders.size();
    const auto answered = [this, sum,
                           generation = generation_](std::int64_t protocol::ShopOrdersTaken::*what) {
        ++(sum->taken.*what);
        if (--sum->left == 0 && generation == generation_)
            send(sum->taken);
    };
    using Taken = protocol::ShopOrdersTaken;
    if (told.orders.empty())
        send(sum->taken);
    for (protocol::ShopOrderOf& one : told.orders) {
        if (told.orders.size() > protocol::shopOrdersAtOnce || !commerce::checkShopOrder(one.order)) {
            answered(&Taken::refused);
            continue;
        }
        Buyer buyer{std::move(one.name), std::move(one.contact), std::move(one.phone), std::move(one.address),
                    std::move(one.note)};
        parts_.store.add(
            TakeShopOrder{std::move(one.order), std::move(buyer), [answered](const ShopAnswer& answer) {
                              using commerce::ShopNews;
                              answered(answer.error != ErrorCode::None    ? &Taken::refused
                                       : answer.news == ShopNews::New     ? &Taken::placed
                                       : answer.news == ShopNews::Changed ? &Taken::changed
                                       : answer.news == ShopNews::Known || answer.news == ShopNews::Waiting
                                           ? &Taken::known
                                           : &Taken::passed);
                          }});
    }
}

void StudioLink::greet(const Socket& socket, const protocol::Message& message) {
    const auto* hi = std::get_if<protocol::Hello>(&message);
    const auto* video = std::get_if<protocol::Video>(&message);
    const auto* wish = std::get_if<protocol::Pair>(&message);
    const auto moving = MoveDesk::secretIn(message);
    if (wish && socket->remote()) {
        pair(socket, *wish);
    } else if (!hi && !video && !moving) {
        socket->refuse(ErrorCode::NotAuthorised, "a greeting comes first");
    } else if (!rightSecret(*socket, hi ? hi->secret : video ? video->secret : *moving)) {
        socket->refuse(ErrorCode::NotAuthorised, "wrong secret");
    } else if (const auto* in = std::get_if<protocol::MoveIn>(&message); in && control_ && run_ != in->run) {
        socket->refuse(ErrorCode::Busy, "another show is on");
    } else if (moving) {
        socket->setKnown();
        // The studio has let the ordinary link go before: this one has not been heard to end yet.
        if (const Socket old = control_; old && std::holds_alternative<protocol::MoveOut>(message))
            old->close();
        moves_.greet(socket, message);
    } else if (video) {
        socket->setKnown();
        socket->video = true;
    } else {
        socket->setKnown();
        hello(socket, *hi);
    }
}

/// The lock file's secret is for those who can read it, not for one who comes from elsewhere.
bool StudioLink::rightSecret(const StudioSocket& socket, const std::string& secret) const {
    return socket.remote() ? parts_.pairing && parts_.pairing->knows(secret) : sameSecret(secret, secret_);
}

void StudioLink::pair(const Socket& socket, const protocol::Pair& asked) {
    const auto oneTime = protocol::fromHex(asked.secret);
    if (!parts_.pairing || !oneTime) {
        socket->refuse(ErrorCode::NotAuthorised, "no pairing here");
        return;
    }
    const auto secret = parts_.pairing->pair(*oneTime, parts_.clock.now().wallMs);
    if (!secret) {
        socket->refuse(secret.error().code, secret.error().detail);
        return;
    }
    logInfo("control", "paired with a studio");
    // Whoever was paired before has no more to say here.
    const auto all = sockets_;
    for (const Socket& other : all) {
        if (other != socket && other->remote() && other->known())
            other->close();
    }
    socket->send(protocol::Paired{*secret, reach_.url});
}

void StudioLink::hello(const Socket& socket, const protocol::Hello& hi) {
    if (hi.version != protocol::linkVersion) {
        socket->refuse(ErrorCode::VersionMismatch,
                       "the server speaks " + std::to_string(protocol::linkVersion));
        return;
    }
    if (control_ && hi.run != run_) {
        socket->refuse(ErrorCode::Busy, "another run is on");
        return;
    }
    // The same run again: its studio came back before we saw it go.
    if (const Socket old = control_)
        old->close();
    pending_ = socket;
    const std::uint64_t generation = ++generation_;
    parts_.store.add(OpenRun{hi.show, hi.run,
                             [this, socket, hi, generation](const RunAnswer& answer) {
                                 if (generation == generation_ && pending_ == socket)
                                     attach(socket, hi, answer);
                             },
                             hi.epoch});
}

void StudioLink::attach(const Socket& socket, const protocol::Hello& hi, const RunAnswer& answer) {
    pending_ = nullptr;
    if (answer.error != ErrorCode::None) {
        socket->refuse(answer.error, answer.error == ErrorCode::ShowMoved
                                         ? "this server's copy of the show is not the one that is served"
                                         : "the store can't open the run");
        return;
    }
    control_ = socket;
    run_ = hi.run;
    durable_ = answer.serverSeq;
    acked_ = 0;
    toStore_.clear();
    storing_ = false;
    replicator_ = std::make_unique<protocol::Replicator>(
        protocol::ReplicatorStart{
            hi.show, hi.run, record::Origin::Server, answer.serverSeq, answer.studioSeq, {}},
        static_cast<protocol::ReplicatorPort&>(*this));
    socket->send(
        protocol::Welcome{protocol::linkVersion, answer.studioSeq, reach_.url, parts_.clock.now().wallMs});
    if (!reach_.fingerprint.empty())
        socket->send(reach_);
    logInfo("control", "studio attached");
    events_.onAttached(hi.show, hi.run);
    replicator_->start(hi.have);
}

void StudioLink::closed(const Socket& socket) {
    std::erase(sockets_, socket);
    moves_.closed(socket);
    if (pending_ == socket)
        pending_ = nullptr;
    if (control_ != socket)
        return;
    control_ = nullptr;
    ++generation_;
    if (replicator_)
        replicator_->stop();
    if (!closing_) {
        logInfo("control", "studio lost");
        events_.onLost();
    }
}

void StudioLink::committed(std::uint64_t serverSeq) {
    durable_ = std::max(durable_, serverSeq);
    if (replicator_ && control_)
        replicator_->ownDurable(serverSeq);
}

void StudioLink::tick(std::int64_t nowMs) {
    if (std::exchange(paused_, false))
        accept();
    const auto all = sockets_; // A close takes itself out of the list.
    for (const Socket& socket : all) {
        // One who is not known has so long in all, the handshake with it, however little by little he speaks.
        if ((!socket->known() && nowMs - socket->sinceMs() > greetMs) ||
            (socket == control_ && nowMs - socket->heardMs() > lostMs))
            socket->close();
    }
    if (replicator_ && control_)
        replicator_->tick(parts_.clock.now().wallMs, nowMs);
}

void StudioLink::close() {
    closing_ = true;
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    const auto all = sockets_;
    for (const Socket& socket : all)
        socket->close();
}

void StudioLink::later(std::function<void()> what) {
    const auto timer = std::make_shared<boost::asio::steady_timer>(parts_.io, retryAfter);
    timer->async_wait([this, timer, generation = generation_, what = std::move(what)](const auto& error) {
        if (!error && generation == generation_)
            what();
    });
}

void StudioLink::readOwn(std::uint64_t after, std::size_t limit) {
    // Posted: a long catch-up must let pages and pictures have their turn between batches.
    boost::asio::post(parts_.io, [this, after, limit, generation = generation_] {
        if (generation == generation_ && replicator_)
            replicator_->ownRead(parts_.store.records(run_, after, limit));
    });
}

void StudioLink::storeOther(std::vector<record::Record> records) {
    toStore_.push_back(std::move(records));
    if (!storing_)
        storeNext();
}

/// One batch at a time, and the same again while the store is broken: the studio keeps its side until the
/// ack.
void StudioLink::storeNext() {
    storing_ = !toStore_.empty();
    if (!storing_)
        return;
    parts_.store.add(TakeRecords{toStore_.front(), [this, generation = generation_](const RunAnswer& answer) {
                                     if (generation != generation_)
                                         return;
                                     if (answer.error == ErrorCode::Busy) {
                                         later([this] { storeNext(); });
                                         return;
                                     }
                                     if (answer.error != ErrorCode::None) {
                                         broken(fail(answer.error, "records that do not follow"));
                                         return;
                                     }
                                     toStore_.pop_front();
                                     replicator_->otherStored(answer.studioSeq);
                                     storeNext();
                                 }});
}

void StudioLink::peerHolds(std::uint64_t seq) {
    acked_ = std::max(acked_, seq);
    parts_.store.add(NoteAck{seq});
}

void StudioLink::send(protocol::Message message) {
    say(message);
}

void StudioLink::requested(protocol::Request request) {
    parts_.store.add(TakeRequest{request.id, request.body, request.validUntilMs,
                                 [this, request, generation = generation_](const RunAnswer& answer) {
                                     if (generation == generation_ && answer.error == ErrorCode::Busy)
                                         later([this, request] { requested(request); });
                                 }});
}

void StudioLink::broken(Error error) {
    if (const Socket socket = control_)
        socket->refuse(error.code, error.detail);
}

} // namespace vitrina::server
