// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/StudioLink.hpp"

#include "base/Log.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>

#include <openssl/crypto.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vitrina::server {

namespace {

constexpr std::int64_t lostMs = 3'000;
constexpr std::int64_t greetMs = 5'000;
constexpr std::size_t buyersAtOnce = 50;
constexpr auto retryAfter = std::chrono::milliseconds(500);

bool sameSecret(const std::string& one, const std::string& other) {
    return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

} // namespace

StudioLink::StudioLink(Parts parts, std::string secret, Events events)
    : parts_(parts), secret_(std::move(secret)), events_(std::move(events)), acceptor_(parts.io) {}

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
            if (!error) {
                auto studio = std::make_shared<StudioSocket>(
                    std::move(socket),
                    StudioSocket::Events{[this](const Socket& from, protocol::Message message) {
                                             received(from, std::move(message));
                                         },
                                         [this](std::string_view piece) { events_.onVideo(piece); },
                                         [this](const Socket& from) {
                                             closed(from);
                                         }});
                sockets_.push_back(studio);
                studio->start();
            }
            accept();
        });
}

void StudioLink::received(const Socket& socket, protocol::Message message) {
    if (!socket->known) {
        greet(socket, message);
    } else if (socket != control_) {
        return; // A video connection has nothing more to say; one still being attached has to wait for its
                // welcome.
    } else if (const auto* ping = std::get_if<protocol::Ping>(&message)) {
        socket->send(protocol::Pong{parts_.clock.now().wallMs, ping->wallMs});
    } else if (const auto* asset = std::get_if<protocol::Asset>(&message)) {
        if (const auto kept = parts_.assets.keep(asset->name, asset->data); !kept)
            logWarning("assets", asset->name + ": " + kept.error().detail);
    } else if (auto* asked = std::get_if<protocol::BuyersAsk>(&message)) {
        tellBuyers(std::move(asked->orders));
    } else if (std::holds_alternative<protocol::Close>(message)) {
        events_.onClose();
    } else if (std::holds_alternative<protocol::Quit>(message)) {
        events_.onQuit();
    } else {
        replicator_->received(std::move(message));
    }
}

/// Several messages when they are many, so that no frame is too long; an empty one when there are none.
void StudioLink::tellBuyers(std::vector<OrderNumber> orders) {
    parts_.store.add(AskBuyers{
        std::move(orders), [this, generation = generation_](const std::vector<protocol::BuyerOf>& buyers) {
            for (std::size_t at = 0; generation == generation_ && (at == 0 || at < buyers.size());
                 at += buyersAtOnce) {
                const auto from = buyers.begin() + static_cast<std::ptrdiff_t>(at);
                const auto count = std::min(buyersAtOnce, buyers.size() - at);
                send(protocol::Buyers{{from, from + static_cast<std::ptrdiff_t>(count)}});
            }
        }});
}

void StudioLink::greet(const Socket& socket, const protocol::Message& message) {
    const auto* hi = std::get_if<protocol::Hello>(&message);
    const auto* video = std::get_if<protocol::Video>(&message);
    if (!hi && !video) {
        socket->refuse(ErrorCode::NotAuthorised, "a greeting comes first");
    } else if (!sameSecret(hi ? hi->secret : video->secret, secret_)) {
        socket->refuse(ErrorCode::NotAuthorised, "wrong secret");
    } else if (video) {
        socket->known = true;
        socket->video = true;
    } else {
        socket->known = true;
        hello(socket, *hi);
    }
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
    parts_.store.add(OpenRun{hi.show, hi.run, [this, socket, hi, generation](const RunAnswer& answer) {
                                 if (generation == generation_ && pending_ == socket)
                                     attach(socket, hi, answer);
                             }});
}

void StudioLink::attach(const Socket& socket, const protocol::Hello& hi, const RunAnswer& answer) {
    pending_ = nullptr;
    if (answer.error != ErrorCode::None) {
        socket->refuse(answer.error, "the store can't open the run");
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
    socket->send(protocol::Welcome{protocol::linkVersion, answer.studioSeq, url_, parts_.clock.now().wallMs});
    logInfo("control", "studio attached");
    events_.onAttached(hi.show, hi.run);
    replicator_->start(hi.have);
}

void StudioLink::closed(const Socket& socket) {
    std::erase(sockets_, socket);
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
    const auto all = sockets_; // A close takes itself out of the list.
    for (const Socket& socket : all) {
        const std::int64_t quiet = nowMs - socket->heardMs();
        if ((!socket->known && quiet > greetMs) || (socket == control_ && quiet > lostMs))
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
    if (control_)
        control_->send(message);
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
