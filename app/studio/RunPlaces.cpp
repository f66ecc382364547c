// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/RunPlaces.hpp"

#include <QFile>
#include <QSaveFile>

namespace vitrina::studio {

RunPlaces readRunPlaces(const QString& path, const RunId& run) {
    QFile file(path);
    RunPlaces places;
    if (!file.open(QIODevice::ReadOnly) || file.readLine().trimmed() != QByteArray::fromStdString(run.value))
        return places;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        const qsizetype gap = line.indexOf(' ');
        bool counted = false;
        const auto epoch = (gap < 0 ? line : line.left(gap)).toULongLong(&counted);
        if (gap < 0 && !line.isEmpty() && !counted)
            places[0] = line.toStdString(); // of a version whose shows did not move
        else if (counted)
            places[epoch] = gap < 0 ? std::string() : line.mid(gap + 1).toStdString();
    }
    return places;
}

Result<void> writeRunPlaces(const QString& path, const RunId& run, const RunPlaces& places) {
    std::string text = run.value + "\n";
    for (const auto& [epoch, host] : places)
        text += std::to_string(epoch) + " " + host + "\n";
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(text)) < 0 || !file.commit())
        return fail(ErrorCode::FileUnwritable, path.toStdString());
    return {};
}

std::uint64_t epochOf(const std::vector<record::Record>& records) {
    std::uint64_t epoch = 0;
    for (const record::Record& record : records) {
        if (const auto* moved = record::factAs<record::ShowMoved>(record.fact))
            epoch = moved->epoch;
    }
    return epoch;
}

} // namespace vitrina::studio
