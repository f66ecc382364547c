// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/RundownDesk.hpp"

#include "show/PlanCsv.hpp"
#include "ui/dialogs/ErrorDialog.hpp"
#include "ui/dialogs/ImportDialog.hpp"
#include "ui/dialogs/ItemDialog.hpp"
#include "ui/models/RundownWords.hpp"
#include "ui/panels/RundownPanel.hpp"
#include "ui/shell/FileWork.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileDialog>
#include <QFileInfo>

namespace vitrina::ui {
namespace {

/// A table that can't be read has reasons of its own, which a show file has not.
struct RundownDeskWords {
    Q_DECLARE_TR_FUNCTIONS(RundownDesk)

  public:
    static QString why(const Error& error) {
        switch (error.code) {
        case ErrorCode::BadText:
            return tr("It is not text that can be read. Save it in the spreadsheet as CSV (UTF-8) and import "
                      "that.");
        case ErrorCode::BadFormat:
            return tr("The quotation mark opened in line %1 is never closed. Correct it and import it again.")
                .arg(text(error.detail));
        case ErrorCode::TooLarge:
            return tr("The table is too large: at most 16 MiB, 100,000 lines and 100 columns can be read.");
        case ErrorCode::NotFound:
            return tr("There is nothing in the table.");
        default:
            return errorSentence(error.code);
        }
    }
};

} // namespace

RundownDesk::RundownDesk(control::Dispatcher& dispatcher, const Theme& theme, RundownPanel& panel,
                         Remembered& memory, QWidget& window)
    : QObject(&window), dispatcher_(dispatcher), theme_(theme), panel_(panel), memory_(memory),
      window_(window) {
    connect(&panel.editor(), &RundownEditor::openAsked, this, &RundownDesk::editRow);
}

void RundownDesk::present() {
    if (item_ && item_->isVisible())
        item_->present(dispatcher_.state());
}

void RundownDesk::editRow(const ItemId& item) {
    if (!item_) {
        item_ = new ItemDialog(theme_, &window_);
        connect(item_, &ItemDialog::asked, this, &RundownDesk::asked);
    }
    item_->edit(dispatcher_.state(), item);
}

void RundownDesk::chooseImport() {
    auto* dialog = new QFileDialog(&window_, tr("Import rows"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RundownDesk::importFrom);
    dialog->open();
}

void RundownDesk::chooseExport() {
    auto* dialog = new QFileDialog(&window_, tr("Export rundown"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilters({tr("Tables (*.csv)")});
    dialog->selectFile(text(dispatcher_.state().show.title) + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &RundownDesk::exportTo);
    dialog->open();
}

void RundownDesk::importFrom(const QString& path) {
    readTable(path, this, [this, path](const Result<CsvTable>& table) { offer(path, table); });
}

void RundownDesk::offer(const QString& path, const Result<CsvTable>& table) {
    if (!table)
        return tellFailure(tr("“%1” can't be imported").arg(QFileInfo(path).fileName()), path, table.error());
    if (!import_) {
        import_ = new ImportDialog(theme_, &window_);
        connect(import_, &ImportDialog::asked, this, &RundownDesk::asked);
        connect(import_, &ImportDialog::mappingChosen, this,
                [this](const QString& headings, const QString& mapping) {
                    memory_.set(memoryKey(headings), mapping);
                });
    }
    const QString known = memory_.value(memoryKey(ImportDialog::headingsOf(*table))).toString();
    import_->offer(QFileInfo(path).fileName(), *table, productNames(dispatcher_.state().catalogue), known);
}

void RundownDesk::exportTo(const QString& path) {
    const control::State& state = dispatcher_.state();
    const std::string table =
        show::writePlan(state.show, state.run, dispatcher_.clock().now(), productNames(state.catalogue));
    writeFile(path, table, this, [this, path](const Result<void>& written) {
        const QString name = QFileInfo(path).fileName();
        if (written)
            panel_.say(tr("Exported to “%1”").arg(name));
        else
            tellFailure(tr("The rundown can't be exported"), path, written.error());
    });
}

void RundownDesk::tellFailure(const QString& heading, const QString& path, const Error& error) {
    auto* dialog = new ErrorDialog(theme_, heading, path, error, &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setExplanation(RundownDeskWords::why(error));
    dialog->setModal(false);
    dialog->show();
}

/// Headings can be long: what is kept is known by their digest.
QString RundownDesk::memoryKey(const QString& headings) const {
    const QByteArray digest = QCryptographicHash::hash(headings.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QStringLiteral("import/") + QString::fromLatin1(digest.left(16));
}

} // namespace vitrina::ui
