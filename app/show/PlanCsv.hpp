// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Csv.hpp"
#include "show/PlanWords.hpp"
#include "show/Run.hpp"
#include "show/Show.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// A rundown from a table and into one. See edit.md, "Import and export".
namespace vitrina::show {

/// What a table may call a product; made by whoever has the catalogue.
struct ProductName {
    ProductId id;
    std::string name;
    std::string code;
    std::vector<std::string> skus;
    bool operator==(const ProductName&) const = default;
};

/// How a table is read. It is guessed, and corrected by the person.
struct CsvMapping {
    std::size_t headerRecords = 0; ///< at the top; they hold no rows
    std::vector<PlanColumn> columns;
    bool operator==(const CsvMapping&) const = default;
};
/// By the words in the first records; headings over two lines are read together. Without any known word the
/// first column is the title, and one whose cells are all times is the planned time.
CsvMapping guessMapping(const CsvTable& table);

enum class RowIssue {
    None,
    // the row can't be taken
    NoTitle,
    LongTitle,
    BadTime,
    UnknownKind,
    UnknownScene,
    UnknownProduct,
    SeveralProducts, ///< more than one product goes by that name
    ProductMissing,  ///< the kind is product, and none is named
    LongText,
    ManyPoints,
    NeitherYesNorNo,
    UnknownMark,
    // the row is taken all the same
    NoTime,       ///< it gets none
    ProductTwice, ///< the product is in a row above too
    LongPart,     ///< its part has a shorter name
    HeaderAgain,  ///< left out: the headings once more
};
/// The row can't be taken because of it.
bool isFatal(RowIssue issue);

struct RowReport {
    std::size_t line = 0; ///< of the file
    RowIssue issue = RowIssue::None;
    std::string value; ///< the cell it is about
    bool operator==(const RowReport&) const = default;
};

inline constexpr std::size_t maxRowReports = 500;

struct PlanTable {
    std::vector<Segment> segments;  ///< without ids; only rows that can be taken
    std::size_t rows = 0;           ///< of the table, taken or not
    std::size_t badRows = 0;        ///< not taken
    std::vector<RowReport> reports; ///< the first maxRowReports, in the order of the file
    std::size_t issues = 0;         ///< all of them
};

/// `partTitle` is for rows above the first heading. At most maxPlanItems + 1 rows are kept, all are counted.
PlanTable readPlan(const CsvTable& table, const CsvMapping& mapping, const std::vector<ProductName>& products,
                   const std::string& partTitle);

/// UTF-8 with a byte order mark (spreadsheets ask for it), in the words of the show's language, with how each
/// row went on air. readPlan() reads the plan in it back as it was, but for the ids
/// and a label's own words.
std::string writePlan(const Show& show, const Run& run, Instant now,
                      const std::vector<ProductName>& products);

} // namespace vitrina::show
