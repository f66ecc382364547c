// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/extension/ShopWorld.hpp"

#include <optional>

namespace vitrina::test {

/// A connector without a wire: it does to a ShopWorld what the contract says.
class MemoryShop final : public extension::ShopConnector {
  public:
    explicit MemoryShop(ShopWorld& world) : world_(world) {}

    std::string name() const override { return "fake"; }

    Result<std::vector<extension::ShopVariant>> products() override {
        if (const auto problem = fault())
            return *problem;
        const std::lock_guard lock(world_.mutex);
        std::vector<extension::ShopVariant> all;
        for (const auto& [sku, good] : world_.goods) {
            if (good.sold)
                all.push_back({Sku{sku}, good.product, good.label, Money{good.priceMinor, "EUR"},
                               ShopWorld::freeOf(good)});
        }
        return all;
    }

    Result<std::map<Sku, std::int64_t>> freeStock(const std::vector<Sku>& skus) override {
        if (const auto problem = fault())
            return *problem;
        const std::lock_guard lock(world_.mutex);
        std::map<Sku, std::int64_t> free;
        for (const Sku& sku : skus) {
            const auto good = world_.goods.find(sku.value);
            if (good != world_.goods.end() && good->second.sold)
                free[sku] = ShopWorld::freeOf(good->second);
        }
        return free;
    }

    Result<std::string> begin(const extension::ShopOrder&) override {
        const auto problem = fault();
        if (problem && !done_)
            return *problem;
        const std::lock_guard lock(world_.mutex);
        const std::string reference = "F" + std::to_string(++world_.names);
        world_.orders[reference];
        return problem ? Result<std::string>(*problem) : reference;
    }

    Result<void> complete(const std::string& reference, const extension::ShopOrder& order) override {
        const auto problem = fault();
        if (problem && !done_)
            return *problem;
        const std::lock_guard lock(world_.mutex);
        const auto entry = world_.orders.find(reference);
        if (entry == world_.orders.end() || entry->second.cancelled)
            return fail(ErrorCode::ShopRefused, "no such order");
        if (!entry->second.complete) {
            std::map<std::string, std::int64_t> lines;
            for (const auto& line : order.lines)
                lines[line.sku.value] += line.quantity;
            for (const auto& [sku, pieces] : lines) {
                const auto good = world_.goods.find(sku);
                if (good == world_.goods.end() || !good->second.sold ||
                    ShopWorld::freeOf(good->second) < pieces)
                    return fail(ErrorCode::ShopRefused, sku + ": not enough");
            }
            entry->second.lines = lines;
            entry->second.payment = order.number.value;
            world_.take(entry->second);
        }
        return problem ? Result<void>(*problem) : Result<void>();
    }

    Result<void> cancel(const std::string& reference) override {
        const auto problem = fault();
        if (problem && !done_)
            return *problem;
        const std::lock_guard lock(world_.mutex);
        if (const auto entry = world_.orders.find(reference); entry != world_.orders.end())
            world_.giveBack(entry->second);
        return problem ? Result<void>(*problem) : Result<void>();
    }

  private:
    std::optional<Error> fault() {
        const Fault now = world_.next();
        done_ = now == Fault::Done;
        if (now == Fault::None || now == Fault::SignedOut)
            return std::nullopt;
        return fail(now == Fault::Fails ? ErrorCode::Internal : ErrorCode::ShopUnreachable, "planned");
    }

    ShopWorld& world_;
    bool done_ = false;
};

} // namespace vitrina::test
