// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/Order.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vitrina::server {

/// Tells a repetition from another wish under the same key. FNV-1a: a person can only deceive himself with
/// it.
class Hash {
  public:
    void mix(std::string_view text) {
        for (const char c : text)
            hash_ = (hash_ ^ static_cast<unsigned char>(c)) * prime;
        hash_ = (hash_ ^ 0xffu) * prime; // 0xff is in no UTF-8 text: fields can't run together
    }
    void mix(const std::vector<commerce::OrderLine>& lines) {
        for (const auto& line : lines) {
            mix(line.sku.value);
            mix(std::to_string(line.quantity));
            mix(std::to_string(line.unitMinor));
            mix(line.offer.value);
        }
    }
    std::int64_t value() const { return static_cast<std::int64_t>(hash_); }

  private:
    static constexpr std::uint64_t prime = 0x100000001b3u;
    std::uint64_t hash_ = 0xcbf29ce484222325u;
};

/// By what an order is found that is sent again. The upper half is the viewer's: what one of them orders lies
/// together in the index.
inline std::int64_t wishOf(std::string_view viewer, std::string_view key) {
    Hash who;
    who.mix(viewer);
    Hash what;
    what.mix(key);
    const auto upper = static_cast<std::uint64_t>(who.value()) & ~std::uint64_t{0xffffffffu};
    return static_cast<std::int64_t>(upper | (static_cast<std::uint64_t>(what.value()) >> 32));
}

} // namespace vitrina::server
