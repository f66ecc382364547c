// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"
#include "show/PlanCsv.hpp"
#include "ui/dialogs/Dialog.hpp"

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QRadioButton;
class QSpinBox;
class QTableWidget;

namespace vitrina::ui {

/// A table on its way into the rundown: what each column holds, what comes of the rows, and every row that
/// can't be read. Nothing is changed until Import, and then all of it as one step. The window stays free
/// meanwhile.
class ImportDialog final : public Dialog {
    Q_OBJECT

  public:
    ImportDialog(const Theme& theme, QWidget* parent = nullptr);
    /// `known`: how a table with these headings was read before; its columns are taken when they fit.
    void offer(const QString& name, CsvTable table, std::vector<show::ProductName> products,
               const QString& known);

    /// The headings of the table as one text: what a mapping is remembered by.
    static QString headingsOf(const CsvTable& table);
    QString mappingText() const;
    const show::PlanTable& plan() const { return plan_; }
    QComboBox& column(int index) { return *columns_[std::size_t(index)]; }
    QCheckBox& leaveOut() { return *leaveOut_; }
    QRadioButton& replacing() { return *replace_; }
    Button& importButton() { return *import_; }
    QListWidget& reports() { return *reports_; }

  signals:
    void asked(const vitrina::control::Command& command);
    void mappingChosen(const QString& headings, const QString& mapping);

  private:
    void build();
    void takeKnown(const QString& known);
    void fillTable();
    void fillColumns();
    void readAgain();
    void report();
    void bringIn();
    bool tooLong() const;

    QString name_;
    CsvTable table_;
    show::CsvMapping mapping_;
    std::vector<show::ProductName> products_;
    show::PlanTable plan_;
    QLabel* heading_;
    QLabel* facts_;
    QSpinBox* headings_;
    QTableWidget* preview_;
    std::vector<QComboBox*> columns_;
    QLabel* outcome_;
    QListWidget* reports_;
    QCheckBox* leaveOut_;
    QRadioButton* append_;
    QRadioButton* replace_;
    Button* import_;
    bool filling_ = false;
};

} // namespace vitrina::ui
