// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extension/ShopConnector.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace vitrina::test {

/// What goes wrong with a question to the shop.
enum class Fault {
    None,
    Lost,     ///< nothing comes back, and nothing was done
    Done,     ///< nothing comes back, but it was done
    Fails,    ///< it answers with a fault of its own (500)
    Garbage,  ///< something that is no answer
    Half,     ///< the answer breaks off
    Empty,    ///< an answer that lacks what was asked for
    SignedOut ///< the session has run out
};

/// A shop's goods and orders, as the connectors under test find them. Any thread.
struct ShopWorld {
    struct Good {
        std::string product;
        std::string label;
        std::int64_t priceMinor = 0;
        std::int64_t onHand = 0;
        std::int64_t taken = 0;
        bool sold = true;
        bool counted = true;
    };
    struct Entry {
        std::map<std::string, std::int64_t> lines;
        bool complete = false;
        bool cancelled = false;
        std::string payment; ///< our number
    };

    mutable std::mutex mutex;
    std::map<std::string, Good> goods;
    std::map<std::string, Entry> orders; ///< by reference
    int names = 0;
    int questions = 0; ///< that have come
    int faultAt = 0;   ///< the how manieth of them goes wrong; 0: none
    int faults = 1;    ///< how many in a row
    Fault fault = Fault::None;

    /// For the question that comes now.
    Fault next() {
        const std::lock_guard lock(mutex);
        ++questions;
        return faultAt != 0 && questions >= faultAt && questions < faultAt + faults ? fault : Fault::None;
    }
    void planFault(Fault what, int at, int times = 1) {
        const std::lock_guard lock(mutex);
        fault = what;
        faultAt = at == 0 ? 0 : questions + at;
        faults = times;
    }
    int asked() const {
        const std::lock_guard lock(mutex);
        return questions;
    }
    static std::int64_t freeOf(const Good& good) {
        return good.counted ? std::max<std::int64_t>(good.onHand - good.taken, 0) : extension::withoutLimit;
    }
    std::int64_t taken(const std::string& sku) const {
        const std::lock_guard lock(mutex);
        return goods.at(sku).taken;
    }
    void setOnHand(const std::string& sku, std::int64_t pieces) {
        const std::lock_guard lock(mutex);
        goods[sku].onHand = pieces;
    }
    /// Orders of ours by number that are complete there and not cancelled.
    std::map<std::string, int> bought() const {
        const std::lock_guard lock(mutex);
        std::map<std::string, int> all;
        for (const auto& [reference, entry] : orders) {
            if (entry.complete && !entry.cancelled)
                ++all[entry.payment];
        }
        return all;
    }

    // With the lock held.
    void take(Entry& entry) {
        entry.complete = true;
        for (const auto& [sku, pieces] : entry.lines)
            goods[sku].taken += pieces;
    }
    void giveBack(Entry& entry) {
        if (entry.complete && !entry.cancelled) {
            for (const auto& [sku, pieces] : entry.lines)
                goods[sku].taken -= pieces;
        }
        entry.cancelled = true;
    }
};

/// Two products, three SKUs: ten towels, four and no mugs.
inline void fill(ShopWorld& world) {
    world.goods["TOWEL"] = {"Linen towel", "", 1450, 10, 0, true, true};
    world.goods["MUG-S"] = {"Clay mug", "S", 1800, 4, 0, true, true};
    world.goods["MUG-L"] = {"Clay mug", "L", 2100, 0, 0, true, true};
}

} // namespace vitrina::test
