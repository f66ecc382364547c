// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ShowServer.hpp"

#include "base/Log.hpp"
#include "server/http/AddressKey.hpp"
#include "server/mail/Confirmation.hpp"
#include "server/shop/LoadedShop.hpp"
#include "wire/NetworkAddress.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <sstream>
#include <utility>

#include <sys/resource.h>

namespace vitrina::server {

namespace {

using boost::asio::ip::tcp;

constexpr auto tickEvery = std::chrono::seconds(1);
constexpr auto sweepEvery = std::chrono::milliseconds(250);
constexpr std::int64_t firstGraceMs = 15'000; ///< for the studio that started us to come
constexpr std::int64_t finishMs = 5'000; ///< for the studio to take our last records after it has said close
constexpr std::int64_t sweepBuyersEveryMs = 3'600'000;
constexpr std::int64_t certificateEveryMs = 10'000;
constexpr int phonesPort = 8'443;        ///< tried first, then any
constexpr std::size_t studioPlaces = 64; ///< at the link port: pages can't take them
constexpr const char* loopback = "127.0.0.1";
constexpr std::int64_t farewellMs = 400; ///< for pages to answer the close

/// What comes from there says whom it speaks for.
bool isProxy(const std::string& proxy, const boost::asio::ip::address& from) {
    using namespace boost::asio::ip;
    if (proxy.empty())
        return false;
    const address plain = from.is_v6() && from.to_v6().is_v4_mapped()
                              ? address(make_address_v4(v4_mapped, from.to_v6()))
                              : from;
    boost::system::error_code error;
    return proxy == "loopback" ? plain.is_loopback() : plain == make_address(proxy, error) && !error;
}

int toPort(const std::string& text) {
    int port = 0;
    std::from_chars(text.data(), text.data() + text.size(), port);
    return port;
}

Result<void> openAt(Listener& listener, const std::string& address, int port) {
    auto opened = listener.open(address, port);
    // A machine without IPv6 has no "::".
    return opened || address != "::" ? std::move(opened) : listener.open("0.0.0.0", port);
}

std::string networkAddress() {
    return wire::networkAddress().value_or(loopback);
}

std::string urlOf(const std::string& scheme, const std::string& host, int port) {
    const bool v6 = host.find(':') != std::string::npos;
    return scheme + "://" + (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port) + "/";
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
      studioDoor_(studioPlaces, studioPlaces), io_(1),
      pages_(io_,
             [this](tcp::socket socket) {
                 take(std::move(socket), options_.tls ? certificates_.pages() : nullptr);
             }),
      phones_(io_, [this](tcp::socket socket) { take(std::move(socket), certificates_.pages()); }),
      linkDoor_(io_, [this](tcp::socket socket) { takeStudio(std::move(socket)); }), ticker_(io_),
      sweeper_(io_), signals_(io_), certificates_(options_.dataFolder, options_.name),
      video_(options_.limits, clock_), assets_(options_.dataFolder + "/assets", options_.limits),
      // One of a studio's own is told again by it; what stands elsewhere has to know by itself.
      outside_({options_.name.empty() ? std::string() : options_.dataFolder + "/outside.json",
                [this] { return url_; },
                [this](const protocol::OutsideState& state) {
                    link_->say(state);
                }}) {}

ShowServer::~ShowServer() {
    shop_.reset();
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
    if (auto done = server->openOutside(); !done)
        return done.error();
    server->noteReach({});
    server->lostAtMs_ = server->clock_.now().monoMs;
    return server;
}

Result<void> ShowServer::openStore() {
    auto opened = Store::open(
        options_.dataFolder + "/store.sqlite", clock_,
        [this](std::function<void()> what) { boost::asio::post(io_, std::move(what)); },
        [this](const Changes& changes) { committed(changes); }, options_.limits.velocity,
        options_.limits.storeBatch);
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
    std::istringstream others(store_->setting("other_token_keys"));
    for (std::string other; others >> other;)
        tokens_->alsoTake(other);
    live_ = std::make_unique<LiveHub>(io_, options_.limits, *tokens_, clock_,
                                      [this](std::int64_t watching) { store_->add(CountViewers{watching}); });
    lockContent_.run = opened->view.run;
    live_->begin(std::move(opened->view));
    confirmations_ =
        std::make_unique<Confirmations>(*store_, mailer_, clock_, [this](std::function<void()> what) {
            boost::asio::post(io_, std::move(what));
        });
    site_ = std::make_unique<Site>(
        Site::Parts{options_, clock_, *tokens_, *store_, *live_, video_, *confirmations_}, assets_.folder());
    return {};
}

/// What is wired to the world beyond the show.
Result<void> ShowServer::openOutside() {
    std::optional<MailWay> mail;
    if (!options_.smtpFile.empty()) {
        auto read = readMailWay(options_.smtpFile);
        if (!read)
            return read.error();
        mail = std::move(*read);
    }
    std::string hookSecret;
    if (!options_.hookSecretFile.empty()) {
        auto read = readHookSecret(options_.hookSecretFile);
        if (!read)
            return read.error();
        hookSecret = std::move(*read);
    }
    outside_.setRehearsal(live_->view().shop.rehearsal);
    std::optional<protocol::ShopBehind> shop;
    if (!options_.shopFile.empty()) {
        auto read = readShopBehind(options_.shopFile);
        if (!read)
            return read.error();
        shop = std::move(*read);
    }
    outside_.restore(std::move(mail), std::move(hookSecret), std::move(shop));
    outside_.plugHooks({[this](const std::string& secret) { site_->hooks().setSecret(secret); },
                        [this] {
                            return site_->hooks().state();
                        }},
                       "api/hooks/shop");
    outside_.plugMail(
        {[this](const std::optional<MailWay>& way) { confirmations_->setWay(way); },
         [this] {
             const Mailer::Counts counts = mailer_.counts();
             return protocol::OutsidePart{counts.error.code, counts.error.detail, counts.sent, counts.lastMs};
         }});
    plugShop();
    return {};
}

void ShowServer::plugShop() {
    const std::string folder = options_.pluginFolder.empty() ? ownPluginFolder() : options_.pluginFolder;
    shop_ = std::make_unique<ShopSync>(ShopSync::Parts{*store_, clock_, connectByPlugin(folder, clock_)});
    // That nothing is known yet does not lift the ceiling of before: a studio comes and says it in a moment.
    outside_.plugShop({[this, known = false](const std::optional<protocol::ShopBehind>& behind) mutable {
                           known = known || behind.has_value();
                           if (known)
                               shop_->set(behind);
                       },
                       [this] {
                           return shop_->state();
                       }});
}

void ShowServer::takeOutside(protocol::Outside told) {
    const bool noShop = !told.shop;
    outside_.take(std::move(told));
    if (noShop)
        shop_->set(std::nullopt); // Also one that was taken away while no server ran.
}

void ShowServer::testMail(const std::string& to) {
    const std::string from = mailer_.from();
    if (from.empty() || !isMailAddress(to)) {
        link_->say(protocol::MailTested{ErrorCode::BadRequest,
                                        from.empty() ? "no mail server is set" : "not an e-mail address"});
        return;
    }
    mailer_.test(server::testMail(live_->view().shop, to, from, clock_.now().wallMs),
                 [this](const Error& problem) {
                     boost::asio::post(io_, [this, problem] {
                         link_->say(protocol::MailTested{problem.code, problem.detail});
                     });
                 });
}

Result<void> ShowServer::listen() {
    if (options_.tls || !options_.name.empty()) {
        if (const auto made = certificates_.refresh(clock_.now().wallMs); !made)
            return made.error();
    }
    const int before = toPort(store_->setting("port"));
    const int wanted = options_.port != 0 ? options_.port : before;
    if (const auto opened = openAt(pages_, options_.bind, wanted); !opened) {
        if (opened.error().code == ErrorCode::PortInUse && wanted != 0 && wanted == before)
            return fail(ErrorCode::PortInUse,
                        "port " + std::to_string(wanted) +
                            ", at which this show was published, is taken by another program");
        return opened.error();
    }
    const int port = pages_.port();
    if (port != before && !store_->setSetting("port", std::to_string(port)))
        return fail(ErrorCode::FileUnwritable, options_.dataFolder);
    lockContent_.port = port;
    if (options_.name.empty())
        return {};
    return listenLink();
}

/// Where the studio of a server that stands elsewhere comes in.
Result<void> ShowServer::listenLink() {
    pairing_ = std::make_unique<Pairing>(options_.dataFolder);
    return openAt(linkDoor_, "::", options_.linkPort);
}

std::string ShowServer::makeUrl() const {
    if (phones_.isOpen())
        return urlOf("https", networkAddress(), phones_.port());
    if (!options_.publicUrl.empty())
        return options_.publicUrl;
    const bool everywhere = options_.bind == "0.0.0.0" || options_.bind == "::";
    return urlOf(options_.tls ? "https" : "http", everywhere ? networkAddress() : options_.bind,
                 pages_.port());
}

/// What has changed in how we are reached goes to the lock file and to the studio.
void ShowServer::noteReach(const Error& error) {
    url_ = makeUrl();
    protocol::Reach reach{url_, {}, {}, error.code, error.detail};
    if (certificates_.there() && url_.starts_with("https") &&
        (options_.publicUrl.empty() || phones_.isOpen())) {
        reach.fingerprint = wire::fingerprintText(certificates_.identity().fingerprint);
        reach.words = wire::fingerprintWords(certificates_.identity().fingerprint);
    }
    link_->setReach(std::move(reach));
    writeLock();
}

/// A second way in beside the first, so that neither the show nor a page that is open is disturbed.
void ShowServer::letPhonesIn(bool on) {
    if (!on) {
        phones_.close();
        noteReach({});
        return;
    }
    if (phones_.isOpen()) {
        noteReach({});
        return;
    }
    const auto opened = openPhones();
    noteReach(opened ? Error{} : opened.error());
    if (!opened)
        logWarning("server", "phones are not let in: " + opened.error().detail);
}

Result<void> ShowServer::openPhones() {
    if (!options_.name.empty())
        return fail(ErrorCode::BadRequest, "this server is reached by its own name");
    if (networkAddress() == loopback)
        return fail(ErrorCode::NotFound, "this computer is in no network");
    if (const auto made = certificates_.refresh(clock_.now().wallMs); !made)
        return made.error();
    const int before = toPort(store_->setting("phones_port"));
    const std::array ports{before != 0 ? before : phonesPort, 0};
    for (const int port : ports) {
        // A port that has been published is kept; it may be free again in a moment.
        if (port == 0 && before != 0)
            break;
        if (!openAt(phones_, "::", port))
            continue;
        if (phones_.port() != before && !store_->setSetting("phones_port", std::to_string(phones_.port())))
            logWarning("server", "the port for phones will be another next time");
        phones_.start();
        return {};
    }
    return fail(ErrorCode::PortInUse,
                "port " + std::to_string(ports.front()) + " is taken by another program");
}

/// The machine may have come into another network, or the certificate's time may be nearly over.
void ShowServer::keepCertificate(std::int64_t nowMs) {
    if (!certificates_.there() || nowMs - certificateSeenMs_ < certificateEveryMs)
        return;
    certificateSeenMs_ = nowMs;
    const auto another = certificates_.refresh(clock_.now().wallMs);
    if (!another)
        logWarning("server", "the certificate can't be renewed: " + another.error().detail);
    else if (*another || makeUrl() != url_)
        noteReach({});
}

Result<void> ShowServer::listenControl() {
    lockContent_.secret = randomHex128();
    link_ = std::make_unique<StudioLink>(
        StudioLink::Parts{io_, clock_, *store_, assets_, pairing_.get()}, lockContent_.secret,
        StudioLink::Events{[this](const ShowId& show, const RunId& run) { attached(show, run); },
                           [this] { lost(); }, [this] { closeShow(); }, [this] { studioQuits(); },
                           [this](std::string_view piece) { video_.push(piece); },
                           [this](bool on) { letPhonesIn(on); },
                           [this](protocol::Outside told) { takeOutside(std::move(told)); },
                           [this](const std::string& to) { testMail(to); },
                           [this](const std::string& key) {
                               tokens_->alsoTake(key);
                           }});
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
    pages_.start();
    if (linkDoor_.isOpen())
        linkDoor_.start();
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

/// `tls`: what the connection is served with; null: plain.
void ShowServer::take(tcp::socket socket, const std::shared_ptr<SSL_CTX>& tls) {
    boost::system::error_code error;
    const auto from = socket.remote_endpoint(error).address();
    if (error)
        return;
    const bool proxy = isProxy(options_.proxy, from);
    // Behind a proxy elsewhere we listen to the network, in the clear: nobody may walk around its TLS.
    if (!options_.proxy.empty() && !proxy && !isProxy("loopback", from))
        return;
    auto slot = proxy ? door_.enterProxy(addressKey(from)) : door_.enter(addressKey(from));
    if (!slot)
        return; // Closed at once: answering would be work a flood could ask of us.
    wire::Channel::Socket generic(std::move(socket));
    const auto connection = std::make_shared<HttpConnection>(tls ? wire::Channel(std::move(generic), tls)
                                                                 : wire::Channel(std::move(generic)),
                                                             std::move(slot), *site_, options_.limits);
    if (proxy)
        connection->trustProxy(door_);
    connections_.push_back(connection);
    connection->start();
}

void ShowServer::takeStudio(tcp::socket socket) {
    boost::system::error_code error;
    const auto from = socket.remote_endpoint(error).address();
    if (error)
        return;
    if (auto slot = studioDoor_.enter(addressKey(from))) {
        socket.set_option(tcp::no_delay(true), error);
        link_->adopt(wire::Channel(wire::Channel::Socket(std::move(socket)), certificates_.link()),
                     std::move(slot));
    }
}

void ShowServer::tick() {
    const std::int64_t now = clock_.now().monoMs;
    for (const auto& weak : connections_) {
        if (const auto connection = weak.lock())
            connection->tick(now);
    }
    std::erase_if(connections_, [](const auto& weak) { return weak.expired(); });
    for (Listener* listener : {&pages_, &phones_, &linkDoor_})
        listener->tick();
    keepCertificate(now);
    live_->tick(now);
    video_.tick(now);
    site_->tick(now);
    link_->tick(now);
    outside_.tick();
    confirmations_->tick(now);
    if (now >= sweepBuyersAtMs_) {
        sweepBuyersAtMs_ = now + sweepBuyersEveryMs;
        store_->add(SweepBuyers{options_.keepBuyersMs});
    }
    // A server that stands elsewhere waits for its studio for as long as it takes.
    const bool waits = !options_.name.empty() || link_->attended();
    const std::int64_t grace = everAttached_ ? options_.graceMs : std::max(options_.graceMs, firstGraceMs);
    if (!waits && lostAtMs_ != 0 && finishAtMs_ == 0 && now - lostAtMs_ >= grace) {
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
    if (changes.reset)
        outside_.setRehearsal(changes.reset->shop.rehearsal);
    if (shop_ && !changes.levels.empty())
        shop_->poke();
    if (link_)
        link_->committed(changes.serverSeq);
}

void ShowServer::attached(const ShowId& show, const RunId& run) {
    lostAtMs_ = 0;
    everAttached_ = true;
    if (std::exchange(closed_, false) && run != lockContent_.run) {
        site_->startSelling();
        live_->setStarted();
    }
    if (run != lockContent_.run)
        assets_.clear();
    lockContent_.show = show;
    lockContent_.run = run;
    writeLock();
    live_->setAway(false);
    outside_.greet();
}

void ShowServer::lost() {
    lostAtMs_ = clock_.now().monoMs;
    if (closed_ && options_.name.empty())
        finish(true); // The show is over and so is the studio: nothing is left to wait for.
    if (finishAtMs_ == 0)
        live_->setAway(true);
}

/// The goodbye is served for as long as the studio stays: a guest who comes late finds it, not a dead
/// address.
void ShowServer::closeShow() {
    closed_ = true;
    site_->stopBeginning();
    live_->setEnded();
}

/// A studio's own server goes with it; one that stands elsewhere keeps its goodbye, or says that the host
/// will be back.
void ShowServer::studioQuits() {
    if (options_.name.empty())
        finish(closed_);
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
    const bool handedOver =
        (!link_->attached() || (store_->waiting() == 0 && link_->allAcked())) && confirmations_->idle();
    if (goneAtMs_ == 0 && (handedOver || now >= finishAtMs_)) {
        goneAtMs_ = now;
        for (Listener* listener : {&pages_, &phones_, &linkDoor_})
            listener->close();
        live_->closeAll();
        video_.closeAll();
    } else if (goneAtMs_ != 0 && (now - goneAtMs_ >= farewellMs || door_.count() == 0)) {
        link_->close();
        io_.stop();
    }
}

} // namespace vitrina::server
