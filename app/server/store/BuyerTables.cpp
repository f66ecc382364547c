// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/BuyerTables.hpp"

#include "base/Log.hpp"
#include "record/SellingLayouts.hpp"
#include "server/store/PhoneForms.hpp"
#include "server/store/RunState.hpp"

#include <set>

namespace vitrina::record {

template <>
struct Layout<server::Buyer> {
    static constexpr std::tuple fields{
        field("name", &server::Buyer::name),   field("contact", &server::Buyer::contact),
        maybe("phone", &server::Buyer::phone), maybe("address", &server::Buyer::address),
        maybe("note", &server::Buyer::note),
    };
};
template <>
struct Layout<server::OrderNote> {
    static constexpr std::tuple fields{
        field("at", &server::OrderNote::atMs),
        field("shop", &server::OrderNote::shop),
        field("wish", &server::OrderNote::wish),
        field("text", &server::OrderNote::text),
    };
};

namespace {

struct KeyedNote {
    std::string key;
    server::OrderNote note;
};
/// What leaves a store unsealed, for another one that seals it again.
struct GivenBuyer {
    std::optional<server::Buyer> buyer;
    std::vector<KeyedNote> words;
};

} // namespace

template <>
struct Layout<KeyedNote> {
    static constexpr std::tuple fields{field("key", &KeyedNote::key), field("note", &KeyedNote::note)};
};
template <>
struct Layout<GivenBuyer> {
    static constexpr std::tuple fields{field("buyer", &GivenBuyer::buyer),
                                       field("words", &GivenBuyer::words)};
};

} // namespace vitrina::record

