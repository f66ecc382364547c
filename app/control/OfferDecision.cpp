// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/OfferDecision.hpp"

#include "control/Selling.hpp"

namespace vitrina::control {

Result<std::vector<record::Fact>> decideOffer(const State& state, const PlanOffer& command,
                                              const IdSource& ids) {
    commerce::Offer offer = command.offer;
    if (offer.id.empty())
        offer.id = OfferId{ids()};
    if (const Result<void> right = commerce::checkOffer(state.catalogue, offer); !right)
        return right.error();
    if (!offer.item.empty() && !show::findItem(state.show.rundown, offer.item))
        return fail(ErrorCode::UnknownItem);
    const commerce::Offer* known = commerce::findOffer(state.catalogue, offer.id);
    if (!known && state.catalogue.offers.size() >= commerce::maxOffers)
        return fail(ErrorCode::TooLarge);
    std::vector<record::Fact> facts;
    if (!known || *known != offer)
        facts.emplace_back(commerce::Fact{commerce::OfferPlanned{std::move(offer)}});
    return facts;
}

Result<std::vector<record::Fact>> decideOffer(const State& state, const DropOffer& command) {
    if (!commerce::findOffer(state.catalogue, command.offer))
        return fail(ErrorCode::UnknownOffer);
    if (willRun(state, command.offer))
        return fail(ErrorCode::WrongPhase);
    return std::vector<record::Fact>{commerce::Fact{commerce::OfferDropped{command.offer}}};
}

} // namespace vitrina::control
