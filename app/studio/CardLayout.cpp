// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/CardLayout.hpp"

#include "commerce/Stock.hpp"
#include "studio/Painted.hpp"
#include "studio/ShopColours.hpp"
#include "studio/ShowWords.hpp"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <QUrl>

#include <qrencode.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace vitrina::studio {
namespace {

/// Of the canvas: the host is the hero. The code and its number lead to the page without the address.
constexpr double tallest = 0.63;

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

CardChip stockChip(const control::CardContent& content, const ShowWords& words) {
    switch (content.stock) {
    case commerce::StockWord::Available: {
        const bool low = content.available <= commerce::lowStock;
        return {words.left(content.available, low), low ? CardSign::Gauge : CardSign::None,
                low ? shop::lowFill : shop::well, low ? shop::lowInk : shop::ink, false};
    }
    case commerce::StockWord::AllInCheckouts:
        return {words.allInCheckouts(), CardSign::Bag, shop::infoFill, shop::infoInk, false};
    case commerce::StockWord::SoldOut:
        return {words.left(0, false), CardSign::Struck, shop::soldFill, shop::soldInk, false};
    case commerce::StockWord::Stopped: // said in place of the price
    case commerce::StockWord::Unknown: // the link is lost: no figure rather than a wrong one (design rule 2)
        break;
    }
    return {};
}

std::vector<CardChip> chipsOf(const control::CardContent& content, bool gone, const ShowWords& words) {
    std::vector<CardChip> chips;
    if (CardChip stock = stockChip(content, words); !stock.text.isEmpty())
        chips.push_back(std::move(stock));
    if (content.countdownSeconds && !gone)
        chips.push_back({clockText(*content.countdownSeconds), CardSign::Clock, shop::well, shop::ink, true});
    return chips;
}

/// Without scheme and last slash, as people type it.
QString shortAddress(const std::string& url) {
    QString text = QString::fromStdString(url);
    text.remove(QStringLiteral("https://"));
    text.remove(QStringLiteral("http://"));
    return text.endsWith(QLatin1Char('/')) ? text.chopped(1) : text;
}

void measurePrice(CardLayout& card, const control::CardContent& content, const ShowWords& words) {
    const CardSizes& sizes = card.sizes;
    card.price = words.money(content.fromMinor, QString::fromStdString(content.currency));
    if (content.pricesDiffer)
        card.price = words.from(card.price);
    if (card.gone) // no price when there is nothing to buy
        card.price = content.stock == commerce::StockWord::Stopped ? words.notOnSale() : words.soldOut();
    card.priceFont =
        fitted(font(sizes.price, QFont::ExtraBold), card.price, card.textWidth, sizes.small * 0.8);
    card.priceHeight = QFontMetricsF(card.priceFont).height() * 0.92;
}

/// The price before a reduction, as 98/6/EC art. 6a has it, with what it is; the part it is less where it
/// fits.
void measureWas(CardLayout& card, const control::CardContent& content, const ShowWords& words) {
    if (!content.wasMinor || card.gone || content.fromMinor < 0 || *content.wasMinor <= content.fromMinor)
        return;
    card.was = words.money(*content.wasMinor, QString::fromStdString(content.currency));
    card.wasWords = words.lowestOf30Days();
    const QString line = card.was + QLatin1Char(' ') + card.wasWords;
    card.wasFont =
        fitted(font(card.sizes.small, QFont::Medium), line, card.innerWidth, card.sizes.small * 0.7);
    card.wasHeight = card.sizes.small * 1.45;
    const QString less = words.lessBy(*content.wasMinor, content.fromMinor);
    const QFontMetricsF metrics(card.wasFont);
    if (metrics.horizontalAdvance(line + QStringLiteral("  ") + less) + card.sizes.small * 0.8 <=
        card.innerWidth)
        card.less = less;
}

void measureChips(CardLayout& card) {
    card.chipFont = font(card.sizes.chip, QFont::Bold);
    const auto total = [&] {
        double width = card.sizes.gap * double(card.chips.size() - 1);
        for (const CardChip& chip : card.chips)
            width += card.chipWidth(chip);
        return width;
    };
    while (!card.chips.empty() && total() > card.innerWidth &&
           card.chipFont.pixelSize() > int(card.sizes.chip * 0.6))
        card.chipFont.setPixelSize(card.chipFont.pixelSize() - 1);
    card.chipHeight = card.chips.empty() ? 0 : card.sizes.chip * 1.9;
}

/// Below all else, while the card has `room` to grow.
void measureAddress(CardLayout& card, const std::string& url, double room) {
    const QString address = shortAddress(url);
    const QFont face =
        fitted(font(card.sizes.small, QFont::DemiBold), address, card.innerWidth, card.sizes.small * 0.75);
    if (address.isEmpty() || QFontMetricsF(face).horizontalAdvance(address) > card.innerWidth)
        return;
    const double height = card.sizes.small * 1.4;
    if (height + card.sizes.gap * 0.4 > room)
        return;
    card.address = address;
    card.addressFont = face;
    card.addressHeight = height;
    card.height += std::ceil(height + card.sizes.gap * 0.4);
}

} // namespace

