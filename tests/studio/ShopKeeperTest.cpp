// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/ShopKeeper.hpp"
#include "journal/ShopBookFile.hpp"
#include "studio/OpenedShow.hpp"
#include "studio/Photo.hpp"
#include "support/ManualClock.hpp"

#include <QBuffer>
#include <QImage>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

using namespace vitrina;
using namespace vitrina::commerce;
using studio::ShopKeeper;

namespace {

constexpr int deadlineMs = 30'000;

Product mug() {
    return {ProductId{"p1"}, "12", "Mug", "", "", {{Sku{"M"}, "", {2000, "EUR"}, 5}}};
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
void writeBytes(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
}
QByteArray picture(int width, int height, const char* format) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    image.setText(QStringLiteral("Place"), QStringLiteral("56.9496,24.1052"));
    QByteArray bytes;
    QBuffer out(&bytes);
    if (!image.save(&out, format))
        qFatal("no picture");
    return bytes;
}
/// As a PNG's chunks have it (its specification, annex D).
quint32 crc(const char* data, int size) {
    quint32 sum = 0xFFFFFFFF;
    for (int i = 0; i < size; ++i) {
        sum ^= static_cast<unsigned char>(data[i]);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum & 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
    }
    return ~sum;
}
/// A PNG whose header tells of another size than its pixels have, and is sound by its sum.
QByteArray lyingPng(quint32 width, quint32 height) {
    QByteArray bytes = picture(40, 30, "PNG");
    qToBigEndian(width, bytes.data() + 16);
    qToBigEndian(height, bytes.data() + 20);
    qToBigEndian(crc(bytes.constData() + 12, 17), bytes.data() + 29);
    return bytes;
}

} // namespace

class ShopKeeperTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();
    void keepsAndReadsAgain();
    void aSecondShowBeginsWithTheTrader();
    void aDamagedBookIsSaidAndLeft();
    void aNewerEntryIsSaid();
    void aTableWithPictures();
    void aPlanForAnotherBookIsNotKept();
    void howATableWasReadIsRemembered();
    void stoppingTellsNothing();
    void nobodyIsToldWhoIsGone();
    void whatGoesOutComesIn();
    void photos_data();
    void photos();
    void aCamerasPictureIsKeptAsItsMiddleSquare();
    void aPhotoReachesTheShowAndThePage();
    void livePricesGoIntoTheLedger();
    void aPriceThatIsNotKeptIsTriedAgain();

  private:
    QString path(const char* name) const { return folder_->filePath(QString::fromUtf8(name)); }
    void open();
    Result<void> keep(std::vector<ShopEntry> entries);
    Result<control::TableOffer> plan(control::TableAsk ask);
    Result<control::TableKept> keepTable(const control::TableOffer& offer, const QString& table);
    control::TableAsk asking(const QString& table) const { return {table, {}, {}, {}, "EUR", {}}; }

    std::unique_ptr<QTemporaryDir> folder_;
    test::ManualClock clock_;
    std::unique_ptr<ShopKeeper> keeper_;
    std::map<QString, QByteArray> sent_; ///< written by the keeper's thread, read after it has answered
};

void ShopKeeperTest::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    sent_.clear();
    open();
}

void ShopKeeperTest::cleanup() {
    keeper_.reset();
}

void ShopKeeperTest::open() {
    keeper_.reset();
    keeper_ = std::make_unique<ShopKeeper>(
        ShopKeeper::Places{path("data/shop.book"), path("data/photos"), path("art")}, clock_,
        [this](const QString& name, const QByteArray& bytes) { sent_[name] = bytes; });
    QSignalSpy changed(keeper_.get(), &control::ShopBookPort::changed);
    QVERIFY(changed.wait(deadlineMs));
}

/// Waits for the one answer.
template <class T, class Ask>
Result<T> answerOf(Ask ask) {
    std::optional<Result<T>> answer;
    QObject context;
    ask(&context, [&](Result<T> told) { answer.emplace(std::move(told)); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, deadlineMs))
        return fail(ErrorCode::Internal, "no answer");
    return std::move(*answer);
}

