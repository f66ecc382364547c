// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace vitrina::ui {

/// One pixel per module, dark on light, with the quiet zone of four modules. Null for an empty text or one
/// that is too long for a code.
QImage qrImage(const QString& text);

/// Shows an address as a code. Always dark on white, in whole pixels per module, as telephones need it.
class QrCode final : public QWidget {
    Q_OBJECT

  public:
    explicit QrCode(QWidget* parent = nullptr);
    void setAddress(const QString& address);
    QSize sizeHint() const override { return {240, 240}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QImage image_;
};

} // namespace vitrina::ui
