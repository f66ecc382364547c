// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace vitrina::server {

class Database;

/// A prepared statement. Its database's first failure is remembered there and makes every later call do
/// nothing, so that a transaction is written straight down and asked once, at its end, whether all of it went
/// well.
class Statement {
  public:
    enum class Kind { None, Integer, Text }; ///< None: NULL, or neither

    Statement(Database& database, const char* sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(int place, std::int64_t value);
    Statement& bind(int place, std::string_view value); ///< the bytes must live until the next reset
    Statement& blob(int place, std::string_view value); ///< as above
    Statement& null(int place);
    bool row(); ///< true while there is a row
    void run(); ///< to the end, then ready for the next use
    void reset();
    Kind kind(int column) const;
    std::int64_t integer(int column) const;
    std::string text(int column) const;
    std::string blob(int column) const;

  private:
    Database& database_;
    sqlite3_stmt* statement_ = nullptr;
};

/// One connection. Not thread-safe: one thread owns it.
class Database {
  public:
    enum class Use { None, Write, Read };

    static Result<std::unique_ptr<Database>> open(const std::string& path, Use use);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    bool ok() const { return code_ == 0; }
    std::string problem() const; ///< of the first failure since forget()
    void forget();               ///< to try again after a rollback
    bool begin();
    bool commit(); ///< false: rolled back, nothing of it is written
    void rollBack();
    void execute(const char* sql);
    std::int64_t changed() const; ///< rows changed by the last statement
    std::int64_t lastRow() const;
    /// From here on this connection's commits leave the write-ahead log to who asks for checkpoint().
    void leaveLog();
    int logPages() const { return logPages_; } ///< in it, after the last commit; only after leaveLog()
    /// What of it no reader needs any more is brought into the file; what can't be is left to the next time.
    void checkpoint();

  private:
    friend class Statement;
    explicit Database(sqlite3* handle);
    void note(int code);

    sqlite3* handle_;
    int code_ = 0;
    std::string problem_;
    int logPages_ = 0;
};

} // namespace vitrina::server
