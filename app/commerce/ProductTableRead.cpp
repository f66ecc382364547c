// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/MendedText.hpp"
#include "commerce/PlainText.hpp"
#include "commerce/ProductTable.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace vitrina::commerce {
namespace {

using Column = ProductColumn;

constexpr std::size_t progressRecords = 2048;
/// Reading is the first half of an import, planning the second.
constexpr int readingShare = 500;
constexpr std::string_view formulaSigns = "=+-@";

/// Spreadsheets and shops put a quote before what would be run as a formula (writeProducts() too).
std::string_view unguarded(std::string_view cell) {
    const std::size_t text = cell.find_first_not_of('\'');
    const bool guarded =
        text != std::string_view::npos && text > 0 && formulaSigns.find(cell[text]) != std::string_view::npos;
    return guarded ? cell.substr(1) : cell;
}

std::string lowered(std::string_view text) {
    std::string low(text);
    for (char& c : low)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return low;
}

bool isAddress(std::string_view cell) {
    return cell.find("://") != std::string_view::npos || cell.starts_with("//");
}

/// The cells of a record by what they hold.
class Row {
  public:
    Row(const ProductMapping& mapping, const CsvRecord& record) : line(record.line) {
        const std::size_t width = std::min(mapping.columns.size(), record.cells.size());
        for (std::size_t i = 0; i < width; ++i) {
            const Column column = mapping.columns[i];
            const std::string& cell = record.cells[i];
            if (column == Column::None || cell.empty())
                continue;
            if (column == Column::Label)
                addLabel(mapping.layout, unguarded(cell));
            else if (cells_[std::size_t(column)].empty())
                cells_[std::size_t(column)] = unguarded(cell);
        }
    }

    std::string_view operator[](Column column) const { return cells_[std::size_t(column)]; }
    const std::string& label() const { return label_; }
    const std::size_t line;

    /// The first cell that can't be read; empty: all can.
    std::string_view garbled() const {
        const auto stray = [](std::string_view cell) {
            return cell.find(unreadable) != std::string_view::npos;
        };
        const auto found = std::ranges::find_if(cells_, stray);
        if (found != cells_.end())
            return *found;
        return stray(label_) ? std::string_view(label_) : std::string_view();
    }

  private:
    void addLabel(ProductLayout layout, std::string_view cell) {
        // Shopify's word for "there is only one".
        if (layout == ProductLayout::Shopify && cell == "Default Title")
            return;
        label_ += (label_.empty() ? "" : " / ") + plainText(cell);
        std::ranges::replace(label_, '\n', ' ');
    }

    std::array<std::string_view, productColumns.size()> cells_;
    std::string label_;
};

class Reading {
  public:
    Reading(const TableText& text, const ProductMapping& mapping, const std::string& currency,
            const Progress& progress)
        : text_(text), currency_(currency), progress_(progress) {
        table_.mapping = mapping;
    }

    Result<ProductTable> all() {
        if (table_.mapping.layout == ProductLayout::WooCommerce) {
            if (const Result<void> read = pass([this](const Row& row) { noteParent(row); }, 0); !read)
                return read.error();
        }
        if (const Result<void> read = pass([this](const Row& row) { take(row); }, readingShare); !read)
            return read.error();
        if (addresses_ > 0)
            table_.reports.add(firstAddress_, TableIssue::ImageAddress, std::to_string(addresses_));
        return std::move(table_);
    }

  private:
    template <class Each>
    Result<void> pass(Each each, int share) {
        std::string_view text = text_.utf8;
        CsvReading reading(text, text_.delimiter);
        CsvRecord record;
        for (std::size_t read = 0;; ++read) {
            const Result<bool> more = reading.next(record);
            if (!more)
                return more.error();
            if (!*more || table_.stopped)
                return {};
            if (read > maxTableRecords)
                return fail(ErrorCode::TooLarge, "rows");
            if (read > 0) // the headings
                each(Row(table_.mapping, record));
            if (progress_ && read % progressRecords == 0)
                table_.stopped = !progress_(int(reading.position() * std::size_t(share) / (text.size() + 1)));
        }
    }

