// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace vitrina {

/// A moment on two clocks: the wall (for people and files) and the monotonic one (for durations).
struct Instant {
    std::int64_t wallMs = 0; ///< ms since 1970-01-01 UTC
    std::int64_t monoMs = 0; ///< ms of CLOCK_MONOTONIC; comparable only within one boot

    bool operator==(const Instant&) const = default;
};

/// The time as a port, so that decide() and the stores can be tested with a clock of their own.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    /// Names the boot in which monoMs is valid.
    virtual std::string bootId() const = 0;
};

class SystemClock final : public Clock {
  public:
    Instant now() const override;
    std::string bootId() const override;
};

} // namespace vitrina
