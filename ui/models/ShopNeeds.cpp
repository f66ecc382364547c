// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ShopNeeds.hpp"

#include "ui/models/KeyIds.hpp"
#include "ui/widgets/Format.hpp"

#include <QCoreApplication>

namespace vitrina::ui {
namespace {

/// More than these are one line together.
constexpr int mostLines = 3;

struct ShopNeeds {
    Q_DECLARE_TR_FUNCTIONS(ShopNeeds)

  public:
    /// Until somebody has sent it or called it off, a refused order is nobody's.
    static bool waits(const control::OrderEntry& entry) {
        using enum commerce::OrderState;
        const bool open =
            entry.state == Review || entry.state == Placed || entry.state == Paid || entry.state == Packed;
        // One that could not be cancelled there has its name there.
        return entry.shopError != ErrorCode::None && (entry.reference.empty() ? open : !open);
    }
    static Need refused(const control::OrderEntry& entry) {
        const QString number = text(entry.order.number.value);
        Need need{"shop-order:" + entry.order.number.value,
                  Urgency::Danger,
                  QStringLiteral("blocked"),
                  entry.reference.empty() ? tr("The shop does not take order %1").arg(number)
                                          : tr("The shop does not cancel order %1").arg(number),
                  {},
                  tr("Show orders"),
                  {},
                  key::orders};
        need.detail = entry.reference.empty() ? tr("It says: %1. Enter it there by hand, or cancel it here")
                                              : tr("It says: %1. Cancel it there by hand");
        need.detail = need.detail.arg(text(entry.shopDetail));
        return need;
    }
    static Need more(int count) {
        return {"shop-orders",
                Urgency::Danger,
                QStringLiteral("blocked"),
                tr("More orders the shop does not take or cancel: %1").arg(count),
                tr("Each says in its details what to do"),
                tr("Show orders"),
                {},
                key::orders};
    }
    static Need fewer(const commerce::Product& product, std::int64_t pieces) {
        return {"shop-stock:" + product.id.value,
                Urgency::Warning,
                QStringLiteral("warning"),
                tr("The shop has fewer of “%1”").arg(text(product.name)),
                tr("Withheld until it has them again: %1").arg(pieces),
                {},
                {}};
    }
};

} // namespace

std::vector<Need> shopNeeds(const control::State& state) {
    std::vector<Need> needs;
    int count = 0;
    for (const auto& [number, entry] : state.orders) {
        if (ShopNeeds::waits(entry) && ++count <= mostLines)
            needs.push_back(ShopNeeds::refused(entry));
    }
    if (count > mostLines)
        needs.push_back(ShopNeeds::more(count - mostLines));
    for (const commerce::Product& product : state.catalogue.products) {
        std::int64_t pieces = 0;
        for (const commerce::Variant& variant : product.variants) {
            if (const auto found = state.withheld.find(variant.sku); found != state.withheld.end())
                pieces += found->second;
        }
        if (pieces > 0)
            needs.push_back(ShopNeeds::fewer(product, pieces));
    }
    return needs;
}

} // namespace vitrina::ui
