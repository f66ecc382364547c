// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rehearsal/Tally.hpp"

#include <algorithm>

namespace vitrina::rehearsal {

void Tally::joined(bool firstTime) {
    const std::lock_guard lock(mutex_);
    counts_.joined += firstTime ? 1 : 0;
    counts_.watchingPeak = std::max(counts_.watchingPeak, ++counts_.watching);
}

void Tally::left() {
    const std::lock_guard lock(mutex_);
    --counts_.watching;
}

void Tally::reconnected() {
    const std::lock_guard lock(mutex_);
    ++counts_.reconnects;
}

void Tally::messageAccepted() {
    const std::lock_guard lock(mutex_);
    ++counts_.messages;
}

void Tally::orderAccepted(const std::string& number, std::int64_t units, std::int64_t totalMinor) {
    const std::lock_guard lock(mutex_);
    if (!numbers_.insert(number).second) {
        ++counts_.repeatedNumbers;
        return;
    }
    ++counts_.orders;
    counts_.units += units;
    counts_.gmvMinor += totalMinor;
}

void Tally::refused(const std::string& error) {
    const std::lock_guard lock(mutex_);
    ++counts_.refusals[error];
}

void Tally::unanswered() {
    const std::lock_guard lock(mutex_);
    ++counts_.unanswered;
}

void Tally::fragments(std::int64_t received, std::int64_t gaps) {
    const std::lock_guard lock(mutex_);
    counts_.videoFragments += received;
    counts_.videoGaps += gaps;
}

AudienceCounts Tally::counts() const {
    const std::lock_guard lock(mutex_);
    return counts_;
}

} // namespace vitrina::rehearsal