    void noteParent(const Row& row) {
        if (lowered(row[Column::Kind]).starts_with("variable") && !row[Column::Sku].empty())
            skuOfId_["id:" + std::string(row[Column::External])] = row[Column::Sku];
    }

    void take(const Row& row) {
        const std::string kind = lowered(row[Column::Kind]);
        if (kind.starts_with("grouped") || kind.starts_with("external"))
            return; // sold elsewhere, or nothing to sell
        const bool onlyProduct = kind.starts_with("variable") || isImageRow(row);
        if (const std::string_view cell = text_.mended ? row.garbled() : std::string_view(); !cell.empty()) {
            table_.reports.add(row.line, TableIssue::BadLetters, std::string(cutText(cell, maxProductWord)));
            ++table_.rows;
            ++table_.badRows;
            return;
        }
        TableProduct& product = productOf(row, kind);
        const std::size_t issues = table_.reports.fatalIssues;
        describe(product.product, row);
        if (onlyProduct)
            return;
        ++table_.rows;
        Variant variant = variantOf(row);
        if (table_.reports.fatalIssues != issues) {
            ++table_.badRows;
            return;
        }
        product.lines.push_back(row.line);
        product.product.variants.push_back(std::move(variant));
    }

    /// Shopify gives each further picture of a product a row of its own.
    bool isImageRow(const Row& row) const {
        return table_.mapping.layout == ProductLayout::Shopify && row[Column::Sku].empty() &&
               row[Column::Price].empty() && row.label().empty() && row[Column::Name].empty();
    }

    std::string keyOf(const Row& row, const std::string& kind) const {
        if (table_.mapping.layout == ProductLayout::WooCommerce) {
            if (kind.find("variation") != std::string::npos && !row[Column::Parent].empty()) {
                const std::string parent(row[Column::Parent]);
                const auto known = skuOfId_.find(parent);
                return "s:" + (known == skuOfId_.end() ? parent : known->second);
            }
            if (!kind.starts_with("variable"))
                return {};
            return "s:" + (row[Column::Sku].empty() ? "id:" + std::string(row[Column::External])
                                                    : std::string(row[Column::Sku]));
        }
        for (const Column column : {Column::Product, Column::Code, Column::Name}) {
            if (!row[column].empty())
                return std::to_string(int(column)) + ":" + std::string(row[column]);
        }
        return {};
    }

    TableProduct& productOf(const Row& row, const std::string& kind) {
        const std::string key = keyOf(row, kind);
        if (!key.empty()) {
            const auto [place, fresh] = groups_.try_emplace(key, table_.products.size());
            if (!fresh)
                return table_.products[place->second];
        }
        table_.products.push_back({{}, row.line, {}});
        return table_.products.back();
    }

    /// What is said of the product stands in any of its rows; the first word counts.
    void describe(Product& product, const Row& row) {
        const auto put = [&](std::string& into, Column column, std::size_t most) {
            if (into.empty() && !row[column].empty())
                into = cut(plainText(row[column]), most, row.line);
        };
        put(product.name, Column::Name, maxProductName);
        std::ranges::replace(product.name, '\n', ' ');
        put(product.description, Column::Description, maxProductDescription);
        if (product.code.empty())
            product.code = word(row, Column::Code);
        if (table_.mapping.layout == ProductLayout::Own && product.id.empty())
            product.id.value = word(row, Column::Product);
        if (!row[Column::Vat].empty() && !product.vatBasisPoints)
            product.vatBasisPoints = vatOf(row);
        if (!row[Column::CollectionOnly].empty())
            product.collectionOnly = flagOf(row) || product.collectionOnly;
        if (product.forbidden.empty())
            product.forbidden = statementsOf(row);
        image(product, row);
    }

