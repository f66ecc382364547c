// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ImportDialog.hpp"

#include "show/Edit.hpp"
#include "ui/models/RundownWords.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {
namespace {

constexpr int previewRows = 6;
constexpr int columnWidth = 150;
/// Headings, parts and repeated headings come on top of the rows.
constexpr std::size_t otherRecords = 1000;

QString encodingWord(TextEncoding encoding) {
    switch (encoding) {
    case TextEncoding::Utf16:
        return QStringLiteral("UTF-16");
    case TextEncoding::Windows1257:
        return QStringLiteral("Windows-1257");
    default:
        return QStringLiteral("UTF-8");
    }
}

} // namespace

ImportDialog::ImportDialog(const Theme& theme, QWidget* parent)
    : Dialog(theme, tr("Import rows"), parent), heading_(addHeading(tr("Import rows"))), facts_(addText({})),
      headings_(new QSpinBox(this)), preview_(new QTableWidget(this)),
      outcome_(plainLabel({}, theme.large.body, 600, theme.text.primary, this)),
      reports_(new QListWidget(this)),
      leaveOut_(new QCheckBox(tr("Leave out the rows that can't be read"), this)),
      append_(new QRadioButton(tr("Add below what is there"), this)),
      replace_(new QRadioButton(tr("Replace what has not been on air"), this)) {
    build();
    connect(addButton(tr("Cancel"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::reject);
    import_ = addButton(tr("Import"), ButtonKind::Primary);
    connect(import_, &QAbstractButton::clicked, this, &ImportDialog::bringIn);
    connect(headings_, &QSpinBox::valueChanged, this, [this](int count) {
        if (filling_)
            return;
        mapping_.headerRecords = std::size_t(count);
        fillTable();
        readAgain();
    });
    connect(leaveOut_, &QAbstractButton::toggled, this, &ImportDialog::report);
    resize(860, 600);
    setModal(false);
}

void ImportDialog::build() {
    auto* top = new QHBoxLayout;
    auto* label = plainLabel(tr("Lines of headings"), theme().large.small, 400, theme().text.label, this);
    headings_->setRange(0, 20);
    headings_->setAccessibleName(tr("Lines of headings"));
    label->setBuddy(headings_);
    top->addWidget(label);
    top->addWidget(headings_);
    top->addStretch(1);
    body().addLayout(top);
    preview_->setAccessibleName(tr("The first rows of the table; what each column holds stands above it"));
    preview_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    preview_->setSelectionMode(QAbstractItemView::NoSelection);
    preview_->setTabKeyNavigation(false);
    preview_->setFocusPolicy(Qt::NoFocus);
    preview_->horizontalHeader()->hide();
    preview_->verticalHeader()->setDefaultSectionSize(24);
    preview_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    preview_->setFixedHeight(32 + previewRows * 24 + 12);
    body().addWidget(preview_);
    body().addWidget(outcome_);
    reports_->setAccessibleName(tr("Rows that need a look"));
    reports_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body().addWidget(reports_, 1);
    leaveOut_->setAccessibleName(leaveOut_->text());
    body().addWidget(leaveOut_);
    auto* ways = new QHBoxLayout;
    for (QRadioButton* way : {append_, replace_}) {
        way->setAccessibleName(way->text());
        ways->addWidget(way);
    }
    ways->addStretch(1);
    body().addLayout(ways);
    append_->setChecked(true);
}

QString ImportDialog::headingsOf(const CsvTable& table) {
    QStringList words;
    const show::CsvMapping mapping = show::guessMapping(table);
    // Headings that are not known are a first line like any other.
    const std::size_t lines = std::max<std::size_t>(1, mapping.headerRecords);
    for (std::size_t i = 0; i < lines && i < table.records.size(); ++i)
        for (const std::string& cell : table.records[i].cells)
            words << text(show::folded(cell));
    return words.join(u'|');
}

QString ImportDialog::mappingText() const {
    QStringList words{QString::number(mapping_.headerRecords)};
    for (const show::PlanColumn column : mapping_.columns)
        words << text(show::wordOf(column, false));
    return words.join(u'|');
}

void ImportDialog::takeKnown(const QString& known) {
    const QStringList words = known.split(u'|');
    if (known.isEmpty() || std::size_t(words.size()) != mapping_.columns.size() + 1)
        return;
    mapping_.headerRecords = std::min<std::size_t>(words[0].toUInt(), table_.records.size());
    for (std::size_t i = 0; i < mapping_.columns.size(); ++i)
        mapping_.columns[i] =
            show::columnOf(words[qsizetype(i) + 1].toStdString()).value_or(show::PlanColumn::None);
}

void ImportDialog::offer(const QString& name, CsvTable table, std::vector<show::ProductName> products,
                         const QString& known) {
    filling_ = true;
    name_ = name;
    table_ = std::move(table);
    products_ = std::move(products);
    mapping_ = show::guessMapping(table_);
    takeKnown(known);
    heading_->setText(tr("Import rows from “%1”").arg(name));
    const QString delimiter = table_.delimiter == '\t' ? tr("tabs") : QString(QLatin1Char(table_.delimiter));
    facts_->setText(
        tr("%1 · cells between %2 · %n lines with something in them", nullptr, int(table_.records.size()))
            .arg(encodingWord(table_.encoding), delimiter));
    headings_->setValue(int(mapping_.headerRecords));
    leaveOut_->setChecked(false);
    append_->setChecked(true);
    filling_ = false;
    fillColumns();
    fillTable();
    readAgain();
    show();
    raise();
    activateWindow();
    columns_.front()->setFocus();
}

/// The first row of the preview is the mapping itself.
void ImportDialog::fillColumns() {
    preview_->clear();
    columns_.clear();
    preview_->setColumnCount(int(table_.columns));
    preview_->setRowCount(previewRows + 1);
    preview_->setRowHeight(0, 32);
    for (int i = 0; i < int(table_.columns); ++i) {
        auto* column = new QComboBox(preview_);
        for (const show::PlanColumn each : planColumns)
            column->addItem(planColumnWord(each), int(each));
        column->setCurrentIndex(column->findData(int(mapping_.columns[std::size_t(i)])));
        column->setAccessibleName(tr("Column %1 holds").arg(i + 1));
        connect(column, &QComboBox::currentIndexChanged, this, [this, i, column] {
            mapping_.columns[std::size_t(i)] = show::PlanColumn(column->currentData().toInt());
            readAgain();
        });
        preview_->setCellWidget(0, i, column);
        preview_->setColumnWidth(i, columnWidth);
        columns_.push_back(column);
    }
    preview_->setVerticalHeaderItem(0, new QTableWidgetItem(QString()));
}

void ImportDialog::fillTable() {
    const std::size_t first = mapping_.headerRecords > 0 ? mapping_.headerRecords - 1 : 0;
    for (int row = 0; row < previewRows; ++row) {
        const std::size_t at = first + std::size_t(row);
        const bool there = at < table_.records.size();
        const bool heading = at < mapping_.headerRecords;
        preview_->setVerticalHeaderItem(
            row + 1, new QTableWidgetItem(there ? QString::number(table_.records[at].line) : QString()));
        for (int column = 0; column < preview_->columnCount(); ++column) {
            const bool cell = there && std::size_t(column) < table_.records[at].cells.size();
            auto* item = new QTableWidgetItem(
                cell ? text(table_.records[at].cells[std::size_t(column)]).simplified() : QString());
            item->setForeground(heading ? theme().text.label : theme().text.primary);
            item->setToolTip(item->text());
            preview_->setItem(row + 1, column, item);
        }
    }
}

bool ImportDialog::tooLong() const {
    return table_.records.size() > show::maxPlanItems + otherRecords;
}

void ImportDialog::readAgain() {
    // A table that no rundown can hold is not read row by row: that would take long, for nothing.
    plan_ = tooLong() ? show::PlanTable{}
                      : show::readPlan(table_, mapping_, products_, tr("Imported").toStdString());
    report();
}

void ImportDialog::report() {
    reports_->clear();
    for (const show::RowReport& report : plan_.reports) {
        auto* line = new QListWidgetItem(
            tr("Line %1: %2").arg(QString::number(report.line), issueSentence(report)), reports_);
        if (show::isFatal(report.issue))
            line->setForeground(theme().warning.text);
    }
    const auto more = int(plan_.issues - plan_.reports.size());
    if (more > 0)
        reports_->addItem(tr("… and %n more", nullptr, more));
    const std::size_t good = plan_.rows - plan_.badRows;
    const bool title = std::find(mapping_.columns.begin(), mapping_.columns.end(), show::PlanColumn::Title) !=
                       mapping_.columns.end();
    leaveOut_->setVisible(plan_.badRows > 0);
    import_->setText(tr("Import %n rows", nullptr, int(good)));
    import_->setEnabled(!tooLong() && title && good > 0 && good <= show::maxPlanItems &&
                        (plan_.badRows == 0 || leaveOut_->isChecked()));
    if (tooLong() || good > show::maxPlanItems)
        outcome_->setText(tr("The table is too long: a rundown holds at most %n rows. Cut it into several.",
                             nullptr, int(show::maxPlanItems)));
    else if (!title)
        outcome_->setText(tr("Say which column holds the title."));
    else if (plan_.badRows > 0)
        outcome_->setText(tr("%n rows can't be read", nullptr, int(plan_.badRows)));
    else if (good == 0)
        outcome_->setText(tr("There is no row in the table."));
    else
        outcome_->setText(tr("All rows can be read"));
}

void ImportDialog::bringIn() {
    if (!import_->isEnabled())
        return;
    accept();
    emit mappingChosen(headingsOf(table_), mappingText());
    emit asked(show::Edit{show::ImportRows{plan_.segments, replace_->isChecked()}});
}

} // namespace vitrina::ui
