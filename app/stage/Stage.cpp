// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Stage.hpp"

#include "base/Overloaded.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vitrina::stage {
namespace {

using Facts = Result<std::vector<Fact>>;

constexpr double quietestDb = -96.0;
constexpr double loudestDb = 6.0;
constexpr int longestTransitionMs = 10'000;

/// Asks the engine for a scene. A token that is still open would make two confirmations look alike.
Result<ProgramRequest> request(const SetUp& setUp, const Stage& stage, const std::string& token,
                               const SceneId& scene, Transition transition) {
    if (!findScene(setUp, scene))
        return fail(ErrorCode::UnknownScene, scene.value);
    const bool used =
        token == stage.requested.token || token == stage.programToken ||
        std::ranges::find(stage.overtaken, token, &ProgramRequest::token) != stage.overtaken.end();
    if (token.empty() || used)
        return fail(ErrorCode::BadRequest, "a program request needs a token of its own");
    if (transition.kind != TransitionKind::Fade)
        transition = Transition{TransitionKind::Cut, 0};
    return ProgramRequest{token, scene, transition};
}

/// Preview to program; what was asked for last goes to preview, even when its picture has not come yet.
Facts swap(const SetUp& setUp, const Stage& stage, const std::string& token, const Transition& transition) {
    if (stage.preview == stage.requested.scene && !stage.preview.empty())
        return std::vector<Fact>{};
    Result<ProgramRequest> wanted = request(setUp, stage, token, stage.preview, transition);
    if (!wanted)
        return wanted.error();
    std::vector<Fact> facts{ProgramRequested{*wanted}};
    if (!stage.requested.scene.empty())
        facts.push_back(PreviewSet{stage.requested.scene, false});
    return facts;
}

Facts showOnProgram(const SetUp& setUp, const Stage& stage, const ShowOnProgram& command) {
    Result<ProgramRequest> wanted = request(setUp, stage, command.token, command.scene, command.transition);
    if (!wanted)
        return wanted.error();
    if (!command.following.empty() && !findScene(setUp, command.following))
        return fail(ErrorCode::UnknownScene, command.following.value);
    std::vector<Fact> facts{ProgramRequested{*wanted}};
    const bool keep = stage.previewChosenByHost || command.following.empty();
    const PreviewSet preview{keep ? stage.preview : command.following, false};
    if (preview.scene != stage.preview || stage.previewChosenByHost)
        facts.push_back(preview); // A choice holds for one take.
    return facts;
}

Facts returnToScene(const SetUp& setUp, const Stage& stage, const ReturnToScene& command) {
    if (stage.requested.insteadOf.empty())
        return fail(ErrorCode::StaleCommand, "no scene stands in for another");
    Result<ProgramRequest> wanted =
        request(setUp, stage, command.token, stage.requested.insteadOf, stage.transition);
    if (!wanted)
        return wanted.error();
    return std::vector<Fact>{ProgramRequested{*wanted}};
}

Facts setVolume(const SetUp& setUp, const Stage& stage, const SetVolume& command) {
    const Source* source = findSource(setUp, command.source);
    if (!source)
        return fail(ErrorCode::UnknownSource, command.source.value);
    if (!std::isfinite(command.db))
        return fail(ErrorCode::BadRequest, "volume is not a number");
    const double db = std::clamp(command.db, quietestDb, loudestDb);
    if (db == volumeOf(stage, *source))
        return std::vector<Fact>{};
    return std::vector<Fact>{VolumeSet{command.source, db}};
}

/// The host's own setting, which the slate covers but does not touch.
bool mutedByHost(const Stage& stage, const Source& source) {
    const auto found = stage.muted.find(source.id);
    return found == stage.muted.end() ? source.muted : found->second;
}

Facts setMuted(const SetUp& setUp, const Stage& stage, const SetMuted& command) {
    const Source* source = findSource(setUp, command.source);
    if (!source)
        return fail(ErrorCode::UnknownSource, command.source.value);
    std::vector<Fact> facts;
    if (stage.allMuted && !command.muted) {
        // One speaks again, nobody else does.
        facts.push_back(AllMutedSet{false});
        for (const Source& other : setUp.sources)
            if (other.id != source->id && !mutedByHost(stage, other))
                facts.push_back(MutedSet{other.id, true});
    }
    if (command.muted != mutedByHost(stage, *source))
        facts.push_back(MutedSet{command.source, command.muted});
    return facts;
}

Facts setTransition(const Stage& stage, Transition wanted) {
    if (wanted.kind == TransitionKind::None)
        return fail(ErrorCode::BadRequest, "no such transition");
    wanted.durationMs = std::clamp(wanted.durationMs, 0, longestTransitionMs);
    if (wanted == stage.transition)
        return std::vector<Fact>{};
    return std::vector<Fact>{TransitionSet{wanted}};
}

std::size_t length(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
}

Facts setLowerThird(const Stage& stage, const SetLowerThird& command) {
    LowerThird wanted = stage.lowerThird;
    wanted.on = command.on;
    if (!command.title.empty()) {
        wanted.title = command.title;
        wanted.subtitle = command.subtitle;
    }
    if (wanted.on && wanted.title.empty())
        return fail(ErrorCode::BadText, "title");
    if (length(wanted.title) > longestOverlayText || length(wanted.subtitle) > longestOverlayText)
        return fail(ErrorCode::BadText, "too long");
    if (wanted == stage.lowerThird)
        return std::vector<Fact>{};
    return std::vector<Fact>{LowerThirdSet{std::move(wanted)}};
}

Facts startCountdown(const Stage& stage, const StartCountdown& command) {
    if (length(command.title) > longestOverlayText)
        return fail(ErrorCode::BadText, "too long");
    const bool byClock = command.untilWallMs != 0;
    if (!byClock && (command.durationMs <= 0 || command.durationMs > longestCountdownMs))
        return fail(ErrorCode::BadDuration);
    if (!command.aired.empty() && command.aired == stage.countedDown)
        return fail(ErrorCode::CountedBefore);
    return std::vector<Fact>{CountdownStarted{command.title, byClock ? 0 : command.durationMs,
                                              command.untilWallMs, command.aired}};
}

void startedCountdown(Stage& stage, const CountdownStarted& started, Instant at) {
    const bool byClock = started.untilWallMs != 0;
    const std::int64_t lasts = byClock ? started.untilWallMs - at.wallMs : started.durationMs;
    stage.countdown =
        Countdown{started.title, {at.wallMs + lasts, at.monoMs + lasts}, byClock, started.aired};
    if (!started.aired.empty())
        stage.countedDown = started.aired;
}

void confirmProgram(Stage& stage, const ProgramConfirmed& confirmed) {
    if (!awaits(stage, confirmed.token))
        return;
    stage.program = confirmed.scene;
    stage.programToken = confirmed.token;
    const auto open = std::ranges::find(stage.overtaken, confirmed.token, &ProgramRequest::token);
    // Confirmations come in the order asked: what is older than this one will not be heard of again.
    stage.overtaken.erase(stage.overtaken.begin(), open == stage.overtaken.end() ? open : std::next(open));
}

void put(std::set<SourceId>& sources, const SourceId& source, bool in) {
    if (in)
        sources.insert(source);
    else
        sources.erase(source);
}

/// `since` tells since when it is in this health: it stays while only size or detail change.
template <class Status>
void stamp(Status& held, Status status, Instant at) {
    status.since = status.health == held.health && held.since != Instant{} ? held.since : at;
    held = std::move(status);
}

} // namespace

