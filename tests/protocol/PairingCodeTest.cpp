// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/PairingCode.hpp"

#include <QtTest>

#include <rapidcheck.h>

using namespace vitrina;
using namespace vitrina::protocol;

namespace {

const PairingCode shop{"shop.example", 8444, std::string("\x01\x23\x45\x67\x89\xab\xcd\xef\x10\x32", 10),
                       std::string("\x99\x88\x77\x66\x55", 5)};

} // namespace

class PairingCodeTest final : public QObject {
    Q_OBJECT

  private slots:
    void comesBack() {
        QVERIFY(rc::check([] {
            PairingCode code{
                *rc::gen::element<std::string>("a.b", "xn--caf-dma.example", "10.0.0.7", "[fd00::2]"),
                *rc::gen::inRange(1, 65'536),
                *rc::gen::container<std::string>(10, rc::gen::arbitrary<char>()),
                *rc::gen::container<std::string>(5, rc::gen::arbitrary<char>())};
            const auto read = decodePairingCode(encodePairingCode(code));
            RC_ASSERT(read);
            RC_ASSERT(*read == code);
        }));
    }

    void isShortEnoughToReadOut() {
        const std::string text = encodePairingCode(shop);
        QVERIFY(text.starts_with("shop.example:8444 "));
        QCOMPARE(text.size() - text.find(' ') - 1, std::size_t(28 + 6)); // seven groups of four
    }

    void forgivesWhatPeopleWrite() {
        QString text = QString::fromStdString(encodePairingCode(shop)).toLower();
        text.replace(QLatin1Char('-'), QStringLiteral("  "));
        text.replace(QLatin1Char('0'), QLatin1Char('o')).replace(QLatin1Char('1'), QLatin1Char('l'));
        // The address stands in the clear and is not to be guessed at.
        text = QStringLiteral("\n shop.example:8444%1\n").arg(text.mid(text.indexOf(QLatin1Char(' '))));
        const auto read = decodePairingCode(text.toStdString());
        QVERIFY(read);
        QVERIFY(*read == shop);
    }

    void aWrongLetterIsNoticed() {
        const std::string text = encodePairingCode(shop);
        for (std::size_t at = 0; at < text.size(); ++at) {
            std::string other = text;
            other[at] = other[at] == 'Z' ? 'Y' : 'Z';
            const auto read = decodePairingCode(other);
            QVERIFY2(!read || *read == shop, other.c_str());
        }
        for (const char* none :
             {"", " ", "shop.example:8444", "shop.example ABCD", "shop.example:0 ABCD-EFGH"})
            QVERIFY(!decodePairingCode(none));
        QVERIFY(!decodePairingCode(text.substr(0, text.size() - 5)));
        QVERIFY(!decodePairingCode(text + "-ABCD"));
    }

    void anythingIsRefusedOrRead() {
        QVERIFY(rc::check([](const std::string& text) {
            if (const auto read = decodePairingCode(text))
                RC_ASSERT(!read->host.empty());
        }));
    }

    void hexComesBack() {
        QVERIFY(rc::check([](const std::string& bytes) {
            const auto read = fromHex(toHex(bytes));
            RC_ASSERT(read);
            RC_ASSERT(*read == bytes);
        }));
        QVERIFY(!fromHex("abc"));
        QVERIFY(!fromHex("zz"));
    }
};

QTEST_GUILESS_MAIN(PairingCodeTest)
#include "PairingCodeTest.moc"
