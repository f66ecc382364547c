// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/Journal.hpp"

#include "journal/Database.hpp"
#include "journal/FileCheck.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <map>

#include <unistd.h>

namespace vitrina::journal {
namespace {

using record::Origin;
using record::Record;

constexpr std::uint64_t maxSeq = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

// "number" is the order in which records of both origins were written here.
const char* const showSchema = R"(
CREATE TABLE document(id INTEGER PRIMARY KEY CHECK (id = 1), json TEXT NOT NULL);
CREATE TABLE run(id INTEGER PRIMARY KEY, show TEXT NOT NULL, run TEXT NOT NULL UNIQUE);
CREATE TABLE record(number INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES run(id), origin INTEGER NOT NULL,
    seq INTEGER NOT NULL, seen INTEGER NOT NULL, wall INTEGER NOT NULL, mono INTEGER NOT NULL, boot TEXT NOT NULL,
    kind TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE(run_id, origin, seq));
CREATE INDEX record_phase ON record(run_id, kind) WHERE kind IN ('show.went_live', 'show.run_ended');
CREATE TABLE cursor(run TEXT NOT NULL, peer TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(run, peer)) WITHOUT ROWID;
)";

const FileKind showFileKind{
    showFileApplicationId, showFileVersion, showSchema, {"document", "run", "record", "cursor"}, false};

const char* const recordColumns =
    "run.show, run.run, r.origin, r.seq, r.seen, r.wall, r.mono, r.boot, r.kind, r.version, r.body ";

Result<Record> recordOf(const Statement& row) {
    Result<record::Fact> fact =
        record::decodeFact({row.text(8), static_cast<int>(row.integer(9)), row.text(10)});
    if (!fact)
        return fail(ErrorCode::FileDamaged, "record " + row.text(1) + " " + std::to_string(row.integer(3)) +
                                                ": " + fact.error().detail);
    return Record{{row.text(0)},
                  {row.text(1)},
                  static_cast<Origin>(row.integer(2)),
                  static_cast<std::uint64_t>(row.integer(3)),
                  static_cast<std::uint64_t>(row.integer(4)),
                  {row.integer(5), row.integer(6)},
                  row.text(7),
                  std::move(*fact)};
}

Result<std::vector<Record>> recordsOf(Statement& rows) {
    std::vector<Record> records;
    while (rows.step()) {
        Result<Record> record = recordOf(rows);
        if (!record)
            return record.error();
        records.push_back(std::move(*record));
    }
    if (rows.failed())
        return rows.error();
    return records;
}

/// One append: the transaction's view of which runs and seqs there are.
class Appending {
  public:
    explicit Appending(sqlite3* db) : db_(db) {}

    Result<void> add(const Record& record) {
        if (record.origin == Origin::None || record.seq == 0 || record.seq > maxSeq || record.run.empty())
            return fail(ErrorCode::Internal, "a record without run, origin or seq");
        const Result<std::int64_t> run = runRow(record);
        if (!run)
            return run.error();
        std::uint64_t& last = lastSeq(*run, record.origin);
        if (record.seq <= last)
            return compare(*run, record);
        if (record.seq != last + 1)
            return fail(ErrorCode::Internal,
                        "a gap: record " + std::to_string(record.seq) + " after " + std::to_string(last));
        last = record.seq;
        return insert(*run, record);
    }

  private:
    Result<std::int64_t> runRow(const Record& record) {
        if (const auto known = runs_.find(record.run);
            known != runs_.end() && known->second.first == record.show)
            return known->second.second;
        Statement find(db_, "SELECT id, show FROM run WHERE run = ?");
        if (find.bind(record.run.value).step()) {
            if (find.text(1) != record.show.value)
                return fail(ErrorCode::Internal, "a run of another show");
            runs_[record.run] = {record.show, find.integer(0)};
            return find.integer(0);
        }
        Statement add(db_, "INSERT INTO run(show, run) VALUES(?, ?)");
        if (const auto done = add.bind(record.show.value).bind(record.run.value).run(); !done)
            return done.error();
        const std::int64_t row = sqlite3_last_insert_rowid(db_);
        runs_[record.run] = {record.show, row};
        return row;
    }

    std::uint64_t& lastSeq(std::int64_t run, Origin origin) {
        const auto [place, fresh] = lastSeqs_.try_emplace({run, origin}, 0);
        if (fresh) {
            Statement find(db_, "SELECT MAX(seq) FROM record WHERE run_id = ? AND origin = ?");
            if (find.bind(run).bind(static_cast<std::int64_t>(origin)).step())
                place->second = static_cast<std::uint64_t>(find.integer(0));
        }
        return place->second;
    }

    /// A record that is here already comes again after a cut; anything else under its number is a fault.
    Result<void> compare(std::int64_t run, const Record& record) {
        Statement find(db_, std::string("SELECT ") + recordColumns +
                                "FROM record r JOIN run ON run.id = r.run_id "
                                "WHERE r.run_id = ? AND r.origin = ? AND r.seq = ?");
        find.bind(run)
            .bind(static_cast<std::int64_t>(record.origin))
            .bind(static_cast<std::int64_t>(record.seq));
        if (!find.step())
            return find.failed() ? find.error() : fail(ErrorCode::FileDamaged, "a record is missing");
        const Result<Record> held = recordOf(find);
        if (!held)
            return held.error();
        // By their bytes first: numbers lose their 16th digit when written, so equal facts may differ as
        // values.
        if (*held != record && record::encodeRecord(*held) != record::encodeRecord(record))
            return fail(ErrorCode::Internal,
                        "another record is held under seq " + std::to_string(record.seq));
        return {};
    }