    void image(Product& product, const Row& row) {
        const std::string_view cell = row[Column::Image];
        if (cell.empty() || !product.image.empty())
            return;
        if (isAddress(cell)) {
            firstAddress_ = addresses_++ == 0 ? row.line : firstAddress_;
            return;
        }
        // Beside the table only: a path would let a table of somebody else's pick files of this machine.
        if (cell.find_first_of("/\\") != std::string_view::npos || cell.size() > maxProductName)
            return table_.reports.add(row.line, TableIssue::ImageMissing, std::string(cell));
        product.image = cell;
    }

    Variant variantOf(const Row& row) {
        Variant variant;
        variant.sku.value = word(row, Column::Sku);
        variant.external = word(row, Column::External);
        variant.label = simple(row) ? std::string() : row.label();
        if (variant.label.size() > maxProductWord)
            table_.reports.add(row.line, TableIssue::LongWord, variant.label.substr(0, maxProductWord));
        if (variant.sku.empty()) {
            table_.reports.add(row.line, TableIssue::NoSku);
        } else if (const auto [place, fresh] = lines_.try_emplace(variant.sku.value, row.line); !fresh) {
            table_.reports.add(row.line, TableIssue::SkuTwice, std::to_string(place->second));
        }
        price(variant, row);
        if (table_.mapping.has(Column::Pieces))
            variant.allocated = piecesOf(row);
        return variant;
    }

    /// A WooCommerce product without variations lists its attributes all the same.
    bool simple(const Row& row) const {
        return table_.mapping.layout == ProductLayout::WooCommerce && row[Column::Parent].empty();
    }

    void price(Variant& variant, const Row& row) {
        variant.price.currency = currency_;
        if (const std::string named(row[Column::Currency]); !named.empty() && named != currency_)
            table_.reports.add(row.line, TableIssue::OtherCurrency, named);
        const bool sale = !row[Column::SalePrice].empty() && row[Column::SaleDate].empty();
        if (const Column column = sale ? Column::SalePrice : Column::Price; !row[column].empty())
            variant.price.minor = amount(row, column);
        else if (table_.mapping.has(Column::Price))
            table_.reports.add(row.line, TableIssue::NoPrice);
        if (!row[Column::Floor].empty())
            variant.floor = Money{amount(row, Column::Floor), currency_};
    }

    std::int64_t amount(const Row& row, Column column) {
        const Amount read = readAmount(row[column]);
        if (read.fault == AmountFault::Unclear)
            table_.reports.add(row.line, TableIssue::UnclearPrice, std::string(row[column]));
        const std::optional<std::int64_t> minor = minorOf(read, currency_);
        if (read.fault != AmountFault::Unclear && (!minor || *minor > maxPriceMinor))
            table_.reports.add(row.line, TableIssue::BadPrice, std::string(row[column]));
        return minor.value_or(0);
    }

    std::int64_t piecesOf(const Row& row) {
        const std::string_view cell = row[Column::Pieces];
        if (cell.empty() || cell == "parent") // WooCommerce: not counted by itself
            return 0;
        const Amount read = readAmount(cell);
        if (read.fault == AmountFault::Negative) {
            table_.reports.add(row.line, TableIssue::FewerThanNone, std::string(cell));
            return 0;
        }
        const std::int64_t pieces = read.hundredths / 100;
        if (read.fault != AmountFault::None || read.hundredths % 100 != 0 || pieces > maxPieces)
            table_.reports.add(row.line, TableIssue::BadPieces, std::string(cell));
        return pieces;
    }

