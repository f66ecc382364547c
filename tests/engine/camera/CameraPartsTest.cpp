// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/Amf0.hpp"
#include "engine/obs/camera/AudioLine.hpp"
#include "engine/obs/camera/CameraAddress.hpp"
#include "engine/obs/camera/RtmpSession.hpp"

#include <QTest>

#include <rapidcheck.h>

#include <numeric>

namespace vitrina::test {
using namespace engine::obs;

namespace {

using Bytes = std::vector<std::uint8_t>;
constexpr std::int64_t ms = 1'000'000;

/// One message as a publisher cuts it into chunks of 128.
Bytes message(std::uint8_t chunkStream, std::uint8_t type, std::uint32_t time, const Bytes& body) {
    Bytes out = {chunkStream};
    const auto put24 = [&out](std::size_t value) {
        for (int shift = 16; shift >= 0; shift -= 8)
            out.push_back(static_cast<std::uint8_t>(value >> shift));
    };
    put24(time);
    put24(body.size());
    out.push_back(type);
    out.insert(out.end(), {1, 0, 0, 0});
    for (std::size_t at = 0; at < body.size(); at += 128) {
        if (at > 0)
            out.push_back(static_cast<std::uint8_t>(0xC0 | chunkStream));
        out.insert(out.end(), body.begin() + static_cast<std::ptrdiff_t>(at),
                   body.begin() + static_cast<std::ptrdiff_t>(std::min(at + 128, body.size())));
    }
    return out;
}

Bytes publisher(const std::string& app, const std::string& name, const std::vector<Bytes>& media) {
    Bytes out(1 + 1536 + 1536, 7);
    out[0] = 3;
    const auto add = [&out](const Bytes& more) {
        out.insert(out.end(), more.begin(), more.end());
    };
    AmfWriter connect;
    connect.string("connect")
        .number(1)
        .beginObject()
        .member("type", "nonprivate")
        .member("app", app)
        .endObject();
    add(message(3, 20, 0, connect.bytes()));
    add(message(3, 20, 0, AmfWriter().string("createStream").number(2).null().bytes()));
    add(message(4, 20, 0,
                AmfWriter().string("publish").number(3).null().string(name).string("live").bytes()));
    for (const Bytes& part : media)
        add(part);
    return out;
}

bool contains(const Bytes& bytes, const std::string& text) {
    return std::search(bytes.begin(), bytes.end(), text.begin(), text.end()) != bytes.end();
}

} // namespace

class CameraPartsTest : public QObject {
    Q_OBJECT
  private slots:
    void pathMustBeTheKey() {
        QVERIFY(pathMatches("live/key", "live", "key"));
        QVERIFY(pathMatches("live/key", "live/", "key"));
        QVERIFY(pathMatches("live/key", "live/key", ""));
        QVERIFY(pathMatches("key", "whatever", "key"));
        QVERIFY(pathMatches("key", "key", ""));
        QVERIFY(!pathMatches("live/key", "live", "kez"));
        QVERIFY(!pathMatches("live/key", "live", "key2"));
        QVERIFY(!pathMatches("live/key", "", "key"));
        QVERIFY(!pathMatches("key", "key", "other"));
        QVERIFY(!pathMatches("", "", ""));
    }

    void rtmpAddresses() {
        const auto good = parseRtmpAddress("rtmp://0.0.0.0:1940/live/key/");
        QVERIFY(bool(good));
        QCOMPARE(good->port, 1940);
        QCOMPARE(good->path, std::string("live/key"));
        QCOMPARE(parseRtmpAddress("rtmp://localhost/k")->host, std::string("127.0.0.1"));
        for (const char* bad : {"", "http://x/y", "rtmp://127.0.0.1", "rtmp://127.0.0.1:0/x",
                                "rtmp://h:99999/x", "rtmp://h:1x/x", "rtmp://h:1/"})
            QVERIFY2(!parseRtmpAddress(bad), bad);
    }

    void srtWithoutPassphraseListensHereOnly() {
        const auto open = parseSrtAddress("srt://0.0.0.0:9000?mode=listener");
        QVERIFY(bool(open));
        QVERIFY(open->onlyHere);
        QVERIFY(open->url.starts_with("srt://127.0.0.1:9000?mode=listener"));
        const auto closed = parseSrtAddress("srt://:9000?mode=listener&passphrase=0123456789&latency=50000");
        QVERIFY(!closed->onlyHere);
        QCOMPARE(closed->passphrase, std::string("0123456789"));
        // The passphrase does not go where libavformat would log it.
        QCOMPARE(closed->url, std::string("srt://:9000?mode=listener&latency=50000"));
        const auto caller = parseSrtAddress("srt://camera.local:9000");
        QVERIFY(!caller->listens);
        QVERIFY(!parseSrtAddress("srt://?mode=listener"));
        QVERIFY(!parseSrtAddress("srt://:9000?mode=caller"));
    }

    void publisherWithTheKeyIsHeard() {
        const Bytes frame(1000, 0x17);
        const Bytes sound(50, 0xAF);
        RtmpSession session("live/key");
        session.receive(
            publisher("live", "key?token=1", {message(6, 9, 40, frame), message(7, 8, 43, sound)}));
        QCOMPARE(session.state(), RtmpSession::State::Publishing);
        QVERIFY(contains(session.takeAnswers(), "NetStream.Publish.Start"));
        const Bytes flv = session.takeFlv();
        QCOMPARE(flv.size(), 13 + (11 + 1000 + 4) + std::size_t{11 + 50 + 4});
        QCOMPARE(flv[13], std::uint8_t{9});
        QCOMPARE(flv[13 + 6], std::uint8_t{40});
        QCOMPARE(flv[13 + 1015], std::uint8_t{8});
        QVERIFY(std::equal(frame.begin(), frame.end(), flv.begin() + 24));
    }

