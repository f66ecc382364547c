// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/CameraInput.hpp"
#include "engine/obs/camera/V4l2.hpp"
#include "engine/obs/camera/X11Desktop.hpp"

#include <charconv>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <utility>

extern "C" {
#include <libavdevice/avdevice.h>
}

/// Webcams, screens and windows, by FFmpeg's devices.
namespace vitrina::engine::obs {
namespace {

constexpr std::chrono::milliseconds firstPacketWithin{5000};

using Options = std::vector<std::pair<std::string, std::string>>;

std::string sizeText(int width, int height) {
    return std::to_string(width) + "x" + std::to_string(height);
}

/// `block`: reading waits for a picture. A webcam that hangs must not hang us with it.
Result<FormatHandle> openDevice(const char* name, const std::string& address, const Options& wanted,
                                Interrupt& interrupt, bool block) {
    avdevice_register_all();
    AVFormatContext* format = avformat_alloc_context();
    if (!format)
        return fail(ErrorCode::Internal, "no memory");
    format->interrupt_callback = interrupt.callback();
    format->flags |= AVFMT_FLAG_NOBUFFER | AVFMT_FLAG_NOPARSE | (block ? 0 : AVFMT_FLAG_NONBLOCK);
    AVDictionary* options = nullptr;
    for (const auto& [key, value] : wanted)
        av_dict_set(&options, key.c_str(), value.c_str(), 0);
    const int opened = avformat_open_input(&format, address.c_str(), av_find_input_format(name), &options);
    av_dict_free(&options);
    if (opened == AVERROR(EBUSY))
        return fail(ErrorCode::Busy, "another program has the camera");
    if (opened == AVERROR(EACCES) || opened == AVERROR(EPERM))
        return fail(ErrorCode::FileUnreadable, avErrorText(opened));
    if (opened < 0)
        return fail(ErrorCode::CameraLost, avErrorText(opened));
    interrupt.setDeadline(firstPacketWithin);
    return FormatHandle(format);
}

class WebcamInput final : public CameraInput {
  public:
    explicit WebcamInput(InputRequest request) : request_(std::move(request)), port_(kernelV4l2()) {}

    Result<AVFormatContext*> open(Interrupt& interrupt) override {
        Options options;
        {
            const V4l2Device device(*port_, request_.address);
            const auto mode = chosenMode(webcamModes(device), request_.width, request_.height, request_.fps);
            if (mode) {
                options = {{"input_format", mode->format == WebcamFormat::Mjpeg ? "mjpeg" : "yuyv422"},
                           {"video_size", sizeText(mode->width, mode->height)}};
                if (mode->fps > 0.0)
                    options.emplace_back("framerate", std::to_string(std::min(mode->fps, 60.0)));
            }
        }
        auto opened = openDevice("v4l2", request_.address, options, interrupt, false);
        if (!opened)
            return opened.error();
        format_ = std::move(opened).value();
        {
            const std::lock_guard lock(mutex_);
            pending_ = true; // what is held is forgotten when the camera is pulled out
        }
        return format_.get();
    }
    void close() override { format_.reset(); }
    bool isFetched() const override { return true; }

    void hold(const std::vector<stage::CameraControl>& controls) override {
        const std::lock_guard lock(mutex_);
        request_.controls = controls;
        pending_ = true;
    }
    /// Here and not in hold(): a control goes over USB and takes its time.
    bool tend() override {
        std::vector<stage::CameraControl> wanted;
        {
            const std::lock_guard lock(mutex_);
            if (!std::exchange(pending_, false))
                return true;
            wanted = request_.controls;
        }
        holdControls(V4l2Device(*port_, request_.address), wanted);
        return true;
    }

  private:
    InputRequest request_; ///< its controls: under the mutex
    std::unique_ptr<V4l2Port> port_;
    FormatHandle format_;
    std::mutex mutex_;
    bool pending_ = false;
};

/// A part of the desktop: a monitor, or one window wherever it is.
class DesktopInput final : public CameraInput {
  public:
    explicit DesktopInput(InputRequest request) : request_(std::move(request)) {}

    Result<AVFormatContext*> open(Interrupt& interrupt) override {
        desktop_.emplace();
        const char* display = std::getenv("DISPLAY");
        if (!display || !desktop_->works())
            return fail(ErrorCode::CameraLost, "no X display");
        Options options{{"framerate", std::to_string(request_.fps)}, {"draw_mouse", "1"}};
        window_.reset();
        if (request_.kind == stage::SourceKind::Window) {
            window_ = desktop_->findWindow(request_.address);
            if (!window_)
                return fail(ErrorCode::CameraLost, "no such window");
            desktop_->keepWhole(*window_);
            options.emplace_back("window_id", std::to_string(*window_));
        }
        area_ = areaNow();
        if (!area_)
            return fail(ErrorCode::CameraLost, "no such screen");
        options.emplace_back("video_size", sizeText(area_->width, area_->height));
        if (!window_) {
            options.emplace_back("grab_x", std::to_string(area_->x));
            options.emplace_back("grab_y", std::to_string(area_->y));
        }
        auto opened = openDevice("x11grab", display, options, interrupt, true);
        if (!opened)
            return opened.error();
        format_ = std::move(opened).value();
        checked_ = std::chrono::steady_clock::now();
        return format_.get();
    }
    void close() override {
        format_.reset();
        desktop_.reset();
    }
    bool isFetched() const override { return true; }

    /// A window that was made larger or a screen with another mode is opened again.
    bool tend() override {
        const auto now = std::chrono::steady_clock::now();
        if (now - checked_ < std::chrono::milliseconds(500))
            return true;
        checked_ = now;
        const auto area = areaNow();
        return area && area->width == area_->width && area->height == area_->height &&
               (window_ || *area == *area_);
    }

  private:
    std::optional<PixelArea> areaNow() const {
        if (window_)
            return desktop_->areaOf(*window_);
        const std::vector<PixelArea> monitors = desktop_->monitors();
        std::size_t number = 0;
        std::from_chars(request_.address.data(), request_.address.data() + request_.address.size(), number);
        return number < monitors.size() ? std::optional(monitors[number]) : std::nullopt;
    }

    InputRequest request_;
    std::optional<X11Desktop> desktop_;
    std::optional<std::uint32_t> window_;
    std::optional<PixelArea> area_;
    FormatHandle format_;
    std::chrono::steady_clock::time_point checked_;
};

} // namespace

std::unique_ptr<CameraInput> makeDeviceInput(const InputRequest& request) {
    if (request.kind == stage::SourceKind::Webcam)
        return std::make_unique<WebcamInput>(request);
    return std::make_unique<DesktopInput>(request);
}

} // namespace vitrina::engine::obs
