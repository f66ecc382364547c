// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/StudioRig.hpp"

#include <boost/json.hpp>

#include <memory>
#include <string>
#include <vector>

namespace vitrina::test {

/// Plays the steps of a scenario file against a studio without engine, disk or server, and writes down what
/// came of each: records, effects, refusals; at the end how things stand. See tests/scenarios/README.md for
/// the steps.
class Scenario {
  public:
    std::vector<std::string> play(const boost::json::array& steps);

  private:
    void step(const boost::json::object& step);
    void command(const std::string& what, const boost::json::object& step);
    bool editScenes(const std::string& what, const boost::json::object& step);
    bool edit(const std::string& what, const boost::json::object& step);
    bool onPicture(const std::string& what, const boost::json::object& step);
    bool fromOutside(const std::string& what, const boost::json::object& step);
    bool fromServer(const std::string& what, const boost::json::object& step);
    void take(const boost::json::object& step);
    stage::StartCountdown countdown(const boost::json::object& step) const;
    void kill(const boost::json::object& step);
    std::string timers() const;
    void writeDown();
    void writeStanding();

    std::unique_ptr<StudioRig> rig_ = std::make_unique<StudioRig>();
    std::int64_t at_ = 0;
    control::Take seen_; ///< what the host saw before the last take
    int orders_ = 0;
    std::vector<std::string> lines_;
};

} // namespace vitrina::test
