// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Needs.hpp"

#include "ui/models/Times.hpp"
#include "ui/models/Words.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace vitrina::ui {
namespace {

/// Collects the lines of one state.
class Needs {
    Q_DECLARE_TR_FUNCTIONS(Needs)

  public:
    Needs(const control::State& state, const Instant& now) : state_(state), now_(now) {}

    std::vector<Need> collect() {
        for (const auto& [id, status] : state_.stage.sources)
            addSource(id, status);
        for (const auto& [id, status] : state_.stage.outputs)
            addOutput(id, status);
        for (const auto& [subject, fault] : state_.faults)
            addFault(fault);
        addLink();
        addMutedHost();
        addSoldOutNext();
        for (const control::PendingRequest& pending : state_.pending)
            addPending(pending);
        std::stable_sort(needs_.begin(), needs_.end(),
                         [](const Need& a, const Need& b) { return a.urgency > b.urgency; });
        return std::move(needs_);
    }

  private:
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
        needs_.push_back({"fault:" + fault.subject,
                          Urgency::Danger,
                          QStringLiteral("blocked"),
                          faultTitle(fault),
                          errorSentence(fault.error),
                          {},
                          {}});
    }

    static QString faultTitle(const control::Fault& fault) {
        const std::string& subject = fault.subject;
        if (subject == "battery")
            return tr("The battery is at %1 %").arg(text(fault.detail));
        if (subject == "journal")
            return tr("The journal can't be written");
        if (subject == "plan")
            return tr("The edited rundown can't be saved");
        if (subject == "server")
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

    void addMutedHost() {
        const SourceId host = hostSource(state_.setUp);
        const stage::Source* source = stage::findSource(state_.setUp, host);
        if (!source || !stage::mutedOf(state_.stage, *source) || state_.run.phase != show::RunPhase::Live)
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

    void addPending(const control::PendingRequest& pending) {
        const auto* sales = std::get_if<commerce::SwitchSales>(&pending.request);
        needs_.push_back({"pending:" + pending.id.value,
                          Urgency::Waiting,
                          QStringLiteral("clock"),
                          !sales        ? tr("Stock correction on its way")
                          : sales->open ? tr("Sell again: on its way")
                                        : tr("Stop selling: on its way"),
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
    static QString ofPhase(show::RunPhase phase) {
        switch (phase) {
        case show::RunPhase::Live:
            return tr("The show is already live.");
        case show::RunPhase::Ended:
            return tr("The show has ended, so nothing more goes on air. Start a new run to go on.");
        case show::RunPhase::Standby:
            return tr("Not yet: nothing goes on air before the show is live. Go live first (Ctrl+L).");
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
    return Refusals::ofPhase(phase);
}

std::vector<Need> needsOf(const control::State& state, const Instant& now) {
    return Needs(state, now).collect();
}

} // namespace vitrina::ui
