// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <cstdint>
#include <string>
#include <vector>

struct sqlite3;

namespace vitrina::journal {

/// One of our kinds of file: a SQLite database with its own marks.
struct FileKind {
    std::int32_t applicationId = 0;
    int version = 0;
    const char* schema = "";
    std::vector<const char*> tables; ///< that must be there
    bool ownerOnly = false;          ///< nobody else on this machine may read it
};

struct OpenedFile {
    sqlite3* db = nullptr;
    int lock = -1; ///< the file's descriptor with the lock that keeps a second studio out; closed after db
};

/// Opens a file after looking at it without changing a byte. Errors as of ShowFile::open.
Result<OpenedFile> openFile(const FileKind& kind, const std::string& path, bool create);

} // namespace vitrina::journal
