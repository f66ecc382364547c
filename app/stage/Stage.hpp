// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "base/ErrorCode.hpp"
#include "base/Id.hpp"
#include "base/Result.hpp"
#include "stage/SetUp.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

/// Preview, program, card, mutes and what sources and outputs say of themselves. decide() and apply() are
/// pure.
namespace vitrina::stage {

enum class SourceHealth { None, Connecting, Live, Lost, Failed };

struct SourceStatus {
    SourceHealth health = SourceHealth::None;
    int width = 0;
    int height = 0;
    double fps = 0.0;
    Instant since; ///< when it came into this health
    ErrorCode error = ErrorCode::None;
    std::string detail;

    bool operator==(const SourceStatus&) const = default;
};

enum class OutputHealth { None, Starting, Active, Reconnecting, Failed, Stopped };

struct OutputStatus {
    OutputHealth health = OutputHealth::None;
    Instant since;
    ErrorCode error = ErrorCode::None;
    std::string detail;
    std::string path; ///< of a recording

    bool operator==(const OutputStatus&) const = default;
};

/// Which scene was asked for, by what, and how. The token comes back with the engine's confirmation.
struct ProgramRequest {
    std::string token; ///< the aired item's id for a take, else an id of its own
    SceneId scene;
    Transition transition;
    SceneId insteadOf{}; ///< the scene this one stands in for, as a camera of that was lost

    bool operator==(const ProgramRequest&) const = default;
};

/// A line with words of the host's choosing, say who speaks. They are kept while it is off.
struct LowerThird {
    bool on = false;
    std::string title;
    std::string subtitle;

    bool operator==(const LowerThird&) const = default;
};

/// Started by the host. Minutes are monotonic time, "until 19:00" is the wall's: a clock that is put right
/// moves only the second.
struct Countdown {
    std::string title; ///< "We start in"; may be empty
    Instant ends;
    bool byClock = false;
    AiredId aired; ///< it stands on the card of this aired item and nowhere else; empty: a picture of its own

    bool operator==(const Countdown&) const = default;
};

/// At its end it says 0:00 for so long, then it leaves the picture by itself.
inline constexpr std::int64_t countdownLingersMs = 3000;
inline constexpr std::int64_t longestCountdownMs = 24LL * 60 * 60 * 1000;
/// In characters (code points), of a lower third's lines and a countdown's title.
inline constexpr std::size_t longestOverlayText = 120;

struct Stage {
    SceneId preview;
    bool previewChosenByHost = false;
    ProgramRequest requested;
    /// Asked for since the last confirmation and replaced by `requested` before it came, oldest first: the
    /// engine may still confirm them, in this order.
    std::vector<ProgramRequest> overtaken;
    SceneId program;          ///< confirmed by the engine; empty before the first confirmation
    std::string programToken; ///< token of the confirmed request
    Transition transition{TransitionKind::Fade, 300}; ///< what "auto" uses
    bool cardOn = false;
    bool allMuted = false; ///< every source is silent; what the host had set stands beneath
    bool slateOn = false;  ///< the standby slate covers the picture and every source is silent
    LowerThird lowerThird;
    std::optional<Countdown> countdown; ///< the last one started; over or not: countdownSeconds()
    AiredId countedDown;                ///< the aired item that has had its countdown
    std::map<SourceId, bool> muted;
    std::set<SourceId> solo;     ///< heard on the headphones alone; the program is not touched
    std::set<SourceId> coughing; ///< silent for as long as a key is held; the host's own setting stays
    std::map<SourceId, double> volumeDb;
    std::map<SourceId, SourceStatus> sources;
    std::map<OutputId, OutputStatus> outputs;

