// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/V4l2.hpp"

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>

namespace vitrina::engine::obs {
namespace {

/// A driver that never comes to the end of a list must not keep us.
constexpr std::uint32_t mostListed = 64;

class Kernel final : public V4l2Port {
  public:
    int open(const std::string& path) override {
        return ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    }
    int ioctl(int device, unsigned long request, void* argument) override {
        return ::ioctl(device, request, argument);
    }
    void close(int device) override { ::close(device); }
};

WebcamFormat formatOf(std::uint32_t fourcc) {
    switch (fourcc) {
    case V4L2_PIX_FMT_YUYV:
        return WebcamFormat::Yuyv;
    case V4L2_PIX_FMT_MJPEG:
    case V4L2_PIX_FMT_JPEG:
        return WebcamFormat::Mjpeg;
    default:
        return WebcamFormat::None;
    }
}

double rate(const v4l2_fract& interval) {
    return interval.numerator > 0 ? double(interval.denominator) / interval.numerator : 0.0;
}

double highestRate(const V4l2Device& device, std::uint32_t fourcc, std::uint32_t width,
                   std::uint32_t height) {
    double highest = 0.0;
    for (std::uint32_t i = 0; i < mostListed; ++i) {
        v4l2_frmivalenum interval{};
        interval.index = i;
        interval.pixel_format = fourcc;
        interval.width = width;
        interval.height = height;
        if (!device.ask(VIDIOC_ENUM_FRAMEINTERVALS, &interval))
            break;
        if (interval.type != V4L2_FRMIVAL_TYPE_DISCRETE)
            return rate(interval.stepwise.min);
        highest = std::max(highest, rate(interval.discrete));
    }
    return highest;
}

void addSizes(const V4l2Device& device, std::uint32_t fourcc, std::vector<WebcamMode>& modes) {
    const auto add = [&](std::uint32_t width, std::uint32_t height) {
        modes.push_back(
            {formatOf(fourcc), int(width), int(height), highestRate(device, fourcc, width, height)});
    };
    for (std::uint32_t i = 0; i < mostListed; ++i) {
        v4l2_frmsizeenum size{};
        size.index = i;
        size.pixel_format = fourcc;
        if (!device.ask(VIDIOC_ENUM_FRAMESIZES, &size))
            return;
        if (size.type == V4L2_FRMSIZE_TYPE_DISCRETE) {
            add(size.discrete.width, size.discrete.height);
            continue;
        }
        // Any size within limits: the usual ones are enough to choose from.
        for (const auto& [width, height] : {std::pair{640U, 360U}, std::pair{960U, 540U},
                                            std::pair{1280U, 720U}, std::pair{1920U, 1080U}}) {
            const auto& range = size.stepwise;
            if (width >= range.min_width && width <= range.max_width && height >= range.min_height &&
                height <= range.max_height)
                add(width, height);
        }
        return;
    }
}

struct Lock {
    WebcamControlKind kind;
    const char* name;
    std::uint32_t value;
    std::uint32_t automatic;
    std::int32_t held;                 ///< of `automatic`, while the value is ours
    std::array<std::int32_t, 2> freed; ///< of `automatic`, the first the camera takes
};
constexpr std::array<Lock, 3> locks{
    {{WebcamControlKind::Exposure,
      "exposure_time_absolute",
      V4L2_CID_EXPOSURE_ABSOLUTE,
      V4L2_CID_EXPOSURE_AUTO,
      V4L2_EXPOSURE_MANUAL,
      {V4L2_EXPOSURE_APERTURE_PRIORITY, V4L2_EXPOSURE_AUTO}},
     {WebcamControlKind::Focus, "focus_absolute", V4L2_CID_FOCUS_ABSOLUTE, V4L2_CID_FOCUS_AUTO, 0, {1, 1}},
     {WebcamControlKind::WhiteBalance,
      "white_balance_temperature",
      V4L2_CID_WHITE_BALANCE_TEMPERATURE,
      V4L2_CID_AUTO_WHITE_BALANCE,
      0,
      {1, 1}}}};

std::optional<v4l2_queryctrl> query(const V4l2Device& device, std::uint32_t id) {
    v4l2_queryctrl control{};
    control.id = id;
    const bool there =
        device.ask(VIDIOC_QUERYCTRL, &control) && (control.flags & V4L2_CTRL_FLAG_DISABLED) == 0;
    return there && control.minimum <= control.maximum ? std::optional(control) : std::nullopt;
}

bool set(const V4l2Device& device, std::uint32_t id, std::int32_t value) {
    v4l2_control control{id, value};
    return device.ask(VIDIOC_S_CTRL, &control);
}

std::string firstLine(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line.substr(0, 200);
}

/// The links of a folder of /dev/v4l by the device they lead to.
std::string linkTo(const std::filesystem::path& folder, const std::filesystem::path& device) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (std::filesystem::canonical(entry.path(), error) == device && !error)
            return entry.path().string();
    }
    return {};
}

/// "pci-0000:00:14.0-usb-0:1.2:1.0-video-index0" is plugged in at "usb-0:1.2".
std::string placeOf(const std::string& byPath) {
    const std::size_t usb = byPath.find("usb-");
    if (usb == std::string::npos)
        return {};
    std::string place = byPath.substr(usb, byPath.find("-video", usb) - usb);
    if (const std::size_t interface = place.rfind(':'); interface != place.find(':'))
        place.resize(interface);
    return place;
}

} // namespace

