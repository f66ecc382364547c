// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws/FrameParser.hpp"

#include <QTest>
#include <rapidcheck.h>

using namespace vitrina::server::ws;

namespace {

/// A client's frame.
std::string frame(int opcode, const std::string& payload, bool final = true, bool masked = true,
                  int reserved = 0) {
    std::string bytes(1, static_cast<char>((final ? 0x80 : 0) | reserved << 4 | opcode));
    const int mask = masked ? 0x80 : 0;
    if (payload.size() < 126) {
        bytes += static_cast<char>(mask | static_cast<int>(payload.size()));
    } else if (payload.size() <= 0xffff) {
        bytes += static_cast<char>(mask | 126);
        bytes += static_cast<char>(payload.size() >> 8);
        bytes += static_cast<char>(payload.size());
    } else {
        bytes += static_cast<char>(mask | 127);
        for (int i = 7; i >= 0; --i)
            bytes += static_cast<char>(static_cast<std::uint64_t>(payload.size()) >> (8 * i));
    }
    const std::string key = "\x12\x34\x56\x78";
    if (masked)
        bytes += key;
    for (std::size_t i = 0; i < payload.size(); ++i)
        bytes += static_cast<char>(masked ? payload[i] ^ key[i & 3] : payload[i]);
    return bytes;
}

std::uint16_t verdict(const std::string& bytes, std::size_t most = 4'096) {
    FrameParser parser(most);
    std::vector<Message> messages;
    return parser.feed(bytes, messages);
}

} // namespace

class FrameParserTest final : public QObject {
    Q_OBJECT
  private slots:
    void readsMessages() {
        FrameParser parser(70'000);
        std::vector<Message> messages;
        const std::string large(66'000, 'x');
        QCOMPARE(parser.feed(frame(1, "labdien") + frame(9, "") + frame(2, large), messages), 0);
        QCOMPARE(messages.size(), 3u);
        QVERIFY((messages[0] == Message{Opcode::Text, "labdien"}));
        QVERIFY((messages[1] == Message{Opcode::Ping, ""}));
        QVERIFY((messages[2] == Message{Opcode::Binary, large}));
    }

    void controlMayStandBetweenParts() {
        FrameParser parser(100);
        std::vector<Message> messages;
        QCOMPARE(parser.feed(frame(1, "lab", false) + frame(9, "p") + frame(0, "dien"), messages), 0);
        QVERIFY((messages[0] == Message{Opcode::Ping, "p"}));
        QVERIFY((messages[1] == Message{Opcode::Text, "labdien"}));
    }

    void aCharacterMayBeCutBetweenParts() {
        FrameParser parser(100);
        std::vector<Message> messages;
        QCOMPARE(parser.feed(frame(1, "\xc4", false) + frame(0, "\x81"), messages), 0);
        QCOMPARE(messages.at(0).payload, std::string("ā"));
    }

    void refusesWhatTheStandardForbids() {
        QCOMPARE(verdict(frame(1, "x", true, false)), closeProtocol);   // not masked
        QCOMPARE(verdict(frame(1, "x", true, true, 4)), closeProtocol); // reserved bit
        QCOMPARE(verdict(frame(3, "x")), closeProtocol);                // reserved opcode
        QCOMPARE(verdict(frame(11, "x")), closeProtocol);
        QCOMPARE(verdict(frame(0, "x")), closeProtocol);                        // a part of nothing
        QCOMPARE(verdict(frame(1, "x", false) + frame(1, "y")), closeProtocol); // a message within a message
        QCOMPARE(verdict(frame(9, "x", false)), closeProtocol);                 // a ping in parts
        QCOMPARE(verdict(frame(9, std::string(126, 'x'))), closeProtocol);      // a long ping
        QCOMPARE(verdict(frame(8, "x")), closeProtocol);                        // half a close code
        QCOMPARE(verdict(frame(8, std::string("\x03\xed", 2))), closeProtocol); // 1005 is never sent
        QCOMPARE(verdict(frame(1, "\xff")), closeBadText);
        QCOMPARE(verdict(frame(1, "\xed\xa0\x80")), closeBadText);
        QCOMPARE(verdict(frame(8, std::string("\x03\xe8\xff", 3))), closeBadText);
        QCOMPARE(verdict(frame(1, std::string(101, 'x')), 100), closeTooLarge);
        QCOMPARE(verdict(frame(1, std::string(60, 'x'), false) + frame(0, std::string(60, 'x')), 100),
                 closeTooLarge);
        // Known to be too large from its length, before a byte of it is there.
        QCOMPARE(verdict(std::string("\x82\xff\x7f\xff\xff\xff\xff\xff\xff\xff", 10)), closeTooLarge);
        QCOMPARE(verdict(std::string("\x82\xfe\x00\x05", 4)),
                 closeProtocol); // a length not in its shortest form
    }

    void cutsMakeNoDifference() {
        QVERIFY(rc::check("fed in any pieces, the same messages come", [] {
            const auto payload = *rc::gen::container<std::string>(rc::gen::inRange('a', 'z'));
            const std::string bytes =
                frame(1, payload, false) + frame(9, "ping") + frame(0, payload) + frame(8, "");
            FrameParser whole(100'000);
            std::vector<Message> expected;
            RC_ASSERT(whole.feed(bytes, expected) == 0);
            FrameParser cut(100'000);
            std::vector<Message> messages;
            for (std::size_t at = 0; at < bytes.size();) {
                const auto size = *rc::gen::inRange<std::size_t>(1, 9);
                RC_ASSERT(cut.feed(std::string_view(bytes).substr(at, size), messages) == 0);
                at += size;
            }
            RC_ASSERT(messages == expected);
        }));
    }

    void garbageNeverGrows() {
        QVERIFY(
            rc::check("any bytes give messages within the bound, or an end", [](const std::string& bytes) {
                FrameParser parser(64);
                std::vector<Message> messages;
                parser.feed(bytes, messages);
                for (const Message& message : messages)
                    RC_ASSERT(message.payload.size() <= 125);
            }));
    }

    void framesAsAServerSendsThem() {
        QCOMPARE(*makeFrame(Opcode::Text, "Hi"), std::string("\x81\x02Hi"));
        QCOMPARE(makeFrame(Opcode::Binary, std::string(200, 'x'))->substr(0, 4),
                 std::string("\x82\x7e\x00\xc8", 4));
        QCOMPARE(makeFrame(Opcode::Binary, "ab", std::string(70'000, 'x'))->substr(0, 12),
                 std::string("\x82\x7f\x00\x00\x00\x00\x00\x01\x11\x72"
                             "ab",
                             12));
        QCOMPARE(*makeClose(closeNormal), std::string("\x88\x02\x03\xe8"));
        QCOMPARE(acceptKey("dGhlIHNhbXBsZSBub25jZQ=="), std::string("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    }
};

QTEST_GUILESS_MAIN(FrameParserTest)
#include "FrameParserTest.moc"
