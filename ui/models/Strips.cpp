// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Strips.hpp"

#include "control/Selling.hpp"
#include "ui/models/Times.hpp"
#include "ui/models/Words.hpp"
#include "ui/widgets/Format.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace vitrina::ui {
namespace {

struct Strips {
    Q_DECLARE_TR_FUNCTIONS(Strips)

  public:
    static QString positionOf(const show::Rundown& rundown, const ItemId& id) {
        int number = 0;
        int count = 0;
        for (const show::Segment& segment : rundown.segments)
            for (const show::Item& item : segment.items) {
                ++count;
                if (item.id == id)
                    number = count;
            }
        return number > 0 ? tr("%1 of %2").arg(number).arg(count) : QString();
    }

    static void fill(StripContent& strip, const control::State& state, const show::Item& item,
                     const Instant& now, const QLocale& locale, bool compact) {
        strip.filled = true;
        strip.position = positionOf(state.show.rundown, item.id);
        strip.title = text(item.title);
        strip.icon = kindIcon(item.kind);
        if (const commerce::Product* product = commerce::findProduct(state.catalogue, item.product)) {
            strip.image = text(product->image);
            strip.price = priceText(state, *product, locale, true);
            strip.was = wasText(state, *product, now, locale);
            if (const commerce::RunningOffer* flash = control::flashShown(state, *product))
                strip.offer = offerLeft(state, *flash, now);
            strip.stock = stockText(state, *product, now, compact);
        }
    }

    static StripContent next(const control::State& state, const Instant& now, const QLocale& locale,
                             bool compact) {
        StripContent strip;
        const show::Item* item = show::findItem(state.show.rundown, state.run.next);
        if (!item) {
            strip.emptyTitle =
                state.run.phase == show::RunPhase::Ended ? tr("The show has ended") : tr("Nothing next");
            strip.emptyHint =
                state.run.phase == show::RunPhase::Ended ? QString() : tr("The rundown is at its end.");
            return strip;
        }
        fill(strip, state, *item, now, locale, compact);
        strip.word = tr("NEXT");
        strip.timeLabel = tr("Planned");
        strip.timeFigure = durationText(item->plannedMs);
        strip.tone = TimeTone::Normal;
        if (!compact && strip.stock.tone == StockTone::Plain)
            strip.stock.label = tr("In stock");
        if (const show::AiredItem* current = state.run.current()) {
            const std::int64_t left =
                std::max<std::int64_t>(0, current->item.plannedMs - airedMs(*current, now));
            strip.timeHint = wallTimeText(now.wallMs + left);
        } else if (state.run.phase == show::RunPhase::Standby && state.show.plannedStartMs != 0) {
            strip.timeHint = wallTimeText(state.show.plannedStartMs);
        }
        return strip;
    }

    static void showTime(StripContent& strip, const show::AiredItem& current, const Instant& now,
                         int warningSeconds) {
        const std::int64_t planned = current.item.plannedMs;
        const std::int64_t elapsed = airedMs(current, now) / 1000 * 1000;
        const std::int64_t left = planned - elapsed;
        if (left >= 0) {
            strip.timeLabel = tr("Time left");
            strip.timeFigure = durationText(left);
            strip.tone = left <= warningSeconds * 1000LL ? TimeTone::Warning : TimeTone::Normal;
            strip.timeHint = tr("%1 of %2").arg(durationText(elapsed), durationText(planned));
        } else {
            strip.timeLabel = tr("OVER");
            strip.timeFigure = signedDurationText(-left);
            strip.tone = TimeTone::Over;
            strip.timeHint = tr("of %1").arg(durationText(planned));
        }
        strip.progress = planned > 0 ? std::min(1.0, double(elapsed) / double(planned)) : 0.0;
    }

    static StripContent air(const control::State& state, const Instant& now, const QLocale& locale,
                            bool compact, int warningSeconds) {
        StripContent strip;
        strip.air = true;
        if (state.run.cue && !state.run.cue->seen)
            strip.cue = text(state.run.cue->text);
        const show::AiredItem* current = state.run.current();
        if (!current) {
            strip.emptyTitle = tr("Nothing on air");
            switch (state.run.phase) {
            case show::RunPhase::Live:
                strip.emptyHint = tr("Take the first item.");
                break;
            case show::RunPhase::Ended:
                strip.emptyHint = tr("The show has ended.");
                break;
            default:
                strip.emptyHint = tr("Go live, then take item 1.");
                break;
            }
            return strip;
        }
        fill(strip, state, current->item, now, locale, compact);
        strip.confirmed = current->onAir.has_value() && onAir(state);
        // Viewers see the slate, whatever stands beneath it.
        strip.word = state.stage.slateOn ? tr("SLATE") : strip.confirmed ? tr("ON AIR") : tr("TAKEN");
        showTime(strip, *current, now, warningSeconds);
        return strip;
    }
};

} // namespace

QString StripContent::spoken() const {
    if (!filled)
        return (cue.isEmpty() ? QString() : cue + QStringLiteral(". ")) + emptyTitle + QStringLiteral(". ") +
               emptyHint;
    QStringList parts{title, word.toLower(), timeLabel + QLatin1Char(' ') + timeFigure};
    if (!price.isEmpty())
        parts << price;
    if (!offer.time.isEmpty())
        parts << QCoreApplication::translate("Strips", "offer ends in %1").arg(offer.time);
    if (!offer.pieces.isEmpty())
        parts << QCoreApplication::translate("Strips", "under the offer %1").arg(offer.pieces);
    if (!stock.spoken.isEmpty())
        parts << stock.spoken;
    if (!cue.isEmpty())
        parts.prepend(cue);
    return parts.join(QStringLiteral(", "));
}

StripContent nextStrip(const control::State& state, const Instant& now, const QLocale& locale, bool compact) {
    return Strips::next(state, now, locale, compact);
}

StripContent airStrip(const control::State& state, const Instant& now, const QLocale& locale, bool compact,
                      int warningSeconds) {
    return Strips::air(state, now, locale, compact, warningSeconds);
}

} // namespace vitrina::ui
