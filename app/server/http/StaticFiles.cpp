// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/StaticFiles.hpp"

#include "server/http/Gzip.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vitrina::server {

namespace {

constexpr std::int64_t largest = 16 << 20;

std::string readAll(int file, std::int64_t size) {
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const ssize_t got = read(file, bytes.data() + have, bytes.size() - have);
        if (got <= 0)
            break;
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

/// Pictures but SVG are packed by their own format already.
bool isText(std::string_view type) {
    return type.starts_with("text/") || type.starts_with("application/") || type == "image/svg+xml";
}

StaticFile kept(std::string_view type, const std::string& version, std::string bytes) {
    std::string packed = isText(type) && bytes.size() >= worthPacking ? gzipped(bytes, 9) : std::string();
    StaticFile file{std::string(type), "\"" + version + "\"",
                    std::make_shared<const std::string>(std::move(bytes)), "\"" + version + "-gz\"", nullptr};
    if (!packed.empty() && packed.size() < file.bytes->size())
        file.packed = std::make_shared<const std::string>(std::move(packed));
    return file;
}

} // namespace

bool StaticFiles::isPlain(std::string_view name) {
    if (name.empty() || name.size() > 200)
        return false;
    char before = '/';
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter && c != '-' && c != '_' && c != '.' && c != '/')
            return false;
        if (before == '/' && (c == '.' || c == '/'))
            return false;
        before = c;
    }
    return before != '/';
}

std::string_view StaticFiles::typeOf(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> types{{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".webmanifest", "application/manifest+json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".jpeg", "image/jpeg"},
        {".webp", "image/webp"},
        {".ico", "image/x-icon"},
    }};
    const auto found =
        std::ranges::find_if(types, [name](const auto& type) { return name.ends_with(type.first); });
    return found == types.end() ? std::string_view() : found->second;
}

const StaticFile* StaticFiles::find(std::string_view name) {
    const std::string_view type = typeOf(name);
    if (!isPlain(name) || type.empty())
        return nullptr;
    const std::string path = folder_ + "/" + std::string(name);
    // O_NOFOLLOW: a link in an assets folder must not show what it points to.
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return nullptr;
    struct stat status {};
    const bool usable = fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size <= largest;
    const std::int64_t changed = std::int64_t(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
    auto at = kept_.find(name);
    if (usable &&
        (at == kept_.end() || at->second.changedNs != changed || at->second.size != status.st_size)) {
        std::string bytes = readAll(file, status.st_size);
        const std::string version = std::to_string(changed) + "-" + std::to_string(bytes.size());
        at = kept_
                 .insert_or_assign(std::string(name),
                                   Kept{kept(type, version, std::move(bytes)), changed, status.st_size})
                 .first;
    }
    close(file);
    return usable ? &at->second.file : nullptr;
}

} // namespace vitrina::server
