// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

namespace vitrina::wire {

/// How a server's public address looks from here.
enum class Probed {
    Silent,    ///< not known, not answering, or not a show server
    Untrusted, ///< it answers, but browsers warn of its certificate
    Good
};

/// Opens https://HOST:PORT/healthz as a viewer would, with this machine's certificate authorities. Blocks for
/// at most so long, but for the name's look-up, or until it is cancelled (Silent then); on a thread of one's
/// own.
Probed probe(const std::string& host, int port, std::int64_t timeoutMs, const std::atomic<bool>& cancelled);

} // namespace vitrina::wire
