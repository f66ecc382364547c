// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/View.hpp"
#include "ui/theme/Theme.hpp"
#include "ui/widgets/Button.hpp"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace vitrina::ui {

/// Between the monitors: how to change over, and the three ways to do it. Take stands lowest and is the
/// largest.
class TakeColumn final : public QWidget {
    Q_OBJECT

  public:
    TakeColumn(const Theme& theme, QWidget* parent = nullptr);
    void present(const View& view);
    void setCompact(bool compact);
    Button& take() { return *take_; }

  signals:
    void taken();
    void cutPressed();
    void autoPressed();
    void transitionChosen(const vitrina::stage::Transition& transition);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void choose();
    void showKeys(const Keys& keys);

    const Theme& theme_;
    QComboBox* kind_;
    QSpinBox* duration_;
    Button* auto_;
    Button* cut_;
    Button* take_;
};

} // namespace vitrina::ui
