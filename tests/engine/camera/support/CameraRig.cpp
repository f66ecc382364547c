// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/camera/support/CameraRig.hpp"

#include "engine/obs/Library.hpp"
#include "engine/obs/camera/ClockMark.hpp"
#include "support/ChildProcess.hpp"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>

namespace vitrina::test {
using namespace engine::obs;

namespace {

std::int64_t wallMs() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// What libobs stamps with.
std::int64_t monotonicNs() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

CameraRig::CameraRig() {
    if (!display_.works() || !Library::start({640, 360, 30}, nullptr))
        return;
    registerCameraSource(
        [this](const std::string& id, const stage::SourceStatus& status) { onReport(id, status); });
    obs_add_raw_video_callback(nullptr, onVideo, this);
    obs_add_raw_audio_callback(0, nullptr, onAudio, this);
    works_ = true;
}

CameraRig::~CameraRig() {
    stop();
}

long CameraRig::stop() {
    if (!works_)
        return 0;
    works_ = false;
    obs_remove_raw_video_callback(onVideo, this);
    obs_remove_raw_audio_callback(0, onAudio, this);
    obs_set_output_source(0, nullptr);
    return Library::stop();
}

SourceHandle CameraRig::camera(const std::string& id, stage::SourceKind kind, const std::string& address) {
    const DataHandle settings = newData();
    obs_data_set_string(settings.get(), setting::sourceId, id.c_str());
    obs_data_set_int(settings.get(), setting::kind, static_cast<int>(kind));
    obs_data_set_string(settings.get(), setting::address, address.c_str());
    obs_data_set_int(settings.get(), setting::width, 640);
    obs_data_set_int(settings.get(), setting::height, 360);
    obs_data_set_int(settings.get(), setting::fps, 30);
    return SourceHandle(obs_source_create_private(cameraTypeOf(kind), id.c_str(), settings.get()));
}

void CameraRig::show(const SourceHandle& camera) {
    obs_set_output_source(0, camera.get());
}

void CameraRig::onReport(const std::string& id, const stage::SourceStatus& status) {
    const std::lock_guard lock(mutex_);
    statuses_[id] = status;
}

stage::SourceStatus CameraRig::status(const std::string& id) {
    const std::lock_guard lock(mutex_);
    return statuses_[id];
}

bool CameraRig::comesTo(const std::string& id, stage::SourceHealth health, int seconds) {
    return QTest::qWaitFor([&] { return status(id).health == health; }, seconds * 1000);
}

bool CameraRig::reports(const std::string& id, ErrorCode error, int seconds) {
    return QTest::qWaitFor([&] { return status(id).error == error; }, seconds * 1000);
}

void CameraRig::startWatching() {
    const std::lock_guard lock(mutex_);
    seen_.clear();
    beepsNs_.clear();
    different_ = 0;
}

std::vector<CameraRig::Seen> CameraRig::seen() {
    const std::lock_guard lock(mutex_);
    return seen_;
}

std::uint64_t CameraRig::differentFrames() {
    const std::lock_guard lock(mutex_);
    return different_;
}

void CameraRig::onVideo(void* self, video_data* frame) {
    auto& rig = *static_cast<CameraRig*>(self);
    const ConstPixels luma{frame->data[0], 640, 360, static_cast<int>(frame->linesize[0]), 1};
    const auto value = ClockMark::read(luma);
    std::uint64_t hash = 14695981039346656037ULL;
    for (int y = 0; y < 360; y += 3) {
        for (int x = 0; x < 640; x += 3)
            hash = (hash ^ luma.data[y * luma.stride + x]) * 1099511628211ULL;
    }
    const std::lock_guard lock(rig.mutex_);
    rig.luma_.resize(640 * 360);
    rig.chroma_.resize(640 * 180);
    for (std::size_t y = 0; y < 360; ++y)
        std::copy_n(frame->data[0] + y * frame->linesize[0], 640,
                    rig.luma_.begin() + std::ptrdiff_t(y * 640));
    for (std::size_t y = 0; y < 180; ++y)
        std::copy_n(frame->data[1] + y * frame->linesize[1], 640,
                    rig.chroma_.begin() + std::ptrdiff_t(y * 640));
    rig.different_ += hash != rig.lastHash_;
    rig.lastHash_ = hash;
    if (!value)
        return;
    // frame->timestamp is the moment of the tick on the monotonic clock.
    const std::int64_t renderedAgoMs =
        (monotonicNs() - static_cast<std::int64_t>(frame->timestamp)) / 1'000'000;
    const std::int64_t renderedWall = wallMs() - renderedAgoMs;
    const std::int64_t wall = ClockMark::resolve(*value, renderedWall);
    rig.seen_.push_back({wall, renderedWall - wall, static_cast<std::int64_t>(frame->timestamp)});
}

bool CameraRig::Colour::near(int r, int g, int b) const {
    constexpr int tolerance = 24;
    return std::abs(red - r) <= tolerance && std::abs(green - g) <= tolerance &&
           std::abs(blue - b) <= tolerance;
}

CameraRig::Colour CameraRig::pixel(int x, int y) {
    const std::lock_guard lock(mutex_);
    if (luma_.empty())
        return {-1, -1, -1};
    const auto at = [](const std::vector<std::uint8_t>& plane, int offset) {
        return double(plane[std::size_t(offset)]);
    };
    // BT.709, partial range.
    const double luma = (at(luma_, y * 640 + x) - 16) * 255 / 219;
    const double u = (at(chroma_, y / 2 * 640 + x / 2 * 2) - 128) * 255 / 224;
    const double v = (at(chroma_, y / 2 * 640 + x / 2 * 2 + 1) - 128) * 255 / 224;
    const auto whole = [](double value) {
        return std::clamp(int(std::lround(value)), 0, 255);
    };
    return {whole(luma + 1.5748 * v), whole(luma - 0.1873 * u - 0.4681 * v), whole(luma + 1.8556 * u)};
}

void CameraRig::onAudio(void* self, std::size_t, audio_data* data) {
    auto& rig = *static_cast<CameraRig*>(self);
    const auto* samples = reinterpret_cast<const float*>(data->data[0]);
    const std::lock_guard lock(rig.mutex_);
    for (std::uint32_t i = 0; i < data->frames; ++i) {
        if (std::abs(samples[i]) < 0.03F) {
            ++rig.quietSamples_;
            continue;
        }
        // The first sound after a tenth of a second of silence.
        if (rig.quietSamples_ > 4800)
            rig.beepsNs_.push_back(static_cast<std::int64_t>(data->timestamp) +
                                   std::int64_t{i} * 1'000'000'000 / 48000);
        rig.quietSamples_ = 0;
    }
}

std::size_t CameraRig::beeps() {
    const std::lock_guard lock(mutex_);
    return beepsNs_.size();
}

std::vector<double> CameraRig::beepErrors() {
    const std::lock_guard lock(mutex_);
    std::vector<double> errors;
    for (const std::int64_t beep : beepsNs_) {
        // The camera's time that was on the picture when the beep was heard: the median of the frames around
        // it.
        std::vector<double> offsets;
        for (const Seen& frame : seen_) {
            if (std::abs(frame.renderedNs - beep) < 1'000'000'000)
                offsets.push_back(static_cast<double>(frame.wallMs) -
                                  static_cast<double>(frame.renderedNs) / 1e6);
        }
        if (offsets.size() < 10)
            continue;
        std::nth_element(offsets.begin(), offsets.begin() + static_cast<std::ptrdiff_t>(offsets.size() / 2),
                         offsets.end());
        const double camera = static_cast<double>(beep) / 1e6 + offsets[offsets.size() / 2];
        errors.push_back(std::remainder(camera, 500.0));
    }
    return errors;
}

std::string footage(const std::string& folder) {
    std::vector<std::string> places;
    if (const QByteArray set = qgetenv("VITRINA_MEDIA"); !set.isEmpty())
        places.push_back(set.toStdString());
    places.push_back(VITRINA_SOURCE_DIR "/../shared/media");
    for (const std::string& place : places) {
        if (std::filesystem::exists(place + "/host.mp4"))
            return place + "/host.mp4";
    }
    const std::string made = folder + "/host.mp4";
    run({"ffmpeg",  "-v",        "error", "-y",
         "-f",      "lavfi",     "-i",    "testsrc2=size=1280x720:rate=30",
         "-f",      "lavfi",     "-i",    "sine=frequency=440:sample_rate=48000",
         "-t",      "4",         "-c:v",  "libx264",
         "-preset", "ultrafast", "-c:a",  "aac",
         made},
        30);
    return made;
}

} // namespace vitrina::test
