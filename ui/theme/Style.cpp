// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Style.hpp"

#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"

#include <QApplication>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolTip>

namespace vitrina::ui {

QPalette paletteOf(const Theme& theme) {
    QPalette palette;
    const auto all = [&](QPalette::ColorRole role, const QColor& normal, const QColor& disabled) {
        palette.setColor(QPalette::Active, role, normal);
        palette.setColor(QPalette::Inactive, role, normal);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    all(QPalette::Window, theme.background.window, theme.background.window);
    all(QPalette::WindowText, theme.text.primary, theme.text.disabled);
    all(QPalette::Base, theme.background.panel, theme.background.panel);
    all(QPalette::AlternateBase, theme.background.header, theme.background.header);
    all(QPalette::Text, theme.text.primary, theme.text.disabled);
    all(QPalette::PlaceholderText, theme.text.label, theme.text.disabled);
    all(QPalette::Button, theme.background.control, theme.background.panel);
    all(QPalette::ButtonText, theme.text.primary, theme.text.disabled);
    all(QPalette::BrightText, theme.air.text, theme.text.disabled);
    all(QPalette::Light, theme.background.controlHover, theme.background.controlHover);
    all(QPalette::Midlight, theme.background.control, theme.background.control);
    all(QPalette::Mid, theme.border.control, theme.border.control);
    all(QPalette::Dark, theme.border.divider, theme.border.divider);
    all(QPalette::Shadow, theme.background.window, theme.background.window);
    all(QPalette::Highlight, theme.accent.fill, theme.accent.soft);
    all(QPalette::HighlightedText, theme.accent.onFill, theme.text.disabled);
    all(QPalette::Link, theme.accent.text, theme.text.disabled);
    all(QPalette::LinkVisited, theme.accent.text, theme.text.disabled);
    all(QPalette::ToolTipBase, theme.background.header, theme.background.header);
    all(QPalette::ToolTipText, theme.text.primary, theme.text.primary);
    return palette;
}

QString styleSheetOf(const Theme& theme) {
    QString sheet = QStringLiteral(R"(
QToolTip { background: @header; color: @primary; border: 1px solid @control; padding: 4px 6px; }
QMenuBar { background: @panel; color: @primary; border-bottom: 1px solid @divider; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @header; color: @primary; border: 1px solid @control; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 14px; background: transparent; }
QMenu::item:selected { background: @accentSoft; color: @primary; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @divider; margin: 4px 0; }
QComboBox { background: @controlBg; color: @primary; border: 1px solid @control; border-radius: 4px;
    padding: 0 4px 0 8px; min-height: 26px; }
QComboBox:hover { background: @hover; }
QComboBox:focus { border: 2px solid @ring; padding: 0 3px 0 7px; min-height: 24px; }
QComboBox::drop-down { subcontrol-origin: padding; subcontrol-position: center right; width: 20px; border: 0; }
QComboBox::down-arrow { image: url(@arrowDown); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @header; color: @primary; border: 1px solid @control;
    selection-background-color: @accentSoft; selection-color: @primary; outline: 0; }
QAbstractSpinBox { background: @field; color: @primary; border: 1px solid @fieldLine; border-radius: 4px;
    padding: 0 2px 0 7px; min-height: 26px; }
QAbstractSpinBox:focus { border: 2px solid @ring; padding: 0 1px 0 6px; min-height: 24px; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; width: 16px; border: 0; margin: 2px 2px 0 0; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; width: 16px; border: 0; margin: 0 2px 2px 0; }
QAbstractSpinBox::up-arrow { image: url(@arrowUp); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url(@arrowDown); width: 10px; height: 10px; }
QLineEdit { background: @field; color: @primary; border: 1px solid @fieldLine; border-radius: 4px; padding: 0 8px;
    min-height: 26px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus { border: 2px solid @ring; padding: 0 7px; min-height: 24px; }
QAbstractScrollArea { border: 0; }
QPlainTextEdit { background: @field; color: @primary; border: 1px solid @fieldLine; border-radius: 4px; padding: 3px 5px;
    selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit:focus { border: 2px solid @ring; padding: 2px 4px; }
QCheckBox, QRadioButton { color: @primary; spacing: 6px; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; background: @field; border: 1px solid @fieldLine;
    border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid @ring; width: 12px; height: 12px; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/vitrina/icons/check-on.svg); }
QRadioButton::indicator:checked { border: 5px solid @accent; width: 6px; height: 6px; background: @onAccent; }
QListWidget::item { padding: 3px 10px; background: transparent; border: 0; }
QListWidget::item:selected { background: @accentSoft; color: @primary; }
QHeaderView { background: @header; border: 0; }
QHeaderView::section { background: @header; color: @primary; border: 0; border-right: 1px solid @divider;
    border-bottom: 1px solid @divider; padding: 3px 6px; }
QTableView { background: @panel; color: @primary; gridline-color: @divider; border: 1px solid @divider;
    selection-background-color: @accentSoft; selection-color: @primary; }
QTableView QTableCornerButton::section { background: @header; border: 0; }
QTreeView, QListView { background: @panel; border: 0; outline: 0; }
QTreeView::branch { background: transparent; image: none; }
QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar::handle:vertical { background: @control; border-radius: 2px; min-height: 24px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: @fieldLine; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; }
QScrollBar::handle:horizontal { background: @control; border-radius: 2px; min-width: 24px; margin: 2px; }
QScrollBar::add-line:horizontal, QScrollBar::sub-line:horizontal { width: 0; }
)");
    const bool light = theme.kind == ThemeKind::Light;
    const std::pair<const char*, QString> words[] = {
        // longer names first: @controlBg must not be eaten by @control
        {"@controlBg", theme.background.control.name()},
        {"@accentSoft", theme.accent.soft.name()},
        {"@onAccent", theme.accent.onFill.name()},
        {"@arrowDown", light ? QStringLiteral(":/vitrina/icons/chevron-down-light.svg")
                             : QStringLiteral(":/vitrina/icons/chevron-down-dark.svg")},
        {"@arrowUp", light ? QStringLiteral(":/vitrina/icons/chevron-up-light.svg")
                           : QStringLiteral(":/vitrina/icons/chevron-up-dark.svg")},
        {"@fieldLine", theme.border.field.name()},
        {"@header", theme.background.header.name()},
        {"@primary", theme.text.primary.name()},
        {"@control", theme.border.control.name()},
        {"@panel", theme.background.panel.name()},
        {"@divider", theme.border.divider.name()},
        {"@hover", theme.background.controlHover.name()},
        {"@disabled", theme.text.disabled.name()},
        {"@field", theme.background.field.name()},
        {"@ring", theme.focus.ring.name()},
        {"@accent", theme.accent.fill.name()},
    };
    for (const auto& [word, value] : words)
        sheet.replace(QLatin1String(word), value);
    return sheet;
}

FocusRingStyle::FocusRingStyle(const Theme& theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), ring_(theme.focus.ring),
      width_(theme.large.focusRing), radius_(theme.large.radiusControl) {}

void FocusRingStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const {
    if (element != PE_FrameFocusRect) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    if (!(option->state & State_KeyboardFocusChange))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ring_, width_));
    painter->setBrush(Qt::NoBrush);
    const qreal half = width_ / 2.0;
    painter->drawRoundedRect(QRectF(option->rect).adjusted(half, half, -half, -half), radius_, radius_);
    painter->restore();
}

int FocusRingStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* data) const {
    if (hint == SH_EtchDisabledText || hint == SH_UnderlineShortcut)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

void applyTheme(QApplication& application, const Theme& theme) {
    application.setStyle(new FocusRingStyle(theme));
    application.setPalette(paletteOf(theme));
    application.setFont(uiFont(theme.large.body));
    QToolTip::setFont(uiFont(theme.large.small));
    QToolTip::setPalette(paletteOf(theme));
    application.setStyleSheet(styleSheetOf(theme));
    application.setWindowIcon(applicationIcon());
}

} // namespace vitrina::ui
