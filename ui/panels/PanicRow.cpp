// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PanicRow.hpp"

#include "ui/widgets/Labels.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace vitrina::ui {
namespace {

constexpr int rowHeight = 40;
constexpr int settleMs = 1500;

} // namespace

PanicRow::PanicRow(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    for (const PanicKind kind : panicKinds) {
        Key& key = keyOf(kind);
        key.action.kind = kind;
        key.button = new Button(theme, ButtonKind::Danger, ButtonSize::Normal, {}, this);
        key.button->setTight(true);
        key.arming = new Arming(theme.armTimeoutMs, this);
        key.settling = new QTimer(this);
        key.settling->setSingleShot(true);
        key.settling->setInterval(settleMs);
        row->addWidget(key.button, 1);
        connect(key.button, &QAbstractButton::clicked, this, [this, kind] { press(kind); });
        connect(key.arming, &Arming::changed, this, [this, kind] {
            showKey(keyOf(kind));
            showRow();
        });
    }
    auto* close = new Button(theme, ButtonKind::Flat, ButtonSize::Normal, {}, this);
    close->setIconName(QStringLiteral("cross"));
    close->setAccessibleName(tr("Close the panic keys"));
    close->setToolTip(tr("Close (Esc)"));
    connect(close, &QAbstractButton::clicked, this, &PanicRow::disarm);
    row->addWidget(close);
    setFixedHeight(rowHeight);
    setAccessibleName(tr("Panic keys"));
    hide();
}

void PanicRow::setCompact(bool compact) {
    compact_ = compact;
    for (Key& key : keys_)
        showKey(key);
}

PanicRow::Key& PanicRow::keyOf(PanicKind kind) {
    return keys_[std::size_t(kind) - 1];
}

Button& PanicRow::button(PanicKind kind) {
    return *keyOf(kind).button;
}

bool PanicRow::isArmed(PanicKind kind) const {
    return keys_[std::size_t(kind) - 1].arming->isArmed();
}

void PanicRow::toggle() {
    if (isVisible()) {
        disarm();
        return;
    }
    open_ = true;
    showRow();
    for (const Key& key : keys_)
        if (key.button->isEnabled()) {
            key.button->setFocus(Qt::ShortcutFocusReason);
            break;
        }
}

void PanicRow::press(PanicKind kind) {
    Key& key = keyOf(kind);
    if (!key.action.possible) {
        open_ = true; // where the tool tip says why not
        showRow();
        return;
    }
    if (key.settling->isActive())
        return;
    if (!key.action.stands && !key.arming->press())
        return;
    key.settling->start();
    emit asked(key.action.command);
}

void PanicRow::disarm() {
    open_ = false;
    for (Key& key : keys_)
        key.arming->disarm();
    showRow();
}

void PanicRow::present(const View& view) {
    for (Key& key : keys_) {
        const PanicAction action = panicAction(key.action.kind, view.state);
        const QString keys = view.keys.hint(panicId(action.kind));
        if (action == key.action && keys == key.keys)
            continue;
        // Another product has come on air, say: what was armed was something else.
        if (action != key.action)
            key.arming->disarm();
        key.action = action;
        key.keys = keys;
        showKey(key);
    }
}

void PanicRow::showKey(Key& key) {
    const bool armed = key.arming->isArmed();
    const int left = key.arming->secondsLeft();
    key.button->setEnabled(key.action.possible);
    key.button->setKind(armed               ? ButtonKind::Armed
                        : key.action.stands ? ButtonKind::Ready
                                            : ButtonKind::Danger);
    key.button->setText(armed ? tr("Press again %1").arg(left) : key.action.words);
    key.button->setKeyHint(compact_ || armed ? QString() : key.keys);
    key.button->setToolTip(armed ? tr("A second press does it; Esc leaves it")
                           : key.keys.isEmpty()
                               ? key.action.hint
                               : key.action.hint + QStringLiteral(" (") + key.keys + QStringLiteral(")"));
    key.button->setAccessibleName(
        armed ? tr("%1: press again, %2 s left, Escape leaves it").arg(key.action.words).arg(left)
        : key.action.stands ? key.action.words
                            : tr("%1, press twice").arg(key.action.words));
    key.button->updateGeometry();
    key.button->update();
}

void PanicRow::showRow() {
    const bool armed =
        std::any_of(keys_.begin(), keys_.end(), [](const Key& key) { return key.arming->isArmed(); });
    setVisible(open_ || armed);
}

void PanicRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.background.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme_.border.divider);
}

} // namespace vitrina::ui
