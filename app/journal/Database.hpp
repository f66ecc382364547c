// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace vitrina::journal {

/// A prepared statement, bound from left to right and stepped. Resets itself at the end of its scope.
class Statement {
  public:
    Statement(sqlite3* db, std::string_view sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(std::int64_t value);
    Statement& bind(std::string_view text);
    /// True while there is a row.
    bool step();
    /// Steps a statement that gives no rows.
    Result<void> run();
    /// Set when step() has failed; a false of step() alone may be the end.
    bool failed() const { return failed_; }
    Error error() const;

    std::int64_t integer(int column) const;
    std::string text(int column) const;

  private:
    sqlite3* db_;
    sqlite3_stmt* statement_ = nullptr;
    int bound_ = 0;
    bool failed_ = false;
};

/// What SQLite's last failure means for a person: DiskFull, FileUnwritable, FileDamaged, Busy …
Error lastError(sqlite3* db, std::string_view doing);
Result<void> execute(sqlite3* db, const char* sql);

} // namespace vitrina::journal
