// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/LinkImpl.hpp"

#include "base/Log.hpp"
#include "base/Overloaded.hpp"
#include "link/ServerFolder.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace vitrina::link {
namespace {

constexpr std::size_t wordsKept = 256;
constexpr std::int64_t offsetStepMs = 20;
constexpr std::int64_t firstWordMs = 10'000;
constexpr const char* cursorName = "server";

std::chrono::milliseconds milliseconds(std::int64_t count) {
    return std::chrono::milliseconds(count);
}

protocol::HeldRequest requestOf(const record::RequestMade& made, std::uint64_t seq) {
    return {{made.request, made.body, made.basedOn, made.validUntilWallMs}, seq};
}

/// Requests of this run that have neither been answered nor gone back to the person.
std::vector<protocol::HeldRequest> openRequests(const std::vector<record::Record>& records) {
    std::vector<protocol::HeldRequest> open;
    const auto over = [&](const RequestId& id) {
        std::erase_if(open, [&](const protocol::HeldRequest& one) { return one.request.id == id; });
    };
    for (const record::Record& record : records) {
        if (const auto* made = record::factAs<record::RequestMade>(record.fact))
            open.push_back(requestOf(*made, record.seq));
        else if (const auto* lapsed = record::factAs<record::RequestLapsed>(record.fact))
            over(lapsed->request);
        else if (const auto* answered = record::factAs<commerce::RequestAnswered>(record.fact))
            over(answered->request);
    }
    return open;
}

} // namespace

Link::Impl::Impl(LinkSetUp given, journal::JournalThread& thread_, LinkListener callbacks)
    : setUp(std::move(given)), journal(thread_), listener(std::move(callbacks)), work(io.get_executor()),
      retryTimer(io), tickTimer(io), retryMs(setUp.timing.retryFirstMs) {}

void Link::Impl::begin() {
    thread = std::thread([this] { io.run(); });
    boost::asio::post(io, [this] { report(Health::Connecting, {}); });
    journal.run([weak = weak_from_this()](journal::ShowFile& file) {
        const auto self = weak.lock();
        if (!self)
            return;
        const RunId& run = self->setUp.run;
        protocol::ReplicatorStart start{self->setUp.show,
                                        run,
                                        record::Origin::Studio,
                                        file.lastSeq(run, record::Origin::Studio),
                                        file.lastSeq(run, record::Origin::Server),
                                        {}};
        const auto records = file.readRun(run);
        if (records)
            start.requests = openRequests(*records);
        else
            logError("link", "the journal can't be read: " + records.error().detail);
        boost::asio::post(self->io, [impl = self.get(), start = std::move(start)]() mutable {
            impl->loaded(std::move(start));
        });
    });
}

void Link::Impl::end() {
    // Callbacks into the studio end here: whoever listens may be gone next.
    io.stop();
    if (thread.joinable())
        thread.join();
    if (connection)
        connection->close();
}

void Link::Impl::afterAppended(std::function<void(Impl&)> job) {
    journal.run([weak = weak_from_this(), job = std::move(job)](journal::ShowFile&) {
        if (const auto self = weak.lock())
            boost::asio::post(self->io, [impl = self.get(), job] { job(*impl); });
    });
}

void Link::Impl::loaded(protocol::ReplicatorStart start) {
    replicator.emplace(std::move(start), *this);
    connect();
    tick();
}

void Link::Impl::connect() {
    if (setUp.elsewhere) {
        address = *setUp.elsewhere;
    } else {
        const Result<protocol::ServerLock> lock = readServerLock(setUp.dataFolder);
        if (!lock) {
            lost(fail(ErrorCode::LinkDown, lock.error().detail));
            return;
        }
        address = {lock->socket, {}, 0, {}, lock->secret};
    }
    welcome = false;
    heardMonoMs = clock.now().monoMs;
    connection = std::make_shared<Connection>(
        io,
        Connection::Listener{[this] { opened(); }, [this](const protocol::Frame& frame) { framed(frame); },
                             [this](Error error) {
                                 lost(std::move(error));
                             }});
    connection->open(address);
}

void Link::Impl::opened() {
    connection->send(
        protocol::encodeFrames(protocol::Hello{protocol::linkVersion, address.secret, setUp.show, setUp.run,
                                               replicator->have(), clock.now().wallMs, setUp.epoch}));
}

void Link::Impl::framed(const protocol::Frame& frame) {
    heardMonoMs = clock.now().monoMs;
    if (frame.kind != protocol::FrameKind::Json) {
        lost(fail(ErrorCode::BadFormat, "video on the control connection"));
        return;
    }
    Result<protocol::Message> message = protocol::decodeMessage(frame.payload);
    if (!message)
        lost(message.error());
    else if (const auto* refused = std::get_if<protocol::Refused>(&*message))
        lost(fail(refused->error == ErrorCode::None ? ErrorCode::Internal : refused->error, refused->detail));
    else if (const auto* answer = std::get_if<protocol::Welcome>(&*message))
        welcomed(*answer);
    else if (const auto* reach = std::get_if<protocol::Reach>(&*message))
        reached(*reach);
    else if (const auto* pong = std::get_if<protocol::Pong>(&*message))
        ponged(*pong);
    else if (!told(*message) && welcome)
        replicator->received(std::move(*message));
}

