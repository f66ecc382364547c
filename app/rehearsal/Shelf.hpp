// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace vitrina::rehearsal {

struct Offer {
    std::string product;
    std::string sku;
    std::int64_t priceMinor = 0;
    std::int64_t available = 0;
};

struct Wish {
    std::string sku;
    std::int64_t quantity = 0;
    std::int64_t priceMinor = 0; ///< the price seen

    bool operator==(const Wish&) const = default;
};

/// What one viewer's page shows: fed with the messages of /api/live (page.md), asked what he might buy.
class Shelf {
  public:
    /// BadFormat: not JSON, or a kind we know that lacks what page.md promises. Kinds we don't know are
    /// passed over.
    Result<void> heard(const std::string& message);
    /// A refused purchase tells the present price or that it is gone.
    void priceIs(const std::string& sku, std::int64_t priceMinor);
    void availableIs(const std::string& sku, std::int64_t available);

    /// Most people buy what is being shown; some look elsewhere. One to three lines. Empty when nothing is
    /// left or selling is closed.
    std::vector<Wish> wish(std::mt19937_64& random) const;
    bool greeted() const { return greeted_; }
    bool ended() const { return ended_; }
    const std::vector<Offer>& offers() const { return offers_; }

  private:
    Offer* find(const std::string& sku);
    const Offer* pick(std::mt19937_64& random) const;

    std::vector<Offer> offers_;
    std::string pinned_;
    bool greeted_ = false;
    bool salesOpen_ = false;
    bool ended_ = false;
};

} // namespace vitrina::rehearsal
