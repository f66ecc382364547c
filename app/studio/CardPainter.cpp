// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/CardPainter.hpp"

#include "studio/CardLayout.hpp"
#include "studio/ShopColours.hpp"
#include "studio/ShowWords.hpp"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <cmath>

namespace vitrina::studio {
namespace {

void drawNameAndPrice(QPainter& painter, const CardLayout& card, double x, double y) {
    painter.setFont(card.nameFont);
    painter.setPen(shop::ink);
    // Of the whole name, not of each line: a Hebrew line that begins with a Latin word begins at the right
    // too.
    painter.setLayoutDirection(card.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    for (const QString& line : card.name) {
        painter.drawText(QRectF(x, y, card.textWidth, card.sizes.name * 1.3),
                         Qt::AlignTop | Qt::AlignLeft | Qt::TextSingleLine, line);
        y += card.sizes.name * 1.16;
    }
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setFont(card.priceFont);
    painter.setPen(card.gone ? shop::soldInk : shop::ink);
    painter.drawText(QRectF(x, y, card.textWidth, card.priceHeight),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, card.price);
}

void drawCode(QPainter& painter, const CardLayout& card, double right, double y) {
    const double x = right - card.sizes.code;
    if (!card.code.isNull())
        painter.drawImage(QPointF(std::round(x + (card.sizes.code - card.code.width()) / 2), std::round(y)),
                          card.code);
    const QFont face = font(card.sizes.small, QFont::DemiBold);
    painter.setFont(fitted(face, card.number, card.sizes.code, card.sizes.small * 0.6));
    painter.setPen(shop::second);
    painter.drawText(QRectF(x, y + card.code.height(), card.sizes.code, card.sizes.small * 1.6),
                     Qt::AlignCenter | Qt::TextSingleLine, card.number);
}

/// The price of before is struck through, and the words beside it say which one it is.
void drawWas(QPainter& painter, const CardLayout& card, double x, double y) {
    const QFontMetricsF metrics(card.wasFont);
    const QRectF line(x, y, card.innerWidth, card.wasHeight);
    QFont struck = card.wasFont;
    struck.setStrikeOut(true);
    painter.setPen(shop::second);
    painter.setFont(struck);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, card.was);
    const double after = metrics.horizontalAdvance(card.was + QLatin1Char(' '));
    painter.setFont(card.wasFont);
    painter.drawText(line.adjusted(after, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     card.wasWords);
    if (card.less.isEmpty())
        return;
    QFont bold = card.wasFont;
    bold.setWeight(QFont::ExtraBold);
    const double left = x + after + metrics.horizontalAdvance(card.wasWords + QLatin1Char(' '));
    const double width = QFontMetricsF(bold).horizontalAdvance(card.less) + card.sizes.small * 0.5;
    const QRectF plate(left, y + card.wasHeight * 0.06, width, card.wasHeight * 0.88);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shop::brand);
    painter.drawRoundedRect(plate, card.sizes.radius / 4, card.sizes.radius / 4);
    painter.setFont(bold);
    painter.setPen(shop::onBrand);
    painter.drawText(plate, Qt::AlignCenter | Qt::TextSingleLine, card.less);
}

void drawChips(QPainter& painter, const CardLayout& card, double x, double y) {
    painter.setFont(card.chipFont);
    const double size = card.chipFont.pixelSize();
    for (const CardChip& chip : card.chips) {
        const double width = card.chipWidth(chip);
        painter.setPen(Qt::NoPen);
        painter.setBrush(chip.fill);
        painter.drawRoundedRect(QRectF(x, y, width, card.chipHeight), card.sizes.radius / 2,
                                card.sizes.radius / 2);
        double inner = x + 0.65 * size;
        if (chip.sign != CardSign::None) {
            drawSign(painter, chip.sign,
                     QRectF(inner, y + (card.chipHeight - 1.05 * size) / 2, 1.05 * size, 1.05 * size),
                     chip.ink);
            inner += 1.35 * size;
        }
        painter.setPen(chip.ink);
        const QRectF words(inner, y, width, card.chipHeight);
        if (chip.figures)
            drawFigures(painter, words, chip.text);
        else
            painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, chip.text);
        x += width + card.sizes.gap;
    }
}

void drawCard(QPainter& painter, const CardLayout& card, const QRectF& body) {
    const CardSizes& s = card.sizes;
    const double x = body.left() + s.bar + s.padding;
    double y = body.top() + s.padding;
    drawNameAndPrice(painter, card, x, y);
    drawCode(painter, card, body.right() - s.padding, y);
    y += card.upperHeight;
    if (card.wasHeight > 0)
        drawWas(painter, card, x, y);
    y += card.wasHeight + s.gap * 0.6;
    drawChips(painter, card, x, y);
    if (card.addressHeight <= 0)
        return;
    painter.setFont(card.addressFont);
    painter.setPen(shop::second);
    painter.drawText(
        QRectF(x, body.bottom() - s.padding - card.addressHeight, card.innerWidth, card.addressHeight),
        Qt::AlignBottom | Qt::AlignLeft | Qt::TextSingleLine, card.address);
}

} // namespace

CardPainter::CardPainter(stage::Canvas canvas, std::shared_ptr<const ShowWords> words)
    : canvas_(canvas), words_(std::move(words)) {}

Painted CardPainter::card(const control::CardContent& content) const {
    const CardLayout card = measureCard(content, canvas_, *words_);
    const double rim = std::ceil(canvas_.width / 50.0); // transparent, for the shadow
    const double width = card.sizes.width;
    QImage image(int(std::ceil(width + 2 * rim)), int(card.height + 2 * rim),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QRectF body(rim, rim, width, card.height);
    drawPlate(painter, body, card.sizes.radius, rim, card.sizes.bar, card.gone ? shop::soldInk : shop::brand);
    drawCard(painter, card, body);
    painter.end();
    return {{}, toPicture(image), int(rim), card.missing};
}

} // namespace vitrina::studio
