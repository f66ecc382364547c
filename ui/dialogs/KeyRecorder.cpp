// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/KeyRecorder.hpp"

#include "ui/models/KeyMap.hpp"

#include <QKeyEvent>

namespace vitrina::ui {

KeyRecorder::KeyRecorder(QWidget* parent) : QLineEdit(parent) {
    setPlaceholderText(tr("Press a key…"));
    setAccessibleName(tr("Press the new key, Escape leaves it as it is"));
    setContextMenuPolicy(Qt::NoContextMenu);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

/// Copy, paste and undo of a field are presses like any other here.
void KeyRecorder::keyPressEvent(QKeyEvent* event) {
    event->accept();
    if (event->isAutoRepeat())
        return;
    if (event->key() == Qt::Key_Escape) {
        emit left();
        return;
    }
    const QKeyCombination key = keyPressed(event->key(), event->modifiers(), event->nativeScanCode());
    if (canBeKey(key))
        emit recorded(QKeySequence(key));
}

void KeyRecorder::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    emit left();
}

} // namespace vitrina::ui
