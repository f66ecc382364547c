// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"

#include <QLocale>
#include <QString>

#include <optional>

/// What the window says of offers. What is asked for counts as begun and is called so.
namespace vitrina::ui {

enum class OfferStanding {
    None,
    Planned,
    Starting, ///< asked for, not answered yet
    Running,
    Stopping,
    Ended, ///< has run and can start again
    Over,  ///< has run and can't: it had a countdown, or its pieces are gone
};
OfferStanding offerStanding(const control::State& state, const commerce::Offer& offer);
QString offerStandingWord(OfferStanding standing);
QString offerKindWord(commerce::OfferKind kind);

/// "Linden honey, 500 g" and the label of the variant, for a person who reads no SKUs.
QString skuName(const commerce::Catalogue& catalogue, const Sku& sku);
/// "9.80 → 7.00" of its first line, "+2" for more; a bundle's sums.
QString offerPriceText(const control::State& state, const commerce::Offer& offer, const QLocale& locale);
/// What is left of a running offer, in figures for the host's eye: whole seconds as the card counts them.
/// Empty where nothing is limited, and all of it when what is left is not known (design rule 2).
struct OfferLeft {
    QString time;        ///< "0:42"
    QString pieces;      ///< "3 left"
    bool ending = false; ///< its last ten seconds

    bool empty() const { return time.isEmpty() && pieces.isEmpty(); }
    QString both() const; ///< "0:42 · 3 left"
    bool operator==(const OfferLeft&) const = default;
};
OfferLeft offerLeft(const control::State& state, const commerce::RunningOffer& running, const Instant& now);
/// Why it is over, in a word or two.
QString offerEndWord(commerce::OfferEnd why);
/// "1:24 left · 3 pieces left" while it runs, what is not limited left off; in words when not known.
QString offerLeftText(const control::State& state, const commerce::RunningOffer& running, const Instant& now);
/// The first price that wants a second press: "9.80 → € 4.00", and why. Both empty: none does.
struct PriceGuard {
    QString change;
    QString why;
};
PriceGuard priceGuard(const control::State& state, const commerce::OfferLine& line, const QLocale& locale);
PriceGuard priceGuard(const control::State& state, const commerce::Offer& offer, const QLocale& locale);
/// One sentence for each price that wants a second press: old → new and why. Empty: none does.
QString priceGuardText(const control::State& state, const commerce::Offer& offer, const QLocale& locale);
/// What the page will say of a price beside it: "−21 %", or that it says nothing and why.
QString claimText(const commerce::Variant& variant, std::int64_t unitMinor, const QLocale& locale);

/// What "start the next offer" means: the first of the plan that can start and is of the product on air, else
/// the first that does not start with an item of its own. Null: none.
const commerce::Offer* nextOffer(const control::State& state);
/// What "stop" and "+1 min" mean: the one that started last. Null: none runs.
const commerce::RunningOffer* newestOffer(const control::State& state);

} // namespace vitrina::ui
