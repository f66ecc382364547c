// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/ClockMark.hpp"
#include "engine/camera/support/CameraRig.hpp"
#include "engine/obs/camera/TestCamera.hpp"
#include "media/ClockScene.hpp"
#include "media/MediaEncoder.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

namespace vitrina::test {
using namespace engine::obs;

namespace {

constexpr std::int64_t someTime = 1'790'123'456'789;

/// Decodes packets and hands out the luma of each picture.
class LumaDecoder {
  public:
    LumaDecoder()
        : codec_(avcodec_alloc_context3(avcodec_find_decoder(AV_CODEC_ID_H264))), frame_(av_frame_alloc()) {
        avcodec_open2(codec_.get(), nullptr, nullptr);
    }
    template <class Use>
    void decode(const std::vector<std::uint8_t>& data, Use use) {
        const PacketHandle packet(av_packet_alloc());
        av_new_packet(packet.get(), static_cast<int>(data.size()));
        std::copy(data.begin(), data.end(), packet->data);
        avcodec_send_packet(codec_.get(), packet.get());
        while (avcodec_receive_frame(codec_.get(), frame_.get()) == 0)
            use(*frame_);
    }

  private:
    CodecHandle codec_;
    FrameHandle frame_;
};

/// As a browser shows it on a phone: scaled to so many pixels across, RGBA.
std::vector<std::uint8_t> scaledTo(const AVFrame& frame, int width, int height) {
    const ScalerHandle scaler(sws_getContext(frame.width, frame.height,
                                             static_cast<AVPixelFormat>(frame.format), width, height,
                                             AV_PIX_FMT_RGBA, SWS_BILINEAR, nullptr, nullptr, nullptr));
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4 +
                                     64);
    std::uint8_t* const planes[4] = {pixels.data(), nullptr, nullptr, nullptr};
    const int strides[4] = {width * 4, 0, 0, 0};
    sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, planes, strides);
    return pixels;
}

} // namespace

class ClockMarkTest : public QObject {
    Q_OBJECT
  private slots:
    void everyTimeAndSizeReadsBack() {
        QVERIFY(rc::check("round trip", [] {
            const auto wall = *rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 42);
            const int width = *rc::gen::inRange(200, 1300);
            const int height = *rc::gen::inRange(150, 1300);
            TestPicture picture(width, height);
            const std::vector<std::uint8_t>& pixels = picture.draw(wall);
            const auto value = ClockMark::read({pixels.data(), width, height, width * 4, 4});
            RC_ASSERT(value.has_value());
            RC_ASSERT(ClockMark::resolve(*value, wall + 100000) == wall);
            RC_ASSERT(ClockMark::resolve(*value, wall - 100000) == wall);
        }));
    }

    void nothingIsReadWhereNothingIs() {
        // Of pictures made by chance one in 256 adds up.
        int found = 0;
        std::uint32_t state = 1;
        std::vector<std::uint8_t> noise(96 * 54);
        for (int i = 0; i < 1000; ++i) {
            for (std::uint8_t& pixel : noise) {
                state = state * 1664525 + 1013904223;
                pixel = static_cast<std::uint8_t>(state >> 24);
            }
            found += ClockMark::read({noise.data(), 96, 54, 96, 1}).has_value();
        }
        QVERIFY2(found < 20, qPrintable(QString::number(found)));
        const std::vector<std::uint8_t> flat(320 * 180, 128);
        QVERIFY(!ClockMark::read({flat.data(), 320, 180, 320, 1}));
        // A fade halfway between two times adds up to neither.
        std::vector<std::uint8_t> a(640 * 360, 100);
        std::vector<std::uint8_t> b(640 * 360, 100);
        ClockMark::draw({a.data(), 640, 360, 640, 1}, someTime);
        ClockMark::draw({b.data(), 640, 360, 640, 1}, someTime + 333);
        for (std::size_t i = 0; i < a.size(); ++i)
            a[i] = static_cast<std::uint8_t>((a[i] + b[i]) / 2);
        QVERIFY(!ClockMark::read({a.data(), 640, 360, 640, 1}));
    }

    void survivesTheEncoderAndAPhone_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("shownWidth");
        QTest::newRow("540p on a phone") << 960 << 540 << 390;
        QTest::newRow("540p as it is") << 960 << 540 << 960;
        QTest::newRow("portrait on a phone") << 540 << 960 << 390;
    }

    /// 1500 kbit/s constant, real footage below: read in every frame of three seconds.
    void survivesTheEncoderAndAPhone() {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, shownWidth);
        av_log_set_level(AV_LOG_ERROR);
        const QTemporaryDir folder;
        const int shownHeight = height * shownWidth / width;
        const ClockScene scene(width, height, footage(folder.path().toStdString()));
        LumaDecoder decoder;
        std::vector<std::uint8_t> headers;
        int read = 0;
        std::int64_t expected = 0;
        MediaEncoder encoder({width, height, 30, 1500, 48000}, [&](const MediaEncoder::Packet& packet) {
            std::vector<std::uint8_t> data = packet.key ? headers : std::vector<std::uint8_t>();
            data.insert(data.end(), packet.data.begin(), packet.data.end());
            decoder.decode(data, [&](const AVFrame& frame) {
                const std::vector<std::uint8_t> shown = scaledTo(frame, shownWidth, shownHeight);
                const auto value =
                    ClockMark::read({shown.data(), shownWidth, shownHeight, shownWidth * 4, 4});
                read += value && ClockMark::resolve(*value, expected) == expected;
            });
        });
        headers = encoder.videoHeaders();
        constexpr int frames = 90;
        for (int frame = 0; frame < frames; ++frame) {
            expected = someTime + frame * 1000 / 30;
            scene.draw(encoder.picture(), expected);
            encoder.encodePicture();
        }
        QCOMPARE(read, frames);
    }

    void beepsOnTheHalfSecond() {
        const std::int64_t whole = someTime / 1000 * 1'000'000'000;
        const auto loudest = [](std::int64_t from, std::int64_t length) {
            float peak = 0;
            for (std::int64_t t = from; t < from + length; t += 20'833)
                peak = std::max(peak, std::abs(testSound(t)));
            return peak;
        };
        QVERIFY(loudest(whole, 60'000'000) > 0.19F);
        QVERIFY(loudest(whole + 500'000'000, 60'000'000) > 0.19F);
        QCOMPARE(loudest(whole + 60'000'000, 440'000'000), 0.0F);
    }
};

} // namespace vitrina::test

QTEST_GUILESS_MAIN(vitrina::test::ClockMarkTest)
#include "ClockMarkTest.moc"
