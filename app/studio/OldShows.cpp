// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/OldShows.hpp"

#include "base/Log.hpp"

#include <QDir>
#include <QProcess>

namespace vitrina::studio {

namespace {

constexpr int lookMs = 100;
constexpr int alreadyServed = 3; ///< exit code: another studio has that show open

} // namespace

OldShows::OldShows(QString program, QString folder, QString served) {
    thread_.setMaxThreadCount(1);
    thread_.setThreadPriority(QThread::LowestPriority);
    thread_.start([this, program = std::move(program), folder = std::move(folder),
                   served = std::move(served)] { sweep(program, folder, served); });
}

OldShows::~OldShows() {
    stopping_ = true;
    thread_.waitForDone();
}

void OldShows::sweep(const QString& program, const QString& folder, const QString& served) {
    for (const QString& name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (name == served)
            continue;
        QProcess process;
        process.start(
            program, {QStringLiteral("--sweep"), QStringLiteral("--data"), folder + QLatin1Char('/') + name});
        while (!stopping_ && !process.waitForFinished(lookMs) && process.state() != QProcess::NotRunning) {
        }
        if (stopping_) {
            process.kill();
            process.waitForFinished();
            return;
        }
        if (process.exitStatus() != QProcess::NormalExit ||
            (process.exitCode() != 0 && process.exitCode() != alreadyServed))
            logWarning("studio", "buyers of a past show are not erased in time: " + name.toStdString() +
                                     ": " + process.readAllStandardError().toStdString());
    }
}

} // namespace vitrina::studio