    Result<void> insert(std::int64_t run, const Record& record) {
        const record::EncodedFact fact = record::encodeFact(record.fact);
        Statement add(db_,
                      "INSERT INTO record(run_id, origin, seq, seen, wall, mono, boot, kind, version, body) "
                      "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        add.bind(run)
            .bind(static_cast<std::int64_t>(record.origin))
            .bind(static_cast<std::int64_t>(record.seq));
        add.bind(static_cast<std::int64_t>(record.seenOther)).bind(record.at.wallMs).bind(record.at.monoMs);
        add.bind(record.boot).bind(fact.kind).bind(std::int64_t{fact.version}).bind(fact.body);
        return add.run();
    }

    sqlite3* db_;
    std::map<RunId, std::pair<ShowId, std::int64_t>> runs_;
    std::map<std::pair<std::int64_t, Origin>, std::uint64_t> lastSeqs_;
};

} // namespace

ShowFile::ShowFile(sqlite3* db, std::string path, int lock) : db_(db), path_(std::move(path)), lock_(lock) {}

ShowFile::~ShowFile() {
    // A closed show is one file that can be copied: the log is folded in. It may fail (full disk); then the
    // log stays.
    (void)execute(db_, "PRAGMA journal_mode = DELETE");
    sqlite3_close(db_);
    ::close(lock_); // last: closing any descriptor of the file ends this process's SQLite locks on it
}

Result<std::unique_ptr<ShowFile>> ShowFile::open(const std::string& path, bool create) {
    Result<OpenedFile> opened = openFile(showFileKind, path, create);
    if (!opened)
        return opened.error();
    return std::unique_ptr<ShowFile>(new ShowFile(opened->db, path, opened->lock));
}

Result<void> ShowFile::saveDocument(const std::string& json) {
    Statement save(
        db_,
        "INSERT INTO document(id, json) VALUES(1, ?) ON CONFLICT(id) DO UPDATE SET json = excluded.json");
    return save.bind(json).run();
}

Result<std::string> ShowFile::document() const {
    Statement find(db_, "SELECT json FROM document WHERE id = 1");
    if (find.step())
        return find.text(0);
    return find.failed() ? find.error() : fail(ErrorCode::NotFound, "the file holds no document yet");
}

Result<void> ShowFile::append(const std::vector<record::Record>& records) {
    if (const auto begun = execute(db_, "BEGIN IMMEDIATE"); !begun)
        return begun;
    Appending appending(db_);
    for (const Record& record : records) {
        if (const auto added = appending.add(record); !added) {
            (void)execute(db_, "ROLLBACK"); // Some errors have rolled back already; then this one is refused.
            return added;
        }
    }
    if (const auto done = execute(db_, "COMMIT"); !done) {
        (void)execute(db_, "ROLLBACK");
        return done;
    }
    return {};
}

Result<std::vector<record::Record>> ShowFile::read(const RunId& run, record::Origin origin,
                                                   std::uint64_t after, std::size_t limit) const {
    Statement rows(db_, std::string("SELECT ") + recordColumns +
                            "FROM record r JOIN run ON run.id = r.run_id "
                            "WHERE run.run = ? AND r.origin = ? AND r.seq > ? ORDER BY r.seq LIMIT ?");
    rows.bind(run.value).bind(static_cast<std::int64_t>(origin));
    rows.bind(static_cast<std::int64_t>(std::min(after, maxSeq)));
    rows.bind(static_cast<std::int64_t>(std::min<std::uint64_t>(limit, maxSeq)));
    return recordsOf(rows);
}

Result<std::vector<record::Record>> ShowFile::readRun(const RunId& run) const {
    Statement rows(db_,
                   std::string("SELECT ") + recordColumns +
                       "FROM record r JOIN run ON run.id = r.run_id WHERE run.run = ? ORDER BY r.number");
    rows.bind(run.value);
    return recordsOf(rows);
}

std::uint64_t ShowFile::lastSeq(const RunId& run, record::Origin origin) const {
    Statement find(db_, "SELECT MAX(r.seq) FROM record r JOIN run ON run.id = r.run_id "
                        "WHERE run.run = ? AND r.origin = ?");
    find.bind(run.value).bind(static_cast<std::int64_t>(origin));
    return find.step() ? static_cast<std::uint64_t>(find.integer(0)) : 0;
}

Result<void> ShowFile::setCursor(const RunId& run, const std::string& peer, std::uint64_t seq) {
    Statement save(db_, "INSERT INTO cursor(run, peer, seq) VALUES(?, ?, ?) "
                        "ON CONFLICT(run, peer) DO UPDATE SET seq = excluded.seq");
    return save.bind(run.value).bind(peer).bind(static_cast<std::int64_t>(std::min(seq, maxSeq))).run();
}

std::uint64_t ShowFile::cursor(const RunId& run, const std::string& peer) const {
    Statement find(db_, "SELECT seq FROM cursor WHERE run = ? AND peer = ?");
    return find.bind(run.value).bind(peer).step() ? static_cast<std::uint64_t>(find.integer(0)) : 0;
}

std::vector<RunInfo> ShowFile::runs() const {
    Statement rows(db_,
                   "SELECT run.run, "
                   "(SELECT wall FROM record r WHERE r.run_id = run.id ORDER BY number LIMIT 1), "
                   "EXISTS(SELECT 1 FROM record r WHERE r.run_id = run.id AND r.kind = 'show.went_live'), "
                   "EXISTS(SELECT 1 FROM record r WHERE r.run_id = run.id AND r.kind = 'show.run_ended') "
                   "FROM run ORDER BY run.id DESC");
    std::vector<RunInfo> runs;
    while (rows.step())
        runs.push_back({{rows.text(0)}, rows.integer(1), rows.integer(2) != 0, rows.integer(3) != 0});
    return runs;
}

std::string ShowFile::path() const {
    return path_;
}

} // namespace vitrina::journal
