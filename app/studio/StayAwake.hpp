// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QString>

#include <cstdint>
#include <optional>

namespace vitrina::studio {

/// Holds off the screen lock (org.freedesktop.ScreenSaver) and sleep (org.freedesktop.login1) while a show is
/// on. A machine that knows neither is asked in vain, said once in the log, and the show goes on. GUI thread;
/// every call to the bus is asynchronous.
class StayAwake final : public QObject {
    Q_OBJECT

  public:
    StayAwake(QDBusConnection session, QDBusConnection system, QObject* parent = nullptr);
    ~StayAwake() override;

    /// Asked again with the same answer it does nothing. `why` is shown by desktops that list who holds them.
    void hold(const QString& why);
    void release();

    bool screenHeld() const { return cookie_.has_value(); }
    bool sleepHeld() const { return lock_.isValid(); }

  private:
    void holdScreen(const QString& why);
    void holdSleep(const QString& why);
    void letScreenGo(std::uint32_t cookie);

    QDBusConnection session_;
    QDBusConnection system_;
    bool wanted_ = false;
    std::optional<std::uint32_t> cookie_;
    QDBusUnixFileDescriptor lock_; ///< closing it lets the machine sleep, so a crash does as well
};

} // namespace vitrina::studio
