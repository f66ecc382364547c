// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

namespace vitrina::ui {

/// A line of words and figures that changes each second. Drawn in tabular figures into the place it has: a
/// countdown neither dances nor lays its window out anew. Cut at its end where there is no room, then with
/// the whole of it as tool tip.
class FigureLine final : public QWidget {
    Q_OBJECT

  public:
    FigureLine(int pixels, int weight, QWidget* parent = nullptr);
    void setLine(const QString& line, const QColor& color);
    const QString& line() const { return line_; }
    const QColor& color() const { return color_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    bool cut() const;

    QString line_;
    QColor color_;
};

} // namespace vitrina::ui
