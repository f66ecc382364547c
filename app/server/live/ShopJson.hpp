// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/Json.hpp"
#include "server/store/PageView.hpp"

#include <map>
#include <string_view>

/// What a page is told of the shop: goods, prices, offers, terms.
namespace vitrina::server::page {

void putLevel(record::JsonWriter& json, const commerce::StockLevel& level, bool stopped);
/// "price", and "was" and "percent" where the lowest price of the 30 days before bears them out (98/6/EC
/// art. 6a).
void putPrice(record::JsonWriter& json, const commerce::Variant& variant, std::int64_t presentMinor);
void putProduct(record::JsonWriter& json, const PageView& view, const commerce::Product& product);
/// "offers". Of a coupon neither the word nor what it is good for: it is for those who have heard it.
void putOffers(record::JsonWriter& json, const std::map<OfferId, commerce::RunningOffer>& offers);
/// "terms", and in "checkout" what is missing in them. `run`: whose mark the links to a shop carry.
void putTerms(record::JsonWriter& json, const commerce::Terms& terms, const RunId& run);

std::string_view stockWord(const commerce::StockLevel& level);
std::string_view gapWord(commerce::TermsGap gap);

} // namespace vitrina::server::page
