// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "protocol/Frame.hpp"
#include "protocol/Messages.hpp"
#include "protocol/ServerLock.hpp"
#include "protocol/VideoHeader.hpp"
#include "support/Generators.hpp"

#include <QtTest>

using namespace vitrina;
using namespace vitrina::protocol;
using generators::Any;
using generators::text;

namespace {

Message anyMessage() {
    const auto n = [] {
        return Any<std::uint64_t>::make();
    };
    const auto ms = [] {
        return Any<std::int64_t>::make();
    };
    switch (*rc::gen::inRange(0, 36)) {
    case 0:
        return Hello{Any<int>::make(), text(), {text()}, {text()}, n(), ms(), n()};
    case 1:
        return Welcome{Any<int>::make(), n(), text(), ms()};
    case 2:
        return Records{
            generators::records({"s"}, {"r"}, record::Origin::Server, *rc::gen::inRange<std::size_t>(0, 4))};
    case 3:
        return Ack{n()};
    case 4:
        return Request{{"id" + text()}, Any<commerce::Request>::make(), n(), ms()};
    case 5:
        return Asset{text(), text(), *rc::gen::arbitrary<std::string>()};
    case 6:
        return Ping{ms()};
    case 7:
        return Pong{ms(), ms()};
    case 8:
        return Close{};
    case 9:
        return Quit{};
    case 10:
        return Refused{ErrorCode::VersionMismatch, text()};
    case 11:
        return Video{text()};
    case 12:
        return BuyersAsk{{{text()}, {text()}}};
    case 13:
        return Buyers{
            {{{text()}, text(), text(), text(), text(), text(), text(), {{ms(), "buyer", text()}}}, {}}};
    case 14:
        return Phones{*rc::gen::arbitrary<bool>()};
    case 15:
        return Reach{text(), text(), text(), ErrorCode::PortInUse, text()};
    case 16:
        return Pair{text()};
    case 17:
        return Paired{text(), text()};
    case 18:
        return Outside{MailWay{text(), text(), text(), text()}, text(), {}};
    case 19:
        return Outside{{}, text(), ShopBehind{text(), text(), text(), text()}};
    case 20:
        return OutsideState{
            {ErrorCode::MailRefused, text(), ms(), ms()}, {}, {ErrorCode::None, {}, ms(), ms()}, text()};
    case 21:
        return MailTest{text()};
    case 22:
        return MailTested{ErrorCode::MailUnreachable, text()};
    case 23:
        return ShopWords{text(), text()};
    case 24:
        return ExportAsk{{text()}};
    case 25:
        return Exported{{text()}, ErrorCode::NotFound, text()};
    case 26:
        return MoveOut{text(), {text()}, {text()}, n()};
    case 27:
        return MoveIn{text(), {text()}, {text()}, n()};
    case 28:
        return MoveNext{};
    case 29:
        return MovePart{text(), *rc::gen::arbitrary<bool>()};
    case 30:
        return MoveState{ms(), text()};
    case 31:
        return Moved{text(), {text()}, {text()}, n(), text()};
    case 34: {
        ShopOrderOf told{{}, text(), text(), text(), text(), text()};
        told.order.id = text();
        told.order.whole = true;
        told.order.state = commerce::OrderState::Sent;
        told.order.changedMs = ms();
        told.order.lines = {{Sku{text()}, ms(), ms()}};
        told.order.refunds = {{text(), ms()}};
        return ShopOrders{7, {told, told}};
    }
    case 35:
        return ShopOrdersTaken{7, ms(), ms(), ms(), ms(), ms()};
    case 32:
        return TallyAsk{};
    case 33:
        return Tally{ms(), ms(), ms(), ms(), ms()};
    default:
        return UnknownMessage{"later " + text()};
    }
}

std::vector<Frame> framesOf(FrameParser& parser) {
    std::vector<Frame> frames;
    while (true) {
        auto frame = parser.next();
        if (!frame || !*frame)
            return frames;
        frames.push_back(std::move(**frame));
    }
}

} // namespace

class WireTest : public QObject {
    Q_OBJECT

  private slots:
    void everyMessageComesBack();
    void framesComeBackHoweverTheyAreCut();
    void framesAreBounded();
    void garbageIsRefused();
    void spoiltMessagesDoNoHarm();
    void largeBatchesAreCutIntoFrames();
    void base64ComesBack();
    void lockComesBack();
    void aHelloWithoutAnEpochNeverMoved();
    void videoHeaderComesBack();
};

void WireTest::everyMessageComesBack() {
    QVERIFY(rc::check("decode(encode(message)) == message", [] {
        const Message message = anyMessage();
        const Result<Message> back = decodeMessage(encodeMessage(message));
        RC_ASSERT(static_cast<bool>(back));
        RC_ASSERT(*back == message);
    }));
}

void WireTest::aHelloWithoutAnEpochNeverMoved() {
    const auto message =
        decodeMessage(R"({"t":"hello","v":1,"secret":"s","show":"a","run":"b","have":3,"wall":5})");
    QVERIFY(message);
    QVERIFY((std::get<Hello>(*message) == Hello{1, "s", {"a"}, {"b"}, 3, 5, 0}));
}

