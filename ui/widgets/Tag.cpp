// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Tag.hpp"

#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"

#include <QPainter>

#include <cmath>

namespace vitrina::ui {
namespace {

constexpr int padding = 6;
constexpr int iconSize = 11;
constexpr int iconGap = 4;
constexpr int keyPadding = 5;

struct Colors {
    QColor fill;
    QColor text;
    QColor line;
};

Colors colorsOf(const Theme& theme, TagKind kind) {
    switch (kind) {
    case TagKind::Air:
        return {theme.air.fill, theme.air.onFill, theme.air.fill};
    case TagKind::Ready:
        return {theme.ready.fill, theme.ready.onFill, theme.ready.fill};
    case TagKind::Warning:
        return {theme.warning.fill, theme.warning.onFill, theme.warning.fill};
    case TagKind::WarningOutline:
        return {theme.warning.soft, theme.warning.text, theme.warning.border};
    case TagKind::AirOutline:
        return {theme.air.soft, theme.air.text, theme.air.border};
    case TagKind::ReadyOutline:
        return {theme.ready.soft, theme.ready.text, theme.ready.border};
    case TagKind::AccentOutline:
        return {theme.accent.soft, theme.accent.text, theme.accent.fill};
    case TagKind::Neutral:
    case TagKind::None:
        break;
    }
    return {Qt::transparent, theme.text.secondary, theme.border.control};
}

} // namespace

int tagWidth(const Theme& theme, const Tag& tag) {
    const int words = int(std::ceil(figuresWidth(uiFont(theme.large.tagText, 600), tag.text)));
    const int icon = tag.icon.isEmpty() ? 0 : iconSize + (tag.text.isEmpty() ? 0 : iconGap);
    return 2 * padding + words + icon;
}

int paintTag(QPainter& painter, const Theme& theme, const Tag& tag, int left, int centreY) {
    const Colors colors = colorsOf(theme, tag.kind);
    const QRect rect(left, centreY - theme.large.tag / 2, tagWidth(theme, tag), theme.large.tag);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.line);
    painter.setBrush(colors.fill);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), theme.large.radiusTag,
                            theme.large.radiusTag);
    int x = rect.left() + padding;
    if (!tag.icon.isEmpty()) {
        drawIcon(painter, QRectF(x, centreY - iconSize / 2, iconSize, iconSize), tag.icon, colors.text,
                 colors.fill.alpha() ? colors.fill : theme.background.panel);
        x += iconSize + iconGap;
    }
    painter.setFont(uiFont(theme.large.tagText, 600));
    painter.setPen(colors.text);
    drawFigures(painter, QRectF(x, rect.top(), rect.right() - x, rect.height()),
                Qt::AlignLeft | Qt::AlignVCenter, tag.text);
    painter.restore();
    return rect.width();
}

int keyWidth(const Theme& theme, const QString& key) {
    const int words = int(std::ceil(figuresWidth(uiFont(theme.large.caption, 500), key)));
    return std::max(theme.large.key, words + 2 * keyPadding);
}

void paintKey(QPainter& painter, const Theme& theme, const QString& key, int left, int centreY,
              const QColor& text, const QColor& line) {
    const QRectF rect(left + 0.5, centreY - theme.large.key / 2 + 0.5, keyWidth(theme, key) - 1,
                      theme.large.key - 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect, theme.large.radiusTag, theme.large.radiusTag);
    painter.setFont(uiFont(theme.large.caption, 500));
    painter.setPen(text);
    drawFigures(painter, rect, Qt::AlignCenter, key);
    painter.restore();
}

TagLabel::TagLabel(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TagLabel::setTag(const Tag& tag) {
    if (tag_ == tag)
        return;
    tag_ = tag;
    setAccessibleName(tag.text);
    updateGeometry();
    update();
}

QSize TagLabel::sizeHint() const {
    return {tagWidth(theme_, tag_), theme_.large.tag};
}

void TagLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintTag(painter, theme_, tag_, 0, height() / 2);
}

} // namespace vitrina::ui
