// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/Summary.hpp"
#include "record/Record.hpp"
#include "support/SmallShow.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// Writes the two journals of a show by hand: time is given in ms since the start, the server's clock may be
/// off.
namespace vitrina::test {

class ShowRecords {
  public:
    static constexpr std::int64_t startWallMs = 1'792'166'400'000; // 2026-10-16 16:00 UTC

    void studio(std::int64_t atMs, record::Fact fact) { add(record::Origin::Studio, atMs, std::move(fact)); }
    void server(std::int64_t atMs, record::Fact fact) { add(record::Origin::Server, atMs, std::move(fact)); }

    void open(const show::Show& show, const commerce::Catalogue& catalogue, std::int64_t offsetMs = 0) {
        studio(0, show::Fact{show::RunStarted{RunId{"run"}, false, {}}});
        studio(0, commerce::Fact{commerce::ShopOpened{show.title, show.shopName, show.hostName, show.locale,
                                                      show.currency, show.disclosureText, false, catalogue}});
        studio(0, record::OwnFact{record::ServerAttached{"http://page/", offsetMs}});
        serverAheadMs = offsetMs;
    }
    void take(std::int64_t atMs, const std::string& aired, const show::Item& item,
              std::int64_t confirmedAfterMs = 40) {
        studio(atMs, show::Fact{show::ItemTaken{show::AiredItem{AiredId{aired}, item, 1, {}, {}, {}}, {}}});
        if (confirmedAfterMs >= 0)
            studio(atMs + confirmedAfterMs, show::Fact{show::ItemAired{AiredId{aired}, 0}});
    }
    void order(std::int64_t atMs, const std::string& viewer, const std::string& aired,
               std::vector<commerce::OrderLine> lines, std::map<Sku, commerce::StockLevel> levels) {
        commerce::OrderPlaced placed;
        placed.order.number = OrderNumber{std::to_string(++orders)};
        placed.order.viewer = ViewerId{viewer};
        placed.order.lines = std::move(lines);
        placed.onAir = AiredId{aired};
        placed.levels = std::move(levels);
        server(atMs, commerce::Fact{placed});
    }
    void say(std::int64_t atMs, const std::string& text) {
        server(atMs,
               audience::Fact{audience::MessagePosted{{MessageId{text}, ViewerId{"v"}, "A", text, -1}}});
    }
    void watch(std::int64_t atMs, std::int64_t watching, std::int64_t peak) {
        server(atMs, audience::Fact{audience::ViewersCounted{watching, peak}});
    }

    std::vector<record::Record> records;
    std::int64_t serverAheadMs = 0;
    std::string boot = "boot-1";

  private:
    void add(record::Origin origin, std::int64_t atMs, record::Fact fact) {
        const bool ours = origin == record::Origin::Studio;
        const std::int64_t wall = startWallMs + atMs + (ours ? 0 : serverAheadMs);
        std::uint64_t& seq = ours ? studioSeq : serverSeq;
        records.push_back(record::Record{ShowId{"show-1"}, RunId{"run"}, origin, ++seq,
                                         ours ? serverSeq : studioSeq, Instant{wall, 5'000'000 + atMs},
                                         ours ? boot : "server-boot", std::move(fact)});
    }
    std::uint64_t studioSeq = 0;
    std::uint64_t serverSeq = 0;
    int orders = 0;
};

} // namespace vitrina::test
