// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.hpp"

#include <sqlite3.h>

namespace vitrina::server {

namespace {

/// Longer, and a locked file would hold up what could be refused; shorter, and a reader's checkpoint would
/// refuse orders.
constexpr int busyMs = 250;

} // namespace

Statement::Statement(Database& database, const char* sql) : database_(database) {
    database_.note(
        sqlite3_prepare_v3(database_.handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
}

Statement::~Statement() {
    sqlite3_finalize(statement_);
}

Statement& Statement::bind(int place, std::int64_t value) {
    if (database_.ok())
        database_.note(sqlite3_bind_int64(statement_, place, value));
    return *this;
}

Statement& Statement::bind(int place, std::string_view value) {
    if (database_.ok())
        database_.note(sqlite3_bind_text(statement_, place, value.data(), static_cast<int>(value.size()),
                                         SQLITE_STATIC));
    return *this;
}

Statement& Statement::blob(int place, std::string_view value) {
    if (database_.ok())
        database_.note(sqlite3_bind_blob(statement_, place, value.data(), static_cast<int>(value.size()),
                                         SQLITE_STATIC));
    return *this;
}

Statement& Statement::null(int place) {
    if (database_.ok())
        database_.note(sqlite3_bind_null(statement_, place));
    return *this;
}

bool Statement::row() {
    if (!database_.ok())
        return false;
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        database_.note(code);
    return false;
}

void Statement::run() {
    while (row()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(statement_);
}

Statement::Kind Statement::kind(int column) const {
    const int type = sqlite3_column_type(statement_, column);
    return type == SQLITE_INTEGER ? Kind::Integer : type == SQLITE_TEXT ? Kind::Text : Kind::None;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                 : std::string();
}

std::string Statement::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                 : std::string();
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, Use use) {
    sqlite3* handle = nullptr;
    const int flags = use == Use::Write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<Database> database(new Database(handle));
    if (code != SQLITE_OK)
        return fail(ErrorCode::FileUnwritable, path + ": " + sqlite3_errstr(code));
    sqlite3_busy_timeout(handle, busyMs);
    if (use == Use::Write)
        database->execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
    database->execute("PRAGMA foreign_keys=ON;");
    if (!database->ok())
        return fail(database->code_ == SQLITE_NOTADB ? ErrorCode::FileDamaged : ErrorCode::FileUnwritable,
                    path + ": " + database->problem());
    return database;
}

Database::Database(sqlite3* handle) : handle_(handle) {}

Database::~Database() {
    sqlite3_close_v2(handle_);
}

std::string Database::problem() const {
    return problem_;
}

void Database::forget() {
    code_ = SQLITE_OK;
    problem_.clear();
}

bool Database::begin() {
    execute("BEGIN IMMEDIATE");
    return ok();
}

bool Database::commit() {
    execute("COMMIT");
    if (ok())
        return true;
    rollBack();
    return false;
}

void Database::rollBack() {
    if (sqlite3_get_autocommit(handle_) == 0)
        sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Database::execute(const char* sql) {
    if (ok())
        note(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr));
}

std::int64_t Database::changed() const {
    return sqlite3_changes64(handle_);
}

std::int64_t Database::lastRow() const {
    return sqlite3_last_insert_rowid(handle_);
}

void Database::leaveLog() {
    sqlite3_wal_hook(
        handle_,
        [](void* self, sqlite3*, const char*, int pages) {
            static_cast<Database*>(self)->logPages_ = pages;
            return SQLITE_OK;
        },
        this);
}

void Database::checkpoint() {
    sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

void Database::note(int code) {
    if (code == SQLITE_OK || !ok())
        return;
    code_ = code;
    problem_ = sqlite3_errmsg(handle_);
}

} // namespace vitrina::server
