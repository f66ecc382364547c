// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/SlatePainter.hpp"

#include "studio/ShopColours.hpp"
#include "studio/ShowWords.hpp"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <utility>

namespace vitrina::studio {
namespace {

using namespace shop;

} // namespace

SlatePainter::SlatePainter(stage::Canvas canvas, std::shared_ptr<const ShowWords> words)
    : canvas_(canvas), words_(std::move(words)) {}

Painted SlatePainter::slate(const QString& shopName) const {
    const double unit = canvas_.width / 100.0;
    const bool portrait = canvas_.shape() == stage::CanvasShape::Portrait;
    const double size = (portrait ? 7.5 : 5.6) * unit;
    const double width = 88 * unit;
    const double middle = canvas_.height / 2.0;
    QImage image(canvas_.width, canvas_.height, QImage::Format_RGBA8888_Premultiplied);
    image.fill(ground);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QString words = words_->rightBack();
    const QFont said = fitted(font(size, QFont::Bold), words, width, size / 3);
    painter.setFont(said);
    painter.setPen(paper);
    painter.drawText(QRectF(6 * unit, middle - size, width, size * 2), Qt::AlignCenter | Qt::TextSingleLine,
                     words);
    painter.fillRect(QRectF(44 * unit, middle - size * 1.3, 12 * unit, unit * 0.5), brand);
    const QFont shop = fitted(font(size * 0.6, QFont::DemiBold), shopName, width, size / 4);
    painter.setFont(shop);
    painter.setPen(quiet);
    painter.drawText(QRectF(6 * unit, middle - size * 2.8, width, size * 1.2),
                     Qt::AlignCenter | Qt::TextSingleLine,
                     QFontMetricsF(shop).elidedText(shopName, Qt::ElideRight, width));
    painter.end();
    return {{0, 0, 1, 1}, toPicture(image)};
}

} // namespace vitrina::studio