    std::optional<int> vatOf(const Row& row) {
        std::string_view cell = row[Column::Vat];
        if (cell.ends_with('%'))
            cell.remove_suffix(1);
        const Amount read = readAmount(cell);
        if (read.fault == AmountFault::None && read.hundredths <= 10'000)
            return int(read.hundredths);
        table_.reports.add(row.line, TableIssue::BadVat, std::string(cell));
        return std::nullopt;
    }

    bool flagOf(const Row& row) {
        const std::string cell = lowered(row[Column::CollectionOnly]);
        for (const std::string_view yes : {"yes", "1", "true", "x", "jā", "y"})
            if (cell == yes)
                return true;
        for (const std::string_view no : {"no", "0", "false", "-", "nē", "n"})
            if (cell == no)
                return false;
        table_.reports.add(row.line, TableIssue::BadFlag, cell);
        return false;
    }

    std::vector<std::string> statementsOf(const Row& row) {
        std::vector<std::string> statements;
        for (std::string_view rest = row[Column::Forbidden]; !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            if (std::string statement = plainText(unguarded(rest.substr(0, end)));
                !statement.empty() && statements.size() < maxForbidden)
                statements.push_back(cut(std::move(statement), maxProductName, row.line));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return statements;
    }

    std::string word(const Row& row, Column column) {
        std::string text = plainText(row[column]);
        std::ranges::replace(text, '\n', ' ');
        if (text.size() > maxProductWord) {
            table_.reports.add(row.line, TableIssue::LongWord, std::string(cutText(text, maxProductWord)));
            text.clear();
        }
        return text;
    }

    std::string cut(std::string text, std::size_t most, std::size_t line) {
        if (text.size() <= most)
            return text;
        table_.reports.add(line, TableIssue::LongText, std::string(cutText(text, maxProductWord)));
        return std::string(cutText(text, most));
    }

    const TableText& text_;
    const std::string& currency_;
    const Progress& progress_;
    ProductTable table_;
    std::unordered_map<std::string, std::size_t> groups_; ///< products by what their rows have in common
    std::unordered_map<std::string, std::size_t> lines_;  ///< by SKU
    std::unordered_map<std::string, std::string> skuOfId_;
    std::size_t addresses_ = 0;
    std::size_t firstAddress_ = 0;
};

} // namespace

bool isFatal(TableIssue issue) {
    switch (issue) {
    case TableIssue::None:
    case TableIssue::FewerThanNone:
    case TableIssue::LongText:
    case TableIssue::ImageAddress:
    case TableIssue::ImageMissing:
    case TableIssue::ImageBad:
        return false;
    default:
        return true;
    }
}

void TableReports::add(std::size_t line, TableIssue issue, std::string value) {
    const bool refused = isFatal(issue);
    ++(refused ? fatalIssues : noteIssues);
    std::vector<TableReport>& list = refused ? fatal : notes;
    if (list.size() < maxTableReports)
        list.push_back({line, issue, std::move(value)});
}

Result<TableText> openTable(std::string_view bytes, TextEncoding as) {
    if (bytes.size() > maxTableBytes)
        return fail(ErrorCode::TooLarge, "bytes");
    Result<DecodedText> decoded = decodeText(bytes, as);
    TableText table;
    // A table of UTF-8 with a few rows of a code page is not one of that code page: the rest would be
    // garbled.
    const bool coded = decoded && (decoded->encoding == TextEncoding::Windows1257 ||
                                   decoded->encoding == TextEncoding::Windows1252);
    if ((as == TextEncoding::Utf8 || as == TextEncoding::None) && (coded || !decoded)) {
        if (std::optional<std::string> mended = mendedUtf8(bytes)) {
            decoded = DecodedText{std::move(*mended), TextEncoding::Utf8};
            table.mended = true;
        }
    }
    if (!decoded)
        return decoded.error();
    table.encoding = decoded->encoding;
    std::string_view text = decoded->utf8;
    table.delimiter = takeDelimiter(text);
    decoded->utf8.erase(0, decoded->utf8.size() - text.size());
    table.utf8 = std::move(decoded->utf8);
    CsvReading reading(table.utf8, table.delimiter);
    CsvRecord record;
    while (table.head.size() < headRecords) {
        const Result<bool> more = reading.next(record);
        if (!more)
            return more.error();
        if (!*more)
            break;
        table.head.push_back(record);
    }
    if (table.head.empty())
        return fail(ErrorCode::NotFound, "rows");
    return table;
}

Result<ProductTable> readProducts(const TableText& text, const ProductMapping& mapping,
                                  const std::string& currency, const Progress& progress) {
    return Reading(text, mapping, currency, progress).all();
}

} // namespace vitrina::commerce