bool awaits(const Stage& stage, const std::string& token) {
    if (token.empty())
        return false;
    if (token == stage.requested.token)
        return token != stage.programToken;
    return std::ranges::find(stage.overtaken, token, &ProgramRequest::token) != stage.overtaken.end();
}

bool mutedOf(const Stage& stage, const Source& source) {
    return stage.slateOn || stage.allMuted || stage.coughing.contains(source.id) ||
           mutedByHost(stage, source);
}

double volumeOf(const Stage& stage, const Source& source) {
    const auto found = stage.volumeDb.find(source.id);
    return found == stage.volumeDb.end() ? source.volumeDb : found->second;
}

int delayOf(const SetUp& setUp, const Stage& stage, const Source& source) {
    int followed = 0;
    const Scene* scene = source.followsProgram ? findScene(setUp, stage.requested.scene) : nullptr;
    for (const Source& other : scene ? setUp.sources : std::vector<Source>{}) {
        if (hasPicture(other.kind) && shows(*scene, other.id))
            followed = std::max(followed, other.delayMs);
    }
    return source.syncOffsetMs + followed;
}

std::int64_t remainingMs(const Countdown& countdown, Instant now) {
    return countdown.byClock ? countdown.ends.wallMs - now.wallMs : countdown.ends.monoMs - now.monoMs;
}

std::optional<std::int64_t> countdownSeconds(const Stage& stage, Instant now) {
    if (!stage.countdown)
        return std::nullopt;
    const std::int64_t left = remainingMs(*stage.countdown, now);
    if (left <= -countdownLingersMs)
        return std::nullopt;
    return left <= 0 ? 0 : (left + 999) / 1000;
}

std::optional<ProgramRequested> standIn(const SetUp& setUp, const Stage& stage, const SourceId& lost,
                                        const std::string& token) {
    const Scene* shown = findScene(setUp, stage.requested.scene);
    const Scene* other = findScene(setUp, setUp.lostFallback);
    if (!shown || !other || shown == other || !shows(*shown, lost) || shows(*other, lost))
        return std::nullopt;
    // A picture that has stopped is nothing to fade from.
    Result<ProgramRequest> wanted =
        request(setUp, stage, token, other->id, Transition{TransitionKind::Cut, 0});
    if (!wanted)
        return std::nullopt;
    wanted->insteadOf = shown->id;
    return ProgramRequested{*wanted};
}

