// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "commerce/OrderChange.hpp"
#include "control/Commands.hpp"
#include "control/State.hpp"

#include <cstdint>
#include <optional>
#include <vector>

/// What the studio knows of offers and orders beyond the bare facts, and what it asks the server of them.
namespace vitrina::control {

/// Runs once everything that was asked for is answered: a start or a stop counts from the key on.
bool willRun(const State& state, const OfferId& offer);
/// Can't start again in this run: its time or its pieces are over, or it had a countdown and has ended. A
/// countdown that begins anew is not believed (UCPD 2005/29/EC annex I no. 7).
bool isOver(const State& state, const commerce::Offer& offer);
/// What is left of a running offer by the server's clock, down to 0; nothing when no end is set.
std::optional<std::int64_t> remainingMs(const State& state, const commerce::RunningOffer& running,
                                        Instant now);
/// The pieces that are left under its own limit; nothing when it has none.
std::optional<std::int64_t> piecesLeft(const commerce::RunningOffer& running);
/// The running flash price that priceRange() of this product says; null: it says the list's.
const commerce::RunningOffer* flashShown(const State& state, const commerce::Product& product);

/// Goods of an order at the charged price, delivery excluded: what it adds to GMV.
std::int64_t goodsMinor(const commerce::Order& order);
/// What a change is judged by, but for whether its pieces are back on sale: that is the server's to know.
commerce::OrderStanding standingOf(const OrderEntry& entry);
/// commerce::netMinor().
std::int64_t netMinor(const OrderEntry& entry);

/// What can be known to be wrong before the server is asked. Besides those of commerce::checkOffer():
/// WrongPhase (it runs already), OfferOver, UnknownOffer, BadDuration, NotFound, OrderFixed, BadQuantity,
/// BadRequest, UnknownSku.
Result<void> checkRequest(const State& state, const commerce::Request& request);
/// The fact of asking: what stops, hides or erases never expires.
record::Fact requestMade(const commerce::Request& request, const Moment& moment, const IdSource& ids);
/// The offer of the item on air that has not started with it, because its price is in doubt by now: below the
/// floor or less than half the list's. It wants a person's two presses. Null: none.
const commerce::Offer* waitingForPress(const State& state);
/// What an item that has come on air asks: offers bound to another item stop, those bound to it start, but
/// for waitingForPress(). Only to be called for the fact that it is on air (design rule 8).
std::vector<commerce::Request> requestsOfAired(const State& state, const ItemId& item);

} // namespace vitrina::control
