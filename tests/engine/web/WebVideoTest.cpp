// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "engine/obs/web/WebVideo.hpp"

#include "engine/obs/Encoders.hpp"
#include "engine/obs/Handles.hpp"
#include "engine/obs/Library.hpp"
#include "engine/obs/camera/CameraSource.hpp"
#include "engine/obs/camera/ClockMark.hpp"
#include "engine/web/support/Boxes.hpp"
#include "support/PrivateDisplay.hpp"

#include <QDateTime>
#include <QTemporaryFile>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <optional>

namespace vitrina::test {
using namespace engine;
using namespace engine::obs;

namespace {

constexpr stage::Canvas canvas{640, 360, 30};

/// What a page would have got, from any thread.
class Viewer {
  public:
    void take(const std::shared_ptr<const WebFragment>& fragment) {
        const std::lock_guard lock(mutex_);
        fragments_.push_back(fragment);
    }
    std::vector<std::shared_ptr<const WebFragment>> fragments() {
        const std::lock_guard lock(mutex_);
        return fragments_;
    }

  private:
    std::mutex mutex_;
    std::vector<std::shared_ptr<const WebFragment>> fragments_;
};

/// Marks and beeps in a file, on the file's own time.
struct Played {
    std::vector<double> markAheadMs; ///< burnt-in time - media time, of each picture
    std::vector<double> beepMs;      ///< media time of each onset
    int pictures = 0;
};

Played play(const std::string& path) {
    Played played;
    AVFormatContext* opened = nullptr;
    if (avformat_open_input(&opened, path.c_str(), nullptr, nullptr) < 0)
        return played;
    const FormatHandle format(opened);
    avformat_find_stream_info(opened, nullptr);
    std::vector<CodecHandle> decoders;
    for (unsigned i = 0; i < opened->nb_streams; ++i) {
        const AVCodecParameters& parameters = *opened->streams[i]->codecpar;
        const AVCodec* codec = avcodec_find_decoder(parameters.codec_id);
        decoders.emplace_back(avcodec_alloc_context3(codec));
        avcodec_parameters_to_context(decoders.back().get(), &parameters);
        avcodec_open2(decoders.back().get(), codec, nullptr);
    }
    const std::int64_t nowMs = QDateTime::currentMSecsSinceEpoch();
    const PacketHandle packet(av_packet_alloc());
    const FrameHandle frame(av_frame_alloc());
    int quiet = 0;
    while (av_read_frame(opened, packet.get()) >= 0) {
        AVCodecContext& decoder = *decoders[static_cast<std::size_t>(packet->stream_index)];
        const AVRational base = opened->streams[packet->stream_index]->time_base;
        avcodec_send_packet(&decoder, packet.get());
        av_packet_unref(packet.get());
        while (avcodec_receive_frame(&decoder, frame.get()) == 0) {
            const double atMs = static_cast<double>(frame->pts) * av_q2d(base) * 1000;
            if (decoder.codec_type == AVMEDIA_TYPE_VIDEO) {
                ++played.pictures;
                const auto mark =
                    ClockMark::read({frame->data[0], frame->width, frame->height, frame->linesize[0], 1});
                if (mark)
                    played.markAheadMs.push_back(static_cast<double>(ClockMark::resolve(*mark, nowMs)) -
                                                 atMs);
                continue;
            }
            const auto* samples = reinterpret_cast<const float*>(frame->data[0]);
            for (int i = 0; i < frame->nb_samples; ++i) {
                if (std::abs(samples[i]) < 0.03F) {
                    ++quiet;
                    continue;
                }
                if (quiet > 4800)
                    played.beepMs.push_back(atMs + i * 1000.0 / frame->sample_rate);
                quiet = 0;
            }
        }
    }
    return played;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 1e9 : values[values.size() / 2];
}

} // namespace

/// The whole way inside the studio: test camera, mixer, encoders, fragments.
class WebVideoTest : public QObject {
    Q_OBJECT

    std::unique_ptr<PrivateDisplay> display_;
    SourceHandle camera_;
    Encoders encoders_;
    Viewer viewer_;
    std::mutex mutex_;
    std::vector<stage::OutputHealth> healths_;
    std::unique_ptr<WebVideo> web_;

    bool start() {
        return bool(
            web_->start(encoders_.video.get(), encoders_.audio.get(),
                        [this](std::shared_ptr<const WebFragment> fragment) { viewer_.take(fragment); }));
    }
    bool reaches(std::size_t fragments) {
        return QTest::qWaitFor([&] { return viewer_.fragments().size() >= fragments; }, 30000);
    }

  private slots:
    void initTestCase() {
        display_ = std::make_unique<PrivateDisplay>();
        QVERIFY(display_->works());
        QVERIFY(bool(Library::start(canvas, nullptr)));
        registerCameraSource({});
        registerWebVideo();
        const DataHandle settings = newData();
        obs_data_set_int(settings.get(), setting::width, canvas.width);
        obs_data_set_int(settings.get(), setting::height, canvas.height);
        camera_.reset(obs_source_create_private(testCameraSourceType, "test", settings.get()));
        obs_set_output_source(0, camera_.get());
        EngineConfig config;
        config.canvas = canvas;
        auto made = makeEncoders(config);
        QVERIFY(bool(made));
        encoders_ = std::move(*made);
        web_ = std::make_unique<WebVideo>([this](const stage::OutputStatus& status) {
            const std::lock_guard lock(mutex_);
            healths_.push_back(status.health);
        });
    }

