// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/ShopEntries.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::commerce;
using record::EncodedFact;

namespace {

Product mug() {
    return {ProductId{"p1"},
            "12",
            "Mug",
            "Stone\nware",
            "mug.jpg",
            {{Sku{"M-S"}, "S", {1890, "EUR"}, 5, std::nullopt, Money{1500, "EUR"}, "77"}},
            2100,
            true,
            {"heals"}};
}

/// As version 1 wrote it; a book of that time must be read for ever.
const char* const keptBody =
    R"({"product":{"id":"p1","code":"12","name":"Mug","description":"Stone\nware","image":"mug.jpg",)"
    R"("variants":[{"sku":"M-S","label":"S","price":{"minor":1890,"currency":"EUR"},"allocated":5,)"
    R"("priorLowest":null,"floor":{"minor":1500,"currency":"EUR"},"external":"77"}],"vatBasisPoints":2100,)"
    R"("collectionOnly":true,"forbidden":["heals"]},"why":"imported"})";

ErrorCode refused(const EncodedFact& encoded) {
    const Result<ShopEntry> entry = record::decodeShopEntry(encoded);
    return entry ? ErrorCode::None : entry.error().code;
}

} // namespace

class ShopEntriesTest : public QObject {
    Q_OBJECT

  private slots:
    void comeBackAsTheyWere();
    void oldBytesAreRead();
    void whatIsNotKnownIsSaid();
    void theBookIsTheFoldOfThem();
    void aShowGetsWhatMayBeCalledWas();
    void gaps();
};

void ShopEntriesTest::comeBackAsTheyWere() {
    Terms terms;
    terms.trader.name = "SIA Māja";
    terms.delivery = {{"omniva", DeliveryKind::Delivery, "Omniva", "", {{"LV", 299}}, 5000}};
    const std::vector<ShopEntry> entries{ProductKept{mug(), PriceWhy::Imported},
                                         ProductDropped{ProductId{"p1"}},
                                         PriceNoted{Sku{"M-S"}, {900, "EUR"}, PriceWhy::Flash},
                                         PriceNoted{Sku{"M-S"}, {1890, "EUR"}, PriceWhy::FlashOver},
                                         TermsKept{terms},
                                         MappingKept{"a|b", "own|name|price"}};
    for (const ShopEntry& entry : entries) {
        const Result<ShopEntry> read = record::decodeShopEntry(record::encodeShopEntry(entry));
        QVERIFY2(static_cast<bool>(read), read ? "" : read.error().detail.c_str());
        QVERIFY(*read == entry);
    }
}

void ShopEntriesTest::oldBytesAreRead() {
    QCOMPARE(record::encodeShopEntry(ProductKept{mug(), PriceWhy::Imported}),
             (EncodedFact{"book.product_kept", 1, keptBody}));
    QVERIFY(*record::decodeShopEntry({"book.product_kept", 1, keptBody}) ==
            ShopEntry(ProductKept{mug(), PriceWhy::Imported}));
    QVERIFY(*record::decodeShopEntry({"book.price_noted", 1,
                                      R"({"sku":"A","price":{"minor":1,"currency":"EUR"},"why":"flash"})"}) ==
            ShopEntry(PriceNoted{Sku{"A"}, {1, "EUR"}, PriceWhy::Flash}));
}

void ShopEntriesTest::whatIsNotKnownIsSaid() {
    QCOMPARE(refused({"book.discount_kept", 1, "{}"}), ErrorCode::FileTooNew);
    QCOMPARE(refused({"book.product_kept", 2, keptBody}), ErrorCode::FileTooNew);
    QCOMPARE(refused({"book.product_kept", 0, keptBody}), ErrorCode::BadFormat);
    QCOMPARE(refused({"book.product_kept", 1, "{\"why\":\"listed\"}"}), ErrorCode::BadFormat);
    QCOMPARE(refused({"book.product_kept", 1, "{"}), ErrorCode::BadFormat);
}