std::unique_ptr<V4l2Port> kernelV4l2() {
    return std::make_unique<Kernel>();
}

bool V4l2Device::ask(unsigned long request, void* argument) const {
    if (fd_ < 0)
        return false;
    int result = -1;
    do {
        result = port_.ioctl(fd_, request, argument);
    } while (result < 0 && errno == EINTR);
    return result >= 0;
}

std::vector<WebcamMode> webcamModes(const V4l2Device& device) {
    std::vector<WebcamMode> modes;
    v4l2_capability capability{};
    if (!device.ask(VIDIOC_QUERYCAP, &capability))
        return modes;
    const std::uint32_t can = (capability.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? capability.device_caps
                                                                                    : capability.capabilities;
    if ((can & V4L2_CAP_VIDEO_CAPTURE) == 0)
        return modes;
    for (std::uint32_t i = 0; i < mostListed; ++i) {
        v4l2_fmtdesc format{};
        format.index = i;
        format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        if (!device.ask(VIDIOC_ENUM_FMT, &format))
            break;
        if (formatOf(format.pixelformat) != WebcamFormat::None)
            addSizes(device, format.pixelformat, modes);
    }
    std::erase_if(modes, [](const WebcamMode& mode) { return mode.width <= 0 || mode.height <= 0; });
    return modes;
}

std::optional<WebcamMode> chosenMode(const std::vector<WebcamMode>& modes, int width, int height, int fps) {
    const auto worse = [&](const WebcamMode& a, const WebcamMode& b) {
        // A rate of 0 is one the driver doesn't tell.
        const auto fast = [&](const WebcamMode& mode) {
            return mode.fps <= 0.0 || mode.fps >= 0.9 * fps;
        };
        const auto covers = [&](const WebcamMode& mode) {
            return mode.width >= width && mode.height >= height;
        };
        const auto area = [](const WebcamMode& mode) {
            return std::int64_t{mode.width} * mode.height;
        };
        if (fast(a) != fast(b))
            return !fast(a);
        if (covers(a) != covers(b))
            return !covers(a);
        if (area(a) != area(b))
            return (area(a) > area(b)) == covers(a);
        return a.format != WebcamFormat::Yuyv && b.format == WebcamFormat::Yuyv;
    };
    const auto best = std::ranges::max_element(modes, worse);
    return best == modes.end() ? std::nullopt : std::optional(*best);
}

std::vector<WebcamControl> webcamControls(const V4l2Device& device) {
    std::vector<WebcamControl> controls;
    for (const Lock& lock : locks) {
        const auto range = query(device, lock.value);
        if (!range)
            continue;
        v4l2_control now{lock.value, range->default_value};
        (void)device.ask(VIDIOC_G_CTRL, &now); // refused by some while it is automatic
        controls.push_back({lock.kind, lock.name, range->minimum, range->maximum,
                            std::max<std::int64_t>(range->step, 1),
                            std::clamp(now.value, range->minimum, range->maximum)});
    }
    return controls;
}

void holdControls(const V4l2Device& device, const std::vector<stage::CameraControl>& wanted) {
    for (const Lock& lock : locks) {
        const auto named = std::ranges::find(wanted, lock.name, &stage::CameraControl::name);
        const bool canBeFreed = query(device, lock.automatic).has_value();
        if (named == wanted.end()) {
            if (canBeFreed && !set(device, lock.automatic, lock.freed[0]))
                set(device, lock.automatic, lock.freed[1]);
            continue;
        }
        const auto range = query(device, lock.value);
        if (!range)
            continue;
        if (canBeFreed)
            set(device, lock.automatic, lock.held);
        set(device, lock.value,
            std::int32_t(std::clamp<std::int64_t>(named->value, range->minimum, range->maximum)));
    }
}

std::vector<Webcam> listWebcams(V4l2Port& port, const DeviceRoots& roots) {
    std::vector<Webcam> webcams;
    std::error_code error;
    for (const auto& entry :
         std::filesystem::directory_iterator(roots.sys / "class" / "video4linux", error)) {
        const std::filesystem::path device = roots.dev / entry.path().filename();
        const V4l2Device open(port, device.string());
        if (!open || webcamModes(open).empty())
            continue;
        Webcam webcam;
        webcam.name = firstLine(entry.path() / "name");
        if (webcam.name.empty())
            webcam.name = device.filename().string();
        std::error_code gone;
        const std::filesystem::path real = std::filesystem::canonical(device, gone);
        // By its place, not its name: two cameras of one make often have the same serial number.
        webcam.address = linkTo(roots.dev / "v4l" / "by-path", real);
        webcam.place = placeOf(webcam.address);
        if (webcam.address.empty())
            webcam.address = linkTo(roots.dev / "v4l" / "by-id", real);
        if (webcam.address.empty())
            webcam.address = device.string();
        webcam.controls = webcamControls(open);
        webcams.push_back(std::move(webcam));
    }
    std::ranges::sort(webcams, [](const Webcam& a, const Webcam& b) {
        return std::pair(a.name, a.address) < std::pair(b.name, b.address);
    });
    return webcams;
}

} // namespace vitrina::engine::obs
