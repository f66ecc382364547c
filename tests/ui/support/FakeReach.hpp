// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Reach.hpp"

#include <optional>
#include <string>
#include <utility>

namespace vitrina::test {

/// Remembers what the window asked, and says what the test wants it to.
class FakeReach final : public control::ReachPort {
  public:
    const control::Reach& reach() const override { return now; }
    void letPhonesIn(bool on) override {
        now.phones = on;
        emit changed();
    }
    void pair(const std::string& with, Done then) override {
        code = with;
        done = std::move(then);
    }
    void forgetServer() override {
        forgotten = true;
        now.nextTime.clear();
        emit changed();
    }
    void moveShow(bool away) override {
        movedAway = away;
        now.movingPercent = 0;
        now.moveError = {};
        emit changed();
    }
    void cancelMove() override {
        now.movingPercent = -1;
        emit changed();
    }
    /// Phones are in.
    void letIn() {
        now.phones = true;
        now.url = "https://192.168.1.20:8443/";
        now.fingerprint =
            "3F:1A:9C:00:52:7E:D4:88:21:B0:6F:CD:13:94:A7:5E:E2:0B:71:4D:98:36:FA:C5:0D:64:8F:B9:2A:E7:53:10";
        now.words = "hovalo dabeki nazomi tarevo gisuno palefa";
        now.phonesError = {};
        emit changed();
    }

    control::Reach now;
    std::string code;
    Done done;
    bool forgotten = false;
    std::optional<bool> movedAway;
};

} // namespace vitrina::test
