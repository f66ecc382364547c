// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/OrdersModel.hpp"

#include "control/Selling.hpp"
#include "ui/models/OrderWords.hpp"
#include "ui/widgets/Format.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace vitrina::ui {

OrdersModel::OrdersModel(const Theme& theme, QLocale locale, QObject* parent)
    : QAbstractTableModel(parent), theme_(theme), locale_(std::move(locale)) {}

/// Those of another run are not among its orders.
bool OrdersModel::holds(const control::State& state) const {
    return std::ranges::all_of(rows_, [&](const Row& row) {
        const auto entry = state.orders.find(row.number);
        return entry != state.orders.end() && entry->second.index == row.index;
    });
}

void OrdersModel::refresh(const control::State& state) {
    if (!holds(state)) {
        beginResetModel();
        rows_.clear();
        places_.clear();
        names_.clear();
        endResetModel();
    }
    const std::set<OrderNumber> pending = pendingOrders(state);
    for (Row& row : rows_)
        row = rowOf(state, state.orders.at(row.number), pending.contains(row.number));
    if (!rows_.empty())
        emit dataChanged(index(0, 0), index(int(rows_.size()) - 1, Columns - 1));
    std::vector<Row> fresh; // They came later than all that there are, so they stand before them.
    for (const auto& [number, entry] : state.orders) {
        if (!places_.contains(number))
            fresh.push_back(rowOf(state, entry, pending.contains(number)));
    }
    if (fresh.empty())
        return;
    std::ranges::sort(fresh, std::ranges::greater{}, &Row::index);
    beginInsertRows({}, 0, int(fresh.size()) - 1);
    for (const Row& row : fresh)
        places_[row.number] = row.index;
    rows_.insert(rows_.begin(), std::move_iterator(fresh.begin()), std::move_iterator(fresh.end()));
    endInsertRows();
}

void OrdersModel::update(const control::State& state, const std::set<OrderNumber>& changed) {
    if (changed.empty())
        return;
    const std::set<OrderNumber> pending = pendingOrders(state);
    for (const OrderNumber& number : changed) {
        const auto entry = state.orders.find(number);
        if (entry == state.orders.end())
            continue;
        Row row = rowOf(state, entry->second, pending.contains(number));
        const auto place = std::ranges::lower_bound(rows_, row.index, std::ranges::greater{}, &Row::index);
        const int at = int(place - rows_.begin());
        if (place != rows_.end() && place->number == number) {
            *place = std::move(row);
            emit dataChanged(index(at, 0), index(at, Columns - 1));
        } else {
            beginInsertRows({}, at, at);
            places_[number] = row.index;
            rows_.insert(place, std::move(row));
            endInsertRows();
        }
    }
}

void OrdersModel::setBuyer(const Buyer& buyer) {
    names_[buyer.order] = buyer.name;
    setWho(buyer.order, buyer.name);
}

void OrdersModel::forgetBuyer(const OrderNumber& number) {
    if (names_.erase(number) != 0)
        setWho(number, {});
}

void OrdersModel::forgetBuyers() {
    for (const auto& [number, name] : std::exchange(names_, {}))
        setWho(number, {});
}

void OrdersModel::setWho(const OrderNumber& number, const QString& name) {
    const auto place = places_.find(number);
    if (place == places_.end())
        return;
    const auto row = std::ranges::lower_bound(rows_, place->second, std::ranges::greater{}, &Row::index);
    if (row->who == name)
        return;
    row->who = name;
    const int at = int(row - rows_.begin());
    emit dataChanged(index(at, Who), index(at, Who));
}

