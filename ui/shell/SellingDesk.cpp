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
#include "ui/widgets/Format.hpp"

#include <QDir>
#include <QFileDialog>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace vitrina::ui {
namespace {

constexpr std::int64_t oneMinuteMs = 60'000;

template <class Wish>
bool isAsked(const control::State& state) {
    return std::ranges::any_of(state.pending, [](const control::PendingRequest& pending) {
        return std::holds_alternative<Wish>(pending.request);
    });
}

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
    connect(&questions_, &BuyerQuestions::gaveUp, this, &SellingDesk::dropPaper);
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
    if (terms_)
        terms_->present(view.state);
}

void SellingDesk::disarm() {
    guard_.disarm();
}

/// What the key means is what the panel shows: while a start is on its way that is no other offer yet.
void SellingDesk::startNext() {
    if (isAsked<commerce::StartOffer>(dispatcher_.state()))
        return emit said(tr("A start is on its way. Press again once it is answered."));
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
    if (isAsked<commerce::StopOffer>(dispatcher_.state()))
        return emit said(tr("A stop is on its way. Press again once it is answered."));
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
    connect(offers_, &OffersDialog::disarmAsked, this, &SellingDesk::disarm);
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
    for (OfferDialog* open : window_.findChildren<OfferDialog*>()) {
        if (!offer.id.empty() && open->offer() == offer.id && open->isVisible()) {
            open->raise(); // two of them, and the last one saved would win unseen
            return open->activateWindow();
        }
    }
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
    const auto* ask = std::get_if<control::Ask>(&command);
    if (terms_ && ask && std::holds_alternative<commerce::SetTerms>(ask->request))
        terms_->refused(refusalSentence(error, command, dispatcher_.state().run.phase));
}

/// An edit of the rundown changes no order: only another run, or other names and terms in the catalogue do.
void SellingDesk::patched(const control::Patch& patch) {
    const control::State& state = dispatcher_.state();
    for (const control::Change& change : patch) {
        const bool named = change.kind == control::PatchKind::Order && !change.id.empty();
        const bool all = (change.kind == control::PatchKind::Order && !named) ||
                         (change.kind == control::PatchKind::Show &&
                          (state.run.id != run_ || state.catalogueRevision != catalogue_));
        for (ChangedOrders* changed : {&ofList_, &ofVoid_}) {
            if (named)
                changed->numbers.insert(OrderNumber{change.id});
            changed->all = changed->all || all;
        }
    }
    run_ = state.run.id;
    catalogue_ = state.catalogueRevision;
}

void SellingDesk::presentOrders(const View& view) {
    watchImport();
    if (void_ && void_->isVisible()) {
        const ChangedOrders changed = std::exchange(ofVoid_, {{}, false});
        void_->present(view.state, changed.numbers, changed.all);
    }
    if (!orders_ || !orders_->isVisible())
        return;
    const ChangedOrders changed = std::exchange(ofList_, {{}, false});
    orders_->present(view, changed.numbers, changed.all);
}

void SellingDesk::makeOrders() {
    if (orders_)
        return;
    orders_ = new OrdersDialog(theme_, locale_, &window_);
    connectOrders();
    emit actionsMade(orders_->pane().actions());
}

void SellingDesk::showOrders() {
    makeOrders();
    orders_->show();
    orders_->raise();
    orders_->activateWindow();
    emit changed();
}

void SellingDesk::connectOrders() {
    connect(orders_, &OrdersDialog::asked, this, &SellingDesk::askAboutOrders);
    connect(orders_, &OrdersDialog::exportAsked, this, &SellingDesk::chooseExport);
    connect(orders_, &OrdersDialog::redrawAsked, this, &SellingDesk::changed);
    connect(orders_, &OrdersDialog::buyersAsked, this,
            [this](const std::vector<OrderNumber>& orders) { askFor(orders); });
    connect(orders_, &OrdersDialog::voidAsked, this, &SellingDesk::showVoid);
    connect(orders_, &OrdersDialog::importAsked, this, &SellingDesk::chooseOrders);
    connect(orders_, &OrdersDialog::paperAsked, this, &SellingDesk::choosePaper);
    connect(orders_, &OrdersDialog::closed, this, [this] {
        questions_.forget();
        waiting_ = {};
        exporting_ = {};
        words_ = {};
    });
}

/// What the shop writes to a buyer may be personal, and a request is a record: the words go ahead of it, and
/// it names them.
void SellingDesk::askAboutOrders(const control::Command& command) {
    control::Command sent = command;
    auto* ask = std::get_if<control::Ask>(&sent);
    auto* change = ask ? std::get_if<commerce::ChangeOrder>(&ask->request) : nullptr;
    auto* voided = ask ? std::get_if<commerce::VoidSince>(&ask->request) : nullptr;
    std::string* note = change ? &change->note : voided ? &voided->note : nullptr;
    if (note && !note->empty() && buyerLine_.putWords) {
        if (*note != words_.text)
            words_ = {randomHex128(), *note}; // else the same to many: one key will do
        buyerLine_.putWords(words_.key, words_.text);
        *note = "words:" + words_.key;
    }
    emit asked(sent);
}