/// What goes straight to the listener, and into no journal. False: it is none of that.
bool Link::Impl::told(protocol::Message& message) {
    const auto tell = [](const auto& listen, auto& what) {
        if (listen)
            listen(std::move(what));
        return true;
    };
    return std::visit(
        Overloaded{[&](protocol::Buyers& buyers) { return tell(listener.onBuyers, buyers.buyers); },
                   [&](protocol::OutsideState& state) { return tell(listener.onOutside, state); },
                   [&](protocol::MailTested& tested) { return tell(listener.onMailTested, tested); },
                   [&](protocol::ShopOrdersTaken& taken) { return tell(listener.onShopOrders, taken); },
                   [&](protocol::Exported& exported) { return tell(listener.onExported, exported); },
                   [&](protocol::Tally& tally) { return tell(listener.onTally, tally); },
                   [](auto&) {
                       return false;
                   }},
        message);
}

void Link::Impl::welcomed(const protocol::Welcome& answer) {
    if (answer.version != protocol::linkVersion) {
        lost(fail(ErrorCode::VersionMismatch, "the server speaks version " + std::to_string(answer.version)));
        return;
    }
    if (welcome)
        return;
    welcome = true;
    stalled = false;
    retryMs = setUp.timing.retryFirstMs;
    meter.clear();
    status.url = answer.url;
    status.clockOffsetMs = answer.wallMs - clock.now().wallMs; // until the first ping has come back
    status.roundTripMs = -1;
    for (const auto& [name, asset] : assets)
        connection->send(protocol::encodeFrames(asset));
    if (phones)
        connection->send(protocol::encodeFrames(protocol::Phones{*phones}));
    if (outside)
        connection->send(protocol::encodeFrames(*outside));
    for (const protocol::ShopWords& one : words)
        connection->send(protocol::encodeFrames(one));
    ServerAddress beside = address;
    if (beside.remote())
        beside.host = connection->peer(); // looked up already
    videoSender.connectTo(std::move(beside));
    replicator->start(answer.have);
    if (!replicator->up())
        return; // broken() has said why
    report(Health::Up, {});
    pinged = {};
}

void Link::Impl::lost(Error error) {
    if (connection)
        connection->close();
    connection.reset();
    welcome = false;
    if (replicator)
        replicator->stop();
    videoSender.disconnect();
    // Before it was ever up, a missing server of our own is not news: it is being started.
    const bool waiting =
        !setUp.elsewhere && status.health == Health::Connecting && error.code == ErrorCode::LinkDown;
    if (!waiting)
        report(Health::Down, std::move(error));
    retryLater();
}

void Link::Impl::retryLater() {
    retryTimer.expires_after(milliseconds(retryMs));
    retryMs = std::min(retryMs * 2, setUp.timing.retryMostMs);
    retryTimer.async_wait([this](const boost::system::error_code& error) {
        if (!error)
            connect();
    });
}

void Link::Impl::tick() {
    const Instant now = clock.now();
    // Name, connection and handshake take longer to a server elsewhere than any silence later on may.
    const std::int64_t most = welcome || !setUp.elsewhere ? setUp.timing.lostAfterMs
                                                          : std::max(setUp.timing.lostAfterMs, firstWordMs);
    if (connection && now.monoMs - heardMonoMs >= most)
        lost(fail(ErrorCode::LinkDown, "silent for " + std::to_string(now.monoMs - heardMonoMs) + " ms"));
    if (welcome && now.monoMs - pinged.monoMs >= setUp.timing.pingMs) {
        pinged = now;
        connection->send(protocol::encodeFrames(protocol::Ping{now.wallMs}));
    }
    replicator->tick(now.wallMs, now.monoMs);
    sendWish();
    noticeStall();
    if (peerHeld != peerHeldSaved) {
        // For people and reports only (what the server holds is asked anew each time), so not with every ack.
        peerHeldSaved = peerHeld;
        journal.run([run = setUp.run, seq = peerHeld](journal::ShowFile& file) {
            (void)file.setCursor(run, cursorName, seq);
        });
    }
    tickTimer.expires_after(milliseconds(std::min<std::int64_t>(setUp.timing.pingMs / 4 + 1, 250)));
    tickTimer.async_wait([this](const boost::system::error_code& error) {
        if (!error)
            tick();
    });
}

void Link::Impl::ponged(const protocol::Pong& pong) {
    const Instant now = clock.now();
    if (pong.echoMs != pinged.wallMs)
        return; // the answer to an earlier ping: how long it took is no longer known
    meter.add(pinged, pong.wallMs, now);
    const OffsetMeter::Sample best = meter.best();
    const bool first = status.roundTripMs < 0;
    const bool moved = std::llabs(best.offsetMs - status.clockOffsetMs) >= offsetStepMs;
    status.roundTripMs = best.roundTripMs;
    if (first || moved) {
        status.clockOffsetMs = best.offsetMs;
        report(status.health, status.error);
    }
}