Result<void> ShopKeeperTest::keep(std::vector<ShopEntry> entries) {
    return answerOf<void>([&](QObject* context, auto told) { keeper_->keep(entries, context, told); });
}
Result<control::TableOffer> ShopKeeperTest::plan(control::TableAsk ask) {
    return answerOf<control::TableOffer>(
        [&](QObject* context, auto told) { keeper_->planTable(ask, context, {}, told); });
}
Result<control::TableKept> ShopKeeperTest::keepTable(const control::TableOffer& offer, const QString& table) {
    return answerOf<control::TableKept>(
        [&](QObject* context, auto told) { keeper_->keepTable(offer, table, context, told); });
}

void ShopKeeperTest::keepsAndReadsAgain() {
    QVERIFY(!keeper_->fault());
    clock_.at = {1'000'000, 5};
    QVERIFY(static_cast<bool>(keep({ProductKept{mug()}, MappingKept{"a", "own|name"}})));
    QVERIFY(keeper_->book()->products.at(ProductId{"p1"}) == mug());
    const ShopBook before = *keeper_->book();
    QCOMPARE(before.prices.changes.at(Sku{"M"})[0].fromMs, std::int64_t(1'000'000));
    open();
    QVERIFY(*keeper_->book() == before);
}

/// The studio is closed between the two; the book is there before the second one begins.
void ShopKeeperTest::aSecondShowBeginsWithTheTrader() {
    Terms terms;
    terms.trader.name = "SIA Dzintars";
    terms.conditions = "30 days";
    QVERIFY(static_cast<bool>(keep({TermsKept{terms}})));
    keeper_.reset();
    keeper_ =
        std::make_unique<ShopKeeper>(ShopKeeper::Places{path("data/shop.book"), path("data/photos"), {}},
                                     clock_, [](const QString&, const QByteArray&) {});
    keeper_->awaitRead();
    QVERIFY(!keeper_->fault());
    studio::OpenedShow second;
    studio::takeFromBook(second, *keeper_->book(), 1);
    QVERIFY(second.document.catalogue.terms == terms);
}

void ShopKeeperTest::aDamagedBookIsSaidAndLeft() {
    QVERIFY(static_cast<bool>(keep({ProductKept{mug()}})));
    keeper_.reset();
    const QByteArray damaged = bytesOf(path("data/shop.book")).left(5000);
    writeBytes(path("data/shop.book"), damaged);
    open();
    QVERIFY(keeper_->fault().has_value());
    QCOMPARE(keeper_->fault()->code, ErrorCode::FileDamaged);
    QVERIFY(keeper_->book()->products.empty());
    QCOMPARE(keep({ProductKept{mug()}}).error().code, ErrorCode::FileDamaged);
    keeper_.reset();
    QCOMPARE(bytesOf(path("data/shop.book")), damaged);
}

void ShopKeeperTest::aNewerEntryIsSaid() {
    keeper_.reset();
    auto file = journal::ShopBookFile::open(path("data/shop.book").toStdString(), true);
    QVERIFY(static_cast<bool>((*file)->append({{1, "book.hologram_kept", 1, "{}"}})));
    file->reset();
    open();
    QCOMPARE(keeper_->fault()->code, ErrorCode::FileTooNew);
}

