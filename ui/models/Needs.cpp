// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Needs.hpp"

#include "base/Overloaded.hpp"
#include "control/Reach.hpp"
#include "control/Selling.hpp"
#include "ui/models/KeyIds.hpp"
#include "ui/models/OfferWords.hpp"
#include "ui/models/Panic.hpp"
#include "ui/models/ShopNeeds.hpp"
#include "ui/models/Times.hpp"
#include "ui/models/Words.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace vitrina::ui {
namespace {

/// Collects the lines of one state.
class Needs {
    Q_DECLARE_TR_FUNCTIONS(Needs)

  public:
    Needs(const control::State& state, const Instant& now) : state_(state), now_(now) {}

    std::vector<Need> collect() {
        addPanic();
        addStandIn();
        for (const auto& [id, status] : state_.stage.sources)
            addSource(id, status);
        for (const auto& [id, status] : state_.stage.outputs)
            addOutput(id, status);
        for (const auto& [subject, fault] : state_.faults)
            addFault(fault);
        addLink();
        addOpenness();
        addMuted();
        addSoldOutNext();
        addOfferInDoubt();
        addCheckout();
        std::ranges::move(shopNeeds(state_), std::back_inserter(needs_));
        for (const control::PendingRequest& pending : state_.pending)
            addPending(pending);
        std::stable_sort(needs_.begin(), needs_.end(),
                         [](const Need& a, const Need& b) { return a.urgency > b.urgency; });
        return std::move(needs_);
    }

  private:
    /// What was done in panic stands here with its way back for as long as it lasts.
    void addPanic() {
        if (state_.stage.slateOn)
            addWayBack("slate", Urgency::Danger, tr("Standby slate on, microphones off"),
                       tr("Viewers see “We'll be right back”"), PanicKind::Slate);
        if (state_.run.phase != show::RunPhase::Live && state_.run.phase != show::RunPhase::Standby)
            return;
        if (!state_.salesOpen)
            addWayBack("sales", Urgency::Danger, tr("All selling is stopped"), tr("Nothing can be ordered"),
                       PanicKind::Sales);
        for (const commerce::Product& product : state_.catalogue.products)
            addStopped(product);
        if (!state_.chatOpen)
            addWayBack("chat-hidden", Urgency::Warning, tr("The page's chat is hidden"),
                       tr("Viewers can't read or write"), PanicKind::Chat);
    }

    void addWayBack(const char* id, Urgency urgency, const QString& title, const QString& detail,
                    PanicKind kind) {
        const PanicAction action = panicAction(kind, state_);
        needs_.push_back(
            {id, urgency, QStringLiteral("blocked"), title, detail, action.words, action.command});
    }

    void addStopped(const commerce::Product& product) {
        const bool stopped =
            std::any_of(product.variants.begin(), product.variants.end(),
                        [this](const auto& variant) { return state_.stopped.contains(variant.sku); });
        if (stopped)
            needs_.push_back({"stopped:" + product.id.value, Urgency::Warning, QStringLiteral("blocked"),
                              tr("“%1” is not on sale").arg(text(product.name)), tr("Stopped by you"),
                              tr("Sell it again"), switchProduct(product, true)});
    }

    /// The fallback for a lost camera stays until the host says otherwise: a camera that comes and goes would
    /// flicker on the page.
    void addStandIn() {
        const SceneId& wanted = state_.stage.requested.insteadOf;
        const stage::Scene* scene = stage::findScene(state_.setUp, wanted);
        if (!scene)
            return;
        const bool lost = std::ranges::any_of(state_.stage.sources, [&](const auto& source) {
            return stage::shows(*scene, source.first) && source.second.health != stage::SourceHealth::Live;
        });
        needs_.push_back(
            {"stand-in", Urgency::Danger, QStringLiteral("camera-off"),
             tr("“%1” stands in for “%2”")
                 .arg(sceneName(state_.setUp, state_.stage.requested.scene), sceneName(state_.setUp, wanted)),
             lost ? tr("A camera of it is lost") : tr("All of its cameras are back"), tr("Show it again"),
             control::Command(stage::ReturnToScene{})});
    }

