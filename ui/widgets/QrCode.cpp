// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/QrCode.hpp"

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace vitrina::ui {
namespace {

constexpr int quietZone = 4;

} // namespace

QImage qrImage(const QString& text) {
    if (text.isEmpty())
        return {};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(text.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code)
        return {};
    const int side = code->width + 2 * quietZone;
    QImage image(side, side, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if (code->data[y * code->width + x] & 1)
                image.scanLine(y + quietZone)[x + quietZone] = 0;
    return image;
}

QrCode::QrCode(QWidget* parent) : QWidget(parent) {
    setMinimumSize(160, 160);
}

void QrCode::setAddress(const QString& address) {
    image_ = qrImage(address);
    setAccessibleName(tr("QR code of %1").arg(address));
    update();
}

void QrCode::paintEvent(QPaintEvent*) {
    if (image_.isNull())
        return;
    QPainter painter(this);
    const int module = std::max(1, std::min(width(), height()) / image_.width());
    const int side = module * image_.width();
    painter.drawImage(QRect((width() - side) / 2, (height() - side) / 2, side, side), image_);
}

} // namespace vitrina::ui
