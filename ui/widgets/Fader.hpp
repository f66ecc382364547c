// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.hpp"

#include <QAbstractSlider>

namespace vitrina::ui {

/// A volume fader from −60 to +6 dB in tenths, with a notch at 0 dB. A double click goes to 0 dB, arrow keys
/// move it by half a decibel. Moving it by program does not emit.
class Fader final : public QAbstractSlider {
    Q_OBJECT

  public:
    Fader(const Theme& theme, const QString& name, QWidget* parent = nullptr);
    void showDb(double db);
    /// Whose volume it is, for who can't see it.
    void setName(const QString& name);
    double db() const { return value() / 10.0; }
    static QString dbText(double db);
    QSize sizeHint() const override { return {84, 20}; }
    QSize minimumSizeHint() const override { return {60, 20}; }

  signals:
    /// The person moved it.
    void dbChosen(double db);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

  private:
    int handleX(int value) const;
    int valueAt(int x) const;
    void describe();

    const Theme& theme_;
    QString name_;
    bool byProgram_ = false;
};

} // namespace vitrina::ui
