// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/Dispatcher.hpp"

#include "base/Log.hpp"
#include "control/Touched.hpp"

#include <algorithm>
#include <utility>

namespace vitrina::control {
namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::steady_clock;

constexpr const char* linkSubject = "link";
constexpr const char* orderSubject = "records";
/// The measured offset wanders by a few ms; only a step is worth a record.
constexpr std::int64_t offsetStepMs = 100;

} // namespace

Dispatcher::Dispatcher(State initial, const Clock& clock, RecordSink& records, EffectSink& effects,
                       QObject* parent)
    : QObject(parent), state_(std::move(initial)), clock_(clock), records_(records), effects_(effects),
      boot_(clock.bootId()) {
    if (state_.stock.empty())
        state_.stock = openingStock(state_.catalogue);
    state_.stage.transition = state_.setUp.transition;
    staleTimer_.setSingleShot(true);
    staleTimer_.setTimerType(Qt::PreciseTimer);
    connect(&staleTimer_, &QTimer::timeout, this, &Dispatcher::tick);
    secondTimer_.setSingleShot(true);
    secondTimer_.setTimerType(Qt::PreciseTimer);
    connect(&secondTimer_, &QTimer::timeout, this, [this] { replan(clock_.now()); });
}

Result<void> Dispatcher::dispatch(const Command& command) {
    const auto pressed = steady_clock::now();
    const Instant now = clock_.now();
    if (const auto* edit = std::get_if<stage::SetUpEdit>(&command))
        return editSetUp(*edit, now);
    const Result<std::vector<record::Fact>> facts =
        decide(state_, command, Moment{now, serverSeq_, &history_}, ids_);
    if (!facts) {
        history_.drop(command);
        emit refused(facts.error(), command);
        return facts.error();
    }
    if (std::holds_alternative<Take>(command)) {
        const auto& taken = std::get<show::ItemTaken>(std::get<show::Fact>(facts->front()));
        openTake_ = OpenTake{taken.aired.id.value, pressed, 0};
    }
    history_.follow(command, *facts);
    commit(*facts, now);
    return {};
}

void Dispatcher::commit(const std::vector<record::Fact>& facts, Instant now) {
    if (facts.empty())
        return;
    Patch patch;
    std::vector<record::Record> written;
    std::vector<Effect> once;
    for (const record::Fact& fact : facts) {
        addTouched(patch, state_, fact);
        apply(state_, fact, now);
        addTouched(patch, state_, fact);
        // Before there is a run there is nothing to write into; StartStandby repeats what matters.
        if (!state_.run.id.empty())
            written.push_back(numbered(fact, now));
        for (Effect& effect : planOnce(state_, fact))
            once.push_back(std::move(effect));
    }
    noteFreshness(patch, now);
    if (!written.empty())
        records_.append(std::move(written));
    replan(now);
    carryOut(once);
    tell(std::move(patch));
}

record::Record Dispatcher::numbered(const record::Fact& fact, Instant now) {
    return {state_.show.id, state_.run.id, record::Origin::Studio, ++studioSeq_, serverSeq_, now,
            boot_,          fact};
}

void Dispatcher::replan(Instant now) {
    Standing wanted = standing(state_, now);
    const std::vector<Effect> effects = difference(carried_, wanted);
    carried_ = std::move(wanted);
    if (const std::optional<std::int64_t> ms = nextSecondMs(state_, now))
        secondTimer_.start(int(*ms));
    else
        secondTimer_.stop();
    carryOut(effects);
}

void Dispatcher::carryOut(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
        if (const auto* command = std::get_if<engine::EngineCommand>(&effect)) {
            const auto* scene = std::get_if<engine::ShowScene>(command);
            if (scene && scene->token == openTake_.token)
                openTake_.toPostUs =
                    duration_cast<microseconds>(steady_clock::now() - openTake_.pressed).count();
        }
        effects_.carryOut(effect);
    }
}

void Dispatcher::noteFreshness(Patch& patch, Instant now) {
    const bool fresh = state_.stockFresh(now);
    if (std::exchange(fresh_, fresh) != fresh)
        addChange(patch, PatchKind::Product);
}

void Dispatcher::tell(Patch patch) {
    if (!patch.empty())
        emit patched(patch);
}

