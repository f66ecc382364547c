// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/ServerFolder.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <sys/stat.h>

namespace vitrina::link {

Result<protocol::ServerLock> readServerLock(const std::string& dataFolder) {
    const std::string path = dataFolder + "/" + protocol::serverLockName;
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0)
        return fail(errno == ENOENT ? ErrorCode::FileMissing : ErrorCode::FileUnreadable,
                    path + ": " + std::strerror(errno));
    if ((info.st_mode & 077) != 0)
        return fail(ErrorCode::NotAuthorised, path + ": may be read by others");
    std::ifstream in(path, std::ios::binary);
    const std::string json{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in)
        return fail(ErrorCode::FileUnreadable, path);
    return protocol::decodeServerLock(json);
}

} // namespace vitrina::link
