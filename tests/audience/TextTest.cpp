// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "audience/CardNumber.hpp"
#include "audience/Message.hpp"
#include "audience/TokenBucket.hpp"

#include <QTest>
#include <rapidcheck.h>

using namespace vitrina;
using namespace vitrina::audience;

class TextTest final : public QObject {
    Q_OBJECT
  private slots:
    void cleans_data() {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("clean"); // empty: refused
        QTest::newRow("plain") << QByteArray("Labdien!") << QByteArray("Labdien!");
        QTest::newRow("blanks") << QByteArray("  a \t\n b\u00a0\u3000c  ") << QByteArray("a b c");
        QTest::newRow("nfc") << QByteArray("a\u0304da") << QByteArray("\u0101da");
        QTest::newRow("bidi") << QByteArray("a\u202Eb\u2066c\u200Fd") << QByteArray("abcd");
        QTest::newRow("controls") << QByteArray("a\x07\x1b[31mb", 8) << QByteArray("a[31mb");
        QTest::newRow("zero width") << QByteArray("v\u200Bi\uFEFFs\u00ADk\u2060s") << QByteArray("visks");
        QTest::newRow("family") << QByteArray("👨‍👩‍👧‍👦")
                                << QByteArray("👨‍👩‍👧‍👦");
        QTest::newRow("markup stays text") << QByteArray("<b>x</b>") << QByteArray("<b>x</b>");
        QTest::newRow("empty") << QByteArray("") << QByteArray();
        QTest::newRow("only blanks") << QByteArray(" \n\u2003") << QByteArray();
        QTest::newRow("only invisible") << QByteArray("\u200D\u2800\u3164") << QByteArray();
        QTest::newRow("not utf-8") << QByteArray("a\xff"
                                                 "b")
                                   << QByteArray();
        QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QByteArray();
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray();
        QTest::newRow("ten") << QByteArray("1234567890") << QByteArray("1234567890");
        QTest::newRow("eleven") << QByteArray("12345678901") << QByteArray();
        QByteArray stack("a");
        for (int i = 0; i < 40; ++i)
            stack += "\u0301";
        QTest::newRow("stacked marks") << stack << QByteArray();
    }
    void cleans() {
        QFETCH(QByteArray, raw);
        QFETCH(QByteArray, clean);
        const auto result = cleanText(raw.toStdString(), 10);
        if (clean.isEmpty()) {
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::BadText);
        } else {
            QVERIFY(bool(result));
            QCOMPARE(QByteArray::fromStdString(*result), clean);
        }
    }

    void cleaningTwiceChangesNothing() {
        QVERIFY(rc::check("cleanText is idempotent and never throws", [](const std::string& raw) {
            if (const auto once = cleanText(raw, 300)) {
                const auto twice = cleanText(*once, 300);
                RC_ASSERT(bool(twice));
                RC_ASSERT(*twice == *once);
            }
        }));
    }

    void knowsCardNumbers_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("card");
        // The numbers that networks publish for tests.
        QTest::newRow("visa") << QByteArray("4111111111111111") << true;
        QTest::newRow("in groups") << QByteArray("my card: 4111 1111 1111 1111.") << true;
        QTest::newRow("with dashes") << QByteArray("4111-1111-1111-1111") << true;
        QTest::newRow("en dashes and blanks") << QByteArray("4111 – 1111 – 1111 – 1111") << true;
        QTest::newRow("full width") << QByteArray("４１１１１１１１１１１１１１１１") << true;
        QTest::newRow("mastercard") << QByteArray("karte 5555555555554444, paldies") << true;
        QTest::newRow("mastercard, 2 series") << QByteArray("2223003122003222") << true;
        QTest::newRow("american express") << QByteArray("3782 822463 10005") << true;
        QTest::newRow("diners") << QByteArray("30569309025904") << true;
        QTest::newRow("discover") << QByteArray("6011000990139424") << true;
        QTest::newRow("jcb") << QByteArray("3530111333300000") << true;
        QTest::newRow("a date and a code behind") << QByteArray("4111 1111 1111 1111 12/27 123") << true;
        QTest::newRow("a code behind") << QByteArray("4111 1111 1111 1111 123") << true;
        QTest::newRow("a number before") << QByteArray("2 4111 1111 1111 1111") << true;
        QTest::newRow("stuck to a word") << QByteArray("visa4111111111111111") << true;
        QTest::newRow("wrong last digit") << QByteArray("4111111111111112") << false;
        QTest::newRow("no network's") << QByteArray("1234567812345670") << false;
        QTest::newRow("phone") << QByteArray("+371 29 123 456") << false;
        QTest::newRow("two phones") << QByteArray("29123456, 29123464") << false;
        QTest::newRow("barcode") << QByteArray("4750010000000") << false;
        QTest::newRow("iban") << QByteArray("LV80BANK0000435195001") << false;
        QTest::newRow("address") << QByteArray("Brīvības iela 141-11, Rīga, LV-1012") << false;
        QTest::newRow("far apart") << QByteArray("4111 1111 or 1111 1111") << false;
        QTest::newRow("not utf-8") << QByteArray("\xff 41") << false;
        QTest::newRow("empty") << QByteArray("") << false;
    }
    void knowsCardNumbers() {
        QFETCH(QByteArray, text);
        QFETCH(bool, card);
        QCOMPARE(holdsCardNumber(text.toStdString()), card);
    }

    void contacts() {
        QCOMPARE(*cleanContact(" anna.b+x@example.lv "), std::string("anna.b+x@example.lv"));
        QCOMPARE(*cleanContact("+371 2912-3456"), std::string("+37129123456"));
        QCOMPARE(*cleanContact("anna@pasts.ēka.lv"), std::string("anna@pasts.ēka.lv"));
        for (const char* bad : {"", "anna", "anna@", "@example.lv", "a@b", "a@b@c.lv", "a b@c.lv", "a@-b.lv",
                                "a..b@c.lv", "12345", "1234567890123456", "29+123456", "x\xff@y.lv"}) {
            const auto contact = cleanContact(bad);
            QVERIFY2(!contact, bad);
            QCOMPARE(contact.error().code, ErrorCode::BadContact);
        }
    }

    void bucketRefills() {
        const Rate rate{5, 10'000};
        TokenBucket bucket;
        for (int i = 0; i < 5; ++i)
            QVERIFY(bucket.take(rate, 1'000));
        QVERIFY(!bucket.take(rate, 1'000));
        QCOMPARE(bucket.waitMs(rate, 1'000), 2'001);
        QVERIFY(!bucket.take(rate, 2'000));
        QVERIFY(bucket.take(rate, 3'001));
        QVERIFY(!bucket.full(rate, 5'000));
        QVERIFY(bucket.full(rate, 20'000));
        QVERIFY(!bucket.take(rate, 1'000) ||
                bucket.waitMs(rate, 1'000) == 0); // A clock that steps back gives nothing.
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "TextTest.moc"