Result<std::vector<Fact>> decide(const SetUp& setUp, const Stage& stage, const Command& command) {
    return std::visit(
        Overloaded{
            [&](const SetPreview& set) -> Facts {
                if (!findScene(setUp, set.scene))
                    return fail(ErrorCode::UnknownScene, set.scene.value);
                if (set.scene == stage.preview && stage.previewChosenByHost)
                    return std::vector<Fact>{};
                return std::vector<Fact>{PreviewSet{set.scene, true}};
            },
            [&](const Cut& cut) {
                return swap(setUp, stage, cut.token, {TransitionKind::Cut, 0});
            },
            [&](const Auto& automatic) { return swap(setUp, stage, automatic.token, stage.transition); },
            [&](const ShowOnProgram& take) { return showOnProgram(setUp, stage, take); },
            [&](const SetTransition& set) { return setTransition(stage, set.transition); },
            [&](const SetCard& set) -> Facts {
                if (set.on == stage.cardOn)
                    return std::vector<Fact>{};
                return std::vector<Fact>{CardSet{set.on}};
            },
            [&](const SetSlate& set) -> Facts {
                if (set.on == stage.slateOn)
                    return std::vector<Fact>{};
                return std::vector<Fact>{SlateSet{set.on}};
            },
            [&](const SetAllMuted& set) -> Facts {
                if (set.muted == stage.allMuted)
                    return std::vector<Fact>{};
                return std::vector<Fact>{AllMutedSet{set.muted}};
            },
            [&](const SetMuted& set) { return setMuted(setUp, stage, set); },
            [&](const ReturnToScene& back) { return returnToScene(setUp, stage, back); },
            [&](const SetVolume& set) { return setVolume(setUp, stage, set); },
            [&](const SetSolo& set) -> Facts {
                if (!findSource(setUp, set.source))
                    return fail(ErrorCode::UnknownSource, set.source.value);
                if (set.on == stage.solo.contains(set.source))
                    return std::vector<Fact>{};
                return std::vector<Fact>{SoloSet{set.source, set.on}};
            },
            [&](const SetCough& set) -> Facts {
                if (!findSource(setUp, set.source))
                    return fail(ErrorCode::UnknownSource, set.source.value);
                if (set.on == stage.coughing.contains(set.source))
                    return std::vector<Fact>{};
                return std::vector<Fact>{CoughSet{set.source, set.on}};
            },
            [&](const SetLowerThird& set) { return setLowerThird(stage, set); },
            [&](const StartCountdown& start) { return startCountdown(stage, start); },
            [&](const StopCountdown&) -> Facts {
                if (!stage.countdown)
                    return std::vector<Fact>{};
                return std::vector<Fact>{CountdownStopped{}};
            },
        },
        command);
}

Stage apply(Stage stage, const Fact& fact, Instant at) {
    std::visit(Overloaded{
                   [&](const PreviewSet& set) {
                       stage.preview = set.scene;
                       stage.previewChosenByHost = set.byHost;
                   },
                   [&](const ProgramRequested& asked) {
                       if (awaits(stage, stage.requested.token))
                           stage.overtaken.push_back(stage.requested);
                       stage.requested = asked.request;
                   },
                   [&](const ProgramConfirmed& confirmed) { confirmProgram(stage, confirmed); },
                   [&](const TransitionSet& set) { stage.transition = set.transition; },
                   [&](const CardSet& set) { stage.cardOn = set.on; },
                   [&](const SlateSet& set) { stage.slateOn = set.on; },
                   [&](const LowerThirdSet& set) { stage.lowerThird = set.lowerThird; },
                   [&](const CountdownStarted& started) { startedCountdown(stage, started, at); },
                   [&](const CountdownStopped&) { stage.countdown.reset(); },
                   [&](const AllMutedSet& set) { stage.allMuted = set.muted; },
                   [&](const MutedSet& set) { stage.muted[set.source] = set.muted; },
                   [&](const SoloSet& set) { put(stage.solo, set.source, set.on); },
                   [&](const CoughSet& set) { put(stage.coughing, set.source, set.on); },
                   [&](const VolumeSet& set) { stage.volumeDb[set.source] = set.db; },
                   [&](const SourceStatusChanged& changed) {
                       stamp(stage.sources[changed.source], changed.status, at);
                   },
                   [&](const OutputStatusChanged& changed) {
                       stamp(stage.outputs[changed.output], changed.status, at);
                   },
               },
               fact);
    return stage;
}

} // namespace vitrina::stage
