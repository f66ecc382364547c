// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench camera: how old a camera's picture is when it is mixed, by RTMP and by SRT. Our source and libobs'
// ffmpeg_source stand side by side on one canvas and get the very same packets from one sender, so whatever
// else the machine does strikes both.
#include "engine/obs/Handles.hpp"
#include "engine/obs/Library.hpp"
#include "engine/obs/camera/CameraSource.hpp"
#include "engine/obs/camera/ClockMark.hpp"
#include "support/ChildProcess.hpp"
#include "support/PrivateDisplay.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include <unistd.h>

using namespace vitrina;
using namespace vitrina::engine::obs;
using namespace std::chrono_literals;

namespace {

constexpr int half = 480; ///< width of each picture on the canvas
constexpr int height = 270;
constexpr int rounds = 3;
constexpr auto warmUp = 5s;
constexpr auto measured = 10s;

/// Reads both clocks in each mixed frame, on libobs' video thread: at the moment at which an encoder gets it.
class Watch {
  public:
    Watch() { obs_add_raw_video_callback(nullptr, onFrame, this); }
    ~Watch() { obs_remove_raw_video_callback(onFrame, this); }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    void forget() {
        const std::lock_guard lock(mutex_);
        ages_[0].clear();
        ages_[1].clear();
    }
    /// Until both have been read in so many frames, or false.
    bool bothShown(std::size_t frames, std::chrono::seconds within) {
        std::unique_lock lock(mutex_);
        return more_.wait_for(lock, within,
                              [&] { return ages_[0].size() >= frames && ages_[1].size() >= frames; });
    }
    double median(int which) {
        const std::lock_guard lock(mutex_);
        std::vector<double> sorted = ages_[which];
        std::sort(sorted.begin(), sorted.end());
        return sorted.empty() ? -1 : sorted[sorted.size() / 2];
    }

