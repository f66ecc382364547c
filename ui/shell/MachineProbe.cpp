// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MachineProbe.hpp"

#include <QElapsedTimer>
#include <QTimer>

#include <sys/resource.h>
#include <sys/statvfs.h>

namespace vitrina::ui {
namespace {

constexpr int intervalMs = 2000;

double seconds(const timeval& time) {
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

/// This process; its children are counted once they have ended, so a running server is not in it.
double cpuSeconds() {
    rusage usage{};
    return getrusage(RUSAGE_SELF, &usage) == 0 ? seconds(usage.ru_utime) + seconds(usage.ru_stime) : 0.0;
}

std::int64_t freeBytes(const QString& folder) {
    struct statvfs info {};
    if (folder.isEmpty() || statvfs(folder.toUtf8().constData(), &info) != 0)
        return -1;
    return std::int64_t(info.f_bavail) * std::int64_t(info.f_frsize);
}

} // namespace

MachineProbe::MachineProbe(QString recordFolder, QObject* parent) : QObject(parent) {
    auto* timer = new QTimer;
    timer->setInterval(intervalMs);
    timer->moveToThread(&thread_);
    QElapsedTimer since;
    since.start();
    connect(
        timer, &QTimer::timeout, timer,
        [this, folder = std::move(recordFolder), since, before = cpuSeconds()]() mutable {
            const double now = cpuSeconds();
            const double span = double(since.restart()) / 1000.0;
            emit measured({span > 0.0 ? 100.0 * (now - before) / span : -1.0, freeBytes(folder)});
            before = now;
        },
        Qt::DirectConnection);
    connect(&thread_, &QThread::started, timer, qOverload<>(&QTimer::start));
    connect(&thread_, &QThread::finished, timer, &QObject::deleteLater);
    thread_.start(QThread::LowPriority);
}

MachineProbe::~MachineProbe() {
    thread_.quit();
    thread_.wait();
}

} // namespace vitrina::ui
