// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/StillCamera.hpp"

#include "engine/obs/camera/StillPicture.hpp"
#include "engine/obs/camera/StreamDecoder.hpp"
#include "stage/SourceAddress.hpp"

#include <charconv>
#include <utility>
#include <vector>

namespace vitrina::engine::obs {
namespace {

constexpr std::chrono::milliseconds lookAgainAfter{2000};
constexpr std::chrono::milliseconds readWithin{10'000};

} // namespace

StillCamera::StillCamera(obs_source_t* source, obs_data_t* settings, const CameraReport* report)
    : feed_(source, settings, report) {
    const auto kind = static_cast<stage::SourceKind>(obs_data_get_int(settings, setting::kind));
    const std::string address = obs_data_get_string(settings, setting::address);
    if (kind == stage::SourceKind::Colour)
        colour_ = stage::checkedAddress(kind, address);
    else
        path_ = address;
    thread_ = std::thread([this] { run(); });
}

StillCamera::~StillCamera() {
    {
        const std::lock_guard lock(mutex_);
        interrupt_.stop();
    }
    wake_.notify_all();
    thread_.join();
}

void StillCamera::update(obs_data_t* settings) {
    feed_.resize(settings);
    {
        const std::lock_guard lock(mutex_);
        resized_ = true;
    }
    wake_.notify_all();
}

void StillCamera::run() {
    std::unique_lock lock(mutex_);
    while (!interrupt_.stopped()) {
        const bool resized = std::exchange(resized_, false);
        lock.unlock();
        if (resized)
            read_.reset();
        if (!path_.empty())
            showFile();
        else if (resized)
            showColour();
        lock.lock();
        wake_.wait_for(lock, lookAgainAfter, [this] { return resized_ || interrupt_.stopped(); });
    }
}

void StillCamera::showFile() {
    std::error_code error;
    const auto written = std::filesystem::last_write_time(path_, error);
    // As it was read last, shown or found broken. Gone, but shown already: it stays, as a picture needs its
    // file only once.
    const bool shown = feed_.status().health == stage::SourceHealth::Live;
    if (read_ && (error ? shown : *read_ == written))
        return;
    if (!error)
        read_ = written;
    interrupt_.setDeadline(readWithin);
    const Result<FrameHandle> frame = readStill(path_, interrupt_);
    if (interrupt_.stopped())
        return;
    PictureScaler scaler(AV_PIX_FMT_BGRA);
    const PictureScaler::Scaled picture =
        frame ? scaler.scale(**frame, feed_.shownWidth(), feed_.shownHeight()) : PictureScaler::Scaled{};
    if (!picture.pixels) {
        const Error why = frame ? fail(ErrorCode::FileDamaged, "pixels of an unknown kind") : frame.error();
        feed_.report({stage::SourceHealth::Failed, 0, 0, 0.0, {}, why.code, why.detail});
        return;
    }
    feed_.showPicture(picture.pixels, picture.stride, picture.width, picture.height, VIDEO_FORMAT_BGRA);
    feed_.report({stage::SourceHealth::Live, (*frame)->width, (*frame)->height, 0.0, {}, {}, {}});
}

void StillCamera::showColour() {
    unsigned rgb = 0;
    if (colour_.empty())
        return feed_.report(
            {stage::SourceHealth::Failed, 0, 0, 0.0, {}, ErrorCode::CameraAddressInvalid, "colour"});
    std::from_chars(colour_.data() + 1, colour_.data() + colour_.size(), rgb, 16);
    const int width = std::max(feed_.shownWidth(), 16);
    const int height = std::max(feed_.shownHeight(), 16);
    std::vector<std::uint8_t> pixels(std::size_t(width) * std::size_t(height) * 4);
    for (std::size_t i = 0; i < pixels.size(); i += 4) {
        pixels[i] = std::uint8_t(rgb);
        pixels[i + 1] = std::uint8_t(rgb >> 8U);
        pixels[i + 2] = std::uint8_t(rgb >> 16U);
        pixels[i + 3] = 0xFF;
    }
    feed_.showPicture(pixels.data(), width * 4, width, height);
    feed_.report({stage::SourceHealth::Live, width, height, 0.0, {}, {}, {}});
}

} // namespace vitrina::engine::obs
