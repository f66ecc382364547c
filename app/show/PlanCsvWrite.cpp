// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/PlanCsv.hpp"

#include "show/Timing.hpp"

#include <algorithm>
#include <cstdlib>

namespace vitrina::show {
namespace {

constexpr PlanColumn written[] = {PlanColumn::Segment,       PlanColumn::Title,     PlanColumn::Kind,
                                  PlanColumn::Planned,       PlanColumn::Scene,     PlanColumn::Product,
                                  PlanColumn::TalkingPoints, PlanColumn::Note,      PlanColumn::Disclosure,
                                  PlanColumn::Standby,       PlanColumn::Skipped,   PlanColumn::Mark,
                                  PlanColumn::AiredLength,   PlanColumn::Difference};

std::string twoDigits(std::int64_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

/// "0:09:00": every spreadsheet and parseDuration() take it for the same.
std::string time(std::int64_t ms) {
    const std::int64_t seconds = std::abs(ms) / 1000;
    return (ms < 0 ? "-" : "") + std::to_string(seconds / 3600) + ":" + twoDigits(seconds / 60 % 60) + ":" +
           twoDigits(seconds % 60);
}

/// A text that begins like a formula is written so that no spreadsheet runs it.
std::string guarded(const std::string& text) {
    const std::size_t first = text.find_first_not_of('\'');
    const bool formula =
        first != std::string::npos && std::string_view("=+-@").find(text[first]) != std::string_view::npos;
    return formula ? "'" + text : text;
}

std::string lines(const std::vector<std::string>& points) {
    std::string text;
    for (const std::string& point : points)
        text += (text.empty() ? "" : "\n") + guarded(point);
    return text;
}

/// What readPlan() finds it by: the code, else the id. A name may be that of two products.
std::string productWord(const std::vector<ProductName>& products, const ProductId& id) {
    const auto found = std::ranges::find(products, id, &ProductName::id);
    return found == products.end() || found->code.empty() ? id.value : found->code;
}

} // namespace

std::string writePlan(const Show& show, const Run& run, Instant now,
                      const std::vector<ProductName>& products) {
    const bool latvian = show.locale.starts_with("lv");
    // Where a comma stands in figures, spreadsheets cut cells at semicolons.
    const char delimiter = latvian ? ';' : ',';
    const ShowTimes times = timesOf(show, run, now);
    std::vector<std::string> cells;
    for (const PlanColumn column : written)
        cells.push_back(wordOf(column, latvian));
    std::string text = "\xEF\xBB\xBF" + csvRecord(cells, delimiter);
    const auto yes = [&](bool value) {
        return value ? yesWord(latvian) : std::string();
    };
    for (std::size_t s = 0; s < show.rundown.segments.size(); ++s) {
        const Segment& segment = show.rundown.segments[s];
        if (segment.items.empty())
            text += csvRecord({guarded(segment.title)}, delimiter);
        for (std::size_t i = 0; i < segment.items.size(); ++i) {
            const Item& item = segment.items[i];
            const ItemTimes& at = times.segments[s].items[i];
            text += csvRecord({guarded(segment.title), guarded(item.title), wordOf(item.kind, latvian),
                               time(item.plannedMs), wordOf(item.role, latvian),
                               productWord(products, item.product), lines(item.talkingPoints),
                               guarded(item.note), yes(item.disclosure), yes(item.standby), yes(item.skipped),
                               wordOf(item.mark, latvian), at.aired ? time(at.elapsedMs) : std::string(),
                               at.aired ? time(at.overMs()) : std::string()},
                              delimiter);
        }
    }
    return text;
}

} // namespace vitrina::show
