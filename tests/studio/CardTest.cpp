// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: screenshot
#include "studio/CardLayout.hpp"
#include "studio/CardPainter.hpp"
#include "studio/PlatePainter.hpp"
#include "studio/ShowWords.hpp"
#include "studio/SlatePainter.hpp"

#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace vitrina;
using namespace vitrina::studio;

namespace {

control::CardContent linenTowel() {
    control::CardContent content;
    content.name = "Lina dvielis „Rīts”";
    content.code = "12";
    content.fromMinor = 1890;
    content.currency = "EUR";
    content.locale = "lv-LV";
    content.stock = commerce::StockWord::Available;
    content.available = 24;
    content.pageUrl = "http://127.0.0.1:8080/";
    return content;
}

QImage toImage(const engine::Picture& picture) {
    return QImage(picture.rgba.data(), picture.width, picture.height, picture.width * 4,
                  QImage::Format_RGBA8888_Premultiplied)
        .copy();
}

/// Pixels of nearly this colour.
int count(const QImage& image, QColor colour) {
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            found += pixel.alpha() > 250 && qAbs(pixel.red() - colour.red()) < 8 &&
                     qAbs(pixel.green() - colour.green()) < 8 && qAbs(pixel.blue() - colour.blue()) < 8;
        }
    }
    return found;
}

void keep(const QImage& image, const QString& name) {
    const QString folder = QStringLiteral(VITRINA_BINARY_DIR "/../screenshots");
    QDir().mkpath(folder);
    QImage onPicture(image.size(), QImage::Format_RGB32);
    onPicture.fill(QColor(0x7A, 0x84, 0x80));
    QPainter(&onPicture).drawImage(0, 0, image);
    QVERIFY(onPicture.save(folder + QLatin1Char('/') + name));
}

} // namespace

class CardTest : public QObject {
    Q_OBJECT

    const stage::Canvas landscape_{960, 540, 30};
    const stage::Canvas portrait_{540, 960, 30};
    const QColor brand_{0xF2, 0xA3, 0x1B};
    const QColor sold_{0x9B, 0x14, 0x20};
    const QColor low_{0xFF, 0xD8, 0x8F};
    QString missing_; ///< of what was drawn last

    QImage draw(const control::CardContent& content, stage::Canvas canvas, const QString& name) {
        const auto words = std::make_shared<ShowWords>(QString::fromStdString(content.locale));
        const Painted painted = CardPainter(canvas, words).card(content);
        const QImage image = toImage(*painted.picture);
        keep(image, name);
        // Whatever it says, it leaves most of the picture to the host.
        [&] {
            QVERIFY(image.width() - 2 * painted.rim <= canvas.width * 0.77);
            QVERIFY2(image.height() - 2 * painted.rim <= canvas.height * 0.64, qPrintable(name));
        }();
        missing_ = painted.missing;
        return image;
    }

  private slots:
    void eachStockWordHasItsSign() {
        control::CardContent content = linenTowel();
        QImage image = draw(content, landscape_, QStringLiteral("card-normal.png"));
        QVERIFY(count(image, brand_) > 200);
        QCOMPARE(count(image, low_), 0);

        content.available = 3;
        QVERIFY(count(draw(content, landscape_, QStringLiteral("card-low.png")), low_) > 200);

        content.stock = commerce::StockWord::SoldOut;
        content.available = 0;
        image = draw(content, landscape_, QStringLiteral("card-sold-out.png"));
        QCOMPARE(count(image, brand_), 0);
        QVERIFY(count(image, sold_) > 200);

        content.stock = commerce::StockWord::Stopped;
        image = draw(content, landscape_, QStringLiteral("card-stopped.png"));
        QCOMPARE(count(image, brand_), 0);
        QVERIFY(count(image, sold_) > 200);

        content.stock = commerce::StockWord::AllInCheckouts;
        QVERIFY(count(draw(content, landscape_, QStringLiteral("card-checkouts.png")),
                      QColor(0xDD, 0xEA, 0xF8)) > 200);
    }

