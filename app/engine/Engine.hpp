// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"
#include "engine/WebFragment.hpp"
#include "stage/Stage.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

/// The port to whatever mixes pictures and sound. Two implementations: libobs (engine/obs) and FakeEngine for
/// tests.
namespace vitrina::engine {

struct EngineConfig {
    stage::Canvas canvas;
    std::vector<stage::Source> sources;
    std::vector<stage::Scene> scenes;
    int videoKbps = 1500;
    int audioKbps = 128;
};

/// Straight-alpha-premultiplied RGBA, rows top down, width*height*4 bytes.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

// Commands. Posted from any thread, carried out in order on the executor thread; never block the caller.
struct ShowScene {
    std::string token; ///< comes back in SceneOnProgram
    SceneId scene;
    stage::Transition transition;
};
struct SetPreviewScene {
    SceneId scene;
};
/// A layer above every scene (card, label): `picture` null hides it. `area` in parts of the canvas.
struct SetOverlay {
    std::string layer;
    int z = 0;
    stage::Area area;
    std::shared_ptr<const Picture> picture;
};
/// A new source, or another value for one that is there. A source whose kind and address stay goes on
/// playing. Muting and volume of one that is there are left to SetSourceMuted and SetSourceVolume.
struct PutSource {
    stage::Source source;
};
/// It leaves all scenes.
struct DropSource {
    SourceId source;
};
/// A new scene, or another value for one that is there, seen at once where it is shown.
struct PutScene {
    stage::Scene scene;
};
struct DropScene {
    SceneId scene;
};
struct SetSourceMuted {
    SourceId source;
    bool muted = false;
};
struct SetSourceVolume {
    SourceId source;
    double db = 0.0;
};
/// Later (above zero) or earlier than it comes.
struct SetSourceDelay {
    SourceId source;
    int ms = 0;
};
/// Those in the list are heard on the headphones; the program is not touched. Nothing happens without a sound
/// server.
struct SetSolo {
    std::vector<SourceId> sources;
    std::string device; ///< empty: the default one
};
struct SetLimiter {
    bool on = true;
    double db = -1.0;
};
/// The picture of a source of kind Slide.
struct SetSlidePicture {
    SourceId source;
    std::shared_ptr<const Picture> picture;
};
/// From now on a sharp sound of a source that follows silence is told by ClapHeard. Off by itself after 60 s.
struct ListenForClaps {
    bool on = false;
};
struct StartWebVideo {
    OutputId output;
};
struct StartRecording {
    OutputId output;
    std::string folder; ///< made when it is missing
    /// Of the file, without ending; "-2" and so on is added rather than write over an older one. The path
    /// comes with OutputChanged. The file is an .mkv: playable up to the last second after a crash.
    std::string name;
};
struct StartRtmp {
    OutputId output;
    std::string url; ///< rtmp://host:port/app
    std::string key; ///< secret: never logged
};
struct StopOutput {
    OutputId output;
};
using EngineCommand =
    std::variant<ShowScene, SetPreviewScene, SetOverlay, SetSourceMuted, SetSourceVolume, StartWebVideo,
                 StartRecording, StartRtmp, StopOutput, PutSource, DropSource, PutScene, DropScene,
                 SetSourceDelay, SetSolo, SetLimiter, SetSlidePicture, ListenForClaps>;

// Events: delivered on threads of the engine; the sink copies them to a queue and returns.
struct EngineStarted {
    std::string renderer;
    std::int64_t startMs = 0; ///< how long the start took
};
/// The scene asked for under `token` has been rendered to program: for a cut its first frame, for a fade the
/// first frame that contains it.
struct SceneOnProgram {
    std::string token;
    SceneId scene;
    std::int64_t mediaMs = -1;         ///< web video's media time of that frame; -1 while web video is off
    std::int64_t requestToFrameUs = 0; ///< from post() to that frame rendered
};
struct SourceChanged {
    SourceId source;
    stage::SourceStatus status; ///< `since` not set
};
struct OutputChanged {
    OutputId output;
    stage::OutputStatus status; ///< `since` not set
};
struct Meter {
    SourceId source; ///< empty: the program mix
    float peakDb[2] = {-96.0F, -96.0F};
    float levelDb[2] = {-96.0F, -96.0F};
};
/// At most 30 a second, all sources at once.
struct MetersMeasured {
    std::vector<Meter> meters;
};
/// Which windows are drawn less often so that the program's frames come in time; each includes those before
/// it.
enum class Easing { None, Multiview, Preview, Program };
/// Once a second. `lagged`: rendered too late, `skipped`: the encoder was too slow, `dropped`: not sent by an
/// output.
struct StatsMeasured {
    std::uint64_t framesTotal = 0;
    std::uint64_t framesLagged = 0;
    std::uint64_t framesSkipped = 0;
    std::uint64_t framesDropped = 0;
    double fps = 0.0;
    double renderMs = 0.0;
    Easing easing = Easing::None;
};
struct ClapHeard {
    SourceId source;
    std::int64_t atUs = 0; ///< monotonic time at which the mixer has its first sample, offsets left out
};
using EngineEvent = std::variant<EngineStarted, SceneOnProgram, SourceChanged, OutputChanged, MetersMeasured,
                                 StatsMeasured, ClapHeard>;
using EventSink = std::function<void(EngineEvent)>;

enum class SurfaceContent { None, Program, Preview, Source, Scene, Layout };

/// A rectangle above the pictures of a Layout surface, in parts of its canvas.
struct SurfaceMark {
    stage::Area area;
    std::uint32_t colour = 0; ///< AARRGGBB
    double thickness = 0.0;   ///< of its outline, inwards, in device pixels; 0: filled
};
/// What a surface of SurfaceContent::Layout shows: sources on a canvas, as a scene would have them, and marks
/// above them. Nobody else sees it: this is how a scene is edited.
struct SurfaceLayout {
    stage::Area canvas; ///< in parts of the window
    std::vector<stage::SceneItem> items;
    std::vector<SurfaceMark> marks; ///< lowest first
};

/// A native child window the engine draws into. Created, resized and destroyed on the GUI thread, before the
/// window.
class Surface {
  public:
    virtual ~Surface() = default;
    virtual void resize(int devicePixelWidth, int devicePixelHeight) = 0;
    virtual void setEnabled(bool enabled) = 0; ///< off while hidden: it costs nothing then
    /// For SurfaceContent::Layout only; from the next frame on. GUI thread.
    virtual void setLayout(SurfaceLayout layout) = 0;
};

struct SurfaceRequest {
    std::uint64_t nativeWindow = 0; ///< X11 window id
    int width = 0;                  ///< device pixels
    int height = 0;
    SurfaceContent content = SurfaceContent::None;
    SourceId source;                       ///< for SurfaceContent::Source
    std::uint32_t background = 0xFF000000; ///< AARRGGBB beside the picture
    bool mirrored = false;                 ///< left and right changed, as people know themselves
    SceneId scene{};                       ///< for SurfaceContent::Scene
};

class Engine {
  public:
    virtual ~Engine() = default;
    /// Blocks until the engine runs (hundreds of ms) or fails. Sinks are set once and called until shutdown()
    /// is back.
    virtual Result<void> start(const EngineConfig& config, EventSink events, FragmentSink video) = 0;
    virtual void post(EngineCommand command) = 0;
    /// GUI thread. Null when the engine can't draw into windows (no display); the caller shows a note
    /// instead.
    virtual std::unique_ptr<Surface> createSurface(const SurfaceRequest& request) = 0;
    /// Stops outputs in order, closes their files, frees everything. Blocks. Returns the number of
    /// allocations the engine still holds: 0, or a leak. Surfaces must be gone before.
    virtual long shutdown() = 0;
};

} // namespace vitrina::engine
