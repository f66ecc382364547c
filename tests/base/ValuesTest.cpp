// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Clock.hpp"
#include "base/ErrorCode.hpp"
#include "base/Id.hpp"
#include "base/Result.hpp"

#include <QTest>

#include <set>
#include <string>
#include <unordered_set>

using namespace vitrina;

class ValuesTest : public QObject {
    Q_OBJECT

  private slots:
    void everyErrorHasItsOwnWord();
    void aStrangeWordIsInternal();
    void resultHoldsOneOfBoth();
    void randomIdsAreHexAndDiffer();
    void clockRunsForwardWithinOneBoot();
};

void ValuesTest::everyErrorHasItsOwnWord() {
    std::set<std::string_view> words;
    int known = 0;
    for (int number = 0; number <= static_cast<int>(ErrorCode::Internal); ++number) {
        const auto code = static_cast<ErrorCode>(number);
        const std::string_view word = errorName(code);
        if (word == "internal" && code != ErrorCode::Internal)
            continue; // a number never given
        ++known;
        QVERIFY2(words.insert(word).second, std::string(word).c_str());
        QCOMPARE(errorFromName(word), code);
    }
    QVERIFY(known >= 46);
}

void ValuesTest::aStrangeWordIsInternal() {
    QCOMPARE(errorFromName("from_the_future"), ErrorCode::Internal);
    QCOMPARE(errorName(static_cast<ErrorCode>(7777)), std::string_view("internal"));
}

void ValuesTest::resultHoldsOneOfBoth() {
    const Result<std::string> good(std::string("x"));
    QVERIFY(good);
    QCOMPARE(good->size(), std::size_t(1));
    const Result<std::string> bad = fail(ErrorCode::SoldOut, "SKU");
    QVERIFY(!bad);
    QCOMPARE(bad.error(), (Error{ErrorCode::SoldOut, "SKU"}));
    QVERIFY(Result<void>());
    QVERIFY(!Result<void>(fail(ErrorCode::Busy)));
}

void ValuesTest::randomIdsAreHexAndDiffer() {
    std::unordered_set<ViewerId> seen;
    for (int i = 0; i < 1000; ++i) {
        const auto id = newId<ViewerId>();
        QCOMPARE(id.value.size(), std::size_t(32));
        QCOMPARE(id.value.find_first_not_of("0123456789abcdef"), std::string::npos);
        QVERIFY(seen.insert(id).second);
    }
}

void ValuesTest::clockRunsForwardWithinOneBoot() {
    const SystemClock clock;
    const Instant first = clock.now();
    const Instant second = clock.now();
    QVERIFY(second.monoMs >= first.monoMs);
    QVERIFY(first.wallMs > 1'700'000'000'000);
    QCOMPARE(clock.bootId().size(), std::size_t(36));
    QCOMPARE(clock.bootId(), SystemClock().bootId());
}

QTEST_GUILESS_MAIN(ValuesTest)
#include "ValuesTest.moc"
