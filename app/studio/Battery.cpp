// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/Battery.hpp"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <cmath>
#include <utility>

namespace vitrina::studio {
namespace {

constexpr int everyMs = 30'000;
constexpr uint discharging = 2; // UPower's Device.State

const QString service = QStringLiteral("org.freedesktop.UPower");
const QString device = QStringLiteral("/org/freedesktop/UPower/devices/DisplayDevice");
const QString properties = QStringLiteral("org.freedesktop.DBus.Properties");

} // namespace

Battery::Battery(QDBusConnection system, QObject* parent) : QObject(parent), system_(std::move(system)) {
    timer_.setInterval(everyMs);
    connect(&timer_, &QTimer::timeout, this, &Battery::look);
}

void Battery::start() {
    system_.connect(service, device, properties, QStringLiteral("PropertiesChanged"), this, SLOT(look()));
    timer_.start();
    look();
}

void Battery::look() {
    QDBusMessage call = QDBusMessage::createMethodCall(service, device, properties, QStringLiteral("GetAll"));
    call.setArguments({QStringLiteral("org.freedesktop.UPower.Device")});
    auto* watcher = new QDBusPendingCallWatcher(system_.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        const QDBusPendingReply<QVariantMap> reply = *done;
        if (!reply.isError()) // else: no UPower here, which is no news
            take(reply.value());
    });
}

void Battery::take(const QVariantMap& said) {
    const double percent = said.value(QStringLiteral("Percentage")).toDouble();
    const bool used = said.value(QStringLiteral("IsPresent")).toBool() &&
                      said.value(QStringLiteral("State")).toUInt() == discharging;
    const bool nowLow = used && percent <= (low_ ? goodPercent : lowPercent);
    if (std::exchange(low_, nowLow) == nowLow)
        return;
    if (nowLow)
        emit low(int(std::lround(percent)));
    else
        emit good();
}

} // namespace vitrina::studio
