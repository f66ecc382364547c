// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/Library.hpp"

#include "base/Log.hpp"
#include "engine/obs/AudioBus.hpp"
#include "engine/obs/Encoders.hpp"
#include "engine/obs/OverlaySource.hpp"
#include "engine/obs/SceneSource.hpp"
#include "engine/obs/SlideSource.hpp"

#include <obs-nix-platform.h>
#include <obs.h>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

namespace vitrina::engine::obs {
namespace {

/// Where Debian puts modules, by machine; the first that is there.
constexpr std::array<const char*, 3> moduleFolders{"/usr/lib/x86_64-linux-gnu/obs-plugins/",
                                                   "/usr/lib/aarch64-linux-gnu/obs-plugins/",
                                                   "/usr/lib/obs-plugins/"};
constexpr const char* moduleData = "/usr/share/obs/obs-plugins/";
/// Only these: each costs start time, some link Qt 5 and one fetches lists from the internet (libobs.md §1).
constexpr std::array<const char*, 4> modules{"obs-ffmpeg", "obs-x264", "obs-outputs", "obs-transitions"};
/// Of sound devices; a machine may lack it. Pulse speaks to PipeWire too. Not linux-alsa: it leaves the
/// thread that tries to open a missing device behind when its source goes, and that thread ends the process.
constexpr std::array<const char*, 1> moreModules{"linux-pulseaudio"};

Result<void> startVideo(const stage::Canvas& canvas) {
    obs_video_info info{};
    info.graphics_module = "libobs-opengl";
    info.fps_num = std::uint32_t(canvas.fps);
    info.fps_den = 1;
    info.base_width = info.output_width = std::uint32_t(canvas.width);
    info.base_height = info.output_height = std::uint32_t(canvas.height);
    info.output_format = VIDEO_FORMAT_NV12;
    info.gpu_conversion = true;
    info.colorspace = VIDEO_CS_709;
    info.range = VIDEO_RANGE_PARTIAL;
    info.scale_type = OBS_SCALE_BILINEAR;
    if (const int code = obs_reset_video(&info); code != OBS_VIDEO_SUCCESS)
        return fail(ErrorCode::EngineUnavailable, "libobs can't set up its picture, code " +
                                                      std::to_string(code) +
                                                      " (is there an OpenGL driver with EGL?)");
    return {};
}

Result<void> startAudio() {
    obs_audio_info2 info{};
    info.samples_per_sec = 48000;
    info.speakers = SPEAKERS_STEREO;
    // Fixed: with dynamic buffering one late camera delays all sound for the rest of the show (web-video.md
    // §2).
    info.fixed_buffering = true;
    info.max_buffering_ms = 21;
    if (!obs_reset_audio2(&info))
        return fail(ErrorCode::EngineUnavailable, "libobs can't set up its sound");
    return {};
}

bool loadModule(const std::string& folder, const std::string& name) {
    obs_module_t* module = nullptr;
    return obs_open_module(&module, (folder + name + ".so").c_str(), (moduleData + name).c_str()) ==
               MODULE_SUCCESS &&
           obs_init_module(module);
}

Result<void> loadModules() {
    const auto* folder = std::find_if(moduleFolders.begin(), moduleFolders.end(),
                                      [](const char* one) { return access(one, X_OK) == 0; });
    if (folder == moduleFolders.end())
        return fail(ErrorCode::EngineUnavailable, "libobs has no modules here: is obs-studio installed?");
    for (const char* name : modules) {
        if (!loadModule(*folder, name))
            return fail(ErrorCode::EngineUnavailable,
                        "libobs module is missing or doesn't start: " + std::string(*folder) + name + ".so");
    }
    for (const char* name : moreModules) {
        if (!loadModule(*folder, name))
            logWarning("engine", std::string("no sound devices of this kind: ") + name);
    }
    obs_post_load_modules();
    return {};
}

bool isCanvas(const stage::Canvas& canvas) {
    const bool size =
        canvas.width >= 64 && canvas.height >= 64 && canvas.width <= 7680 && canvas.height <= 7680;
    // libobs would round it down without a word, and layouts would be off by a pixel.
    return size && canvas.width % 4 == 0 && canvas.height % 2 == 0 && canvas.fps >= 1 && canvas.fps <= 120;
}

} // namespace

Result<void> Library::start(const stage::Canvas& canvas, void* nativeDisplay) {
    if (!isCanvas(canvas))
        return fail(ErrorCode::EngineUnavailable,
                    "no such canvas: " + std::to_string(canvas.width) + "x" + std::to_string(canvas.height) +
                        "@" + std::to_string(canvas.fps) + " (width a multiple of 4, height even)");
    if (obs_initialized())
        return fail(ErrorCode::EngineUnavailable, "an engine is already running in this process");
    if (const char* display = std::getenv("DISPLAY"); !display || !*display)
        return fail(ErrorCode::EngineUnavailable, "DISPLAY is not set: the engine needs an X server to draw");
    obs_set_nix_platform(OBS_NIX_PLATFORM_X11_EGL);
    obs_set_nix_platform_display(nativeDisplay);
    if (!obs_startup("en-US", nullptr, nullptr))
        return fail(ErrorCode::EngineUnavailable,
                    std::string("libobs can't open the display ") + std::getenv("DISPLAY"));
    auto done = startVideo(canvas);
    if (done)
        done = startAudio();
    if (done)
        done = loadModules();
    if (!done) {
        obs_shutdown();
        return done;
    }
    registerSceneSource();
    registerSlideSource();
    registerOverlaySource();
    registerAudioBus();
    registerKeyService();
    return {};
}

long Library::stop() {
    obs_wait_for_destroy_queue();
    obs_shutdown();
    return allocations();
}

long Library::allocations() {
    return bnum_allocs();
}

} // namespace vitrina::engine::obs
