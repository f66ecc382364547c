// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/host/HostPage.hpp"

#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vitrina::ui {
namespace {

const QColor paper(0, 0, 0); // blacker than any panel: what it lights falls on the host
constexpr double frame = 6;
constexpr double nextTop = 634;
constexpr double side = 34;
constexpr double cueHeight = 66;
constexpr double selfHeight = 180;
constexpr double divide = 0.65; ///< of the width: words left, figures right

} // namespace

double arcMinutes(double units) {
    constexpr double unitMm = 299.0 / 720.0;
    return std::atan(units * unitMm / 2000.0) * 60.0 * 180.0 / std::numbers::pi;
}

QRect selfViewRect(QSize size, double aspect) {
    const double unit = size.height() / 720.0;
    const double width = selfHeight * aspect * unit;
    return QRectF(size.width() * divide - width - 16 * unit, (nextTop - selfHeight - 16) * unit, width,
                  selfHeight * unit)
        .toRect();
}

HostPage::HostPage(QPainter& painter, const Theme& theme, Art& art, Shown shown, QSize size)
    : painter_(painter), theme_(theme), art_(art), shown_(shown), content_(shown.content),
      unit_(size.height() / 720.0), width_(size.width() / unit_),
      top_(shown.content.air.cue.isEmpty() ? 0 : cueHeight) {}

void HostPage::draw() {
    painter_.fillRect(rect(0, 0, width_, 720), paper);
    const double right = width_ * divide;
    double below = top_ + 130;
    if (content_.air.filled)
        below = drawAir(right);
    else
        drawNothing(right);
    drawPoints(right, below);
    painter_.fillRect(rect(right, std::max(frame, top_), 2, nextTop - std::max(frame, top_)),
                      theme_.border.divider);
    drawTime(right + 2);
    drawStock(right + 2);
    drawNext();
    drawCue();
    drawFrame();
}

QRectF HostPage::rect(double x, double y, double width, double height) const {
    return {x * unit_, y * unit_, width * unit_, height * unit_};
}

QFont HostPage::face(double pixels, int weight) const {
    return uiFont(std::max(1, int(std::ceil(pixels * unit_))), weight);
}

/// Set smaller until it fits the width, but not below `least`; then it ends in an ellipsis.
void HostPage::words(const QString& text, QRectF where, double pixels, double least, int weight,
                     const QColor& ink, Qt::Alignment align) {
    double size = pixels;
    while (size > least && QFontMetricsF(face(size, weight)).horizontalAdvance(text) > where.width())
        size = std::max(least, size - 1);
    painter_.setFont(face(size, weight));
    painter_.setPen(ink);
    painter_.drawText(where, int(align | Qt::AlignVCenter | Qt::TextSingleLine),
                      QFontMetricsF(painter_.font()).elidedText(text, Qt::ElideRight, where.width()));
}

/// What is read while speaking: never smaller than can be read.
void HostPage::reading(const QString& text, QRectF where, double pixels, int weight, const QColor& ink,
                       Qt::Alignment align) {
    if (text.isEmpty())
        return;
    words(text, where, pixels, leastReading, weight, ink, align);
    smallest_ = std::min(smallest_, painter_.font().pixelSize() / unit_);
}

void HostPage::figures(const QString& text, const QRectF& where, double pixels, const QColor& ink) {
    double size = pixels;
    while (size > pixels / 3 && figuresWidth(face(size, 700), text) > where.width())
        size -= 2;
    painter_.setFont(face(size, 700));
    painter_.setPen(ink);
    drawFigures(painter_, where, Qt::AlignRight | Qt::AlignVCenter, text);
    smallest_ = std::min(smallest_, painter_.font().pixelSize() / unit_);
}

/// The filled word that says what the line is; returns where it ends.
double HostPage::badge(const QString& word, double x, double y, double height, const QColor& fill,
                       const QColor& ink) {
    painter_.setFont(face(height * 0.55, 700));
    const double width = QFontMetricsF(painter_.font()).horizontalAdvance(word) / unit_ + height * 0.8;
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(fill);
    painter_.drawRoundedRect(rect(x, y, width, height), 4 * unit_, 4 * unit_);
    painter_.setPen(ink);
    painter_.drawText(rect(x, y, width, height), Qt::AlignCenter, word);
    return x + width;
}

