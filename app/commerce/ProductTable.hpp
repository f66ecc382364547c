// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Csv.hpp"
#include "commerce/ShopBook.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// A shop's products from a table and into one. The columns of Shopify are those of
/// help.shopify.com/manual/products/import-export/using-csv (both sets of names), those of WooCommerce of
/// its wiki's "Product CSV Import Schema".
namespace vitrina::commerce {

inline constexpr std::size_t maxTableBytes = 64u << 20;
inline constexpr std::size_t maxTableRecords = 250'000;

enum class ProductLayout { None, Own, Shopify, WooCommerce };

enum class ProductColumn {
    None,
    Product, ///< what the rows of one product have in common: our id, Shopify's handle
    Kind,    ///< WooCommerce: simple, variable, variation …
    Parent,  ///< WooCommerce: of a variation, the SKU or "id:…" of its product
    Code,
    Name,
    Description,
    Sku,
    Label, ///< of several columns the cells are put together: "Blue / M"
    Price,
    SalePrice, ///< asked instead of the price, unless it has dates
    SaleDate,
    Currency,
    Floor,
    Pieces,
    External,
    Vat, ///< per cent
    CollectionOnly,
    Forbidden, ///< one statement in each line
    Image,     ///< a file beside the table
};
inline constexpr std::array productColumns{
    ProductColumn::None,        ProductColumn::Product,   ProductColumn::Kind,
    ProductColumn::Parent,      ProductColumn::Code,      ProductColumn::Name,
    ProductColumn::Description, ProductColumn::Sku,       ProductColumn::Label,
    ProductColumn::Price,       ProductColumn::SalePrice, ProductColumn::SaleDate,
    ProductColumn::Currency,    ProductColumn::Floor,     ProductColumn::Pieces,
    ProductColumn::External,    ProductColumn::Vat,       ProductColumn::CollectionOnly,
    ProductColumn::Forbidden,   ProductColumn::Image,
};

/// How a table is read. It is guessed, and corrected by the person.
struct ProductMapping {
    ProductLayout layout = ProductLayout::None;
    std::vector<ProductColumn> columns;

    bool operator==(const ProductMapping&) const = default;
    bool has(ProductColumn column) const;
};
/// By the words of the headings; unknown ones hold nothing for us.
ProductMapping guessProducts(const std::vector<std::string>& headings);
/// What a mapping is remembered by, and as.
std::string headingsText(const std::vector<std::string>& headings);
std::string mappingText(const ProductMapping& mapping);
/// Taken only when it fits the number of columns; else as guessed.
ProductMapping mappingFrom(const std::string& text, const std::vector<std::string>& headings);

/// A table on its way in: its text, held once, and the first lines to look at.
struct TableText {
    std::string utf8;
    TextEncoding encoding = TextEncoding::None;
    char delimiter = ',';
    bool mended = false;         ///< some bytes mean nothing; see mendedUtf8()
    std::vector<CsvRecord> head; ///< headings first, at most headRecords
};
inline constexpr std::size_t headRecords = 9;
/// Errors as of readCsv(), with the limits of this file. The first record with anything in it holds the
/// headings. `as`: the encoding a person has said; None: by the bytes.
Result<TableText> openTable(std::string_view bytes, TextEncoding as = TextEncoding::None);

enum class TableIssue {
    None,
    // the row can't be taken
    NoSku,
    SkuTwice,     ///< `value`: the line where it was first
    SkuElsewhere, ///< the book has it in another product than the rest of the rows
    NoName,
    NoPrice,
    BadPrice,
    UnclearPrice, ///< "1,234"
    BadPieces,
    BadVat,
    BadFlag, ///< neither yes nor no
    OtherCurrency,
    CodeTaken,  ///< another product has it
    LongWord,   ///< a SKU, label, code or id above maxProductWord
    BadLetters, ///< written in another encoding than the rest
    // it is taken all the same
    FewerThanNone, ///< pieces below zero: taken as none
    LongText,      ///< cut
    ImageAddress,  ///< a picture on the web is not fetched; told once, `value`: of how many products
    ImageMissing,  ///< no such file beside the table
    ImageBad,      ///< it is no picture, or too large to be one
};
bool isFatal(TableIssue issue);

struct TableReport {
    std::size_t line = 0; ///< of the file
    TableIssue issue = TableIssue::None;
    std::string value; ///< the cell it is about
    bool operator==(const TableReport&) const = default;
};
inline constexpr std::size_t maxTableReports = 500;

/// The first maxTableReports of each kind: rows that can't be taken are not to be hidden behind those that
/// can.
struct TableReports {
    std::vector<TableReport> fatal;
    std::vector<TableReport> notes;
    std::size_t fatalIssues = 0; ///< all of them
    std::size_t noteIssues = 0;

    void add(std::size_t line, TableIssue issue, std::string value = {});
    bool operator==(const TableReports&) const = default;
};

struct TableProduct {
    Product product;                ///< without an id when the table has none of ours
    std::size_t line = 0;           ///< where it begins
    std::vector<std::size_t> lines; ///< of its variants
};

struct ProductTable {
    std::vector<TableProduct> products; ///< of rows that can be taken
    ProductMapping mapping;             ///< it was read with
    std::size_t rows = 0;               ///< that are variants, taken or not
    std::size_t badRows = 0;
    TableReports reports;
    bool stopped = false; ///< as Progress said; nothing of it counts
};

/// Told now and then how much of 1000 is done; false: stop.
using Progress = std::function<bool(int)>;

/// `currency`: of the shop, for prices that name none. Errors as of readCsv(): what can't be read may stand
/// further down.
Result<ProductTable> readProducts(const TableText& text, const ProductMapping& mapping,
                                  const std::string& currency, const Progress& progress = {});

struct FieldChange {
    ProductColumn field = ProductColumn::None;
    Sku sku; ///< empty: of the product itself
    std::string before;
    std::string after; ///< prices in minor units
    bool operator==(const FieldChange&) const = default;
};
struct ProductChange {
    Product product; ///< as it will be; a new one has the id of the table, or none
    bool isNew = false;
    std::size_t line = 0;
    std::vector<FieldChange> changes; ///< of one that is there
    bool operator==(const ProductChange&) const = default;
};
/// What comes of a table. A table changes only what it has columns for, and takes away no variant.
struct TablePlan {
    std::vector<ProductChange> changes; ///< new and changed products
    std::size_t fresh = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t rows = 0;
    std::size_t badRows = 0;
    TableReports reports;
    bool stopped = false;
};
/// A product is known by our id, else by any of its SKUs.
TablePlan planImport(const ShopBook& book, ProductTable table, const Progress& progress = {});
/// What the book has to keep of it; `id` makes those of new products.
std::vector<ShopEntry> entriesOf(const TablePlan& plan, const std::function<std::string()>& id);

/// Our own layout, UTF-8 with a byte order mark. planImport() of it into the same book changes nothing, and
/// into an empty one it gives the same products.
std::string writeProducts(const std::vector<const Product*>& products);

} // namespace vitrina::commerce