void WireTest::framesComeBackHoweverTheyAreCut() {
    QVERIFY(rc::check("any cutting of the stream gives the same frames", [] {
        std::vector<Frame> sent;
        std::string stream;
        for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
            sent.push_back({*rc::gen::arbitrary<bool>() ? FrameKind::Json : FrameKind::Video,
                            *rc::gen::arbitrary<std::string>()});
            stream += encodeFrame(sent.back().kind, sent.back().payload);
        }
        FrameParser parser;
        std::vector<Frame> got;
        for (std::size_t at = 0; at < stream.size();) {
            const std::size_t size = *rc::gen::inRange<std::size_t>(1, 9);
            parser.feed(std::string_view(stream).substr(at, size));
            for (Frame& frame : framesOf(parser))
                got.push_back(std::move(frame));
            at += size;
        }
        RC_ASSERT(got == sent);
    }));
}

void WireTest::framesAreBounded() {
    FrameParser parser(100);
    parser.feed(encodeFrame(FrameKind::Json, std::string(99, 'a')));
    QCOMPARE(framesOf(parser).size(), std::size_t{1});
    parser.feed(frameHead(FrameKind::Json, 100));
    QCOMPARE(parser.next().error().code, ErrorCode::TooLarge); // before its payload has come
    parser.feed(encodeFrame(FrameKind::Json, "{}"));
    QCOMPARE(parser.next().error().code, ErrorCode::TooLarge); // and for good
}

void WireTest::garbageIsRefused() {
    for (const std::string& bytes : {std::string(5, '\0'), std::string("GET / HTTP/1.1\r\n"),
                                     std::string("\x02\0\0\0Zx", 6), std::string(5, '\xff')}) {
        FrameParser parser;
        parser.feed(bytes);
        QVERIFY(!parser.next());
    }
    for (const char* json :
         {"", "[]", "{}", "{\"t\":1}", "{\"t\":\"ack\"}", "{\"t\":\"ack\",\"seq\":-1}", "{\"t\":\"records\"}",
          "{\"t\":\"records\",\"records\":{}}", "{\"t\":\"records\",\"records\":[1]}",
          "{\"t\":\"asset\",\"name\":\"a\",\"type\":\"b\",\"data\":\"c\"}",
          "{\"t\":\"request\",\"id\":\"\",\"body\":{},\"basedOn\":0,\"validUntil\":0}",
          "{\"t\":\"ping\",\"wall\":1}x"})
        QVERIFY2(!decodeMessage(json), json);
    QVERIFY(!decodeMessage(std::string(5000, '[')));
}

void WireTest::spoiltMessagesDoNoHarm() {
    QVERIFY(rc::check("bytes changed at random are refused or read", [] {
        std::string json = encodeMessage(anyMessage());
        json[*rc::gen::inRange<std::size_t>(0, json.size())] = *rc::gen::arbitrary<char>();
        const Result<Message> message = decodeMessage(json);
        if (message)
            RC_ASSERT(static_cast<bool>(decodeMessage(encodeMessage(*message))));
    }));
}

void WireTest::largeBatchesAreCutIntoFrames() {
    Records batch;
    for (std::uint64_t seq = 1; seq <= 300; ++seq)
        batch.records.push_back({{"s"},
                                 {"r"},
                                 record::Origin::Studio,
                                 seq,
                                 0,
                                 {},
                                 "",
                                 record::OwnFact(record::FaultCleared{std::string(20'000, 'x')})});
    const auto frames = encodeFrames(batch);
    QVERIFY(frames.size() > 4);
    std::uint64_t seq = 0;
    for (const std::string& bytes : frames) {
        QVERIFY(bytes.size() < (2u << 20));
        const auto message = decodeMessage(std::string_view(bytes).substr(frameHeadBytes));
        QVERIFY(static_cast<bool>(message));
        for (const record::Record& one : std::get<Records>(*message).records)
            QCOMPARE(one.seq, ++seq);
    }
    QCOMPARE(seq, std::uint64_t{300});
    QVERIFY(encodeFrames(Records{}).empty());
}

void WireTest::base64ComesBack() {
    QCOMPARE(toBase64("Man"), std::string("TWFu"));
    QCOMPARE(toBase64("Ma"), std::string("TWE="));
    QCOMPARE(toBase64("M"), std::string("TQ=="));
    for (const char* bad : {"T", "TWF", "TW=u", "T===", "TWF!"})
        QVERIFY2(!fromBase64(bad), bad);
    QVERIFY(rc::check("bytes come back",
                      [](const std::string& bytes) { RC_ASSERT(*fromBase64(toBase64(bytes)) == bytes); }));
}

void WireTest::lockComesBack() {
    const ServerLock lock{4711, "/run/x/control.sock", "5ec7e7", 8080, "http://127.0.0.1:8080/", {"s"}, {"r"},
                          123};
    QVERIFY(*decodeServerLock(encodeServerLock(lock)) == lock);
    QVERIFY(!decodeServerLock("{\"pid\":1"));
    QVERIFY(!decodeServerLock("{}"));
}

void WireTest::videoHeaderComesBack() {
    const VideoHeader header{VideoHeader::Kind::Media, true, 0x1234, 0xdeadbeef, 1, 2, ~std::uint64_t{0}};
    const auto bytes = header.encode();
    QVERIFY(VideoHeader::decode(bytes) == header);
    QVERIFY(!VideoHeader::decode(std::span(bytes).first(31)));
}

QTEST_GUILESS_MAIN(WireTest)
#include "WireTest.moc"
