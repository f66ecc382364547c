// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/OfferWords.hpp"

#include "control/Selling.hpp"
#include "ui/widgets/Format.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace vitrina::ui {
namespace {

struct Offers {
    Q_DECLARE_TR_FUNCTIONS(Offers)
};

constexpr std::int64_t endingMs = 10'000;

/// A second that has begun to run counts whole, as on the card: 0:00 is the end.
std::int64_t wholeSecondsUp(std::int64_t ms) {
    return (ms + 999) / 1000 * 1000;
}

bool startable(const control::State& state, const commerce::Offer& offer) {
    return !control::willRun(state, offer.id) && !control::isOver(state, offer);
}

bool sellsProduct(const commerce::Offer& offer, const commerce::Product& product) {
    return std::ranges::any_of(offer.lines, [&](const commerce::OfferLine& line) {
        return std::ranges::find(product.variants, line.sku, &commerce::Variant::sku) !=
               product.variants.end();
    });
}

} // namespace

OfferStanding offerStanding(const control::State& state, const commerce::Offer& offer) {
    const bool runs = state.running.contains(offer.id);
    if (control::willRun(state, offer.id))
        return runs ? OfferStanding::Running : OfferStanding::Starting;
    if (runs)
        return OfferStanding::Stopping;
    if (control::isOver(state, offer))
        return OfferStanding::Over;
    return state.ended.contains(offer.id) ? OfferStanding::Ended : OfferStanding::Planned;
}

QString offerStandingWord(OfferStanding standing) {
    switch (standing) {
    case OfferStanding::Planned:
        return Offers::tr("planned");
    case OfferStanding::Starting:
        return Offers::tr("start on its way");
    case OfferStanding::Running:
        return Offers::tr("running");
    case OfferStanding::Stopping:
        return Offers::tr("stop on its way");
    case OfferStanding::Ended:
        return Offers::tr("stopped");
    case OfferStanding::Over:
        return Offers::tr("over");
    case OfferStanding::None:
        break;
    }
    return {};
}

QString offerKindWord(commerce::OfferKind kind) {
    switch (kind) {
    case commerce::OfferKind::FlashPrice:
        return Offers::tr("Flash price");
    case commerce::OfferKind::Bundle:
        return Offers::tr("Bundle");
    case commerce::OfferKind::Coupon:
        return Offers::tr("Coupon word");
    case commerce::OfferKind::None:
        break;
    }
    return {};
}

QString skuName(const commerce::Catalogue& catalogue, const Sku& sku) {
    const commerce::Product* product = commerce::productOf(catalogue, sku);
    const commerce::Variant* variant = commerce::findVariant(catalogue, sku);
    if (!product || !variant)
        return text(sku.value);
    return variant->label.empty() ? text(product->name)
                                  : text(product->name) + QStringLiteral(", ") + text(variant->label);
}

QString offerPriceText(const control::State& state, const commerce::Offer& offer, const QLocale& locale) {
    std::int64_t before = 0;
    std::int64_t now = 0;
    const bool bundle = offer.kind == commerce::OfferKind::Bundle;
    // A bundle is told by its sum, another one by its first line; a price may be nothing at all.
    for (std::size_t i = 0; i < (bundle ? offer.lines.size() : std::min<std::size_t>(1, offer.lines.size()));
         ++i) {
        const commerce::OfferLine& line = offer.lines[i];
        const commerce::Variant* variant = commerce::findVariant(state.catalogue, line.sku);
        before += line.quantity * (variant ? variant->price.minor : 0);
        now += line.quantity * line.unitMinor;
    }
    const std::string& currency = state.show.currency;
    const QString price =
        amountText(before, currency, locale) + QStringLiteral(" → ") + moneyText(now, currency, locale);
    return bundle || offer.lines.size() < 2 ? price
                                            : price + QStringLiteral(" +%1").arg(offer.lines.size() - 1);
}

QString OfferLeft::both() const {
    return time.isEmpty() || pieces.isEmpty() ? time + pieces : time + QStringLiteral(" · ") + pieces;
}

OfferLeft offerLeft(const control::State& state, const commerce::RunningOffer& running, const Instant& now) {
    OfferLeft left;
    if (!state.stockFresh(now))
        return left;
    if (const auto ms = control::remainingMs(state, running, now)) {
        left.time = durationText(wholeSecondsUp(*ms));
        left.ending = *ms <= endingMs;
    }
    if (const auto pieces = control::piecesLeft(running))
        left.pieces = Offers::tr("%n left", "pieces under an offer", int(*pieces));
    return left;
}