    void addSource(const SourceId& id, const stage::SourceStatus& status) {
        if (status.health != stage::SourceHealth::Lost && status.health != stage::SourceHealth::Failed)
            return;
        const bool program = onAir(state_) && sceneShows(state_.setUp, state_.stage.program, id);
        const QString name = sourceName(state_.setUp, id);
        Need need;
        need.id = "source:" + id.value;
        need.urgency = program ? Urgency::Danger : Urgency::Warning;
        need.icon = QStringLiteral("camera-off");
        if (status.health == stage::SourceHealth::Lost) {
            need.title = tr("“%1” lost for %2").arg(name, waitText(spanMs(status.since, now_)));
            need.detail = program ? tr("Retrying · on program now") : tr("Retrying · not on program");
        } else {
            need.title = tr("“%1” does not work").arg(name);
            need.detail = errorWords(status.error);
        }
        needs_.push_back(std::move(need));
    }

    void addOutput(const OutputId& id, const stage::OutputStatus& status) {
        const QString name = outputName(state_.setUp, id);
        if (status.health == stage::OutputHealth::Failed)
            needs_.push_back({"output:" + id.value,
                              Urgency::Danger,
                              QStringLiteral("blocked"),
                              tr("%1 has failed").arg(name),
                              errorWords(status.error),
                              {},
                              {}});
        else if (status.health == stage::OutputHealth::Reconnecting)
            needs_.push_back({"output:" + id.value,
                              Urgency::Warning,
                              QStringLiteral("retry"),
                              tr("%1 is reconnecting").arg(name),
                              tr("Tried again by itself · for %1").arg(waitText(spanMs(status.since, now_))),
                              {},
                              {}});
    }

    void addFault(const control::Fault& fault) {
        // Cameras, destinations and the link have lines of their own that say more.
        if (fault.subject.starts_with("source:") || fault.subject.starts_with("output:") ||
            fault.subject == "link")
            return;
        if (fault.subject == "was")
            return addDeniedClaims(fault);
        const bool outside = fault.subject == "mail" || fault.subject == "shop-behind";
        needs_.push_back({"fault:" + fault.subject,
                          outside ? Urgency::Warning : Urgency::Danger,
                          outside ? QStringLiteral("warning") : QStringLiteral("blocked"),
                          faultTitle(fault),
                          fault.subject == "page" && fault.error == ErrorCode::NotAuthorised
                              ? tr("Browsers do not trust its certificate. Renew it on that server.")
                              : errorSentence(fault.error),
                          outside ? tr("Settings") : QString(),
                          {},
                          outside ? QString(key::outside) : QString()});
    }

    /// While planning only: on air they are left off, and nothing can be done about them then.
    void addDeniedClaims(const control::Fault& fault) {
        if (state_.run.phase == show::RunPhase::Live || state_.run.phase == show::RunPhase::Ended)
            return;
        const QStringList lines = text(fault.detail).split(QLatin1Char('\n'));
        const QStringList first = lines.front().split(QLatin1Char('\t'));
        if (first.size() != 3)
            return;
        const QString name = skuName(state_.catalogue, Sku{first[0].toStdString()});
        const auto price = [&](const QString& minor) {
            return moneyText(minor.toLongLong(), state_.show.currency, QLocale());
        };
        const QString known =
            first[2].toLongLong() < 0
                ? tr("The price ledger does not know 30 days of its prices yet")
                : tr("The price ledger knows %1 as the lowest of 30 days").arg(price(first[2]));
        const int more = int(lines.size()) - 1;
        needs_.push_back({"fault:was",
                          Urgency::Warning,
                          QStringLiteral("warning"),
                          more == 0
                              ? tr("“Was %1” is left off: %2").arg(price(first[1]), name)
                              : tr("“Was” prices are left off: %1 and %n more", nullptr, more).arg(name),
                          known,
                          {},
                          {}});
    }

    static QString faultTitle(const control::Fault& fault) {
        const std::string& subject = fault.subject;
        if (subject == "battery")
            return tr("The battery is low"); // no figure: it goes on falling while the line stands
        if (subject == "journal")
            return tr("The journal can't be written");
        if (subject == "setup")
            return tr("The set-up can't be kept");
        if (subject == "glyphs")
            return tr("No font has these characters: %1").arg(text(fault.detail));
        if (subject == "plan")
            return tr("The edited rundown can't be saved");
        if (subject == "prices")
            return tr("The price ledger can't be kept");
        if (subject == "page")
            return tr("Viewers can't open the page's address");
        if (subject == "mail")
            return tr("Orders are not confirmed by mail");
        if (subject == "shop-behind")
            return tr("Orders are not handed on to the shop");
        if (subject == "pairing")
            return tr("The paired server can't be forgotten");
        if (subject == "server link" && fault.error == ErrorCode::ShowMoved)
            return tr("The show server has an older copy of this show");
        if (subject == "server" || subject == "server link")
            return tr("The show server has a problem");
        if (subject == "engine")
            return tr("The picture engine has a problem");
        return tr("Problem: %1").arg(text(subject));
    }

