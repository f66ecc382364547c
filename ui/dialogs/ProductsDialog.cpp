// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ProductsDialog.hpp"

#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Labels.hpp"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {

ProductsDialog::ProductsDialog(const Theme& theme, QWidget* parent)
    : Dialog(theme, tr("Products"), parent), list_(new ProductList(this)),
      heading_(addHeading(tr("Products"))), search_(new QLineEdit(this)), table_(new QTableView(this)),
      note_(plainLabel({}, theme.large.small, 400, theme.text.secondary, this)),
      removal_(theme.armTimeoutMs) {
    build();
    new_ = addButton(tr("New product"), ButtonKind::Normal);
    import_ = addButton(tr("Import…"), ButtonKind::Normal);
    export_ = addButton(tr("Export…"), ButtonKind::Normal);
    remove_ = addButton(tr("Remove"), ButtonKind::Danger);
    remove_->reserveFor({tr("Press again %1").arg(5)});
    edit_ = addButton(tr("Edit"), ButtonKind::Normal);
    take_ = addButton(tr("Sell in this show"), ButtonKind::Primary);
    connect(new_, &QAbstractButton::clicked, this, &ProductsDialog::newAsked);
    connect(import_, &QAbstractButton::clicked, this, &ProductsDialog::importAsked);
    connect(export_, &QAbstractButton::clicked, this, &ProductsDialog::exportAsked);
    connect(edit_, &QAbstractButton::clicked, this, &ProductsDialog::editCurrent);
    connect(take_, &QAbstractButton::clicked, this, &ProductsDialog::takeSelected);
    connect(remove_, &QAbstractButton::clicked, this, &ProductsDialog::removeSelected);
    connect(&removal_, &Arming::changed, this, &ProductsDialog::presentRemoval);
    resize(860, 560);
    setModal(false);
    enable();
}

void ProductsDialog::build() {
    search_->setAccessibleName(tr("Search"));
    search_->setPlaceholderText(tr("Search by name, code or SKU"));
    search_->setClearButtonEnabled(true);
    auto* top = new QHBoxLayout;
    top->addWidget(search_, 1);
    keepShow_ = new Button(theme(), ButtonKind::Normal, ButtonSize::Small, {}, this);
    keepShow_->setFocusPolicy(Qt::StrongFocus);
    keepShow_->setToolTip(tr("Products that this show sells and the shop book does not have yet"));
    connect(keepShow_, &QAbstractButton::clicked, this, &ProductsDialog::keepShowAsked);
    top->addWidget(keepShow_);
    body().addLayout(top);
    table_->setModel(list_);
    table_->setAccessibleName(tr("The shop's products"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(30);
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSectionsClickable(false);
    table_->horizontalHeader()->setSectionResizeMode(ProductList::Name, QHeaderView::Stretch);
    table_->setColumnWidth(ProductList::Code, 80);
    table_->setColumnWidth(ProductList::Variants, 150);
    table_->setColumnWidth(ProductList::Price, 120);
    table_->setColumnWidth(ProductList::Pieces, 90);
    table_->setColumnWidth(ProductList::InShow, 140);
    body().addWidget(table_, 1);
    note_->setWordWrap(true);
    note_->setMinimumHeight(note_->fontMetrics().lineSpacing());
    body().addWidget(note_);
    auto* typed = new QTimer(this);
    typed->setSingleShot(true);
    typed->setInterval(120);
    connect(typed, &QTimer::timeout, this, [this] {
        list_->search(search_->text());
        count();
        enable();
    });
    connect(search_, &QLineEdit::textChanged, typed, qOverload<>(&QTimer::start));
    connect(table_, &QAbstractItemView::doubleClicked, this, &ProductsDialog::editCurrent);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        removal_.disarm(); // what was armed is not what stands there now
        enable();
    });
}

void ProductsDialog::open() {
    removal_.disarm();
    show();
    raise();
    activateWindow();
    search_->setFocus();
    search_->selectAll();
}

