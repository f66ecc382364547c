// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/UnattendedShow.hpp"

#include "base/Log.hpp"
#include "insight/Summary.hpp"
#include "studio/ProcessFigures.hpp"
#include "studio/Studio.hpp"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

#include <algorithm>

namespace vitrina::studio {

using std::chrono::milliseconds;
using std::chrono::seconds;

UnattendedShow::UnattendedShow(Studio& studio, const Options& options, std::vector<ScriptStep> script,
                               std::function<void(const QString&)> photographStudio, QObject* parent)
    : QObject(parent), studio_(studio), options_(options), photographStudio_(std::move(photographStudio)),
      handsFree_(studio, options, std::move(script)) {
    look_.setInterval(50);
    connect(&look_, &QTimer::timeout, this, &UnattendedShow::look);
    control::Dispatcher& dispatcher = studio_.dispatcher();
    connect(&dispatcher, &control::Dispatcher::statsMeasured, this,
            [this](const engine::StatsMeasured& stats) {
                latestStats_ = stats;
                if (step_ == Step::OnAir && statsSinceLive_++ == 0)
                    figures_.atStart = stats;
            });
    connect(&dispatcher, &control::Dispatcher::takeConfirmed, this,
            [this](const AiredId&, qint64 microseconds) {
                if (step_ == Step::OnAir)
                    figures_.takesUs.push_back(microseconds);
            });
}

UnattendedShow::~UnattendedShow() {
    if (leaving_.joinable())
        leaving_.join();
}

void UnattendedShow::start() {
    QDir().mkpath(options_.outFolder + QStringLiteral("/screenshots"));
    enter(Step::GettingReady, seconds(60));
    look_.start();
}

void UnattendedShow::enter(Step step, milliseconds deadline) {
    step_ = step;
    stepSinceMs_ = studio_.dispatcher().clock().now().monoMs;
    stepDeadlineMs_ = stepSinceMs_ + deadline.count();
}

void UnattendedShow::look() {
    const control::State& state = studio_.dispatcher().state();
    const std::int64_t now = studio_.dispatcher().clock().now().monoMs;
    if (now > stepDeadlineMs_ && step_ != Step::Done)
        return giveUp(QStringLiteral("step %1 took too long").arg(int(step_)));
    switch (step_) {
    case Step::GettingReady: {
        // Cameras that are not there yet do not hold the show up for ever: a listener may wait for its phone.
        const bool allLive = std::ranges::all_of(state.setUp.sources, [&](const stage::Source& source) {
            const auto held = state.stage.sources.find(source.id);
            return held != state.stage.sources.end() && held->second.health == stage::SourceHealth::Live;
        });
        if (studio_.isReady() && (allLive || now - stepSinceMs_ > 8000))
            goLive();
        break;
    }
    case Step::OnAir:
        if (state.run.phase == show::RunPhase::Ended ||
            (options_.forSeconds > 0 && double(now - liveSinceMs_) >= options_.forSeconds * 1000.0))
            measured();
        break;
    case Step::AudienceLeaving:
        if (answers_)
            audienceLeft();
        break;
    case Step::Ending:
        if (studio_.isQuiet())
            count();
        break;
    case Step::None:
    case Step::Photographing:
    case Step::Counting:
    case Step::Done:
        break;
    }
}

void UnattendedShow::goLive() {
    figures_.startMs = studio_.readyAfterMs();
    stalls_ = std::make_unique<StallMeter>();
    if (const auto live = handsFree_.goLive(); !live)
        return giveUp(
            QStringLiteral("going live was refused: %1").arg(QString::fromStdString(live.error().detail)));
    liveSinceMs_ = studio_.dispatcher().clock().now().monoMs;
    enter(Step::OnAir, options_.forSeconds > 0 ? milliseconds(qint64(options_.forSeconds * 1000) + 30'000)
                                               : std::chrono::hours(24));
}

void UnattendedShow::measured() {
    figures_.atEnd = latestStats_;
    figures_.canvas = studio_.dispatcher().state().setUp.canvas;
    const double on = double(studio_.dispatcher().clock().now().monoMs - liveSinceMs_) / 1000.0;
    const double late = double(figures_.atEnd.framesLagged - figures_.atStart.framesLagged);
    const double spanSeconds = std::max(1.0, double(statsSinceLive_ - 1)); // stats come once a second
    figures_.fps =
        statsSinceLive_ > 1
            ? (double(figures_.atEnd.framesTotal - figures_.atStart.framesTotal) - late) / spanSeconds
            : 0.0;
    figures_.rssMb = residentMb();
    figures_.stallP99Ms = stalls_->percentileMs(0.99);
    figures_.stallMaxMs = stalls_->maxMs();
    figures_.refusals = handsFree_.refusals();
    stalls_.reset();
    logInfo("unattended", "measured " + std::to_string(on) + " s on air");
    enter(Step::AudienceLeaving, seconds(25));
    rehearsal::Audience* audience = handsFree_.audience();
    if (!audience) {
        answers_ = rehearsal::AudienceCounts{};
        return;
    }
    leaving_ = std::thread([this, audience] {
        const rehearsal::AudienceCounts counts = audience->stop(seconds(15));
        QMetaObject::invokeMethod(
            this, [this, counts] { answers_ = counts; }, Qt::QueuedConnection);
    });
}

void UnattendedShow::audienceLeft() {
    if (leaving_.joinable())
        leaving_.join();
    figures_.byClients = {answers_->messages, answers_->orders, answers_->units, answers_->gmvMinor};
    if (answers_->unanswered > 0)
        logWarning("unattended",
                   std::to_string(answers_->unanswered) + " acts of viewers were never answered");
    enter(Step::Photographing, seconds(60));
    photograph();
}

void UnattendedShow::photograph() {
    photographStudio_(options_.outFolder + QStringLiteral("/screenshots/studio.png"));
    if (options_.pageShotsTool.isEmpty())
        return endShow();
    photographPage();
}

void UnattendedShow::photographPage() {
    auto* tool = new QProcess(this);
    tool->setProcessChannelMode(QProcess::ForwardedChannels);
    connect(tool, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            logWarning("unattended",
                       "the page could not be photographed: " + options_.pageShotsTool.toStdString());
            endShow();
        }
    });
    connect(tool, &QProcess::finished, this, [this](int exitCode) {
        if (exitCode != 0)
            logWarning("unattended", "photographing the page failed");
        endShow();
    });
    tool->start(options_.pageShotsTool, {QString::fromStdString(studio_.dispatcher().state().pageUrl),
                                         options_.outFolder + QStringLiteral("/screenshots")});
}