void ShopKeeperTest::aTableWithPictures() {
    writeBytes(path("good.png"), picture(1600, 800, "PNG"));
    writeBytes(path("words.jpg"), "this is no picture");
    writeBytes(path("lies.png"), lyingPng(60'000, 60'000));
    writeBytes(path("table.csv"), "name,sku,price,image\n"
                                  "A,A1,1,good.png\n"
                                  "B,B1,1,words.jpg\n"
                                  "C,C1,1,lies.png\n"
                                  "D,D1,1,none.png\n");
    const auto offer = plan(asking(path("table.csv")));
    QVERIFY(static_cast<bool>(offer));
    QCOMPARE(offer->plan->fresh, std::size_t(4));
    QCOMPARE(offer->plan->reports.notes,
             (std::vector<TableReport>{{3, TableIssue::ImageBad, "words.jpg"},
                                       {5, TableIssue::ImageMissing, "none.png"}}));
    QVERIFY(keeper_->book()->products.empty()); // looking changes nothing
    const auto kept = keepTable(*offer, path("table.csv"));
    QVERIFY(static_cast<bool>(kept));
    QCOMPARE(kept->products, std::size_t(4));
    QCOMPARE(kept->pictures, (std::vector<TableReport>{{4, TableIssue::ImageBad, "lies.png"}}));
    int pictures = 0;
    for (const auto& [id, product] : keeper_->book()->products) {
        QVERIFY(!id.empty());
        if (product.image.empty())
            continue;
        ++pictures;
        QCOMPARE(product.name, "A");
        QCOMPARE(
            QImage(keeper_->photoFolder() + QLatin1Char('/') + QString::fromStdString(product.image)).size(),
            QSize(1280, 640));
    }
    QCOMPARE(pictures, 1);
}

void ShopKeeperTest::aPlanForAnotherBookIsNotKept() {
    writeBytes(path("table.csv"), "name,sku,price\nA,A1,1\n");
    const auto offer = plan(asking(path("table.csv")));
    QVERIFY(static_cast<bool>(keep({ProductKept{mug()}})));
    QCOMPARE(keepTable(*offer, path("table.csv")).error().code, ErrorCode::Busy);
    QCOMPARE(keeper_->book()->products.size(), std::size_t(1));
}

void ShopKeeperTest::howATableWasReadIsRemembered() {
    writeBytes(path("table.csv"), "What,Nr,Euro\nMug,M1,18.90\n");
    control::TableAsk ask = asking(path("table.csv"));
    QCOMPARE(plan(ask)->plan->fresh, std::size_t(0));
    ask.mapping = {ProductLayout::Own, {ProductColumn::Name, ProductColumn::Sku, ProductColumn::Price}};
    const auto offer = plan(ask);
    QCOMPARE(offer->plan->fresh, std::size_t(1));
    QVERIFY(static_cast<bool>(keepTable(*offer, path("table.csv"))));
    QVERIFY(plan(asking(path("table.csv")))->mapping == *ask.mapping);
    QCOMPARE(plan(asking(path("table.csv")))->plan->unchanged, std::size_t(1));
    // The text is not read again for another mapping.
    QVERIFY(QFile::remove(path("table.csv")));
    ask.text = offer->text;
    QCOMPARE(plan(ask)->plan->unchanged, std::size_t(1));
    QCOMPARE(plan(asking(path("table.csv"))).error().code, ErrorCode::FileMissing);
}

