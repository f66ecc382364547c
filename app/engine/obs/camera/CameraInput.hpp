// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "engine/obs/camera/Libav.hpp"
#include "stage/SetUp.hpp"

#include <memory>
#include <string>
#include <vector>

namespace vitrina::engine::obs {

/// What a camera's packets come out of. Used by the camera's thread alone.
class CameraInput {
  public:
    virtual ~CameraInput() = default;
    /// Blocks until a camera is there, or fails. The context stays the input's own, valid until close(). An
    /// error for which waiting is no remedy is CameraAddressInvalid; NotAuthorised and BadFormat say that
    /// someone came who wasn't a camera of ours.
    virtual Result<AVFormatContext*> open(Interrupt& interrupt) = 0;
    virtual void close() = 0;
    /// Worth a person's knowing while it waits; may be empty.
    virtual std::string note() const { return {}; }
    /// A file: read at its own pace, from the start again at its end.
    virtual bool isFile() const { return false; }
    /// We go and get it, it doesn't come to us: when it isn't there it is lost, even before it was ever seen.
    virtual bool isFetched() const { return false; }
    /// Controls of a webcam that are to be held. Any thread; carried out by tend().
    virtual void hold(const std::vector<stage::CameraControl>& /*controls*/) {}
    /// After each packet: what else there is to do. False when it is to be opened anew.
    virtual bool tend() { return true; }
};

struct InputRequest {
    stage::SourceKind kind = stage::SourceKind::None;
    std::string address;
    int width = 0; ///< the size it is shown at
    int height = 0;
    int fps = 30; ///< of the canvas
    std::vector<stage::CameraControl> controls{};
};
std::unique_ptr<CameraInput> makeCameraInput(const InputRequest& request);

// In files of their own.
std::unique_ptr<CameraInput> makeRtmpInput(const std::string& address);
std::unique_ptr<CameraInput> makeNetInput(stage::SourceKind kind, const std::string& address);
std::unique_ptr<CameraInput> makeDeviceInput(const InputRequest& request);

} // namespace vitrina::engine::obs
