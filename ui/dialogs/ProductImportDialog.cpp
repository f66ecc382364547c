// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ProductImportDialog.hpp"

#include "ui/models/ShopWords.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {
namespace {

constexpr int previewRows = 4;
constexpr int columnWidth = 150;
/// A person looks at the first of them; the counts stand above.
constexpr std::size_t maxShownChanges = 300;

} // namespace

ProductImportDialog::ProductImportDialog(const Theme& theme, control::ShopBookPort& shop, QWidget* parent)
    : Dialog(theme, tr("Import products"), parent), shop_(shop), heading_(addHeading(tr("Import products"))),
      facts_(plainLabel({}, theme.large.body, 400, theme.text.secondary, this)),
      encoding_(new QComboBox(this)), preview_(new QTableWidget(this)), progress_(new QProgressBar(this)),
      outcome_(plainLabel({}, theme.large.body, 600, theme.text.primary, this)),
      changes_(new QListWidget(this)), reports_(new QListWidget(this)),
      leaveOut_(new QCheckBox(tr("Leave out the rows that can't be taken"), this)) {
    build();
    connect(addButton(tr("Cancel"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::reject);
    import_ = addButton(tr("Import"), ButtonKind::Primary);
    connect(import_, &QAbstractButton::clicked, this, &ProductImportDialog::bringIn);
    connect(leaveOut_, &QAbstractButton::toggled, this, &ProductImportDialog::conclude);
    connect(encoding_, &QComboBox::currentIndexChanged, this, [this] {
        if (filling_)
            return;
        ask_.encoding = TextEncoding(encoding_->currentData().toInt());
        ask_.mapping.reset();
        read(false);
    });
    connect(this, &QDialog::finished, this, &ProductImportDialog::stop);
    resize(900, 640);
    setModal(false);
}

void ProductImportDialog::build() {
    auto* top = new QHBoxLayout;
    top->addWidget(facts_, 1);
    auto* label = plainLabel(tr("Letters"), theme().large.small, 400, theme().text.label, this);
    for (const auto& [encoding, word] : {std::pair{TextEncoding::None, tr("as found")},
                                         std::pair{TextEncoding::Utf8, QStringLiteral("UTF-8")},
                                         std::pair{TextEncoding::Utf16, QStringLiteral("UTF-16")},
                                         std::pair{TextEncoding::Windows1257, tr("Baltic (Windows-1257)")},
                                         std::pair{TextEncoding::Windows1252, tr("Western (Latin-1)")}})
        encoding_->addItem(word, int(encoding));
    encoding_->setAccessibleName(tr("How its letters are written"));
    label->setBuddy(encoding_);
    top->addWidget(label);
    top->addWidget(encoding_);
    body().addLayout(top);
    preview_->setAccessibleName(tr("The first rows of the table; what each column holds stands above it"));
    preview_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    preview_->setSelectionMode(QAbstractItemView::NoSelection);
    preview_->setTabKeyNavigation(false);
    preview_->verticalHeader()->setSectionsClickable(false);
    preview_->horizontalHeader()->hide();
    preview_->verticalHeader()->setDefaultSectionSize(24);
    preview_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    preview_->setFixedHeight(32 + previewRows * 24 + 16);
    body().addWidget(preview_);
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(6);
    progress_->setAccessibleName(tr("How much of the table has been read"));
    body().addWidget(progress_);
    outcome_->setWordWrap(true);
    body().addWidget(outcome_);
    changes_->setAccessibleName(tr("What would change"));
    reports_->setAccessibleName(tr("Rows that need a look"));
    auto* lists = new QHBoxLayout;
    lists->setSpacing(8);
    for (QListWidget* list : {changes_, reports_}) {
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        list->setWordWrap(true);
        list->setLayoutMode(QListView::Batched); // a thousand wrapped lines are not laid out in one go
        lists->addWidget(list, 1);
    }
    body().addLayout(lists, 1);
    leaveOut_->setAccessibleName(leaveOut_->text());
    body().addWidget(leaveOut_);
}

void ProductImportDialog::offer(const QString& path, const std::string& currency) {
    stop();
    ask_ = {path, {}, TextEncoding::None, {}, currency, {}};
    offer_.reset();
    ++serial_;
    keeping_ = false;
    filling_ = true;
    encoding_->setCurrentIndex(0);
    leaveOut_->setChecked(false);
    filling_ = false;
    heading_->setText(tr("Import products from “%1”").arg(QFileInfo(path).fileName()));
    read(false);
    show();
    raise();
    activateWindow();
}

void ProductImportDialog::stop() {
    if (stopped_)
        *stopped_ = true;
    stopped_.reset();
}

/// `again`: the text is there, only the columns are others.
void ProductImportDialog::read(bool again) {
    stop();
    stopped_ = std::make_shared<std::atomic<bool>>(false);
    ask_.stop = stopped_;
    ask_.text = again && offer_ ? offer_->text : nullptr;
    progress_->setValue(0);
    progress_->show();
    import_->setEnabled(false);
    say(tr("Reading…"));
    shop_.planTable(
        ask_, this, [this](int permille) { progress_->setValue(permille); },
        [this](Result<control::TableOffer> offer) { told(std::move(offer)); });
}

void ProductImportDialog::told(Result<control::TableOffer> offer) {
    progress_->setValue(1000);
    if (!offer) {
        const Error error = offer.error();
        if (!offer_) {
            reject();
            emit failed(ask_.path, error);
            return;
        }
        return say(error.code == ErrorCode::BadText
                       ? tr("Its letters are not written that way. Choose another.")
                       : errorSentence(error.code));
    }
    const bool fresh = !offer_ || offer_->text != offer->text;
    offer_ = std::move(*offer);
    if (fresh) {
        fillColumns();
        fillPreview();
    }
    fillChanges();
    fillReports();
    conclude();
}

/// The first row of the preview is the mapping itself.
void ProductImportDialog::fillColumns() {
    filling_ = true;
    preview_->clear();
    columns_.clear();
    preview_->setColumnCount(int(offer_->mapping.columns.size()));
    preview_->setRowCount(previewRows + 1);
    preview_->setRowHeight(0, 32);
    for (int i = 0; i < preview_->columnCount(); ++i) {
        auto* column = new QComboBox(preview_);
        for (const commerce::ProductColumn each : commerce::productColumns)
            column->addItem(productColumnWord(each), int(each));
        column->setCurrentIndex(column->findData(int(offer_->mapping.columns[std::size_t(i)])));
        column->setAccessibleName(tr("Column %1 holds").arg(i + 1));
        connect(column, &QComboBox::currentIndexChanged, this, [this] {
            if (filling_)
                return;
            ask_.mapping = chosen();
            read(true);
        });
        preview_->setCellWidget(0, i, column);
        preview_->setColumnWidth(i, columnWidth);
        columns_.push_back(column);
    }
    preview_->setVerticalHeaderItem(0, new QTableWidgetItem(QString()));
    filling_ = false;
}

commerce::ProductMapping ProductImportDialog::chosen() const {
    commerce::ProductMapping mapping{offer_->mapping.layout, {}};
    for (const QComboBox* column : columns_)
        mapping.columns.push_back(commerce::ProductColumn(column->currentData().toInt()));
    return mapping;
}

void ProductImportDialog::fillPreview() {
    const std::vector<CsvRecord>& head = offer_->text->head;
    for (int row = 0; row < previewRows; ++row) {
        const bool there = std::size_t(row) < head.size();
        preview_->setVerticalHeaderItem(
            row + 1, new QTableWidgetItem(there ? QString::number(head[std::size_t(row)].line) : QString()));
        for (int column = 0; column < preview_->columnCount(); ++column) {
            const bool cell = there && std::size_t(column) < head[std::size_t(row)].cells.size();
            auto* item = new QTableWidgetItem(
                cell ? text(head[std::size_t(row)].cells[std::size_t(column)]).simplified().left(200)
                     : QString());
            item->setForeground(row == 0 ? theme().text.label : theme().text.primary);
            item->setToolTip(item->text());
            preview_->setItem(row + 1, column, item);
        }
    }
    const QString delimiter =
        offer_->text->delimiter == '\t' ? tr("tabs") : QString(QLatin1Char(offer_->text->delimiter));
    facts_->setText(tr("Read as %1 · cells between %2").arg(layoutWord(offer_->mapping.layout), delimiter));
}

void ProductImportDialog::fillChanges() {
    changes_->clear();
    const QLocale locale;
    const std::vector<commerce::ProductChange>& all = offer_->plan->changes;
    for (std::size_t i = 0; i < std::min(all.size(), maxShownChanges); ++i) {
        const QString name = text(all[i].product.name);
        if (all[i].isNew) {
            changes_->addItem(
                tr("New: %1 (%n variants)", nullptr, int(all[i].product.variants.size())).arg(name));
            continue;
        }
        QStringList lines{name};
        for (const commerce::FieldChange& change : all[i].changes)
            lines << QStringLiteral("    ") + fieldChangeText(change, ask_.currency, locale);
        changes_->addItem(lines.join(u'\n'));
    }
    if (all.size() > maxShownChanges)
        changes_->addItem(tr("… and %n more", nullptr, int(all.size() - maxShownChanges)));
    if (all.empty())
        changes_->addItem(tr("Nothing would change."));
}

void ProductImportDialog::fillReports() {
    reports_->clear();
    const commerce::TableReports& reports = offer_->plan->reports;
    const auto add = [this](const std::vector<commerce::TableReport>& list, std::size_t issues,
                            bool refused) {
        for (const commerce::TableReport& report : list) {
            auto* item = new QListWidgetItem(
                tr("Line %1: %2").arg(QString::number(report.line), tableIssueSentence(report)), reports_);
            if (refused)
                item->setForeground(theme().warning.text);
        }
        if (issues > list.size())
            reports_->addItem(tr("… and %n more", nullptr, int(issues - list.size())));
    };
    add(reports.fatal, reports.fatalIssues, true);
    add(reports.notes, reports.noteIssues, false);
    if (reports_->count() == 0)
        reports_->addItem(tr("All rows can be taken."));
}

void ProductImportDialog::conclude() {
    if (!offer_ || keeping_)
        return;
    const commerce::TablePlan& plan = *offer_->plan;
    const bool bad = plan.badRows > 0;
    leaveOut_->setVisible(bad);
    import_->setText(tr("Import %n products", nullptr, int(plan.changes.size())));
    import_->setEnabled(!plan.changes.empty() && (!bad || leaveOut_->isChecked()));
    const QString counts =
        tr("%1 new · %2 changed · %3 unchanged")
            .arg(countText(std::int64_t(plan.fresh)), countText(std::int64_t(plan.changed)),
                 countText(std::int64_t(plan.unchanged)));
    if (!offer_->mapping.has(commerce::ProductColumn::Sku))
        say(tr("Say which column holds the SKU: each variant is known by it."));
    else
        say(bad ? counts + QStringLiteral(" · ") + tr("%n rows can't be taken", nullptr, int(plan.badRows))
                : counts);
}

void ProductImportDialog::say(const QString& words) {
    outcome_->setText(words);
    outcome_->setAccessibleName(words);
}

QString ProductImportDialog::outcome() const {
    return outcome_->text();
}

void ProductImportDialog::bringIn() {
    if (!import_->isEnabled() || !offer_)
        return;
    keeping_ = true;
    import_->setEnabled(false);
    say(tr("Keeping…"));
    ++keepings_;
    const auto told = [this, serial = serial_, before = offer_->book,
                       path = ask_.path](const Result<control::TableKept>& done) {
        --keepings_;
        if (serial != serial_) { // another table is shown by now: it is left alone
            if (done)
                emit kept(*done, before);
            else
                emit failed(path, done.error());
            return;
        }
        keeping_ = false;
        if (done) {
            accept();
            emit kept(*done, before);
        } else if (done.error().code == ErrorCode::Busy) {
            read(true); // the book has changed meanwhile: what would change is looked at once more
        } else {
            say(errorSentence(done.error().code));
        }
    };
    shop_.keepTable(*offer_, ask_.path, this, told);
}

} // namespace vitrina::ui
