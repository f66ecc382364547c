// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/CardNumber.hpp"
#include "record/ShopOrderLayout.hpp"
#include "server/store/Statements.hpp"

/// The part of the writer that takes the orders of a shop with a checkout of its own. What news of one means
/// is decided by commerce/ShopOrder.hpp on the shelf; here the tables follow.
namespace vitrina::server {

namespace {

/// Later than this after it was placed, nobody knows any more what was on air then.
constexpr std::int64_t onAirMs = 60'000;

struct ToldRow {
    bool there = false;
    RunId run;
    std::optional<OrderRow> order; ///< when it is placed
    commerce::ShopTold known;
};

commerce::ShopOrder toldIn(const std::string& text) {
    const auto json = record::parseJson(text);
    auto told =
        json ? record::fromJson<commerce::ShopOrder>(*json) : Result<commerce::ShopOrder>(json.error());
    return told ? std::move(*told) : commerce::ShopOrder();
}

ToldRow readTold(Database& database, const commerce::ShopOrder& news) {
    ToldRow found;
    Statement placed(database,
                     "SELECT told, number FROM shop_told JOIN orders ON orders.id = shop_told.orders "
                     "WHERE shop=?1 AND shop_told.id=?2");
    if (placed.bind(1, news.shop).bind(2, news.id).row())
        found.order = readOrder(database, OrderNumber{placed.text(1)});
    if (found.order) {
        found.there = true;
        found.run = found.order->run;
        found.known = {toldIn(placed.text(0)), true, found.order->order, found.order->standing};
        return found;
    }
    Statement waiting(database, "SELECT told, run FROM shop_waiting WHERE shop=?1 AND id=?2");
    if (waiting.bind(1, news.shop).bind(2, news.id).row()) {
        found.there = true;
        found.run.value = waiting.text(1);
        found.known.told = toldIn(waiting.text(0));
    }
    return found;
}

void writeTold(Database& database, const RunId& run, const ToldRow& told) {
    const commerce::ShopOrder& order = told.known.told;
    const std::string json = record::toJson(order);
    if (!told.order) {
        Statement wait(database,
                       "INSERT OR REPLACE INTO shop_waiting(shop, id, run, told) VALUES(?1,?2,?3,?4)");
        wait.bind(1, order.shop).bind(2, order.id).bind(3, run.value).bind(4, json).run();
        return;
    }
    Statement row(database, "INSERT OR REPLACE INTO shop_told(shop, id, orders, told) VALUES(?1,?2,?3,?4)");
    row.bind(1, order.shop).bind(2, order.id).bind(3, told.order->place.row).bind(4, json).run();
    Statement over(database, "DELETE FROM shop_waiting WHERE shop=?1 AND id=?2");
    over.bind(1, order.shop).bind(2, order.id).run();
}

/// The moment of a record; 0 when there is none. `like`: the kind it has to be of.
std::int64_t momentOf(Database& database, const RunId& run, const char* sql) {
    Statement row(database, sql);
    if (!row.bind(1, run.value).bind(2, std::int64_t(record::Origin::Studio)).row())
        return 0;
    const auto record = record::decodeRecord(row.text(0));
    return record ? record->at.wallMs : 0;
}

std::set<Sku> skusOf(const ToldRow& told, const commerce::ShopOrder& news, const commerce::Shelf& shelf) {
    std::set<Sku> skus;
    for (const auto* lines : {&told.known.order.lines, &told.known.told.lines, &news.lines}) {
        for (const commerce::OrderLine& line : *lines) {
            if (shelf.goods.contains(line.sku))
                skus.insert(line.sku);
        }
    }
    return skus;
}

} // namespace

commerce::ShopWindow Writer::shopWindow() {
    commerce::ShopWindow window{commerce::showMark(state_.run), 0, 0};
    window.beganMs = momentOf(*database_, state_.run,
                              "SELECT json FROM record WHERE run=?1 AND origin=?2 ORDER BY seq LIMIT 1");
    if (state_.phase == Phase::Ended)
        window.endedMs = momentOf(*database_, state_.run,
                                  "SELECT json FROM record WHERE run=?1 AND origin=?2 AND json LIKE "
                                  "'%\"show.run_ended\"%' ORDER BY seq DESC LIMIT 1");
    return window;
}

void Writer::placeShopOrder(TakeShopOrder& job, const commerce::ShopTold& known, Levels levels) {
    PlaceOrder as;
    as.request.viewer.value = "shop-" + randomHex128(); // nobody we know
    as.request.key = known.told.id;
    as.buyer = std::move(job.buyer);
    for (std::string* words : {&as.buyer.name, &as.buyer.address, &as.buyer.note}) {
        if (audience::holdsCardNumber(*words))
            words->clear(); // It is not kept here, wherever it was written.
    }
    commerce::Order& order = as.answer.order;
    order = known.order;
    ++state_.orders;
    order.number = OrderNumber{state_.prefix + "-" + std::to_string(state_.orders) + "-" + randomLetters(3)};
    order.viewer = as.request.viewer;
    insertOrder(as, 0);
    roll(order);
    const bool fresh = now_.wallMs - known.told.placedMs < onAirMs;
    job.answer.number = order.number;
    write(commerce::Fact(commerce::OrderPlaced{order,
                                               fresh ? state_.onAir : AiredId{},
                                               -1,
                                               std::move(levels),
                                               {},
                                               false,
                                               known.told.shop,
                                               known.told.name}));
}

/// What moved on the shelf moves in the table.
void Writer::followShelf(const Levels& before) {
    Statement move(*database_, "UPDATE stock SET allocated=allocated+?3, sold=sold+?4 WHERE run=?1 AND "
                               "sku=?2 AND sold+?4>=0 AND allocated+?3-reserved-sold>=?4");
    for (const auto& [sku, was] : before) {
        const commerce::StockLevel& level = state_.shelf.goods.at(sku).level;
        if (level == was)
            continue;
        move.bind(1, state_.run.value)
            .bind(2, sku.value)
            .bind(3, level.allocated - was.allocated)
            .bind(4, level.sold - was.sold)
            .run();
        if (database_->changed() != 1)
            disagree();
        changes_.levels[sku] = level;
    }
}

std::map<Sku, std::int64_t> Writer::addedForShops(const Levels& levels) {
    std::map<Sku, std::int64_t> added;
    Statement row(*database_, "SELECT pieces FROM shop_added WHERE run=?1 AND sku=?2");
    for (const auto& [sku, level] : levels) {
        if (row.bind(1, state_.run.value).bind(2, sku.value).row())
            added[sku] = row.integer(0);
        row.reset();
    }
    return added;
}

void Writer::work(TakeShopOrder& job) {
    if (state_.run.empty() || !state_.opened) {
        job.answer.error = ErrorCode::Busy; // The shop says it again.
        return;
    }
    ToldRow told = readTold(*database_, job.order);
    if (told.there && told.run != state_.run) {
        job.answer.news = commerce::ShopNews::NotOfShow;
        return;
    }
    Levels before;
    for (const Sku& sku : skusOf(told, job.order, state_.shelf))
        before[sku] = state_.shelf.goods.at(sku).level;
    auto added = addedForShops(before);
    const auto addedBefore = added;
    const commerce::ShopOrder toldBefore = told.known.told;
    commerce::ShopStep step =
        commerce::takeShopNews(state_.shelf, added, told.known, job.order, shopWindow());
    job.answer.news = step.news;
    if (told.known.told == toldBefore)
        return;
    followShelf(before);
    noteLife(state_.run);
    if (step.placed) {
        placeShopOrder(job, told.known, std::move(step.placedLevels));
        told.order = readOrder(*database_, job.answer.number);
    }
    if (told.order && step.changed) {
        told.order->standing = told.known.standing;
        writeStanding(*database_, *told.order);
        write(commerce::Fact(commerce::OrderChanged{
            told.order->place.number, told.known.standing.state, told.known.standing.refundedMinor,
            std::move(step.changedLevels), told.known.standing.paid}));
    }
    writeTold(*database_, state_.run, told);
    Statement keep(*database_, "INSERT INTO shop_added(run, sku, pieces) VALUES(?1,?2,?3) ON CONFLICT(run, "
                               "sku) DO UPDATE SET pieces=?3");
    for (const auto& [sku, pieces] : added) {
        if (const auto was = addedBefore.find(sku); was == addedBefore.end() || was->second != pieces)
            keep.bind(1, state_.run.value).bind(2, sku.value).bind(3, pieces).run();
    }
}

} // namespace vitrina::server
