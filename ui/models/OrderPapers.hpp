// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "control/State.hpp"
#include "ui/models/Buyers.hpp"

#include <QString>

#include <string>
#include <vector>

/// Orders on paper and as a table for a carrier, in the show's language. Values in, bytes out: made on any
/// thread, kept nowhere.
namespace vitrina::ui {

/// One line of a paper: words on the left, a figure on the right.
struct PaperLine {
    QString words;
    QString figure;
    bool heading = false;
    bool tick = false; ///< with a box in front, to be ticked off
    bool operator==(const PaperLine&) const = default;
};
/// What stays together: a slip is a page of its own, a list's part is not cut where it fits on one.
struct PaperPart {
    QString title;
    std::vector<PaperLine> lines;
    bool operator==(const PaperPart&) const = default;
};
struct Paper {
    QString title;
    std::vector<PaperPart> parts;
    bool pageForEach = false;
    bool namesBuyers = false; ///< the file is for its owner's eyes only
    bool operator==(const Paper&) const = default;
};

/// Of those, the orders there is something to pack or send of: neither cancelled, refunded, under review nor
/// gone already. In the order of their numbers' coming.
std::vector<control::OrderEntry> toPack(const control::State& state, const std::vector<OrderNumber>& numbers);

/// Each SKU with its pieces in all, and which orders want how many.
Paper pickByProduct(const control::State& state, const std::vector<control::OrderEntry>& orders);
Paper pickByOrder(const control::State& state, const std::vector<control::OrderEntry>& orders);
/// One page for each: shop, buyer, address, what is in it, what is to pay.
Paper packingSlips(const control::State& state, const std::vector<control::OrderEntry>& orders,
                   const Buyers& buyers);
/// For a carrier: number, name, phone, contact, address, region, way, pieces, to collect, currency, note.
/// Quoted, each order on one line; a cell that a spreadsheet would take for a formula begins with an
/// apostrophe, but a plain phone number ("+371 2…") does not: carriers' systems would not dial it.
std::string carrierCsv(const control::State& state, const std::vector<control::OrderEntry>& orders,
                       const Buyers& buyers);
std::string safeCell(const QString& cell);

/// A5 with page numbers. FileUnwritable: the detail is the system's.
Result<void> writePdf(const Paper& paper, const QString& path);

} // namespace vitrina::ui
