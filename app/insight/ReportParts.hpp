// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/ReportWords.hpp"
#include "insight/Summary.hpp"

#include <string>
#include <string_view>

/// The pieces reportHtml() is put together from. Each returns HTML; all text from outside is escaped in them.
namespace vitrina::insight {

struct ReportInput {
    const Summary& summary;
    const commerce::ShopOpened& shop;
    const Writer& words;
};

extern const std::string_view reportStyle;

std::string headHtml(const ReportInput& input);
std::string figuresHtml(const ReportInput& input);
std::string timelineHtml(const ReportInput& input);
std::string itemsHtml(const ReportInput& input);
std::string stockHtml(const ReportInput& input);
std::string faultsHtml(const ReportInput& input);
/// "source:host" as a person calls it.
std::string faultName(const Writer& words, const std::string& subject);

/// A cell that keeps its column's name for the narrow layout, where rows become cards.
std::string cell(const std::string& column, const std::string& html, std::string_view kind = "n");

} // namespace vitrina::insight
