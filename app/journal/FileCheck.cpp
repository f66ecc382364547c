// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/FileCheck.hpp"

#include "base/Id.hpp"
#include "journal/Database.hpp"

#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vitrina::journal {
namespace {

struct CloseDb {
    void operator()(sqlite3* db) const { sqlite3_close(db); }
};
using Db = std::unique_ptr<sqlite3, CloseDb>;

/// A descriptor closed at the end of its scope unless released.
class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0)
            ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int fd() const { return fd_; }
    int release() { return std::exchange(fd_, -1); }

  private:
    int fd_;
};

Error systemError(const std::string& path, const char* doing) {
    const int code = errno;
    const std::string detail = path + ": " + doing + ": " + std::strerror(code);
    if (code == ENOENT)
        return fail(ErrorCode::FileMissing, detail);
    if (code == ENOSPC || code == EDQUOT)
        return fail(ErrorCode::DiskFull, detail);
    return fail(ErrorCode::FileUnreadable, detail);
}

Result<Db> connect(const std::string& path, int flags) {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Db db(raw);
    if (code != SQLITE_OK)
        return raw ? lastError(raw, path) : fail(ErrorCode::Internal, "no memory");
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, 500);
    // A log found beside a file that turns out to be damaged is evidence: it is not folded in on closing.
    sqlite3_db_config(raw, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return db;
}

/// Makes the whole file under another name first, so that a crash leaves either none or a good one.
Result<void> createFile(const FileKind& kind, const std::string& path) {
    const std::string draft = path + "." + randomHex128().substr(0, 8) + ".new";
    const auto build = [&]() -> Result<void> {
        if (kind.ownerOnly) {
            // From its first byte on: SQLite gives its log and its journal the same mode.
            const Descriptor draftFile(::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
            if (draftFile.fd() < 0)
                return fail(ErrorCode::FileUnwritable, draft + ": " + std::strerror(errno));
        }
        const Result<Db> db = connect(draft, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        if (!db)
            return db.error();
        const std::string marks = "PRAGMA application_id = " + std::to_string(kind.applicationId) +
                                  "; PRAGMA user_version = " + std::to_string(kind.version) + ";";
        for (const char* sql : {"PRAGMA synchronous = FULL", "BEGIN", kind.schema, marks.c_str(), "COMMIT"}) {
            if (const auto done = execute(db->get(), sql); !done)
                return done;
        }
        return {};
    };
    Result<void> built = build();
    if (built && std::rename(draft.c_str(), path.c_str()) != 0)
        built = fail(ErrorCode::FileUnwritable, path + ": " + std::strerror(errno));
    if (!built) {
        ::unlink(draft.c_str());
        return built;
    }
    const std::size_t slash = path.rfind('/');
    const Descriptor folder(::open(slash == std::string::npos ? "." : path.substr(0, slash + 1).c_str(),
                                   O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.fd() >= 0)
        ::fsync(folder.fd());
    return {};
}

std::uint32_t bigEndian(const unsigned char* bytes) {
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 |
           bytes[3];
}

/// What SQLite's file header says (sqlite.org/fileformat2.html, 1.3): offset 60 user version, 68 application
/// id.
Result<void> checkHeader(const FileKind& kind, int fd, const std::string& path) {
    std::array<unsigned char, 100> header{};
    const ssize_t got = ::pread(fd, header.data(), header.size(), 0);
    if (got < 0)
        return systemError(path, "read");
    static constexpr char magic[] = "SQLite format 3";
    const auto compared = std::min<std::size_t>(static_cast<std::size_t>(got), sizeof magic);
    if (std::memcmp(header.data(), magic, compared) != 0)
        return fail(ErrorCode::FileNotOurs, path);
    if (static_cast<std::size_t>(got) < header.size())
        return fail(ErrorCode::FileDamaged, path + ": cut off within its header");
    if (bigEndian(&header[68]) != static_cast<std::uint32_t>(kind.applicationId))
        return fail(ErrorCode::FileNotOurs, path + ": another program's database");
    const std::uint32_t version = bigEndian(&header[60]);
    if (version > static_cast<std::uint32_t>(kind.version))
        return fail(ErrorCode::FileTooNew, path + ": version " + std::to_string(version));
    if (version == 0)
        return fail(ErrorCode::FileDamaged, path + ": no version");
    return {};
}

Result<void> checkContents(const FileKind& kind, sqlite3* db, const std::string& path) {
    Statement check(db, "PRAGMA quick_check(1)");
    if (!check.step())
        return check.error();
    if (const std::string found = check.text(0); found != "ok")
        return fail(ErrorCode::FileDamaged, path + ": " + found);
    for (const char* table : kind.tables) {
        Statement find(db, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
        if (!find.bind(table).step())
            return fail(ErrorCode::FileDamaged, path + ": no table " + table);
    }
    return {};
}

} // namespace

Result<OpenedFile> openFile(const FileKind& kind, const std::string& path, bool create) {
    struct stat info {};
    if (create && ::stat(path.c_str(), &info) != 0 && errno == ENOENT) {
        if (const auto created = createFile(kind, path); !created)
            return created.error();
    }
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.fd() < 0 || ::fstat(file.fd(), &info) != 0)
        return systemError(path, "open");
    if (!S_ISREG(info.st_mode))
        return fail(ErrorCode::FileNotOurs, path + ": no file");
    // flock and not SQLite's own locks: those are let go between transactions, and two studios on one show
    // would number their records alike.
    if (::flock(file.fd(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return fail(ErrorCode::Busy, path + ": open in another studio");
    if (info.st_size == 0)
        return fail(ErrorCode::FileDamaged, path + ": empty");
    if (const auto ours = checkHeader(kind, file.fd(), path); !ours)
        return ours.error();
    Result<Db> db = connect(path, SQLITE_OPEN_READWRITE);
    if (!db)
        return db.error();
    if (const auto sound = checkContents(kind, db->get(), path); !sound)
        return sound.error();
    if (kind.ownerOnly && (info.st_mode & 077) != 0 && ::fchmod(file.fd(), 0600) != 0)
        return fail(ErrorCode::FileUnwritable, path + ": can't be kept from others");
    if (sqlite3_db_readonly(db->get(), "main") == 1)
        return fail(ErrorCode::FileUnwritable, path);
    for (const char* sql : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
                            "PRAGMA foreign_keys = ON", "BEGIN IMMEDIATE", "COMMIT"}) {
        if (const auto done = execute(db->get(), sql); !done)
            return done.error();
    }
    sqlite3_db_config(db->get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    return OpenedFile{db->release(), file.release()};
}

} // namespace vitrina::journal
