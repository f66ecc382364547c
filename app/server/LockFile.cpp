// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/LockFile.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace vitrina::server {

Result<std::unique_ptr<LockFile>> LockFile::take(const std::string& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all,
                                 error); // Buyers' data lives in it.
    if (error)
        return fail(ErrorCode::FileUnwritable, folder + ": " + error.message());
    // A file of its own for the lock: server.lock is replaced with every change, and a lock stays with its
    // file.
    const std::string path = folder + "/server.guard";
    const int guard = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (guard < 0)
        return fail(ErrorCode::FileUnwritable, path + ": " + std::strerror(errno));
    if (flock(guard, LOCK_EX | LOCK_NB) != 0) {
        close(guard);
        return fail(ErrorCode::PortInUse, folder + " is served by another process");
    }
    return std::unique_ptr<LockFile>(new LockFile(folder, guard));
}

LockFile::~LockFile() {
    unlink((folder_ + "/" + protocol::serverLockName).c_str());
    close(guard_);
}

Result<void> LockFile::write(const protocol::ServerLock& lock) {
    const std::string path = folder_ + "/" + protocol::serverLockName;
    const std::string beside = path + ".new";
    const std::string json = protocol::encodeServerLock(lock);
    const int file = open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return fail(ErrorCode::FileUnwritable, beside + ": " + std::strerror(errno));
    const bool whole = ::write(file, json.data(), json.size()) == static_cast<ssize_t>(json.size());
    close(file);
    if (!whole || rename(beside.c_str(), path.c_str()) != 0)
        return fail(ErrorCode::FileUnwritable, path + ": " + std::strerror(errno));
    return {};
}

} // namespace vitrina::server
