// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QTimer>
#include <QVariantMap>

namespace vitrina::studio {

/// How the machine is fed, by UPower (org.freedesktop.UPower, its display device: all batteries as one). A
/// machine without a battery or without UPower says nothing. GUI thread; asked asynchronously.
class Battery final : public QObject {
    Q_OBJECT

  public:
    /// Low at or below lowPercent while it is being used up; good again when the charger is in, or above
    /// goodPercent, so that a figure that wavers does not warn again and again.
    static constexpr double lowPercent = 20.0;
    static constexpr double goodPercent = 25.0;

    explicit Battery(QDBusConnection system, QObject* parent = nullptr);
    void start(); ///< looks now and every 30 s, and whenever UPower says that something changed

  signals:
    void low(int percent); ///< once each time it becomes so
    void good();           ///< after low

  private slots:
    void look();

  private:
    void take(const QVariantMap& properties);

    QDBusConnection system_;
    QTimer timer_;
    bool low_ = false;
};

} // namespace vitrina::studio