void SellingDesk::chooseExport(const OrderNumber& order) {
    const QString name = tr("buyer of %1").arg(text(order.value)) + QStringLiteral(".json");
    auto* chooser = new QFileDialog(orders_, tr("Save as"), QDir::homePath() + QLatin1Char('/') + name);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("json"));
    chooser->selectFile(name);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, order](const QString& path) { exportBuyerTo(order, path); });
    chooser->open();
}

void SellingDesk::exportBuyerTo(const OrderNumber& order, const QString& path) {
    if (!buyerLine_.askExport || dispatcher_.state().link != control::LinkHealth::Up)
        return orders_->say(
            tr("The show server does not answer, so buyers can't be named. Try again when it does."));
    exporting_ = order;
    exportPath_ = path;
    orders_->say(tr("Asking the server whose it is…"));
    buyerLine_.askExport(order);
}

void SellingDesk::exported(const OrderNumber& order, ErrorCode error, const std::string& json) {
    if (!orders_ || exporting_.empty() || order != exporting_)
        return; // closed meanwhile: not kept
    exporting_ = {};
    if (error != ErrorCode::None)
        return orders_->say(error == ErrorCode::NotFound ? tr("Nothing is held of this order's buyer.")
                                                         : errorSentence(error));
    writeFile(
        exportPath_, json, this,
        [this, path = exportPath_](const Result<void>& written) { paperWritten(path, written); },
        Readers::Owner);
}

void SellingDesk::showVoid() {
    if (!void_) {
        void_ = new VoidDialog(theme_, orders_ ? static_cast<QWidget*>(orders_) : &window_);
        connect(void_, &VoidDialog::asked, this, &SellingDesk::askAboutOrders);
    }
    const ChangedOrders changed = std::exchange(ofVoid_, {{}, false});
    void_->present(dispatcher_.state(), changed.numbers, changed.all);
    void_->show();
    void_->raise();
}

void SellingDesk::showTerms() {
    if (!terms_) {
        const control::State& state = dispatcher_.state();
        terms_ = new TermsDialog(
            theme_, state.catalogue.terms, state.show.currency, locale_,
            [this](const control::Command& command) { return setTerms(command); }, &window_);
        terms_->setAttribute(Qt::WA_DeleteOnClose);
    }
    terms_->show();
    terms_->raise();
    terms_->activateWindow();
}

/// For this show by the server, for those to come by the shop book.
Result<void> SellingDesk::setTerms(const control::Command& command) {
    const Result<void> done = dispatcher_.dispatch(command);
    const auto* ask = std::get_if<control::Ask>(&command);
    const auto* wish = ask ? std::get_if<commerce::SetTerms>(&ask->request) : nullptr;
    if (done && shop_ && wish && shop_->book()->terms != wish->terms)
        shop_->keep({commerce::TermsKept{wish->terms}}, this, [this](const Result<void>& kept) {
            if (!kept)
                emit said(
                    tr("The seller's details hold for this show only: the shop book can't keep them. %1")
                        .arg(errorSentence(kept.error().code)));
        });
    return done;
}

TermsDialog* SellingDesk::termsDialog() const {
    return terms_;
}

bool SellingDesk::askFor(const std::vector<OrderNumber>& orders) {
    if (!questions_.canAsk() || dispatcher_.state().link != control::LinkHealth::Up) {
        orders_->say(
            tr("The show server does not answer, so buyers can't be named. Try again when it does."));
        return false;
    }
    questions_.ask(orders);
    return true;
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
    questions_.told(buyers);
    emit changed();
}

/// One at a time.
bool SellingDesk::paperWaits() {
    const bool waits = waiting_.paper != OrdersDialog::Paper::None;
    if (waits)
        orders_->say(tr("A paper still waits for its buyers' names. Wait until it is written."));
    return waits;
}

void SellingDesk::dropPaper(const std::set<OrderNumber>& unnamed) {
    if (!orders_ || std::ranges::none_of(waiting_.orders, [&](const control::OrderEntry& entry) {
            return unnamed.contains(entry.order.number);
        }))
        return;
    waiting_ = {};
    orders_->say(tr("The server has not named all buyers. Nothing was written; try again."));
}

void SellingDesk::choosePaper(OrdersDialog::Paper paper) {
    if (paperWaits())
        return;
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
    if (paperWaits())
        return;
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
    if (!askFor(numbers))
        waiting_ = {};
}

/// Once every buyer that there is has been named.
void SellingDesk::finishPaper() {
    for (const control::OrderEntry& entry : waiting_.orders) {
        if (!entry.erased && !waiting_.buyers.contains(entry.order.number))
            return;
    }
    const Waiting done = std::exchange(waiting_, {});
    const control::State& state = dispatcher_.state();
    const auto told = [this, path = done.path](const Result<void>& written) {
        paperWritten(path, written);
    };
    if (done.paper == OrdersDialog::Paper::Carrier)
        writeFile(done.path, carrierCsv(state, done.orders, done.buyers), this, told, Readers::Owner);
    else
        writePaper(done.path, packingSlips(state, done.orders, done.buyers), this, told);
}

void SellingDesk::paperWritten(const QString& path, const Result<void>& written) {
    if (orders_)
        orders_->say(written ? tr("Written: %1").arg(path)
                             : tr("%1 can't be written. %2").arg(path, errorSentence(written.error().code)));
}

} // namespace vitrina::ui
