// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Tables as spreadsheets and shops save them: text in rows and cells. What the cells mean is their readers'
/// business (show/PlanCsv, commerce/ProductTable).
namespace vitrina {

inline constexpr std::size_t maxCsvBytes = 16u << 20;
inline constexpr std::size_t maxCsvRecords = 100'000;
inline constexpr std::size_t maxCsvColumns = 100;

enum class TextEncoding { None, Utf8, Utf16, Windows1257, Windows1252 };

struct DecodedText {
    std::string utf8; ///< without a byte order mark
    TextEncoding encoding = TextEncoding::None;
};
/// By the byte order mark, else UTF-8 where it is valid, else the Baltic code page of Windows, else the
/// western one (whose letters are those of Latin-1). BadText: it is none of them (or no text at all).
Result<DecodedText> decodeText(std::string_view bytes);
/// As a person has said it is; None: as above. BadText: there are bytes that mean nothing in it.
Result<DecodedText> decodeText(std::string_view bytes, TextEncoding as);

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

/// Goes through a text once, record by record, and keeps none: for tables too long to hold. A quote opens a
/// cell only at its start; anywhere else it is a character like any other, as in 5" screens.
class CsvReading {
  public:
    CsvReading(std::string_view text, char delimiter, std::size_t maxColumns = maxCsvColumns)
        : text_(text), delimiter_(delimiter), maxColumns_(maxColumns) {}

    /// The next record with anything in it; false: there is none. Errors: BadFormat, TooLarge ("columns").
    Result<bool> next(CsvRecord& record);
    bool atEnd() const { return at_ >= text_.size(); }
    std::size_t position() const { return at_; } ///< bytes of the text behind us

  private:
    Result<void> take(CsvRecord& record);
    Result<std::string> cell();
    Result<std::string> quoted();
    void lineEnd();
    bool skip(char c);
    std::string_view ends();

    std::string_view text_;
    char delimiter_;
    std::size_t maxColumns_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::array<char, 3> ends_{};
};

/// What stands between the cells: as the first line says ("sep=;", then it is taken off the text), else the
/// one that cuts the first records into a rectangle.
char takeDelimiter(std::string_view& text);

/// One record with its line end (CR LF), quoted where it has to be.
std::string csvRecord(const std::vector<std::string>& cells, char delimiter);

} // namespace vitrina
