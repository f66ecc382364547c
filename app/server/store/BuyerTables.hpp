// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/BuyerKey.hpp"
#include "server/store/Database.hpp"
#include "server/store/Store.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vitrina::server {

/// An order's row and its number: what is sealed of its buyer is bound to both.
struct OrderPlace {
    std::int64_t row = 0;
    OrderNumber number;

    bool operator==(const OrderPlace&) const = default;
};

/// What the store knows of people: `sealed_buyer` and `buyer_word`, which nothing else reads or writes. A
/// failure is remembered by the database, as with any statement. One thread.
class BuyerTables {
  public:
    /// To read a store that was opened before.
    BuyerTables(Database& database, std::unique_ptr<BuyerKey> key);
    /// Seals what an older file still holds in the open, and wipes that from the file. FileUnwritable.
    static Result<std::unique_ptr<BuyerTables>> open(Database& database, std::unique_ptr<BuyerKey> key);

    void insert(const OrderPlace& order, const Buyer& buyer);
    /// Nothing: erased, or sealed with a key that is lost.
    std::optional<Buyer> find(const OrderPlace& order);
    /// Whether this is the contact of the row's buyer; the same work whether there is such a row or not.
    /// `callingCode`: of the shop's country, so that a phone number is known in its national form as well.
    bool isContact(std::int64_t row, const std::string& contact, std::string_view callingCode = {});
    /// All orders of the buyer of this one, this one too; empty when it has none.
    std::vector<OrderPlace> ordersLike(const OrderPlace& order, std::string_view callingCode = {});
    /// All orders of a run whose buyers are not erased.
    std::vector<OrderPlace> ordersOf(const RunId& run);

    /// False when there is one under this key already.
    bool addWord(const OrderPlace& order, const std::string& key, const OrderNote& note);
    std::optional<OrderNote> word(const OrderPlace& order, const std::string& key);
    std::vector<OrderNote> words(const OrderPlace& order); ///< oldest first

    /// All that is held of an order's buyer, as text for another store; empty: erased, or the key is lost.
    std::string give(const OrderPlace& order);
    /// As another store gave it. False: it is none.
    bool take(const OrderPlace& order, const std::string& given);

    /// What is held of the buyer and every word, the shop's too; whatever could still confirm a guess with
    /// it.
    void erase(const OrderPlace& order);

    std::int64_t mark(const std::string& text) const { return key_->mark(text); }

  private:
    void checkKey();
    bool hasPlain();
    void sealPlain();
    void rewriteFile();

    Database& database_;
    std::unique_ptr<BuyerKey> key_;
    Statement insert_;
    Statement markOf_;
};

/// Ends what a deleted row leaves behind: the write-ahead log is emptied into the file. False: someone reads
/// just now; to be asked again.
bool wipeLog(Database& database);

} // namespace vitrina::server
