// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Icons.hpp"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace vitrina::ui {
namespace {

QByteArray iconSource(const QString& name) {
    QFile file(QStringLiteral(":/vitrina/icons/") + name + QStringLiteral(".svg"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap renderIcon(const QString& name, QSize devicePixels, const QColor& color, const QColor& through) {
    const QString key = QStringLiteral("vitrina-icon:%1:%2x%3:%4:%5")
                            .arg(name)
                            .arg(devicePixels.width())
                            .arg(devicePixels.height())
                            .arg(color.rgba())
                            .arg(through.rgba());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray source = iconSource(name);
    source.replace("currentColor", color.name().toLatin1());
    source.replace("#FFFFFF", through.name().toLatin1());
    pixmap = QPixmap(devicePixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(source);
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        renderer.render(&painter);
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TintedEngine final : public QIconEngine {
  public:
    TintedEngine(QString name, const Theme& theme)
        : name_(std::move(name)), normal_(theme.text.secondary), disabled_(theme.text.disabled),
          selected_(theme.text.primary), through_(theme.background.panel) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        drawIcon(*painter, rect, name_, colorOf(mode), through_);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return renderIcon(name_, size, colorOf(mode), through_);
    }
    QIconEngine* clone() const override { return new TintedEngine(*this); }

  private:
    QColor colorOf(QIcon::Mode mode) const {
        return mode == QIcon::Disabled ? disabled_ : mode == QIcon::Selected ? selected_ : normal_;
    }

    QString name_;
    QColor normal_;
    QColor disabled_;
    QColor selected_;
    QColor through_;
};

} // namespace

void drawIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& color,
              const QColor& through) {
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QSize pixels = (rect.size() * ratio).toSize();
    if (pixels.isEmpty())
        return;
    QPixmap pixmap = renderIcon(name, pixels, color, through);
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(rect.topLeft(), pixmap);
}

QIcon tintedIcon(const QString& name, const Theme& theme) {
    return QIcon(new TintedEngine(name, theme));
}

QIcon applicationIcon() {
    return QIcon(QStringLiteral(":/vitrina/icons/vitrina.svg"));
}

} // namespace vitrina::ui
