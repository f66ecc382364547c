// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "ui/widgets/Arming.hpp"

#include <QObject>

namespace vitrina::ui {

/// The price guard: an offer whose price is in doubt starts with a second press on the same offer within the
/// time; a change of its prices, or of the list's, disarms.
class OfferGuard final : public QObject {
    Q_OBJECT

  public:
    explicit OfferGuard(int timeoutMs, QObject* parent = nullptr);

    /// True: it is to be started now.
    bool press(const control::State& state, const commerce::Offer& offer);
    /// With every presentation: what was armed may have become something else.
    void present(const control::State& state);
    void disarm();
    bool isArmed(const OfferId& offer) const { return arming_.isArmed() && armed_.id == offer; }
    bool isArmed() const { return arming_.isArmed(); }
    int secondsLeft() const { return arming_.secondsLeft(); }

  signals:
    void changed();

  private:
    static std::vector<std::int64_t> listPrices(const control::State& state, const commerce::Offer& offer);

    Arming arming_;
    commerce::Offer armed_;
    std::vector<std::int64_t> prices_; ///< of the list when it was armed
};

} // namespace vitrina::ui
