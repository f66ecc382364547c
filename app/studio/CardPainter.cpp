// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/CardPainter.hpp"

#include "commerce/Ledger.hpp"
#include "studio/Painted.hpp"
#include "studio/ShowWords.hpp"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <qrencode.h>

#include <cmath>

namespace vitrina::studio {
namespace {

// tokens.json "productCard" and the tokens of web.md: a card is paper in light and dark alike.
const QColor paper(0xFB, 0xF8, 0xF1);
const QColor ink(0x1D, 0x1A, 0x15);
const QColor second(0x5E, 0x56, 0x48);
const QColor brand(0xF2, 0xA3, 0x1B);
const QColor well(0xE9, 0xE1, 0xD2);
const QColor lowFill(0xFF, 0xD8, 0x8F);
const QColor lowInk(0x8A, 0x4B, 0x00);
const QColor soldInk(0x9B, 0x14, 0x20);
const QColor infoFill(0xDD, 0xEA, 0xF8);
const QColor infoInk(0x1F, 0x4F, 0x86);

/// All lengths of a card for one canvas, px.
struct Sizes {
    double width, padding, bar, radius, name, price, small, chip, code, gap;
};

Sizes sizesFor(double unit, bool portrait) {
    const auto scaled = [unit](double width, double padding, double bar, double radius, double name,
                               double price, double small, double chip, double code, double gap) {
        return Sizes{width * unit, padding * unit, bar * unit,  radius * unit, name * unit,
                     price * unit, small * unit,   chip * unit, code * unit,   gap * unit};
    };
    return portrait ? scaled(76, 3.2, 1.4, 3, 5, 11, 3.9, 4.3, 20, 2)
                    : scaled(46, 2.2, 1, 2, 3.7, 7.6, 3.3, 3.5, 13.5, 1.4);
}

int lineCount(const QString& text, const QFont& face, double width) {
    QTextLayout layout(text, face);
    int lines = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine(), ++lines)
        line.setLineWidth(width);
    layout.endLayout();
    return lines;
}

/// A product's name is what viewers ask for: it is made smaller, down to `least` px, before any of it is left
/// out.
QFont fittedToTwoLines(QFont face, const QString& text, double width, double least) {
    while (lineCount(text, face, width) > 2 && face.pixelSize() > int(least))
        face.setPixelSize(face.pixelSize() - 1);
    return face;
}

/// At most two lines; what does not fit ends in an ellipsis.
QStringList twoLines(const QString& text, const QFont& face, double width) {
    QTextLayout layout(text, face);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() == 1) {
            lines << QFontMetricsF(face).elidedText(text.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

/// Three modules of quiet zone (web.md); each module a whole number of pixels. Null when it can't be made.
QImage codePicture(const std::string& text, double side) {
    if (text.empty())
        return {};
    const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_L));
    if (!code)
        return {};
    const int modules = code->width + 6;
    const int scale = std::max(1, int(side) / modules);
    QImage image(modules * scale, modules * scale, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if (code->data[y * code->width + x] & 1)
                painter.fillRect((x + 3) * scale, (y + 3) * scale, scale, scale, Qt::black);
        }
    }
    return image;
}

struct Chip {
    QString text;
    QColor fill;
    QColor ink;
};

Chip chipFor(const control::CardContent& content, const ShowWords& words) {
    switch (content.stock) {
    case commerce::StockWord::Available: {
        const bool low = content.available <= commerce::lowStock;
        return {words.left(content.available, low), low ? lowFill : well, low ? lowInk : ink};
    }
    case commerce::StockWord::AllInCheckouts:
        return {words.allInCheckouts(), infoFill, infoInk};
    case commerce::StockWord::SoldOut: // said in place of the price
    case commerce::StockWord::Stopped: // likewise
    case commerce::StockWord::Unknown: // the link is lost: no figure rather than a wrong one (design rule 2)
        break;
    }
    return {};
}

