// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/SlidePainter.hpp"

#include "studio/Painted.hpp"
#include "studio/ShopColours.hpp"
#include "studio/ShowWords.hpp"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <utility>

namespace vitrina::studio {
namespace {

constexpr int mostLines = 3;

/// Each digit as wide as the widest, so that the time stands still while it runs.
double digitWidth(const QFontMetricsF& metrics) {
    double widest = 0.0;
    for (char digit = '0'; digit <= '9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    return widest;
}

double clockWidth(const QFontMetricsF& metrics, const QString& text) {
    double width = 0.0;
    for (const QChar sign : text)
        width += sign.isDigit() ? digitWidth(metrics) : metrics.horizontalAdvance(sign);
    return width;
}

void drawClock(QPainter& painter, const QRectF& row, const QString& text) {
    const QFontMetricsF metrics(painter.font());
    double x = row.center().x() - clockWidth(metrics, text) / 2;
    for (const QChar sign : text) {
        const double cell = sign.isDigit() ? digitWidth(metrics) : metrics.horizontalAdvance(sign);
        painter.drawText(QRectF(x - cell, row.top(), 3 * cell, row.height()),
                         Qt::AlignCenter | Qt::TextSingleLine, QString(sign));
        x += cell;
    }
}

struct Block {
    QStringList lines;
    QFont face;
    double height() const { return QFontMetricsF(face).lineSpacing() * double(lines.size()); }
};

QStringList broken(const QString& text, const QFont& face, double width) {
    QStringList lines;
    QTextLayout layout(text, face);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

/// Broken into lines, smaller while it is too long for them; at the least size the last line is cut.
Block block(const QString& text, double size, QFont::Weight weight, double width) {
    Block result{{}, font(size, weight)};
    const int least = int(size * 0.45);
    result.lines = broken(text, result.face, width);
    const auto tooWide = [&] {
        const QFontMetricsF metrics(result.face);
        return std::ranges::any_of(
            result.lines, [&](const QString& line) { return metrics.horizontalAdvance(line) > width; });
    };
    while ((result.lines.size() > mostLines || tooWide()) && result.face.pixelSize() > least) {
        result.face.setPixelSize(result.face.pixelSize() - 1);
        result.lines = broken(text, result.face, width);
    }
    const bool more = result.lines.size() > mostLines;
    result.lines = result.lines.mid(0, mostLines);
    const QFontMetricsF metrics(result.face);
    for (QString& line : result.lines)
        line = metrics.elidedText(line, Qt::ElideRight, width);
    if (more)
        result.lines.last() = metrics.elidedText(result.lines.last() + QChar(0x2026), Qt::ElideRight, width);
    return result;
}

double drawBlock(QPainter& painter, const Block& block, double left, double top, double width,
                 const QColor& colour) {
    painter.setFont(block.face);
    painter.setPen(colour);
    const double step = QFontMetricsF(block.face).lineSpacing();
    for (const QString& line : block.lines) {
        painter.drawText(QRectF(left, top, width, step), Qt::AlignCenter | Qt::TextSingleLine, line);
        top += step;
    }
    return top;
}

} // namespace

SlidePainter::SlidePainter(stage::Canvas canvas, std::shared_ptr<const ShowWords> words)
    : canvas_(canvas), words_(std::move(words)) {}

QString SlidePainter::headline(const SlideContent& content) const {
    QString missing;
    if (!content.text.empty())
        return drawable(content.text, missing);
    switch (content.kind) {
    case stage::SlideKind::StartingSoon:
        return words_->startingSoon();
    case stage::SlideKind::Break:
        return words_->shortBreak();
    case stage::SlideKind::Thanks:
        return words_->thanks();
    default:
        return words_->rightBack();
    }
}

QString SlidePainter::below(const SlideContent& content) const {
    QString missing;
    switch (content.kind) {
    case stage::SlideKind::StartingSoon:
    case stage::SlideKind::Thanks:
        return drawable(content.showTitle, missing);
    case stage::SlideKind::Break:
        return words_->rightBack();
    default:
        return {};
    }
}

/// From the top: shop, bar, words, what they are about, time left; all of it in the middle of the canvas, and
/// inside of the title-safe area.
std::shared_ptr<const engine::Picture> SlidePainter::slide(const SlideContent& content) const {
    const double unit = canvas_.width / 100.0;
    const bool high = canvas_.shape() == stage::CanvasShape::Portrait;
    const double size = (high ? 9.0 : 6.4) * unit;
    const double width = 80 * unit;
    const double left = 10 * unit;
    const double gap = size * 0.4;
    QString missing; // what no font has is left out
    const QString shopName = drawable(content.shopName, missing);
    const Block seller = block(shopName, size * 0.5, QFont::DemiBold, width);
    const Block words = block(headline(content), size, QFont::Bold, width);
    const Block about = block(below(content), size * 0.5, QFont::Normal, width);
    const bool over = content.secondsLeft && *content.secondsLeft <= 0;
    const QString time = !content.secondsLeft ? QString()
                         : over               ? words_->anyMoment()
                                              : clockText(*content.secondsLeft);
    const QFont clock = over ? fitted(font(size * 0.8, QFont::Bold), time, width, size / 3)
                             : font(size * (high ? 2.0 : 1.8), QFont::Bold);
    const double clockHeight = time.isEmpty() ? 0.0 : gap * 1.5 + QFontMetricsF(clock).height();
    const double aboutHeight = about.lines.join(QString()).isEmpty() ? 0.0 : gap * 0.6 + about.height();

    QImage image(canvas_.width, canvas_.height, QImage::Format_RGBA8888_Premultiplied);
    image.fill(shop::ground);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const double bar = unit * 0.6;
    double top =
        (canvas_.height - seller.height() - bar - gap * 2 - words.height() - aboutHeight - clockHeight) / 2;
    top = drawBlock(painter, seller, left, top, width, shop::quiet) + gap;
    painter.fillRect(QRectF(50 * unit - 6 * unit, top, 12 * unit, bar), shop::brand);
    top = drawBlock(painter, words, left, top + bar + gap, width, shop::paper);
    if (aboutHeight > 0)
        top = drawBlock(painter, about, left, top + gap * 0.6, width, shop::quiet);
    if (!time.isEmpty()) {
        painter.setFont(clock);
        painter.setPen(shop::brand);
        const QRectF row(left, top + gap * 1.5, width, QFontMetricsF(clock).height());
        if (over)
            painter.drawText(row, Qt::AlignCenter | Qt::TextSingleLine, time);
        else
            drawClock(painter, row, time);
    }
    painter.end();
    return toPicture(image);
}

} // namespace vitrina::studio
