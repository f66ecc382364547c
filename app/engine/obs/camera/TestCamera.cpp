// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/TestCamera.hpp"

#include "engine/obs/camera/ClockMark.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstring>
#include <numbers>
#include <optional>

namespace vitrina::engine::obs {
namespace {

constexpr std::int64_t msNs = 1'000'000;
constexpr int sampleRate = 48000;
/// How long before the mixer's tick a picture is drawn: time enough to draw and copy it on a busy machine.
constexpr std::int64_t leadNs = 8 * msNs;

std::int64_t wallNs() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

} // namespace

TestPicture::TestPicture(int width, int height)
    : width_(std::clamp(width, 64, 4096)), height_(std::clamp(height, 64, 4096)), period_(width_ / 2) {
    // Diagonal stripes between two calm colours, wider than the picture by one period, so that moving them is
    // one copy per row.
    const int groundWidth = width_ + period_;
    ground_.resize(static_cast<std::size_t>(groundWidth) * static_cast<std::size_t>(height_) * 4);
    std::uint8_t* pixel = ground_.data();
    for (int y = 0; y < height_; ++y) {
        for (int x = 0; x < groundWidth; ++x, pixel += 4) {
            const double turn = static_cast<double>(x + y / 2) / period_ * 2 * std::numbers::pi;
            const double mix = 0.5 + 0.5 * std::sin(turn);
            pixel[0] = static_cast<std::uint8_t>(std::lround(96 + (92 - 96) * mix));  // blue
            pixel[1] = static_cast<std::uint8_t>(std::lround(74 + (128 - 74) * mix)); // green
            pixel[2] = static_cast<std::uint8_t>(std::lround(46 + (196 - 46) * mix)); // red
            pixel[3] = 255;
        }
    }
    picture_.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * 4);
}

const std::vector<std::uint8_t>& TestPicture::draw(std::int64_t wallMs) {
    const auto shift = static_cast<std::size_t>(wallMs / 16 % period_);
    const auto rowBytes = static_cast<std::size_t>(width_) * 4;
    const auto groundRow = static_cast<std::size_t>(width_ + period_) * 4;
    for (std::size_t y = 0; y < static_cast<std::size_t>(height_); ++y)
        std::memcpy(picture_.data() + y * rowBytes, ground_.data() + y * groundRow + shift * 4, rowBytes);
    drawBall(wallMs);
    const Pixels pixels{picture_.data(), width_, height_, width_ * 4, 4};
    ClockMark::draw(pixels, wallMs);
    ClockMark::drawDigits(pixels, wallMs);
    if (wallMs % 500 < 100) {
        const int size = std::max(8, height_ / 12);
        for (int y = height_ - 2 * size; y < height_ - size; ++y) {
            std::uint8_t* row = picture_.data() + static_cast<std::size_t>(y) * rowBytes;
            std::fill(row + (width_ - 2 * size) * 4, row + (width_ - size) * 4, std::uint8_t{240});
        }
    }
    return picture_;
}

/// Something that moves evenly, so that a stutter is seen at a glance.
void TestPicture::drawBall(std::int64_t wallMs) {
    const int radius = std::max(4, std::min(width_, height_) / 12);
    const double way = std::abs(static_cast<double>(wallMs % 4000) / 2000.0 - 1.0);
    const int cx = radius + static_cast<int>(way * (width_ - 2 * radius));
    const int cy = static_cast<int>(height_ * 0.72);
    for (int y = -radius; y <= radius; ++y) {
        const int half = static_cast<int>(std::sqrt(static_cast<double>(radius * radius - y * y)));
        if (cy + y < 0 || cy + y >= height_)
            continue;
        std::uint8_t* row = picture_.data() + (static_cast<std::ptrdiff_t>(cy + y) * width_ + cx - half) * 4;
        std::fill(row, row + static_cast<std::ptrdiff_t>(half) * 8, std::uint8_t{236});
    }
}

