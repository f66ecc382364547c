// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "control/State.hpp"
#include "ui/dialogs/Dialog.hpp"

#include <QTime>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace vitrina::ui {

/// How long a countdown runs, as typed: "5" is five minutes, "1:30" a minute and a half, "19:00" with `clock`
/// the time of day. Nothing when it is no such time.
std::optional<std::int64_t> countdownMs(const QString& typed);
std::optional<QTime> clockTime(const QString& typed);

/// Starts a countdown: for so long or until a time of day, on a plate of its own or on the card of the item
/// that is on air.
class CountdownDialog final : public Dialog {
    Q_OBJECT

  public:
    CountdownDialog(const Theme& theme, const control::State& state, Instant now, QWidget* parent = nullptr);
    /// What has been typed, from `now` on; nothing while it can't be used.
    std::optional<stage::StartCountdown> command(Instant now) const;

    QLineEdit& time() { return *time_; }

  private:
    void say();

    Instant opened_;
    AiredId aired_; ///< of the product on air; empty: none
    QLineEdit* time_;
    QLineEdit* title_;
    QCheckBox* clock_;
    QCheckBox* card_;
    QLabel* said_;
    Button* start_ = nullptr;
};

} // namespace vitrina::ui
