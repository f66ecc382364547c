// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ShowServer.hpp"

#include "base/Log.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <utility>

#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/resource.h>

namespace vitrina::server {

namespace {

using boost::asio::ip::tcp;

constexpr auto tickEvery = std::chrono::seconds(1);
constexpr auto sweepEvery = std::chrono::milliseconds(250);
constexpr std::int64_t firstGraceMs = 15'000; ///< for the studio that started us to come
constexpr std::int64_t finishMs = 5'000; ///< for the studio to take our last records after it has said close
constexpr std::int64_t sweepBuyersEveryMs = 3'600'000;
constexpr std::int64_t farewellMs = 400; ///< for pages to answer the close

/// IPv6 by its /64: one household has as many addresses as it likes.
std::string addressKey(const tcp::endpoint& from) {
    const auto address = from.address();
    if (address.is_v4())
        return address.to_string();
    if (address.to_v6().is_v4_mapped())
        return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address.to_v6()).to_string();
    const auto bytes = address.to_v6().to_bytes();
    return {reinterpret_cast<const char*>(bytes.data()), 8};
}

int toPort(const std::string& text) {
    int port = 0;
    std::from_chars(text.data(), text.data() + text.size(), port);
    return port;
}

/// For viewers in the same network, when we listen everywhere: the first address that is not the loopback's.
std::string ownAddress() {
    ifaddrs* all = nullptr;
    std::string found = "127.0.0.1";
    if (getifaddrs(&all) != 0)
        return found;
    for (const ifaddrs* at = all; at; at = at->ifa_next) {
        if (!at->ifa_addr || at->ifa_addr->sa_family != AF_INET || (at->ifa_flags & IFF_LOOPBACK) != 0)
            continue;
        const auto* address = static_cast<const sockaddr_in*>(static_cast<const void*>(at->ifa_addr));
        found = boost::asio::ip::address_v4(ntohl(address->sin_addr.s_addr)).to_string();
        break;
    }
    freeifaddrs(all);
    return found;
}

void raiseDescriptors() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace

ShowServer::ShowServer(Options options)
    : options_(std::move(options)), door_(options_.limits.connections, options_.limits.connectionsPerAddress),
      io_(1), acceptor_(io_), ticker_(io_), sweeper_(io_), signals_(io_), video_(options_.limits, clock_),
      assets_(options_.dataFolder + "/assets", options_.limits) {}

ShowServer::~ShowServer() {
    store_.reset(); // Writes what is queued; its answers go down with the loop, unheard.
}

Result<std::unique_ptr<ShowServer>> ShowServer::open(Options options) {
    raiseDescriptors();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // A file at its quota is an error of the store, not our end.
    std::signal(SIGHUP, SIG_IGN);  // The terminal of a studio that has vanished.
    auto lock = LockFile::take(options.dataFolder);
    if (!lock)
        return lock.error();
    std::unique_ptr<ShowServer> server(new ShowServer(std::move(options)));
    server->lock_ = std::move(*lock);
    if (auto done = server->openStore(); !done)
        return done.error();
    if (auto done = server->listen(); !done)
        return done.error();
    if (auto done = server->listenControl(); !done)
        return done.error();
    server->writeLock();
    server->lostAtMs_ = server->clock_.now().monoMs;
    return server;
}

Result<void> ShowServer::openStore() {
    auto opened = Store::open(
        options_.dataFolder + "/store.sqlite", clock_,
        [this](std::function<void()> what) { boost::asio::post(io_, std::move(what)); },
        [this](const Changes& changes) { committed(changes); }, options_.limits.velocity);
    if (!opened)
        return opened.error();
    store_ = std::move(opened->store);
    std::string key = store_->setting("token_key");
    if (key.empty()) {
        key = randomHex128() + randomHex128();
        if (!store_->setSetting("token_key", key))
            return fail(ErrorCode::FileUnwritable, options_.dataFolder);
    }
    tokens_ = std::make_unique<Tokens>(std::move(key));
    live_ = std::make_unique<LiveHub>(io_, options_.limits, *tokens_, clock_,
                                      [this](std::int64_t watching) { store_->add(CountViewers{watching}); });
    live_->begin(std::move(opened->view));
    if (!options_.smtpFile.empty()) {
        auto settings = readSmtpSettings(options_.smtpFile);
        if (!settings)
            return settings.error();
        mailer_ = std::make_unique<Mailer>(std::move(*settings));
    }
    site_ = std::make_unique<Site>(
        Site::Parts{options_, clock_, *tokens_, *store_, *live_, video_, mailer_.get()}, assets_.folder());
    return {};
}

Result<void> ShowServer::listen() {
    const int before = toPort(store_->setting("port"));
    const int wanted = options_.port != 0 ? options_.port : before;
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(options_.bind, error);
    if (error)
        return fail(ErrorCode::BadRequest, "--bind " + options_.bind);
    const tcp::endpoint endpoint(address, static_cast<unsigned short>(wanted));
    acceptor_.open(endpoint.protocol(), error);
    if (!error)
        acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        acceptor_.bind(endpoint, error);
    if (!error)
        acceptor_.listen(4'096, error);
    if (error && wanted != 0 && wanted == before)
        return fail(ErrorCode::PortInUse,
                    "port " + std::to_string(wanted) +
                        ", at which this show was published, is taken by another program");
    if (error)
        return fail(ErrorCode::PortInUse, "port " + std::to_string(wanted) + ": " + error.message());
    const int port = acceptor_.local_endpoint().port();
    if (port != before && !store_->setSetting("port", std::to_string(port)))
        return fail(ErrorCode::FileUnwritable, options_.dataFolder);
    url_ = makeUrl(port);
    lockContent_.port = port;
    return {};
}

std::string ShowServer::makeUrl(int port) const {
    if (!options_.publicUrl.empty())
        return options_.publicUrl;
    const bool everywhere = options_.bind == "0.0.0.0" || options_.bind == "::";
    const std::string host = everywhere ? ownAddress() : options_.bind;
    const bool v6 = host.find(':') != std::string::npos;
    return "http://" + (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port) + "/";
}

Result<void> ShowServer::listenControl() {
    lockContent_.secret = randomHex128();
    link_ = std::make_unique<StudioLink>(
        StudioLink::Parts{io_, clock_, *store_, assets_}, lockContent_.secret,
        StudioLink::Events{[this](const ShowId& show, const RunId& run) { attached(show, run); },
                           [this] { lost(); }, [this] { closeShow(); }, [this] { finish(closed_); },
                           [this](std::string_view piece) {
                               video_.push(piece);
                           }});
    link_->setUrl(url_);
    lockContent_.socket = options_.dataFolder + "/control.sock";
    if (lockContent_.socket.size() > 100) // sockaddr_un holds 108 bytes
        lockContent_.socket = "/tmp/vitrina-" + randomHex128() + ".sock";
    return link_->listen(lockContent_.socket);
}

void ShowServer::writeLock() {
    lockContent_.pid = getpid();
    lockContent_.url = url_;
    lockContent_.startedMs = lockContent_.startedMs ? lockContent_.startedMs : clock_.now().wallMs;
    if (const auto written = lock_->write(lockContent_); !written)
        logError("server", "no studio will find us: " + written.error().detail);
}

void ShowServer::run() {
    signals_.add(SIGTERM);
    signals_.add(SIGINT);
    signals_.async_wait([this](const boost::system::error_code& error, int) {
        if (!error)
            finish(false);
    });
    accept();
    tick();
    sweep();
    io_.run();
}

void ShowServer::sweep() {
    store_->sweep(clock_.now().monoMs);
    sweeper_.expires_after(sweepEvery);
    sweeper_.async_wait([this](const boost::system::error_code& error) {
        if (!error)
            sweep();
    });
}

void ShowServer::accept() {
    acceptor_.async_accept([this](const boost::system::error_code& error, tcp::socket socket) {
        if (error == boost::asio::error::operation_aborted)
            return;
        if (!error)
            take(std::move(socket));
        if (!error || error == boost::asio::error::connection_aborted)
            accept();
        else
            acceptPaused_ =
                true; // Out of descriptors: trying again at once would spin, the next tick does it.
    });
}

void ShowServer::take(tcp::socket socket) {
    boost::system::error_code error;
    const auto from = socket.remote_endpoint(error);
    if (error)
        return;
    auto slot = door_.enter(addressKey(from));
    if (!slot)
        return; // Closed at once: answering would be work a flood could ask of us.
    const auto connection =
        std::make_shared<HttpConnection>(std::move(socket), std::move(slot), *site_, options_.limits);
    connections_.push_back(connection);
    connection->start();
}

void ShowServer::tick() {
    const std::int64_t now = clock_.now().monoMs;
    for (const auto& weak : connections_) {
        if (const auto connection = weak.lock())
            connection->tick(now);
    }
    std::erase_if(connections_, [](const auto& weak) { return weak.expired(); });
    if (std::exchange(acceptPaused_, false))
        accept();
    live_->tick(now);
    video_.tick(now);
    site_->tick(now);
    link_->tick(now);
    if (now >= sweepBuyersAtMs_) {
        sweepBuyersAtMs_ = now + sweepBuyersEveryMs;
        store_->add(SweepBuyers{options_.keepBuyersMs});
    }
    const std::int64_t grace = everAttached_ ? options_.graceMs : std::max(options_.graceMs, firstGraceMs);
    if (lostAtMs_ != 0 && finishAtMs_ == 0 && now - lostAtMs_ >= grace) {
        logInfo("server", "no studio came back in time");
        finish(true);
    }
    if (finishAtMs_ != 0)
        stop();
    if (io_.stopped())
        return;
    ticker_.expires_after(finishAtMs_ != 0 ? std::chrono::milliseconds(50) : tickEvery);
    ticker_.async_wait([this](const boost::system::error_code&) { tick(); });
}

void ShowServer::committed(const Changes& changes) {
    live_->apply(changes);
    if (link_)
        link_->committed(changes.serverSeq);
}

void ShowServer::attached(const ShowId& show, const RunId& run) {
    lostAtMs_ = 0;
    everAttached_ = true;
    lockContent_.show = show;
    lockContent_.run = run;
    writeLock();
    live_->setAway(false);
}

void ShowServer::lost() {
    lostAtMs_ = clock_.now().monoMs;
    if (closed_)
        finish(true); // The show is over and so is the studio: nothing is left to wait for.
    if (finishAtMs_ == 0)
        live_->setAway(true);
}

/// The goodbye is served for as long as the studio stays: a guest who comes late finds it, not a dead
/// address.
void ShowServer::closeShow() {
    closed_ = true;
    site_->stopSelling();
    live_->setEnded();
}

/// Orders are refused from here on; what was accepted goes to the studio; then the pages are told and we go.
void ShowServer::finish(bool ended) {
    if (finishAtMs_ != 0)
        return;
    finishAtMs_ = clock_.now().monoMs + finishMs;
    site_->stopSelling();
    if (ended)
        live_->setEnded();
    ticker_.cancel(); // The next tick is due now.
}

void ShowServer::stop() {
    const std::int64_t now = clock_.now().monoMs;
    const bool handedOver = !link_->attached() || (store_->waiting() == 0 && link_->allAcked());
    if (goneAtMs_ == 0 && (handedOver || now >= finishAtMs_)) {
        goneAtMs_ = now;
        boost::system::error_code ignored;
        acceptor_.close(ignored);
        live_->closeAll();
        video_.closeAll();
    } else if (goneAtMs_ != 0 && (now - goneAtMs_ >= farewellMs || door_.count() == 0)) {
        link_->close();
        io_.stop();
    }
}

} // namespace vitrina::server
