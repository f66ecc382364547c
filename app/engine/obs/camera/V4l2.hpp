// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "engine/Surroundings.hpp"
#include "stage/SetUp.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// Webcams by the kernel's video4linux: which there are, what they can, and their controls.
namespace vitrina::engine::obs {

/// The system calls a video device takes, so that a test can be the device.
class V4l2Port {
  public:
    virtual ~V4l2Port() = default;
    virtual int open(const std::string& path) = 0; ///< −1: errno says why
    virtual int ioctl(int device, unsigned long request, void* argument) = 0;
    virtual void close(int device) = 0;
};
std::unique_ptr<V4l2Port> kernelV4l2();

/// An open device, closed at the end.
class V4l2Device {
  public:
    V4l2Device(V4l2Port& port, const std::string& path) : port_(port), fd_(port.open(path)) {}
    ~V4l2Device() {
        if (fd_ >= 0)
            port_.close(fd_);
    }
    V4l2Device(const V4l2Device&) = delete;
    V4l2Device& operator=(const V4l2Device&) = delete;
    explicit operator bool() const { return fd_ >= 0; }
    /// False when the driver refuses. Asks again when a signal came between.
    bool ask(unsigned long request, void* argument) const;

  private:
    V4l2Port& port_;
    int fd_;
};

enum class WebcamFormat { None, Yuyv, Mjpeg };

struct WebcamMode {
    WebcamFormat format = WebcamFormat::None;
    int width = 0;
    int height = 0;
    double fps = 0.0; ///< the highest at that size

    bool operator==(const WebcamMode&) const = default;
};

/// In the driver's order; empty for what gives no pictures (a camera's second device is for its metadata).
std::vector<WebcamMode> webcamModes(const V4l2Device& device);
/// The smallest that covers what is shown at nearly the wanted rate, else the nearest to that. Of two alike
/// the one without compression. Nothing: there are no modes.
std::optional<WebcamMode> chosenMode(const std::vector<WebcamMode>& modes, int width, int height, int fps);

/// Those of exposure, focus and white balance that this camera has.
std::vector<WebcamControl> webcamControls(const V4l2Device& device);
/// Those named are held at their value (brought into the range the camera gives), the others are left to the
/// camera. Names it doesn't have are passed over.
void holdControls(const V4l2Device& device, const std::vector<stage::CameraControl>& wanted);

/// Where devices are looked up; a test has folders of its own.
struct DeviceRoots {
    std::filesystem::path dev = "/dev";
    std::filesystem::path sys = "/sys";
};
/// Each camera once, by name. Opens every video device there is: not for the GUI thread.
std::vector<Webcam> listWebcams(V4l2Port& port, const DeviceRoots& roots = {});

} // namespace vitrina::engine::obs
