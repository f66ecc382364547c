// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/PlanCsv.hpp"

#include "show/Edit.hpp"
#include "show/EditRules.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace vitrina::show {
namespace {

/// Headings are looked for in so many records, and two of them can be one heading.
constexpr std::size_t headingRecords = 10;
/// How many rows say whether a column is made of times.
constexpr std::size_t sampleRows = 50;

/// How many cells are the name of a column. None in a line with a time in it: what a row can be ("product",
/// "standby") is the name of a column too.
std::size_t knownWords(const CsvRecord& record) {
    if (std::ranges::any_of(record.cells,
                            [](const std::string& cell) { return parseDuration(cell).has_value(); }))
        return 0;
    return static_cast<std::size_t>(std::ranges::count_if(
        record.cells, [](const std::string& cell) { return !cell.empty() && columnOf(cell); }));
}

std::size_t filledCells(const CsvRecord& record) {
    return static_cast<std::size_t>(
        std::ranges::count_if(record.cells, [](const std::string& cell) { return !cell.empty(); }));
}

std::string cellOf(const CsvRecord& record, std::size_t column) {
    return column < record.cells.size() ? record.cells[column] : std::string();
}

/// The word of a column from one heading line or from two that belong together.
PlanColumn columnIn(const CsvTable& table, std::size_t first, std::size_t last, std::size_t column) {
    const std::string lower = cellOf(table.records[last], column);
    if (const auto known = columnOf(lower); known && !lower.empty())
        return *known;
    if (first == last)
        return PlanColumn::None;
    const std::string upper = cellOf(table.records[first], column);
    if (const auto known = columnOf(upper + " " + lower))
        return *known;
    const auto known = upper.empty() ? std::nullopt : columnOf(upper);
    return known.value_or(PlanColumn::None);
}

bool writtenOnly(PlanColumn column) {
    return column >= PlanColumn::PlannedStart;
}

/// The first column of a meaning has it; a second one of the same name is not used.
void keepFirst(std::vector<PlanColumn>& columns) {
    std::set<PlanColumn> seen;
    for (PlanColumn& column : columns) {
        if (writtenOnly(column) || (column != PlanColumn::None && !seen.insert(column).second))
            column = PlanColumn::None;
    }
}

bool holdsTimes(const CsvTable& table, std::size_t column, std::size_t first) {
    std::size_t times = 0;
    const std::size_t rows = std::min(table.records.size(), sampleRows);
    for (std::size_t row = first; row < rows; ++row) {
        const std::string cell = cellOf(table.records[row], column);
        if (!cell.empty() && !parseDuration(cell))
            return false;
        times += cell.empty() ? 0 : 1;
    }
    return times * 2 > rows - first;
}

/// A first line over a column of times is a heading, whatever its words.
CsvMapping withoutKnownHeading(const CsvTable& table) {
    CsvMapping mapping{0, std::vector<PlanColumn>(table.columns, PlanColumn::None)};
    bool timed = false;
    bool titled = false;
    for (std::size_t column = 0; column < table.columns; ++column) {
        const bool all = !timed && holdsTimes(table, column, 0);
        if (all || (!timed && table.records.size() > 1 && holdsTimes(table, column, 1))) {
            mapping.columns[column] = PlanColumn::Planned;
            mapping.headerRecords = all ? 0 : 1;
            timed = true;
        } else if (!titled) {
            mapping.columns[column] = PlanColumn::Title;
            titled = true;
        }
    }
    return mapping;
}

/// A spreadsheet would take a text that begins like a formula for one, so writePlan() puts an apostrophe in
/// front.
std::string withoutGuard(const std::string& cell) {
    const std::size_t text = cell.find_first_not_of('\'');
    const bool guarded = text != std::string::npos && text > 0 &&
                         std::string_view("=+-@").find(cell[text]) != std::string_view::npos;
    return guarded ? cell.substr(1) : cell;
}

using Names = std::map<std::string, std::set<ProductId>>;

Names namesOf(const std::vector<ProductName>& products) {
    Names names;
    const auto add = [&](const std::string& word, const ProductId& id) {
        if (!word.empty())
            names[folded(word)].insert(id);
    };
    for (const ProductName& product : products) {
        add(product.id.value, product.id);
        add(product.name, product.id);
        add(product.code, product.id);
        for (const std::string& sku : product.skus)
            add(sku, product.id);
    }
    return names;
}

std::vector<std::string> linesOf(const std::string& cell) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < cell.size();) {
        const std::size_t end = std::min(cell.find('\n', at), cell.size());
        std::string line = trimmed(cell.substr(at, end - at));
        if (!line.empty())
            lines.push_back(withoutGuard(line));
        at = end + 1;
    }
    return lines;
}

