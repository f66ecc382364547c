// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpConnection.hpp"
#include "server/store/Store.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <string>

/// What pages post to buy and about their orders, as values and back: pure.
namespace vitrina::server::post {

inline constexpr std::size_t maxAddressCharacters = 300;
inline constexpr std::size_t maxNoteCharacters = 500;    ///< of an order
inline constexpr std::size_t maxWordsCharacters = 1'000; ///< to the shop

/// Viewer empty. BadRequest (a field is missing or of the wrong kind; the detail names it), BadQuantity,
/// WrongWord (one that no coupon can have).
Result<commerce::ReserveRequest> readCheckout(const boost::json::object& body);
/// The checkout of an extend or a release.
Result<ReservationId> readReservation(const boost::json::object& body);

struct OrderPost {
    commerce::OrderRequest request; ///< viewer and network empty; without lines when it is of a checkout
    Buyer buyer;
};
/// BadRequest (a field is missing or of the wrong kind; the detail names it), BadQuantity, BadText,
/// BadContact (also for the phone), BadDelivery.
Result<OrderPost> readOrder(const boost::json::object& body);

/// Without what answers it.
Result<FindOrder> readFind(const boost::json::object& body);
Result<WriteToShop> readWrite(const boost::json::object& body);

HttpReply reserved(const commerce::CheckoutAnswer& answer);
HttpReply extended(const commerce::CheckoutAnswer& answer);
HttpReply released(const commerce::CheckoutAnswer& answer);
HttpReply placed(const commerce::OrderAnswer& answer);
HttpReply known(const KnownAnswer& answer);

} // namespace vitrina::server::post
