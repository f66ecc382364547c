// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/ShowFigures.hpp"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

namespace vitrina::studio {
namespace {

QJsonObject toJson(const Count& count) {
    return {{QStringLiteral("messages"), qint64(count.messages)},
            {QStringLiteral("orders"), qint64(count.orders)},
            {QStringLiteral("units"), qint64(count.units)},
            {QStringLiteral("gmv_minor"), qint64(count.gmvMinor)}};
}

QString text(const Count& count) {
    return QStringLiteral("%1 messages, %2 orders, %3 units, %4 minor")
        .arg(count.messages)
        .arg(count.orders)
        .arg(count.units)
        .arg(count.gmvMinor);
}

double rounded(double value, int factor = 100) {
    return double(qRound64(value * factor)) / factor;
}

} // namespace

std::optional<double> medianMs(std::vector<std::int64_t> microseconds) {
    if (microseconds.empty())
        return std::nullopt;
    const auto middle = microseconds.begin() + std::ptrdiff_t(microseconds.size() / 2);
    std::nth_element(microseconds.begin(), middle, microseconds.end());
    return double(*middle) / 1000.0;
}

QStringList ShowFigures::contradictions() const {
    QStringList wrong;
    if (byClients != byServer)
        wrong << QStringLiteral("clients were answered %1, the server's tables hold %2")
                     .arg(text(byClients), text(byServer));
    if (byServer != byReport)
        wrong << QStringLiteral("the server's tables hold %1, the report says %2")
                     .arg(text(byServer), text(byReport));
    if (oversold != 0)
        wrong << QStringLiteral("%1 pieces oversold").arg(oversold);
    return wrong;
}

QJsonObject ShowFigures::toJson() const {
    const auto difference = [](std::uint64_t after, std::uint64_t before) {
        return qint64(after - before);
    };
    const auto take = medianMs(takesUs);
    QJsonObject json{
        {QStringLiteral("frames_total"), difference(atEnd.framesTotal, atStart.framesTotal)},
        {QStringLiteral("frames_lagged"), difference(atEnd.framesLagged, atStart.framesLagged)},
        {QStringLiteral("frames_skipped"), difference(atEnd.framesSkipped, atStart.framesSkipped)},
        {QStringLiteral("frames_dropped"), difference(atEnd.framesDropped, atStart.framesDropped)},
        {QStringLiteral("canvas"),
         QStringLiteral("%1x%2@%3").arg(canvas.width).arg(canvas.height).arg(canvas.fps)},
        {QStringLiteral("fps"), rounded(fps)},
        {QStringLiteral("takes"), qint64(takesUs.size())},
        {QStringLiteral("take_to_program_ms_p50"), take ? QJsonValue(rounded(*take, 10)) : QJsonValue()},
        {QStringLiteral("viewers_peak"), qint64(viewersPeak)},
        {QStringLiteral("messages"), qint64(byReport.messages)},
        {QStringLiteral("orders"), qint64(byReport.orders)},
        {QStringLiteral("units"), qint64(byReport.units)},
        {QStringLiteral("gmv"), rounded(double(byReport.gmvMinor) / 100.0)},
        {QStringLiteral("currency"), currency},
        {QStringLiteral("oversold"), qint64(oversold)},
        {QStringLiteral("viewer_url"), viewerUrl},
        {QStringLiteral("recording"), recording},
        {QStringLiteral("rss_mb"), qint64(rssMb)},
        {QStringLiteral("start_ms"), qint64(startMs)},
        {QStringLiteral("gui_stall_p99_ms"), rounded(stallP99Ms)},
        {QStringLiteral("gui_stall_max_ms"), rounded(stallMaxMs)},
        {QStringLiteral("script_refusals"), refusals},
    };
    json[QStringLiteral("counted_by")] = QJsonObject{{QStringLiteral("clients"), studio::toJson(byClients)},
                                                     {QStringLiteral("server"), studio::toJson(byServer)},
                                                     {QStringLiteral("report"), studio::toJson(byReport)}};
    json[QStringLiteral("contradictions")] = QJsonArray::fromStringList(contradictions());
    return json;
}

} // namespace vitrina::studio
