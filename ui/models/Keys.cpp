// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Keys.hpp"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <algorithm>

namespace vitrina::ui {
namespace {

bool takesText(const QWidget* widget) {
    if (widget && widget->property(Keys::takesTextProperty).toBool())
        return true;
    if (const auto* line = qobject_cast<const QLineEdit*>(widget))
        return !line->isReadOnly();
    if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(widget))
        return !spin->isReadOnly();
    if (const auto* box = qobject_cast<const QComboBox*>(widget))
        return box->isEditable();
    if (const auto* text = qobject_cast<const QTextEdit*>(widget))
        return !text->isReadOnly();
    const auto* plain = qobject_cast<const QPlainTextEdit*>(widget);
    return plain && !plain->isReadOnly();
}

QKeyCombination keyOf(const QKeyEvent& event) {
    return keyPressed(event.key(), event.modifiers(), event.nativeScanCode());
}

QString plainWords(QString words) {
    words.remove(QLatin1Char('&'));
    return words;
}

} // namespace

Keys::Keys(QObject* parent) : QObject(parent) {
    qApp->installEventFilter(this);
}

void Keys::add(QAction& action, KeyCommand command) {
    Q_ASSERT_X(!command.id.isEmpty() && std::none_of(commands_.begin(), commands_.end(),
                                                     [&](const KeyCommand& c) { return c.id == command.id; }),
               "Keys::add", qPrintable(command.id));
    command.group = plainWords(command.group);
    command.words = plainWords(command.words);
    action.setObjectName(command.id);
    commands_.push_back(std::move(command));
    actions_.emplace_back(&action);
    give(commands_.size() - 1);
    for (const KeyConflict& conflict : conflictsOf(commands_, map_, commands_.back()))
        for (std::size_t i = 0; i < commands_.size(); ++i)
            if (commands_[i].id == conflict.other)
                give(i);
}

void Keys::addAll(const QList<QAction*>& actions, const QString& group, KeyReach reach,
                  const QString& place) {
    for (QAction* action : actions)
        if (!action->isSeparator() && !action->objectName().isEmpty())
            add(*action, {action->objectName(), group, action->text(), action->shortcuts(), reach, place});
}

void Keys::give(std::size_t index) {
    if (QAction* action = actions_[index])
        if (const KeyList keys = workingKeys(commands_, map_, commands_[index]); action->shortcuts() != keys)
            action->setShortcuts(keys);
}

KeyCommands Keys::shown() const {
    KeyCommands shown;
    for (std::size_t i = 0; i < commands_.size(); ++i)
        if (actions_[i] && actions_[i]->isVisible())
            shown.push_back(commands_[i]);
    return shown;
}

void Keys::setMap(const KeyMap& map) {
    if (map == map_)
        return;
    map_ = map;
    for (std::size_t i = 0; i < commands_.size(); ++i)
        give(i);
    emit changed();
}

QString Keys::hint(const QString& id) const {
    for (std::size_t i = 0; i < commands_.size(); ++i)
        if (commands_[i].id == id && actions_[i])
            return actions_[i]->shortcut().toString(QKeySequence::NativeText);
    return {};
}

QString Keys::withHint(const QString& words, const QString& id) const {
    const QString key = hint(id);
    return key.isEmpty() ? words : words + QStringLiteral(" (") + key + QLatin1Char(')');
}

QAction* Keys::actionFor(QKeyCombination key, bool everywhereOnly) const {
    for (std::size_t i = 0; i < commands_.size(); ++i) {
        const KeyReach reach = commands_[i].reach;
        if (actions_[i] &&
            (reach == KeyReach::Everywhere || (reach == KeyReach::NotTyping && !everywhereOnly)) &&
            actions_[i]->shortcuts().contains(QKeySequence(key)))
            return actions_[i];
    }
    return nullptr;
}

bool Keys::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && watched->isWidgetType())
        return beforeShortcut(*static_cast<QKeyEvent*>(event));
    if (event->type() == QEvent::KeyPress && watched->isWidgetType())
        return afterShortcut(*static_cast<QKeyEvent*>(event));
    return QObject::eventFilter(watched, event);
}

/// Accepting here keeps a press from being looked up among the shortcuts; the field gets it as a plain press.
bool Keys::beforeShortcut(QKeyEvent& event) {
    const QKeyCombination key = keyOf(event);
    QAction* everywhere = typesText(key) ? nullptr : actionFor(key, true);
    if (everywhere) {
        // A modal dialog and an open menu keep shortcuts from the window behind, but not a take.
        if (!QApplication::activeModalWidget() && !QApplication::activePopupWidget())
            return false;
        event.accept();
        if (!event.isAutoRepeat())
            everywhere->trigger();
        return true;
    }
    // What is no command is not ours: Esc, Alt and a letter for a menu, a dialog's own keys.
    if (!takesText(QApplication::focusWidget()) || (!typesText(key) && !actionFor(key, false)))
        return false;
    event.accept();
    return true;
}

/// A press that was no shortcut by its letter may be one by its place: the hand on X, in a Cyrillic layout.
bool Keys::afterShortcut(QKeyEvent& event) {
    const QKeyCombination key = keyOf(event);
    if (key.key() == event.key() || event.isAutoRepeat() || takesText(QApplication::focusWidget()) ||
        QApplication::activeModalWidget() || QApplication::activePopupWidget())
        return false;
    QAction* action = actionFor(key, false);
    if (action)
        action->trigger();
    return action != nullptr;
}

} // namespace vitrina::ui
