// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/StreamCamera.hpp"

#include "base/Log.hpp"

#include <cmath>

namespace vitrina::engine::obs {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t ms = 1'000'000;
/// A live camera that sends nothing for so long is lost. SRT itself takes five seconds to say so.
constexpr auto silence = 2000ms;
constexpr std::int64_t rateSpan = 2000 * ms;

stage::SourceHealth healthFor(ErrorCode code, bool expected) {
    switch (code) {
    case ErrorCode::PortInUse:
    case ErrorCode::CameraAddressInvalid:
    case ErrorCode::FileMissing:
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileDamaged:
        return stage::SourceHealth::Failed;
    default:
        return expected ? stage::SourceHealth::Lost : stage::SourceHealth::Connecting;
    }
}

/// Of a camera that is fetched: more often would be a nuisance to it.
constexpr auto callAgainAfter = 1000ms;
constexpr auto nothingYet = 3ms;

InputRequest requestOf(obs_data_t* settings) {
    return {static_cast<stage::SourceKind>(obs_data_get_int(settings, setting::kind)),
            obs_data_get_string(settings, setting::address),
            static_cast<int>(obs_data_get_int(settings, setting::width)),
            static_cast<int>(obs_data_get_int(settings, setting::height)),
            static_cast<int>(obs_data_get_int(settings, setting::fps)),
            controlsFromText(obs_data_get_string(settings, setting::controls))};
}

std::chrono::milliseconds retryAfter(ErrorCode code) {
    switch (code) {
    case ErrorCode::PortInUse:
        return 1000ms;
    case ErrorCode::FileMissing:
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileDamaged:
        return 2000ms;
    case ErrorCode::CameraAddressInvalid:
        return std::chrono::hours(24 * 365); // only another address helps
    default:
        return 200ms;
    }
}

} // namespace

StreamCamera::StreamCamera(obs_source_t* source, obs_data_t* settings, const CameraReport* report)
    : feed_(source, settings, report), input_(makeCameraInput(requestOf(settings))) {
    thread_ = std::thread([this] { run(); });
}

StreamCamera::~StreamCamera() {
    {
        const std::lock_guard lock(mutex_);
        interrupt_.stop();
    }
    wake_.notify_all();
    thread_.join();
}

void StreamCamera::update(obs_data_t* settings) {
    feed_.resize(settings);
    input_->hold(controlsFromText(obs_data_get_string(settings, setting::controls)));
}

/// False when the camera is to end.
bool StreamCamera::pause(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return !wake_.wait_for(lock, time, [this] { return interrupt_.stopped(); });
}

void StreamCamera::run() {
    status_.health = stage::SourceHealth::Connecting;
    status_.detail = input_->note();
    feed_.report(status_);
    while (!interrupt_.stopped()) {
        const Result<AVFormatContext*> opened = input_->open(interrupt_);
        if (interrupt_.stopped())
            break;
        std::chrono::milliseconds wait{};
        if (opened) {
            const Error ending = play(**opened);
            if (interrupt_.stopped())
                break;
            if (!reopen_)
                noteLost(ending);
            wait = retryAfter(ending.code);
        } else {
            reopen_ = false;
            noteFailure(opened.error());
            wait = retryAfter(opened.error().code);
        }
        input_->close();
        if (input_->isFetched())
            wait = reopen_ ? 0ms : std::max<std::chrono::milliseconds>(wait, callAgainAfter);
        if (!pause(wait))
            break;
    }
    input_->close();
}

