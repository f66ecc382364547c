// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Art.hpp"

#include "ui/theme/Icons.hpp"

#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

namespace vitrina::ui {

QPixmap Art::picture(const QString& asset, int devicePixels) {
    // An asset name is a plain file name: nothing in a show file may point elsewhere.
    if (asset.isEmpty() || asset.contains(u'/') || asset.contains(u'\\') || asset.startsWith(u'.'))
        return {};
    const QString key = QStringLiteral("%1@%2").arg(asset).arg(devicePixels);
    if (const auto found = kept_.constFind(key); found != kept_.constEnd())
        return *found;
    QPixmap pixmap;
    for (const QString& folder : folders_) {
        const QString path = folder + QLatin1Char('/') + asset;
        if (!QFile::exists(path))
            continue;
        pixmap = QPixmap(devicePixels, devicePixels);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        if (asset.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive)) {
            QSvgRenderer renderer(path);
            renderer.setAspectRatioMode(Qt::KeepAspectRatio);
            renderer.render(&painter);
        } else {
            QImageReader reader(path);
            reader.setScaledSize(reader.size().scaled(devicePixels, devicePixels, Qt::KeepAspectRatio));
            const QImage image = reader.read();
            painter.drawImage((devicePixels - image.width()) / 2, (devicePixels - image.height()) / 2, image);
        }
        break;
    }
    kept_.insert(key, pixmap);
    return pixmap;
}

void Art::paintThumb(QPainter& painter, const QRect& rect, const QString& asset, const QString& icon,
                     bool faded) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (faded)
        painter.setOpacity(painter.opacity() * 0.55);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.background.productArt);
    painter.drawRoundedRect(rect, theme_.large.radiusControl, theme_.large.radiusControl);
    const qreal ratio = painter.device()->devicePixelRatioF();
    const int side = qRound(rect.width() * 0.92);
    QPixmap pixmap = picture(asset, qRound(side * ratio));
    const QPoint corner(rect.left() + (rect.width() - side) / 2, rect.top() + (rect.height() - side) / 2);
    if (!pixmap.isNull()) {
        pixmap.setDevicePixelRatio(ratio);
        painter.drawPixmap(corner, pixmap);
    } else {
        const int small = rect.width() / 2;
        drawIcon(painter,
                 QRectF(rect.center().x() - small / 2 + 1, rect.center().y() - small / 2 + 1, small, small),
                 icon, theme_.text.label, theme_.background.productArt);
    }
    painter.restore();
}

} // namespace vitrina::ui
