// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: screenshot
#include "studio/CardPainter.hpp"
#include "studio/ShowWords.hpp"
#include "studio/SlatePainter.hpp"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTest>

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

    QImage draw(const control::CardContent& content, stage::Canvas canvas, const QString& name) {
        const auto words = std::make_shared<ShowWords>(QString::fromStdString(content.locale));
        const Painted painted = CardPainter(canvas, words).card(content);
        const QImage image = toImage(*painted.picture);
        keep(image, name);
        // Whatever it says, it stays on the picture and is drawn one to one.
        [&] {
            QVERIFY(painted.area.x >= 0 && painted.area.y >= 0);
            QVERIFY(painted.area.x + painted.area.width <= 1.0 &&
                    painted.area.y + painted.area.height <= 1.0);
            QCOMPARE(qRound(painted.area.width * canvas.width), image.width());
            QCOMPARE(qRound(painted.area.height * canvas.height), image.height());
        }();
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

    void theLabelIsWhiteAndReadable() {
        const auto words = std::make_shared<ShowWords>(QStringLiteral("lv-LV"));
        const Painted painted =
            CardPainter(landscape_, words).label(QStringLiteral("#reklāma · apmaksāta sadarbība"));
        const QImage image = toImage(*painted.picture);
        keep(image, QStringLiteral("label.png"));
        QVERIFY(count(image, Qt::white) > image.width() * image.height() / 2);
        QVERIFY(count(image, QColor(0x14, 0x11, 0x0C)) > 50);
        QVERIFY(painted.area.y < 0.1);
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
        QCOMPARE(ShowWords(QStringLiteral("en-IE")).left(3, true), QStringLiteral("Only 3 left"));
        QCOMPARE(ShowWords(QStringLiteral("en-IE")).money(1890, QStringLiteral("EUR")),
                 QStringLiteral("€18.90"));
    }
};

QTEST_MAIN(CardTest)
#include "CardTest.moc"