/// Across the top, above everything, until the host says that he has seen it. A long one is set in two lines.
void HostPage::drawCue() {
    if (content_.air.cue.isEmpty())
        return;
    painter_.fillRect(rect(0, 0, width_, cueHeight), theme_.accent.soft);
    painter_.fillRect(rect(0, cueHeight - 2, width_, 2), theme_.accent.fill);
    drawIcon(painter_, rect(side, cueHeight / 2 - 15, 30, 30), QStringLiteral("bell"), theme_.accent.text,
             theme_.accent.soft);
    const double moreWidth = width_ * 0.16;
    words(content_.cueMore, rect(width_ - side - moreWidth, 0, moreWidth, cueHeight), 24, 16, 500,
          theme_.text.secondary, Qt::AlignRight);
    const QRectF where = rect(side + 44, 2, width_ - 2 * side - 44 - moreWidth - 16, cueHeight - 4);
    if (QFontMetricsF(face(leastReading, 700)).horizontalAdvance(content_.air.cue) <= where.width())
        return reading(content_.air.cue, where, 36, 700, theme_.text.primary);
    QFont twoLines = face(leastReading, 700);
    painter_.setFont(twoLines);
    painter_.setPen(theme_.text.primary);
    QTextLayout layout(content_.air.cue, twoLines);
    layout.beginLayout();
    double y = 0;
    for (QTextLine line = layout.createLine(); line.isValid() && y < 2; line = layout.createLine(), ++y) {
        line.setLineWidth(where.width());
        const QString piece = y < 1 ? content_.air.cue.mid(line.textStart(), line.textLength()).trimmed()
                                    : content_.air.cue.mid(line.textStart());
        painter_.drawText(QRectF(where.left(), where.top() + y * 31 * unit_, where.width(), 31 * unit_),
                          int(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine),
                          QFontMetricsF(twoLines).elidedText(piece, Qt::ElideRight, where.width()));
    }
    layout.endLayout();
    smallest_ = std::min(smallest_, twoLines.pixelSize() / unit_);
}

/// Returns where the talking points may begin.
double HostPage::drawAir(double right) {
    const StripContent& air = content_.air;
    const QColor fill = content_.rehearsal ? theme_.accent.fill : theme_.air.fill;
    const double after = air.confirmed ? badge(air.word, side, top_ + 28, 36, fill, theme_.air.onFill)
                                       : badge(air.word, side, top_ + 28, 36, theme_.background.controlHover,
                                               theme_.text.primary);
    const double below = drawTitle(after + 16, right - 16, top_ + 22);
    if (air.price.isEmpty())
        return below + 26;
    drawPrice(right, below + 8);
    return below + 88;
}

/// In one line, in two where it is long.
double HostPage::drawTitle(double x, double right, double top) {
    const QString& title = content_.air.title;
    const double width = right - x;
    if (QFontMetricsF(face(leastReading, 700)).horizontalAdvance(title) <= width * unit_) {
        reading(title, rect(x, top, width, 48), 36, 700, theme_.text.primary);
        return top + 48;
    }
    QTextLayout layout(title, face(leastReading, 700));
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(width * unit_);
    layout.endLayout();
    reading(title.left(first.textLength()).trimmed(), rect(x, top, width, 48), leastReading, 700,
            theme_.text.primary);
    reading(title.mid(first.textLength()), rect(side, top + 42, right - side, 44), leastReading, 700,
            theme_.text.primary);
    return top + 86;
}

void HostPage::drawPrice(double right, double y) {
    const StripContent& air = content_.air;
    reading(air.price, rect(side, y, right - 2 * side, 60), 44, 700, theme_.text.primary);
    const double after = side + QFontMetricsF(painter_.font()).horizontalAdvance(air.price) / unit_ + 20;
    right = drawOffer(right, y);
    QFont struck = face(leastReading, 500);
    struck.setStrikeOut(true);
    if (air.was.isEmpty() || QFontMetricsF(struck).horizontalAdvance(air.was) / unit_ > right - side - after)
        return;
    painter_.setFont(struck);
    painter_.setPen(theme_.text.label);
    painter_.drawText(rect(after, y, right - after, 60), Qt::AlignVCenter | Qt::AlignLeft, air.was);
}

