// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.hpp"

#include <QLabel>

namespace vitrina::ui {

/// A name: elided at its end when there is no room, then with the whole of it as tool tip.
class ElidedLabel final : public QLabel {
    Q_OBJECT

  public:
    ElidedLabel(int pixels, int weight, const QColor& color, QWidget* parent = nullptr);
    void setFullText(const QString& text);
    const QString& fullText() const { return full_; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void elide();

    QString full_;
};

/// A label in one of the theme's sizes and colours; never narrower than its text.
QLabel* plainLabel(const QString& text, int pixels, int weight, const QColor& color,
                   QWidget* parent = nullptr);
void setLabelColor(QLabel& label, const QColor& color);

/// A small word over a figure, as in the show bar. The figure is tabular; room is kept for the widest one
/// told of.
class StatLabel final : public QWidget {
    Q_OBJECT

  public:
    StatLabel(const Theme& theme, const QString& label, QWidget* parent = nullptr);
    void setCompact(bool compact);
    void setLabel(const QString& label);
    /// `stale`: the last value that was known, shown with a clock.
    void setFigure(const QString& figure, bool stale = false);
    /// "+1:41 over" behind the figure; `showWords` false leaves the word off but never the figure.
    void setSuffix(const QString& figure, const QString& words, const QColor& color);
    void setShowWords(bool show);
    void reserveFor(const QString& figure);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QString figure() const { return figure_; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QFont figureFont() const;
    QString suffix() const;
    void describe();

    const Theme& theme_;
    QString label_;
    QString figure_;
    QString reserved_;
    QString suffixFigure_;
    QString suffixWords_;
    QColor suffixColor_;
    bool stale_ = false;
    bool showWords_ = true;
    bool compact_ = false;
};

} // namespace vitrina::ui
