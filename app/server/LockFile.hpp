// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "protocol/ServerLock.hpp"

#include <memory>
#include <string>

namespace vitrina::server {

/// Makes this process the only server of its data folder, and says in `server.lock` how a studio reaches it.
/// The file goes when this does; after a kill -9 the next server takes it over, as the kernel has let go of
/// the lock.
class LockFile {
  public:
    /// PortInUse: another server has the folder. FileUnwritable: it can't be written.
    static Result<std::unique_ptr<LockFile>> take(const std::string& folder);
    ~LockFile();
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;

    /// Replaces the file at once as a whole.
    Result<void> write(const protocol::ServerLock& lock);

  private:
    LockFile(std::string folder, int guard) : folder_(std::move(folder)), guard_(guard) {}

    std::string folder_;
    int guard_; ///< descriptor that holds the lock; closed by the destructor
};

} // namespace vitrina::server
