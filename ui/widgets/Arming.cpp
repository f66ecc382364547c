// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Arming.hpp"

namespace vitrina::ui {

Arming::Arming(int timeoutMs, QObject* parent) : QObject(parent), seconds_(timeoutMs / 1000) {
    second_.setInterval(1000);
    connect(&second_, &QTimer::timeout, this, [this] {
        if (--secondsLeft_ <= 0)
            second_.stop();
        emit changed();
    });
}

bool Arming::press() {
    if (isArmed()) {
        disarm();
        return true;
    }
    secondsLeft_ = seconds_;
    second_.start();
    emit changed();
    return false;
}

void Arming::disarm() {
    if (!isArmed())
        return;
    secondsLeft_ = 0;
    second_.stop();
    emit changed();
}

} // namespace vitrina::ui
