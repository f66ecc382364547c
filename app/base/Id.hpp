// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <functional>
#include <string>

namespace vitrina {

/// A name that can't be mistaken for another kind of name. Empty means "none".
template <class Tag>
struct Id {
    std::string value;

    auto operator<=>(const Id&) const = default;
    bool empty() const { return value.empty(); }
};

using ShowId = Id<struct ShowTag>;
using RunId = Id<struct RunTag>;
using SegmentId = Id<struct SegmentTag>;
using ItemId = Id<struct ItemTag>;
using AiredId = Id<struct AiredTag>;
using SourceId = Id<struct SourceTag>;
using SceneId = Id<struct SceneTag>;
using OutputId = Id<struct OutputTag>;
using ProductId = Id<struct ProductTag>;
using Sku = Id<struct SkuTag>;
using OrderNumber = Id<struct OrderTag>;
using ViewerId = Id<struct ViewerTag>;
using MessageId = Id<struct MessageTag>;
using RequestId = Id<struct RequestTag>;
using OfferId = Id<struct OfferTag>;
using ReservationId = Id<struct ReservationTag>;
using CueId = Id<struct CueTag>;

/// 128 random bits from the kernel as 32 lower-case hex digits; safe as an identity and as a secret.
std::string randomHex128();

template <class IdType>
IdType newId() {
    return IdType{randomHex128()};
}

} // namespace vitrina

template <class Tag>
struct std::hash<vitrina::Id<Tag>> {
    std::size_t operator()(const vitrina::Id<Tag>& id) const noexcept {
        return std::hash<std::string>()(id.value);
    }
};
