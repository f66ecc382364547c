// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Tables as spreadsheets save them: text in rows and cells. What the cells mean is PlanCsv's business.
namespace vitrina::show {

inline constexpr std::size_t maxCsvBytes = 16u << 20;
inline constexpr std::size_t maxCsvRecords = 100'000;
inline constexpr std::size_t maxCsvColumns = 100;

enum class TextEncoding { None, Utf8, Utf16, Windows1257 };

struct DecodedText {
    std::string utf8; ///< without a byte order mark
    TextEncoding encoding = TextEncoding::None;
};
/// By the byte order mark, else UTF-8 where it is valid, else the Baltic code page of Windows. BadText: it is
/// none of them (or no text at all).
Result<DecodedText> decodeText(std::string_view bytes);

struct CsvRecord {
    std::size_t line = 0;           ///< of the file, from 1, where the record begins
    std::vector<std::string> cells; ///< without blanks around them
    bool operator==(const CsvRecord&) const = default;
};

struct CsvTable {
    std::vector<CsvRecord> records; ///< those with anything in them
    char delimiter = ',';
    TextEncoding encoding = TextEncoding::None;
    std::size_t columns = 0; ///< of the widest record
};

/// BadText: see decodeText(). BadFormat: a quote is not closed (the detail is its line). TooLarge: above one
/// of the limits (the detail says which). NotFound: there is nothing in it.
Result<CsvTable> readCsv(std::string_view bytes);

/// One record with its line end (CR LF), quoted where it has to be.
std::string csvRecord(const std::vector<std::string>& cells, char delimiter);

} // namespace vitrina::show
