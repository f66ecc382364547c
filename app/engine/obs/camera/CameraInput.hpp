// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "engine/obs/camera/Libav.hpp"
#include "stage/SetUp.hpp"

#include <memory>
#include <string>

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
};

std::unique_ptr<CameraInput> makeCameraInput(stage::SourceKind kind, const std::string& address);

/// The RTMP one, in a file of its own.
std::unique_ptr<CameraInput> makeRtmpInput(const std::string& address);

} // namespace vitrina::engine::obs
