// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Strips.hpp"
#include "ui/theme/Theme.hpp"
#include "ui/widgets/Art.hpp"

#include <QTimer>
#include <QWidget>

namespace vitrina::ui {

/// The block below a monitor: picture, state, name, price, time and stock. A refusal takes the name's place
/// for 3 s.
class InfoStrip final : public QWidget {
    Q_OBJECT

  public:
    InfoStrip(const Theme& theme, Art& art, QWidget* parent = nullptr);
    void setCompact(bool compact);
    void setContent(const StripContent& content);
    const StripContent& content() const { return content_; }
    void showRefusal(const QString& sentence);
    const QString& refusal() const { return refusal_; }
    /// What must not be cut takes this much; the test that nothing is clipped asks for it.
    int figuresWidth() const;

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Block {
        QString label, figure, hint;
        int pixels = 0;
        int width = 0;
    };
    /// Under the figures stand hints, in large windows and where there is room for them.
    bool hintsFit() const;
    int widthNeeded(bool hints) const;
    Block timeBlock(bool hints) const;
    Block stockBlock(bool hints) const;
    QColor timeColor() const;
    void paintEmpty(QPainter& painter) const;
    void paintItem(QPainter& painter) const;
    void paintWords(QPainter& painter, int left, int right) const;
    void paintBlock(QPainter& painter, const Block& block, const QRect& rect, const QColor& label,
                    const QColor& figure) const;
    void paintStock(QPainter& painter, const Block& block, const QRect& rect) const;
    void paintWas(QPainter& painter, const QRectF& line) const;
    void paintOffer(QPainter& painter, const QRectF& line) const;
    void paintRefusal(QPainter& painter) const;
    void paintCue(QPainter& painter, int right) const;
    void describe();

    const Theme& theme_;
    Art& art_;
    StripContent content_;
    QString refusal_;
    QTimer refusalEnds_;
    bool compact_ = false;
};

} // namespace vitrina::ui