    void aLostLinkLeavesNoFigureOnTheCard() {
        control::CardContent content = linenTowel();
        const int wells =
            count(draw(content, landscape_, QStringLiteral("card-normal.png")), QColor(0xE9, 0xE1, 0xD2));
        content.stock = commerce::StockWord::Unknown;
        const int without =
            count(draw(content, landscape_, QStringLiteral("card-link-lost.png")), QColor(0xE9, 0xE1, 0xD2));
        QVERIFY(wells > 200);
        QVERIFY(without < wells / 10); // what is left are edges of letters
    }

    void portraitAndLongNamesStayOnThePaper() {
        control::CardContent content = linenTowel();
        (void)draw(content, portrait_, QStringLiteral("card-portrait.png"));
        content.name =
            "Ļoti gara nosaukuma rokām austs nemazgājamais-pārāk-garais-saliktenis 🧵🧶 ar "
            "pušķiem un "
            "bārkstīm, otrais piegājiens";
        content.fromMinor = 123456789;
        content.pricesDiffer = true;
        (void)draw(content, landscape_, QStringLiteral("card-long.png"));
        (void)draw(content, portrait_, QStringLiteral("card-long-portrait.png"));
    }

    void wasAndCountdown() {
        const ShowWords words(QStringLiteral("lv-LV"));
        control::CardContent content = linenTowel();
        content.wasMinor = 2400;
        content.countdownSeconds = 552;
        (void)draw(content, landscape_, QStringLiteral("card-was.png"));
        CardLayout card = measureCard(content, landscape_, words);
        QCOMPARE(card.was, QStringLiteral("24,00\u00A0€"));
        QCOMPARE(card.chips.size(), std::size_t(2));
        QCOMPARE(card.chips.back().text, QStringLiteral("09:12"));
        QVERIFY(card.chips.back().figures);
        QVERIFY(card.address.isEmpty()); // no room left
        (void)draw(content, portrait_, QStringLiteral("card-was-portrait.png"));
        QCOMPARE(measureCard(content, portrait_, words).less, QStringLiteral("−21\u00A0%"));
        content.available = 3;
        (void)draw(content, landscape_, QStringLiteral("card-was-low.png"));
        // A countdown changes its digits and nothing else.
        card = measureCard(content, landscape_, words);
        const double width = card.chipWidth(card.chips.back());
        content.countdownSeconds = 71;
        card = measureCard(content, landscape_, words);
        QCOMPARE(card.chipWidth(card.chips.back()), width);
        // Nothing to buy: neither the price of before nor a time to hurry for.
        content.stock = commerce::StockWord::SoldOut;
        card = measureCard(content, landscape_, words);
        QVERIFY(card.was.isEmpty());
        QCOMPARE(card.chips.size(), std::size_t(1));
        QCOMPARE(card.chips.front().sign, CardSign::Struck);
        // A "was" that is not above the price is none.
        content = linenTowel();
        content.wasMinor = content.fromMinor;
        QVERIFY(measureCard(content, landscape_, words).was.isEmpty());
    }

    void eachStateHasASignOfItsOwn() {
        const ShowWords words(QStringLiteral("lv-LV"));
        control::CardContent content = linenTowel();
        const auto sign = [&] {
            return measureCard(content, landscape_, words).chips.front().sign;
        };
        QCOMPARE(sign(), CardSign::None);
        content.available = 3;
        QCOMPARE(sign(), CardSign::Gauge);
        content.stock = commerce::StockWord::AllInCheckouts;
        QCOMPARE(sign(), CardSign::Bag);
        content.stock = commerce::StockWord::SoldOut;
        QCOMPARE(sign(), CardSign::Struck);
    }

    void anAddressIsWholeOrNotThere() {
        const ShowWords words(QStringLiteral("lv-LV"));
        control::CardContent content = linenTowel();
        content.pageUrl = "https://shop.example/";
        QCOMPARE(measureCard(content, landscape_, words).address, QStringLiteral("shop.example"));
        content.pageUrl = "http://127.0.0.1:8080/";
        QCOMPARE(measureCard(content, landscape_, words).address, QStringLiteral("127.0.0.1:8080"));
        content.pageUrl = "https://a-very-long-name-of-a-shop.example/live/shows/autumn-market-2026/evening";
        QVERIFY(measureCard(content, landscape_, words).address.isEmpty());
        QVERIFY(!measureCard(content, landscape_, words).code.isNull());
        content.pageUrl.clear();
        QVERIFY(measureCard(content, landscape_, words).code.isNull());
    }