    bool operator==(const Stage&) const = default;
};

// Commands
struct SetPreview {
    SceneId scene;
    bool operator==(const SetPreview&) const = default;
};
/// Preview to program with no transition; what was on program goes to preview.
struct Cut {
    std::string token;
    bool operator==(const Cut&) const = default;
};
/// Preview to program with the chosen transition.
struct Auto {
    std::string token;
    bool operator==(const Auto&) const = default;
};
/// For a take: this scene to program; `following` is shown in preview unless the host chose one.
struct ShowOnProgram {
    std::string token;
    SceneId scene;
    Transition transition;
    SceneId following;
    bool operator==(const ShowOnProgram&) const = default;
};
struct SetTransition {
    Transition transition;
    bool operator==(const SetTransition&) const = default;
};
struct SetCard {
    bool on = false;
    bool operator==(const SetCard&) const = default;
};
/// Panic: a slate over all of the picture and no sound from anywhere; off brings back what the host had set.
struct SetSlate {
    bool on = false;
    bool operator==(const SetSlate&) const = default;
};
struct SetMuted {
    SourceId source;
    bool muted = false;
    bool operator==(const SetMuted&) const = default;
};
/// Silence from everywhere, and off again what the host had set before. To unmute one source ends it for that
/// one; the others are then muted one by one.
struct SetAllMuted {
    bool muted = false;
    bool operator==(const SetAllMuted&) const = default;
};
struct SetVolume {
    SourceId source;
    double db = 0.0; ///< −96 … +6
    bool operator==(const SetVolume&) const = default;
};
struct SetSolo {
    SourceId source;
    bool on = false;
    bool operator==(const SetSolo&) const = default;
};
/// The cough key: on when it goes down, off when it comes up.
struct SetCough {
    SourceId source;
    bool on = false;
    bool operator==(const SetCough&) const = default;
};
/// On with new words, or off with those it had: what is empty here keeps what was. BadText: on without a
/// title, or a line that is too long.
struct SetLowerThird {
    bool on = false;
    std::string title;
    std::string subtitle;
    bool operator==(const SetLowerThird&) const = default;
};
/// For so long, or until a time of day; one takes the place of another. BadDuration, BadText; CountedBefore:
/// the card of one aired item counts down once.
struct StartCountdown {
    std::string title;
    std::int64_t durationMs = 0;
    std::int64_t untilWallMs = 0; ///< 0: by durationMs
    AiredId aired;
    bool operator==(const StartCountdown&) const = default;
};
struct StopCountdown {
    bool operator==(const StopCountdown&) const = default;
};
/// Back to the scene another one stands in for, on the host's word; StaleCommand when none does.
struct ReturnToScene {
    std::string token;
    bool operator==(const ReturnToScene&) const = default;
};
using Command =
    std::variant<SetPreview, Cut, Auto, ShowOnProgram, SetTransition, SetCard, SetMuted, SetVolume, SetSlate,
                 SetSolo, SetCough, SetLowerThird, StartCountdown, StopCountdown, SetAllMuted, ReturnToScene>;

// Facts
struct PreviewSet {
    SceneId scene;
    bool byHost = false;
    bool operator==(const PreviewSet&) const = default;
};
struct ProgramRequested {
    ProgramRequest request;
    bool operator==(const ProgramRequested&) const = default;
};
struct ProgramConfirmed {
    std::string token;
    SceneId scene;
    std::int64_t mediaMs = -1;
    bool operator==(const ProgramConfirmed&) const = default;
};
struct TransitionSet {
    Transition transition;
    bool operator==(const TransitionSet&) const = default;
};
struct CardSet {
    bool on = false;
    bool operator==(const CardSet&) const = default;
};
struct SlateSet {
    bool on = false;
    bool operator==(const SlateSet&) const = default;
};
struct LowerThirdSet {
    LowerThird lowerThird;
    bool operator==(const LowerThirdSet&) const = default;
};
/// Counted from the record's own time, so that a studio that resumes goes on where it was.
struct CountdownStarted {
    std::string title;
    std::int64_t durationMs = 0;
    std::int64_t untilWallMs = 0; ///< 0: by durationMs
    AiredId aired;
    bool operator==(const CountdownStarted&) const = default;
};
struct CountdownStopped {
    bool operator==(const CountdownStopped&) const = default;
};
struct MutedSet {
    SourceId source;
    bool muted = false;
    bool operator==(const MutedSet&) const = default;
};
struct AllMutedSet {
    bool muted = false;
    bool operator==(const AllMutedSet&) const = default;
};
struct VolumeSet {
    SourceId source;
    double db = 0.0;
    bool operator==(const VolumeSet&) const = default;
};
struct SoloSet {
    SourceId source;
    bool on = false;
    bool operator==(const SoloSet&) const = default;
};
struct CoughSet {
    SourceId source;
    bool on = false;
    bool operator==(const CoughSet&) const = default;
};
/// `status.since` is set by apply().
struct SourceStatusChanged {
    SourceId source;
    SourceStatus status;
    bool operator==(const SourceStatusChanged&) const = default;
};
struct OutputStatusChanged {
    OutputId output;
    OutputStatus status;
    bool operator==(const OutputStatusChanged&) const = default;
};
using Fact = std::variant<PreviewSet, ProgramRequested, ProgramConfirmed, TransitionSet, CardSet, MutedSet,
                          VolumeSet, SourceStatusChanged, OutputStatusChanged, SlateSet, SoloSet, CoughSet,
                          LowerThirdSet, CountdownStarted, CountdownStopped, AllMutedSet>;

/// The engine still owes the confirmation of this request: the latest one, or an overtaken one that comes in
/// order.
bool awaits(const Stage& stage, const std::string& token);
/// What is in force: the host's setting, else the set-up's; under the slate, and when all are muted, silence.
bool mutedOf(const Stage& stage, const Source& source);
double volumeOf(const Stage& stage, const Source& source);
/// How much later than it comes a source's sound is to be heard: its own offset, and for a microphone that
/// follows the program the delay of the slowest camera in the scene on program (lip sync).
int delayOf(const SetUp& setUp, const Stage& stage, const Source& source);
/// Below zero when its time is over.
std::int64_t remainingMs(const Countdown& countdown, Instant now);
/// What a countdown says: whole seconds, 0 only at its end. Nothing when there is none, or it has said 0:00
/// for long enough.
std::optional<std::int64_t> countdownSeconds(const Stage& stage, Instant now);

/// What follows when a source is lost: the fallback scene with a cut, when there is one, the scene asked for
/// last shows the source, and the fallback doesn't.
std::optional<ProgramRequested> standIn(const SetUp& setUp, const Stage& stage, const SourceId& lost,
                                        const std::string& token);

Result<std::vector<Fact>> decide(const SetUp& setUp, const Stage& stage, const Command& command);
/// A ProgramConfirmed nobody awaits changes nothing.
Stage apply(Stage stage, const Fact& fact, Instant at);

} // namespace vitrina::stage
