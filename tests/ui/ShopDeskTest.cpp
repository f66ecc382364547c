// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ShopDesk.hpp"

#include "ui/dialogs/CamerasDialog.hpp"
#include "ui/dialogs/ErrorDialog.hpp"
#include "ui/dialogs/PhotoDialog.hpp"
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
    void photosComeFromACamera();
    void withoutACameraItSaysWhatToDo();
    void aProductIsRemovedWithASecondPress();
    void whatTheShowNeedsIsNotRemoved();
    void whatIsTypedIntoTheTableIsNoKeyOfTheShow();
    void aCorrectionThatCameMeanwhileStays();
    void whatCameMeanwhileIsNotUndone();
    void aLateAnswerLeavesAnotherProductAlone();
    void pricesKeepTheirCurrency();
    void aSecondTableWhileTheFirstIsKept();
    void whatDidNotReachTheShowIsSaid();
    void aPriceThatIsNotedLeavesTheChoice();
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
    /// To the front, whatever came up beside it.
    static void bringUp(QWidget& window) {
        QVERIFY(QTest::qWaitFor([&] {
            window.activateWindow();
            return QApplication::activeWindow() == &window;
        }));
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

void ShopDeskTest::photosComeFromACamera() {
    rig_.reset();
    rig_ = std::make_unique<WindowRig>(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig_->open(1440, 900);
    rig_->goLive();
    desk().newProduct();
    product().cameraButton().click();
    ui::PhotoDialog& photo = *desk().photoDialog();
    QVERIFY(photo.isVisible());
    QVERIFY(photo.cameraField().count() >= 1);
    const auto layouts = std::ranges::count_if(rig_->engine.surfaces(), [](const auto& request) {
        return request.content == engine::SurfaceContent::Layout;
    });
    QCOMPARE(layouts, 1); // what stands in the square is what is taken
    // A camera that shows nothing says so, and stays open for another.
    photo.take();
    QTRY_VERIFY(!photo.note().isEmpty());
    QVERIFY(photo.isVisible());
    rig_->engine.picture =
        std::make_shared<const engine::Picture>(engine::Picture{2, 1, {255, 0, 0, 255, 0, 255, 0, 255}});
    QTest::keyClick(&photo, Qt::Key_Return);
    QTRY_VERIFY(!photo.isVisible());
    QTRY_COMPARE(product().photo(), std::string("camera.jpg"));
    product().nameField().setText(QStringLiteral("Cup"));
    type(0, ui::VariantTable::SkuCell, QStringLiteral("CUP"));
    type(0, ui::VariantTable::Price, QStringLiteral("5"));
    save();
    const auto* kept = std::get_if<commerce::ProductKept>(&rig_->shop.entries.back());
    QVERIFY(kept && kept->product.image == "camera.jpg");
}

void ShopDeskTest::withoutACameraItSaysWhatToDo() {
    desk().newProduct();
    desk().showCamera();
    ui::PhotoDialog& photo = *desk().photoDialog();
    photo.open(control::State{});
    QVERIFY(!photo.takeButton().isVisible());
    QVERIFY(photo.camerasButton().isVisible());
    photo.take(); // does nothing
    photo.camerasButton().click();
    QVERIFY(rig_->window->findChild<ui::CamerasDialog*>());
}

void ShopDeskTest::aProductIsRemovedWithASecondPress() {
    desk().showProducts();
    const ProductId extra{"extra"};
    products().table().selectRow(products().list().rowOf(extra));
    products().removeButton().click();
    QVERIFY(products().said().contains(QStringLiteral("ledger")));
    QVERIFY(rig_->shop.book()->products.contains(extra));
    products().table().setFocus();
    bringUp(products());
    QTest::keyClick(&products(), Qt::Key_Escape); // disarms, does not close
    QVERIFY(products().isVisible());
    QVERIFY(products().said().isEmpty());
    products().removeButton().click();
    products().removeButton().click();
    QTRY_VERIFY(!rig_->shop.book()->products.contains(extra));
    QVERIFY(rig_->shop.book()->prices.changes.contains(Sku{"KD-1"})); // what it cost is still known
    QTRY_VERIFY(products().said().contains(QStringLiteral("removed")));
    // One the show has in its rundown is named first.
    const ProductId honey{"linden-honey"};
    products().table().selectRow(products().list().rowOf(honey));
    products().removeButton().click();
    QVERIFY2(products().said().contains(QStringLiteral("Liepziedu medus")), qPrintable(products().said()));
}

void ShopDeskTest::whatTheShowNeedsIsNotRemoved() {
    desk().showProducts();
    const auto press = [&](const char* id) {
        products().table().clearSelection();
        products().table().selectRow(products().list().rowOf(ProductId{id}));
        products().removeButton().click();
        products().removeButton().click();
        return products().said();
    };
    commerce::Offer offer;
    offer.id = OfferId{"o"};
    offer.kind = commerce::OfferKind::FlashPrice;
    offer.title = "Honey hour";
    offer.lines = {{Sku{"LM-500"}, 1, 700}};
    rig_->server(commerce::Fact{commerce::OfferStarted{{offer, 1, 0, 0}}});
    QVERIFY2(press("linden-honey").contains(QStringLiteral("Honey hour")), qPrintable(products().said()));
    rig_->server(commerce::Fact{commerce::OfferEnded{offer.id, commerce::OfferEnd::Stopped, 0}});
    rig_->order("LM-500", 1);
    QVERIFY2(press("linden-honey").contains(QStringLiteral("1 order")), qPrintable(products().said()));
    ItemId mugs;
    for (const show::Segment& segment : rig_->state().show.rundown.segments)
        for (const show::Item& item : segment.items)
            if (item.product.value == "clay-mug")
                mugs = item.id;
    QVERIFY(bool(rig_->dispatcher->dispatch(show::SetNext{mugs})));
    rig_->airNext(1000);
    QVERIFY2(press("clay-mug").contains(QStringLiteral("on air")), qPrintable(products().said()));
    QTest::qWait(0);
    QVERIFY(rig_->shop.book()->products.contains(ProductId{"clay-mug"}));
    QVERIFY(rig_->shop.book()->products.contains(ProductId{"linden-honey"}));
}

void ShopDeskTest::whatIsTypedIntoTheTableIsNoKeyOfTheShow() {
    desk().newProduct();
    bringUp(product());
    ui::VariantTable& cells = product().variants();
    cells.setFocus();
    cells.setCurrentCell(0, ui::VariantTable::Price);
    const stage::Stage before = rig_->state().stage;
    for (const char c : {'1', '2', '.', '5', '0'})
        QTest::keyClick(QApplication::focusWidget(), c);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(cells.item(0, ui::VariantTable::Price)->text(), QStringLiteral("12.50"));
    QVERIFY(rig_->state().stage == before);
}

void ShopDeskTest::aCorrectionThatCameMeanwhileStays() {
    const commerce::Product shown = rig_->state().catalogue.products[0];
    const Sku sku = shown.variants[0].sku;
    const std::int64_t allocated = rig_->state().stock.at(sku).allocated;
    desk().editProduct(shown.id);
    rig_->server(commerce::Fact{
        commerce::RequestAnswered{RequestId{"r"}, ErrorCode::None, {}, {{sku, {allocated - 5, 0, 0}}}}});
    product().nameField().setText(QStringLiteral("A better name"));
    save();
    QCOMPARE(asked<commerce::PutProduct>().size(), std::size_t(1));
    QVERIFY(asked<commerce::CorrectStock>().empty()); // nobody has typed other pieces
    desk().editProduct(shown.id);
    rig_->server(commerce::Fact{
        commerce::RequestAnswered{RequestId{"r"}, ErrorCode::None, {}, {{sku, {allocated - 7, 0, 0}}}}});
    type(0, ui::VariantTable::Pieces, QString::number(allocated - 4)); // 5 fewer stood there
    product().reasonField().setText(QStringLiteral("one was found"));
    save();
    QVERIFY(asked<commerce::CorrectStock>() ==
            (std::vector<commerce::CorrectStock>{{sku, 1, "one was found"}}));
}

void ShopDeskTest::whatCameMeanwhileIsNotUndone() {
    commerce::Product other = rig_->shop.book()->products.at(ProductId{"extra"});
    desk().editProduct(other.id);
    other.variants[0].price.minor = 9900; // an import
    rig_->shop.apply(commerce::ProductKept{other, commerce::PriceWhy::Imported}, 1);
    product().nameField().setText(QStringLiteral("Another name"));
    save();
    QVERIFY(product().isVisible());
    QVERIFY(product().note().contains(QStringLiteral("changed meanwhile")));
    QVERIFY(rig_->shop.entries.empty());
    desk().editProduct(other.id); // as it is now
    product().nameField().setText(QStringLiteral("Another name"));
    save();
    QCOMPARE(rig_->shop.book()->products.at(other.id).variants[0].price.minor, std::int64_t(9900));
}

void ShopDeskTest::aLateAnswerLeavesAnotherProductAlone() {
    desk().editProduct(ProductId{"extra"});
    product().nameField().setText(QStringLiteral("First"));
    product().save(); // its answer comes with the next turn
    desk().editProduct(rig_->state().catalogue.products[0].id);
    product().nameField().setText(QStringLiteral("Second"));
    rig_->shop.photos[QStringLiteral("/tmp/good.jpg")] = "abc.jpg";
    desk().takePhoto(QStringLiteral("/tmp/good.jpg"));
    desk().newProduct();
    product().nameField().setText(QStringLiteral("Third"));
    QTRY_COMPARE(rig_->shop.book()->products.at(ProductId{"extra"}).name, std::string("First"));
    QTest::qWait(0);
    QCoreApplication::processEvents();
    QVERIFY(product().isVisible());
    QCOMPARE(product().nameField().text(), QStringLiteral("Third"));
    type(0, ui::VariantTable::SkuCell, QStringLiteral("T"));
    type(0, ui::VariantTable::Price, QStringLiteral("5"));
    save();
    const auto* kept = std::get_if<commerce::ProductKept>(&rig_->shop.entries.back());
    QVERIFY(kept && kept->product.image.empty()); // the photo was of the second
}

void ShopDeskTest::pricesKeepTheirCurrency() {
    commerce::Product board = rig_->shop.book()->products.at(ProductId{"extra"});
    board.id = ProductId{"board"};
    board.code = "92";
    board.variants[0] = {Sku{"B-1"}, "", {2450, "USD"}, 3};
    rig_->shop.apply(commerce::ProductKept{board, commerce::PriceWhy::Listed}, 1);
    desk().editProduct(board.id);
    product().inShowBox().setChecked(true);
    product().save();
    QVERIFY(product().note().contains(QStringLiteral("USD")));
    product().inShowBox().setChecked(false);
    product().nameField().setText(QStringLiteral("Board"));
    save();
    QVERIFY((rig_->shop.book()->products.at(board.id).variants[0].price == Money{2450, "USD"}));
}

void ShopDeskTest::aSecondTableWhileTheFirstIsKept() {
    const QByteArray head = "product id,sku,price,name\n";
    import(write("first.csv", head + "first,F-1,5.00,First\n"));
    const QString second = write("second.csv", head + "second,S-1,6.00,Second\n");
    table().importButton().click(); // answered with the next turn
    QVERIFY(table().isKeeping());
    desk().importFrom(second);
    QTRY_VERIFY(!table().isKeeping());
    QVERIFY(rig_->shop.book()->products.contains(ProductId{"first"}));
    QVERIFY(table().isVisible()); // the second is still looked at
    QTRY_VERIFY(table().offered().has_value());
    QVERIFY(!rig_->shop.book()->products.contains(ProductId{"second"}));
}

void ShopDeskTest::aPriceThatIsNotedLeavesTheChoice() {
    desk().showProducts();
    products().table().selectAll();
    const int chosen = int(products().table().selectionModel()->selectedRows().size());
    QVERIFY(chosen > 2);
    rig_->shop.apply(commerce::PriceNoted{Sku{"KD-1"}, {900, "EUR"}, commerce::PriceWhy::Flash}, 2);
    emit rig_->shop.changed();
    QCOMPARE(int(products().table().selectionModel()->selectedRows().size()), chosen);
    commerce::Product dearer = rig_->shop.book()->products.at(ProductId{"extra"});
    dearer.variants[0].price.minor = 7700; // other figures, the same rows
    rig_->shop.apply(commerce::ProductKept{dearer, commerce::PriceWhy::Listed}, 3);
    emit rig_->shop.changed();
    QCOMPARE(int(products().table().selectionModel()->selectedRows().size()), chosen);
    const int row = products().list().rowOf(dearer.id);
    QVERIFY(products()
                .list()
                .index(row, ui::ProductList::Price)
                .data()
                .toString()
                .contains(QStringLiteral("77.00")));
}

void ShopDeskTest::whatDidNotReachTheShowIsSaid() {
    desk().showProducts();
    desk().editProduct(rig_->state().catalogue.products[0].id);
    product().nameField().setText(QStringLiteral("Newer"));
    save();
    QVERIFY(products().said().contains(QStringLiteral("is kept")));
    rig_->server(commerce::Fact{
        commerce::RequestAnswered{rig_->state().pending.at(0).id, ErrorCode::BadRequest, {}, {}}});
    QTRY_VERIFY(products().said().contains(QStringLiteral("has not reached the show")));
    // The list says so for as long as it is so.
    const auto shown = [&] {
        const int row = products().list().rowOf(rig_->state().catalogue.products[0].id);
        return products().list().index(row, ui::ProductList::InShow).data().toString();
    };
    products().present(rig_->shop.book(), std::nullopt, rig_->state());
    QCOMPARE(shown(), QStringLiteral("differs here"));
    commerce::Product newer = rig_->shop.book()->products.at(rig_->state().catalogue.products[0].id);
    rig_->server(commerce::Fact{commerce::ProductPut{newer, {}}});
    products().present(rig_->shop.book(), std::nullopt, rig_->state());
    QCOMPARE(shown(), QStringLiteral("in this show"));
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
