// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rehearsal/Audience.hpp"
#include "studio/Options.hpp"
#include "studio/Script.hpp"

#include <memory>
#include <vector>

namespace vitrina::studio {

class Studio;

/// What a show needs to run without a hand on it: it goes live, plays the script, lets simulated viewers in.
/// Used by the unattended show and by --go-live, --script, --viewers beside a person at the window.
class HandsFree {
  public:
    HandsFree(Studio& studio, const Options& options, std::vector<ScriptStep> script);
    ~HandsFree();

    /// Call when the studio is ready. A run that is live already (resumed) goes on where it was, without the
    /// script.
    Result<void> goLive();
    int refusals() const { return player_ ? player_->refusals() : 0; }
    rehearsal::Audience* audience() { return audience_.get(); }

    /// The steps of --script, of the demo with --demo, or none.
    static Result<std::vector<ScriptStep>> scriptOf(const Options& options);

  private:
    Studio& studio_;
    int viewers_;
    std::vector<ScriptStep> script_;
    std::unique_ptr<ScriptPlayer> player_;
    std::unique_ptr<rehearsal::Audience> audience_;
};

} // namespace vitrina::studio
