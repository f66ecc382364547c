// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.hpp"

#include <QString>
#include <QWidget>

class QPainter;

namespace vitrina::ui {

enum class TagKind {
    None,
    Air,
    Ready,
    Warning,
    WarningOutline,
    AirOutline,
    ReadyOutline,
    AccentOutline,
    Neutral
};

/// A word that names a state, with the icon that says the same by shape. Never elided.
struct Tag {
    TagKind kind = TagKind::None;
    QString text;
    QString icon; ///< empty for none

    bool operator==(const Tag&) const = default;
};

int tagWidth(const Theme& theme, const Tag& tag);
/// Paints the tag, theme.large.tag high, with its left edge at `left` and centred on `centreY`. Returns its
/// width.
int paintTag(QPainter& painter, const Theme& theme, const Tag& tag, int left, int centreY);
/// A frame with a key's name in it, as shown on buttons.
int keyWidth(const Theme& theme, const QString& key);
void paintKey(QPainter& painter, const Theme& theme, const QString& key, int left, int centreY,
              const QColor& text, const QColor& line);

class TagLabel final : public QWidget {
    Q_OBJECT

  public:
    explicit TagLabel(const Theme& theme, QWidget* parent = nullptr);
    void setTag(const Tag& tag);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    const Theme& theme_;
    Tag tag_;
};

} // namespace vitrina::ui
