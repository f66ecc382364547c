// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "record/Record.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

struct sqlite3;

/// Append-only journal of one show in one SQLite file (the .vitrina show file): the document, and each run's
/// records of both origins.
namespace vitrina::journal {

inline constexpr std::int32_t showFileApplicationId = 0x56545231; ///< "VTR1" in the SQLite header
inline constexpr int showFileVersion = 1;

/// What a run looks like from outside, for the resume question at start.
struct RunInfo {
    RunId run;
    std::int64_t startedWallMs = 0;
    bool live = false;  ///< a WentLive is recorded
    bool ended = false; ///< a RunEnded is recorded
    bool operator==(const RunInfo&) const = default;
};

/// Not thread-safe: one thread owns it (JournalThread in the studio).
class ShowFile {
  public:
    /// Errors: FileMissing (unless create), FileUnreadable, FileNotOurs, FileTooNew, FileDamaged,
    /// FileUnwritable, DiskFull, Busy (another studio has it open). A damaged or foreign file is left as it
    /// is.
    static Result<std::unique_ptr<ShowFile>> open(const std::string& path, bool create);
    ~ShowFile();
    ShowFile(const ShowFile&) = delete;
    ShowFile& operator=(const ShowFile&) = delete;

    Result<void> saveDocument(const std::string& json);
    Result<std::string> document() const; ///< NotFound in a new file

    /// One transaction, durable when it returns. A record already held (same show, run, origin, seq) is
    /// skipped if it is equal and refused (Internal) if it differs. A gap in seq is refused: records come in
    /// order.
    Result<void> append(const std::vector<record::Record>& records);
    Result<std::vector<record::Record>> read(const RunId& run, record::Origin origin, std::uint64_t after,
                                             std::size_t limit) const;
    /// Both origins in the order they were written here: what resume() and the report read.
    Result<std::vector<record::Record>> readRun(const RunId& run) const;
    std::uint64_t lastSeq(const RunId& run, record::Origin origin) const;
    /// How far the other side has confirmed our records.
    Result<void> setCursor(const RunId& run, const std::string& peer, std::uint64_t seq);
    std::uint64_t cursor(const RunId& run, const std::string& peer) const;
    std::vector<RunInfo> runs() const; ///< newest first
    std::string path() const;

  private:
    ShowFile(sqlite3* db, std::string path, int lock);
    sqlite3* db_;
    std::string path_;
    int lock_;
};

/// The document as a JSON file, for editing by hand: written beside and renamed, so that never half of it is
/// there.
Result<void> exportDocument(const ShowFile& file, const std::string& jsonPath);
/// Checks all of it first; errors as of decodeShowDocument, or FileMissing, FileUnreadable. Runs and records
/// stay.
Result<void> importDocument(ShowFile& file, const std::string& jsonPath);

/// Owns a ShowFile on a thread of its own, so that a take never waits for a disk.
class JournalThread {
  public:
    /// Called on the journal thread after a batch is durable, or failed (then nothing of it was written; it
    /// is kept and tried again each second, and leaves for nobody). A failure is told once, and again when
    /// its code changes; the next success says that it is over. Internal: records that break the journal's
    /// rules were dropped, the rest goes on.
    using Durable = std::function<void(Result<std::vector<record::Record>>)>;

    JournalThread(std::unique_ptr<ShowFile> file, Durable durable);
    /// Writes what is queued (one attempt), runs what was handed to run(), then closes the file.
    ~JournalThread();
    void append(std::vector<record::Record> records); ///< any thread, returns at once
    /// Runs `work` on the journal thread with the file (reads for the link, cursors), after what was appended
    /// before, unless that can't be written now. Any thread, returns at once.
    void run(std::function<void(ShowFile&)> work);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vitrina::journal
