// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/ProductTable.hpp"
#include "commerce/PlainText.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::commerce;

namespace {

ProductTable read(std::string_view bytes, TextEncoding as = TextEncoding::None) {
    const Result<TableText> text = openTable(bytes, as);
    if (!text)
        return {};
    const Result<ProductTable> table = readProducts(*text, guessProducts(text->head[0].cells), "EUR");
    return table ? *table : ProductTable{};
}

/// "line issue value" of each, those that can't be taken first.
std::vector<std::string> told(const TableReports& reports) {
    std::vector<std::string> lines;
    for (const auto* list : {&reports.fatal, &reports.notes})
        for (const TableReport& report : *list)
            lines.push_back(std::to_string(report.line) + " " + std::to_string(int(report.issue)) + " " +
                            report.value);
    return lines;
}
std::string line(std::size_t number, TableIssue issue, const std::string& value = {}) {
    return std::to_string(number) + " " + std::to_string(int(issue)) + " " + value;
}

Product mug() {
    return {ProductId{"p1"}, "12",
            "Mug",           "Stoneware",
            "mug.jpg",       {{Sku{"M-S"}, "S", {1890, "EUR"}, 5}, {Sku{"M-L"}, "L", {2190, "EUR"}, 3}}};
}

ShopBook bookWith(const Product& product) {
    ShopBook book;
    apply(book, ProductKept{product}, 1000);
    return book;
}

} // namespace

class ProductTableTest : public QObject {
    Q_OBJECT

  private slots:
    void htmlIsText_data();
    void htmlIsText();
    void amounts_data();
    void amounts();
    void shopify();
    void shopifyInItsNewNames();
    void wooCommerce();
    void ownWithSynonyms();
    void badRows();
    void badRowsOfTheBook();
    void everyEncoding();
    void aFewRowsOfAnotherEncoding();
    void aRefusedChangeKeepsItsCode();
    void oddTablesTakeNoLonger();
    void currenciesWithoutDecimals();
    void picturesByAddressAreToldOnce();
    void changesAreNamed();
    void onlyGivenColumnsChange();
    void twoProductsSwapTheirCodes();
    void rowsThatAreOneProductInTheBook();
    void formulasAreGuarded();
    void mappingIsRemembered();
    void stopsWhenAsked();
    void limits();
};

void ProductTableTest::htmlIsText_data() {
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << "Mug, 5 < 6 & more"
                           << "Mug, 5 < 6 & more";
    QTest::newRow("tags") << "<b>Mug</b> <i>blue</i>"
                          << "Mug blue";
    QTest::newRow("blocks") << "<p>One</p><p>Two<br/>Three</p><ul><li>a</li><li>b</li></ul>"
                            << "One\nTwo\nThree\na\nb";
    QTest::newRow("script") << "A<script>alert('<b>')</script>B<STYLE>p{}</STYLE >C"
                            << "ABC";
    QTest::newRow("image") << "<img src=x onerror=alert(1)>Mug"
                           << "Mug";
    QTest::newRow("entities") << "B&#316;oda &amp; kr&#x16B;ze &nbsp;&ndash; 5&euro;"
                              << "Bļoda & krūze – 5€";
    QTest::newRow("no entity") << "AT&T; &unknown; &#0; &#xD800; &#99999999;"
                               << "AT&T; &unknown; &#0; &#xD800; &#99999999;";
    QTest::newRow("comment") << "A<!-- hidden <b> -->B<!-- open"
                             << "AB";
    QTest::newRow("open tag") << "A <b"
                              << "A <b";
    QTest::newRow("control") << QStringLiteral("A\x01\tB\r\nC") << "A B\nC";
}

void ProductTableTest::htmlIsText() {
    QFETCH(QString, html);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(plainText(html.toStdString())), text);
    QCOMPARE(cutText("aē", 2), std::string_view("a"));
    QCOMPARE(cutText("aē", 3), std::string_view("aē"));
}

