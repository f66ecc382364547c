// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/Terms.hpp"

namespace vitrina::test {

/// Terms with which a checkout may open. Ways: "courier" (LV 3.50, anywhere else 9.00, free from 50.00) and
/// "market" (collection); each way of paying.
inline commerce::Terms demoTerms() {
    using namespace commerce;
    Terms terms;
    terms.trader = {
        "SIA Dzintars un lins", "40003000000", "LV40003000000", "Tirgus iela 1, Rīga", "+37126000000",
        "veikals@example.lv",   true};
    terms.delivery = {
        {"courier", DeliveryKind::Delivery, "Kurjers", "2–3 darbdienas", {{"LV", 350}, {"*", 900}}, 5'000},
        {"market", DeliveryKind::Collection, "Tirgū", "Sestdien 9–14", {}, {}}};
    terms.payment = {PaymentWay::OnDelivery, PaymentWay::AtCollection, PaymentWay::Transfer};
    terms.transferTo = "SIA Dzintars un lins, LV80BANK0000435195001";
    terms.conditions = "Cenas ar PVN.";
    terms.withdrawal = "14 dienu laikā.";
    terms.vatBasisPoints = 2'100;
    return terms;
}

} // namespace vitrina::test