/// How long the price holds and for how many pieces, at the right end of its line; returns where that begins.
double HostPage::drawOffer(double right, double y) {
    const OfferLeft& offer = content_.air.offer;
    if (offer.empty())
        return right;
    const QString both = offer.both();
    const QFont type = face(36, 700);
    const double width = figuresWidth(type, both) / unit_;
    const double x = right - side - width;
    const QColor ink = offer.ending ? theme_.air.text : theme_.text.primary;
    drawIcon(painter_, rect(x - 42, y + 15, 30, 30), QStringLiteral("clock"), ink, paper);
    painter_.setFont(type);
    painter_.setPen(ink);
    drawFigures(painter_, rect(x, y, width, 60), Qt::AlignLeft | Qt::AlignVCenter, both);
    return x - 42;
}

void HostPage::drawNothing(double right) {
    reading(content_.air.emptyTitle, rect(side, top_ + 26, right - 2 * side, 52), 40, 700,
            theme_.text.secondary);
    words(content_.air.emptyHint, rect(side, top_ + 82, right - 2 * side, 36), 24, 16, 500,
          theme_.text.secondary);
}

double HostPage::setPoint(int index, double pixels, double y, double width, bool paint) {
    const QString& point = content_.points[index];
    QTextLayout layout(point, face(pixels, 500));
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width * unit_);
        line.setPosition(QPointF(0, height * unit_));
        height += pixels * 1.4;
    }
    layout.endLayout();
    if (!paint)
        return height;
    const bool said = index < shown_.said;
    painter_.setPen(said                    ? theme_.text.label
                    : content_.pointsOfNext ? theme_.text.secondary
                                            : theme_.text.primary);
    layout.draw(&painter_, QPointF(side * unit_, y * unit_));
    if (index == shown_.said && shown_.said > 0)
        painter_.fillRect(rect(frame, y, 14, height), theme_.accent.text);
    smallest_ = std::min(smallest_, layout.font().pixelSize() / unit_);
    return height;
}

double HostPage::pointsHeight(double pixels, double width) {
    double height = 0;
    for (int i = 0; i < content_.points.size(); ++i)
        height += setPoint(i, pixels, 0, width, false) + pixels * 0.35;
    return height;
}

/// As large as they can be set with all of them on the screen. Where even the least size is too large they go
/// on with the host: the one before, the one he is at, and those that fit; how many follow is said.
void HostPage::drawPoints(double right, double top) {
    if (content_.points.isEmpty())
        return;
    const double width = right - 2 * side;
    const double bottom = nextTop - 16 - (shown_.selfAspect > 0 ? selfHeight + 12 : 0);
    double pixels = bestReading;
    while (pixels > leastReading && pointsHeight(pixels, width) > bottom - top)
        pixels = std::max(leastReading, pixels - 1);
    const bool all = pointsHeight(pixels, width) <= bottom - top;
    double y = top;
    int index = all ? 0 : std::clamp(shown_.said - 1, 0, int(content_.points.size()) - 1);
    const int first = index;
    for (; index < content_.points.size(); ++index) {
        const double height = setPoint(index, pixels, y, width, false);
        if (y + height > bottom && index > first)
            break;
        setPoint(index, pixels, y, width, true);
        y += height + pixels * 0.35;
    }
    if (index < content_.points.size())
        words(QStringLiteral("+%1").arg(content_.points.size() - index),
              rect(right - side - 80, bottom - 34, 80, 34), 28, 20, 700, theme_.accent.text, Qt::AlignRight);
}

void HostPage::drawTime(double left) {
    const StripContent& air = content_.air;
    if (!air.filled)
        return;
    const double width = width_ - left - 2 * side;
    const bool over = air.tone == TimeTone::Over;
    const QColor ink = over                            ? theme_.air.text
                       : air.tone == TimeTone::Warning ? theme_.warning.text
                                                       : theme_.text.primary;
    words(air.timeLabel, rect(left + side, top_ + 20, width, 34), 24, 16, over ? 700 : 500,
          over ? ink : theme_.text.secondary, Qt::AlignRight);
    figures(air.timeFigure, rect(left + 8, top_ + 54, width_ - left - side - 8, 180), 160, ink);
    const QRectF track = rect(left + side - 8, top_ + 246, width_ - left - 2 * side + 8, 10);
    painter_.fillRect(track, theme_.border.divider);
    painter_.fillRect(
        QRectF(track.topLeft(), QSizeF(track.width() * std::max(0.0, air.progress), track.height())),
        over ? theme_.air.fill : theme_.text.primary);
}

