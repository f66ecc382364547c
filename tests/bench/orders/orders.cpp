// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/server/Clients.hpp"
#include "support/server/Load.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

/// Orders for one hot SKU at a flash price with a limit of pieces and one for each buyer, by the public
/// route: 256 connections, each order with a key of its own, by many viewers so that their limits are real,
/// with 100 pages that are shown the stock. An order counts when its 201 is here, which the server sends
/// after the commit. Server on core 0, this program on core 1. Then the same with a kill -9 in the middle.
/// Peer: the same server that commits each order by itself (--limits single), loaded alike, its rounds
/// between ours. And, for what the disk is, bare fdatasyncs of 4 KiB, which no server with a commit for each
/// order could be faster than.
namespace {

using namespace vitrina;
using namespace vitrina::test;

constexpr std::size_t connections = 256;
constexpr std::size_t pages = 100;
constexpr int rounds = 5;
constexpr double warmSeconds = 1.0;
constexpr double roundSeconds = 3.0;
constexpr std::size_t ordersPerViewer = 9; // the limit is 10 in 10 s
constexpr std::int64_t flashPrice = 700;

struct Counted {
    std::vector<double> latenciesMs;
    std::size_t orders = 0;
    std::size_t refused = 0;
};

/// Keeps `connections` orders under way.
class Buyers {
  public:
    Buyers(int port, std::vector<std::string> tokens) : port_(port), tokens_(std::move(tokens)) {
        for (std::size_t i = 0; i < connections; ++i)
            sockets_.open(port);
        state_.resize(connections);
    }

    Counted run(double seconds) {
        Counted counted;
        for (std::size_t i = 0; i < connections; ++i)
            next(i);
        const double until = nowSeconds() + seconds;
        std::size_t underWay = connections;
        sockets_.run(
            seconds + 10.0,
            [&](std::size_t index, std::string_view bytes) {
                Connection& own = state_[index];
                own.answer.append(bytes);
                if (!complete(own.answer))
                    return true;
                const double now = nowSeconds();
                if (own.answer.starts_with("HTTP/1.1 201")) {
                    ++counted.orders;
                    counted.latenciesMs.push_back((now - own.sent) * 1e3);
                    acknowledged_.push_back(jsonField(own.answer, "number"));
                } else {
                    ++counted.refused;
                    lastRefusal_ = own.answer;
                }
                own.answer.clear();
                if (now < until)
                    next(index);
                else
                    --underWay;
                return underWay > 0;
            },
            [&](std::size_t) { --underWay; });
        return counted;
    }

    const std::vector<std::string>& acknowledged() const { return acknowledged_; }
    const std::string& lastRefusal() const { return lastRefusal_; }

  private:
    struct Connection {
        std::string answer;
        double sent = 0.0;
    };

    static bool complete(const std::string& answer) {
        const std::size_t head = answer.find("\r\n\r\n");
        const std::size_t length = answer.find("Content-Length: ");
        return head != std::string::npos && length != std::string::npos &&
               answer.size() >= head + 4 + static_cast<std::size_t>(std::atoi(answer.c_str() + length + 16));
    }
    void next(std::size_t index) {
        const std::string& token = tokens_[(made_ / ordersPerViewer) % tokens_.size()];
        state_[index].sent = nowSeconds();
        sockets_.send(index,
                      postBytes(port_, "/api/orders", token,
                                orderJson("bench-" + std::to_string(made_++), "HONEY", 1, flashPrice)));
    }

    int port_;
    std::vector<std::string> tokens_;
    LoadSockets sockets_;
    std::vector<Connection> state_;
    std::vector<std::string> acknowledged_;
    std::string lastRefusal_;
    std::size_t made_ = 0;
};

std::int64_t number(const std::string& path, const std::string& sql) {
    sqlite3* handle = nullptr;
    sqlite3_stmt* statement = nullptr;
    sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr);
    sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr);
    const std::int64_t value =
        sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return value;
}

