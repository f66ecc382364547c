// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/ShopBookFile.hpp"

#include "journal/Database.hpp"
#include "journal/FileCheck.hpp"

#include <sqlite3.h>

#include <unistd.h>

namespace vitrina::journal {
namespace {

// The triggers keep the promise: nothing here is ever changed or taken away.
const char* const schema = R"(
CREATE TABLE entry(number INTEGER PRIMARY KEY, wall INTEGER NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL,
    body TEXT NOT NULL);
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'append only'); END;
)";

const FileKind bookKind{shopBookApplicationId, shopBookVersion, schema, {"entry"}, true};

} // namespace

ShopBookFile::ShopBookFile(sqlite3* db, std::string path, int lock)
    : db_(db), path_(std::move(path)), lock_(lock) {}

ShopBookFile::~ShopBookFile() {
    // As of a show file: one file that can be copied, and the lock let go last.
    (void)execute(db_, "PRAGMA journal_mode = DELETE");
    sqlite3_close(db_);
    ::close(lock_);
}

Result<std::unique_ptr<ShopBookFile>> ShopBookFile::open(const std::string& path, bool create) {
    Result<OpenedFile> opened = openFile(bookKind, path, create);
    if (!opened)
        return opened.error();
    return std::unique_ptr<ShopBookFile>(new ShopBookFile(opened->db, path, opened->lock));
}

Result<void> ShopBookFile::append(std::size_t count, const std::function<BookEntry(std::size_t)>& next) {
    if (const auto begun = execute(db_, "BEGIN IMMEDIATE"); !begun)
        return begun;
    for (std::size_t i = 0; i < count; ++i) {
        const BookEntry entry = next(i);
        Statement add(db_, "INSERT INTO entry(wall, kind, version, body) VALUES(?, ?, ?, ?)");
        add.bind(entry.wallMs).bind(entry.kind).bind(std::int64_t{entry.version}).bind(entry.body);
        if (const auto added = add.run(); !added) {
            (void)execute(db_, "ROLLBACK");
            return added;
        }
    }
    if (const auto done = execute(db_, "COMMIT"); !done) {
        (void)execute(db_, "ROLLBACK");
        return done;
    }
    return {};
}

Result<void> ShopBookFile::append(const std::vector<BookEntry>& entries) {
    return append(entries.size(), [&](std::size_t i) { return entries[i]; });
}

Result<void> ShopBookFile::read(const std::function<Result<void>(const BookEntry&)>& each) const {
    Statement rows(db_, "SELECT wall, kind, version, body FROM entry ORDER BY number");
    while (rows.step()) {
        if (const auto done =
                each({rows.integer(0), rows.text(1), static_cast<int>(rows.integer(2)), rows.text(3)});
            !done)
            return done;
    }
    if (rows.failed())
        return rows.error();
    return {};
}

} // namespace vitrina::journal