OrdersModel::Row OrdersModel::rowOf(const control::State& state, const control::OrderEntry& entry,
                                    bool pending) const {
    Row row;
    row.number = entry.order.number;
    row.index = entry.index;
    row.state = entry.state;
    row.asks = entry.wish != commerce::BuyerWish::None;
    row.pending = pending;
    const std::string& currency = state.show.currency;
    QString stands = orderStateWord(entry.state);
    const std::int64_t owed = commerce::owedMinor(control::standingOf(entry), toPayMinor(entry.order));
    row.owes = owed > 0;
    if (owed > 0)
        stands += QStringLiteral(" · ") + tr("%1 to pay back").arg(amountText(owed, currency, locale_));
    else if (entry.paid && entry.state > commerce::OrderState::Paid)
        stands += QStringLiteral(" · ") + orderStateWord(commerce::OrderState::Paid);
    if (entry.refundedMinor > 0 && entry.state != commerce::OrderState::Refunded)
        stands +=
            QStringLiteral(" · ") + tr("%1 back").arg(amountText(entry.refundedMinor, currency, locale_));
    if (row.pending)
        stands = tr("%1 · change on its way").arg(stands);
    row.cells = {text(row.number.value),
                 wallTimeText(entry.placedMs),
                 {},
                 orderLinesText(state.catalogue, entry.order),
                 countText(piecesOf(entry.order)),
                 amountText(toPayMinor(entry.order), currency, locale_),
                 deliveryText(state, entry.order.delivery),
                 paymentWord(entry.order.delivery.payment),
                 stands,
                 entry.erased ? tr("data erased") : wishWord(entry.wish)};
    for (const commerce::OrderLine& line : entry.order.lines) {
        row.offers << text(line.offer.value);
        row.skus << text(line.sku.value);
    }
    if (const auto name = names_.find(row.number); name != names_.end())
        row.who = name->second;
    return row;
}

int OrdersModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(rows_.size());
}

int OrdersModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(Columns);
}

QString OrdersModel::spoken(const Row& row) const {
    QStringList said;
    for (int column = 0; column < Columns; ++column)
        said << (column == Who ? row.who : row.cells[column]);
    said.removeAll(QString());
    return said.join(QStringLiteral(", "));
}

QVariant OrdersModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= int(rows_.size()))
        return {};
    const Row& row = rows_[std::size_t(index.row())];
    const int column = index.column();
    const bool final =
        row.state == commerce::OrderState::Cancelled || row.state == commerce::OrderState::Refunded;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return column == Who ? row.who : row.cells[column];
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column == Pieces || column == ToPay ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole:
        if (column == Wish && row.asks)
            return theme_.warning.text;
        if (column == StateColumn && (row.pending || row.owes || row.state == commerce::OrderState::Review))
            return theme_.warning.text;
        return final ? theme_.text.label : theme_.text.primary;
    case Qt::AccessibleTextRole:
        return column == Number ? spoken(row) : data(index, Qt::DisplayRole);
    case NumberRole:
        return text(row.number.value);
    case StateRole:
        return int(row.state);
    case OffersRole:
        return row.offers;
    case SkusRole:
        return row.skus;
    case SearchRole:
        return row.cells[Number] + QLatin1Char(' ') + row.cells[What] + QLatin1Char(' ') + row.who +
               QLatin1Char(' ') + row.cells[Delivery] + QLatin1Char(' ') + row.skus.join(QLatin1Char(' '));
    default:
        return {};
    }
}

QVariant OrdersModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter |
                   (section == Pieces || section == ToPay ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("No.");
    case Time:
        return tr("Time");
    case Who:
        return tr("Buyer");
    case What:
        return tr("What");
    case Pieces:
        return tr("Pcs");
    case ToPay:
        return tr("To pay");
    case Delivery:
        return tr("Delivery");
    case Payment:
        return tr("Payment");
    case StateColumn:
        return tr("State");
    case Wish:
        return tr("Buyer's wish");
    default:
        return {};
    }
}

void OrdersFilter::setWords(const QString& words) {
    words_ = words.simplified();
    invalidateFilter();
}

void OrdersFilter::setState(commerce::OrderState state) {
    state_ = state;
    invalidateFilter();
}

void OrdersFilter::setOffer(const QString& offer) {
    offer_ = offer;
    invalidateFilter();
}

void OrdersFilter::setSkus(const QStringList& skus) {
    skus_ = skus;
    invalidateFilter();
}

bool OrdersFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto state = commerce::OrderState(index.data(OrdersModel::StateRole).toInt());
    if (state_ != commerce::OrderState::None && state != state_)
        return false;
    if (!offer_.isEmpty() && !index.data(OrdersModel::OffersRole).toStringList().contains(offer_))
        return false;
    const QStringList skus = index.data(OrdersModel::SkusRole).toStringList();
    if (!skus_.isEmpty() &&
        std::ranges::none_of(skus, [this](const QString& sku) { return skus_.contains(sku); }))
        return false;
    const QString searched = index.data(OrdersModel::SearchRole).toString();
    const QStringList words = words_.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(
        words, [&](const QString& word) { return searched.contains(word, Qt::CaseInsensitive); });
}

} // namespace vitrina::ui
