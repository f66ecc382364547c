// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ShopImport.hpp"

#include "ui/widgets/Format.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace vitrina::ui {
namespace {

struct ShopImport {
    Q_DECLARE_TR_FUNCTIONS(ShopImport)
};

using commerce::OrderState;
using commerce::ShopNews;

/// Whether the table says otherwise of an order that is known here.
ShopNews compared(const control::OrderEntry& known, const commerce::ShopOrder& told) {
    const bool over = told.state == OrderState::Cancelled || told.state == OrderState::Refunded;
    const bool further = over ? known.state != told.state : int(known.state) < int(told.state);
    return further || told.refundedMinor > known.refundedMinor ? ShopNews::Changed : ShopNews::Known;
}

} // namespace

std::vector<ShopImportRow> judgeImport(const control::State& state, const commerce::OrderTable& table) {
    const commerce::Shelf shelf = commerce::openShelf(state.catalogue, state.show.currency);
    commerce::ShopWindow window{commerce::showMark(state.run.id), state.run.started.wallMs, 0};
    if (state.run.ended)
        window.endedMs = state.run.ended->wallMs;
    std::map<std::string, const control::OrderEntry*> known;
    for (const auto& [number, entry] : state.orders) {
        if (!entry.shop.empty())
            known[entry.shop + ' ' + entry.reference] = &entry;
    }
    std::vector<ShopImportRow> rows;
    for (const commerce::TableOrder& one : table.orders) {
        ShopNews news = commerce::judgeNews(shelf, one.order, window);
        if (news == ShopNews::None) {
            const auto here = known.find(one.order.shop + ' ' + one.order.name);
            news = here != known.end() ? compared(*here->second, one.order)
                   : one.order.sold    ? ShopNews::New
                                       : ShopNews::Waiting;
        }
        rows.push_back({one.line, one.order.name, news});
    }
    return rows;
}

QString shopNewsWord(ShopNews news) {
    switch (news) {
    case ShopNews::New:
        return ShopImport::tr("New order");
    case ShopNews::Changed:
        return ShopImport::tr("Known, changed since");
    case ShopNews::Known:
        return ShopImport::tr("Known");
    case ShopNews::Waiting:
        return ShopImport::tr("Not sold yet");
    case ShopNews::NotOfShow:
        return ShopImport::tr("Without this show's mark");
    case ShopNews::Late:
        return ShopImport::tr("Placed before the show or long after it");
    case ShopNews::OtherCurrency:
        return ShopImport::tr("In another currency");
    case ShopNews::NoGoods:
        return ShopImport::tr("Nothing of this show in it");
    default:
        return {};
    }
}

QString orderIssueWords(const commerce::OrderReport& report) {
    const QString value = text(report.value);
    switch (report.issue) {
    case commerce::OrderIssue::NoOrder:
        return ShopImport::tr("Nothing says which order this row is of");
    case commerce::OrderIssue::NoDate:
        return value.isEmpty() ? ShopImport::tr("No date of the order")
                               : ShopImport::tr("A date that can't be read: %1").arg(value);
    case commerce::OrderIssue::UnknownState:
        return value.isEmpty() ? ShopImport::tr("No state of the order")
                               : ShopImport::tr("A state that is not known: %1").arg(value);
    case commerce::OrderIssue::BadPieces:
        return ShopImport::tr("Not a number of pieces: %1").arg(value);
    case commerce::OrderIssue::BadAmount:
        return ShopImport::tr("Not an amount: %1").arg(value);
    case commerce::OrderIssue::UnclearAmount:
        return ShopImport::tr("An amount that can be read in two ways: %1").arg(value);
    case commerce::OrderIssue::NoGoods:
        return ShopImport::tr("No row of this order has a SKU");
    case commerce::OrderIssue::OrderTwice:
        return ShopImport::tr("This order stands in line %1 already").arg(value);
    case commerce::OrderIssue::RowTwice:
        return ShopImport::tr("The same row as in line %1").arg(value);
    case commerce::OrderIssue::TooMuch:
        return ShopImport::tr("More lines, pieces or money than one order can have");
    default:
        return {};
    }
}

} // namespace vitrina::ui
