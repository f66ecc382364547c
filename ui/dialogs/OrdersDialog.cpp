// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/OrdersDialog.hpp"

#include "ui/dialogs/OrderPane.hpp"
#include "ui/models/OfferWords.hpp"
#include "ui/models/OrderWords.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"
#include "ui/widgets/RowDelegate.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <utility>

namespace vitrina::ui {
namespace {

constexpr int paneWidth = 300;

/// Keeps the choice of a list whose entries are made anew.
void refill(QComboBox& box, const std::vector<std::pair<QString, QVariant>>& entries) {
    bool same = box.count() == int(entries.size());
    for (int i = 0; same && i < box.count(); ++i)
        same = box.itemText(i) == entries[std::size_t(i)].first &&
               box.itemData(i) == entries[std::size_t(i)].second;
    if (same)
        return;
    const QVariant chosen = box.currentData();
    const QSignalBlocker quiet(box);
    box.clear();
    for (const auto& [words, data] : entries)
        box.addItem(words, data);
    box.setCurrentIndex(std::max(0, box.findData(chosen)));
}

/// Whatever key is held: with Ctrl down (Ctrl+O has opened the window) a row would be added or taken out.
void selectOnly(QTreeView& list, const QModelIndex& index) {
    list.selectionModel()->setCurrentIndex(index,
                                           QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

} // namespace

OrdersDialog::OrdersDialog(const Theme& theme, const QLocale& locale, QWidget* parent)
    : Dialog(theme, tr("Orders"), parent), search_(new QLineEdit(this)), state_(new QComboBox(this)),
      offer_(new QComboBox(this)), product_(new QComboBox(this)),
      totals_(plainLabel({}, theme.large.body, 600, theme.text.primary, this)),
      note_(plainLabel({}, theme.large.body, 400, theme.warning.text, this)), list_(new QTreeView(this)),
      model_(new OrdersModel(theme, locale, this)), filter_(new OrdersFilter(this)),
      pane_(new OrderPane(theme, this)) {
    body().addWidget(totals_);
    buildFilters();
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    buildList(locale);
    row->addWidget(list_, 1);
    pane_->setFixedWidth(paneWidth);
    row->addWidget(pane_);
    body().addLayout(row, 1);
    note_->setWordWrap(true);
    note_->setMinimumHeight(note_->fontMetrics().lineSpacing() + 2);
    body().addWidget(note_);
    buildFoot();
    connect(pane_, &OrderPane::asked, this, [this](const control::Command& command) {
        say({});
        emit asked(command);
        emit redrawAsked(); // refused, there is no patch that would bring it
    });
    connect(pane_, &OrderPane::exportAsked, this, &OrdersDialog::exportAsked);
    connect(pane_, &OrderPane::said, this, &OrdersDialog::say);
    for (QAction* action : pane_->actions())
        list_->addAction(action);
    setModal(false);
    resize(1256, 680);
    setMinimumSize(1040, 560);
}

void OrdersDialog::buildFilters() {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    search_->setPlaceholderText(tr("Search for a number, a product, a buyer"));
    search_->setAccessibleName(tr("Search for a number, a product, a buyer"));
    row->addWidget(search_, 2);
    state_->setAccessibleName(tr("State"));
    state_->addItem(tr("All states"), int(commerce::OrderState::None));
    for (const commerce::OrderState state : orderStates)
        state_->addItem(orderStateWord(state), int(state));
    offer_->setAccessibleName(tr("Offer"));
    product_->setAccessibleName(tr("Product"));
    for (QComboBox* box : {state_, offer_, product_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
        row->addWidget(box, 1);
    }
    showBuyers_ = new Button(theme(), ButtonKind::Toggle, ButtonSize::Normal, tr("Show buyers"), this);
    showBuyers_->setCheckable(true);
    showBuyers_->setFocusPolicy(Qt::StrongFocus);
    showBuyers_->setAccessibleName(tr("Show buyers"));
    showBuyers_->setToolTip(tr("Names and contacts come from the server and are forgotten when this closes"));
    row->addWidget(showBuyers_);
    body().addLayout(row);
    connect(search_, &QLineEdit::textChanged, filter_, &OrdersFilter::setWords);
    connect(state_, &QComboBox::currentIndexChanged, this,
            [this] { filter_->setState(commerce::OrderState(state_->currentData().toInt())); });
    connect(offer_, &QComboBox::currentIndexChanged, this,
            [this] { filter_->setOffer(offer_->currentData().toString()); });
    connect(product_, &QComboBox::currentIndexChanged, this,
            [this] { filter_->setSkus(product_->currentData().toStringList()); });
    connect(showBuyers_, &QAbstractButton::toggled, this, &OrdersDialog::setBuyersShown);
}

void OrdersDialog::buildList(const QLocale&) {
    filter_->setSourceModel(model_);
    list_->setModel(filter_);
    list_->setAccessibleName(tr("Orders"));
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->setAllColumnsShowFocus(true);
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setSelectionBehavior(QAbstractItemView::SelectRows);
    list_->setTextElideMode(Qt::ElideRight);
    const int widths[OrdersModel::Columns] = {64, 66, 100, 150, 48, 80, 90, 100, 206, 100};
    for (int column = 0; column < OrdersModel::Columns; ++column)
        list_->setColumnWidth(column, widths[column]);
    list_->header()->setSectionsMovable(false);
    list_->header()->setEnabled(false); // there is nothing to press in it
    list_->setItemDelegate(new RowDelegate(theme(), list_));
    list_->setColumnHidden(OrdersModel::Who, true);
    connect(list_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &OrdersDialog::chosenChanged);
}

void OrdersDialog::buildFoot() {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const auto add = [&](const QString& words, auto pressed) {
        auto* button = new Button(theme(), ButtonKind::Normal, ButtonSize::Normal, words, this);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(words);
        row->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, pressed);
        return button;
    };
    add(tr("Picking list by product…"), [this] { emit paperAsked(Paper::PickByProduct); });
    add(tr("By order…"), [this] { emit paperAsked(Paper::PickByOrder); });
    add(tr("Packing slips…"), [this] { emit paperAsked(Paper::Slips); });
    add(tr("Carrier's table…"), [this] { emit paperAsked(Paper::Carrier); });
    row->addStretch(1);
    import_ = add(tr("Import orders…"), [this] { emit importAsked(); });
    import_->setToolTip(tr("From the table that the shop with the checkout exports"));
    import_->hide();
    add(tr("Void since…"), [this] { emit voidAsked(); });
    body().addLayout(row);
    connect(addButton(tr("Close"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::close);
}

void OrdersDialog::present(const View& view, const std::set<OrderNumber>& changed, bool all) {
    noteBuyers(view, changed, all);
    if (all)
        model_->refresh(view.state);
    else
        model_->update(view.state, changed);
    presentFilters(view.state);
    presentTotals(view);
    import_->setVisible(view.state.catalogue.terms.handOver.kind != commerce::HandOverKind::None);
    if (std::exchange(justShown_, false) && chosen().empty() && filter_->rowCount() > 0)
        selectOnly(*list_, filter_->index(0, 0));
    pane_->choose(chosen());
    pane_->present(view, buyers_, showsBuyers_);
}

void OrdersDialog::noteBuyer(const control::State& state, const OrderNumber& number, bool pending) {
    const auto entry = state.orders.find(number);
    if (entry != state.orders.end() && !entry->second.erased) {
        held_.insert(number);
        if (!pending) // once it is answered, with a note of ours perhaps
            toAsk_.insert(number);
        return;
    }
    if (held_.erase(number) != 0 && entry != state.orders.end())
        erased_ << text(number.value);
    toAsk_.erase(number);
    if (buyers_.erase(number) != 0)
        model_->forgetBuyer(number);
}

/// What is known stays on screen until the answer is there.
void OrdersDialog::noteBuyers(const View& view, const std::set<OrderNumber>& changed, bool all) {
    const bool wasUp = std::exchange(linkUp_, view.state.link == control::LinkHealth::Up);
    if (all || !changed.empty()) {
        const std::set<OrderNumber> pending = pendingOrders(view.state);
        if (all) {
            held_.clear();
            for (const auto& [number, entry] : view.state.orders)
                noteBuyer(view.state, number, pending.contains(number));
            std::erase_if(toAsk_, [this](const OrderNumber& number) { return buyers_.contains(number); });
        }
        for (const OrderNumber& number : changed)
            noteBuyer(view.state, number, pending.contains(number));
    }
    if (linkUp_ && !wasUp) // what was asked for before may never be answered
        std::ranges::copy_if(held_, std::inserter(toAsk_, toAsk_.end()),
                             [this](const OrderNumber& number) { return !buyers_.contains(number); });
    askMissing();
    if (!erased_.isEmpty()) // the receipt
        say(tr("Erased: the buyer of %1. The receipt, without a name, stands in the show's journal.")
                .arg(std::exchange(erased_, {}).join(QStringLiteral(", "))));
}

bool OrdersDialog::disarmFirst() {
    const bool armed = pane_->disarm();
    if (armed)
        say({});
    return armed;
}

void OrdersDialog::presentFilters(const control::State& state) {
    std::vector<std::pair<QString, QVariant>> offers{{tr("All offers"), QString()}};
    for (const commerce::Offer& offer : state.catalogue.offers)
        offers.emplace_back(text(offer.title), text(offer.id.value));
    refill(*offer_, offers);
    std::vector<std::pair<QString, QVariant>> products{{tr("All products"), QStringList()}};
    for (const commerce::Product& product : state.catalogue.products) {
        QStringList skus;
        for (const commerce::Variant& variant : product.variants)
            skus << text(variant.sku.value);
        products.emplace_back(text(product.name), skus);
    }
    refill(*product_, products);
}

void OrdersDialog::presentTotals(const View& view) {
    const control::AudienceTotals& totals = view.state.audience;
    totals_->setText(tr("Orders: %1 · pieces: %2 · GMV %3 · net %4")
                         .arg(countText(totals.orders), countText(totals.units),
                              moneyText(totals.gmv.minor, view.state.show.currency, view.locale),
                              moneyText(totals.netGmv.minor, view.state.show.currency, view.locale)));
    totals_->setToolTip(tr("Net: without what was cancelled or paid back"));
}

void OrdersDialog::setBuyersShown(bool shown) {
    showsBuyers_ = shown;
    list_->setColumnHidden(OrdersModel::Who, !shown);
    toAsk_ = held_;
    if (shown) {
        askMissing();
    } else {
        buyers_.clear();
        model_->forgetBuyers();
    }
    emit redrawAsked();
}

void OrdersDialog::askMissing() {
    if (!showsBuyers_ || !linkUp_ || toAsk_.empty())
        return;
    const std::set<OrderNumber> orders = std::exchange(toAsk_, {});
    emit buyersAsked(std::vector<OrderNumber>(orders.begin(), orders.end()));
}

void OrdersDialog::buyersTold(const std::vector<Buyer>& buyers) {
    if (!showsBuyers_)
        return; // hidden meanwhile: not kept
    for (const Buyer& buyer : buyers) {
        if (!held_.contains(buyer.order))
            continue; // erased meanwhile
        buyers_[buyer.order] = buyer;
        model_->setBuyer(buyer);
    }
}

void OrdersDialog::say(const QString& words) {
    note_->setText(words);
    note_->setAccessibleName(words);
}

QString OrdersDialog::note() const {
    return note_->text();
}

std::vector<OrderNumber> OrdersDialog::shown() const {
    std::vector<OrderNumber> numbers;
    for (int row = 0; row < filter_->rowCount(); ++row)
        numbers.push_back(model_->numberAt(filter_->mapToSource(filter_->index(row, 0)).row()));
    return numbers;
}

std::vector<OrderNumber> OrdersDialog::chosen() const {
    std::vector<OrderNumber> numbers;
    for (const QModelIndex& index : list_->selectionModel()->selectedRows())
        numbers.push_back(model_->numberAt(filter_->mapToSource(index).row()));
    return numbers;
}

void OrdersDialog::choose(const OrderNumber& number) {
    for (int row = 0; row < filter_->rowCount(); ++row) {
        const QModelIndex index = filter_->index(row, 0);
        if (model_->numberAt(filter_->mapToSource(index).row()) == number)
            selectOnly(*list_, index);
    }
}

void OrdersDialog::chosenChanged() {
    pane_->choose(chosen());
    emit redrawAsked();
}

void OrdersDialog::showEvent(QShowEvent* event) {
    Dialog::showEvent(event);
    justShown_ = true;
}

void OrdersDialog::hideEvent(QHideEvent* event) {
    Dialog::hideEvent(event);
    showBuyers_->setChecked(false);
    pane_->forget();
    say({});
    emit closed();
}

} // namespace vitrina::ui
