// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/HandsFree.hpp"
#include "studio/Options.hpp"
#include "studio/ShowFigures.hpp"
#include "studio/StallMeter.hpp"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <thread>

class QProcess;

namespace vitrina::studio {

class Studio;

/// Runs a show without a person: waits until it is ready, goes live, plays the script, lets the simulated
/// viewers in, measures, takes the screenshots after the measured part, ends the show, counts three ways and
/// writes summary.json and report.html. Each step waits for its condition with a deadline; a show that can't
/// be run ends with an error.
class UnattendedShow final : public QObject {
    Q_OBJECT

  public:
    /// `photographStudio` saves a picture of the window as PNG under the path it is given.
    UnattendedShow(Studio& studio, const Options& options, std::vector<ScriptStep> script,
                   std::function<void(const QString&)> photographStudio, QObject* parent = nullptr);
    ~UnattendedShow() override;
    void start();

  signals:
    /// 0: all is well; 1: the show ran but its counts differ or something was oversold; 2: it could not be
    /// run.
    void finished(int exitCode);

  private:
    enum class Step { None, GettingReady, OnAir, AudienceLeaving, Photographing, Ending, Counting, Done };

    void enter(Step step, std::chrono::milliseconds deadline);
    void look();
    void goLive();
    void measured();
    void audienceLeft();
    void photograph();
    void photographPage();
    void endShow();
    void count();
    void compare();
    void write();
    void giveUp(const QString& why);

    Studio& studio_;
    const Options& options_;
    std::function<void(const QString&)> photographStudio_;
    ShowFigures figures_;
    HandsFree handsFree_;
    std::unique_ptr<StallMeter> stalls_;
    std::optional<rehearsal::AudienceCounts> answers_;
    std::thread leaving_;
    Step step_ = Step::None;
    std::int64_t stepSinceMs_ = 0;
    std::int64_t stepDeadlineMs_ = 0;
    std::int64_t liveSinceMs_ = 0;
    engine::StatsMeasured latestStats_;
    int statsSinceLive_ = 0;
    QTimer look_;
};

} // namespace vitrina::studio
