// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "record/Record.hpp"
#include "support/Generators.hpp"

#include <QtTest>

using namespace vitrina;

class RoundTripTest : public QObject {
    Q_OBJECT

  private slots:
    void everyFactComesBack();
    void everyRecordComesBack();
    void unknownFactsStayByteForByte();
    void recordsAreOneLine();
    void whatIsNotUtf8CanStillBeRead();
    void numbersComeBackWhole_data();
    void numbersComeBackWhole();
    void spoiltRecordsAreRefusedOrRead();
    void incompleteFactsAreRefusedWithTheirPlace();
};

void RoundTripTest::everyFactComesBack() {
    QVERIFY(rc::check("decode(encode(fact)) == fact", [] {
        const record::Fact fact = generators::fact();
        const Result<record::Fact> back = record::decodeFact(record::encodeFact(fact));
        RC_ASSERT(static_cast<bool>(back));
        RC_ASSERT(*back == fact);
    }));
}

void RoundTripTest::everyRecordComesBack() {
    QVERIFY(rc::check("decode(encode(record)) == record", [] {
        const record::Record one = generators::record();
        const Result<record::Record> back = record::decodeRecord(record::encodeRecord(one));
        RC_ASSERT(static_cast<bool>(back));
        RC_ASSERT(*back == one);
        RC_ASSERT(record::encodeRecord(*back) == record::encodeRecord(one));
    }));
}

void RoundTripTest::unknownFactsStayByteForByte() {
    const std::string body = "{ \"n\" : 1.50E+2,\t\"t\":\"\\u0101\\\"}\", \"l\": [ ] }";
    const record::EncodedFact newer{"show.item_taken", 99, body};
    const Result<record::Fact> fact = record::decodeFact(newer);
    QVERIFY(fact && record::factAs<record::UnknownFact>(*fact));
    QCOMPARE(record::encodeFact(*fact).body, body);
    record::Record one{{"s"}, {"r"}, record::Origin::Server, 4, 2, {5, 6}, "boot", *fact};
    const Result<record::Record> back = record::decodeRecord(record::encodeRecord(one));
    QVERIFY(static_cast<bool>(back));
    QCOMPARE(record::encodeFact(back->fact).body, body);
}

void RoundTripTest::recordsAreOneLine() {
    QVERIFY(rc::check("a record has no line break", [] {
        record::Record one = generators::record();
        RC_PRE(!record::factAs<record::UnknownFact>(one.fact));
        RC_ASSERT(record::encodeRecord(one).find('\n') == std::string::npos);
    }));
}

void RoundTripTest::whatIsNotUtf8CanStillBeRead() {
    const std::string bad = std::string("a\xff\xc0\xaf\xed\xa0\x80z");
    const Result<record::Fact> back =
        record::decodeFact(record::encodeFact(record::OwnFact(record::FaultCleared{bad})));
    QVERIFY(static_cast<bool>(back));
    const std::string text = record::factAs<record::FaultCleared>(*back)->subject;
    QVERIFY(text.front() == 'a' && text.back() == 'z');
    QVERIFY(text.find("\xEF\xBF\xBD") != std::string::npos);
}

void RoundTripTest::numbersComeBackWhole_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("expected");
    for (const double value : {0.0, 0.1, 0.3, -12.7, 1.0 / 1024, 6.0, 1e-7, 123456.789012345})
        QTest::newRow(std::to_string(value).c_str()) << value << value;
    QTest::newRow("not a number") << std::nan("") << 0.0;
    QTest::newRow("infinite") << -HUGE_VAL << -1e300;
}

void RoundTripTest::numbersComeBackWhole() {
    QFETCH(double, value);
    QFETCH(double, expected);
    const Result<record::Fact> back =
        record::decodeFact(record::encodeFact(stage::Fact(stage::VolumeSet{{"mic"}, value})));
    QVERIFY(static_cast<bool>(back));
    QVERIFY(record::factAs<stage::VolumeSet>(*back)->db == expected);
}

void RoundTripTest::spoiltRecordsAreRefusedOrRead() {
    QVERIFY(rc::check("bytes changed at random never do harm", [] {
        std::string text = record::encodeRecord(generators::record());
        for (int i = *rc::gen::inRange(1, 6); i > 0; --i) {
            const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
            if (*rc::gen::arbitrary<bool>())
                text[at] = *rc::gen::arbitrary<char>();
            else
                text.erase(at);
            RC_PRE(!text.empty());
        }
        const Result<record::Record> back = record::decodeRecord(text);
        if (back) // Still a record: then it must be one that can be kept and sent.
            RC_ASSERT(static_cast<bool>(record::decodeRecord(record::encodeRecord(*back))));
    }));
}

void RoundTripTest::incompleteFactsAreRefusedWithTheirPlace() {
    const auto error = [](const char* kind, const char* body) {
        const Result<record::Fact> fact = record::decodeFact({kind, 1, body});
        return fact ? std::string("read")
                    : std::string(errorName(fact.error().code)) + " " + fact.error().detail;
    };
    QCOMPARE(error("show.next_set", "{}"), std::string("bad_format show.next_set: item: is missing"));
    QCOMPARE(error("show.next_set", "{\"item\":7}"),
             std::string("bad_format show.next_set: item: must be a text"));
    QCOMPARE(
        error("commerce.order_placed",
              R"({"order":{"number":"1","viewer":"v","lines":[{"sku":"a","quantity":1.5,"unitMinor":1}]}})"),
        std::string(
            "bad_format commerce.order_placed: order.lines[0].quantity: must be a whole number in range"));
    QVERIFY(error("show.next_set", "[]").find("must be an object") != std::string::npos);
    QVERIFY(error("future.kind", "nonsense").find("not JSON") != std::string::npos);
    QVERIFY(error("", "{}").find("without kind") != std::string::npos);
    std::string deep(200, '[');
    QVERIFY(
        error("future.kind", ("{\"a\":" + deep + std::string(200, ']') + "}").c_str()).find("bad_format") ==
        0);
}

QTEST_GUILESS_MAIN(RoundTripTest)
#include "RoundTripTest.moc"
