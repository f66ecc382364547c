// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/OutsidePort.hpp"
#include "ui/dialogs/Dialog.hpp"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace vitrina::ui {

/// What reaches beyond the show: how orders are confirmed by mail, with what secret another shop tells of its
/// orders, and the shop that ours are handed on to. A password that is set is never shown again: it stays,
/// is replaced or removed.
class OutsideDialog final : public Dialog {
    Q_OBJECT

  public:
    OutsideDialog(const Theme& theme, control::OutsidePort& port, QWidget* parent = nullptr);
    /// `rehearsal`: nothing of it is used. `up`: the server answers.
    void present(bool rehearsal, bool up);

    QLineEdit& field(const QString& name) const; ///< by its object name, as in the tests
    Button& testButton() { return *test_; }
    Button& copyButton() { return *copy_; }
    Button& saveButton() { return *save_; }
    Button& removeMailButton() { return *removeMail_; }
    Button& removeHooksButton() { return *removeHooks_; }
    Button& removeShopButton() { return *removeShop_; }
    QString mailState() const;
    QString hooksState() const;
    QString shopState() const;
    QString answer() const;

  private:
    QLineEdit* lineEdit(const QString& name);
    QLineEdit* passwordEdit(const QString& name);
    Button* sideButton(const QString& words, const QString& spoken);
    void buildMail(QVBoxLayout& column);
    void buildHooks(QVBoxLayout& column);
    void buildShop(QVBoxLayout& column);
    void fill();
    void fillSecrets();
    void touched();
    bool save();
    void saveMail();
    void testMail();
    void tested(const Error& error);
    void presentStates();
    void presentHookUrl(const control::Outside& outside);
    QString firstProblem() const; ///< why it can't be saved; empty: it can

    control::OutsidePort& port_;
    QLineEdit* host_;
    QComboBox* security_;
    QSpinBox* mailPort_;
    QLineEdit* user_;
    QLineEdit* password_;
    QLineEdit* from_;
    QLineEdit* to_;
    Button* test_ = nullptr;
    Button* removeMail_ = nullptr;
    QLabel* answer_;
    QLabel* mailState_;
    QLineEdit* secret_;
    QLineEdit* hookUrl_;
    Button* copy_ = nullptr;
    Button* removeHooks_ = nullptr;
    QLabel* hooksState_;
    QLineEdit* shopUrl_;
    QLineEdit* shopUser_;
    QLineEdit* shopPassword_;
    Button* removeShop_ = nullptr;
    QLabel* shopState_;
    QLabel* note_;
    Button* save_ = nullptr;
    bool rehearsal_ = false;
    bool up_ = false;
    bool testing_ = false;
};

} // namespace vitrina::ui