QString offerEndWord(commerce::OfferEnd why) {
    switch (why) {
    case commerce::OfferEnd::Time:
        return Offers::tr("its time is over");
    case commerce::OfferEnd::Pieces:
        return Offers::tr("all pieces are taken");
    case commerce::OfferEnd::Stopped:
        return Offers::tr("stopped");
    case commerce::OfferEnd::ItemLeft:
        return Offers::tr("its item has left");
    case commerce::OfferEnd::ShowEnded:
        return Offers::tr("the show has ended");
    case commerce::OfferEnd::None:
        break;
    }
    return {};
}

QString offerLeftText(const control::State& state, const commerce::RunningOffer& running,
                      const Instant& now) {
    // Design rule 2: counts and countdowns leave with the link.
    if (!state.stockFresh(now))
        return Offers::tr("what is left is not known");
    QStringList words;
    if (const auto ms = control::remainingMs(state, running, now))
        words << Offers::tr("%1 left").arg(durationText(wholeSecondsUp(*ms)));
    else
        words << Offers::tr("until stopped");
    if (const auto pieces = control::piecesLeft(running))
        words << Offers::tr("%1 of %2 pieces left")
                     .arg(countText(*pieces), countText(running.offer.pieceLimit));
    else if (running.taken > 0)
        words << Offers::tr("%1 taken").arg(countText(running.taken));
    return words.join(QStringLiteral(" · "));
}

PriceGuard priceGuard(const control::State& state, const commerce::OfferLine& line, const QLocale& locale) {
    const commerce::Variant* variant = commerce::findVariant(state.catalogue, line.sku);
    const auto doubt = variant ? commerce::doubtOf(*variant, line.unitMinor) : commerce::PriceDoubt::None;
    if (doubt == commerce::PriceDoubt::None)
        return {};
    const std::string& currency = state.show.currency;
    return {QStringLiteral("%1 → %2").arg(amountText(variant->price.minor, currency, locale),
                                          moneyText(line.unitMinor, currency, locale)),
            doubt == commerce::PriceDoubt::BelowFloor
                ? Offers::tr("below your floor of %1").arg(moneyText(variant->floor->minor, currency, locale))
                : Offers::tr("less than half the price")};
}

PriceGuard priceGuard(const control::State& state, const commerce::Offer& offer, const QLocale& locale) {
    for (const commerce::OfferLine& line : offer.lines) {
        PriceGuard guard = priceGuard(state, line, locale);
        if (!guard.change.isEmpty())
            return guard;
    }
    return {};
}

QString priceGuardText(const control::State& state, const commerce::Offer& offer, const QLocale& locale) {
    QStringList sentences;
    for (const commerce::OfferLine& line : offer.lines) {
        const PriceGuard guard = priceGuard(state, line, locale);
        if (!guard.change.isEmpty())
            sentences << QStringLiteral("%1: %2, %3.")
                             .arg(skuName(state.catalogue, line.sku), guard.change, guard.why);
    }
    return sentences.join(QLatin1Char('\n'));
}

QString claimText(const commerce::Variant& variant, std::int64_t unitMinor, const QLocale& locale) {
    if (!variant.priorLowest)
        return Offers::tr("No “was” on the page: the lowest price of 30 days is not known.");
    const std::optional<std::int64_t> was = commerce::wasMinor(variant, unitMinor);
    const QString lowest =
        moneyText(was.value_or(variant.priorLowest->minor), variant.priorLowest->currency, locale);
    const int percent = commerce::percentOff(variant, unitMinor);
    if (!was)
        return Offers::tr("No “was” on the page: the lowest price of 30 days was %1.").arg(lowest);
    return Offers::tr("The page says: was %1, −%2 %.").arg(lowest).arg(percent);
}

const commerce::Offer* nextOffer(const control::State& state) {
    const auto& offers = state.catalogue.offers;
    if (const commerce::Product* product = control::currentProduct(state)) {
        const ItemId item = state.run.current()->item.id;
        const auto here = std::ranges::find_if(offers, [&](const commerce::Offer& offer) {
            // One of another item would be stopped by the next take.
            return startable(state, offer) && sellsProduct(offer, *product) &&
                   (offer.item.empty() || offer.item == item);
        });
        if (here != offers.end())
            return &*here;
    }
    const auto free = std::ranges::find_if(
        offers, [&](const commerce::Offer& offer) { return startable(state, offer) && offer.item.empty(); });
    return free == offers.end() ? nullptr : &*free;
}

const commerce::RunningOffer* newestOffer(const control::State& state) {
    const commerce::RunningOffer* newest = nullptr;
    for (const auto& [id, running] : state.running) {
        if (control::willRun(state, id) && (!newest || running.startedMs > newest->startedMs))
            newest = &running;
    }
    return newest;
}

} // namespace vitrina::ui
