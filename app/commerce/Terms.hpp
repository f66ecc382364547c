// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// On what terms a shop sells: who it is, how it delivers, how it is paid. A checkout is closed until what
/// the law asks of it is filled in (2011/83/EU art. 6, DSA art. 30 and 31).
namespace vitrina::commerce {

struct Trader {
    std::string name; ///< as in the register
    std::string registerNumber;
    std::string vatNumber; ///< empty: not registered for VAT
    std::string address;
    std::string phone;
    std::string email;
    /// The seller declares that it offers only what complies with the law of the Union (DSA art. 30(1)(e)).
    bool selfCertified = false;

    bool operator==(const Trader&) const = default;
};

enum class DeliveryKind { None, Delivery, Collection };

struct DeliveryPrice {
    std::string region; ///< ISO 3166-1 alpha-2 ("LV"); "*": anywhere else
    std::int64_t minor = 0;

    bool operator==(const DeliveryPrice&) const = default;
};

/// One way a buyer gets the goods. A delivery goes only where it has a price; a collection has no region and
/// costs nothing.
struct DeliveryWay {
    std::string id;
    DeliveryKind kind = DeliveryKind::None;
    std::string title;  ///< "Omniva parcel machine"
    std::string detail; ///< "2–3 working days"; where and when for a collection
    std::vector<DeliveryPrice> prices;
    std::optional<std::int64_t> freeFromMinor; ///< goods for this much are delivered free

    bool operator==(const DeliveryWay&) const = default;
};

enum class PaymentWay { None, OnDelivery, AtCollection, Transfer };

enum class HandOverKind { None, Shopify, WooCommerce };

/// A shop with a checkout of its own: the page's button leads there and reserves nothing here.
struct HandOver {
    HandOverKind kind = HandOverKind::None; ///< None: the page's own checkout
    std::string shop;                       ///< "https://shop.example"

    bool operator==(const HandOver&) const = default;
};

struct Terms {
    Trader trader;
    std::vector<DeliveryWay> delivery;
    std::vector<PaymentWay> payment;
    std::string transferTo;               ///< holder and account, shown to who pays by transfer
    std::string conditions;               ///< the shop's terms, plain text
    std::string withdrawal;               ///< how to withdraw and return, plain text
    int vatBasisPoints = 0;               ///< of every product without a rate of its own; 2100 is 21 %
    std::int64_t reserveMs = 10 * 60'000; ///< how long a checkout keeps its pieces
    HandOver handOver;

    bool operator==(const Terms&) const = default;
};

inline constexpr std::int64_t shortestReserveMs = 60'000;
inline constexpr std::int64_t longestReserveMs = 60 * 60'000;

/// What is missing before a checkout may open.
enum class TermsGap {
    None,
    TraderName,
    TraderRegister,
    TraderAddress,
    TraderContact, ///< phone and e-mail, both
    SelfCertification,
    DeliveryWays,
    PaymentWays, ///< none, or none that fits a way of delivery
    TransferAccount,
    Conditions,
    Withdrawal,
};

/// In the order in which a form asks for them; empty: a checkout may open. A shop that hands over needs only
/// its own address.
std::vector<TermsGap> gapsOf(const Terms& terms);
/// What delivery costs, in minor units. Nothing: that way does not go there. The region of a collection is
/// not looked at.
std::optional<std::int64_t> deliveryPrice(const DeliveryWay& way, const std::string& region,
                                          std::int64_t goodsMinor);
const DeliveryWay* findDelivery(const Terms& terms, const std::string& id);
/// On delivery needs a delivery, at collection a collection; a transfer goes with both.
bool fits(PaymentWay payment, DeliveryKind delivery);

} // namespace vitrina::commerce
