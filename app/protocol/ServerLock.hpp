// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"

#include <cstdint>
#include <string>

namespace vitrina::protocol {

inline constexpr const char* serverLockName = "server.lock";

/// What a running server leaves in its data folder (0600) so that a studio can find it. Written by the server
/// to a file beside it and renamed, so that a reader never sees half of it.
struct ServerLock {
    std::int64_t pid = 0;
    std::string socket; ///< path of the control socket
    std::string secret;
    int port = 0;
    std::string url; ///< of the viewers' page
    ShowId show;     ///< empty until a studio has said hello
    RunId run;
    std::int64_t startedMs = 0;

    bool operator==(const ServerLock&) const = default;
};

std::string encodeServerLock(const ServerLock& lock);
Result<ServerLock> decodeServerLock(const std::string& json);

} // namespace vitrina::protocol