/// As many characters as a title may have.
std::string shortened(const std::string& title) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < title.size(); ++at) {
        if ((title[at] & 0xC0) != 0x80 && ++characters > maxTextLength)
            return trimmed(title.substr(0, at));
    }
    return title;
}

class PlanReading {
  public:
    PlanReading(const CsvTable& table, const CsvMapping& mapping, const std::vector<ProductName>& products,
                const std::string& partTitle)
        : table_(table), mapping_(mapping), names_(namesOf(products)), partTitle_(partTitle) {
        for (std::size_t column = 0; column < mapping.columns.size(); ++column) {
            if (mapping.columns[column] != PlanColumn::None)
                at_.try_emplace(mapping.columns[column], column);
        }
    }

    PlanTable all() {
        for (std::size_t i = mapping_.headerRecords; i < table_.records.size(); ++i)
            record(table_.records[i]);
        return std::move(plan_);
    }

  private:
    bool mapped(PlanColumn column) const { return at_.contains(column); }
    std::string cell(PlanColumn column) const {
        const auto found = at_.find(column);
        return found == at_.end() ? std::string() : trimmed(withoutGuard(cellOf(*record_, found->second)));
    }
    void report(RowIssue issue, const std::string& value = {}) {
        bad_ = bad_ || isFatal(issue);
        ++plan_.issues;
        if (plan_.reports.size() < maxRowReports)
            plan_.reports.push_back({record_->line, issue, value});
    }

    void record(const CsvRecord& record) {
        record_ = &record;
        bad_ = false;
        if (repeatsHeading(record))
            return report(RowIssue::HeaderAgain);
        const std::string part = cell(PlanColumn::Segment);
        if (!part.empty() && (plan_.segments.empty() || plan_.segments.back().title != shortened(part)))
            openSegment(part);
        if (onlyHeading(record))
            return;
        ++plan_.rows;
        Item item = this->item();
        plan_.badRows += bad_ ? 1 : 0;
        if (bad_ || kept_ > maxPlanItems)
            return;
        if (plan_.segments.empty())
            openSegment(partTitle_);
        plan_.segments.back().items.push_back(std::move(item));
        ++kept_;
    }

    bool repeatsHeading(const CsvRecord& record) const {
        for (std::size_t i = 0; i < mapping_.headerRecords; ++i) {
            if (filledCells(table_.records[i]) > 1 && table_.records[i].cells == record.cells)
                return true;
        }
        return false;
    }

    /// A line that names a part and nothing else: in its own column, or, where there is none, one cell in a
    /// line by itself (cells merged across the table are saved like that).
    bool onlyHeading(const CsvRecord& record) {
        if (filledCells(record) != 1)
            return false;
        if (mapped(PlanColumn::Segment))
            return !cell(PlanColumn::Segment).empty();
        if (at_.size() < 2)
            return false;
        const auto only = std::ranges::find_if(record.cells, [](const std::string& c) { return !c.empty(); });
        const auto column = static_cast<std::size_t>(only - record.cells.begin());
        if (column != 0 && !(mapped(PlanColumn::Title) && at_.at(PlanColumn::Title) == column))
            return false;
        openSegment(trimmed(withoutGuard(*only)));
        return true;
    }

    void openSegment(const std::string& title) {
        if (title.empty() || plan_.segments.size() > maxPlanItems)
            return;
        Segment segment;
        segment.title = shortened(title);
        if (segment.title != title)
            report(RowIssue::LongPart, title);
        plan_.segments.push_back(std::move(segment));
    }

    Item item() {
        Item item;
        item.title = cell(PlanColumn::Title);
        product(item);
        if (item.title.empty())
            report(RowIssue::NoTitle);
        else if (!checkTitle(item.title))
            report(RowIssue::LongTitle, item.title);
        planned(item);
        scene(item);
        texts(item);
        item.disclosure = answer(PlanColumn::Disclosure);
        item.standby = answer(PlanColumn::Standby);
        item.skipped = answer(PlanColumn::Skipped);
        const std::string mark = cell(PlanColumn::Mark);
        if (const auto known = markOf(mark))
            item.mark = *known;
        else
            report(RowIssue::UnknownMark, mark);
        return item;
    }

