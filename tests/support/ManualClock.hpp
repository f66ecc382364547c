// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"

#include <string>
#include <utility>

namespace vitrina::test {

/// Time that moves only when told to.
class ManualClock final : public Clock {
  public:
    explicit ManualClock(std::string bootName = "boot-1") : boot(std::move(bootName)) {}
    Instant now() const override { return at; }
    std::string bootId() const override { return boot; }
    void advance(std::int64_t ms) { at = {at.wallMs + ms, at.monoMs + ms}; }

    Instant at{1'792'000'000'000, 1'000'000};
    std::string boot;
};

} // namespace vitrina::test
