// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.hpp"

#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;
class QRectF;

namespace vitrina::ui {

/// Draws one of resources/icons in one colour; what is cut out of it shows `through`. Nothing for an unknown
/// name.
void drawIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& color,
              const QColor& through);
/// For menus and native widgets: follows normal, disabled and selected.
QIcon tintedIcon(const QString& name, const Theme& theme);
/// The program's own icon.
QIcon applicationIcon();

} // namespace vitrina::ui
