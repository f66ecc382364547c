// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/TokenBucket.hpp"
#include "base/Result.hpp"
#include "commerce/Velocity.hpp"
#include "protocol/Messages.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace vitrina::server {

/// Every bound a stranger can run into, in one place.
struct Limits {
    std::size_t headerBytes = 16u << 10;
    std::size_t bodyBytes = 64u << 10;
    std::size_t hookBytes = 512u << 10; ///< of what a shop tells of an order
    std::size_t jsonDepth = 16;
    std::size_t pageMessageBytes = 4u << 10; ///< what a page may send over its socket
    std::size_t assetBytes = protocol::maxAssetBytes;
    std::size_t assetsBytes = 64u << 20; ///< all together

    std::int64_t headerMs = 5'000; ///< from the first byte of a request to the end of its head
    std::int64_t bodyMs = 10'000;  ///< and to the end of its body; also for a reply to be taken
    std::int64_t idleMs = 30'000;  ///< between requests
    std::int64_t joinMs = 5'000;   ///< from the upgrade to the join
    std::int64_t pingMs = 20'000;
    std::int64_t silentMs = 50'000; ///< a page that has not even answered pings for this long is gone

    std::size_t connections = 12'000;
    std::size_t connectionsPerAddress = 512;
    std::size_t storeQueue = 8'192; ///< jobs waiting for the writer, then Busy
    std::size_t storeBatch = 1'024; ///< jobs in one commit: more, and the first waits for the last

    audience::Rate messagesPerViewer{5, 10'000};
    audience::Rate messagesPerAddress{20, 10'000}; ///< a household, a café; viewers are made at will
    audience::Rate ordersPerViewer{10, 10'000};
    audience::Rate checkoutsPerViewer{20, 10'000}; ///< begun, extended, given up
    audience::Rate findsPerAddress{10, 60'000};    ///< tries to name an order and its contact
    audience::Rate forgedPerAddress{20, 60'000};   ///< in a shop's name, not signed by it
    audience::Rate sessionsPerAddress{60, 60'000};
    audience::Rate postsPerAddress{400, 10'000};
    commerce::VelocityLimits velocity; ///< what puts an order on review, or a buyer on hold

    std::size_t liveQueueBytes = 256u << 10;
    std::size_t videoQueueBytes = 4u << 20;
    std::int64_t videoQueueMs = 2'000;
};

/// For load tests and simulated viewers: what is counted per address is lifted, as all of them come from one
/// machine; so is velocity. The other limits per viewer stay.
Limits benchLimits();
/// The same with a commit for each job: what the group commit is measured against.
Limits singleLimits();

struct Options {
    std::string dataFolder;
    std::string webFolder; ///< ui/web
    std::string bind = "127.0.0.1";
    std::string publicUrl; ///< what viewers type, when something stands in front of us; empty: bind and port
    int port = 0;          ///< 0: the show's port of last time, else any
    bool tls = false;      ///< pages come by TLS with our own certificate (--lan: at every address as well)
    std::string proxy;     ///< address of what stands in front of us, or "loopback"; it says who really asks
    std::string name;      ///< by which viewers know a server that stands elsewhere; empty: a studio's own
    int linkPort = 0;      ///< where its studio comes in; with a name only
    std::int64_t graceMs = 120'000; ///< how long pages are served after the studio has vanished
    std::int64_t keepBuyersMs =
        90LL * 24 * 3'600'000; ///< after the last thing that happened with a run's orders
    Limits limits;
    std::string smtpFile;       ///< how orders are confirmed by mail (SmtpSettings); empty: they are not
    std::string hookSecretFile; ///< what the shop that checks out signs with; empty: as the studio says
    std::string shopFile;       ///< the shop behind the server (readShopBehind); empty: none
    std::string pluginFolder;   ///< empty: "plugins" beside the program
    std::string exportOrder;    ///< print what is held of this order's buyer and end; nothing is served
    bool sweep = false;         ///< erase the buyers whose time is over and end; nothing is served
    std::string tallyRun;       ///< count this run's tables, print them and end; nothing is served
};

/// BadRequest with the argument as detail. A data folder that `setup` has prepared (SetUp.hpp) says more.
Result<Options> readOptions(const std::vector<std::string>& arguments);
inline constexpr const char* usage =
    "vitrina-server --data DIR --web DIR [--port N] [--bind ADDRESS] [--grace SECONDS] "
    "[--public-url URL] [--lan] [--behind-proxy loopback|ADDRESS] [--limits public|bench|single] "
    "[--keep-buyers-days N] [--smtp FILE] [--hook-secret FILE] [--shop FILE] [--plugins DIR]\n"
    "vitrina-server setup --name NAME [--data DIR] [--port N] [--link-port N] "
    "[--behind-proxy loopback|ADDRESS]\n"
    "vitrina-server --tally RUN --data DIR\n"
    "vitrina-server --sweep --data DIR [--keep-buyers-days N]\n"
    "vitrina-server --export-buyer ORDER --data DIR";

} // namespace vitrina::server