void UnattendedShow::endShow() {
    figures_.viewerUrl = QString::fromStdString(studio_.dispatcher().state().pageUrl);
    figures_.viewersPeak = studio_.dispatcher().state().audience.peak;
    enter(Step::Ending, seconds(30));
    if (studio_.dispatcher().state().run.phase == show::RunPhase::Ended)
        return;
    if (const auto ended = studio_.dispatcher().dispatch(show::EndShow{}); !ended)
        giveUp(QStringLiteral("ending was refused: %1").arg(QString::fromStdString(ended.error().detail)));
}

void UnattendedShow::count() {
    enter(Step::Counting, seconds(30));
    studio_.readTally([this](const Result<Studio::Tally>& tally) {
        if (!tally)
            return giveUp(QStringLiteral("the server's tables can't be counted: %1")
                              .arg(QString::fromStdString(tally.error().detail)));
        figures_.byServer = tally->count;
        figures_.oversold = tally->oversold;
        compare();
    });
}

/// With the third count, the report's.
void UnattendedShow::compare() {
    const QString report = options_.outFolder + QStringLiteral("/report.html");
    studio_.makeReport(this, report, [this](const Result<insight::Summary>& summary) {
        if (!summary)
            return giveUp(QString::fromStdString(summary.error().detail));
        figures_.byReport = {summary->messages, summary->orders, summary->units, summary->gmv.minor};
        figures_.currency = QString::fromStdString(summary->gmv.currency);
        if (options_.viewers == 0)
            figures_.byClients = figures_.byServer; // Real people were the clients: nobody asked them.
        write();
    });
}

void UnattendedShow::write() {
    figures_.recording = QString::fromStdString(studio_.recordingPath());
    QFile file(options_.outFolder + QStringLiteral("/summary.json"));
    const QByteArray json = QJsonDocument(figures_.toJson()).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.flush())
        return giveUp(QStringLiteral("summary.json can't be written"));
    const QStringList wrong = figures_.contradictions();
    for (const QString& line : wrong)
        logError("unattended", line.toStdString());
    step_ = Step::Done;
    look_.stop();
    emit finished(wrong.isEmpty() ? 0 : 1);
}

void UnattendedShow::giveUp(const QString& why) {
    if (step_ == Step::Done)
        return;
    logError("unattended", why.toStdString());
    step_ = Step::Done;
    look_.stop();
    emit finished(2);
}

} // namespace vitrina::studio
