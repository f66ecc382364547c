// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.hpp"

#include <QHash>
#include <QPixmap>
#include <QStringList>

class QPainter;
class QSvgRenderer;

namespace vitrina::ui {

/// Pictures of products by asset name, looked for in folders, rendered at the screen's real scale and kept.
class Art {
  public:
    Art(const Theme& theme, QStringList folders) : theme_(theme), folders_(std::move(folders)) {}

    /// A rounded tile with the picture, or with `icon` when there is none. `faded` for rows that are over.
    void paintThumb(QPainter& painter, const QRect& rect, const QString& asset, const QString& icon,
                    bool faded = false);

  private:
    QPixmap picture(const QString& asset, int devicePixels);

    const Theme& theme_;
    QStringList folders_;
    QHash<QString, QPixmap> kept_;
};

} // namespace vitrina::ui
