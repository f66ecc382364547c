// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SellingDesk.hpp"

#include "ui/dialogs/OfferDialog.hpp"
#include "ui/dialogs/OffersDialog.hpp"
#include "ui/models/Needs.hpp"
#include "ui/models/OfferWords.hpp"
#include "ui/panels/OffersPanel.hpp"
#include "ui/shell/Body.hpp"

#include <QWidget>

namespace vitrina::ui {
namespace {

constexpr std::int64_t oneMinuteMs = 60'000;

bool ofOffers(const control::Command& command) {
    if (std::holds_alternative<control::PlanOffer>(command) ||
        std::holds_alternative<control::DropOffer>(command))
        return true;
    const auto* asked = std::get_if<control::Ask>(&command);
    return asked && (std::holds_alternative<commerce::StartOffer>(asked->request) ||
                     std::holds_alternative<commerce::ExtendOffer>(asked->request) ||
                     std::holds_alternative<commerce::StopOffer>(asked->request));
}

} // namespace

SellingDesk::SellingDesk(control::Dispatcher& dispatcher, const Theme& theme, const QLocale& locale,
                         Body& body, QWidget& window)
    : QObject(&window), dispatcher_(dispatcher), theme_(theme), locale_(locale), body_(body), window_(window),
      guard_(theme.armTimeoutMs) {
    OffersPanel& panel = body.offers();
    connect(&panel, &OffersPanel::startAsked, this, &SellingDesk::start);
    connect(&panel, &OffersPanel::moreAsked, this, &SellingDesk::extend);
    connect(&panel, &OffersPanel::stopAsked, this, &SellingDesk::stop);
    connect(&panel, &OffersPanel::listAsked, this, &SellingDesk::showOffers);
    connect(&guard_, &OfferGuard::changed, this, &SellingDesk::changed);
    connect(&dispatcher_, &control::Dispatcher::refused, this, &SellingDesk::refused);
}

void SellingDesk::present(const View& view) {
    guard_.present(view.state);
    const int before = body_.offers().shownCount();
    body_.offers().present(view, guard_);
    if (body_.offers().shownCount() != before)
        body_.offersChanged();
    if (offers_ && offers_->isVisible())
        offers_->present(view, guard_);
}

void SellingDesk::disarm() {
    guard_.disarm();
}

void SellingDesk::startNext() {
    if (const commerce::Offer* next = nextOffer(dispatcher_.state()))
        return start(next->id);
    emit said(tr("No offer of the plan can start now. Plan one under “Offers”."));
}

void SellingDesk::moreTime() {
    if (const commerce::RunningOffer* running = newestOffer(dispatcher_.state()))
        return extend(running->offer.id);
    emit said(tr("No offer runs, so there is nothing to extend."));
}

void SellingDesk::stopNewest() {
    if (const commerce::RunningOffer* running = newestOffer(dispatcher_.state()))
        return stop(running->offer.id);
    emit said(tr("No offer runs, so there is nothing to stop."));
}

void SellingDesk::start(const OfferId& id) {
    const control::State& state = dispatcher_.state();
    const commerce::Offer* offer = commerce::findOffer(state.catalogue, id);
    if (offer && guard_.press(state, *offer))
        emit asked(control::Ask{commerce::StartOffer{*offer}});
}

void SellingDesk::extend(const OfferId& offer) {
    emit asked(control::Ask{commerce::ExtendOffer{offer, oneMinuteMs}});
}

void SellingDesk::stop(const OfferId& offer) {
    emit asked(control::Ask{commerce::StopOffer{offer, commerce::OfferEnd::Stopped}});
}

void SellingDesk::showOffers() {
    if (!offers_) {
        offers_ = new OffersDialog(theme_, &window_);
        connectOffers();
    }
    offers_->show();
    offers_->raise();
    offers_->activateWindow();
    emit changed();
}

void SellingDesk::connectOffers() {
    connect(offers_, &OffersDialog::startAsked, this, &SellingDesk::start);
    connect(offers_, &OffersDialog::moreAsked, this, &SellingDesk::extend);
    connect(offers_, &OffersDialog::stopAsked, this, &SellingDesk::stop);
    connect(offers_, &OffersDialog::addAsked, this, &SellingDesk::planOffer);
    connect(offers_, &OffersDialog::editAsked, this, [this](const OfferId& id) {
        if (const commerce::Offer* offer = commerce::findOffer(dispatcher_.state().catalogue, id))
            openOffer(*offer);
    });
    connect(offers_, &OffersDialog::copyAsked, this, [this](const OfferId& id) {
        const control::State& state = dispatcher_.state();
        const commerce::Offer* offer = commerce::findOffer(state.catalogue, id);
        const auto running = state.running.find(id);
        if (!offer && running != state.running.end())
            offer = &running->second.offer;
        if (!offer)
            return;
        commerce::Offer again = *offer;
        again.id = {};
        openOffer(again);
    });
    connect(offers_, &OffersDialog::dropAsked, this,
            [this](const OfferId& id) { emit asked(control::DropOffer{id}); });
}

void SellingDesk::planOffer() {
    commerce::Offer fresh;
    fresh.kind = commerce::OfferKind::FlashPrice;
    if (const commerce::Product* product = control::currentProduct(dispatcher_.state());
        product && !product->variants.empty())
        fresh.lines = {{product->variants.front().sku, 1, product->variants.front().price.minor}};
    openOffer(fresh);
}

void SellingDesk::openOffer(const commerce::Offer& offer) {
    QWidget* parent = offers_ && offers_->isVisible() ? static_cast<QWidget*>(offers_) : &window_;
    auto* dialog = new OfferDialog(
        theme_, dispatcher_.state(), locale_, offer,
        [this](const control::Command& command) { return dispatcher_.dispatch(command); }, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void SellingDesk::refused(const Error& error, const control::Command& command) {
    if (offers_ && offers_->isVisible() && ofOffers(command))
        offers_->say(refusalSentence(error, command, dispatcher_.state().run.phase));
}

} // namespace vitrina::ui