void Link::Impl::durable(const std::vector<record::Record>& records) {
    if (!replicator)
        return; // the first reading of the journal will see them
    std::uint64_t own = 0;
    std::uint64_t other = 0;
    for (const record::Record& record : records) {
        if (record.run != setUp.run)
            continue;
        (record.origin == record::Origin::Studio ? own : other) = record.seq;
        if (const auto* made = record::factAs<record::RequestMade>(record.fact))
            replicator->ask(requestOf(*made, record.seq));
        else if (const auto* lapsed = record::factAs<record::RequestLapsed>(record.fact))
            replicator->giveUp(lapsed->request);
    }
    if (own > 0)
        replicator->ownDurable(own);
    if (other > 0)
        replicator->otherStored(other);
}

void Link::Impl::putAsset(protocol::Asset asset) {
    if (asset.data.size() > protocol::maxAssetBytes) {
        logWarning("link", "left out an asset that is too large: " + asset.name);
        return;
    }
    if (welcome)
        connection->send(protocol::encodeFrames(asset));
    assets[asset.name] = std::move(asset);
}

void Link::Impl::letPhonesIn(bool on) {
    phones = on;
    if (welcome)
        connection->send(protocol::encodeFrames(protocol::Phones{on}));
}

void Link::Impl::setOutside(protocol::Outside wanted) {
    outside = std::move(wanted);
    if (welcome)
        connection->send(protocol::encodeFrames(*outside));
}

void Link::Impl::putWords(protocol::ShopWords one) {
    if (welcome)
        connection->send(protocol::encodeFrames(one));
    std::erase_if(words, [&](const protocol::ShopWords& kept) { return kept.key == one.key; });
    words.push_back(std::move(one));
    if (words.size() > wordsKept)
        words.pop_front();
}

/// May come at any time while the link is up: another address, another certificate.
void Link::Impl::reached(const protocol::Reach& reach) {
    if (!welcome)
        return;
    status.url = reach.url;
    status.fingerprint = reach.fingerprint;
    status.words = reach.words;
    status.phones = {reach.error, reach.detail};
    report(status.health, status.error);
}

void Link::Impl::wish(protocol::Message message) {
    wished = std::move(message);
    sendWish();
}

void Link::Impl::sendWish() {
    // The records that led to it go first, so that the server has the whole run.
    if (!wished || !welcome || !replicator->settled())
        return;
    connection->send(protocol::encodeFrames(*wished));
    wished.reset();
}

/// With a broken disk the server's records are shown but not acked, and after a window of them it sends no
/// more. From then on what is on screen is old: that is a lost link to whoever looks at it, though the
/// connection stands.
void Link::Impl::noticeStall() {
    const bool full = welcome && replicator->unsaved() >= protocol::Replicator::windowRecords;
    if (full == stalled || !welcome)
        return;
    stalled = full;
    if (stalled)
        report(Health::Down, fail(ErrorCode::FileUnwritable, "the journal can't keep what the server says"));
    else
        report(Health::Up, {});
}

void Link::Impl::report(Health health, Error error) {
    Status next = status;
    next.health = health;
    next.error = std::move(error);
    const bool same = next == status && health == Health::Down;
    if (!same && next.health != status.health)
        logInfo("link", health == Health::Up     ? "up"
                        : health == Health::Down ? "down: " + next.error.detail
                                                 : "connecting");
    status = std::move(next);
    if (!same && listener.onStatus)
        listener.onStatus(status);
}

void Link::Impl::readOwn(std::uint64_t after, std::size_t limit) {
    journal.run([weak = weak_from_this(), after, limit](journal::ShowFile& file) {
        const auto self = weak.lock();
        if (!self)
            return;
        Result<std::vector<record::Record>> records =
            file.read(self->setUp.run, record::Origin::Studio, after, limit);
        if (!records)
            logError("link", "the journal can't be read: " + records.error().detail);
        boost::asio::post(self->io,
                          [impl = self.get(),
                           read = records ? std::move(*records) : std::vector<record::Record>()]() mutable {
                              impl->replicator->ownRead(std::move(read));
                          });
    });
}

void Link::Impl::storeOther(std::vector<record::Record> records) {
    if (listener.onRecords)
        listener.onRecords(records);
    journal.append(std::move(records));
}

void Link::Impl::peerHolds(std::uint64_t seq) {
    peerHeld = seq;
    if (wished)
        boost::asio::post(io, [this] { sendWish(); });
}

void Link::Impl::send(protocol::Message message) {
    if (auto* request = std::get_if<protocol::Request>(&message); request && request->validUntilMs != 0)
        request->validUntilMs += status.clockOffsetMs;
    connection->send(protocol::encodeFrames(message));
}

void Link::Impl::requested(protocol::Request) {} // the server asks nothing of the studio

void Link::Impl::requestOver(const RequestId&, ErrorCode) {
} // the answer is a record; expiry is the dispatcher's

void Link::Impl::broken(Error error) {
    // Not from within the Replicator's own call: closing calls it again.
    boost::asio::post(io, [this, error = std::move(error)] { lost(error); });
}

} // namespace vitrina::link
