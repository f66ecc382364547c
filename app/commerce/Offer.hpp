// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Money.hpp"
#include "base/Result.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace vitrina::commerce {

struct Catalogue;
struct Variant;

enum class OfferKind {
    None,
    FlashPrice, ///< each of its SKUs costs this much while it runs; nobody has to ask for it
    Bundle,     ///< its SKUs in these quantities, together, at these prices a piece
    Coupon,     ///< its SKUs cost this much for who says the word
};

struct OfferLine {
    Sku sku;
    std::int64_t quantity = 1;  ///< in one bundle; 1 in the other kinds
    std::int64_t unitMinor = 0; ///< one piece, VAT included

    bool operator==(const OfferLine&) const = default;
};

/// A price for a while, as planned. The studio owns the plan; that it runs, since when and until when is the
/// server's word (RunningOffer), because its price is what buyers pay.
struct Offer {
    OfferId id;
    OfferKind kind = OfferKind::None;
    std::string title; ///< the host's own name for it; viewers don't see it
    std::vector<OfferLine> lines;
    std::string word;            ///< of a coupon, as a viewer types it; case and spaces around don't matter
    std::int64_t durationMs = 0; ///< from its start; 0: until it is stopped
    std::int64_t pieceLimit = 0; ///< pieces of all its lines together; 0: as many as there are
    std::int64_t perBuyer = 0;   ///< pieces for one buyer; 0: no limit
    ItemId item;               ///< starts when this item comes on air and stops when it leaves; may be empty
    bool outlivesShow = false; ///< does not stop with the show

    bool operator==(const Offer&) const = default;
};

/// An offer that buyers can use now, as the server keeps it.
struct RunningOffer {
    Offer offer;
    std::int64_t startedMs = 0; ///< wall time of the server
    std::int64_t endsMs = 0;    ///< 0: no end set
    std::int64_t taken = 0;     ///< pieces reserved or bought under it

    bool operator==(const RunningOffer&) const = default;
};

enum class OfferEnd { None, Time, Pieces, Stopped, ItemLeft, ShowEnded };

inline constexpr std::size_t maxOffers = 200;
inline constexpr std::size_t maxOfferLines = 20;
inline constexpr std::int64_t longestOfferMs = 24LL * 60 * 60 * 1000;

/// Whether an offer can be planned: UnknownSku, BadQuantity, BadDuration, BadText (no word, no title),
/// BadRequest (no line, a SKU twice, a kind without meaning), OfferNotLower: a price that is not below the
/// list's.
Result<void> checkOffer(const Catalogue& catalogue, const Offer& offer);

/// Why a price wants a second press that shows old → new.
enum class PriceDoubt { None, BelowFloor, MoreThanHalfOff };
/// One price of one variant.
PriceDoubt doubtOf(const Variant& variant, std::int64_t unitMinor);
/// The worst of all its lines.
PriceDoubt doubtOf(const Catalogue& catalogue, const Offer& offer);

/// "−n %" from the lowest price of the 30 days before, rounded down; 0: nothing may be claimed (no such price
/// is known, or the new one is not below it). 98/6/EC art. 6a, CJEU C-330/23.
int percentOff(const Variant& variant, std::int64_t unitMinor);
/// What it "was" beside this price, the one percentOff() is of: the lowest of the 30 days before, and where
/// the list has been reduced already, the list's. Nothing when no claim is allowed.
std::optional<std::int64_t> wasMinor(const Variant& variant, std::int64_t unitMinor);

/// What a SKU costs now for who asks for nothing: its flash price, or the list's. The newest flash price
/// wins.
std::int64_t presentPrice(const Variant& variant, const std::map<OfferId, RunningOffer>& running);
/// The flash price that presentPrice() is of; null: the list's.
const RunningOffer* flashOf(const Sku& sku, const std::map<OfferId, RunningOffer>& running);
/// Two words of a coupon are the same whatever their case and the spaces around them (ASCII folding; other
/// letters compare as they are typed).
bool sameWord(const std::string& one, const std::string& other);

} // namespace vitrina::commerce
