// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/CameraFeed.hpp"

#include <util/platform.h>

namespace vitrina::engine::obs {

CameraFeed::CameraFeed(obs_source_t* source, obs_data_t* settings, const CameraReport* report)
    : source_(source), sourceId_(obs_data_get_string(settings, setting::sourceId)), report_(report) {
    resize(settings);
    obs_source_set_async_unbuffered(source, true);
}

void CameraFeed::resize(obs_data_t* settings) {
    width_ = static_cast<int>(obs_data_get_int(settings, setting::width));
    height_ = static_cast<int>(obs_data_get_int(settings, setting::height));
}

void CameraFeed::showPicture(const std::uint8_t* pixels, int stride, int width, int height,
                             video_format format) {
    obs_source_frame frame = {};
    // libobs only reads; its type has no const.
    frame.data[0] = const_cast<std::uint8_t*>(pixels);
    frame.linesize[0] = static_cast<std::uint32_t>(stride);
    frame.width = static_cast<std::uint32_t>(width);
    frame.height = static_cast<std::uint32_t>(height);
    frame.format = format;
    frame.full_range = true;
    frame.timestamp = os_gettime_ns();
    obs_source_output_video(source_, &frame);
}

void CameraFeed::report(const stage::SourceStatus& status) {
    if (status == status_)
        return;
    status_ = status;
    if (*report_)
        (*report_)(sourceId_, status);
}

std::int64_t CameraFeed::now() {
    return static_cast<std::int64_t>(os_gettime_ns());
}

std::int64_t CameraFeed::frameInterval() {
    obs_video_info info = {};
    if (!obs_get_video_info(&info) || info.fps_num == 0)
        return 1'000'000'000 / 30;
    return static_cast<std::int64_t>(1'000'000'000ULL * info.fps_den / info.fps_num);
}

std::int64_t CameraFeed::nextTick(std::int64_t now) {
    const std::int64_t interval = frameInterval();
    std::int64_t tick = static_cast<std::int64_t>(obs_get_video_frame_time());
    if (tick == 0)
        return now;
    if (tick <= now)
        tick += ((now - tick) / interval + 1) * interval;
    return tick;
}

} // namespace vitrina::engine::obs
