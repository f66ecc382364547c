// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"
#include "ui/dialogs/Dialog.hpp"
#include "ui/dialogs/OfferDialog.hpp"

#include <QLocale>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QVBoxLayout;

namespace vitrina::ui {

/// Who sells, and on what terms: what the law asks for before a checkout may open. What is missing is listed
/// as it is typed. Saved whole, by a request to the server; what is typed stays until that has taken it.
class TermsDialog final : public Dialog {
    Q_OBJECT

  public:
    TermsDialog(const Theme& theme, const commerce::Terms& terms, const std::string& currency,
                const QLocale& locale, SendCommand send, QWidget* parent = nullptr);
    /// Closes when the terms that were sent hold.
    void present(const control::State& state);
    /// They were not taken.
    void refused(const QString& words);

    QString missing() const;
    QString note() const;
    QLineEdit& traderName() { return *name_; }
    QLineEdit& price(int way) { return *ways_[std::size_t(way)].prices; }
    QComboBox& handOver() { return *handOver_; }
    Button& saveButton() { return *save_; }

  public slots:
    void addWay();
    void save();

  private:
    struct Way {
        QWidget* all = nullptr;
        std::string id;
        QComboBox* kind = nullptr;
        QLineEdit* title = nullptr;
        QLineEdit* detail = nullptr;
        QLineEdit* prices = nullptr;
        QLineEdit* freeFrom = nullptr;
        Button* remove = nullptr;
    };
    void build();
    void buildSeller(QVBoxLayout& column);
    void buildWays(QVBoxLayout& column);
    void buildPayment(QVBoxLayout& column);
    void buildTexts(QVBoxLayout& column);
    void buildHandOver(QVBoxLayout& column);
    void connectFields();
    void fill(const commerce::Terms& terms);
    void addWay(const commerce::DeliveryWay& shown);
    void touched();
    void say(const QString& words);
    /// As far as it can be read; what can't is told in `wrong`, with its field.
    commerce::Terms read(QString* wrong, QWidget** field) const;
    std::string freeWayId() const;

    std::optional<commerce::Terms> sent_; ///< not answered yet
    std::string currency_;
    QLocale locale_;
    SendCommand send_;
    QLineEdit* name_;
    QLineEdit* register_;
    QLineEdit* vatNumber_;
    QLineEdit* address_;
    QLineEdit* phone_;
    QLineEdit* email_;
    QCheckBox* certified_;
    QVBoxLayout* wayColumn_ = nullptr;
    Button* add_ = nullptr;
    std::vector<Way> ways_;
    QCheckBox* onDelivery_;
    QCheckBox* atCollection_;
    QCheckBox* transfer_;
    QLineEdit* account_;
    QLineEdit* vat_;
    QSpinBox* reserve_;
    QPlainTextEdit* conditions_;
    QPlainTextEdit* withdrawal_;
    QComboBox* handOver_;
    QLineEdit* shop_;
    QLabel* missing_;
    QLabel* note_;
    Button* save_ = nullptr;
};

} // namespace vitrina::ui
