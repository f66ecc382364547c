// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/Dialog.hpp"
#include "ui/models/Keys.hpp"

#include <QPointer>

class QLineEdit;

namespace vitrina::ui {

class KeyRecorder;
class KeysList;

/// All keys: to look up and to change. A change works at once. Never modal: the show goes on behind.
class KeysDialog final : public Dialog {
    Q_OBJECT

  public:
    KeysDialog(const Theme& theme, Keys& keys, QWidget* parent = nullptr);
    ~KeysDialog() override;
    KeysList& list() { return *list_; }
    QLineEdit& search() { return *search_; }
    KeyRecorder* recorder() const; ///< null while no press is waited for

  protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void buildRowButtons();
    void present();
    void explain();
    const KeyCommand* current() const;
    void record(bool inAddition);
    void leaveRecorder();
    void give(const KeyList& wanted);
    void resetOne();

    Keys& keys_;
    QLineEdit* search_;
    KeysList* list_;
    QLabel* explained_;
    Button* change_ = nullptr;
    Button* add_ = nullptr;
    Button* remove_ = nullptr;
    Button* reset_ = nullptr;
    Button* resetAll_ = nullptr;
    QPointer<KeyRecorder> recorder_;
};

} // namespace vitrina::ui