    void addLink() {
        if (!state_.linkLost)
            return;
        needs_.push_back({"link",
                          Urgency::Danger,
                          QStringLiteral("link"),
                          tr("Show server does not answer"),
                          tr("For %1 · the show goes on, stock is not known")
                              .arg(waitText(spanMs(*state_.linkLost, now_))),
                          {},
                          {}});
    }

    /// Before going live: who the address that stands on card and code is any good for.
    void addOpenness() {
        if (state_.run.phase != show::RunPhase::Standby || state_.pageUrl.empty() ||
            state_.faults.contains("page"))
            return;
        Need need{"openness", Urgency::Waiting, QStringLiteral("link"), {}, {}, {}, {}};
        switch (control::whoCanOpen(state_.pageUrl)) {
        case control::Openness::ThisComputer:
            need.urgency = Urgency::Warning;
            need.title = tr("Only this computer can open the page");
            need.detail = tr("Let phones in or pair with a server: Show › The viewers' page");
            break;
        case control::Openness::ThisNetwork:
            need.title = tr("This network can open the page");
            need.detail = tr("Nobody outside of it can");
            break;
        case control::Openness::Everyone:
            need.title = tr("Everyone can open the page");
            need.detail = text(state_.pageUrl);
            break;
        case control::Openness::Nobody:
            return;
        }
        needs_.push_back(std::move(need));
    }

    void addMuted() {
        const SourceId host = hostSource(state_.setUp);
        const stage::Source* source = stage::findSource(state_.setUp, host);
        // Under the slate all are: its own line says so. A cough is over in a moment.
        if (state_.stage.allMuted && !state_.stage.slateOn)
            needs_.push_back({"all-muted", Urgency::Warning, QStringLiteral("muted"),
                              tr("All microphones are muted"), tr("Viewers hear nothing"), tr("As before"),
                              control::Command(stage::SetAllMuted{false})});
        if (state_.stage.slateOn || state_.stage.allMuted || state_.stage.coughing.contains(host) ||
            !source || !stage::mutedOf(state_.stage, *source) || state_.run.phase != show::RunPhase::Live)
            return;
        needs_.push_back({"muted", Urgency::Warning, QStringLiteral("muted"),
                          tr("“%1” is muted").arg(sourceName(state_.setUp, host)),
                          tr("Viewers do not hear it"), tr("Unmute"),
                          control::Command(stage::SetMuted{host, false})});
    }

    void addSoldOutNext() {
        const show::Item* next = show::findItem(state_.show.rundown, state_.run.next);
        const commerce::Product* product =
            next ? commerce::findProduct(state_.catalogue, next->product) : nullptr;
        if (!product || state_.run.phase != show::RunPhase::Live ||
            control::productStock(state_, *product, state_.stockFresh(now_)).word !=
                commerce::StockWord::SoldOut)
            return;
        const bool more = show::itemAfter(state_.show.rundown, next->id) != nullptr;
        needs_.push_back({"next-sold-out", Urgency::Warning, QStringLiteral("warning"),
                          tr("Next item is sold out"), text(next->title), more ? tr("Skip it") : QString(),
                          more ? std::optional<control::Command>(show::MoveNext{1}) : std::nullopt});
    }

    void addOfferInDoubt() {
        const commerce::Offer* offer = control::waitingForPress(state_);
        if (!offer)
            return;
        const PriceGuard doubt = priceGuard(state_, *offer, QLocale());
        needs_.push_back({"offer-in-doubt",
                          Urgency::Warning,
                          QStringLiteral("warning"),
                          tr("“%1” has not started: %2").arg(text(offer->title), doubt.change),
                          doubt.why,
                          tr("Start…"),
                          {},
                          QString(key::startOffer) + QLatin1Char(':') + text(offer->id.value)});
    }

    /// Buyers can't order before the seller has filled in what the law asks (design: "says why").
    void addCheckout() {
        const bool onGoing =
            state_.run.phase == show::RunPhase::Live || state_.run.phase == show::RunPhase::Standby;
        const int gaps = int(commerce::gapsOf(state_.catalogue.terms).size());
        if (!onGoing || gaps == 0)
            return;
        needs_.push_back({"checkout",
                          Urgency::Warning,
                          QStringLiteral("warning"),
                          tr("Checkout is closed"),
                          tr("Missing under “Seller and terms”: %1").arg(gaps),
                          tr("Fill in"),
                          {},
                          key::terms});
    }