    void publisherWithAnotherIsNot() {
        RtmpSession session("live/key");
        session.receive(publisher("live", "guess", {message(6, 9, 40, Bytes(100, 0x17))}));
        QCOMPARE(session.state(), RtmpSession::State::Refused);
        const Bytes answers = session.takeAnswers();
        QVERIFY(contains(answers, "NetStream.Publish.BadName"));
        QVERIFY(!contains(answers, "live/key"));
        QVERIFY(session.takeFlv().empty());
    }

    void howTheBytesAreCutDoesNotMatter() {
        const Bytes stream = publisher(
            "live", "key", {message(6, 9, 40, Bytes(3000, 0x17)), message(6, 9, 80, Bytes(1, 0x27))});
        RtmpSession whole("live/key");
        whole.receive(stream);
        const Bytes expected = whole.takeFlv();
        QVERIFY(rc::check("same FLV", [&] {
            RtmpSession session("live/key");
            Bytes flv;
            for (std::size_t at = 0; at < stream.size();) {
                const auto size = std::min<std::size_t>(static_cast<std::size_t>(*rc::gen::inRange(1, 900)),
                                                        stream.size() - at);
                session.receive({stream.data() + at, size});
                const Bytes part = session.takeFlv();
                flv.insert(flv.end(), part.begin(), part.end());
                at += size;
            }
            RC_ASSERT(flv == expected);
        }));
    }

    void nonsenseEndsTheSession() {
        RtmpSession session("key");
        session.receive(Bytes(10, 'G'));
        QCOMPARE(session.state(), RtmpSession::State::Broken);
        // A chunk that goes on with a message that never began.
        RtmpSession headless("key");
        Bytes stream(1 + 1536 + 1536, 0);
        stream[0] = 3;
        stream.insert(stream.end(), {0xC3, 1, 2, 3});
        headless.receive(stream);
        QCOMPARE(headless.state(), RtmpSession::State::Broken);
    }

    /// Frames arrive with jitter; sound is put where the picture of its time is seen.
    void soundGoesOntoThePicturesLine() {
        AudioLine line(21 * ms);
        const std::int64_t origin = 1'000'000 * ms;
        std::optional<std::int64_t> stamp;
        for (int frame = 0; frame < 120; ++frame) {
            const std::int64_t pts = frame * 100 * ms / 3;
            const std::int64_t burst = frame < 10 ? 200 * ms : 0; // the first ones come late, all at once
            const std::int64_t jitter = frame % 3 * 2 * ms;
            line.videoShown(pts, origin + pts + 50 * ms + burst + jitter);
            stamp = line.stamp(pts, origin + pts + 40 * ms);
            QCOMPARE(stamp.has_value(), frame >= 59);
            if (stamp)
                QVERIFY(std::abs(*stamp - (origin + pts + 52 * ms)) <= 2 * ms);
        }
        QCOMPARE(line.dropouts(), 0);
    }

    void lateSoundIsLeftOutFor150Ms() {
        AudioLine line(21 * ms);
        for (int frame = 0; frame < 60; ++frame)
            line.videoShown(frame * 33 * ms, frame * 33 * ms + 50 * ms);
        const std::int64_t at = 2000 * ms;
        QVERIFY(line.stamp(at, at + 60 * ms));
        QVERIFY(!line.stamp(at + 21 * ms, at + 21 * ms + 80 * ms));
        QCOMPARE(line.dropouts(), 1);
        QVERIFY(!line.stamp(at + 160 * ms, at + 160 * ms + 10 * ms));
        QVERIFY(line.stamp(at + 180 * ms, at + 180 * ms + 10 * ms));
        QCOMPARE(line.shift(), std::int64_t{0});
    }

    void soundThatIsAlwaysLateIsHeardLate() {
        AudioLine line(21 * ms);
        for (int frame = 0; frame < 60; ++frame)
            line.videoShown(frame * 33 * ms, frame * 33 * ms + 50 * ms);
        int heard = 0;
        for (int packet = 0; packet < 400; ++packet) {
            const std::int64_t pts = 2000 * ms + packet * 21 * ms;
            heard += line.stamp(pts, pts + 130 * ms + packet % 4 * 5 * ms).has_value();
        }
        QVERIFY(heard > 100);
        QVERIFY(line.shift() > 50 * ms && line.shift() < 120 * ms);
    }

    void cameraClockThatJumpsIsFollowed() {
        AudioLine line(21 * ms);
        for (int frame = 0; frame < 100; ++frame)
            line.videoShown(frame * 33 * ms, frame * 33 * ms + 50 * ms);
        for (int frame = 0; frame < 100; ++frame)
            line.videoShown(90'000 * ms + frame * 33 * ms, 5000 * ms + frame * 33 * ms);
        const auto stamp = line.stamp(90'000 * ms + 3300 * ms, 5000 * ms + 3300 * ms);
        QVERIFY(stamp);
        QCOMPARE(*stamp, (5000 + 3300) * ms);
    }
};

} // namespace vitrina::test

QTEST_GUILESS_MAIN(vitrina::test::CameraPartsTest)
#include "CameraPartsTest.moc"