/// A card measured before it is drawn, so that its paper fits what stands on it.
struct CardLayout {
    Sizes sizes;
    bool gone = false; ///< nothing to buy: sold out, or stopped by the host
    QImage code;
    QFont nameFont;
    QStringList name;
    QFont priceFont;
    QString price;
    Chip chip;
    double textWidth = 0;
    double priceHeight = 0;
    double chipHeight = 0;
    double height = 0;
};

CardLayout measure(const control::CardContent& content, const Sizes& sizes, const ShowWords& words) {
    CardLayout card;
    card.sizes = sizes;
    const bool stopped = content.stock == commerce::StockWord::Stopped;
    card.gone = stopped || content.stock == commerce::StockWord::SoldOut;
    card.code = codePicture(content.pageUrl, sizes.code);
    card.textWidth = sizes.width - sizes.bar - 2 * sizes.padding - (sizes.code + sizes.gap);
    const QString name = QString::fromStdString(content.name);
    card.nameFont = fittedToTwoLines(font(sizes.name, QFont::Bold), name, card.textWidth, sizes.name * 0.75);
    card.name = twoLines(name, card.nameFont, card.textWidth);
    card.price = words.money(content.fromMinor, QString::fromStdString(content.currency));
    if (content.pricesDiffer)
        card.price = words.from(card.price);
    if (card.gone)
        card.price = stopped ? words.notOnSale() : words.soldOut(); // no price when there is nothing to buy
    card.priceFont =
        fitted(font(sizes.price, QFont::ExtraBold), card.price, card.textWidth, sizes.small * 0.8);
    card.chip = chipFor(content, words);
    card.priceHeight = QFontMetricsF(card.priceFont).height() * 0.92;
    card.chipHeight = card.chip.text.isEmpty() ? 0 : sizes.chip * 1.9;
    const double left = double(card.name.size()) * sizes.name * 1.16 + card.priceHeight +
                        (card.chipHeight > 0 ? card.chipHeight + sizes.gap * 0.6 : 0);
    const double right = card.code.height() + sizes.small * 1.5;
    card.height = std::ceil(std::max(left, right) + 2 * sizes.padding);
    return card;
}

void drawPaper(QPainter& painter, const CardLayout& card, const QRectF& body, double rim) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 7));
    for (int step = int(rim); step > 0; --step) { // a soft shadow from rings
        painter.drawRoundedRect(body.adjusted(-step, -step * 0.6, step, step), card.sizes.radius + step,
                                card.sizes.radius + step);
    }
    QPainterPath shape;
    shape.addRoundedRect(body, card.sizes.radius, card.sizes.radius);
    painter.fillPath(shape, paper);
    painter.setClipPath(shape);
    painter.fillRect(QRectF(body.left(), body.top(), card.sizes.bar, body.height()),
                     card.gone ? soldInk : brand);
    painter.setClipping(false);
}

void drawWords(QPainter& painter, const CardLayout& card, const QRectF& body) {
    const Sizes& s = card.sizes;
    const double x = body.left() + s.bar + s.padding;
    double y = body.top() + s.padding;
    painter.setFont(card.nameFont);
    painter.setPen(ink);
    for (const QString& line : card.name) {
        painter.drawText(QRectF(x, y, card.textWidth, s.name * 1.3), Qt::AlignTop | Qt::TextSingleLine, line);
        y += s.name * 1.16;
    }
    painter.setFont(card.priceFont);
    painter.setPen(card.gone ? soldInk : ink);
    painter.drawText(QRectF(x, y, card.textWidth, card.priceHeight), Qt::AlignVCenter | Qt::TextSingleLine,
                     card.price);
    y += card.priceHeight + s.gap * 0.6;
    if (card.chipHeight <= 0)
        return;
    const double edges = 1.3 * s.chip;
    const QFont face =
        fitted(font(s.chip, QFont::Bold), card.chip.text, card.textWidth - edges, s.chip * 0.6);
    const double width = QFontMetricsF(face).horizontalAdvance(card.chip.text) + edges;
    painter.setPen(Qt::NoPen);
    painter.setBrush(card.chip.fill);
    painter.drawRoundedRect(QRectF(x, y, width, card.chipHeight), s.radius / 2, s.radius / 2);
    painter.setFont(face);
    painter.setPen(card.chip.ink);
    painter.drawText(QRectF(x, y, width, card.chipHeight), Qt::AlignCenter | Qt::TextSingleLine,
                     card.chip.text);
}