    void goesOnTheAirAndOff() {
        QCOMPARE(web_->mediaMsAt(1), std::int64_t{-1});
        QVERIFY(start());
        QVERIFY(web_->running());
        QVERIFY(reaches(151));
        const auto now = static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch() /
                                                    std::chrono::nanoseconds(1));
        const std::int64_t media = web_->mediaMsAt(now);
        web_->stop();
        const auto fragments = viewer_.fragments();
        const std::int64_t last = fragments.back()->mediaUs / 1000;
        QVERIFY2(media >= last - 1000 && media < last + 3000, qPrintable(QString::number(media - last)));
        QCOMPARE(web_->mediaMsAt(now), std::int64_t{-1});
        const std::size_t count = viewer_.fragments().size();
        QTest::qWait(200); // nothing may come after stop(): the one wait that has nothing to wait for
        QCOMPARE(viewer_.fragments().size(), count);
        const std::lock_guard lock(mutex_);
        const std::vector<stage::OutputHealth> expected = {
            stage::OutputHealth::Starting, stage::OutputHealth::Active, stage::OutputHealth::Stopped};
        QVERIFY(healths_ == expected);
    }

    void linesAreWhole() {
        std::int64_t nextVideo = 0;
        std::int64_t nextAudio = -1;
        std::uint32_t seq = 0;
        for (const auto& fragment : viewer_.fragments()) {
            QCOMPARE(fragment->epoch, std::uint16_t{1});
            if (fragment->kind == FragmentKind::Init)
                continue;
            QCOMPARE(fragment->seq, ++seq);
            ParsedFragment parsed = parseFragment(fragment->bytes);
            QCOMPARE(parsed.tracks[1][0].time, nextVideo);
            nextVideo += parsed.tracks[1][0].duration;
            for (const ParsedSample& sound : parsed.tracks[2]) {
                if (nextAudio >= 0)
                    QCOMPARE(sound.time, nextAudio);
                nextAudio = sound.time + sound.duration;
            }
        }
        QVERIFY(nextAudio > 48000 * 4);
    }

    void clockAndBeepsAgree() {
        QTemporaryFile file;
        QVERIFY(file.open());
        for (const auto& fragment : viewer_.fragments())
            file.write(reinterpret_cast<const char*>(fragment->bytes.data()),
                       static_cast<qint64>(fragment->bytes.size()));
        file.flush();
        const Played played = play(file.fileName().toStdString());
        QVERIFY(played.pictures >= 150);
        QVERIFY(played.markAheadMs.size() + 3 >= static_cast<std::size_t>(played.pictures));
        const double ahead = median(played.markAheadMs);
        QVERIFY(played.beepMs.size() >= 7);
        std::vector<double> errors;
        for (double beep : played.beepMs)
            errors.push_back(std::remainder(beep + ahead, 500.0));
        qInfo("sound %+.1f ms from the picture in the file", median(errors));
        QVERIFY2(std::abs(median(errors)) <= 20, qPrintable(QString::number(median(errors))));

        // captureUs is the wall time of the same picture: at most a frame and a bit after it was drawn.
        const auto fragments = viewer_.fragments();
        const WebFragment& tenth = *fragments[10];
        const double drawnMs = ahead + static_cast<double>(tenth.mediaUs) / 1000;
        const double later = static_cast<double>(tenth.captureUs) / 1000 - drawnMs;
        QVERIFY2(later > -5 && later < 60, qPrintable(QString::number(later)));
    }

    void startsAnewOnTheSameLine() {
        const std::size_t before = viewer_.fragments().size();
        const WebFragment last = *viewer_.fragments().back();
        QVERIFY(start());
        QVERIFY(reaches(before + 30));
        web_->stop();
        const auto fragments = viewer_.fragments();
        QCOMPARE(fragments[before]->kind, FragmentKind::Init);
        QCOMPARE(fragments[before]->epoch, std::uint16_t{2});
        QVERIFY(fragments[before + 1]->key);
        QCOMPARE(fragments[before + 1]->seq, last.seq + 1);
        QVERIFY(fragments[before + 1]->mediaUs > last.mediaUs);
        // The time between is a gap of its true length.
        QVERIFY(std::abs((fragments[before + 1]->mediaUs - last.mediaUs) -
                         (fragments[before + 1]->captureUs - last.captureUs)) < 20000);
    }

    void nothingIsLeft() {
        web_.reset();
        obs_set_output_source(0, nullptr);
        camera_.reset();
        encoders_ = {};
        QCOMPARE(Library::stop(), 0L);
    }
};

} // namespace vitrina::test

QTEST_GUILESS_MAIN(vitrina::test::WebVideoTest)
#include "WebVideoTest.moc"