/// Orders acknowledged that the store does not hold.
std::int64_t lost(const std::string& path, const std::vector<std::string>& acknowledged) {
    sqlite3* handle = nullptr;
    sqlite3_stmt* statement = nullptr;
    sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr);
    sqlite3_prepare_v2(handle, "SELECT count(*) FROM orders WHERE number=?1", -1, &statement, nullptr);
    std::int64_t missing = 0;
    for (const std::string& order : acknowledged) {
        sqlite3_bind_text(statement, 1, order.data(), static_cast<int>(order.size()), SQLITE_STATIC);
        missing += sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_int64(statement, 0) == 1 ? 0 : 1;
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return missing;
}

double syncsPerSecond(const std::string& folder) {
    const std::string path = folder + "/sync.bin";
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const std::string block(4'096, 'x');
    std::size_t count = 0;
    const double begin = nowSeconds();
    while (nowSeconds() - begin < 1.0) {
        if (pwrite(file, block.data(), block.size(), 0) != static_cast<ssize_t>(block.size()) ||
            fdatasync(file) != 0)
            break;
        ++count;
    }
    close(file);
    unlink(path.c_str());
    return static_cast<double>(count) / (nowSeconds() - begin);
}

bool openShop(ServerProcess& server, StudioPeer& peer) {
    if (!server.start() || !peer.attach(server.lock()))
        return false;
    peer.openShop(demoShop(1'000'000'000));
    peer.goLive();
    if (!peer.waitForAck())
        return false;
    commerce::Offer offer;
    offer.id = OfferId{"flash"};
    offer.kind = commerce::OfferKind::FlashPrice;
    offer.title = "Flash";
    offer.lines = {{Sku{"HONEY"}, 1, flashPrice}};
    offer.pieceLimit = 100'000'000;
    offer.perBuyer = 1'000;
    const auto answer = peer.answerTo(peer.ask(commerce::StartOffer{offer}));
    if (!answer || answer->error != ErrorCode::None) {
        const auto name = answer ? errorName(answer->error) : std::string_view("no answer");
        std::fprintf(stderr, "the offer did not start: %.*s\n", static_cast<int>(name.size()), name.data());
        return false;
    }
    return peer.waitForAck();
}

/// 100 pages that read what they are told.
class Pages {
  public:
    Pages(int port, const std::string& token) {
        for (std::size_t i = 0; i < pages; ++i)
            clients_.emplace_back().connect(port, "/api/live");
        for (WsClient& client : clients_)
            client.join(token);
        for (WsClient& client : clients_)
            client.receiveType("hello");
    }
    /// Reads what has come; the server's sends are what is measured, not this.
    std::size_t read() {
        std::size_t count = 0;
        for (WsClient& client : clients_) {
            while (client.receive(0))
                ++count;
        }
        return count;
    }

  private:
    std::vector<WsClient> clients_;
};

int check(const std::string& path, const std::vector<std::string>& acknowledged, std::int64_t& oversold) {
    const std::int64_t sold = number(path, "SELECT sold FROM stock WHERE sku='HONEY'");
    const std::int64_t ordered = number(path, "SELECT coalesce(sum(quantity), 0) FROM order_line");
    const std::int64_t twice = number(path, "SELECT count(*) - count(DISTINCT viewer || key) FROM orders");
    const std::int64_t rolled = number(path, "SELECT coalesce(sum(units), 0) FROM rollup_sku");
    const std::int64_t records = number(path, "SELECT count(*) FROM record WHERE json LIKE '%order_placed%'");
    const std::int64_t missing = lost(path, acknowledged);
    oversold = number(path, "SELECT count(*) FROM stock WHERE available < 0");
    std::printf("sold %lld, sum of orders %lld, rollup %lld, records %lld, acknowledged %zu, lost %lld, "
                "twice %lld, oversold %lld\n",
                static_cast<long long>(sold), static_cast<long long>(ordered), static_cast<long long>(rolled),
                static_cast<long long>(records), acknowledged.size(), static_cast<long long>(missing),
                static_cast<long long>(twice), static_cast<long long>(oversold));
    return sold == ordered && rolled == sold && records == sold && twice == 0 && missing == 0 && oversold == 0
               ? 0
               : 1;
}

/// A server with a shop that is open, its buyers, and pages that watch.
struct Side {
    explicit Side(std::vector<std::string> more)
        : server({.graceSeconds = 3'600, .benchLimits = true, .core = 0, .more = std::move(more)}) {}

    bool open() {
        if (!openShop(server, peer)) {
            std::fprintf(stderr, "%s", server.log().c_str());
            return false;
        }
        peer.vanish(); // The studio would share a core; pages say "away", buying is open.
        return true;
    }
    void load(std::size_t viewers) {
        buyers = std::make_unique<Buyers>(server.port(), openSessions(server.port(), viewers));
        HttpClient client(server.port());
        watching = std::make_unique<Pages>(server.port(), openSession(client));
        buyers->run(warmSeconds);
    }
    void round() {
        const double begin = nowSeconds();
        const double cpuBegin = cpuSeconds(server.pid());
        const Counted result = buyers->run(roundSeconds);
        cpu += cpuSeconds(server.pid()) - cpuBegin;
        rates.push_back(static_cast<double>(result.orders) / (nowSeconds() - begin));
        latencies.insert(latencies.end(), result.latenciesMs.begin(), result.latenciesMs.end());
        counted += result.orders;
        refused += result.refused;
        patches += watching->read();
    }
    double latency(double part) {
        std::ranges::sort(latencies);
        return latencies.empty()
                   ? 0.0
                   : latencies[static_cast<std::size_t>(part * static_cast<double>(latencies.size() - 1))];
    }

    ServerProcess server;
    StudioPeer peer;
    std::unique_ptr<Buyers> buyers;
    std::unique_ptr<Pages> watching;
    std::vector<double> rates;
    std::vector<double> latencies;
    std::size_t patches = 0;
    std::size_t refused = 0;
    std::size_t counted = 0;
    double cpu = 0.0;
};

} // namespace

int main() {
    raiseDescriptors();
    Side group({});
    Side single({"--limits", "single"});
    if (!group.open() || !single.open())
        return 1;
    pinTo(1);
    group.load(80'000);
    single.load(40'000);
    std::vector<double> syncs;
    for (int round = 0; round < rounds; ++round) {
        syncs.push_back(syncsPerSecond(group.server.dataFolder()));
        group.round();
        single.round();
        std::printf("round %d: %.0f orders/s, %.0f with a commit each, %.0f fdatasync/s, %zu refused\n",
                    round, group.rates.back(), single.rates.back(), syncs.back(),
                    group.refused + single.refused);
    }
    for (const Side* side : {&group, &single}) {
        if (side->refused > 0)
            std::printf("refused, last: %s\n", side->buyers->lastRefusal().c_str());
    }
    print({"orders/rate", median(group.rates), "1/s", "a commit each", median(single.rates)});
    print({"orders/disk", median(group.rates), "1/s", "bare fdatasync", median(syncs)});
    print({"orders/p50", group.latency(0.5), "ms", "a commit each", single.latency(0.5)});
    print({"orders/p99", group.latency(0.99), "ms", "a commit each", single.latency(0.99)});
    print({"orders/cpu", group.cpu / static_cast<double>(group.counted) * 1e6, "us"});
    print({"orders/pushed", static_cast<double>(group.patches), "frames"});
    std::int64_t oversold = 0;
    ServerProcess& server = group.server;
    Buyers& buyers = *group.buyers;
    int failed = check(single.server.storePath(), single.buyers->acknowledged(), oversold);
    single.server.terminate();
    failed += check(server.storePath(), buyers.acknowledged(), oversold);

    // Again, with a kill -9 while all connections have an order under way.
    const pid_t victim = server.pid();
    const pid_t killer = fork();
    if (killer == 0) {
        usleep(1'300'000);
        kill(victim, SIGKILL);
        _exit(0);
    }
    buyers.run(3.0);
    server.kill9();
    const double begin = nowSeconds();
    if (!server.start())
        return 1;
    print({"orders/restart", (nowSeconds() - begin) * 1e3, "ms"});
    failed += check(server.storePath(), buyers.acknowledged(), oversold);
    print({"orders/oversold_after_kill", static_cast<double>(oversold), "SKUs"});
    print({"orders/lost_after_kill", static_cast<double>(lost(server.storePath(), buyers.acknowledged())),
           "orders"});
    return failed == 0 ? 0 : 1;
}