namespace vitrina::server {

namespace {

constexpr const char* rewriteDue = "rewrite_due"; ///< a setting of the store, until it is done

std::string buyerPlace(const OrderPlace& order) {
    return "buyer " + std::to_string(order.row) + " " + order.number.value;
}

std::string wordPlace(const OrderPlace& order, const std::string& key) {
    return "word " + std::to_string(order.row) + " " + order.number.value + " " + key;
}

template <class T>
std::optional<T> decode(const std::optional<std::string>& json) {
    const auto parsed =
        json ? record::parseJson(*json) : Result<boost::json::value>(fail(ErrorCode::NotFound));
    if (!parsed)
        return std::nullopt;
    auto value = record::fromJson<T>(*parsed);
    return value ? std::optional(std::move(*value)) : std::nullopt;
}

} // namespace

bool wipeLog(Database& database) {
    if (!database.ok())
        return false;
    Statement checkpoint(database, "PRAGMA wal_checkpoint(TRUNCATE)");
    const bool done = checkpoint.row() && checkpoint.integer(0) == 0;
    if (!done)
        database.forget(); // that someone reads is no failure of the store
    return done;
}

BuyerTables::BuyerTables(Database& database, std::unique_ptr<BuyerKey> key)
    : database_(database), key_(std::move(key)),
      insert_(database, "INSERT INTO sealed_buyer(orders, mark, sealed) VALUES(?1,?2,?3)"),
      markOf_(database, "SELECT mark FROM sealed_buyer WHERE orders=?1") {}

Result<std::unique_ptr<BuyerTables>> BuyerTables::open(Database& database, std::unique_ptr<BuyerKey> key) {
    database.execute("PRAGMA secure_delete=ON;"); // what is deleted is written over, not only let go
    std::unique_ptr<BuyerTables> tables(new BuyerTables(database, std::move(key)));
    tables->checkKey();
    if (tables->hasPlain())
        tables->sealPlain();
    if (readMeta(database, rewriteDue) == "yes")
        tables->rewriteFile();
    wipeLog(database); // of a process that was killed between an erasure and this
    if (!database.ok())
        return fail(ErrorCode::FileUnwritable, database.problem());
    return tables;
}

/// The shop goes on with a new key when the old one is lost, as orders matter more; what was sealed is gone.
void BuyerTables::checkKey() {
    const std::string check = std::to_string(key_->mark("check"));
    const std::string before = readMeta(database_, "buyers_key");
    if (!before.empty() && before != check)
        logWarning("store",
                   "buyers.key is not the one that this store's buyers were sealed with: they can't be "
                   "read any more. Put the old file back if there is a copy of it.");
    if (before != check)
        writeMeta(database_, "buyers_key", check);
}

bool BuyerTables::hasPlain() {
    Statement table(database_, "SELECT 1 FROM sqlite_master WHERE type='table' AND name='buyer'");
    return table.row();
}

/// Stores up to version 1 had names and contacts in the open. The whole file is written anew, as pages that
/// were moved or freed before still hold copies; and a hash that was made of a name and a contact goes with
/// them, so an order of that time that is sent again now is another order to us.
void BuyerTables::sealPlain() {
    if (!database_.begin())
        return;
    Statement plain(database_,
                    "SELECT buyer.orders, orders.number, buyer.name, buyer.contact FROM buyer JOIN "
                    "orders ON orders.id = buyer.orders");
    std::int64_t count = 0;
    while (plain.row()) {
        insert({plain.integer(0), OrderNumber{plain.text(1)}}, Buyer{plain.text(2), plain.text(3)});
        ++count;
    }
    plain.reset();
    database_.execute("UPDATE orders SET hash = 0; DROP TABLE buyer;");
    writeMeta(database_, rewriteDue, "yes");
    if (!database_.ok()) {
        database_.rollBack();
        return;
    }
    if (database_.commit())
        logInfo("store", "buyers of " + std::to_string(count) + " orders were sealed");
}

void BuyerTables::rewriteFile() {
    database_.execute("VACUUM;");
    if (!database_.ok())
        return;
    writeMeta(database_, rewriteDue, "");
    if (!wipeLog(database_))
        logWarning("store", "the write-ahead log could not be emptied: another program reads the store");
}

void BuyerTables::insert(const OrderPlace& order, const Buyer& buyer) {
    const std::string sealed = key_->seal(record::toJson(buyer), buyerPlace(order));
    insert_.bind(1, order.row).bind(2, key_->contactMark(buyer.contact)).blob(3, sealed).run();
}

std::optional<Buyer> BuyerTables::find(const OrderPlace& order) {
    Statement row(database_, "SELECT sealed FROM sealed_buyer WHERE orders=?1");
    if (!row.bind(1, order.row).row())
        return std::nullopt;
    return decode<Buyer>(key_->unseal(row.blob(0), buyerPlace(order)));
}

bool BuyerTables::isContact(std::int64_t row, const std::string& contact, std::string_view callingCode) {
    bool wanted = false;
    const bool there = markOf_.bind(1, row).row();
    const std::int64_t mark = there ? markOf_.integer(0) : 0;
    markOf_.reset();
    for (const std::string& form : sameContacts(contact, callingCode))
        wanted |= mark == key_->contactMark(form);
    return there & wanted;
}

std::vector<OrderPlace> BuyerTables::ordersLike(const OrderPlace& order, std::string_view callingCode) {
    const auto buyer = find(order);
    if (!buyer)
        return {};
    std::set<std::int64_t> marks;
    for (const std::string& form : sameContacts(buyer->contact, callingCode))
        marks.insert(key_->contactMark(form));
    Statement rows(database_, "SELECT orders.id, orders.number, mark FROM sealed_buyer JOIN orders ON "
                              "orders.id = sealed_buyer.orders ORDER BY orders.id");
    std::vector<OrderPlace> orders;
    while (rows.row()) {
        if (marks.contains(rows.integer(2)))
            orders.push_back({rows.integer(0), OrderNumber{rows.text(1)}});
    }
    return orders;
}

std::vector<OrderPlace> BuyerTables::ordersOf(const RunId& run) {
    Statement rows(database_, "SELECT orders.id, orders.number FROM sealed_buyer JOIN orders ON orders.id = "
                              "sealed_buyer.orders WHERE orders.run=?1 ORDER BY orders.id");
    rows.bind(1, run.value);
    std::vector<OrderPlace> orders;
    while (rows.row())
        orders.push_back({rows.integer(0), OrderNumber{rows.text(1)}});
    return orders;
}

bool BuyerTables::addWord(const OrderPlace& order, const std::string& key, const OrderNote& note) {
    const std::string sealed = key_->seal(record::toJson(note), wordPlace(order, key));
    Statement row(database_, "INSERT OR IGNORE INTO buyer_word(orders, key, at, sealed) VALUES(?1,?2,?3,?4)");
    row.bind(1, order.row).bind(2, key).bind(3, note.atMs).blob(4, sealed).run();
    return database_.changed() == 1;
}

std::optional<OrderNote> BuyerTables::word(const OrderPlace& order, const std::string& key) {
    Statement row(database_, "SELECT sealed FROM buyer_word WHERE orders=?1 AND key=?2");
    if (!row.bind(1, order.row).bind(2, key).row())
        return std::nullopt;
    return decode<OrderNote>(key_->unseal(row.blob(0), wordPlace(order, key)));
}

std::vector<OrderNote> BuyerTables::words(const OrderPlace& order) {
    Statement rows(database_, "SELECT key, sealed FROM buyer_word WHERE orders=?1 ORDER BY rowid");
    rows.bind(1, order.row);
    std::vector<OrderNote> notes;
    while (rows.row()) {
        if (auto note = decode<OrderNote>(key_->unseal(rows.blob(1), wordPlace(order, rows.text(0)))))
            notes.push_back(std::move(*note));
    }
    return notes;
}

std::string BuyerTables::give(const OrderPlace& order) {
    record::GivenBuyer given{find(order), {}};
    Statement rows(database_, "SELECT key FROM buyer_word WHERE orders=?1 ORDER BY rowid");
    rows.bind(1, order.row);
    while (rows.row()) {
        if (auto note = word(order, rows.text(0)))
            given.words.push_back({rows.text(0), std::move(*note)});
    }
    return record::toJson(given);
}

bool BuyerTables::take(const OrderPlace& order, const std::string& given) {
    const auto held = decode<record::GivenBuyer>(given);
    if (!held)
        return false;
    if (held->buyer)
        insert(order, *held->buyer);
    for (const auto& [key, note] : held->words)
        addWord(order, key, note);
    return true;
}

void BuyerTables::erase(const OrderPlace& order) {
    for (const char* sql : {"DELETE FROM sealed_buyer WHERE orders=?1",
                            "DELETE FROM buyer_word WHERE orders=?1", "UPDATE orders SET hash=0 WHERE id=?1"})
        Statement(database_, sql).bind(1, order.row).run();
}

} // namespace vitrina::server
