// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ErrorCode.hpp"

#include <array>
#include <utility>

namespace vitrina {
namespace {

constexpr std::array names{
    std::pair{ErrorCode::None, std::string_view("none")},
    std::pair{ErrorCode::StaleCommand, std::string_view("stale_command")},
    std::pair{ErrorCode::TooSoon, std::string_view("too_soon")},
    std::pair{ErrorCode::NothingNext, std::string_view("nothing_next")},
    std::pair{ErrorCode::UnknownItem, std::string_view("unknown_item")},
    std::pair{ErrorCode::UnknownScene, std::string_view("unknown_scene")},
    std::pair{ErrorCode::UnknownSource, std::string_view("unknown_source")},
    std::pair{ErrorCode::WrongPhase, std::string_view("wrong_phase")},
    std::pair{ErrorCode::UnknownOutput, std::string_view("unknown_output")},
    std::pair{ErrorCode::NoSceneForRole, std::string_view("no_scene_for_role")},
    std::pair{ErrorCode::ItemOnAir, std::string_view("item_on_air")},
    std::pair{ErrorCode::UnknownSegment, std::string_view("unknown_segment")},
    std::pair{ErrorCode::SegmentAired, std::string_view("segment_aired")},
    std::pair{ErrorCode::BadDuration, std::string_view("bad_duration")},
    std::pair{ErrorCode::UnknownProduct, std::string_view("unknown_product")},
    std::pair{ErrorCode::NothingToUndo, std::string_view("nothing_to_undo")},
    std::pair{ErrorCode::EditOutdated, std::string_view("edit_outdated")},
    std::pair{ErrorCode::SourceOnAir, std::string_view("source_on_air")},
    std::pair{ErrorCode::SceneOnAir, std::string_view("scene_on_air")},
    std::pair{ErrorCode::BadLayout, std::string_view("bad_layout")},
    std::pair{ErrorCode::FileMissing, std::string_view("file_missing")},
    std::pair{ErrorCode::FileUnreadable, std::string_view("file_unreadable")},
    std::pair{ErrorCode::FileNotOurs, std::string_view("file_not_ours")},
    std::pair{ErrorCode::FileTooNew, std::string_view("file_too_new")},
    std::pair{ErrorCode::FileDamaged, std::string_view("file_damaged")},
    std::pair{ErrorCode::FileUnwritable, std::string_view("file_unwritable")},
    std::pair{ErrorCode::DiskFull, std::string_view("disk_full")},
    std::pair{ErrorCode::BadFormat, std::string_view("bad_format")},
    std::pair{ErrorCode::EngineUnavailable, std::string_view("engine_unavailable")},
    std::pair{ErrorCode::CameraAddressInvalid, std::string_view("camera_address_invalid")},
    std::pair{ErrorCode::PortInUse, std::string_view("port_in_use")},
    std::pair{ErrorCode::CameraLost, std::string_view("camera_lost")},
    std::pair{ErrorCode::OutputRefused, std::string_view("output_refused")},
    std::pair{ErrorCode::OutputLost, std::string_view("output_lost")},
    std::pair{ErrorCode::LinkDown, std::string_view("link_down")},
    std::pair{ErrorCode::VersionMismatch, std::string_view("version_mismatch")},
    std::pair{ErrorCode::NotAuthorised, std::string_view("not_authorised")},
    std::pair{ErrorCode::ServerStartFailed, std::string_view("server_start_failed")},
    std::pair{ErrorCode::RequestExpired, std::string_view("request_expired")},
    std::pair{ErrorCode::UnknownSku, std::string_view("unknown_sku")},
    std::pair{ErrorCode::BadQuantity, std::string_view("bad_quantity")},
    std::pair{ErrorCode::SoldOut, std::string_view("sold_out")},
    std::pair{ErrorCode::AllInCheckouts, std::string_view("all_in_checkouts")},
    std::pair{ErrorCode::PriceChanged, std::string_view("price_changed")},
    std::pair{ErrorCode::SalesClosed, std::string_view("sales_closed")},
    std::pair{ErrorCode::KeyReused, std::string_view("key_reused")},
    std::pair{ErrorCode::RateLimited, std::string_view("rate_limited")},
    std::pair{ErrorCode::BadText, std::string_view("bad_text")},
    std::pair{ErrorCode::BadRequest, std::string_view("bad_request")},
    std::pair{ErrorCode::TooLarge, std::string_view("too_large")},
    std::pair{ErrorCode::Busy, std::string_view("busy")},
    std::pair{ErrorCode::BelowSold, std::string_view("below_sold")},
    std::pair{ErrorCode::BadContact, std::string_view("bad_contact")},
    std::pair{ErrorCode::NotFound, std::string_view("not_found")},
    std::pair{ErrorCode::SkuStopped, std::string_view("sku_stopped")},
    std::pair{ErrorCode::ChatHidden, std::string_view("chat_hidden")},
    std::pair{ErrorCode::OfferNotLower, std::string_view("offer_not_lower")},
    std::pair{ErrorCode::UnknownOffer, std::string_view("unknown_offer")},
    std::pair{ErrorCode::CheckoutClosed, std::string_view("checkout_closed")},
    std::pair{ErrorCode::LimitReached, std::string_view("limit_reached")},
    std::pair{ErrorCode::OfferOver, std::string_view("offer_over")},
    std::pair{ErrorCode::ReservationOver, std::string_view("reservation_over")},
    std::pair{ErrorCode::BadDelivery, std::string_view("bad_delivery")},
    std::pair{ErrorCode::WrongWord, std::string_view("wrong_word")},
    std::pair{ErrorCode::OrderFixed, std::string_view("order_fixed")},
    std::pair{ErrorCode::OnHold, std::string_view("on_hold")},
    std::pair{ErrorCode::PriorUnknown, std::string_view("prior_unknown")},
    std::pair{ErrorCode::CardNumber, std::string_view("card_number")},
    std::pair{ErrorCode::Internal, std::string_view("internal")},
    std::pair{ErrorCode::ShopUnreachable, std::string_view("shop_unreachable")},
    std::pair{ErrorCode::ShopRefused, std::string_view("shop_refused")},
    std::pair{ErrorCode::MailUnreachable, std::string_view("mail_unreachable")},
    std::pair{ErrorCode::MailRefused, std::string_view("mail_refused")},
    std::pair{ErrorCode::BadSignature, std::string_view("bad_signature")},
    std::pair{ErrorCode::ShowMoved, std::string_view("show_moved")},
    std::pair{ErrorCode::LowBattery, std::string_view("low_battery")},
    std::pair{ErrorCode::PlaceOfLabel, std::string_view("place_of_label")},
    std::pair{ErrorCode::CountedBefore, std::string_view("counted_before")},
    std::pair{ErrorCode::MissingGlyphs, std::string_view("missing_glyphs")},
};

} // namespace

std::string_view errorName(ErrorCode code) {
    for (const auto& [value, name] : names) {
        if (value == code)
            return name;
    }
    return "internal";
}

ErrorCode errorFromName(std::string_view name) {
    for (const auto& [value, known] : names) {
        if (known == name)
            return value;
    }
    return ErrorCode::Internal;
}

} // namespace vitrina