void drawCode(QPainter& painter, const CardLayout& card, const QRectF& body, const QString& number) {
    const Sizes& s = card.sizes;
    const double x = body.right() - s.padding - s.code;
    const double y = body.top() + s.padding;
    if (!card.code.isNull())
        painter.drawImage(QPointF(std::round(x + (s.code - card.code.width()) / 2), std::round(y)),
                          card.code);
    painter.setFont(font(s.small, QFont::DemiBold));
    painter.setPen(second);
    painter.drawText(QRectF(x, y + card.code.height(), s.code, s.small * 1.6),
                     Qt::AlignCenter | Qt::TextSingleLine, number);
}

} // namespace

CardPainter::CardPainter(stage::Canvas canvas, std::shared_ptr<const ShowWords> words)
    : canvas_(canvas), unit_(canvas.width / 100.0), portrait_(canvas.shape() == stage::CanvasShape::Portrait),
      words_(std::move(words)) {}

Painted CardPainter::card(const control::CardContent& content) const {
    const CardLayout card = measure(content, sizesFor(unit_, portrait_), *words_);
    const double rim = std::ceil(2 * unit_); // transparent, for the shadow
    const double width = card.sizes.width;
    QImage image(int(std::ceil(width + 2 * rim)), int(card.height + 2 * rim),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QRectF body(rim, rim, width, card.height);
    drawPaper(painter, card, body, rim);
    drawWords(painter, card, body);
    drawCode(painter, card, body, words_->number(QString::fromStdString(content.code)));
    painter.end();

    // 16:9: bottom right, the host keeps the left half. 9:16: left, above the lower 22 % where platforms put
    // a caption.
    const double left = portrait_ ? 4 * unit_ : canvas_.width - 3 * unit_ - width;
    const double top = portrait_ ? canvas_.height * 0.78 - 2 * unit_ - card.height
                                 : canvas_.height - 4 * unit_ - card.height;
    return {{std::round(left - rim) / canvas_.width, std::round(top - rim) / canvas_.height,
             double(image.width()) / canvas_.width, double(image.height()) / canvas_.height},
            toPicture(image)};
}

Painted CardPainter::label(const QString& text) const {
    const double size = (portrait_ ? 4.2 : 3.4) * unit_;
    const QFont face = font(size, QFont::Bold);
    const QFontMetricsF metrics(face);
    const double width = std::ceil(std::min(metrics.horizontalAdvance(text) + 3.8 * unit_, 88 * unit_));
    const double height = std::ceil(size + 2.7 * unit_);
    QImage image(int(width), int(height), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(QRectF(0, 0, width, height), unit_, unit_);
    painter.setFont(face);
    painter.setPen(QColor(0x14, 0x11, 0x0C));
    painter.drawText(QRectF(0, 0, width, height), Qt::AlignCenter | Qt::TextSingleLine,
                     metrics.elidedText(text, Qt::ElideRight, width - 3 * unit_));
    painter.end();
    const double left = (portrait_ ? 4 : 3) * unit_;
    const double top = portrait_ ? canvas_.height * 0.13 : 3 * unit_;
    return {{std::round(left) / canvas_.width, std::round(top) / canvas_.height, width / canvas_.width,
             height / canvas_.height},
            toPicture(image)};
}

} // namespace vitrina::studio
