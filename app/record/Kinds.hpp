// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/Record.hpp"

#include <string_view>
#include <vector>

/// The name and the newest version of every fact. A fact type without a line here does not compile.
namespace vitrina::record {

struct Kind {
    std::string_view name;
    int version = 0;
};

template <class T>
inline constexpr Kind kindOf = T::hasNoKind; // the error a fact without a line below gives

template <>
inline constexpr Kind kindOf<show::RunStarted>{"show.run_started", 1};
template <>
inline constexpr Kind kindOf<show::WentLive>{"show.went_live", 1};
template <>
inline constexpr Kind kindOf<show::RunEnded>{"show.run_ended", 1};
template <>
inline constexpr Kind kindOf<show::NextSet>{"show.next_set", 1};
template <>
inline constexpr Kind kindOf<show::ItemTaken>{"show.item_taken", 4};
template <>
inline constexpr Kind kindOf<show::ItemAired>{"show.item_aired", 1};
template <>
inline constexpr Kind kindOf<show::RundownEdited>{"show.rundown_edited", 3};
template <>
inline constexpr Kind kindOf<show::CueSent>{"show.cue_sent", 1};
template <>
inline constexpr Kind kindOf<show::CueSeen>{"show.cue_seen", 1};
template <>
inline constexpr Kind kindOf<show::CueCleared>{"show.cue_cleared", 1};
template <>
inline constexpr Kind kindOf<stage::PreviewSet>{"stage.preview_set", 1};
template <>
inline constexpr Kind kindOf<stage::ProgramRequested>{"stage.program_requested", 2};
template <>
inline constexpr Kind kindOf<stage::ProgramConfirmed>{"stage.program_confirmed", 1};
template <>
inline constexpr Kind kindOf<stage::TransitionSet>{"stage.transition_set", 1};
template <>
inline constexpr Kind kindOf<stage::CardSet>{"stage.card_set", 1};
template <>
inline constexpr Kind kindOf<stage::MutedSet>{"stage.muted_set", 1};
template <>
inline constexpr Kind kindOf<stage::VolumeSet>{"stage.volume_set", 1};
template <>
inline constexpr Kind kindOf<stage::SourceStatusChanged>{"stage.source_status_changed", 1};
template <>
inline constexpr Kind kindOf<stage::OutputStatusChanged>{"stage.output_status_changed", 1};
template <>
inline constexpr Kind kindOf<stage::SoloSet>{"stage.solo_set", 1};
template <>
inline constexpr Kind kindOf<stage::CoughSet>{"stage.cough_set", 1};
template <>
inline constexpr Kind kindOf<stage::SlateSet>{"stage.slate_set", 1};
template <>
inline constexpr Kind kindOf<stage::AllMutedSet>{"stage.all_muted_set", 1};
template <>
inline constexpr Kind kindOf<stage::LowerThirdSet>{"stage.lower_third_set", 1};
template <>
inline constexpr Kind kindOf<stage::CountdownStarted>{"stage.countdown_started", 1};
template <>
inline constexpr Kind kindOf<stage::CountdownStopped>{"stage.countdown_stopped", 1};
template <>
inline constexpr Kind kindOf<commerce::ShopOpened>{"commerce.shop_opened", 3};
template <>
inline constexpr Kind kindOf<commerce::OrderPlaced>{"commerce.order_placed", 3};
template <>
inline constexpr Kind kindOf<commerce::RequestAnswered>{"commerce.request_answered", 1};
template <>
inline constexpr Kind kindOf<commerce::SalesSwitched>{"commerce.sales_switched", 1};
template <>
inline constexpr Kind kindOf<commerce::SkusSwitched>{"commerce.skus_switched", 1};
template <>
inline constexpr Kind kindOf<commerce::Reserved>{"commerce.reserved", 1};
template <>
inline constexpr Kind kindOf<commerce::ReservationEnded>{"commerce.reservation_ended", 1};
template <>
inline constexpr Kind kindOf<commerce::OrderChanged>{"commerce.order_changed", 2};
template <>
inline constexpr Kind kindOf<commerce::BuyerWrote>{"commerce.buyer_wrote", 1};
template <>
inline constexpr Kind kindOf<commerce::BuyerErased>{"commerce.buyer_erased", 1};
template <>
inline constexpr Kind kindOf<commerce::OrderForwarded>{"commerce.order_forwarded", 1};
template <>
inline constexpr Kind kindOf<commerce::ShopStockSeen>{"commerce.shop_stock_seen", 1};
template <>
inline constexpr Kind kindOf<commerce::OfferStarted>{"commerce.offer_started", 1};
template <>
inline constexpr Kind kindOf<commerce::OfferExtended>{"commerce.offer_extended", 1};
template <>
inline constexpr Kind kindOf<commerce::OfferEnded>{"commerce.offer_ended", 1};
template <>
inline constexpr Kind kindOf<commerce::ProductPut>{"commerce.product_put", 1};
template <>
inline constexpr Kind kindOf<commerce::TermsSet>{"commerce.terms_set", 1};
template <>
inline constexpr Kind kindOf<commerce::OfferPlanned>{"commerce.offer_planned", 1};
template <>
inline constexpr Kind kindOf<commerce::OfferDropped>{"commerce.offer_dropped", 1};
template <>
inline constexpr Kind kindOf<audience::MessagePosted>{"audience.message_posted", 1};
template <>
inline constexpr Kind kindOf<audience::ViewersCounted>{"audience.viewers_counted", 1};
template <>
inline constexpr Kind kindOf<audience::ChatSwitched>{"audience.chat_switched", 1};
template <>
inline constexpr Kind kindOf<FaultRaised>{"record.fault_raised", 1};
template <>
inline constexpr Kind kindOf<FaultCleared>{"record.fault_cleared", 1};
template <>
inline constexpr Kind kindOf<ServerAttached>{"record.server_attached", 1};
template <>
inline constexpr Kind kindOf<ShowMoved>{"record.show_moved", 1};
template <>
inline constexpr Kind kindOf<RequestMade>{"record.request_made", 1};
template <>
inline constexpr Kind kindOf<RequestLapsed>{"record.request_lapsed", 1};

/// Every kind above, for tests that must have an example of each.
const std::vector<Kind>& allKinds();

} // namespace vitrina::record
