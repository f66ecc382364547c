// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/Painted.hpp"

#include "studio/ShopColours.hpp"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace vitrina::studio {
namespace {

bool hasGlyphs(const QString& text, const QFont& face) {
    QTextLayout layout(text, face);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(1e6);
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    return std::ranges::none_of(runs, [](const QGlyphRun& run) { return run.glyphIndexes().contains(0); });
}

/// As wide as the widest digit, for each of them.
double digitWidth(const QFontMetricsF& metrics) {
    double widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    return widest;
}

} // namespace

QFont font(double pixels, QFont::Weight weight) {
    QFont result(
        QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")}, -1);
    result.setPixelSize(std::max(1, int(std::lround(pixels))));
    result.setWeight(weight);
    return result;
}

QFont fitted(QFont face, const QString& text, double width, double least) {
    while (QFontMetricsF(face).horizontalAdvance(text) > width && face.pixelSize() > int(least))
        face.setPixelSize(face.pixelSize() - 1);
    return face;
}

QString drawable(const std::string& text, QString& missing) {
    QString whole = QString::fromStdString(text).simplified();
    whole.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    whole = whole.trimmed();
    const QFont face = font(32, QFont::Bold);
    if (hasGlyphs(whole, face))
        return whole;
    QString kept;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, whole);
    for (qsizetype from = 0, to = finder.toNextBoundary(); to > from; to = finder.toNextBoundary()) {
        const QString letter = whole.mid(from, to - from);
        if (hasGlyphs(letter, face))
            kept += letter;
        else if (!missing.contains(letter))
            missing += letter;
        from = to;
    }
    return kept.simplified();
}

std::shared_ptr<const engine::Picture> toPicture(const QImage& image) {
    const QImage rgba = image.convertToFormat(QImage::Format_RGBA8888_Premultiplied);
    auto picture = std::make_shared<engine::Picture>();
    picture->width = rgba.width();
    picture->height = rgba.height();
    picture->rgba.reserve(std::size_t(rgba.width()) * std::size_t(rgba.height()) * 4);
    for (int y = 0; y < rgba.height(); ++y) {
        const uchar* row = rgba.constScanLine(y);
        picture->rgba.insert(picture->rgba.end(), row, row + std::ptrdiff_t(rgba.width()) * 4);
    }
    return picture;
}

QString clockText(std::int64_t seconds) {
    const auto two = [](std::int64_t figure) {
        return QStringLiteral("%1").arg(figure, 2, 10, QLatin1Char('0'));
    };
    const QString minutes = two(seconds / 60 % 60) + QLatin1Char(':') + two(seconds % 60);
    return seconds < 3600 ? minutes : QString::number(seconds / 3600) + QLatin1Char(':') + minutes;
}

double figuresWidth(const QFont& face, const QString& text) {
    const QFontMetricsF metrics(face);
    const double digit = digitWidth(metrics);
    double width = 0;
    for (const QChar c : text)
        width += c.isDigit() ? digit : metrics.horizontalAdvance(c);
    return width;
}

void drawFigures(QPainter& painter, const QRectF& at, const QString& text) {
    const QFontMetricsF metrics(painter.font());
    const double digit = digitWidth(metrics);
    const double base = at.top() + (at.height() + metrics.ascent() - metrics.descent()) / 2;
    double x = at.left();
    for (const QChar c : text) {
        const double own = metrics.horizontalAdvance(c);
        const double room = c.isDigit() ? digit : own;
        painter.drawText(QPointF(x + (room - own) / 2, base), QString(c));
        x += room;
    }
}

void drawPlate(QPainter& painter, const QRectF& body, double radius, double rim, double bar,
               const QColor& barColour) {
    // A soft shadow from rings; none is filled where the paper covers it, which is nearly all of it.
    const QRectF covered = body.adjusted(radius, radius, -radius, -radius);
    for (int step = int(rim); step > 0; --step) {
        QPainterPath ring; // odd-even: what is in both is left out
        ring.addRoundedRect(body.adjusted(-step, -step * 0.6, step, step), radius + step, radius + step);
        ring.addRect(covered);
        painter.fillPath(ring, QColor(0, 0, 0, 7));
    }
    painter.setPen(Qt::NoPen);
    QPainterPath shape;
    shape.addRoundedRect(body, radius, radius);
    painter.fillPath(shape, shop::paper);
    if (bar <= 0)
        return;
    painter.setClipPath(shape);
    painter.fillRect(QRectF(body.left(), body.top(), bar, body.height()), barColour);
    painter.setClipping(false);
}

} // namespace vitrina::studio
