// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"

#include <cstdint>
#include <vector>

namespace vitrina::stage {

/// How much later one source hears the same clap than another. Pure.
struct ClapDifference {
    int count = 0;    ///< claps both have heard
    int ms = 0;       ///< the median of what lies between; below zero: it hears it earlier
    int spreadMs = 0; ///< between the smallest and the largest of them

    bool operator==(const ClapDifference&) const = default;
};

/// Collects the claps of two sources, in any order, and pairs them: each with the nearest one of the other,
/// within two seconds. A clap only one has heard is left out.
class ClapPairs {
  public:
    ClapPairs(SourceId early, SourceId late) : early_(std::move(early)), late_(std::move(late)) {}
    /// False when it is a clap of neither.
    bool heard(const SourceId& source, std::int64_t atUs);
    ClapDifference difference() const;
    int heardEarly() const { return int(earlyUs_.size()); }
    int heardLate() const { return int(lateUs_.size()); }

  private:
    SourceId early_; ///< the microphone
    SourceId late_;  ///< the camera
    std::vector<std::int64_t> earlyUs_;
    std::vector<std::int64_t> lateUs_;
};

} // namespace vitrina::stage
