// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace vitrina::server {

struct StaticFile {
    std::string type;
    std::string tag; ///< ETag, with its quotes
    std::shared_ptr<const std::string> bytes;
    std::string packedTag;                     ///< of the same packed: other bytes, so another tag
    std::shared_ptr<const std::string> packed; ///< gzip; null: not text, or too small to be worth it
};

/// Files below one folder by name. A file is read and packed once and again when it has changed on disk.
/// Names that could leave the folder, hidden files and types a page has no use for are not found.
class StaticFiles {
  public:
    explicit StaticFiles(std::string folder) : folder_(std::move(folder)) {}

    /// `name` relative, with slashes; null when there is none.
    const StaticFile* find(std::string_view name);

    /// Whether a name is made of plain parts: letters, digits, `-`, `_`, `.`, none beginning with a dot.
    static bool isPlain(std::string_view name);
    /// The MIME type by ending; empty when it is not served.
    static std::string_view typeOf(std::string_view name);

  private:
    struct Kept {
        StaticFile file;
        std::int64_t changedNs = 0;
        std::int64_t size = 0;
    };

    std::string folder_;
    std::map<std::string, Kept, std::less<>> kept_;
};

} // namespace vitrina::server
