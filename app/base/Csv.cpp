// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Csv.hpp"

#include <algorithm>
#include <compare>
#include <map>
#include <utility>

namespace vitrina {
namespace {

constexpr std::string_view noBreakSpace = "\xC2\xA0";
/// What is looked at to find the delimiter.
constexpr std::size_t sampleRecords = 30;

std::string_view withoutBlanks(std::string_view text) {
    for (bool more = true; more && !text.empty();) {
        more = true;
        if (text.front() == ' ' || text.front() == '\t')
            text.remove_prefix(1);
        else if (text.back() == ' ' || text.back() == '\t')
            text.remove_suffix(1);
        else if (text.starts_with(noBreakSpace))
            text.remove_prefix(noBreakSpace.size());
        else if (text.ends_with(noBreakSpace))
            text.remove_suffix(noBreakSpace.size());
        else
            more = false;
    }
    return text;
}

/// How well a delimiter cuts the first records into a rectangle. `headed`: half of them or more are as wide
/// as the first, which has the headings; words with many commas are not.
struct Fit {
    bool headed = false;
    std::size_t cells = 0; ///< in the records of the width that most of them have

    auto operator<=>(const Fit&) const = default;
};

Fit fit(std::string_view text, char delimiter) {
    CsvReading reading(text, delimiter);
    std::map<std::size_t, std::size_t> widths;
    CsvRecord record;
    std::size_t first = 0;
    std::size_t read = 0;
    for (; read < sampleRecords; ++read) {
        const Result<bool> more = reading.next(record);
        if (!more || !*more)
            break; // those before what can't be read count
        first = read == 0 ? record.cells.size() : first;
        ++widths[record.cells.size()];
    }
    Fit found;
    for (const auto& [width, count] : widths)
        found.cells = std::max(found.cells, width > 1 ? width * count : 0);
    found.headed = first > 1 && widths[first] * 2 >= read;
    return found;
}

char guessDelimiter(std::string_view text) {
    char best = ',';
    Fit most;
    for (const char candidate : {';', '\t', ','}) {
        const Fit found = fit(text, candidate);
        if (found > most) {
            most = found;
            best = candidate;
        }
    }
    return best;
}

} // namespace

Result<bool> CsvReading::next(CsvRecord& record) {
    while (at_ < text_.size()) {
        if (const Result<void> taken = take(record); !taken)
            return taken.error();
        if (std::ranges::any_of(record.cells, [](const std::string& cell) { return !cell.empty(); }))
            return true;
    }
    return false;
}

Result<void> CsvReading::take(CsvRecord& record) {
    record.line = line_;
    record.cells.clear();
    do {
        if (record.cells.size() == maxColumns_)
            return fail(ErrorCode::TooLarge, "columns");
        Result<std::string> cell = this->cell();
        if (!cell)
            return cell.error();
        record.cells.push_back(std::string(withoutBlanks(*cell)));
    } while (skip(delimiter_));
    lineEnd();
    return {};
}

Result<std::string> CsvReading::cell() {
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] == ' ')
        ++at_;
    if (at_ < text_.size() && text_[at_] == '"')
        return quoted();
    at_ = std::min(text_.find_first_of(ends(), start), text_.size());
    return std::string(text_.substr(start, at_ - start));
}

/// From the opening quote to the delimiter; what follows the closing quote belongs to the cell.
Result<std::string> CsvReading::quoted() {
    const std::size_t opened = line_;
    std::string cell;
    ++at_;
    for (;;) {
        if (at_ >= text_.size())
            return fail(ErrorCode::BadFormat, std::to_string(opened));
        const char c = text_[at_++];
        if (c == '"') {
            if (!skip('"'))
                break;
        } else if (c == '\r') {
            // One line end, however it is written.
            skip('\n');
            ++line_;
            cell += '\n';
            continue;
        } else if (c == '\n') {
            ++line_;
        }
        cell += c;
    }
    const std::size_t closed = at_;
    at_ = std::min(text_.find_first_of(ends(), closed), text_.size());
    cell += text_.substr(closed, at_ - closed);
    return cell;
}

void CsvReading::lineEnd() {
    if (skip('\r'))
        skip('\n');
    else
        skip('\n');
    ++line_;
}

bool CsvReading::skip(char c) {
    const bool there = at_ < text_.size() && text_[at_] == c;
    at_ += there ? 1 : 0;
    return there;
}

std::string_view CsvReading::ends() {
    ends_ = {delimiter_, '\r', '\n'};
    return {ends_.data(), ends_.size()};
}

char takeDelimiter(std::string_view& text) {
    // A note of one spreadsheet to another.
    constexpr std::string_view note = "sep=";
    if (text.size() > note.size() && text.starts_with(note)) {
        const char named = text[note.size()];
        const std::size_t end = text.find_first_of("\r\n");
        if (end == note.size() + 1 && std::string_view(";,\t|").find(named) != std::string_view::npos) {
            text.remove_prefix(end);
            return named;
        }
    }
    return guessDelimiter(text);
}

Result<CsvTable> readCsv(std::string_view bytes) {
    if (bytes.size() > maxCsvBytes)
        return fail(ErrorCode::TooLarge, "bytes");
    Result<DecodedText> decoded = decodeText(bytes);
    if (!decoded)
        return decoded.error();
    std::string_view text = decoded->utf8;
    CsvTable table;
    table.encoding = decoded->encoding;
    table.delimiter = takeDelimiter(text);
    CsvReading reading(text, table.delimiter);
    CsvRecord record;
    for (;;) {
        const Result<bool> more = reading.next(record);
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (table.records.size() == maxCsvRecords)
            return fail(ErrorCode::TooLarge, "rows");
        table.columns = std::max(table.columns, record.cells.size());
        table.records.push_back(std::move(record));
    }
    if (table.records.empty())
        return fail(ErrorCode::NotFound, "rows");
    return table;
}

std::string csvRecord(const std::vector<std::string>& cells, char delimiter) {
    std::string line;
    const std::string special = std::string("\"\r\n") + delimiter;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += delimiter;
        if (cells[i].find_first_of(special) == std::string::npos) {
            line += cells[i];
            continue;
        }
        line += '"';
        for (const char c : cells[i]) {
            if (c == '"')
                line += '"';
            line += c;
        }
        line += '"';
    }
    return line + "\r\n";
}

} // namespace vitrina