    /// Other scripts come from other fonts; what no font has is left out and told, never sent out as a box.
    void whatNoFontHasIsLeftOutAndTold() {
        control::CardContent content = linenTowel();
        content.name = "Krūze 🧵 ☕ кружка κούπα";
        (void)draw(content, landscape_, QStringLiteral("card-scripts.png"));
        QVERIFY2(missing_.isEmpty(), qPrintable(missing_));
        content.name =
            "Krūze \xF4\x8F\xBF\xBC un \xF4\x8F\xBF\xBD bļoda"; // the end of the last private plane
        const QImage without = draw(content, landscape_, QStringLiteral("card-missing.png"));
        QCOMPARE(missing_, QString::fromUtf8("\xF4\x8F\xBF\xBC\xF4\x8F\xBF\xBD"));
        content.name = "Krūze un bļoda";
        QCOMPARE(draw(content, landscape_, QStringLiteral("card-missing.png")), without);
        QString missing;
        QCOMPARE(drawable("two\nlines\t\x01", missing), QStringLiteral("two lines"));
        QCOMPARE(drawable("👩‍👩‍👧", missing),
                 QString::fromUtf8("👩‍👩‍👧")); // one family, not three people
        QVERIFY(missing.isEmpty());
    }

    void rightToLeftBeginsAtTheRight() {
        control::CardContent content = linenTowel();
        content.name = "מגבת פשתן „Rīts” מס׳ 12";
        const QImage image = draw(content, landscape_, QStringLiteral("card-hebrew.png"));
        QVERIFY2(missing_.isEmpty(), qPrintable(missing_));
        const CardLayout card = measureCard(content, landscape_, ShowWords(QStringLiteral("lv-LV")));
        // The last line is short: its ink is at the right of the column.
        const int left = 19 + int(card.sizes.bar + card.sizes.padding);
        const int top = 20 + int(card.sizes.padding + (card.name.size() - 1) * card.sizes.name * 1.16);
        const QRect begin(left, top, int(card.textWidth * 0.2), int(card.sizes.name));
        const QRect end(left + int(card.textWidth * 0.8), top, int(card.textWidth * 0.2),
                        int(card.sizes.name));
        QVERIFY(count(image.copy(end), QColor(0x1D, 0x1A, 0x15)) >
                count(image.copy(begin), QColor(0x1D, 0x1A, 0x15)));
        content.name = "منشفة كتان";
        (void)draw(content, landscape_, QStringLiteral("card-arabic.png"));
        QVERIFY2(missing_.isEmpty(), qPrintable(missing_));
    }

    void plates() {
        for (const stage::Canvas& canvas : {landscape_, portrait_}) {
            const QString shape =
                canvas.width > canvas.height ? QStringLiteral("wide") : QStringLiteral("tall");
            const PlatePainter painter(canvas);
            const Painted line = painter.lowerThird({"Ilze Kalniņa", "Dzintars un lins · Rīga"});
            keep(toImage(*line.picture), QStringLiteral("lower-third-%1.png").arg(shape));
            QVERIFY(count(toImage(*line.picture), brand_) > 50);
            QVERIFY(painter.lowerThird({"Ilze", ""}).picture->height < line.picture->height);
            const std::string endless(110, 'W');
            const Painted wide = painter.lowerThird({endless, endless});
            QVERIFY(wide.picture->width - 2 * wide.rim <= canvas.width * 0.77);
            const Painted time = painter.countdown({"Sākam pēc", 288});
            keep(toImage(*time.picture), QStringLiteral("countdown-%1.png").arg(shape));
            QCOMPARE(painter.countdown({"Sākam pēc", 111}).picture->width, time.picture->width);
            QVERIFY(painter.countdown({endless, 3723}).picture->width < canvas.width * 0.75);
        }
        QCOMPARE(clockText(0), QStringLiteral("00:00"));
        QCOMPARE(clockText(3599), QStringLiteral("59:59"));
        QCOMPARE(clockText(3723), QStringLiteral("1:02:03"));
    }