float testSound(std::int64_t wallNs) {
    constexpr std::int64_t half = 500 * msNs;
    constexpr std::int64_t length = 60 * msNs;
    const std::int64_t inside = wallNs % half;
    if (inside >= length)
        return 0.0F;
    const double hertz = wallNs % (2 * half) < half ? 1000 : 800;
    const double seconds = static_cast<double>(inside) / 1e9;
    // 3 ms at either end keep it from clicking.
    const double ramp = 0.003;
    const double edge = std::min({seconds / ramp, (static_cast<double>(length) / 1e9 - seconds) / ramp, 1.0});
    return static_cast<float>(0.2 * edge * std::sin(2 * std::numbers::pi * hertz * seconds));
}

TestCamera::TestCamera(obs_source_t* source, obs_data_t* settings, const CameraReport* report)
    : feed_(source, settings, report) {
    thread_ = std::thread([this] { run(); });
}

TestCamera::~TestCamera() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

/// False when the camera is to end.
bool TestCamera::waitUntil(std::int64_t timeNs) {
    // os_gettime_ns() is the monotonic clock, as steady_clock is.
    const std::chrono::steady_clock::time_point until{std::chrono::nanoseconds(timeNs)};
    std::unique_lock lock(mutex_);
    return !wake_.wait_until(lock, until, [this] { return stop_; });
}

void TestCamera::run() {
    std::optional<TestPicture> picture;
    std::int64_t lastTick = 0;
    for (;;) {
        const std::int64_t interval = CameraFeed::frameInterval();
        std::int64_t tick = CameraFeed::nextTick(CameraFeed::now() + leadNs);
        // The mixer's clock wobbles by a little; the next tick is never the one just drawn for.
        if (tick < lastTick + interval / 2)
            tick += interval;
        if (!waitUntil(tick - leadNs))
            return;
        lastTick = tick;
        if (!picture || picture->width() != std::clamp(feed_.shownWidth(), 64, 4096) ||
            picture->height() != std::clamp(feed_.shownHeight(), 64, 4096))
            picture.emplace(feed_.shownWidth(), feed_.shownHeight());
        const std::int64_t wall = wallNs();
        const std::vector<std::uint8_t>& pixels = picture->draw(wall / msNs);
        feed_.showPicture(pixels.data(), picture->width() * 4, picture->width(), picture->height());
        playUntil(tick + interval, wall - tick);

        stage::SourceStatus status;
        status.health = stage::SourceHealth::Live;
        status.width = picture->width();
        status.height = picture->height();
        status.fps = std::round(1e10 / static_cast<double>(interval)) / 10;
        feed_.report(status);
    }
}

/// Sound up to the end of the tick, on the line on which the picture of `wall` is seen at its tick. The
/// offset is held as long as it is right within 10 ms: sound without seams is worth more than that.
void TestCamera::playUntil(std::int64_t until, std::int64_t wallOffset) {
    if (soundEnd_ == 0 || std::abs(wallOffset - soundOffset_) > 10 * msNs || until - soundEnd_ > 200 * msNs) {
        soundOffset_ = wallOffset;
        if (soundEnd_ == 0 || until - soundEnd_ > 200 * msNs)
            soundEnd_ = until - CameraFeed::frameInterval();
    }
    const std::int64_t count = (until - soundEnd_) * sampleRate / 1'000'000'000;
    if (count <= 0)
        return;
    std::vector<float> samples(static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i)
        samples[static_cast<std::size_t>(i)] =
            testSound(soundEnd_ + i * 1'000'000'000 / sampleRate + soundOffset_);
    obs_source_audio audio = {};
    audio.data[0] = reinterpret_cast<const std::uint8_t*>(samples.data());
    audio.frames = static_cast<std::uint32_t>(count);
    audio.speakers = SPEAKERS_MONO;
    audio.format = AUDIO_FORMAT_FLOAT;
    audio.samples_per_sec = sampleRate;
    audio.timestamp = static_cast<std::uint64_t>(soundEnd_);
    feed_.playSound(audio);
    soundEnd_ += count * 1'000'000'000 / sampleRate;
}

} // namespace vitrina::engine::obs
