// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ShopDesk.hpp"

#include "ui/dialogs/ErrorDialog.hpp"
#include "ui/dialogs/ProductDialog.hpp"
#include "ui/dialogs/ProductImportDialog.hpp"
#include "ui/dialogs/ProductsDialog.hpp"
#include "ui/support/ShopSurfaces.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

/// The shop's products: searched, edited, brought in, and put into the running show.
namespace vitrina::test {

class ShopDeskTest final : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup() { rig_.reset(); }
    void searchFindsWhateverTheCase();
    void aNewProductIsKeptAndPutIntoTheShow();
    void whatIsTypedWronglyIsSaid();
    void piecesOfTheShowWantAReason();
    void whatMayBeCalledWasComesFromTheLedger();
    void aPriceThatMayBeASlipIsAskedForTwice();
    void whatTheBookRefusesDoesNotReachTheShow();
    void theHistoryIsShown();
    void photosComeFromFiles();
    void productsAreChosenForTheShow();
    void theShowsProductsAreKept();
    void aBrokenBookCanOnlyBeLookedAt();
    void aTableIsPreviewedAndImported();
    void badRowsAreLeftOutOnlyWhenAskedTo();
    void columnsAreChosen();
    void aLongTableShowsProgressAndIsStopped();
    void importChangesTheShowByDifferences();
    void tablesThatCantBeRead();
    void everythingByKeyboard();

