// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SellingDesk.hpp"

#include "ui/dialogs/OfferDialog.hpp"
#include "ui/dialogs/OffersDialog.hpp"
#include "ui/dialogs/OrderPane.hpp"
#include "ui/dialogs/TermsDialog.hpp"
#include "ui/dialogs/VoidDialog.hpp"
#include "ui/models/Needs.hpp"
#include "ui/models/OfferWords.hpp"
#include "ui/panels/OffersPanel.hpp"
#include "ui/shell/Body.hpp"
#include "ui/shell/FileWork.hpp"
#include "ui/widgets/ErrorText.hpp"

#include <QDir>
#include <QFileDialog>
#include <QWidget>

#include <utility>

namespace vitrina::ui {
namespace {

constexpr std::int64_t oneMinuteMs = 60'000;

constexpr int buyersWithinMs = 5000;

bool ofOrders(const control::Command& command) {
    const auto* asked = std::get_if<control::Ask>(&command);
    return asked && (std::holds_alternative<commerce::ChangeOrder>(asked->request) ||
                     std::holds_alternative<commerce::VoidSince>(asked->request) ||
                     std::holds_alternative<commerce::EraseBuyer>(asked->request));
}

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
    connect(&dispatcher_, &control::Dispatcher::patched, this, &SellingDesk::patched);
    waitedLong_.setSingleShot(true);
    waitedLong_.setInterval(buyersWithinMs);
    connect(&waitedLong_, &QTimer::timeout, this, [this] {
        waiting_ = {};
        if (orders_)
            orders_->say(tr("The server has not named all buyers. Nothing was written; try again."));
    });
}

void SellingDesk::present(const View& view) {
    guard_.present(view.state);
    const int before = body_.offers().shownCount();
    body_.offers().present(view, guard_);
    if (body_.offers().shownCount() != before)
        body_.offersChanged();
    if (offers_ && offers_->isVisible())
        offers_->present(view, guard_);
    presentOrders(view);
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
    if (orders_ && orders_->isVisible() && ofOrders(command))
        orders_->say(refusalSentence(error, command, dispatcher_.state().run.phase));
}

void SellingDesk::patched(const control::Patch& patch) {
    for (const control::Change& change : patch) {
        if (change.kind == control::PatchKind::Order && !change.id.empty())
            changedOrders_.insert(OrderNumber{change.id});
        else if (change.kind == control::PatchKind::Order || change.kind == control::PatchKind::Show)
            allOrders_ = true;
    }
}

void SellingDesk::presentOrders(const View& view) {
    watchImport();
    if (void_ && void_->isVisible())
        void_->present(view.state);
    if (!orders_ || !orders_->isVisible())
        return;
    orders_->present(view, changedOrders_, allOrders_);
    changedOrders_.clear();
    allOrders_ = false;
}

void SellingDesk::showOrders() {
    if (!orders_) {
        orders_ = new OrdersDialog(theme_, locale_, &window_);
        connectOrders();
        emit actionsMade(orders_->pane().actions());
    }
    allOrders_ = true;
    orders_->show();
    orders_->raise();
    orders_->activateWindow();
    emit changed();
}

void SellingDesk::connectOrders() {
    connect(orders_, &OrdersDialog::asked, this, &SellingDesk::asked);
    connect(orders_, &OrdersDialog::redrawAsked, this, &SellingDesk::changed);
    connect(orders_, &OrdersDialog::buyersAsked, this, &SellingDesk::askFor);
    connect(orders_, &OrdersDialog::voidAsked, this, &SellingDesk::showVoid);
    connect(orders_, &OrdersDialog::importAsked, this, &SellingDesk::chooseOrders);
    connect(orders_, &OrdersDialog::paperAsked, this, &SellingDesk::choosePaper);
    connect(orders_, &OrdersDialog::closed, this, [this] {
        waitedLong_.stop();
        waiting_ = {};
    });
}

void SellingDesk::showVoid() {
    if (!void_) {
        void_ = new VoidDialog(theme_, orders_ ? static_cast<QWidget*>(orders_) : &window_);
        connect(void_, &VoidDialog::asked, this, &SellingDesk::asked);
    }
    void_->present(dispatcher_.state());
    void_->show();
    void_->raise();
}

void SellingDesk::showTerms() {
    if (!terms_) {
        const control::State& state = dispatcher_.state();
        terms_ = new TermsDialog(
            theme_, state.catalogue.terms, state.show.currency, locale_,
            [this](const control::Command& command) { return dispatcher_.dispatch(command); }, &window_);
        terms_->setAttribute(Qt::WA_DeleteOnClose);
    }
    terms_->show();
    terms_->raise();
    terms_->activateWindow();
}

TermsDialog* SellingDesk::termsDialog() const {
    return terms_;
}

void SellingDesk::askFor(const std::vector<OrderNumber>& orders) {
    if (askBuyers_ && dispatcher_.state().link == control::LinkHealth::Up)
        return askBuyers_(orders);
    if (orders_)
        orders_->say(
            tr("The show server does not answer, so buyers can't be named. Try again when it does."));
}

void SellingDesk::buyersTold(const std::vector<Buyer>& buyers) {
    if (!orders_ || !orders_->isVisible())
        return; // closed meanwhile: not kept
    orders_->buyersTold(buyers);
    if (waiting_.paper != OrdersDialog::Paper::None) {
        for (const Buyer& buyer : buyers)
            waiting_.buyers[buyer.order] = buyer;
        finishPaper();
    }
    emit changed();
}

void SellingDesk::choosePaper(OrdersDialog::Paper paper) {
    const bool table = paper == OrdersDialog::Paper::Carrier;
    const QString name = paper == OrdersDialog::Paper::Slips ? tr("packing slips")
                         : table                             ? tr("carrier")
                                                             : tr("picking list");
    const QString ending = table ? QStringLiteral(".csv") : QStringLiteral(".pdf");
    auto* chooser =
        new QFileDialog(orders_, tr("Save as"), QDir::homePath() + QLatin1Char('/') + name + ending);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(ending.mid(1));
    chooser->selectFile(name + ending);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, paper](const QString& path) { writePaperTo(paper, path); });
    chooser->open();
}