void Dispatcher::serverSaid(const std::vector<record::Record>& records) {
    const Instant now = clock_.now();
    Patch patch;
    std::vector<record::Fact> faults;
    std::vector<std::pair<Error, Command>> refusals;
    for (const record::Record& record : records) {
        if (!inOrder(record, faults))
            continue;
        serverSeq_ = record.seq;
        if (const auto* selling = std::get_if<commerce::Fact>(&record.fact)) {
            const auto* answer = std::get_if<commerce::RequestAnswered>(selling);
            const auto open = answer ? std::ranges::find(state_.pending, answer->request, &PendingRequest::id)
                                     : state_.pending.end();
            if (open != state_.pending.end() && answer->error != ErrorCode::None)
                refusals.emplace_back(Error{answer->error, answer->detail}, Ask{open->request});
        }
        addTouched(patch, state_, record.fact);
        apply(state_, record.fact, record.at);
    }
    noteFreshness(patch, now);
    replan(now);
    tell(std::move(patch));
    commit(faults, now);
    for (const auto& [error, command] : refusals)
        emit refused(error, command);
}

bool Dispatcher::inOrder(const record::Record& record, std::vector<record::Fact>& faults) {
    if (record.origin != record::Origin::Server || record.run != state_.run.id) {
        logWarning("control", "a record of another run or origin was left out");
        return false;
    }
    if (record.seq <= serverSeq_)
        return false;
    if (record.seq != serverSeq_ + 1) {
        // What came is true all the same, so the show goes on with it; the hole must be seen, as figures may
        // be short.
        const std::string hole = "server records " + std::to_string(serverSeq_ + 1) + " to " +
                                 std::to_string(record.seq - 1) + " missing";
        logError("control", hole);
        setFault(faults, orderSubject, ErrorCode::Internal, hole);
    }
    return true;
}

void Dispatcher::linkChanged(LinkHealth health, const std::string& pageUrl, std::int64_t clockOffsetMs) {
    const Instant now = clock_.now();
    std::vector<record::Fact> facts;
    Patch patch;
    const bool wasUp = state_.link == LinkHealth::Up;
    const bool up = health == LinkHealth::Up;
    if (health != state_.link) {
        state_.link = health;
        state_.linkSince = now;
        addChange(patch, PatchKind::Link);
    }
    if (up && !wasUp) {
        state_.linkLost.reset();
        staleTimer_.stop();
        clearFault(facts, linkSubject);
    } else if (!up && wasUp) {
        state_.linkLost = now;
        staleTimer_.start(stockStaleAfterMs);
        setFault(facts, linkSubject, ErrorCode::LinkDown, {});
    } else if (health == LinkHealth::Down && !state_.linkLost) {
        state_.linkLost = now; // it never was there: a server elsewhere that does not answer
        setFault(facts, linkSubject, ErrorCode::LinkDown, {});
    }
    const bool stepped = std::abs(clockOffsetMs - state_.clockOffsetMs) >= offsetStepMs;
    if (up && (!wasUp || stepped || pageUrl != state_.pageUrl))
        facts.emplace_back(record::OwnFact{record::ServerAttached{pageUrl, clockOffsetMs}});
    noteFreshness(patch, now);
    if (facts.empty())
        replan(now);
    commit(facts, now);
    tell(std::move(patch));
}

void Dispatcher::faultRaised(const std::string& subject, ErrorCode error, const std::string& detail) {
    std::vector<record::Fact> facts;
    setFault(facts, subject, error, detail);
    commit(facts, clock_.now());
}

void Dispatcher::faultCleared(const std::string& subject) {
    std::vector<record::Fact> facts;
    clearFault(facts, subject);
    commit(facts, clock_.now());
}

void Dispatcher::showMoved(const std::string& pageUrl, std::uint64_t epoch) {
    commit({record::OwnFact{record::ShowMoved{pageUrl, epoch}}}, clock_.now());
}

void Dispatcher::setFault(std::vector<record::Fact>& facts, const std::string& subject, ErrorCode error,
                          const std::string& detail) const {
    const auto open = state_.faults.find(subject);
    if (open == state_.faults.end() || open->second.error != error)
        facts.emplace_back(record::OwnFact{record::FaultRaised{subject, error, detail}});
}

void Dispatcher::clearFault(std::vector<record::Fact>& facts, const std::string& subject) const {
    if (state_.faults.contains(subject))
        facts.emplace_back(record::OwnFact{record::FaultCleared{subject}});
}

void Dispatcher::tick() {
    const Instant now = clock_.now();
    std::vector<PendingRequest> late;
    std::ranges::copy_if(state_.pending, std::back_inserter(late), [&](const PendingRequest& pending) {
        return pending.validUntilWallMs != 0 && now.wallMs >= pending.validUntilWallMs;
    });
    for (const PendingRequest& pending : late)
        lapse(pending, now);
    Patch patch;
    noteFreshness(patch, now);
    replan(now);
    tell(std::move(patch));
}

void Dispatcher::lapse(const PendingRequest& pending, Instant now) {
    commit({record::OwnFact{record::RequestLapsed{pending.id}}}, now);
    emit refused(Error{ErrorCode::RequestExpired, {}}, Ask{pending.request});
}

} // namespace vitrina::control
