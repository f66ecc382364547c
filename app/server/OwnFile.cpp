// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/OwnFile.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vitrina::server {

Result<void> writeOwnFile(const std::string& path, const std::string& content) {
    const std::string beside = path + ".new";
    const int file = open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return fail(ErrorCode::FileUnwritable, beside + ": " + std::strerror(errno));
    const bool whole =
        fchmod(file, S_IRUSR | S_IWUSR) == 0 &&
        ::write(file, content.data(), content.size()) == static_cast<ssize_t>(content.size()) &&
        fsync(file) == 0;
    close(file);
    if (!whole || rename(beside.c_str(), path.c_str()) != 0)
        return fail(ErrorCode::FileUnwritable, path + ": " + std::strerror(errno));
    return {};
}

std::string readOwnFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Result<std::string> readSecretFile(const std::string& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0)
        return fail(ErrorCode::FileUnreadable, path);
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(ErrorCode::NotAuthorised,
                    path + ": a file with a password is for its owner only (chmod 600)");
    return readOwnFile(path);
}

} // namespace vitrina::server
