// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

struct sqlite3;

/// The shop book's file: an append-only journal of what was kept, read by its owner only. What the entries
/// mean is record/ShopEntries' business; here they are bytes.
namespace vitrina::journal {

inline constexpr std::int32_t shopBookApplicationId = 0x56545242; ///< "VTRB" in the SQLite header
inline constexpr int shopBookVersion = 1;

struct BookEntry {
    std::int64_t wallMs = 0; ///< when it was kept
    std::string kind;
    int version = 1;
    std::string body;
    bool operator==(const BookEntry&) const = default;
};

/// Not thread-safe: one thread owns it.
class ShopBookFile {
  public:
    /// Errors: those of ShowFile::open. A damaged, foreign or newer file is left as it is.
    static Result<std::unique_ptr<ShopBookFile>> open(const std::string& path, bool create);
    ~ShopBookFile();
    ShopBookFile(const ShopBookFile&) = delete;
    ShopBookFile& operator=(const ShopBookFile&) = delete;

    /// All of them or none; on disk when it returns. `next` makes them one after the other, so that a table
    /// of 100,000 products is not held twice.
    Result<void> append(std::size_t count, const std::function<BookEntry(std::size_t)>& next);
    Result<void> append(const std::vector<BookEntry>& entries);
    /// In the order they were written; the first error of `each` ends it and is given back.
    Result<void> read(const std::function<Result<void>(const BookEntry&)>& each) const;
    std::string path() const { return path_; }

  private:
    ShopBookFile(sqlite3* db, std::string path, int lock);
    sqlite3* db_;
    std::string path_;
    int lock_;
};

} // namespace vitrina::journal
