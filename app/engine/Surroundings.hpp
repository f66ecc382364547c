// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// What is around this machine to make a camera of, for a dialog to choose from. Values only.
namespace vitrina::engine {

enum class WebcamControlKind { None, Exposure, Focus, WhiteBalance };

/// A control of a webcam that can be held at a value instead of being left to the camera.
struct WebcamControl {
    WebcamControlKind kind = WebcamControlKind::None;
    std::string name; ///< for stage::CameraControl
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::int64_t step = 1;
    std::int64_t value = 0; ///< as it is now

    bool operator==(const WebcamControl&) const = default;
};

struct Webcam {
    std::string name;    ///< as the camera calls itself; two may have the same
    std::string address; ///< a path that stays the same when it is plugged in again, where there is one
    std::string place;   ///< where it is plugged in: "usb-0:1.2"; may be empty
    std::vector<WebcamControl> controls;

    bool operator==(const Webcam&) const = default;
};

struct Screen {
    std::string address; ///< its number, from 0
    int width = 0;
    int height = 0;

    bool operator==(const Screen&) const = default;
};

struct Window {
    std::string address; ///< "class\ntitle"
    std::string title;

    bool operator==(const Window&) const = default;
};

struct Surroundings {
    std::vector<Webcam> webcams;
    std::vector<Screen> screens;
    std::vector<Window> windows;
    std::vector<std::string> addresses; ///< of this machine in its networks, IPv4 first
    std::vector<int> freeTcpPorts;      ///< a few that nobody listens on
    std::vector<int> freeUdpPorts;

    bool operator==(const Surroundings&) const = default;
};

} // namespace vitrina::engine
