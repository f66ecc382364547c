// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/HostContent.hpp"

#include "ui/models/Times.hpp"
#include "ui/models/Words.hpp"

namespace vitrina::ui {
namespace {

QStringList pointsOf(const show::Item* item) {
    QStringList points;
    if (item) {
        for (const std::string& point : item->talkingPoints)
            points << QString::fromStdString(point);
    }
    return points;
}

} // namespace

HostContent hostContent(const control::State& state, const Instant& now, const QLocale& locale,
                        int warningSeconds) {
    HostContent content;
    content.air = airStrip(state, now, locale, true, warningSeconds);
    content.next = nextStrip(state, now, locale, true);
    content.rehearsal = state.run.rehearsal;
    if (!content.air.cue.isEmpty()) {
        content.cueMore = waitText(spanMs(state.run.cue->sent, now));
        if (!state.run.cue->from.empty())
            content.cueMore.prepend(QString::fromStdString(state.run.cue->from) + QStringLiteral(" · "));
    }
    const show::AiredItem* current = state.run.current();
    content.pointsOfNext = current == nullptr;
    // The plan's row, not the copy that went on air: a point added by the producer now is for the host to say
    // now.
    const show::Item* planned =
        show::findItem(state.show.rundown, current ? current->item.id : state.run.next);
    content.points = pointsOf(planned ? planned : current ? &current->item : nullptr);
    return content;
}

QString HostContent::spoken() const {
    QStringList parts{air.spoken()};
    parts << points;
    parts << next.spoken();
    return parts.join(QStringLiteral(". "));
}

} // namespace vitrina::ui