void ShopEntriesTest::theBookIsTheFoldOfThem() {
    ShopBook book;
    apply(book, ProductKept{mug(), PriceWhy::Listed}, 1000);
    Product dearer = mug();
    dearer.variants[0].price.minor = 2000;
    dearer.variants[0].priorLowest = Money{1, "EUR"};
    apply(book, ProductKept{dearer, PriceWhy::Imported}, 2000);
    apply(book, PriceNoted{Sku{"M-S"}, {900, "EUR"}, PriceWhy::Flash}, 3000);
    apply(book, MappingKept{"a", "b"}, 4000);
    apply(book, TermsKept{}, 4000);
    dearer.variants[0].priorLowest.reset(); // a claim is worked out, never kept
    QVERIFY(book.products.at(ProductId{"p1"}) == dearer);
    QVERIFY(productOf(book, Sku{"M-S"}) == &book.products.at(ProductId{"p1"}));
    QVERIFY(productOf(book, Sku{"M"}) == nullptr);
    QVERIFY(book.prices.changes.at(Sku{"M-S"}) ==
            (std::vector<PriceChange>{{1000, {1890, "EUR"}, PriceWhy::Listed},
                                      {2000, {2000, "EUR"}, PriceWhy::Imported},
                                      {3000, {900, "EUR"}, PriceWhy::Flash}}));
    QVERIFY(book.terms == std::optional<Terms>(Terms{}));
    apply(book, ProductDropped{ProductId{"p1"}}, 5000);
    QVERIFY(book.products.empty());
    QCOMPARE(book.prices.changes.at(Sku{"M-S"}).size(), std::size_t(3));
}

void ShopEntriesTest::aShowGetsWhatMayBeCalledWas() {
    ShopBook book;
    apply(book, ProductKept{mug()}, 0);
    Product cheaper = mug();
    cheaper.variants[0].price.minor = 1500;
    apply(book, ProductKept{cheaper}, priorDaysMs);
    QVERIFY(forShow(book, cheaper, priorDaysMs + 5).variants[0].priorLowest ==
            std::optional(Money{1890, "EUR"}));
    Product abroad = cheaper;
    abroad.variants[0].price.currency = "SEK";
    QVERIFY(!forShow(book, abroad, priorDaysMs + 5).variants[0].priorLowest);
    QVERIFY(!forShow(ShopBook{}, cheaper, priorDaysMs).variants[0].priorLowest);
}

void ShopEntriesTest::gaps() {
    ShopBook book;
    apply(book, ProductKept{mug()}, 0);
    const auto gap = [&](auto change) {
        Product product = mug();
        product.id = ProductId{"p2"};
        product.code = "13";
        product.variants[0].sku = Sku{"N"};
        change(product);
        return gapOf(book, product, "EUR");
    };
    QCOMPARE(gap([](Product&) {}), ProductGap::None);
    QCOMPARE(gapOf(book, mug(), "EUR"), ProductGap::None); // itself is no other
    QCOMPARE(gap([](Product& product) { product.name.clear(); }), ProductGap::Name);
    QCOMPARE(gap([](Product& product) { product.description.assign(maxProductDescription + 1, 'a'); }),
             ProductGap::Text);
    QCOMPARE(gap([](Product& product) { product.variants.clear(); }), ProductGap::Variants);
    QCOMPARE(gap([](Product& product) { product.variants[0].sku = Sku{}; }), ProductGap::Sku);
    QCOMPARE(gap([](Product& product) { product.variants.push_back(product.variants[0]); }), ProductGap::Sku);
    QCOMPARE(gap([](Product& product) { product.variants[0].sku = Sku{"M-S"}; }), ProductGap::SkuTaken);
    QCOMPARE(gap([](Product& product) { product.code = "12"; }), ProductGap::CodeTaken);
    QCOMPARE(gap([](Product& product) { product.variants[0].price.currency = "USD"; }), ProductGap::Price);
    QCOMPARE(gap([](Product& product) { product.variants[0].floor->minor = -1; }), ProductGap::Price);
    QCOMPARE(gap([](Product& product) { product.variants[0].allocated = -1; }), ProductGap::Pieces);
    QCOMPARE(gap([](Product& product) { product.vatBasisPoints = 10'001; }), ProductGap::Vat);
}

QTEST_GUILESS_MAIN(ShopEntriesTest)
#include "ShopEntriesTest.moc"
