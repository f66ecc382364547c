// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Csv.hpp"
#include "control/Dispatcher.hpp"
#include "ui/models/Remembered.hpp"
#include "ui/theme/Theme.hpp"

#include <QObject>
#include <QString>

class QWidget;

namespace vitrina::ui {

class ImportDialog;
class ItemDialog;
class RundownPanel;

/// The rundown's dialogs: a row's values, a table that comes in, a table that goes out. They leave the window
/// free, and files are read and written on another thread.
class RundownDesk final : public QObject {
    Q_OBJECT

  public:
    RundownDesk(control::Dispatcher& dispatcher, const Theme& theme, RundownPanel& panel, Remembered& memory,
                QWidget& window);
    /// What open dialogs show of the state; with every presentation of the window.
    void present();
    ItemDialog* itemDialog() { return item_; }       ///< null until first used
    ImportDialog* importDialog() { return import_; } ///< null until first used

  public slots:
    void editRow(const vitrina::ItemId& item);
    void chooseImport();
    void chooseExport();
    void importFrom(const QString& path);
    void exportTo(const QString& path);

  signals:
    void asked(const vitrina::control::Command& command);

  private:
    void offer(const QString& path, const Result<CsvTable>& table);
    void tellFailure(const QString& heading, const QString& path, const Error& error);
    QString memoryKey(const QString& headings) const;

    control::Dispatcher& dispatcher_;
    const Theme& theme_;
    RundownPanel& panel_;
    Remembered& memory_;
    QWidget& window_;
    ItemDialog* item_ = nullptr;
    ImportDialog* import_ = nullptr;
};

} // namespace vitrina::ui