    /// The figure by which these are drawn on a thread of their own: a GUI frame has 16 ms for everything.
    void whatADrawingCosts() {
        control::CardContent content = linenTowel();
        content.wasMinor = 2400;
        content.countdownSeconds = 552;
        const auto words = std::make_shared<ShowWords>(QStringLiteral("lv-LV"));
        for (const stage::Canvas& canvas :
             {landscape_, stage::Canvas{1280, 720, 30}, stage::Canvas{1920, 1080, 30}}) {
            const CardPainter painter(canvas, words);
            std::vector<qint64> took;
            for (int i = 0; i < 15; ++i) {
                QElapsedTimer clock;
                clock.start();
                QVERIFY(painter.card(content).picture);
                took.push_back(clock.nsecsElapsed() / 1000);
            }
            std::sort(took.begin(), took.end());
            qInfo("card at %dx%d: median %lld us, worst %lld us", canvas.width, canvas.height, took[7],
                  took.back());
        }
    }

    void theLabelIsWhiteAndReadable() {
        const Painted painted = PlatePainter(landscape_).label("#reklāma · apmaksāta sadarbība");
        const QImage image = toImage(*painted.picture);
        keep(image, QStringLiteral("label.png"));
        QVERIFY(count(image, Qt::white) > image.width() * image.height() / 2);
        QVERIFY(count(image, QColor(0x14, 0x11, 0x0C)) > 50);
        const std::string endless(200, 'W');
        const Painted longest = PlatePainter(portrait_).label(endless);
        QVERIFY(longest.picture->width <= portrait_.width * 0.88 + 1);
    }

    void theSlateLetsNothingThrough() {
        const auto words = std::make_shared<ShowWords>(QStringLiteral("lv-LV"));
        QCOMPARE(words->rightBack(), QStringLiteral("Tūlīt atgriezīsimies"));
        for (const stage::Canvas canvas : {landscape_, portrait_}) {
            const bool wide = canvas.width > canvas.height;
            const Painted painted = SlatePainter(canvas, words).slate(QStringLiteral("Dzintars un lins"));
            const QImage image = toImage(*painted.picture);
            keep(image, wide ? QStringLiteral("slate.png") : QStringLiteral("slate-portrait.png"));
            QCOMPARE(painted.area, (stage::Area{0, 0, 1, 1}));
            QCOMPARE(image.size(), QSize(canvas.width, canvas.height));
            int open = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    open += image.pixelColor(x, y).alpha() < 255;
            QCOMPARE(open, 0);
            QVERIFY(count(image, QColor(0xFB, 0xF8, 0xF1)) > 200); // the words
            QVERIFY(count(image, brand_) > 50);
        }
        (void)SlatePainter(portrait_, words).slate(QString(300, QLatin1Char('W')));
    }

    void moneyFollowsTheShow() {
        QCOMPARE(ShowWords(QStringLiteral("lv-LV")).money(1890, QStringLiteral("EUR")),
                 QStringLiteral("18,90\u00A0€"));
        QCOMPARE(ShowWords(QStringLiteral("lv-LV")).left(3, true), QStringLiteral("Atlikuši 3"));
        QCOMPARE(ShowWords(QStringLiteral("lv-LV")).left(21, false), QStringLiteral("Atlicis 21"));
        QCOMPARE(ShowWords(QStringLiteral("lv-LV")).number(QStringLiteral("12")), QStringLiteral("Nr. 12"));
        QCOMPARE(ShowWords(QStringLiteral("lv-LV")).lessBy(2400, 1890), QStringLiteral("−21\u00A0%"));
        QCOMPARE(ShowWords(QStringLiteral("en-IE")).lessBy(3000, 1001),
                 QStringLiteral("−66%")); // rounded down
        QCOMPARE(ShowWords(QStringLiteral("lv-LV")).lowestOf30Days(), QStringLiteral("30 dienu zemākā"));
        QCOMPARE(ShowWords(QStringLiteral("en-IE")).left(3, true), QStringLiteral("Only 3 left"));
        QCOMPARE(ShowWords(QStringLiteral("en-IE")).money(1890, QStringLiteral("EUR")),
                 QStringLiteral("€18.90"));
    }
};

QTEST_MAIN(CardTest)
#include "CardTest.moc"
