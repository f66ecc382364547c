// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "commerce/PlainText.hpp"
#include "commerce/ProductTable.hpp"

#include <rapidcheck.h>

#include <QTest>

#include <algorithm>

using namespace vitrina;
using namespace vitrina::commerce;

namespace {

/// Words that spreadsheets, shops and people get wrong: quotes, delimiters, formulas, tags, letters of all
/// lengths, more than one line.
std::string anyText(bool lines) {
    static const std::vector<std::string> pieces{"a", "Krūze", " ",  ",",     ";",   "\"", "'", "=", "+",
                                                 "-", "@",     "<",  ">",     "&",   "5",  "é", "😀", "|",
                                                 "/", "\\",    "b>", "&amp;", "://", "\n", "x"};
    std::string text;
    const int count = *rc::gen::inRange(0, 8);
    for (int i = 0; i < count; ++i) {
        const std::string& piece = pieces[*rc::gen::inRange<std::size_t>(0, pieces.size())];
        text += piece == "\n" && !lines ? " " : piece;
    }
    // As a book holds it: the same read again.
    for (std::string plain = plainText(text); plain != text; plain = plainText(text))
        text = plain;
    return text;
}

struct World {
    int made = 0;
    std::string name(const char* kind) { return kind + std::to_string(made++); }
};

Money anyPrice() {
    return {*rc::gen::inRange<std::int64_t>(0, maxPriceMinor + 1), "EUR"};
}

Product anyProduct(World& world) {
    Product product;
    product.id.value = world.name("p") + anyText(false);
    product.code = *rc::gen::arbitrary<bool>() ? world.name("") : "";
    product.name = world.name("Name ") + anyText(false);
    product.description = anyText(true);
    if (*rc::gen::arbitrary<bool>())
        product.vatBasisPoints = *rc::gen::inRange(0, 10'001);
    product.collectionOnly = *rc::gen::arbitrary<bool>();
    const int statements = *rc::gen::inRange(0, 3);
    for (int i = 0; i < statements; ++i)
        product.forbidden.push_back(world.name("s") + anyText(false));
    const int variants = *rc::gen::inRange(1, 4);
    for (int i = 0; i < variants; ++i) {
        Variant variant{Sku{world.name("-") + anyText(false)}, anyText(false), anyPrice(),
                        *rc::gen::inRange<std::int64_t>(0, 5000)};
        if (*rc::gen::arbitrary<bool>())
            variant.floor = anyPrice();
        variant.external = *rc::gen::arbitrary<bool>() ? world.name("e") : "";
        product.variants.push_back(std::move(variant));
    }
    return product;
}

std::vector<Product> anyProducts() {
    World world;
    std::vector<Product> products;
    const int count = *rc::gen::inRange(1, 5);
    for (int i = 0; i < count; ++i)
        products.push_back(anyProduct(world));
    return products;
}

std::string exported(const std::vector<Product>& products) {
    std::vector<const Product*> all;
    for (const Product& product : products)
        all.push_back(&product);
    return writeProducts(all);
}

TablePlan planOf(const ShopBook& book, const std::string& csv) {
    const Result<TableText> text = openTable(csv);
    RC_ASSERT(static_cast<bool>(text));
    const Result<ProductTable> table = readProducts(*text, guessProducts(text->head[0].cells), "EUR");
    RC_ASSERT(static_cast<bool>(table));
    return planImport(book, *table);
}

void bringIn(ShopBook& book, const std::string& csv, std::int64_t atMs) {
    for (const ShopEntry& entry : entriesOf(planOf(book, csv), [] { return std::string("made"); }))
        apply(book, entry, atMs);
}

ShopBook bookOf(const std::vector<Product>& products, std::int64_t atMs) {
    ShopBook book;
    for (const Product& product : products)
        apply(book, ProductKept{product, PriceWhy::Imported}, atMs);
    return book;
}

} // namespace

class ProductTablePropertyTest : public QObject {
    Q_OBJECT

  private slots:
    void whatIsExportedComesBack();
    void theOrderOfRowsIsNothingToTheLedger();
    void theLowestIsTheLowest();
};

void ProductTablePropertyTest::whatIsExportedComesBack() {
    QVERIFY(rc::check("export, import: the same products; once more: no change", [] {
        const std::vector<Product> products = anyProducts();
        const std::string csv = exported(products);
        ShopBook book;
        bringIn(book, csv, 1000);
        RC_ASSERT(book == bookOf(products, 1000));
        const TablePlan again = planOf(book, csv);
        RC_ASSERT(again.changes.empty());
        RC_ASSERT(again.unchanged == products.size());
    }));
}

void ProductTablePropertyTest::theOrderOfRowsIsNothingToTheLedger() {
    QVERIFY(rc::check("rows in any order: the same prices", [] {
        const std::vector<Product> before = anyProducts();
        std::vector<Product> after = before;
        for (Product& product : after)
            for (Variant& variant : product.variants)
                if (*rc::gen::arbitrary<bool>())
                    variant.price = anyPrice();
        const std::string csv = exported(after);
        const Result<TableText> text = openTable(csv);
        std::vector<std::vector<std::string>> rows;
        CsvReading reading(text->utf8, text->delimiter);
        for (CsvRecord record; *reading.next(record);)
            rows.push_back(record.cells);
        std::string mixed;
        const std::vector<std::string> headings = rows.front();
        rows.erase(rows.begin());
        mixed += csvRecord(headings, ',');
        while (!rows.empty()) {
            const auto pick = *rc::gen::inRange<std::size_t>(0, rows.size());
            mixed += csvRecord(rows[pick], ',');
            rows.erase(rows.begin() + std::ptrdiff_t(pick));
        }
        ShopBook one = bookOf(before, 1000);
        ShopBook other = one;
        bringIn(one, csv, 2000);
        bringIn(other, mixed, 2000);
        RC_ASSERT(one.prices == other.prices);
    }));
}

void ProductTablePropertyTest::theLowestIsTheLowest() {
    QVERIFY(rc::check("the prior price is no higher than any price asked in its 30 days", [] {
        PriceLedger ledger;
        const Sku sku{"S"};
        std::int64_t at = 0;
        const int changes = *rc::gen::inRange(1, 20);
        for (int i = 0; i < changes; ++i) {
            at += *rc::gen::inRange<std::int64_t>(0, priorDaysMs / 2);
            notePrice(ledger, sku, {at, {*rc::gen::inRange<std::int64_t>(1, 100), "EUR"}, PriceWhy::Listed});
        }
        const std::int64_t start = at + *rc::gen::inRange<std::int64_t>(0, priorDaysMs);
        const std::optional<Money> lowest = lowestBefore(ledger, sku, start);
        RC_ASSERT(lowest.has_value() == (ledger.changes[sku].front().fromMs <= start - priorDaysMs));
        bool met = false;
        for (int step = 0; lowest && step <= 1000; ++step) {
            // The first and the last moment of the window among them.
            const std::int64_t moment = start - priorDaysMs + (priorDaysMs - 1) / 1000 * step;
            if (const auto price = priceAt(ledger, sku, moment); price && moment < start)
                RC_ASSERT(lowest->minor <= price->minor);
        }
        for (const PriceChange& change : ledger.changes[sku])
            met = met || (lowest && change.price == *lowest);
        RC_ASSERT(!lowest || met);
    }));
}

QTEST_GUILESS_MAIN(ProductTablePropertyTest)
#include "ProductTablePropertyTest.moc"