void SellingDesk::writePaperTo(OrdersDialog::Paper paper, const QString& path) {
    const control::State& state = dispatcher_.state();
    std::vector<control::OrderEntry> orders = toPack(state, orders_->shown());
    // What is packed has been picked.
    if (paper == OrdersDialog::Paper::PickByProduct || paper == OrdersDialog::Paper::PickByOrder)
        std::erase_if(orders, [](const control::OrderEntry& entry) {
            return entry.state == commerce::OrderState::Packed;
        });
    if (orders.empty())
        return orders_->say(tr("None of the orders in the list is to be packed or sent."));
    const auto told = [this, path](const Result<void>& written) {
        paperWritten(path, written);
    };
    if (paper == OrdersDialog::Paper::PickByProduct)
        return writePaper(path, pickByProduct(state, orders), this, told);
    if (paper == OrdersDialog::Paper::PickByOrder)
        return writePaper(path, pickByOrder(state, orders), this, told);
    std::vector<OrderNumber> numbers;
    waiting_ = {paper, path, std::move(orders), {}};
    for (const control::OrderEntry& entry : waiting_.orders) {
        if (!entry.erased)
            numbers.push_back(entry.order.number);
    }
    if (numbers.empty())
        return finishPaper();
    if (!askBuyers_ || state.link != control::LinkHealth::Up)
        waiting_ = {};
    else
        waitedLong_.start();
    askFor(numbers);
}

/// Once every buyer that there is has been named.
void SellingDesk::finishPaper() {
    for (const control::OrderEntry& entry : waiting_.orders) {
        if (!entry.erased && !waiting_.buyers.contains(entry.order.number))
            return;
    }
    waitedLong_.stop();
    const Waiting done = std::exchange(waiting_, {});
    const control::State& state = dispatcher_.state();
    const auto told = [this, path = done.path](const Result<void>& written) {
        paperWritten(path, written);
    };
    if (done.paper == OrdersDialog::Paper::Carrier)
        writeFile(done.path, carrierCsv(state, done.orders, done.buyers), this, told);
    else
        writePaper(done.path, packingSlips(state, done.orders, done.buyers), this, told);
}

void SellingDesk::paperWritten(const QString& path, const Result<void>& written) {
    if (orders_)
        orders_->say(written ? tr("Written: %1").arg(path)
                             : tr("%1 can't be written. %2").arg(path, errorSentence(written.error().code)));
}

} // namespace vitrina::ui
