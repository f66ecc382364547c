// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "link/ServerAddress.hpp"
#include "protocol/PairingCode.hpp"

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>

namespace vitrina::link {

/// A show server elsewhere that this studio may drive.
struct PairedServer {
    ServerAddress address; ///< with the long-lived secret
    std::string url;       ///< of the viewers' page, as the server said when it was paired

    bool operator==(const PairedServer&) const = default;
};

/// Uses a pairing code up: the server gives the long-lived secret for it. Blocks; on a thread of one's own.
/// LinkDown: it can't be reached; NotAuthorised: another server, or the code is over or was used;
/// VersionMismatch. Cancelled: LinkDown, within a moment.
Result<PairedServer> pairWith(const protocol::PairingCode& code, std::int64_t timeoutMs,
                              const std::atomic<bool>* cancelled = nullptr);

/// Kept in a file that only its owner can read. FileUnwritable.
Result<void> keepPairedServer(const std::string& path, const PairedServer& server);
/// Nothing: none is kept. FileDamaged; NotAuthorised: others may read it, so its secret is none.
Result<std::optional<PairedServer>> readPairedServer(const std::string& path);

} // namespace vitrina::link
