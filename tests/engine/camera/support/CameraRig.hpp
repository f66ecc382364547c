// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ErrorCode.hpp"
#include "engine/obs/Handles.hpp"
#include "engine/obs/camera/CameraSource.hpp"
#include "support/PrivateDisplay.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace vitrina::test {

/// libobs with the camera sources on a display of its own, and ears and eyes on what the mixer makes: 640x360
/// at 30. One at a time in a process.
class CameraRig {
  public:
    CameraRig();
    ~CameraRig();
    CameraRig(const CameraRig&) = delete;
    CameraRig& operator=(const CameraRig&) = delete;

    bool works() const { return works_; }
    /// Allocations libobs still holds after stop; the destructor stops too.
    long stop();

    engine::obs::SourceHandle camera(const std::string& id, stage::SourceKind kind,
                                     const std::string& address);
    /// Alone on program.
    void show(const engine::obs::SourceHandle& camera);

    stage::SourceStatus status(const std::string& id);
    /// Whether the camera came into this health within so many seconds from now (it may be in it already).
    bool comesTo(const std::string& id, stage::SourceHealth health, int seconds);
    bool reports(const std::string& id, ErrorCode error, int seconds);

    /// A mixed frame with a clock mark: how old the mark was when the frame was rendered.
    struct Seen {
        std::int64_t wallMs = 0;
        std::int64_t ageMs = 0;
        std::int64_t renderedNs = 0;
    };
    /// Forgets what was seen and heard.
    void startWatching();
    std::vector<Seen> seen();
    std::uint64_t differentFrames();
    struct Colour {
        int red = 0;
        int green = 0;
        int blue = 0;
        bool near(int r, int g, int b) const;
    };
    /// Of the mixed picture as it is now.
    Colour pixel(int x, int y);
    /// Beeps heard, as the clock mark's line has it: distance (ms) of each from the nearest half second.
    std::vector<double> beepErrors();
    std::size_t beeps();

  private:
    static void onVideo(void* self, video_data* frame);
    static void onAudio(void* self, std::size_t mix, audio_data* data);
    void onReport(const std::string& id, const stage::SourceStatus& status);

    PrivateDisplay display_;
    bool works_ = false;
    std::mutex mutex_;
    std::map<std::string, stage::SourceStatus> statuses_;
    std::vector<Seen> seen_;
    std::uint64_t lastHash_ = 0;
    std::uint64_t different_ = 0;
    std::vector<std::int64_t> beepsNs_; ///< os time of each onset
    int quietSamples_ = 0;
    std::vector<std::uint8_t> luma_; ///< of the last frame
    std::vector<std::uint8_t> chroma_;
};

/// The footage shared by all, or a pattern made on the spot where it is missing.
std::string footage(const std::string& folder);

} // namespace vitrina::test
