// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "ui/models/Buyers.hpp"
#include "ui/theme/Theme.hpp"

#include <QAbstractTableModel>
#include <QLocale>
#include <QSortFilterProxyModel>

#include <map>
#include <set>
#include <vector>

namespace vitrina::ui {

/// The orders of this run, newest first. Fed by the numbers that a patch names, so that one order costs one
/// row.
class OrdersModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { Number, Time, Who, What, Pieces, ToPay, Delivery, Payment, StateColumn, Wish, Columns };
    enum Role { NumberRole = Qt::UserRole, StateRole, OffersRole, SkusRole, SearchRole };

    OrdersModel(const Theme& theme, QLocale locale, QObject* parent = nullptr);
    /// All of them anew. A row that there was before stays the same row, so what is chosen stays chosen.
    void refresh(const control::State& state);
    void update(const control::State& state, const std::set<OrderNumber>& changed);
    /// His name stands beside his order, in that one row.
    void setBuyer(const Buyer& buyer);
    void forgetBuyer(const OrderNumber& number);
    void forgetBuyers();
    OrderNumber numberAt(int row) const { return rows_[std::size_t(row)].number; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    struct Row {
        OrderNumber number;
        std::uint64_t index = 0;
        commerce::OrderState state = commerce::OrderState::None;
        bool asks = false;
        bool pending = false;
        bool owes = false; ///< money to its buyer
        QStringList cells;
        QStringList offers;
        QStringList skus;
        QString who;
    };
    Row rowOf(const control::State& state, const control::OrderEntry& entry, bool pending) const;
    bool holds(const control::State& state) const;
    void setWho(const OrderNumber& number, const QString& name);
    QString spoken(const Row& row) const;

    const Theme& theme_;
    QLocale locale_;
    std::vector<Row> rows_;
    std::map<OrderNumber, std::uint64_t> places_; ///< what `rows_` are sorted by
    std::map<OrderNumber, QString> names_;
};

/// Words, state, offer, product: what is asked of every row shown.
class OrdersFilter final : public QSortFilterProxyModel {
    Q_OBJECT

  public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setWords(const QString& words);
    /// None: all.
    void setState(commerce::OrderState state);
    void setOffer(const QString& offer);
    void setSkus(const QStringList& skus);

  protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

  private:
    QString words_;
    commerce::OrderState state_ = commerce::OrderState::None;
    QString offer_;
    QStringList skus_;
};

} // namespace vitrina::ui