void ShopKeeperTest::stoppingTellsNothing() {
    QByteArray csv("name,sku,price\n");
    for (int i = 0; i < 20'000; ++i)
        csv += "P,S" + QByteArray::number(i) + ",1\n";
    writeBytes(path("table.csv"), csv);
    control::TableAsk ask = asking(path("table.csv"));
    ask.stop = std::make_shared<std::atomic<bool>>(false);
    bool told = false;
    int highest = 0;
    keeper_->planTable(
        ask, this, [&](int permille) { highest = std::max(highest, permille); },
        [&](const Result<control::TableOffer>&) { told = true; });
    *ask.stop = true;
    // What comes after it in the thread's queue is answered: then nothing of it is left to come.
    QVERIFY(static_cast<bool>(keep({ProductKept{mug()}})));
    QVERIFY(!told);
    ask.stop.reset();
    QVERIFY(static_cast<bool>(answerOf<control::TableOffer>([&](QObject* context, auto then) {
        keeper_->planTable(
            ask, context, [&](int permille) { highest = std::max(highest, permille); }, then);
    })));
    QVERIFY(highest > 0 && highest <= 1000);
}

void ShopKeeperTest::nobodyIsToldWhoIsGone() {
    bool told = false;
    {
        QObject context;
        keeper_->keep({ProductKept{mug()}}, &context, [&](const Result<void>&) { told = true; });
    }
    QVERIFY(static_cast<bool>(keep({})));
    QVERIFY(!told);
    QCOMPARE(keeper_->book()->products.size(), std::size_t(1)); // done all the same
}

void ShopKeeperTest::whatGoesOutComesIn() {
    Product product = mug();
    product.forbidden = {"heals", "cures"};
    product.description = "a, \"b\";\nc";
    QVERIFY(static_cast<bool>(keep({ProductKept{product}})));
    QVERIFY(static_cast<bool>(answerOf<void>(
        [&](QObject* context, auto told) { keeper_->writeTable(path("out.csv"), context, told); })));
    const auto offer = plan(asking(path("out.csv")));
    QCOMPARE(offer->plan->unchanged, std::size_t(1));
    QVERIFY(offer->plan->changes.empty());
    QCOMPARE(answerOf<void>([&](QObject* context, auto told) {
                 keeper_->writeTable(QStringLiteral("/sys/kernel/out.csv"), context, told);
             })
                 .error()
                 .code,
             ErrorCode::FileUnwritable);
}

void ShopKeeperTest::photos_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QSize>("size");
    const auto row = [](const char* name, const QByteArray& bytes, ErrorCode code, QSize size = {}) {
        QTest::newRow(name) << bytes << int(code) << size;
    };
    row("small", picture(300, 200, "JPG"), ErrorCode::None, QSize(300, 200));
    row("large", picture(3000, 2000, "JPG"), ErrorCode::None, QSize(1280, 853));
    row("upright", picture(800, 2560, "PNG"), ErrorCode::None, QSize(400, 1280));
    row("one pixel high", picture(5000, 1, "PNG"), ErrorCode::None, QSize(1280, 1));
    row("empty", {}, ErrorCode::BadFormat);
    row("text", "hello", ErrorCode::BadFormat);
    row("SVG", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", ErrorCode::BadFormat);
    row("claims more than it has", lyingPng(60'000, 60'000), ErrorCode::TooLarge);
    row("claims a little more", lyingPng(4000, 3000), ErrorCode::BadFormat);
    row("claims nothing", lyingPng(0, 0), ErrorCode::BadFormat);
    row("cut off", picture(900, 900, "PNG").left(60), ErrorCode::BadFormat);
}

void ShopKeeperTest::photos() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QSize, size);
    writeBytes(path("in"), bytes);
    const Result<studio::Photo> photo = studio::readPhoto(path("in"));
    QCOMPARE(int(photo ? ErrorCode::None : photo.error().code), code);
    if (!photo)
        return;
    const QImage image = QImage::fromData(photo->bytes);
    QCOMPARE(image.size(), size);
    QVERIFY(!photo->bytes.contains("56.9496")); // where it was taken stays behind
    QVERIFY(photo->name.endsWith(QStringLiteral(".jpg")));
    QCOMPARE(studio::readPhoto(path("in"))->name, photo->name);
}

void ShopKeeperTest::aCamerasPictureIsKeptAsItsMiddleSquare() {
    // Red, green and blue side by side: the middle is green.
    auto wide = std::make_shared<engine::Picture>();
    wide->width = 300;
    wide->height = 100;
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 300; ++x)
            for (const int part : {x < 100 ? 255 : 0, x >= 100 && x < 200 ? 255 : 0, x >= 200 ? 255 : 0, 255})
                wide->rgba.push_back(std::uint8_t(part));
    const auto take = [&](std::shared_ptr<const engine::Picture> picture) {
        return answerOf<std::string>(
            [&](QObject* context, auto told) { keeper_->takePicture(picture, context, told); });
    };
    const auto name = take(wide);
    QVERIFY(static_cast<bool>(name));
    const QImage kept(path("data/photos/") + QString::fromStdString(*name));
    QCOMPARE(kept.size(), QSize(100, 100));
    for (const QPoint& at : {QPoint(3, 3), QPoint(96, 96)})
        QVERIFY(kept.pixelColor(at).green() > 240 && kept.pixelColor(at).red() < 20);
    auto large = std::make_shared<engine::Picture>();
    large->width = 1920;
    large->height = 1500;
    large->rgba.assign(std::size_t(1920) * 1500 * 4, 0x80);
    const auto small = take(large);
    QVERIFY(static_cast<bool>(small));
    QCOMPARE(QImage(path("data/photos/") + QString::fromStdString(*small)).size(), QSize(1280, 1280));
    large->rgba.pop_back(); // fewer pixels than it says
    QCOMPARE(take(large).error().code, ErrorCode::BadFormat);
}