    static QString requestTitle(const commerce::Request& request) {
        return std::visit(
            Overloaded{[](const commerce::CorrectStock&) { return tr("Stock correction on its way"); },
                       [](const commerce::SwitchSales& wish) {
                           return wish.open ? tr("Sell again: on its way") : tr("Stop selling: on its way");
                       },
                       [](const commerce::SwitchSkus& wish) {
                           return wish.open ? tr("Sell the product again: on its way")
                                            : tr("Stop selling the product: on its way");
                       },
                       [](const commerce::SwitchChat& wish) {
                           return wish.open ? tr("Show chat again: on its way")
                                            : tr("Hide the chat: on its way");
                       },
                       [](const commerce::PutProduct&) { return tr("Product on its way"); },
                       [](const commerce::SetTerms&) { return tr("Seller's details on their way"); },
                       [](const commerce::StartOffer&) { return tr("Start of the offer: on its way"); },
                       [](const commerce::ExtendOffer&) { return tr("More time for the offer: on its way"); },
                       [](const commerce::StopOffer&) { return tr("Stop of the offer: on its way"); },
                       [](const commerce::ChangeOrder&) { return tr("Change of an order: on its way"); },
                       [](const commerce::VoidSince&) { return tr("Cancelling of orders: on its way"); },
                       [](const commerce::EraseBuyer&) {
                           return tr("Erasing of a buyer's data: on its way");
                       }},
            request);
    }

    void addPending(const control::PendingRequest& pending) {
        needs_.push_back({"pending:" + pending.id.value,
                          Urgency::Waiting,
                          QStringLiteral("clock"),
                          requestTitle(pending.request),
                          tr("Asked %1 ago").arg(waitText(spanMs(pending.made, now_))),
                          {},
                          {}});
    }

    const control::State& state_;
    const Instant now_;
    std::vector<Need> needs_;
};

struct Refusals {
    Q_DECLARE_TR_FUNCTIONS(Refusals)

  public:
    static QString noProduct() {
        return tr("No card to show: the item on air sells nothing. Take an item with a product first.");
    }
    static QString rowOnAir() {
        return tr(
            "That row is on air: it can't be removed, moved or skipped. Its title and time can change.");
    }
    static QString stepOnAir() {
        return tr("That step can't be taken back: its row is on air now. It is left out.");
    }
    static QString offerRuns() { return tr("This offer runs already, so it can't be started again."); }
    static QString offerRunsStill() { return tr("This offer runs: stop it first, then remove it."); }
    static QString ofPhase(show::RunPhase phase) {
        switch (phase) {
        case show::RunPhase::Live:
            return tr("The show is already live.");
        case show::RunPhase::Ended:
            return tr("The show has ended, so nothing more goes on air. Start a new run to go on.");
        case show::RunPhase::Standby:
            return tr("Not yet: nothing goes on air before the show is live. Go live first.");
        case show::RunPhase::None:
            break;
        }
        return errorSentence(ErrorCode::WrongPhase);
    }
};

} // namespace

QString refusalSentence(const Error& error, const control::Command& command, show::RunPhase phase) {
    const bool takesBack =
        std::holds_alternative<control::Undo>(command) || std::holds_alternative<control::Redo>(command);
    if (error.code == ErrorCode::ItemOnAir && takesBack)
        return Refusals::stepOnAir();
    if (error.code == ErrorCode::ItemOnAir && std::holds_alternative<show::Edit>(command))
        return Refusals::rowOnAir();
    if (error.code != ErrorCode::WrongPhase)
        return errorSentence(error.code);
    if (std::holds_alternative<stage::SetCard>(command))
        return Refusals::noProduct();
    if (std::holds_alternative<control::DropOffer>(command))
        return Refusals::offerRunsStill();
    const auto* asked = std::get_if<control::Ask>(&command);
    if (asked && std::holds_alternative<commerce::StartOffer>(asked->request) && !error.detail.empty())
        return Refusals::offerRuns();
    return Refusals::ofPhase(phase);
}

std::vector<Need> needsOf(const control::State& state, const Instant& now) {
    return Needs(state, now).collect();
}

} // namespace vitrina::ui
