// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/ReportParts.hpp"

#include <algorithm>

namespace vitrina::insight {
namespace {

constexpr double minuteMs = 60'000.0;

std::string figure(const std::string& name, const std::string& value, const std::vector<std::string>& how) {
    std::string html = "<div><dt>" + name + "</dt><dd class=\"v\">" + value + "</dd>";
    for (const std::string& line : how)
        html += line.empty() ? "" : "<dd>" + line + "</dd>";
    return html + "</div>";
}

std::string none() {
    return "–";
}

std::string head(const Writer& words, std::initializer_list<std::pair<Word, std::string_view>> columns) {
    std::string row;
    for (const auto& [word, kind] : columns)
        row += "<th scope=\"col\" class=\"" + std::string(kind) + "\">" + words.say(word) + "</th>";
    return "<thead><tr>" + row + "</tr></thead>";
}

std::string section(const std::string& id, const std::string& title, const std::string& how,
                    const std::string& body) {
    return "<section aria-labelledby=\"" + id + "\"><h2 id=\"" + id + "\">" + title + "<small>" + how +
           "</small></h2>" + body + "</section>";
}

std::string difference(const ItemSummary& item) {
    const std::int64_t seconds = (item.airedMs - item.plannedMs) / 1000;
    return " <small>" + std::string(seconds < 0 ? "−" : "+") +
           clock(seconds < 0 ? -seconds * 1000 : seconds * 1000) + "</small>";
}

std::string itemRow(const ReportInput& input, const ItemSummary& item, std::int64_t most) {
    const Writer& words = input.words;
    const auto name = [&](Word word) {
        return words.say(word);
    };
    const std::string title = "<b>" + escaped(item.title) + "</b>" +
                              (item.code.empty() ? "" : " <small>" + escaped(item.code) + "</small>");
    const std::string aired = item.airedMs == 0
                                  ? "<small>" + name(Word::NeverAired) + "</small>"
                                  : clock(item.airedMs) + (item.plannedMs > 0 ? difference(item) : "");
    const int width = most > 0 ? static_cast<int>(item.gmvMinor * 100 / most) : 0;
    const std::string bar =
        "<span class=\"track\" aria-hidden=\"true\"><i class=\"bar\" style=\"width:" + std::to_string(width) +
        "px\"></i></span>";
    return "<tr>" + cell(name(Word::Item), title, "w") + cell(name(Word::Planned), clock(item.plannedMs)) +
           cell(name(Word::Aired), aired) + cell(name(Word::Messages), words.number(item.messages)) +
           cell(name(Word::Orders), words.number(item.orders)) +
           cell(name(Word::Units), words.number(item.units)) +
           cell(name(Word::Gmv),
                "<b>" + words.money(item.gmvMinor, input.summary.gmv.currency) + "</b>" + bar, "m") +
           "</tr>";
}

std::string skuName(const commerce::Catalogue& catalogue, const Sku& sku) {
    const commerce::Product* product = commerce::productOf(catalogue, sku);
    const commerce::Variant* variant = commerce::findVariant(catalogue, sku);
    if (!product || !variant)
        return "<b>" + escaped(sku.value) + "</b>";
    const std::string label = variant->label.empty() ? "" : ", " + escaped(variant->label);
    return "<b>" + escaped(product->name) + label + "</b> <small>" + escaped(sku.value) + "</small>";
}

std::string skuRow(const ReportInput& input, const SkuSummary& sku) {
    const Writer& words = input.words;
    std::string left = words.number(std::max<std::int64_t>(sku.available, 0));
    if (sku.available < 0)
        left = "<span class=\"bad\">" + words.say(Word::Oversold, {words.number(-sku.available)}) + "</span>";
    else if (sku.available == 0)
        left = words.say(Word::SoldOut);
    return "<tr>" + cell(words.say(Word::SkuName), skuName(input.shop.catalogue, sku.sku), "w") +
           cell(words.say(Word::Orders), words.number(sku.orders)) +
           cell(words.say(Word::Units),
                words.say(Word::OfAllocated, {words.number(sku.units), words.number(sku.allocated)})) +
           cell(words.say(Word::Gmv),
                "<b>" + words.money(sku.gmvMinor, input.summary.gmv.currency) + "</b>") +
           cell(words.say(Word::Left), left) + "</tr>";
}

/// In words where the report has them; else the stable name of the error, which is English everywhere.
std::string whatHappened(const Writer& words, const FaultSpan& span) {
    switch (span.error) {
    case ErrorCode::CameraLost:
        return words.say(Word::CameraLost);
    case ErrorCode::LinkDown:
        return words.say(Word::LinkLost);
    case ErrorCode::OutputLost:
        return words.say(Word::OutputLost);
    case ErrorCode::OutputRefused:
        return words.say(Word::OutputRefused);
    case ErrorCode::PortInUse:
        return words.say(Word::PortInUse);
    case ErrorCode::DiskFull:
        return words.say(Word::DiskFull);
    case ErrorCode::FileUnwritable:
        return words.say(Word::Unwritable);
    default:
        return span.subject == "records" ? words.say(Word::RecordsMissing)
                                         : std::string(errorName(span.error));
    }
}

std::string faultRow(const ReportInput& input, const FaultSpan& span) {
    const Writer& words = input.words;
    const std::string lasted = clock(span.lastedMs);
    return "<li><b>" + clock(span.sinceLiveMs) + "</b><div>" + escaped(faultName(words, span.subject)) +
           " <span>" + whatHappened(words, span) + "</span></div><span>" +
           words.say(span.cleared ? Word::FaultLasted : Word::FaultOpen, {lasted}) + "</span></li>";
}

std::string mark() {
    return "<svg class=\"mark\" viewBox=\"0 0 36 36\" aria-hidden=\"true\"><rect width=\"36\" height=\"36\" "
           "rx=\"9\" "
           "fill=\"#2563EB\"/><path d=\"M9 11l9 15 9-15\" fill=\"none\" stroke=\"#fff\" stroke-width=\"4\" "
           "stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>";
}

std::string when(const ReportInput& input) {
    const Summary& summary = input.summary;
    const Writer& words = input.words;
    if (summary.startedWallMs == 0)
        return words.say(Word::NotLive);
    const std::string end =
        summary.endedWallMs == 0 ? words.say(Word::StillRunning) : words.timeOfDay(summary.endedWallMs);
    return words.date(summary.startedWallMs) + ", " + words.timeOfDay(summary.startedWallMs) + "–" + end;
}

} // namespace

std::string cell(const std::string& column, const std::string& html, std::string_view kind) {
    return "<td class=\"" + std::string(kind) + "\" data-l=\"" + escaped(column) + "\"><span>" + html +
           "</span></td>";
}

std::string faultName(const Writer& words, const std::string& subject) {
    const auto after = [&](std::string_view prefix) {
        return subject.substr(prefix.size());
    };
    if (subject.starts_with("source:"))
        return words.say(Word::Camera, {after("source:")});
    if (subject.starts_with("output:"))
        return words.say(Word::Output, {after("output:")});
    if (subject == "link")
        return words.say(Word::Link);
    if (subject == "journal")
        return words.say(Word::Journal);
    return subject == "records" ? words.say(Word::ServerRecords) : subject;
}

std::string headHtml(const ReportInput& input) {
    const Writer& words = input.words;
    std::string people = escaped(input.shop.shopName);
    if (!input.shop.hostName.empty())
        people += (people.empty() ? "" : ", ") + escaped(input.shop.hostName);
    const std::string pill = input.shop.rehearsal
                                 ? " <span class=\"pill\">" + words.say(Word::Rehearsal) + "</span>"
                                 : std::string();
    return "<header>" + mark() + "<div><h1>" + escaped(input.shop.title) + ": " + words.say(Word::Report) +
           pill + "</h1><p>" + when(input) + (people.empty() ? "" : " · ") + people + "</p></div></header>";
}

std::string figuresHtml(const ReportInput& input) {
    const Summary& summary = input.summary;
    const Writer& words = input.words;
    const std::string& currency = summary.gmv.currency;
    const double liveMinutes = double(summary.durationMs) / minuteMs;
    const double viewerMinutes = double(summary.viewerMs) / minuteMs;
    const std::string gmv = words.money(summary.gmv.minor, currency);
    const std::string live = clock(summary.durationMs);
    const auto onAir =
        std::ranges::count_if(summary.items, [](const ItemSummary& item) { return item.airedMs > 0; });

    std::vector<std::string> how{words.say(Word::GmvHow)};
    if (summary.netGmv != summary.gmv)
        how.push_back(words.say(Word::GmvNet, {words.money(summary.netGmv.minor, currency)}));
    std::string html = figure(words.say(Word::Gmv), gmv, how);
    std::vector<std::string> perOrder;
    if (summary.orders > 0) {
        const double units = double(summary.units) / double(summary.orders);
        const std::string value = words.money(summary.gmv.minor / summary.orders, currency);
        perOrder = {words.say(Word::OrdersHow, {words.number(summary.units), words.decimal(units, 2)}),
                    words.say(Word::OrdersBy, {value, words.number(summary.buyers)})};
    }
    html += figure(words.say(Word::Orders), words.number(summary.orders), perOrder);
    const std::string counted = words.decimal(viewerMinutes, viewerMinutes < 100 ? 1 : 0);
    const bool watched = summary.viewerMs > 0 && summary.durationMs > 0;
    const double average = watched ? double(summary.viewerMs) / double(summary.durationMs) : 0;
    html += figure(words.say(Word::Viewers), watched ? words.decimal(average, average < 100 ? 1 : 0) : none(),
                   {watched ? words.say(Word::ViewersHow, {counted, live}) : words.say(Word::NotCounted),
                    words.say(Word::ViewersPeak, {words.number(summary.viewersPeak)})});
    html += figure(words.say(Word::TimeLive), live,
                   {words.say(Word::TimeLiveHow, {words.number(summary.takes), words.number(onAir)})});
    const std::string perMinute =
        summary.durationMs > 0
            ? words.say(Word::MessagesHow, {words.decimal(double(summary.messages) / liveMinutes, 1), live})
            : std::string();
    html += figure(words.say(Word::Messages), words.number(summary.messages), {perMinute});
    const auto perHundred =
        watched ? static_cast<std::int64_t>(double(summary.gmv.minor) / viewerMinutes * 100 + 0.5) : 0;
    html += figure(words.say(Word::PerHundred), watched ? words.money(perHundred, currency) : none(),
                   {watched ? words.say(Word::PerHundredHow, {gmv, counted}) : words.say(Word::NotCounted)});
    return "<dl class=\"kpi\">" + html + "</dl>";
}

std::string itemsHtml(const ReportInput& input) {
    const Writer& words = input.words;
    const std::vector<ItemSummary>& items = input.summary.items;
    if (items.empty())
        return section("it", words.say(Word::Items), "",
                       "<p class=\"say\">" + words.say(Word::ItemsNone) + "</p>");
    const std::int64_t most = std::ranges::max_element(items, {}, &ItemSummary::gmvMinor)->gmvMinor;
    std::string rows;
    for (const ItemSummary& item : items)
        rows += itemRow(input, item, most);
    return section("it", words.say(Word::Items), words.say(Word::ItemsHow),
                   "<div class=\"scroll\"><table class=\"cards\">" +
                       head(words, {{Word::Item, "w"},
                                    {Word::Planned, "n"},
                                    {Word::Aired, "n"},
                                    {Word::Messages, "n"},
                                    {Word::Orders, "n"},
                                    {Word::Units, "n"},
                                    {Word::Gmv, "m"}}) +
                       "<tbody>" + rows + "</tbody></table></div>");
}

std::string stockHtml(const ReportInput& input) {
    const Writer& words = input.words;
    std::string rows;
    for (const SkuSummary& sku : input.summary.skus)
        rows += skuRow(input, sku);
    return section("st", words.say(Word::Stock), words.say(Word::StockHow),
                   "<div class=\"scroll\"><table class=\"cards\">" +
                       head(words, {{Word::SkuName, "w"},
                                    {Word::Orders, "n"},
                                    {Word::Units, "n"},
                                    {Word::Gmv, "n"},
                                    {Word::Left, "n"}}) +
                       "<tbody>" + rows + "</tbody></table></div>");
}

std::string faultsHtml(const ReportInput& input) {
    const Writer& words = input.words;
    std::string rows;
    for (const FaultSpan& span : input.summary.faultSpans)
        rows += faultRow(input, span);
    const std::string body = rows.empty() ? "<p class=\"say\">" + words.say(Word::FaultsNone) + "</p>"
                                          : "<ul class=\"faults\">" + rows + "</ul>";
    return section("fa", words.say(Word::Faults), words.say(Word::FaultsHow), body);
}

std::string reportHtml(const Summary& summary, const commerce::ShopOpened& shop,
                       const std::string& language) {
    const Writer words(languageOf(language));
    const ReportInput input{summary, shop, words};
    return "<!doctype html>\n<html lang=\"" + std::string(words.tag()) +
           "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
           "content=\"width=device-width,initial-scale=1\">"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'unsafe-inline'\">"
           "<meta name=\"referrer\" content=\"no-referrer\"><title>" +
           escaped(shop.title) + ": " + words.say(Word::Report) + "</title><style>" +
           std::string(reportStyle) + "</style></head>\n<body>" + headHtml(input) + "\n<main>" +
           figuresHtml(input) + "\n" + timelineHtml(input) + "\n" + itemsHtml(input) +
           "\n<div class=\"two\">" + stockHtml(input) + "\n" + faultsHtml(input) +
           "</div></main></body></html>\n";
}

} // namespace vitrina::insight
