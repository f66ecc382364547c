// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/Dialog.hpp"

#include <QString>

#include <cstdint>

namespace vitrina::ui {

/// Where the unfinished run stood when Vitrina was last heard of.
struct UnfinishedRun {
    QString showTitle;
    int itemNumber = 0; ///< 0: nothing had been taken
    QString itemTitle;
    std::int64_t lastWallMs = 0;
    bool live = false;
};

/// Asked before the window opens, when the last run was not ended in order. accepted(): resume; rejected():
/// start anew. Closing it by Esc or the window's button is neither: choice() stays None and nothing may be
/// opened.
class ResumeDialog final : public Dialog {
    Q_OBJECT

  public:
    enum class Choice { None, Resume, StartAnew };

    ResumeDialog(const Theme& theme, const UnfinishedRun& run, QWidget* parent = nullptr);
    Choice choice() const { return choice_; }

  private:
    Choice choice_ = Choice::None;
};

} // namespace vitrina::ui