  private:
    ui::ShopDesk& desk() { return rig_->window->shopDesk(); }
    ui::ProductDialog& product() { return *desk().productDialog(); }
    ui::ProductsDialog& products() { return *desk().productsDialog(); }
    ui::ProductImportDialog& table() { return *desk().importDialog(); }
    void type(int row, int column, const QString& words) {
        product().variants().item(row, column)->setText(words);
    }
    void save() {
        product().save();
        QVERIFY(QTest::qWaitFor([this] { return !product().isBusy(); }));
    }
    QString write(const char* name, const QByteArray& bytes) {
        QFile file(folder_->filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }
    void import(const QString& path) {
        desk().importFrom(path);
        QVERIFY(QTest::qWaitFor([this] { return table().offered().has_value(); }));
    }
    /// Requests the studio is waiting to be answered, of one kind.
    template <class Request>
    std::vector<Request> asked() const {
        std::vector<Request> all;
        for (const control::PendingRequest& pending : rig_->state().pending)
            if (const auto* request = std::get_if<Request>(&pending.request))
                all.push_back(*request);
        return all;
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<WindowRig> rig_;
};

void ShopDeskTest::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    rig_ = std::make_unique<WindowRig>(QStringLiteral("en"), ui::ThemeKind::Dark, false);
    rig_->open(1440, 900);
    rig_->goLive();
    fillShopBook(*rig_);
}

void ShopDeskTest::searchFindsWhateverTheCase() {
    desk().showProducts();
    const int all = products().list().rowCount();
    QCOMPARE(all, int(rig_->shop.book()->products.size()));
    products().list().search(QStringLiteral("ĶIRŠU dēl"));
    QCOMPARE(products().list().rowCount(), 1);
    QCOMPARE(products().list().product(0)->id, ProductId{"extra"});
    products().list().search(QStringLiteral("kd-1"));
    QCOMPARE(products().list().rowCount(), 1);
    products().list().search(QStringLiteral("nowhere"));
    QCOMPARE(products().list().rowCount(), 0);
    products().searchField().setText(QStringLiteral("91"));
    QTRY_COMPARE(products().list().rowCount(), 1);
    products().searchField().clear();
    QTRY_COMPARE(products().list().rowCount(), all);
}

void ShopDeskTest::aNewProductIsKeptAndPutIntoTheShow() {
    desk().newProduct();
    product().nameField().setText(QStringLiteral("  Wool <b>socks</b> "));
    product().codeField().setText(QStringLiteral("77"));
    product().vatField().setText(QStringLiteral("12,5 %"));
    product().forbiddenField().setPlainText(QStringLiteral("cures\n\nheals"));
    product().inShowBox().setChecked(true);
    type(0, ui::VariantTable::SkuCell, QStringLiteral("SOCK"));
    type(0, ui::VariantTable::Price, QStringLiteral("12,50"));
    type(0, ui::VariantTable::Floor, QStringLiteral("9"));
    type(0, ui::VariantTable::Pieces, QStringLiteral("20"));
    save();
    QVERIFY2(!product().isVisible(), qPrintable(product().note()));
    const auto put = asked<commerce::PutProduct>();
    QCOMPARE(put.size(), std::size_t(1));
    const commerce::Product& socks = put[0].product;
    QCOMPARE(socks.name, "Wool socks");
    QCOMPARE(socks.vatBasisPoints, std::optional(1250));
    QCOMPARE(socks.forbidden, (std::vector<std::string>{"cures", "heals"}));
    QCOMPARE(socks.variants, (std::vector<commerce::Variant>{
                                 {Sku{"SOCK"}, "", {1250, "EUR"}, 20, std::nullopt, Money{900, "EUR"}}}));
    QVERIFY(!socks.id.empty());
    QVERIFY(rig_->shop.book()->products.contains(socks.id));
    QVERIFY(asked<commerce::CorrectStock>().empty());
}

void ShopDeskTest::whatIsTypedWronglyIsSaid() {
    desk().newProduct();
    save();
    QVERIFY(product().isVisible());
    QVERIFY(product().note().contains(QStringLiteral("name")));
    product().nameField().setText(QStringLiteral("Socks"));
    save();
    QVERIFY(product().note().contains(QStringLiteral("SKU")));
    type(0, ui::VariantTable::SkuCell, QStringLiteral("KD-1"));
    type(0, ui::VariantTable::Price, QStringLiteral("twelve"));
    save();
    QVERIFY(product().note().contains(QStringLiteral("18.90")));
    type(0, ui::VariantTable::Price, QStringLiteral("12"));
    save();
    QVERIFY(product().note().contains(QStringLiteral("Another product")));
    type(0, ui::VariantTable::SkuCell, QStringLiteral("SOCK"));
    type(0, ui::VariantTable::Pieces, QStringLiteral("-1"));
    save();
    QVERIFY(product().note().contains(QStringLiteral("whole number")));
    type(0, ui::VariantTable::Pieces, QStringLiteral("1"));
    product().vatField().setText(QStringLiteral("210"));
    save();
    QVERIFY(product().note().contains(QStringLiteral("VAT")));
    QVERIFY(rig_->shop.entries.empty());
    QVERIFY(asked<commerce::PutProduct>().empty());
}

void ShopDeskTest::piecesOfTheShowWantAReason() {
    const commerce::Product shown = rig_->state().catalogue.products[0];
    const Sku sku = shown.variants[0].sku;
    const std::int64_t allocated = rig_->state().stock.at(sku).allocated;
    desk().editProduct(shown.id);
    QVERIFY(product().inShowBox().isChecked());
    type(0, ui::VariantTable::Pieces, QString::number(allocated - 3));
    save();
    QVERIFY(product().note().contains(QStringLiteral("why")));
    QVERIFY(asked<commerce::CorrectStock>().empty());
    product().reasonField().setText(QStringLiteral("three are broken"));
    save();
    QVERIFY(asked<commerce::CorrectStock>() ==
            (std::vector<commerce::CorrectStock>{{sku, -3, "three are broken"}}));
    // What is allocated is not overwritten with it.
    const auto put = asked<commerce::PutProduct>();
    QCOMPARE(put.size(), std::size_t(1));
    QCOMPARE(put[0].product.variants[0].allocated, shown.variants[0].allocated);
    QCOMPARE(rig_->shop.book()->products.at(shown.id).variants[0].allocated, allocated - 3);
}

void ShopDeskTest::whatMayBeCalledWasComesFromTheLedger() {
    const commerce::Product shown = rig_->state().catalogue.products[0];
    const std::int64_t minor = shown.variants[0].price.minor;
    desk().editProduct(shown.id);
    type(0, ui::VariantTable::Price, QString::number(minor / 100 - 1));
    save();
    const auto put = asked<commerce::PutProduct>();
    QCOMPARE(put.size(), std::size_t(1));
    // A second reduction: it compares with the price before it, not with the one of two months ago.
    QVERIFY(put[0].product.variants[0].priorLowest == std::optional(Money{minor, "EUR"}));
    desk().editProduct(ProductId{"extra"});
    product().inShowBox().setChecked(true);
    save();
    QVERIFY(!asked<commerce::PutProduct>()[1].product.variants[0].priorLowest); // known for a day only
}

void ShopDeskTest::aPriceThatMayBeASlipIsAskedForTwice() {
    desk().editProduct(ProductId{"extra"}); // 24.50
    type(0, ui::VariantTable::Price, QStringLiteral("2.45"));
    save();
    QVERIFY(product().isVisible());
    QVERIFY(product().note().contains(QStringLiteral("24.50")) &&
            product().note().contains(QStringLiteral("2.45")));
    QVERIFY(rig_->shop.entries.empty());
    type(0, ui::VariantTable::Price, QStringLiteral("2.40")); // another one is asked about anew
    save();
    QVERIFY(rig_->shop.entries.empty());
    save();
    QCOMPARE(rig_->shop.entries.size(), std::size_t(1));
    desk().editProduct(ProductId{"extra"});
    type(0, ui::VariantTable::Price, QStringLiteral("2.30"));
    type(0, ui::VariantTable::Floor, QStringLiteral("2.35"));
    save();
    QCOMPARE(rig_->shop.entries.size(), std::size_t(1));
    save();
    QCOMPARE(rig_->shop.entries.size(), std::size_t(2));
}

void ShopDeskTest::whatTheBookRefusesDoesNotReachTheShow() {
    rig_->shop.refusal = fail(ErrorCode::DiskFull);
    desk().editProduct(rig_->state().catalogue.products[0].id);
    save();
    QVERIFY(product().isVisible());
    QVERIFY(!product().note().isEmpty());
    QVERIFY(asked<commerce::PutProduct>().empty());
}

void ShopDeskTest::theHistoryIsShown() {
    const commerce::Product shown = rig_->state().catalogue.products[0];
    desk().editProduct(shown.id);
    QCOMPARE(product().history().count(), int(2 * shown.variants.size()));
    QVERIFY(product().history().item(0)->text().contains(QStringLiteral("set by hand")));
    desk().newProduct();
    QVERIFY(product().history().item(0)->text().contains(QStringLiteral("30 days")));
}

void ShopDeskTest::photosComeFromFiles() {
    desk().editProduct(ProductId{"extra"});
    product().inShowBox().setChecked(true);
    desk().takePhoto(QStringLiteral("/tmp/words.jpg"));
    QTRY_VERIFY(product().note().contains(QStringLiteral("no picture")));
    rig_->shop.photos[QStringLiteral("/tmp/good.jpg")] = "abc.jpg";
    desk().takePhoto(QStringLiteral("/tmp/good.jpg"));
    QTRY_VERIFY(product().note().isEmpty());
    save();
    QCOMPARE(rig_->shop.book()->products.at(ProductId{"extra"}).image, "abc.jpg");
    QCOMPARE(rig_->shop.shown, (std::vector<std::string>{"abc.jpg"}));
}

void ShopDeskTest::productsAreChosenForTheShow() {
    desk().showProducts();
    QVERIFY(!products().takeButton().isEnabled());
    products().list().search(QStringLiteral("KD-1"));
    products().table().selectRow(0);
    QVERIFY(products().takeButton().isEnabled());
    products().takeButton().click();
    QCOMPARE(asked<commerce::PutProduct>().size(), std::size_t(1));
    QCOMPARE(asked<commerce::PutProduct>()[0].product.variants[0].allocated, std::int64_t(12));
    QVERIFY(products().said().contains(QStringLiteral("1")));
    // A code that the show knows already is refused with the name of its product.
    commerce::Product clash = rig_->shop.book()->products.at(ProductId{"extra"});
    clash.code = rig_->state().catalogue.products[0].code;
    QVERIFY(!clash.code.empty());
    rig_->shop.apply(commerce::ProductKept{clash}, 0);
    desk().take({clash.id});
    QCOMPARE(asked<commerce::PutProduct>().size(), std::size_t(1));
    QVERIFY(products().said().contains(QString::fromStdString(rig_->state().catalogue.products[0].name)));
    clash.code.clear();
    clash.variants[0].price.currency = "USD";
    rig_->shop.apply(commerce::ProductKept{clash}, 0);
    desk().take({clash.id});
    QCOMPARE(asked<commerce::PutProduct>().size(), std::size_t(1));
    desk().take(std::vector<ProductId>(151, ProductId{"extra"}));
    QCOMPARE(asked<commerce::PutProduct>().size(), std::size_t(1));
}

void ShopDeskTest::theShowsProductsAreKept() {
    desk().showProducts();
    QVERIFY(!products().keepShowButton().isVisible());
    const ProductId gone = rig_->state().catalogue.products[0].id;
    rig_->shop.apply(commerce::ProductDropped{gone}, 0);
    desk().present();
    QVERIFY(products().keepShowButton().isVisible());
    products().keepShowButton().click();
    QTRY_VERIFY(rig_->shop.book()->products.contains(gone));
    QTRY_VERIFY(!products().keepShowButton().isVisible());
}

void ShopDeskTest::aBrokenBookCanOnlyBeLookedAt() {
    rig_->shop.broken = fail(ErrorCode::FileDamaged);
    desk().showProducts();
    products().table().selectRow(0);
    QVERIFY(!products().said().isEmpty());
    QVERIFY(!products().takeButton().isEnabled());
}

void ShopDeskTest::aTableIsPreviewedAndImported() {
    import(write("preces.csv", "code,name,sku,price,pieces\n91,Board,KD-1,22.50,15\n,Candle,C-1,3.20,40\n"));
    QCOMPARE(table().changes().count(), 2);
    QVERIFY(table().changes().item(0)->text().contains(QStringLiteral("24.50 → 22.50")));
    QVERIFY(table().changes().item(1)->text().contains(QStringLiteral("New: Candle")));
    QVERIFY(table().outcome().contains(QStringLiteral("1 new")));
    QVERIFY(rig_->shop.entries.empty());
    QVERIFY(table().importButton().isEnabled());
    table().importButton().click();
    QTRY_VERIFY(!table().isVisible());
    QCOMPARE(rig_->shop.entries.size(), std::size_t(2));
    QCOMPARE(rig_->shop.book()->products.at(ProductId{"extra"}).variants[0].price.minor, std::int64_t(2250));
    QVERIFY(asked<commerce::PutProduct>().empty()); // neither is in this show
}

void ShopDeskTest::badRowsAreLeftOutOnlyWhenAskedTo() {
    import(write("preces.csv", mixedTable()));
    QVERIFY(table().leaveOut().isVisible());
    QVERIFY(!table().importButton().isEnabled());
    QVERIFY(table().reports().item(0)->text().contains(QStringLiteral("Line 4")));
    table().importButton().click();
    QVERIFY(rig_->shop.entries.empty());
    table().leaveOut().setChecked(true);
    QVERIFY(table().importButton().isEnabled());
    table().importButton().click();
    QTRY_VERIFY(!table().isVisible());
    QCOMPARE(rig_->shop.entries.size(), std::size_t(3));
}

void ShopDeskTest::columnsAreChosen() {
    import(write("mine.csv", "What,Nr,Euro\nBoard,N-1,22.50\n"));
    QVERIFY(!table().importButton().isEnabled());
    QVERIFY(table().outcome().contains(QStringLiteral("SKU")));
    const auto choose = [this](int column, commerce::ProductColumn holds) {
        QComboBox& box = table().column(column);
        box.setCurrentIndex(box.findData(int(holds)));
    };
    choose(0, commerce::ProductColumn::Name);
    choose(1, commerce::ProductColumn::Sku);
    choose(2, commerce::ProductColumn::Price);
    QTRY_VERIFY(table().importButton().isEnabled());
    table().encoding().setCurrentIndex(table().encoding().findData(int(TextEncoding::Utf16)));
    QTRY_VERIFY(table().outcome().contains(QStringLiteral("letters")));
    QVERIFY(!table().importButton().isEnabled());
}

void ShopDeskTest::aLongTableShowsProgressAndIsStopped() {
    rig_->shop.holdsPlans = true;
    desk().importFrom(write("long.csv", "sku\nA\n"));
    QVERIFY(table().isVisible());
    QVERIFY(!table().importButton().isEnabled());
    table().reject();
    rig_->shop.holdsPlans = false;
    import(write("short.csv", "name,sku,price\nA,A-1,1\n"));
    QVERIFY(table().importButton().isEnabled());
}

void ShopDeskTest::importChangesTheShowByDifferences() {
    const commerce::Product shown = rig_->state().catalogue.products[0];
    const commerce::Variant& variant = shown.variants[0];
    import(write("preces.csv",
                 QStringLiteral("product id,sku,pieces\n%1,%2,%3\n")
                     .arg(QString::fromStdString(shown.id.value), QString::fromStdString(variant.sku.value))
                     .arg(variant.allocated + 7)
                     .toUtf8()));
    table().importButton().click();
    QTRY_VERIFY(!table().isVisible());
    QTRY_COMPARE(asked<commerce::CorrectStock>().size(), std::size_t(1));
    QCOMPARE(asked<commerce::CorrectStock>()[0].sku, variant.sku);
    QCOMPARE(asked<commerce::CorrectStock>()[0].difference, std::int64_t(7));
    QCOMPARE(asked<commerce::PutProduct>()[0].product.variants[0].allocated, variant.allocated);
}

void ShopDeskTest::tablesThatCantBeRead() {
    for (const QByteArray& bytes :
         {QByteArray("PK\x03\x04\x00\x00", 6), QByteArray(), QByteArray("a,\"b\n")}) {
        desk().importFrom(write("bad.csv", bytes));
        QTRY_VERIFY(rig_->window->findChild<ui::ErrorDialog*>());
        QVERIFY(!table().isVisible());
        delete rig_->window->findChild<ui::ErrorDialog*>();
    }
}

void ShopDeskTest::everythingByKeyboard() {
    QTest::keyClick(rig_->window.get(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(desk().productsDialog() && products().isVisible());
    QVERIFY(QTest::qWaitForWindowActive(&products()));
    QTest::keyClicks(&products().searchField(), QStringLiteral("kd-1"));
    QTRY_COMPARE(products().list().rowCount(), 1);
    QTest::keyClick(&products().searchField(), Qt::Key_Down);
    QVERIFY(products().table().hasFocus());
    QTest::keyClick(&products().table(), Qt::Key_Return);
    QVERIFY(desk().productDialog() && product().isVisible());
    QVERIFY(QTest::qWaitForWindowActive(&product()));
    QTest::keyClicks(&product().nameField(), QStringLiteral("!"));
    QTest::keyClick(&product(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!product().isVisible());
    QVERIFY(rig_->shop.book()->products.at(ProductId{"extra"}).name.ends_with("!"));
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::ShopDeskTest)
#include "ShopDeskTest.moc"
