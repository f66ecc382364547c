// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <string>
#include <string_view>

namespace vitrina::engine::obs {

/// Where an RTMP camera publishes to us: the interface and port we listen on, and the path that is its key.
struct RtmpAddress {
    std::string host;
    int port = 1935;
    std::string path; ///< secret: "live/KEY" or "KEY"
};
Result<RtmpAddress> parseRtmpAddress(std::string_view address);

/// Whether a publisher that connected to `app` and publishes `name` has the path of the address. A path of
/// one part is the name alone, whatever the app: that is how OBS and phones ask for "server" and "stream
/// key".
bool pathMatches(std::string_view path, std::string_view app, std::string_view name);

/// An SRT address as libavformat takes it. One that listens without a passphrase gets bound to this machine
/// alone: anyone on the network could be the camera otherwise.
struct SrtAddress {
    std::string url;        ///< without the passphrase: libavformat logs it
    std::string passphrase; ///< secret
    std::string host;
    int port = 0;
    bool listens = false;
    bool onlyHere = false; ///< bound to this machine for want of a passphrase
};
Result<SrtAddress> parseSrtAddress(std::string_view address);

} // namespace vitrina::engine::obs