  private:
    static void onFrame(void* self, video_data* frame) {
        auto& watch = *static_cast<Watch*>(self);
        const auto wall = std::chrono::duration_cast<std::chrono::milliseconds>(
                              std::chrono::system_clock::now().time_since_epoch())
                              .count();
        const ConstPixels luma{frame->data[0], 2 * half, height, static_cast<int>(frame->linesize[0]), 1};
        const std::lock_guard lock(watch.mutex_);
        for (int which : {0, 1}) {
            const PictureRect picture{static_cast<double>(which * half), 0, half, height};
            if (const auto value = ClockMark::read(luma, picture))
                watch.ages_[which].push_back(static_cast<double>(wall - ClockMark::resolve(*value, wall)));
        }
        watch.more_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable more_;
    std::vector<double> ages_[2];
};

SourceHandle ours(stage::SourceKind kind, const std::string& address) {
    const DataHandle settings = newData();
    obs_data_set_string(settings.get(), setting::sourceId, "ours");
    obs_data_set_int(settings.get(), setting::kind, static_cast<int>(kind));
    obs_data_set_string(settings.get(), setting::address, address.c_str());
    obs_data_set_int(settings.get(), setting::width, half);
    obs_data_set_int(settings.get(), setting::height, height);
    obs_data_set_int(settings.get(), setting::fps, 30);
    return SourceHandle(obs_source_create_private(cameraSourceType, "ours", settings.get()));
}

/// With everything that shortens its delay.
SourceHandle theirs(stage::SourceKind kind, const std::string& address) {
    const bool rtmp = kind == stage::SourceKind::Rtmp;
    const DataHandle settings = newData();
    obs_data_set_bool(settings.get(), "is_local_file", false);
    obs_data_set_string(settings.get(), "input", address.c_str());
    obs_data_set_string(settings.get(), "input_format", rtmp ? "flv" : "mpegts");
    obs_data_set_string(settings.get(), "ffmpeg_options",
                        rtmp ? "listen=1 fflags=nobuffer probesize=32768 analyzeduration=100000"
                             : "fflags=nobuffer probesize=32768 analyzeduration=100000");
    obs_data_set_int(settings.get(), "reconnect_delay_sec", 1);
    obs_data_set_int(settings.get(), "buffering_mb", 0);
    obs_data_set_bool(settings.get(), "restart_on_activate", false);
    obs_data_set_bool(settings.get(), "close_when_inactive", false);
    SourceHandle source(obs_source_create_private("ffmpeg_source", "theirs", settings.get()));
    if (source)
        obs_source_set_async_unbuffered(source.get(), true);
    return source;
}

void place(obs_scene_t* scene, obs_source_t* source, int x) {
    obs_sceneitem_t* item = obs_scene_add(scene, source);
    vec2 position{};
    vec2 bounds{};
    vec2_set(&position, static_cast<float>(x), 0);
    vec2_set(&bounds, half, height);
    obs_sceneitem_set_pos(item, &position);
    obs_sceneitem_set_bounds_type(item, OBS_BOUNDS_STRETCH);
    obs_sceneitem_set_bounds(item, &bounds);
}

std::string footage() {
    std::vector<std::string> places{std::string(VITRINA_SOURCE_DIR) + "/../shared/media"};
    if (const char* set = std::getenv("VITRINA_MEDIA"))
        places.insert(places.begin(), set);
    for (const std::string& folder : places) {
        if (std::filesystem::exists(folder + "/host.mp4"))
            return folder + "/host.mp4";
    }
    return {}; // the sender then makes a pattern
}

struct Ages {
    double ours = -1;
    double theirs = -1;
};

Ages measure(stage::SourceKind kind) {
    const bool rtmp = kind == stage::SourceKind::Rtmp;
    std::string listen[2];
    std::string send[2];
    for (int i : {0, 1}) {
        const std::string place = "127.0.0.1:" + std::to_string(test::freePort());
        listen[i] =
            rtmp ? "rtmp://" + place + "/live/bench" : "srt://" + place + "?mode=listener&latency=30000";
        send[i] = rtmp ? listen[i] : "srt://" + place + "?mode=caller";
    }
    const SourceHandle mine = ours(kind, listen[0]);
    const SourceHandle peer = theirs(kind, listen[1]);
    obs_scene_t* scene = obs_scene_create_private("side by side");
    place(scene, mine.get(), 0);
    place(scene, peer.get(), half);
    obs_set_output_source(0, obs_scene_get_source(scene));
    Ages ages;
    {
        Watch watch;
        const char* bin = std::getenv("VITRINA_BIN_DIR");
        test::ChildProcess sender({std::string(bin ? bin : VITRINA_BINARY_DIR) + "/clocksender", "--url",
                                   send[0], "--url", send[1], "--size", "640x360", "--kbps", "1500",
                                   "--background", footage()},
                                  "");
        if (watch.bothShown(1, 40s)) {
            // Both settle, then what is measured begins.
            watch.forget();
            watch.bothShown(static_cast<std::size_t>(30 * warmUp.count()), warmUp * 4);
            watch.forget();
            if (watch.bothShown(static_cast<std::size_t>(20 * measured.count()), measured * 4))
                ages = {watch.median(0), watch.median(1)};
        }
    }
    obs_set_output_source(0, nullptr);
    obs_scene_release(scene);
    return ages;
}

bool measureAll(stage::SourceKind kind, const char* name) {
    std::vector<double> mine;
    std::vector<double> peer;
    for (int round = 0; round < rounds; ++round) {
        const Ages ages = measure(kind);
        std::printf("%s round %d: ours %.0f ms, ffmpeg_source %.0f ms\n", name, round + 1, ages.ours,
                    ages.theirs);
        std::fflush(stdout);
        if (ages.ours >= 0) {
            mine.push_back(ages.ours);
            peer.push_back(ages.theirs);
        }
    }
    if (mine.empty())
        return false;
    std::sort(mine.begin(), mine.end());
    std::sort(peer.begin(), peer.end());
    const double value = mine[mine.size() / 2];
    const double peerValue = peer[peer.size() / 2];
    std::printf("{\"name\":\"camera_%s\",\"value\":%.1f,\"unit\":\"ms\",\"peer\":\"libobs ffmpeg_source\","
                "\"peer_value\":%.1f,\"ratio\":%.3f}\n",
                name, value, peerValue, value / peerValue);
    return true;
}

} // namespace

int main() {
    const test::PrivateDisplay display;
    if (!display.works() || !Library::start({2 * half, height, 30}, nullptr)) {
        std::fprintf(stderr, "camera: Xvfb and libobs are needed\n");
        return 1;
    }
    registerCameraSource({});
    const bool rtmp = measureAll(stage::SourceKind::Rtmp, "rtmp");
    const bool srt = measureAll(stage::SourceKind::Srt, "srt");
    std::fflush(nullptr);
    Library::stop();
    _exit(rtmp && srt ? 0 : 1); // SRT's static destructors crash with both builds of it in one process
}
