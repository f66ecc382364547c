// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/ServerSide.hpp"

#include "base/Log.hpp"
#include "link/Link.hpp"
#include "link/ServerChild.hpp"

#include <QDir>
#include <QFile>

#include <array>
#include <atomic>
#include <thread>
#include <utility>

namespace vitrina::studio {
namespace {

constexpr std::int64_t quitMs = 5'000;
constexpr const char* cursorName =
    "server"; ///< under which the link keeps how far the server has our records

control::LinkHealth healthOf(link::Health health) {
    switch (health) {
    case link::Health::Up:
        return control::LinkHealth::Up;
    case link::Health::Down:
        return control::LinkHealth::Down;
    case link::Health::Connecting:
        return control::LinkHealth::Connecting;
    case link::Health::None:
        break;
    }
    return control::LinkHealth::None;
}

const char* typeOf(const QString& name) {
    constexpr std::array types{std::pair{".svg", "image/svg+xml"}, std::pair{".png", "image/png"},
                               std::pair{".jpg", "image/jpeg"}, std::pair{".jpeg", "image/jpeg"},
                               std::pair{".webp", "image/webp"}};
    for (const auto& [ending, type] : types) {
        if (name.endsWith(QLatin1String(ending), Qt::CaseInsensitive))
            return type;
    }
    return nullptr;
}

protocol::VideoHeader headerOf(const engine::WebFragment& fragment) {
    protocol::VideoHeader header;
    header.kind = fragment.kind == engine::FragmentKind::Init ? protocol::VideoHeader::Kind::Init
                                                              : protocol::VideoHeader::Kind::Media;
    header.key = fragment.key;
    header.epoch = fragment.epoch;
    header.seq = fragment.seq;
    header.captureUs = std::uint64_t(fragment.captureUs);
    header.mediaUs = std::uint64_t(fragment.mediaUs);
    return header;
}

} // namespace

struct ServerSide::Parts {
    std::atomic<std::uint64_t> acked{0};
    RunId run;
    std::shared_ptr<link::ServerChild> child;
    std::unique_ptr<link::Link> link; ///< null while the run moves; last, so that it goes first
};

ServerSide::ServerSide(Config config, journal::JournalThread& journal)
    : config_(std::move(config)), journal_(journal) {}

ServerSide::~ServerSide() = default;

void ServerSide::start(const ShowId& show, const RunId& run, std::uint64_t epoch, Callbacks callbacks) {
    show_ = show;
    run_ = run;
    callbacks_ = std::move(callbacks);
    QDir().mkpath(config_.dataFolder);
    serveFrom(config_.elsewhere, epoch);
}

void ServerSide::startChild() {
    const std::scoped_lock lock(mutex_);
    if (child_)
        return;
    link::ServerSetUp server;
    server.program = config_.program.toStdString();
    server.dataFolder = config_.dataFolder.toStdString();
    server.webFolder = config_.webFolder.toStdString();
    server.port = config_.port;
    child_ = std::make_shared<link::ServerChild>(
        server, [fault = callbacks_.fault](link::ServerState state, const Error& error) {
            if (state == link::ServerState::Failed || state == link::ServerState::Restarting)
                fault(error);
            else if (state == link::ServerState::Running)
                fault(std::nullopt);
        });
}

void ServerSide::serveFrom(const std::optional<link::PairedServer>& elsewhere, std::uint64_t epoch) {
    if (!elsewhere)
        startChild();
    auto parts = std::make_shared<Parts>();
    parts->run = run_;
    link::LinkListener listener;
    listener.onRecords = callbacks_.records;
    listener.onBuyers = callbacks_.buyers;
    listener.onShopOrders = callbacks_.shopOrders;
    listener.onTally = callbacks_.tally;
    listener.onOutside = callbacks_.outside;
    listener.onMailTested = callbacks_.mailTested;
    listener.onExported = callbacks_.exported;
    listener.onStatus = [health = callbacks_.health](const link::Status& status) {
        health(healthOf(status.health), status);
    };
    {
        // Locked from before the link first reads the journal, so that publish() misses no batch after that.
        const std::scoped_lock lock(mutex_);
        if (!elsewhere)
            parts->child = child_;
        parts->link = std::make_unique<link::Link>(
            link::LinkSetUp{show_,
                            run_,
                            config_.dataFolder.toStdString(),
                            {},
                            elsewhere ? std::optional(elsewhere->address) : std::nullopt,
                            epoch},
            journal_, std::move(listener));
        parts_ = parts;
        for (const auto& [what, wish] : wishes_)
            wish(*parts->link);
    }
    sendAssets(*parts);
}

void ServerSide::letGo() {
    std::shared_ptr<Parts> old;
    {
        const std::scoped_lock lock(mutex_);
        old = std::exchange(parts_, std::make_shared<Parts>());
        parts_->run = run_;
        parts_->child = child_;
    }
    const std::weak_ptr<Parts> gone = old;
    old.reset();
    while (!gone.expired()) // a call of another thread that is in the middle of it
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

void ServerSide::say(const std::string& what, std::function<void(link::Link&)> wish) {
    const std::scoped_lock lock(mutex_);
    wishes_[what] = wish;
    if (parts_ && parts_->link)
        wish(*parts_->link);
}

std::shared_ptr<ServerSide::Parts> ServerSide::parts() const {
    const std::scoped_lock lock(mutex_);
    return parts_;
}

void ServerSide::sendAssets(Parts& parts) {
    const QDir folder(config_.assetsFolder);
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        const char* type = typeOf(name);
        QFile file(folder.filePath(name));
        if (!type || !file.open(QIODevice::ReadOnly)) {
            logWarning("studio", "not a picture the page can show: " + file.fileName().toStdString());
            continue;
        }
        parts.link->putAsset(name.toStdString(), type, file.readAll().toStdString());
    }
}

void ServerSide::putAsset(const QString& name, const QByteArray& bytes) {
    const char* type = typeOf(name);
    if (type)
        say("asset " + name.toStdString(), [name, type, bytes](link::Link& link) {
            link.putAsset(name.toStdString(), type, bytes.toStdString());
        });
}

void ServerSide::publish(const std::vector<record::Record>& durable) {
    if (const auto held = parts(); held && held->link)
        held->link->durable(durable);
}

void ServerSide::sendVideo(const std::shared_ptr<const engine::WebFragment>& fragment) {
    if (const auto held = parts();
        held && held->link) // The bytes stay where they are: the piece shares the fragment's ownership.
        held->link->video({headerOf(*fragment), {fragment, &fragment->bytes}});
}

void ServerSide::askBuyers(const std::vector<OrderNumber>& orders) {
    if (const auto held = parts(); held && held->link)
        held->link->askBuyers(orders);
}

void ServerSide::tellShopOrders(std::uint64_t part, const std::vector<commerce::TableOrder>& orders) {
    protocol::ShopOrders told{part, {}};
    for (const commerce::TableOrder& one : orders)
        told.orders.push_back({one.order, one.name, one.contact, one.phone, one.address, one.note});
    if (const auto held = parts())
        held->link->tellShopOrders(std::move(told));
}

void ServerSide::letPhonesIn(bool on) {
    say("phones", [on](link::Link& link) { link.letPhonesIn(on); });
}

void ServerSide::askTally() {
    if (const auto held = parts(); held && held->link)
        held->link->askTally();
}

void ServerSide::setOutside(const protocol::Outside& outside) {
    say("outside", [outside](link::Link& link) { link.setOutside(outside); });
}

void ServerSide::testMail(const std::string& to) {
    if (const auto held = parts(); held && held->link)
        held->link->testMail(to);
}

void ServerSide::putWords(const std::string& key, const std::string& text) {
    if (const auto held = parts(); held && held->link)
        held->link->putWords(key, text);
}

void ServerSide::askExport(const OrderNumber& order) {
    if (const auto held = parts(); held && held->link)
        held->link->askExport(order);
}

/// A show may end while it moves: the next server of it is told as well.
void ServerSide::closeShow() {
    if (const auto held = parts(); held && held->child)
        held->child->expectExit();
    say("close", [](link::Link& link) { link.closeShow(); });
}

bool ServerSide::drained(std::uint64_t studioSeq) {
    const auto held = parts();
    if (!held)
        return false;
    journal_.run([held](journal::ShowFile& file) { held->acked = file.cursor(held->run, cursorName); });
    return held->acked >= studioSeq;
}

void ServerSide::stop() {
    const auto held = parts();
    if (!held)
        return;
    // One elsewhere serves its goodbye on; what is still to go there has gone or stays in the journal.
    if (held->child && held->link) {
        held->child->expectExit();
        held->link->quitServer();
        if (!held->child->waitExit(quitMs))
            logWarning("studio", "the show server has not ended; it does by itself when its time is over");
    }
    const std::scoped_lock lock(mutex_);
    parts_.reset();
    child_.reset(); // one whose show has moved away sends viewers on for a while yet, and ends by itself
}

} // namespace vitrina::studio
