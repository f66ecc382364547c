// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/ReportParts.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>

namespace vitrina::insight {
namespace {

/// Shapes are drawn in 1000 x 100 and stretched to their row; words are HTML over them, so that no letter is
/// stretched.
constexpr double drawnWidth = 1000.0;
constexpr double drawnHeight = 100.0;
constexpr double headroom = 0.74; ///< of a row's height, so that the label of a peak fits above

std::string plain(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    return text.data();
}

std::int64_t lengthMs(const Summary& summary) {
    return std::max<std::int64_t>(summary.durationMs, 1);
}

double part(const Summary& summary, std::int64_t ms) {
    return std::clamp(double(ms) / double(lengthMs(summary)), 0.0, 1.0);
}

std::string percent(double share) {
    return plain(share * 100.0) + "%";
}

using Value = std::function<std::int64_t(const TimePoint&)>;

const TimePoint* highest(const Summary& summary, const Value& value) {
    const auto found = std::ranges::max_element(summary.timeline, {}, value);
    return found == summary.timeline.end() || value(*found) == 0 ? nullptr : &*found;
}

double endOf(const Summary& summary, const TimePoint& point) {
    return part(summary, point.sinceLiveMs + summary.timelineStepMs);
}

std::string svg(const std::string& shapes) {
    return "<svg viewBox=\"0 0 1000 100\" preserveAspectRatio=\"none\" aria-hidden=\"true\" "
           "focusable=\"false\">" +
           shapes + "<path class=\"base\" d=\"M0 100H1000\"/></svg>";
}

std::string peakLabel(const Summary& summary, const TimePoint& point, const std::string& text) {
    const double middle = (part(summary, point.sinceLiveMs) + endOf(summary, point)) / 2;
    // At either edge it stays inside.
    const std::string side = middle > 0.97   ? "right:0"
                             : middle < 0.03 ? "left:0"
                                             : "transform:translateX(-50%);left:" + percent(middle);
    return "<span class=\"lab p\" style=\"" + side + "\">" + text + "</span>";
}

std::string viewersRow(const ReportInput& input) {
    const Summary& summary = input.summary;
    const auto watching = [](const TimePoint& point) {
        return point.watching;
    };
    const TimePoint* peak = highest(summary, watching);
    std::string path;
    double last = drawnHeight;
    for (const TimePoint& point : summary.timeline) {
        const double height = peak ? double(point.watching) / double(peak->watching) * headroom : 0;
        last = drawnHeight * (1 - height);
        path += (path.empty() ? "M" : "L") + plain(part(summary, point.sinceLiveMs) * drawnWidth) + " " +
                plain(last) + "H" + plain(endOf(summary, point) * drawnWidth);
    }
    std::string shapes;
    if (peak)
        shapes = "<path class=\"area\" d=\"" + path + "V100H0Z\"/><path class=\"line\" d=\"" + path + "\"/>";
    const std::string label =
        peak ? peakLabel(summary, *peak, input.words.number(peak->watching)) : std::string();
    return "<div class=\"v\">" + svg(shapes) + label + "</div>";
}

std::string barsRow(const ReportInput& input, const Value& value, std::string_view kind) {
    const Summary& summary = input.summary;
    const TimePoint* peak = highest(summary, value);
    std::string shapes;
    for (const TimePoint& point : summary.timeline) {
        if (value(point) == 0)
            continue;
        const double height = double(value(point)) / double(value(*peak)) * headroom * drawnHeight;
        const double left = part(summary, point.sinceLiveMs) * drawnWidth;
        const double width = endOf(summary, point) * drawnWidth - left;
        shapes += "<rect class=\"" + std::string(kind) + "\" x=\"" + plain(left + width * 0.1) + "\" y=\"" +
                  plain(drawnHeight - height) + "\" width=\"" + plain(width * 0.8) + "\" height=\"" +
                  plain(height) + "\"/>";
    }
    const std::string label =
        peak ? peakLabel(summary, *peak, input.words.number(value(*peak))) : std::string();
    return "<div>" + svg(shapes) + label + "</div>";
}

/// About eight ticks at a round distance.
std::int64_t tickMs(std::int64_t length) {
    for (const std::int64_t step :
         {5'000, 10'000, 15'000, 30'000, 60'000, 120'000, 300'000, 600'000, 900'000, 1'800'000}) {
        if (length / step <= 10)
            return step;
    }
    return 3'600'000;
}

std::string grid(const ReportInput& input) {
    const Summary& summary = input.summary;
    const std::int64_t step = tickMs(summary.durationMs);
    std::string ticks;
    std::string labels;
    for (std::int64_t at = 0; at < summary.durationMs; at += step) {
        const std::string left = percent(part(summary, at));
        ticks += "<div class=\"tick\" style=\"left:" + left + "\"></div>";
        // The last one would hang over the edge.
        if (part(summary, at) < 0.97)
            labels += "<span class=\"lab t\" style=\"left:" + left + "\">" + clock(at) + "</span>";
    }
    std::string bands;
    std::string names;
    bool shaded = false;
    for (const ItemSummary& item : summary.items) {
        if (item.airedMs == 0)
            continue;
        const double from = part(summary, item.sinceLiveMs);
        const double until = part(summary, item.sinceLiveMs + item.airedMs);
        const std::string place = "left:" + percent(from) + ";width:" + percent(until - from);
        if (shaded = !shaded; shaded)
            bands += "<div class=\"band\" style=\"" + place + "\"></div>";
        names += "<span class=\"lab\" style=\"padding:0 4px;" + place + "\" title=\"" + escaped(item.title) +
                 "\">" + escaped(item.title) + "</span>";
    }
    return bands + ticks + "<div class=\"s\">" + labels + "</div><div class=\"i\">" + names + "</div>";
}

std::string faultsRow(const ReportInput& input) {
    std::string marks;
    for (const FaultSpan& span : input.summary.faultSpans) {
        const double from = part(input.summary, span.sinceLiveMs);
        const double until = part(input.summary, span.sinceLiveMs + span.lastedMs);
        marks += "<span class=\"inc\" style=\"left:min(" + percent(from) +
                 ",100% - 10px);width:" + percent(until - from) + "\" title=\"" +
                 escaped(faultName(input.words, span.subject)) + "\"></span>";
    }
    return "<div class=\"s\">" + marks + "</div>";
}

std::string rowName(const std::string& kind, const std::string& name, const std::string& how) {
    const std::string small = how.empty() ? "" : "<small>" + how + "</small>";
    return "<div class=\"" + kind + "\">" + name + small + "</div>";
}

std::string sentence(const ReportInput& input) {
    const Summary& summary = input.summary;
    const TimePoint* viewers = highest(summary, [](const TimePoint& point) { return point.watching; });
    const TimePoint* orders = highest(summary, [](const TimePoint& point) { return point.orders; });
    const TimePoint* messages = highest(summary, [](const TimePoint& point) { return point.messages; });
    if (!viewers && !orders && !messages)
        return input.words.say(Word::TimelineEmpty);
    const std::string none = "–";
    return input.words.say(Word::TimelineSays, {input.words.number(viewers ? viewers->watching : 0),
                                                viewers ? clock(viewers->sinceLiveMs) : none,
                                                input.words.step(summary.timelineStepMs),
                                                input.words.number(orders ? orders->orders : 0),
                                                orders ? clock(orders->sinceLiveMs) : none});
}

/// What the chart can't hold: it begins with going live and stops at the end.
std::string outside(const ReportInput& input) {
    std::int64_t orders = input.summary.orders;
    std::int64_t messages = input.summary.messages;
    for (const TimePoint& point : input.summary.timeline) {
        orders -= point.orders;
        messages -= point.messages;
    }
    if (orders == 0 && messages == 0)
        return {};
    return "<p class=\"say\">" +
           input.words.say(Word::OutsideLive, {input.words.number(orders), input.words.number(messages)}) +
           "</p>";
}

std::string figures(const ReportInput& input) {
    const Writer& words = input.words;
    const auto head = [&](Word word, std::string_view kind = "n") {
        return "<th scope=\"col\" class=\"" + std::string(kind) + "\">" + words.say(word) + "</th>";
    };
    std::string rows;
    for (const TimePoint& point : input.summary.timeline) {
        rows += "<tr><td class=\"n\" style=\"text-align:left\">" + clock(point.sinceLiveMs) + "</td><td>" +
                words.number(point.watching) + "</td><td>" + words.number(point.messages) + "</td><td>" +
                words.number(point.orders) + "</td><td>" +
                words.money(point.gmvMinor, input.summary.gmv.currency) + "</td></tr>";
    }
    return "<details><summary>" + words.say(Word::FiguresTable) + "</summary><table><thead><tr>" +
           head(Word::From, "w") + head(Word::ViewersRow) + head(Word::Messages) + head(Word::Orders) +
           head(Word::Gmv) + "</tr></thead><tbody>" + rows + "</tbody></table></details>";
}

} // namespace

std::string timelineHtml(const ReportInput& input) {
    const Summary& summary = input.summary;
    const Writer& words = input.words;
    const std::string heading = "<section aria-labelledby=\"tl\"><h2 id=\"tl\">" + words.say(Word::Timeline);
    if (summary.timeline.empty())
        return heading + "</h2><p class=\"say\">" + words.say(Word::NotLive) + "</p></section>";
    const std::string step = words.step(summary.timelineStepMs);
    const std::string perStep = words.say(Word::PerStep, {step});
    const std::string names = rowName("s", "", "") + rowName("i", "", "") +
                              rowName("v", words.say(Word::ViewersRow), words.say(Word::ViewersRowHow)) +
                              rowName("b", words.say(Word::ChatRow), perStep) +
                              rowName("b", words.say(Word::OrdersRow), perStep) +
                              rowName("s", "<small>" + words.say(Word::FaultsRow) + "</small>", "");
    const std::string rows = grid(input) + viewersRow(input) +
                             barsRow(
                                 input, [](const TimePoint& point) { return point.messages; }, "b1") +
                             barsRow(
                                 input, [](const TimePoint& point) { return point.orders; }, "b2") +
                             faultsRow(input);
    return heading + "<small>" + words.say(Word::TimelineHow, {step}) +
           "</small></h2><p class=\"say\" id=\"tlsay\">" + sentence(input) +
           "</p><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"tl\"><div "
           "class=\"plot\">"
           "<div class=\"names\" aria-hidden=\"true\">" +
           names +
           "</div><div class=\"rows\" role=\"img\" aria-labelledby=\"tl\" aria-describedby=\"tlsay\">" +
           rows + "</div></div></div>" + outside(input) + figures(input) + "</section>";
}

} // namespace vitrina::insight