CardSizes CardSizes::of(const stage::Canvas& canvas) {
    const double unit = canvas.width / 100.0;
    const auto scaled = [unit](double width, double padding, double bar, double radius, double name,
                               double price, double small, double chip, double code, double gap) {
        return CardSizes{width * unit, padding * unit, bar * unit,  radius * unit, name * unit,
                         price * unit, small * unit,   chip * unit, code * unit,   gap * unit};
    };
    return canvas.shape() == stage::CanvasShape::Portrait
               ? scaled(76, 3.2, 1.4, 3, 5, 11, 3.9, 4.3, 20, 2)
               : scaled(46, 2.2, 1, 2, 3.7, 7.6, 3.3, 3.5, 13.5, 1.4);
}

double CardLayout::chipWidth(const CardChip& chip) const {
    const double words = chip.figures ? figuresWidth(chipFont, chip.text)
                                      : QFontMetricsF(chipFont).horizontalAdvance(chip.text);
    return words + 1.3 * chipFont.pixelSize() +
           (chip.sign == CardSign::None ? 0 : 1.35 * chipFont.pixelSize());
}

CardLayout measureCard(const control::CardContent& content, const stage::Canvas& canvas,
                       const ShowWords& words) {
    CardLayout card;
    card.sizes = CardSizes::of(canvas);
    const CardSizes& sizes = card.sizes;
    card.gone =
        content.stock == commerce::StockWord::Stopped || content.stock == commerce::StockWord::SoldOut;
    card.code = codePicture(content.pageUrl, sizes.code);
    card.number = content.code.empty() ? QString() : words.number(drawable(content.code, card.missing));
    card.innerWidth = sizes.width - sizes.bar - 2 * sizes.padding;
    card.textWidth = card.innerWidth - (sizes.code + sizes.gap);
    const QString name = drawable(content.name, card.missing);
    card.rightToLeft = name.isRightToLeft();
    card.nameFont = fittedToTwoLines(font(sizes.name, QFont::Bold), name, card.textWidth, sizes.name * 0.75);
    card.name = twoLines(name, card.nameFont, card.textWidth);
    card.chips = chipsOf(content, card.gone, words);
    measurePrice(card, content, words);
    measureWas(card, content, words);
    measureChips(card);
    const double left = double(card.name.size()) * sizes.name * 1.16 + card.priceHeight;
    const double right = card.code.height() + (card.number.isEmpty() ? 0 : sizes.small * 1.5);
    card.upperHeight = std::max(left, right);
    card.height =
        std::ceil(card.upperHeight + card.wasHeight +
                  (card.chipHeight > 0 ? card.chipHeight + sizes.gap * 0.6 : 0) + 2 * sizes.padding);
    measureAddress(card, content.pageUrl, canvas.height * tallest - card.height);
    return card;
}

} // namespace vitrina::studio
