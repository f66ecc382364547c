// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/Database.hpp"

#include <sqlite3.h>

#include <cerrno>

namespace vitrina::journal {

Error lastError(sqlite3* db, std::string_view doing) {
    const std::string detail = std::string(doing) + ": " + sqlite3_errmsg(db);
    const int system = sqlite3_system_errno(db);
    switch (sqlite3_errcode(db) & 0xFF) {
    case SQLITE_FULL:
        return fail(ErrorCode::DiskFull, detail);
    case SQLITE_IOERR:
        return fail(system == ENOSPC || system == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                    detail);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return fail(ErrorCode::FileUnwritable, detail);
    case SQLITE_CANTOPEN:
        return fail(system == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, detail);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return fail(ErrorCode::FileDamaged, detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(ErrorCode::Busy, detail);
    default:
        return fail(ErrorCode::Internal, detail);
    }
}

Result<void> execute(sqlite3* db, const char* sql) {
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError(db, sql);
    return {};
}

Statement::Statement(sqlite3* db, std::string_view sql) : db_(db) {
    failed_ =
        sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr) != SQLITE_OK;
}

Statement::~Statement() {
    sqlite3_finalize(statement_);
}

Statement& Statement::bind(std::int64_t value) {
    if (statement_)
        sqlite3_bind_int64(statement_, ++bound_, value);
    return *this;
}

Statement& Statement::bind(std::string_view text) {
    if (statement_)
        sqlite3_bind_text(statement_, ++bound_, text.data() ? text.data() : "", static_cast<int>(text.size()),
                          SQLITE_TRANSIENT);
    return *this;
}

bool Statement::step() {
    if (failed_)
        return false;
    const int code = sqlite3_step(statement_);
    failed_ = code != SQLITE_ROW && code != SQLITE_DONE;
    return code == SQLITE_ROW;
}

Result<void> Statement::run() {
    step();
    if (failed_)
        return error();
    return {};
}

Error Statement::error() const {
    return lastError(db_, "statement");
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                 : std::string();
}

} // namespace vitrina::journal