void ProductTableTest::amounts_data() {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<qint64>("hundredths");
    QTest::addColumn<int>("fault");
    const auto row = [](const char* cell, qint64 value, AmountFault fault = AmountFault::None) {
        QTest::newRow(cell) << QString::fromUtf8(cell) << value << int(fault);
    };
    row("18.90", 1890);
    row("18,90", 1890);
    row("18,9", 1890);
    row("18", 1800);
    row("18,-", 1800);
    row("0", 0);
    row("0,005", 0, AmountFault::TooPrecise);
    row("1 234,50", 123'450);
    row("1\u00A0234,50", 123'450);
    row("1'234.50", 123'450);
    row("1.234,50", 123'450);
    row("1,234.50", 123'450);
    row("1,234,567", 123'456'700);
    row("1.234.567,8", 123'456'780);
    row("12,34,567", 0, AmountFault::NotANumber);
    row("1,234", 0, AmountFault::Unclear);
    row("1.234", 0, AmountFault::Unclear);
    row("12.3456", 0, AmountFault::TooPrecise);
    row("12.5000", 1250);
    row("€18.90", 1890);
    row("18.90 EUR", 1890);
    row("EUR 18,90", 1890);
    row("-5", -500, AmountFault::Negative);
    row("−5,00", -500, AmountFault::Negative);
    row("free", 0, AmountFault::NotANumber);
    row("12 or 14", 0, AmountFault::NotANumber);
    row("12-14", 0, AmountFault::NotANumber);
    row("", 0, AmountFault::NotANumber);
    row("1e5", 0, AmountFault::NotANumber);
    row("99999999999999999999", 0, AmountFault::NotANumber);
    row("#REF!", 0, AmountFault::NotANumber);
}

void ProductTableTest::amounts() {
    QFETCH(QString, cell);
    QFETCH(qint64, hundredths);
    QFETCH(int, fault);
    const Amount read = readAmount(cell.toStdString());
    QCOMPARE(int(read.fault), fault);
    if (read.fault == AmountFault::None || read.fault == AmountFault::Negative)
        QCOMPARE(qint64(read.hundredths), hundredths);
    if (read.fault == AmountFault::None)
        QCOMPARE(readAmount(amountOf(read.hundredths)), read);
}

void ProductTableTest::shopify() {
    const ProductTable table =
        read("Handle,Title,Body (HTML),Vendor,Type,Option1 Name,Option1 Value,Option2 Name,Option2 Value,"
             "Variant SKU,Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src\n"
             "linen,Linen towel,\"<p>Soft, <b>washed</b></p>\",Ours,Towel,Colour,Moss,Size,S,L-M-S,12,18.90,"
             "25.00,https://cdn.example/1.jpg\n"
             "linen,,,,,,Moss,,L,L-M-L,0,22.90,,\n"
             "linen,,,,,,,,,,,,,https://cdn.example/2.jpg\n"
             "mug,Mug,,Ours,,Title,Default Title,,,MUG,3,9,,\n");
    QCOMPARE(table.mapping.layout, ProductLayout::Shopify);
    QCOMPARE(table.rows, std::size_t(3));
    QCOMPARE(table.badRows, std::size_t(0));
    QCOMPARE(table.products.size(), std::size_t(2));
    const Product& linen = table.products[0].product;
    QCOMPARE(linen.name, "Linen towel");
    QCOMPARE(linen.description, "Soft, washed");
    QCOMPARE(linen.image, "");
    QVERIFY(linen.id.empty());
    QCOMPARE(linen.variants, (std::vector<Variant>{{Sku{"L-M-S"}, "Moss / S", {1890, "EUR"}, 12},
                                                   {Sku{"L-M-L"}, "Moss / L", {2290, "EUR"}, 0}}));
    QCOMPARE(table.products[1].product.variants[0].label, "");
    QCOMPARE(told(table.reports), (std::vector{line(2, TableIssue::ImageAddress, "2")}));
}

void ProductTableTest::shopifyInItsNewNames() {
    const ProductTable table = read("Title,URL handle,Description,SKU,Option1 value,Price,Price / Baltics,"
                                    "Inventory quantity,Product image URL\n"
                                    "Mug,mug,Blue,M1,S,18.90,17.00,4,\n");
    QCOMPARE(table.mapping.layout, ProductLayout::Shopify);
    QCOMPARE(table.products.at(0).product.variants,
             (std::vector<Variant>{{Sku{"M1"}, "S", {1890, "EUR"}, 4}}));
}

void ProductTableTest::wooCommerce() {
    // A variation names its product by SKU or by id, and may stand above it.
    const ProductTable table =
        read("ID,Type,SKU,Name,Description,Date sale price starts,Date sale price ends,Stock,Sale price,"
             "Regular price,Images,Parent,Attribute 1 name,Attribute 1 value(s)\n"
             "12,variation,T-S,Tee - S,,,,4,,15,,id:10,Size,S\n"
             "10,variable,TEE,Tee,\"<p>Cotton</p>\",,,,,,,,Size,\"S, L\"\n"
             "11,variation,T-L,Tee - L,,,,parent,14,15,,TEE,Size,L\n"
             "20,\"simple, virtual\",GIFT,Gift card,,2026-11-01,2026-11-30,,20,25,,,Kind,\"a, b\"\n"
             "30,grouped,SET,Set,,,,,,,,,,\n");
    QCOMPARE(table.mapping.layout, ProductLayout::WooCommerce);
    QCOMPARE(told(table.reports), std::vector<std::string>{});
    QCOMPARE(table.products.size(), std::size_t(2));
    const Product& tee = table.products[0].product;
    QCOMPARE(tee.description, "Cotton");
    QCOMPARE(tee.variants.size(), std::size_t(2));
    QCOMPARE(tee.variants[0], (Variant{Sku{"T-S"}, "S", {1500, "EUR"}, 4, std::nullopt, std::nullopt, "12"}));
    QCOMPARE(tee.variants[1], (Variant{Sku{"T-L"}, "L", {1400, "EUR"}, 0, std::nullopt, std::nullopt, "11"}));
    // A sale with dates is an offer, not the price.
    QCOMPARE(table.products[1].product.variants[0].price.minor, 2500);
    QCOMPARE(table.products[1].product.variants[0].label, "");
}

void ProductTableTest::ownWithSynonyms() {
    const ProductTable table = read("Nosaukums;Kods;Artikuls;Izmērs;Cena;Atlikums;PVN %\n"
                                    "Bļoda;7;B-1;Liela;18,90;4;21\n"
                                    "Bļoda;7;B-2;Maza;12,50;2;21\n");
    QCOMPARE(table.mapping.layout, ProductLayout::Own);
    QCOMPARE(table.products.size(), std::size_t(1));
    QCOMPARE(table.products[0].product.code, "7");
    QCOMPARE(table.products[0].product.vatBasisPoints, std::optional(2100));
    QCOMPARE(table.products[0].product.variants,
             (std::vector<Variant>{{Sku{"B-1"}, "Liela", {1890, "EUR"}, 4},
                                   {Sku{"B-2"}, "Maza", {1250, "EUR"}, 2}}));
}

void ProductTableTest::badRows() {
    const ProductTable table = read("name,sku,price,currency,pieces,vat %,collection only\n" // line 1
                                    "A,A1,18.90,EUR,4,21,yes\n"
                                    "B,A1,1,EUR,4,,\n"      // 3 twice
                                    "C,,1,EUR,4,,\n"        // 4 no SKU
                                    "D,D1,,EUR,4,,\n"       // 5 no price
                                    "E,E1,free,,4,,\n"      // 6
                                    "F,F1,-3,,4,,\n"        // 7
                                    "G,G1,\"1,234\",,4,,\n" // 8
                                    "H,H1,1,USD,4,,\n"      // 9
                                    "I,I1,1,,many,,\n"      // 10
                                    "J,J1,1,,-2,,\n"        // 11 taken as none
                                    "K,K1,1,,1,210,\n"      // 12
                                    "L,L1,1,,1,,maybe\n"    // 13
                                    "M,M1,1,,1.5,,\n"       // 14
                                    "N,N1,99999999,,1,,\n");
    QCOMPARE(table.rows, std::size_t(14));
    QCOMPARE(table.badRows, std::size_t(12));
    QCOMPARE(told(table.reports),
             (std::vector{line(3, TableIssue::SkuTwice, "2"), line(4, TableIssue::NoSku),
                          line(5, TableIssue::NoPrice), line(6, TableIssue::BadPrice, "free"),
                          line(7, TableIssue::BadPrice, "-3"), line(8, TableIssue::UnclearPrice, "1,234"),
                          line(9, TableIssue::OtherCurrency, "USD"), line(10, TableIssue::BadPieces, "many"),
                          line(12, TableIssue::BadVat, "210"), line(13, TableIssue::BadFlag, "maybe"),
                          line(14, TableIssue::BadPieces, "1.5"), line(15, TableIssue::BadPrice, "99999999"),
                          line(11, TableIssue::FewerThanNone, "-2")}));
    const TablePlan plan = planImport({}, table);
    QCOMPARE(plan.fresh, std::size_t(2));
    QCOMPARE(plan.badRows, std::size_t(12));
}

void ProductTableTest::badRowsOfTheBook() {
    ShopBook book = bookWith(mug());
    apply(book,
          ProductKept{Product{ProductId{"p2"}, "13", "Bowl", {}, {}, {{Sku{"B"}, "", {900, "EUR"}, 1}}}},
          1000);
    const TablePlan plan = planImport(book, read("product id,code,name,sku,price\n"
                                                 "p1,12,Mug,M-S,18.90\n"
                                                 "p1,12,Mug,B,5\n"    // the bowl's
                                                 "p9,13,Plate,P1,5\n" // the bowl's code
                                                 ",,,N1,5\n"));       // nobody's
    QCOMPARE(told(plan.reports),
             (std::vector{line(3, TableIssue::SkuElsewhere, "B"), line(5, TableIssue::NoName),
                          line(4, TableIssue::CodeTaken, "13")}));
    QVERIFY(plan.changes.empty());
    QCOMPARE(plan.unchanged, std::size_t(1));
    // Without a column of prices a SKU that is new has none.
    const TablePlan priceless = planImport(book, read("product id,sku,pieces\np1,M-S,9\np1,M-X,1\n"));
    QCOMPARE(told(priceless.reports), (std::vector{line(3, TableIssue::NoPrice, "M-X")}));
    QCOMPARE(priceless.changes.at(0).product.variants.size(), std::size_t(2));
}

/// Two exports pasted into one file: the rows that can be read are not garbled by those that can't.
void ProductTableTest::aFewRowsOfAnotherEncoding() {
    std::string table = "name;sku;price;variant\n";
    for (int i = 0; i < 40; ++i) {
        const std::string number = std::to_string(i);
        table += i % 10 == 3 ? "Kr\xFB\x7A\x65 " + number + ";S" + number + ";1;\n"
                             : "Krūze žāvēta " + number + ";S" + number + ";1;\n";
    }
    table += "Plain;P;1;Zi\xEC\xE2\n"; // in the label alone
    const ProductTable got = read(table);
    QCOMPARE(got.products.size(), std::size_t(36));
    QCOMPARE(got.products.at(0).product.name, std::string("Krūze žāvēta 0"));
    QCOMPARE(got.rows, std::size_t(41));
    QCOMPARE(got.badRows, std::size_t(5));
    QCOMPARE(got.reports.fatal.at(0).line, std::size_t(5));
    QCOMPARE(got.reports.fatal.at(0).issue, TableIssue::BadLetters);
    // More of them than of the rest: it is that code page.
    QVERIFY(!openTable("name\nKr\xFBze \xFEogs \xE2\n")->mended);
    QVERIFY(!openTable("name\nKrūze\n")->mended);
}

void ProductTableTest::aRefusedChangeKeepsItsCode() {
    ShopBook book;
    for (const char* code : {"1", "2"}) {
        const std::string name = std::string("P") + code;
        apply(book, ProductKept{{ProductId{name}, code, name, "", "", {{Sku{name}, "", {100, "EUR"}, 1}}}},
              0);
    }
    // P1 wants the code of P2, which stays: so P1 keeps 1, and nobody else gets it.
    const TablePlan plan = planImport(book, read("product id,code,name,sku,price\n"
                                                 "P1,2,P1,P1,1\n"
                                                 "new,1,New,N,1\n"));
    QVERIFY(plan.changes.empty());
    QCOMPARE(plan.badRows, std::size_t(2));
    QCOMPARE(plan.reports.fatal.at(1).issue, TableIssue::CodeTaken);
    // Both change at once: that is all right.
    QCOMPARE(planImport(book, read("product id,code,name,sku,price\nP1,2,P1,P1,1\nP2,1,P2,P2,1\n")).changed,
             std::size_t(2));
}

/// What was quadratic: signs that begin nothing, and one product of all rows. Done in a moment, or in hours.
void ProductTableTest::oddTablesTakeNoLonger() {
    for (const char sign : {'&', '<'}) {
        std::string cell(400'000, sign);
        for (std::size_t i = 1; i < cell.size(); i += 2)
            cell[i] = 'a';
        QVERIFY(!plainText(cell).empty());
    }
    std::string table = "name;sku;price\n";
    for (int i = 0; i < 60'000; ++i)
        table += "One;S" + std::to_string(i) + ";1\n";
    const TablePlan plan = planImport({}, read(table));
    QCOMPARE(plan.fresh, std::size_t(1));
    QCOMPARE(plan.changes.at(0).product.variants.size(), std::size_t(60'000));
}

void ProductTableTest::currenciesWithoutDecimals() {
    const auto text = openTable("name;sku;price\nA;A;1 500\nB;B;15,50\n");
    const auto table = readProducts(*text, guessProducts(text->head[0].cells), "ISK");
    QCOMPARE(table->products.at(0).product.variants.at(0).price, (Money{1500, "ISK"}));
    QCOMPARE(table->reports.fatal.at(0).issue, TableIssue::BadPrice); // it has no smaller coin
    const Product& product = table->products.at(0).product;
    const auto again = openTable(writeProducts({&product}));
    QCOMPARE(
        readProducts(*again, guessProducts(again->head[0].cells), "ISK")->products.at(0).product.variants,
        product.variants);
}

void ProductTableTest::everyEncoding() {
    const QString text = QStringLiteral("name;sku;price\nKrūze žāvēta;K1;18,90\n");
    const QString western = QStringLiteral("name;sku;price\nCafé crème ¥;K1;18,90\n");
    QByteArray little("\xFF\xFE", 2);
    for (const QChar c : text)
        little.append(char(c.unicode() & 0xFF)).append(char(c.unicode() >> 8));
    QCOMPARE(read(text.toStdString()).products.at(0).product.name, "Krūze žāvēta");
    QCOMPARE(read("\xEF\xBB\xBF" + text.toStdString()).products.at(0).product.name, "Krūze žāvēta");
    QCOMPARE(read(little.toStdString()).products.at(0).product.name, "Krūze žāvēta");
    QCOMPARE(read("name;sku;price\nKr\xFBze \xFE\xE2v\xE7ta;K1;18,90\n").products.at(0).product.name,
             "Krūze žāvēta"); // Windows-1257
    // ¥ has no place in the Baltic page: it is the western one. Where both can be, a person says which.
    QCOMPARE(read(western.toLatin1().toStdString()).products.at(0).product.name, "Café crème ¥");
    QCOMPARE(read("name;sku;price\n\xC0 la carte;K1;1\n").products.at(0).product.name, "Ą la carte");
    QCOMPARE(
        read("name;sku;price\n\xC0 la carte;K1;1\n", TextEncoding::Windows1252).products.at(0).product.name,
        "À la carte");
    QCOMPARE(openTable(text.toStdString(), TextEncoding::Utf16).error().code, ErrorCode::BadText);
    QCOMPARE(openTable("").error().code, ErrorCode::NotFound);
}

void ProductTableTest::picturesByAddressAreToldOnce() {
    const ProductTable table = read("name,sku,price,image\n"
                                    "A,A1,1,https://x.example/a.jpg\n"
                                    "B,B1,1,//x.example/b.jpg\n"
                                    "C,C1,1,../../etc/passwd\n"
                                    "D,D1,1,d.jpg\n");
    QCOMPARE(told(table.reports), (std::vector{line(4, TableIssue::ImageMissing, "../../etc/passwd"),
                                               line(2, TableIssue::ImageAddress, "2")}));
    QCOMPARE(table.products[2].product.image, "");
    QCOMPARE(table.products[3].product.image, "d.jpg");
}

void ProductTableTest::changesAreNamed() {
    const TablePlan plan = planImport(bookWith(mug()), read("name,sku,variant,price,pieces\n"
                                                            "Big mug,M-S,S,16.50,5\n"
                                                            "Big mug,M-L,L,21.90,9\n"
                                                            "Big mug,M-XL,XL,25,1\n"
                                                            "Plate,P-1,,7,2\n"));
    QCOMPARE(plan.fresh, std::size_t(1));
    QCOMPARE(plan.changed, std::size_t(1));
    QCOMPARE(plan.unchanged, std::size_t(0));
    QCOMPARE(plan.changes[0].changes,
             (std::vector<FieldChange>{{ProductColumn::Name, {}, "Mug", "Big mug"},
                                       {ProductColumn::Price, Sku{"M-S"}, "1890", "1650"},
                                       {ProductColumn::Pieces, Sku{"M-L"}, "3", "9"},
                                       {ProductColumn::Sku, Sku{"M-XL"}, "", "M-XL"}}));
    QVERIFY(plan.changes[1].isNew);
    int made = 0;
    const std::vector<ShopEntry> entries = entriesOf(plan, [&] { return "new" + std::to_string(++made); });
    QCOMPARE(entries.size(), std::size_t(2));
    QCOMPARE(std::get<ProductKept>(entries[0]).product.id, ProductId{"p1"});
    QCOMPARE(std::get<ProductKept>(entries[1]).product.id, ProductId{"new1"});
    QCOMPARE(std::get<ProductKept>(entries[1]).why, PriceWhy::Imported);
}

void ProductTableTest::onlyGivenColumnsChange() {
    Product full = mug();
    full.vatBasisPoints = 1200;
    full.collectionOnly = true;
    full.forbidden = {"heals"};
    full.variants[0].floor = Money{1500, "EUR"};
    full.variants[0].external = "77";
    const TablePlan plan = planImport(bookWith(full), read("sku,price\nM-S,20\n"));
    QCOMPARE(plan.changes.size(), std::size_t(1));
    Product expected = full;
    expected.variants[0].price.minor = 2000;
    QCOMPARE(plan.changes[0].product, expected);
    // In our own layout an empty cell empties what it is about; a name can't be.
    const TablePlan emptied = planImport(bookWith(full), read("product id,sku,name,vat %,must not be said,"
                                                              "floor price\np1,M-S,,,,\n"));
    QCOMPARE(emptied.changes.at(0).product.name, "Mug");
    QCOMPARE(emptied.changes.at(0).product.vatBasisPoints, std::optional<int>());
    QVERIFY(emptied.changes.at(0).product.forbidden.empty());
    QCOMPARE(emptied.changes.at(0).product.variants[0].floor, std::optional<Money>());
}

void ProductTableTest::twoProductsSwapTheirCodes() {
    ShopBook book = bookWith(mug());
    apply(book,
          ProductKept{Product{ProductId{"p2"}, "13", "Bowl", {}, {}, {{Sku{"B"}, "", {900, "EUR"}, 1}}}},
          1000);
    const TablePlan plan = planImport(book, read("product id,code,sku\np1,13,M-S\np2,12,B\n"));
    QCOMPARE(told(plan.reports), std::vector<std::string>{});
    QCOMPARE(plan.changed, std::size_t(2));
}

void ProductTableTest::rowsThatAreOneProductInTheBook() {
    const TablePlan plan =
        planImport(bookWith(mug()), read("name,sku,price\nSmall mug,M-S,1\nLarge mug,M-L,2\n"));
    QCOMPARE(plan.changes.size(), std::size_t(1));
    QCOMPARE(told(plan.reports), (std::vector{line(3, TableIssue::SkuElsewhere, "M-L")}));
}

void ProductTableTest::formulasAreGuarded() {
    Product evil = mug();
    evil.name = "=HYPERLINK(1)";
    evil.variants[0].label = "-10 °C";
    evil.variants[1].label = "'+1";
    evil.forbidden = {"@all", "fine"};
    const std::string csv = writeProducts({&evil});
    QVERIFY(csv.find("'=HYPERLINK") != std::string::npos);
    const TablePlan plan = planImport({}, read(csv));
    QCOMPARE(plan.changes.at(0).product, evil);
}

void ProductTableTest::mappingIsRemembered() {
    const std::vector<std::string> headings{"What", "Nr", "Euro", "SKU"};
    ProductMapping mapping = guessProducts(headings);
    QVERIFY(!mapping.has(ProductColumn::Name));
    mapping.columns[0] = ProductColumn::Name;
    mapping.columns[2] = ProductColumn::Price;
    QCOMPARE(mappingFrom(mappingText(mapping), headings), mapping);
    QCOMPARE(headingsText(headings), "what|nr|euro|sku");
    // Whatever does not fit is not taken.
    for (const char* text : {"", "own", "own|name|price", "own|name|none|price|sku|sku",
                             "none|none|none|none|none", "own|name|none|price|nonsense"})
        QCOMPARE(mappingFrom(text, headings), guessProducts(headings));
}

void ProductTableTest::stopsWhenAsked() {
    std::string csv = "name,sku,price\n";
    for (int i = 0; i < 5000; ++i)
        csv += "P,S" + std::to_string(i) + ",1\n";
    const Result<TableText> text = openTable(csv);
    int last = -1;
    bool forward = true;
    const auto whole = readProducts(*text, guessProducts(text->head[0].cells), "EUR", [&](int permille) {
        forward = forward && permille >= last;
        last = permille;
        return true;
    });
    QCOMPARE(whole->rows, std::size_t(5000));
    QVERIFY(forward && last > 0 && last <= 500);
    const auto stopped =
        readProducts(*text, guessProducts(text->head[0].cells), "EUR", [](int) { return false; });
    QVERIFY(stopped->stopped);
    QVERIFY(planImport({}, *stopped).changes.empty());
}

void ProductTableTest::limits() {
    QCOMPARE(openTable(std::string(maxTableBytes + 1, 'a')).error().detail, "bytes");
    std::string many = "sku\n";
    for (std::size_t i = 0; i <= maxTableRecords; ++i)
        many += "r\n";
    const Result<TableText> text = openTable(many);
    QCOMPARE(readProducts(*text, {ProductLayout::Own, {ProductColumn::None}}, "EUR").error().detail, "rows");
    const ProductTable longText =
        read("name,sku,price,description\n" + std::string(300, 'n') + ",S,1," + std::string(5000, 'd') +
             "\n" + "B," + std::string(200, 's') + ",1,\n");
    QCOMPARE(longText.products[0].product.name.size(), maxProductName);
    QCOMPARE(longText.products[0].product.description.size(), maxProductDescription);
    QCOMPARE(longText.reports.notes.size(), std::size_t(2));
    QCOMPARE(longText.reports.fatal.at(0).issue, TableIssue::LongWord);
}

QTEST_GUILESS_MAIN(ProductTableTest)
#include "ProductTableTest.moc"
