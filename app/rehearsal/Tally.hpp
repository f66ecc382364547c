// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rehearsal/Audience.hpp"

#include <mutex>
#include <set>
#include <string>

namespace vitrina::rehearsal {

/// What all viewers together were answered. Written on the audience's thread, read on any.
class Tally {
  public:
    void joined(bool firstTime);
    void left();
    void reconnected();
    void messageAccepted();
    void orderAccepted(const std::string& number, std::int64_t units, std::int64_t totalMinor);
    void refused(const std::string& error);
    void unanswered();
    void fragments(std::int64_t received, std::int64_t gaps);
    AudienceCounts counts() const;

  private:
    mutable std::mutex mutex_;
    AudienceCounts counts_;
    std::set<std::string> numbers_;
};

} // namespace vitrina::rehearsal
