// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "control/Dispatcher.hpp"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <vector>

namespace vitrina::studio {

/// One line of a script: at so many seconds after going live, do what a key does.
struct ScriptStep {
    double atSeconds = 0.0;
    QString verb;     ///< take take_cut cut auto next_up next_down preview card mute unmute stop_selling sell
                      ///< slate (on, off) stop_product sell_product hide_chat show_chat end
    QString argument; ///< scene or source name for preview, mute, unmute; on/off for card
    bool operator==(const ScriptStep&) const = default;
};

/// A JSON array of {"at": seconds, "do": verb, "with": argument}. BadFormat names the line that is wrong.
Result<std::vector<ScriptStep>> readScript(const QByteArray& json);

/// The command a step stands for in the present state; UnknownScene, UnknownSource or BadFormat when there is
/// none.
Result<control::Command> commandFor(const ScriptStep& step, const control::State& state);

/// Plays a script into the dispatcher, as a hand on the keys would. A refused step is logged and counted.
class ScriptPlayer final : public QObject {
    Q_OBJECT

  public:
    ScriptPlayer(control::Dispatcher& dispatcher, std::vector<ScriptStep> steps, QObject* parent = nullptr);
    void start();
    int refusals() const { return refusals_; }

  private:
    void playDue();

    control::Dispatcher& dispatcher_;
    std::vector<ScriptStep> steps_;
    std::size_t next_ = 0;
    std::int64_t startedMs_ = 0;
    int refusals_ = 0;
    QTimer timer_;
};

} // namespace vitrina::studio