    /// Kind and product stand for one another: a named product makes a product row, and a product row without
    /// one is looked up by its title.
    void product(Item& item) {
        const std::string kind = cell(PlanColumn::Kind);
        const std::string named = cell(PlanColumn::Product);
        const auto known = kind.empty() ? std::nullopt : kindOf(kind);
        if (!kind.empty() && !known)
            return report(RowIssue::UnknownKind, kind);
        const auto byTitle = names_.find(folded(item.title));
        item.kind = known                                       ? *known
                    : !named.empty() || byTitle != names_.end() ? ItemKind::Product
                                                                : ItemKind::Talk;
        if (item.kind != ItemKind::Product)
            return;
        const auto found = named.empty() ? byTitle : names_.find(folded(named));
        if (found == names_.end())
            return report(named.empty() ? RowIssue::ProductMissing : RowIssue::UnknownProduct,
                          named.empty() ? item.title : named);
        if (found->second.size() > 1)
            return report(RowIssue::SeveralProducts, named.empty() ? item.title : named);
        item.product = *found->second.begin();
        if (item.title.empty())
            item.title = named;
        if (!products_.insert(item.product).second)
            report(RowIssue::ProductTwice, named.empty() ? item.title : named);
    }

    void planned(Item& item) {
        const std::string time = cell(PlanColumn::Planned);
        if (time.empty())
            return report(RowIssue::NoTime);
        if (const auto known = parseDuration(time))
            item.plannedMs = *known;
        else
            report(RowIssue::BadTime, time);
    }

    void scene(Item& item) {
        const std::string scene = cell(PlanColumn::Scene);
        item.role = item.kind == ItemKind::Product ? SceneRole::CloseUp
                    : item.kind == ItemKind::Break ? SceneRole::Break
                                                   : SceneRole::Full;
        if (scene.empty())
            return;
        if (const auto known = roleOf(scene))
            item.role = *known;
        else
            report(RowIssue::UnknownScene, scene);
    }

    void texts(Item& item) {
        item.note = cell(PlanColumn::Note);
        if (!item.note.empty() && !checkTitle(item.note))
            report(RowIssue::LongText, item.note);
        const auto points = at_.find(PlanColumn::TalkingPoints);
        if (points == at_.end())
            return;
        item.talkingPoints = linesOf(cellOf(*record_, points->second));
        if (item.talkingPoints.size() > maxTalkingPoints)
            report(RowIssue::ManyPoints);
        for (const std::string& point : item.talkingPoints) {
            if (!checkTitle(point))
                return report(RowIssue::LongText, point);
        }
    }

    bool answer(PlanColumn column) {
        const std::string word = cell(column);
        const auto known = yesOrNo(word);
        if (!known)
            report(RowIssue::NeitherYesNorNo, word);
        return known.value_or(false);
    }

    const CsvTable& table_;
    const CsvMapping& mapping_;
    Names names_;
    std::string partTitle_;
    std::map<PlanColumn, std::size_t> at_;
    std::set<ProductId> products_;
    PlanTable plan_;
    const CsvRecord* record_ = nullptr;
    bool bad_ = false;
    std::size_t kept_ = 0;
};

} // namespace

bool isFatal(RowIssue issue) {
    return issue != RowIssue::None && issue < RowIssue::NoTime;
}

CsvMapping guessMapping(const CsvTable& table) {
    const std::size_t records = std::min(table.records.size(), headingRecords);
    std::size_t last = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < records; ++i) {
        if (const std::size_t known = knownWords(table.records[i]); known > most) {
            most = known;
            last = i;
        }
    }
    // One word that is also a heading ("Talk, 90") is no heading, unless it is all there is.
    if (most == 0 || (most == 1 && table.columns > 1 && filledCells(table.records[last]) > 1))
        return withoutKnownHeading(table);
    std::size_t first = last;
    if (last > 0 && knownWords(table.records[last - 1]) > 0)
        --first;
    else if (last + 1 < records && knownWords(table.records[last + 1]) > 1)
        ++last;
    CsvMapping mapping{last + 1, {}};
    for (std::size_t column = 0; column < table.columns; ++column)
        mapping.columns.push_back(columnIn(table, first, last, column));
    keepFirst(mapping.columns);
    return mapping;
}

PlanTable readPlan(const CsvTable& table, const CsvMapping& mapping, const std::vector<ProductName>& products,
                   const std::string& partTitle) {
    return PlanReading(table, mapping, products, partTitle).all();
}

} // namespace vitrina::show