void ProductsDialog::present(std::shared_ptr<const commerce::ShopBook> book,
                             const std::optional<Error>& fault, const control::State& state) {
    const commerce::Product* current = list_->product(table_->currentIndex().row());
    const ProductId was = current ? current->id : ProductId{};
    std::map<ProductId, bool> inShow;
    int unknown = 0;
    for (const commerce::Product& product : state.catalogue.products) {
        const auto kept = book->products.find(product.id);
        inShow[product.id] = kept != book->products.end() && !sameWords(kept->second, product);
        unknown += kept == book->products.end() ? 1 : 0;
    }
    keepShow_->setText(tr("Keep %n products of this show", nullptr, unknown));
    keepShow_->setVisible(unknown > 0 && !fault);
    list_->setBook(std::move(book));
    list_->setInShow(std::move(inShow));
    const commerce::Product* still = list_->product(table_->currentIndex().row());
    if (!was.empty() && (!still || still->id != was)) {
        if (const int row = list_->rowOf(was); row >= 0)
            table_->selectRow(row);
    }
    broken_ = fault.has_value();
    if (fault)
        say(tr("The shop book can't be used. %1").arg(errorSentence(fault->code)), true);
    count();
    enable();
}

void ProductsDialog::count() {
    heading_->setText(tr("Products · %n shown", nullptr, list_->rowCount()));
}

void ProductsDialog::say(const QString& words, bool failed) {
    note_->setText(words);
    note_->setAccessibleName(words);
    setLabelColor(*note_, failed ? theme().warning.text : theme().text.secondary);
}

QString ProductsDialog::said() const {
    return note_->text();
}

std::vector<ProductId> ProductsDialog::selected() const {
    std::vector<ProductId> ids;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows())
        if (const commerce::Product* product = list_->product(index.row()))
            ids.push_back(product->id);
    return ids;
}

void ProductsDialog::enable() {
    const bool any = table_->selectionModel()->hasSelection();
    new_->setEnabled(!broken_);
    import_->setEnabled(!broken_);
    export_->setEnabled(!broken_ && list_->rowCount() > 0);
    edit_->setEnabled(!broken_ && any);
    take_->setEnabled(!broken_ && any);
    remove_->setEnabled(!broken_ && any);
}

void ProductsDialog::removeSelected() {
    if (!remove_->isEnabled())
        return;
    if (!removal_.isArmed())
        emit removalAsked(selected());
    else if (removal_.press())
        emit removalConfirmed(selected());
}

void ProductsDialog::warnRemoval(const QString& words) {
    say(words, true);
    static_cast<void>(removal_.press());
}

void ProductsDialog::presentRemoval() {
    const bool armed = removal_.isArmed();
    remove_->setKind(armed ? ButtonKind::Armed : ButtonKind::Danger);
    remove_->setText(armed ? tr("Press again %1").arg(removal_.secondsLeft()) : tr("Remove"));
    remove_->setAccessibleName(remove_->text());
    if (!armed)
        say({});
}

void ProductsDialog::editCurrent() {
    const std::vector<ProductId> ids = selected();
    if (edit_->isEnabled() && !ids.empty())
        emit editAsked(ids.front());
}

void ProductsDialog::takeSelected() {
    if (take_->isEnabled())
        emit takeAsked(selected());
}

bool ProductsDialog::disarmFirst() {
    const bool armed = removal_.isArmed();
    removal_.disarm();
    return armed;
}

/// Enter in the list edits, Delete removes, Down in the field goes to the list.
void ProductsDialog::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (table_->hasFocus() || search_->hasFocus())) {
        if (search_->hasFocus() && list_->rowCount() > 0 && !table_->selectionModel()->hasSelection())
            table_->selectRow(0);
        return editCurrent();
    }
    if (event->key() == Qt::Key_Delete && table_->hasFocus()) {
        if (!event->isAutoRepeat()) // a key that is held is one press
            removeSelected();
        return;
    }
    if (event->key() == Qt::Key_Down && search_->hasFocus() && list_->rowCount() > 0) {
        table_->setFocus();
        if (!table_->selectionModel()->hasSelection())
            table_->selectRow(0);
        return;
    }
    Dialog::keyPressEvent(event);
}

} // namespace vitrina::ui
