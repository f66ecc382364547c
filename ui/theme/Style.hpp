// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.hpp"

#include <QPalette>
#include <QProxyStyle>
#include <QString>

class QApplication;

namespace vitrina::ui {

QPalette paletteOf(const Theme& theme);
/// The one style sheet: the standard widgets we use, fully styled; everything else is painted by our own
/// widgets.
QString styleSheetOf(const Theme& theme);

/// Fusion with our focus ring: two pixels and a gap, always on keyboard focus, never after a click.
class FocusRingStyle final : public QProxyStyle {
  public:
    explicit FocusRingStyle(const Theme& theme);
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;

  private:
    QColor ring_;
    int width_;
    int radius_;
};

/// Style, palette, style sheet, font and tool-tip font of the whole application. Once, before the first
/// window.
void applyTheme(QApplication& application, const Theme& theme);

} // namespace vitrina::ui