Error StreamCamera::play(AVFormatContext& format) {
    const bool isFile = input_->isFile();
    StreamDecoder decoder(feed_, !isFile,
                          isFile ? StreamDecoder::Pace([this](std::int64_t pts) { return pace(pts); })
                                 : StreamDecoder::Pace());
    const PacketHandle packet(av_packet_alloc());
    std::int64_t offset = 0;
    std::int64_t loopStart = 0;
    reopen_ = false;
    paceAnchor_ = 0;
    picturesSeen_ = 0;
    rateSince_ = 0;
    pictureAt_ = CameraFeed::now();
    while (!interrupt_.stopped()) {
        const int got = av_read_frame(&format, packet.get());
        if (got == AVERROR(EAGAIN)) {
            if (interrupt_.late())
                return fail(ErrorCode::CameraLost, "nothing came");
            if (!pause(nothingYet))
                break;
            continue;
        }
        if (got < 0 && isFile && decoder.endNs() > loopStart) {
            if (!decoder.finish(offset))
                break;
            loopStart = offset = decoder.endNs();
            if (!rewind(format))
                return fail(ErrorCode::CameraLost, "the file can't be read again");
            continue;
        }
        if (got < 0)
            return fail(ErrorCode::CameraLost, interrupt_.late() ? "nothing came" : avErrorText(got));
        if (!isFile)
            interrupt_.setDeadline(silence);
        const bool goOn = decoder.decode(format, *packet, offset);
        av_packet_unref(packet.get());
        if (!goOn)
            break;
        watchPicture(decoder);
        if (!input_->tend()) {
            reopen_ = true;
            break;
        }
    }
    return fail(ErrorCode::CameraLost, "stopped");
}

/// After each packet: live with the first picture and with each size; lost when only sound comes any more.
void StreamCamera::watchPicture(const StreamDecoder& decoder) {
    const std::int64_t now = CameraFeed::now();
    const StreamDecoder::Shown& shown = decoder.shown();
    if (shown.pictures == picturesSeen_) {
        if (status_.health == stage::SourceHealth::Live &&
            now - pictureAt_ > std::chrono::nanoseconds(silence).count())
            noteLost(fail(ErrorCode::CameraLost, "sound without picture"));
        return;
    }
    picturesSeen_ = shown.pictures;
    pictureAt_ = now;
    if (status_.health != stage::SourceHealth::Live) {
        rateSince_ = 0;
        status_.fps = 0;
    }
    wasLive_ = true;
    status_.health = stage::SourceHealth::Live;
    status_.error = ErrorCode::None;
    status_.detail.clear();
    status_.width = shown.width;
    status_.height = shown.height;
    measureRate(decoder, now);
    feed_.report(status_);
}

void StreamCamera::measureRate(const StreamDecoder& decoder, std::int64_t now) {
    const std::uint64_t pictures = decoder.shown().pictures;
    if (rateSince_ == 0) {
        rateSince_ = now;
        rateFrom_ = pictures;
    }
    if (now - rateSince_ < rateSpan)
        return;
    const double rate =
        static_cast<double>(pictures - rateFrom_) * 1e9 / static_cast<double>(now - rateSince_);
    if (std::abs(rate - status_.fps) > std::max(1.0, 0.05 * status_.fps))
        status_.fps = std::round(rate * 10) / 10;
    rateSince_ = now;
    rateFrom_ = pictures;
}

bool StreamCamera::pace(std::int64_t ptsNs) {
    const std::int64_t now = CameraFeed::now();
    // The first picture, or one we are far too late for (the machine slept): the file's time starts here.
    const bool far = std::abs(paceAnchor_ + ptsNs - now) > 2000 * ms;
    if (paceAnchor_ == 0 || far)
        paceAnchor_ = now - ptsNs;
    const std::int64_t due = paceAnchor_ + ptsNs;
    return due <= now
               ? !interrupt_.stopped()
               : pause(std::chrono::ceil<std::chrono::milliseconds>(std::chrono::nanoseconds(due - now)));
}

bool StreamCamera::rewind(AVFormatContext& format) {
    const std::int64_t start = format.start_time == AV_NOPTS_VALUE ? 0 : format.start_time;
    return avformat_seek_file(&format, -1, INT64_MIN, start, INT64_MAX, 0) >= 0 ||
           av_seek_frame(&format, -1, start, AVSEEK_FLAG_BACKWARD) >= 0;
}

void StreamCamera::noteFailure(const Error& error) {
    status_.health = healthFor(error.code, wasLive_ || input_->isFetched());
    status_.error = error.code;
    status_.detail = error.detail;
    feed_.report(status_);
}

void StreamCamera::noteLost(const Error& error) {
    status_.health =
        wasLive_ || input_->isFetched() ? stage::SourceHealth::Lost : stage::SourceHealth::Connecting;
    status_.error = ErrorCode::CameraLost;
    status_.detail = error.detail;
    feed_.report(status_);
}

} // namespace vitrina::engine::obs
