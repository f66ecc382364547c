// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace vitrina::ui {

/// Waits for one press and tells it. Being a text field, no command fires meanwhile but those that work while
/// typing: a take is still a take. Esc, Tab and a press elsewhere leave it.
class KeyRecorder final : public QLineEdit {
    Q_OBJECT

  public:
    explicit KeyRecorder(QWidget* parent);

  signals:
    void recorded(const QKeySequence& key);
    void left();

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
};

} // namespace vitrina::ui
