// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"
#include "ui/dialogs/Dialog.hpp"

#include <QLocale>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace vitrina::ui {

/// What a dialog sends, and what came of it.
using SendCommand = std::function<Result<void>(const control::Command&)>;

/// Plans an offer or changes one. A price in doubt is saved with a second press that shows old → new. Beside
/// each price stands what the page will say of it; there is no field for a "was".
class OfferDialog final : public Dialog {
    Q_OBJECT

  public:
    /// An offer with an empty id is a new one. `state` is looked at for as long as the dialog lives: a price
    /// is held against the list of the moment it is saved.
    OfferDialog(const Theme& theme, const control::State& state, const QLocale& locale,
                const commerce::Offer& offer, SendCommand send, QWidget* parent = nullptr);

    /// What stands under the fields; empty while there is nothing to say.
    QString note() const;
    const OfferId& offer() const { return id_; }
    QLineEdit& title() { return *title_; }
    QComboBox& kind() { return *kind_; }
    QLineEdit& duration() { return *duration_; }
    QLineEdit& word() { return *word_; }
    QComboBox& sku(int line) { return *lines_[std::size_t(line)].sku; }
    QLineEdit& price(int line) { return *lines_[std::size_t(line)].price; }
    QString claim(int line) const;
    Button& saveButton() { return *save_; }

  public slots:
    void addLine();
    void save();

  private:
    struct Line {
        QWidget* all = nullptr;
        QComboBox* sku = nullptr;
        QSpinBox* quantity = nullptr;
        QLineEdit* price = nullptr;
        QLabel* claim = nullptr;
        Button* remove = nullptr;
    };
    void build();
    void buildLimits();
    void fill(const commerce::Offer& offer);
    void addLine(const commerce::OfferLine& line);
    void removeLine(QWidget* all);
    void touched();
    void presentClaims();
    /// BadDuration, BadQuantity, BadText; the field has the focus and say() was called.
    Result<commerce::Offer> read();
    void say(const QString& words);
    Result<commerce::Offer> refuse(QWidget* field, ErrorCode code, const QString& words);

    const control::State& state_;
    QLocale locale_;
    SendCommand send_;
    OfferId id_;
    QComboBox* kind_;
    QLineEdit* title_;
    QLineEdit* word_;
    QWidget* column_;
    std::vector<Line> lines_;
    QLineEdit* duration_;
    QSpinBox* pieces_;
    QSpinBox* perBuyer_;
    QComboBox* item_;
    QCheckBox* outlives_;
    QLabel* note_;
    Button* add_ = nullptr;
    Button* save_ = nullptr;
    QString agreed_; ///< what the guard has shown: the next press saves that
};

} // namespace vitrina::ui
