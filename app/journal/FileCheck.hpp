// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <string>

struct sqlite3;

namespace vitrina::journal {

struct OpenedFile {
    sqlite3* db = nullptr;
    int lock = -1; ///< the file's descriptor with the lock that keeps a second studio out; closed after db
};

/// Opens a show file after looking at it without changing a byte. Errors as of ShowFile::open.
Result<OpenedFile> openShowFile(const std::string& path, bool create);

} // namespace vitrina::journal