void HostPage::drawStock(double left) {
    const StripContent& shown = content_.air.filled ? content_.air : content_.next;
    const StockText& stock = shown.stock;
    if (stock.tone == StockTone::None)
        return;
    const bool low =
        stock.tone == StockTone::Low || stock.tone == StockTone::Out || stock.tone == StockTone::Stopped;
    const QColor ink = low ? theme_.warning.text : theme_.text.primary;
    const double top = top_ > 0 ? top_ + 272 : 300;
    const QRectF box = rect(left + 16, top, width_ - left - 16 - frame - 16, nextTop - top - 16);
    if (low) {
        painter_.setPen(QPen(theme_.warning.fill, 3 * unit_));
        painter_.setBrush(theme_.warning.soft);
        painter_.drawRoundedRect(box, 8 * unit_, 8 * unit_);
    }
    const double inner = width_ - left - 2 * side + 8;
    words(stock.label, rect(left + side - 8, top + 10, inner, 34), 24, 16, 600,
          low ? ink : theme_.text.secondary, Qt::AlignRight);
    figures(stock.figure, rect(left + side - 8, top + 44, inner, 556 - top - 44), 160, ink);
    words(stock.hint, rect(left + side - 8, 560, inner, 34), 24, 16, 500, theme_.text.secondary,
          Qt::AlignRight);
}

void HostPage::drawNext() {
    const StripContent& next = content_.next;
    painter_.fillRect(rect(0, nextTop, width_, 720 - nextTop), theme_.ready.soft);
    painter_.fillRect(rect(0, nextTop, width_, 3), theme_.ready.border);
    if (!next.filled) {
        reading(next.emptyTitle, rect(side, nextTop + 3, width_ - 2 * side, 76), leastReading, 600,
                theme_.text.secondary);
        return;
    }
    double x = badge(next.word, side, nextTop + 22, 40, theme_.ready.fill, theme_.ready.onFill) + 18;
    art_.paintThumb(painter_, rect(x, nextTop + 12, 60, 60).toRect(), next.image, next.icon);
    x += 78;
    const QString more = next.stock.tone == StockTone::None
                             ? next.timeFigure
                             : next.stock.spoken + QStringLiteral(" · ") + next.timeFigure;
    const double moreWidth = width_ * 0.24;
    words(more, rect(width_ - side - moreWidth, nextTop + 3, moreWidth, 76), 24, 16, 500,
          theme_.text.secondary, Qt::AlignRight);
    const double end = width_ - side - moreWidth - 18;
    const double priceWidth =
        next.price.isEmpty()
            ? 0
            : QFontMetricsF(face(leastReading, 500)).horizontalAdvance(next.price) / unit_ + 22;
    // A long name takes the place of the price, which is said when it is on air.
    const bool priced =
        QFontMetricsF(face(leastReading, 600)).horizontalAdvance(next.title) / unit_ <= end - x - priceWidth;
    const double titleWidth = priced ? end - x - priceWidth : end - x;
    reading(next.title, rect(x, nextTop + 3, titleWidth, 76), 34, 600, theme_.text.primary);
    if (!priced)
        return;
    const double set = QFontMetricsF(painter_.font()).horizontalAdvance(next.title) / unit_;
    x += std::min(set, titleWidth) + 18;
    reading(next.price, rect(x, nextTop + 3, end - x, 76), leastReading, 500, theme_.text.primary);
}

/// Red when the engine has said that it is on air, and not before; dashed blue in a rehearsal.
void HostPage::drawFrame() {
    const bool air = content_.air.filled && content_.air.confirmed;
    QPen pen(!air                 ? theme_.border.control
             : content_.rehearsal ? theme_.accent.fill
                                  : theme_.air.border,
             frame * unit_, content_.rehearsal && air ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap,
             Qt::MiterJoin);
    painter_.setPen(pen);
    painter_.setBrush(Qt::NoBrush);
    painter_.drawRect(rect(frame / 2, frame / 2, width_ - frame, 720 - frame));
}

} // namespace vitrina::ui
