// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Panic.hpp"

#include "ui/widgets/Format.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace vitrina::ui {
namespace {

struct Panic {
    Q_DECLARE_TR_FUNCTIONS(Panic)

  public:
    static PanicAction slate(const control::State& state) {
        const bool on = state.stage.slateOn;
        return {PanicKind::Slate,
                on,
                onGoing(state),
                on ? tr("Back on air") : tr("Slate, microphones off"),
                on ? tr("Takes the standby slate off; sound comes back as it was set")
                   : tr("Covers the picture with the standby slate and mutes every microphone"),
                stage::SetSlate{!on}};
    }
    static PanicAction product(const control::State& state) {
        const commerce::Product* product = control::currentProduct(state);
        const bool off = product && control::offSale(state, *product);
        PanicAction action{PanicKind::Product,
                           off,
                           product && onGoing(state),
                           off ? tr("Sell the product again") : tr("Stop selling the product"),
                           !product ? tr("No product is on air")
                           : off
                               ? tr("“%1” can be ordered again").arg(text(product->name))
                               : tr("“%1” can't be ordered until you sell it again").arg(text(product->name)),
                           {}};
        if (product)
            action.command = switchProduct(*product, off);
        return action;
    }
    static PanicAction sales(const control::State& state) {
        const bool open = salesShown(state);
        return {PanicKind::Sales,
                !open,
                onGoing(state),
                open ? tr("Stop all selling") : tr("Sell again"),
                open ? tr("Nothing can be ordered until you sell again") : tr("Opens selling again"),
                control::Ask{commerce::SwitchSales{!open}}};
    }
    static PanicAction chat(const control::State& state) {
        const bool open = chatShown(state);
        return {PanicKind::Chat,
                !open,
                onGoing(state),
                open ? tr("Hide the page's chat") : tr("Show chat again"),
                open ? tr("Viewers see no messages and can't write any")
                     : tr("Viewers can read and write again"),
                control::Ask{commerce::SwitchChat{!open}}};
    }

  private:
    static bool onGoing(const control::State& state) {
        return state.run.phase == show::RunPhase::Standby || state.run.phase == show::RunPhase::Live;
    }
    /// A stop counts from the key on: asked for and not yet answered, the next press is the way back.
    template <class Wish>
    static bool stopAsked(const control::State& state) {
        return std::any_of(state.pending.begin(), state.pending.end(), [](const auto& pending) {
            const auto* wish = std::get_if<Wish>(&pending.request);
            return wish && !wish->open;
        });
    }
    static bool salesShown(const control::State& state) {
        return state.salesOpen && !stopAsked<commerce::SwitchSales>(state);
    }
    static bool chatShown(const control::State& state) {
        return state.chatOpen && !stopAsked<commerce::SwitchChat>(state);
    }
};

} // namespace

PanicAction panicAction(PanicKind kind, const control::State& state) {
    switch (kind) {
    case PanicKind::Slate:
        return Panic::slate(state);
    case PanicKind::Product:
        return Panic::product(state);
    case PanicKind::Sales:
        return Panic::sales(state);
    case PanicKind::Chat:
        return Panic::chat(state);
    case PanicKind::None:
        break;
    }
    return {};
}

QLatin1String panicId(PanicKind kind) {
    switch (kind) {
    case PanicKind::Slate:
        return QLatin1String("panic.slate");
    case PanicKind::Product:
        return QLatin1String("panic.product");
    case PanicKind::Sales:
        return QLatin1String("panic.sales");
    case PanicKind::Chat:
        return QLatin1String("panic.chat");
    case PanicKind::None:
        break;
    }
    return QLatin1String();
}

control::Command switchProduct(const commerce::Product& product, bool open) {
    commerce::SwitchSkus wish{{}, open};
    for (const commerce::Variant& variant : product.variants)
        wish.skus.push_back(variant.sku);
    return control::Ask{std::move(wish)};
}

} // namespace vitrina::ui