void ShopKeeperTest::aPhotoReachesTheShowAndThePage() {
    writeBytes(path("in.png"), picture(90, 60, "PNG"));
    const auto name = answerOf<std::string>(
        [&](QObject* context, auto told) { keeper_->takePhoto(path("in.png"), context, told); });
    QVERIFY(static_cast<bool>(name));
    keeper_->showPhoto(*name);
    keeper_->showPhoto("../data/shop.book");
    keeper_->showPhoto("demo.svg"); // the show's own
    QVERIFY(static_cast<bool>(keep({})));
    QCOMPARE(sent_.size(), std::size_t(1));
    QCOMPARE(bytesOf(path("art/") + QString::fromStdString(*name)), sent_.begin()->second);
    QCOMPARE(answerOf<std::string>(
                 [&](QObject* context, auto told) { keeper_->takePhoto(path("none.png"), context, told); })
                 .error()
                 .code,
             ErrorCode::FileMissing);
}

void ShopKeeperTest::aPriceThatIsNotKeptIsTriedAgain() {
    QVERIFY(static_cast<bool>(keep({ProductKept{mug()}})));
    keeper_.reset();
    writeBytes(path("data/shop.book"), bytesOf(path("data/shop.book")).left(5000));
    open(); // a book that keeps nothing
    control::State state;
    state.catalogue.products = {mug()};
    state.run.phase = show::RunPhase::Live;
    QSignalSpy noted(keeper_.get(), &ShopKeeper::pricesNoted);
    for (int time = 1; time <= 2; ++time) {
        keeper_->follow(state);
        QTRY_COMPARE_WITH_TIMEOUT(int(noted.size()), time, deadlineMs);
        const auto fault = noted.back().front().value<std::optional<Error>>();
        QVERIFY(fault.has_value());
        QCOMPARE(fault->code, ErrorCode::FileDamaged);
    }
}

void ShopKeeperTest::livePricesGoIntoTheLedger() {
    control::State state;
    state.catalogue.products = {mug()};
    const auto changes = [&] {
        (void)keep({}); // what follow() has asked is done by then
        const auto& all = keeper_->book()->prices.changes;
        return all.contains(Sku{"M"}) ? all.at(Sku{"M"}) : std::vector<PriceChange>{};
    };
    clock_.at = {1000, 0};
    state.run.phase = show::RunPhase::Live;
    state.run.rehearsal = true;
    keeper_->follow(state);
    QVERIFY(changes().empty());
    state.run.rehearsal = false;
    ++state.catalogueRevision;
    keeper_->follow(state);
    QVERIFY(changes() == (std::vector<PriceChange>{{1000, {2000, "EUR"}, PriceWhy::Listed}}));
    clock_.at = {2000, 0};
    Offer flash;
    flash.id = OfferId{"f"};
    flash.kind = OfferKind::FlashPrice;
    flash.lines = {{Sku{"M"}, 1, 1500}};
    state.running[flash.id] = {flash, 2000, 0, 0};
    keeper_->follow(state);
    keeper_->follow(state);
    QCOMPARE(changes().size(), std::size_t(2));
    QVERIFY(changes().back() == (PriceChange{2000, {1500, "EUR"}, PriceWhy::Flash}));
    clock_.at = {3000, 0};
    state.run.phase = show::RunPhase::Ended; // the show ends while it runs
    keeper_->follow(state);
    QVERIFY(changes().back() == (PriceChange{3000, {2000, "EUR"}, PriceWhy::FlashOver}));
    QCOMPARE(changes().size(), std::size_t(3));
}

QTEST_MAIN(ShopKeeperTest)
#include "ShopKeeperTest.moc"
