// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/Painted.hpp"

#include <QFontMetricsF>
#include <QImage>

#include <algorithm>
#include <cmath>

namespace vitrina::studio {

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

} // namespace vitrina::studio
