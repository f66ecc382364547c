// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace vitrina::ui {

/// Guards what can't be done by a slip of the hand: the first press arms and counts down, a second within the
/// time does it. GUI thread.
class Arming final : public QObject {
    Q_OBJECT

  public:
    explicit Arming(int timeoutMs, QObject* parent = nullptr);

    /// True: armed before, so it is to be done now, and nothing is armed any more.
    bool press();
    void disarm();
    bool isArmed() const { return secondsLeft_ > 0; }
    int secondsLeft() const { return secondsLeft_; }

  signals:
    void changed();

  private:
    int seconds_;
    int secondsLeft_ = 0;
    QTimer second_;
};

} // namespace vitrina::ui
