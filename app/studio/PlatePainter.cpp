// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/PlatePainter.hpp"

#include "studio/CardSigns.hpp"
#include "studio/ShopColours.hpp"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vitrina::studio {
namespace {

constexpr int oneLine = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine;

QImage sheet(double width, double height) {
    QImage image(int(std::ceil(width)), int(std::ceil(height)), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

} // namespace

PlatePainter::PlatePainter(stage::Canvas canvas)
    : canvas_(canvas), unit_(canvas.width / 100.0),
      portrait_(canvas.shape() == stage::CanvasShape::Portrait) {}

Painted PlatePainter::label(const std::string& text) const {
    QString missing;
    const QString words = drawable(text, missing);
    const double size = (portrait_ ? 4.2 : 3.4) * unit_;
    const double room = 88 * unit_ - 3.8 * unit_;
    QFont bold = fitted(font(size, QFont::Bold), words, room, size * 0.6);
    QFont plain = bold;
    plain.setWeight(QFont::Medium);
    const qsizetype dot = words.indexOf(QStringLiteral(" · "));
    const QString first =
        QFontMetricsF(bold).elidedText(dot < 0 ? words : words.left(dot), Qt::ElideRight, room);
    const double firstWidth = QFontMetricsF(bold).horizontalAdvance(first);
    const QString rest =
        dot < 0 ? QString()
                : QFontMetricsF(plain).elidedText(words.mid(dot), Qt::ElideRight, room - firstWidth);
    const double width = std::ceil(firstWidth + QFontMetricsF(plain).horizontalAdvance(rest) + 3.8 * unit_);
    const double height = std::ceil(size + 2.7 * unit_);
    QImage image = sheet(width, height);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(QRectF(0, 0, width, height), unit_, unit_);
    painter.setPen(shop::labelInk);
    painter.setFont(bold);
    painter.drawText(QRectF(1.9 * unit_, 0, width, height), oneLine, first);
    painter.setFont(plain);
    painter.drawText(QRectF(1.9 * unit_ + firstWidth, 0, width, height), oneLine, rest);
    painter.end();
    return {{}, toPicture(image), 0, missing};
}

Painted PlatePainter::lowerThird(const control::DrawLowerThird::Content& content) const {
    QString missing;
    const QString title = drawable(content.title, missing);
    const QString subtitle = drawable(content.subtitle, missing);
    const double large = (portrait_ ? 5 : 3.9) * unit_;
    const double small = (portrait_ ? 3.9 : 3.3) * unit_;
    const double side = 2 * unit_;
    const double bar = (portrait_ ? 1.4 : 1) * unit_;
    const double room = (portrait_ ? 76 : 46) * unit_ - 2 * side - bar;
    const QFont titleFont = fitted(font(large, QFont::Bold), title, room, small);
    const QFont subtitleFont = fitted(font(small, QFont::Medium), subtitle, room, small * 0.8);
    const QString shownTitle = QFontMetricsF(titleFont).elidedText(title, Qt::ElideRight, room);
    const QString shownSubtitle = QFontMetricsF(subtitleFont).elidedText(subtitle, Qt::ElideRight, room);
    const double words = std::max(QFontMetricsF(titleFont).horizontalAdvance(shownTitle),
                                  QFontMetricsF(subtitleFont).horizontalAdvance(shownSubtitle));
    const double rim = std::ceil(1.2 * unit_);
    const double width = std::ceil(words + 2 * side + bar + 1);
    const double second = subtitle.isEmpty() ? 0 : small * 1.35;
    const double height = std::ceil(large * 1.3 + second + 2.4 * unit_);
    QImage image = sheet(width + 2 * rim, height + 2 * rim);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    drawPlate(painter, QRectF(rim, rim, width, height), 1.6 * unit_, rim, bar, shop::brand);
    const double x = rim + bar + side;
    painter.setPen(shop::ink);
    painter.setFont(titleFont);
    painter.drawText(QRectF(x, rim + 1.2 * unit_, words + 1, large * 1.3), oneLine, shownTitle);
    painter.setPen(shop::second);
    painter.setFont(subtitleFont);
    painter.drawText(QRectF(x, rim + 1.2 * unit_ + large * 1.3, words + 1, second), oneLine, shownSubtitle);
    painter.end();
    return {{}, toPicture(image), int(rim), missing};
}

Painted PlatePainter::countdown(const control::DrawCountdown::Content& content) const {
    QString missing;
    const double small = (portrait_ ? 3.9 : 3.3) * unit_;
    const QFont figures = font((portrait_ ? 7 : 5.6) * unit_, QFont::ExtraBold);
    const double side = 1.8 * unit_;
    const double sign = figures.pixelSize() * 0.85;
    const QString time = clockText(content.seconds);
    const double timeWidth = sign + unit_ + figuresWidth(figures, time);
    const double most = (portrait_ ? 60 : 40) * unit_;
    const QString whole = drawable(content.title, missing);
    const QFont titleFont = fitted(font(small, QFont::DemiBold), whole, most, small * 0.7);
    const QString title = QFontMetricsF(titleFont).elidedText(whole, Qt::ElideRight, most);
    const double words = std::max(timeWidth, QFontMetricsF(titleFont).horizontalAdvance(title));
    const double first = title.isEmpty() ? 0 : small * 1.3;
    const double rim = std::ceil(1.2 * unit_);
    const double width = std::ceil(words + 2 * side + 1);
    const double height = std::ceil(first + figures.pixelSize() * 1.2 + 1.8 * unit_);
    QImage image = sheet(width + 2 * rim, height + 2 * rim);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    drawPlate(painter, QRectF(rim, rim, width, height), 1.6 * unit_, rim, 0, shop::brand);
    const double x = rim + side;
    const double y = rim + 0.9 * unit_;
    painter.setPen(shop::second);
    painter.setFont(titleFont);
    painter.drawText(QRectF(x, y, words + 1, first), oneLine, title);
    const QRectF row(x, y + first, words, figures.pixelSize() * 1.2);
    drawSign(painter, CardSign::Clock, QRectF(x, row.center().y() - sign / 2, sign, sign), shop::second);
    painter.setPen(shop::ink);
    painter.setFont(figures);
    drawFigures(painter, row.adjusted(sign + unit_, 0, 0, 0), time);
    painter.end();
    return {{}, toPicture(image), int(rim), missing};
}

} // namespace vitrina::studio
