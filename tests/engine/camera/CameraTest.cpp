// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "engine/camera/support/CameraRig.hpp"
#include "support/ChildProcess.hpp"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <algorithm>
#include <cmath>

#include <csignal>
#include <unistd.h>

namespace vitrina::test {
using stage::SourceHealth;
using stage::SourceKind;

/// Real cameras (ffmpeg, clocksender) against the sources in a running libobs.
class CameraTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CameraRig> rig_;
    QTemporaryDir folder_;
    std::string footage_;

    std::string path(const char* name) { return folder_.path().toStdString() + "/" + name; }

    /// ffmpeg as a camera: `what` between input and output.
    ChildProcess ffmpeg(std::vector<std::string> what, const std::string& format, const std::string& url) {
        std::vector<std::string> words = {"ffmpeg", "-v", "error", "-re"};
        words.insert(words.end(), what.begin(), what.end());
        words.insert(words.end(), {"-f", format, url});
        return ChildProcess(words, path("ffmpeg.log"));
    }
    static std::vector<std::string> encoded(const std::string& input) {
        return {"-stream_loop", "-1",      "-i",      input,       "-vf",   "scale=640:360",
                "-c:v",         "libx264", "-preset", "ultrafast", "-tune", "zerolatency",
                "-g",           "30",      "-c:a",    "aac",       "-ar",   "48000"};
    }
    static std::vector<std::string> pattern(const std::string& size, const std::string& pixels,
                                            const std::vector<std::string>& more = {}) {
        std::vector<std::string> words = {"-f",       "lavfi",     "-i",    "testsrc2=rate=30:size=" + size,
                                          "-pix_fmt", pixels,      "-c:v",  "libx264",
                                          "-preset",  "ultrafast", "-tune", "zerolatency",
                                          "-g",       "30"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
    ChildProcess clockSender(const std::string& url) {
        return ChildProcess(
            {VITRINA_BINARY_DIR "/clocksender", "--url", url, "--size", "640x360", "--kbps", "1500"},
            path("clocksender.log"));
    }
    static std::string rtmp(int port, const char* key) {
        return "rtmp://127.0.0.1:" + std::to_string(port) + "/live/" + key;
    }
    static std::string srtCaller(int port) {
        return "srt://127.0.0.1:" + std::to_string(port) + "?mode=caller&latency=20000";
    }
    static std::string srtListener(int port) {
        return "srt://127.0.0.1:" + std::to_string(port) + "?mode=listener";
    }

    /// Lives, dies without a word, comes back.
    void dieAndReturn(SourceKind kind, const std::string& address,
                      const std::function<ChildProcess()>& camera) {
        const auto source = rig_->camera("c", kind, address);
        QVERIFY(rig_->comesTo("c", SourceHealth::Connecting, 5));
        {
            ChildProcess first = camera();
            QVERIFY2(rig_->comesTo("c", SourceHealth::Live, 15), rig_->status("c").detail.c_str());
            QCOMPARE(rig_->status("c").width, 640);
            QVERIFY(QTest::qWaitFor([&] { return rig_->status("c").fps > 5 && rig_->status("c").fps < 40; },
                                    10000));
            kill(first.pid(), SIGKILL);
            QVERIFY(rig_->comesTo("c", SourceHealth::Lost, 4));
            QCOMPARE(rig_->status("c").error, ErrorCode::CameraLost);
        }
        ChildProcess second = camera();
        QVERIFY2(rig_->comesTo("c", SourceHealth::Live, 15), rig_->status("c").detail.c_str());
    }

    struct Clocked {
        std::int64_t ageMs = -1;
        double soundMs = 1000; ///< from where it belongs
    };
    /// Time and sound of what is on program.
    Clocked readClock() {
        rig_->startWatching();
        if (!QTest::qWaitFor([&] { return rig_->beepErrors().size() >= 8; }, 20000))
            return {};
        std::vector<std::int64_t> ages;
        for (const CameraRig::Seen& frame : rig_->seen())
            ages.push_back(frame.ageMs);
        std::vector<double> errors = rig_->beepErrors();
        std::sort(ages.begin(), ages.end());
        std::sort(errors.begin(), errors.end());
        const Clocked clocked{ages[ages.size() / 2], errors[errors.size() / 2]};
        qInfo("picture %lld ms old, sound %+.1f ms", static_cast<long long>(clocked.ageMs), clocked.soundMs);
        return clocked;
    }
    /// A sender that this busy machine holds up has late sound, which is then heard late: so three tries.
    void checkCamera(const char* id, SourceKind kind, const std::string& address, const std::string& url,
                     int ageAtMostMs) {
        Clocked clocked;
        for (int attempt = 0; attempt < 3; ++attempt) {
            const auto source = rig_->camera(id, kind, address);
            rig_->show(source);
            ChildProcess sender = clockSender(url);
            QVERIFY(rig_->comesTo(id, SourceHealth::Live, 15));
            clocked = readClock();
            obs_set_output_source(0, nullptr);
            if (clocked.ageMs >= 0 && clocked.ageMs <= ageAtMostMs && std::abs(clocked.soundMs) <= 40)
                return;
        }
        QVERIFY2(
            false,
            qPrintable(QStringLiteral("%1 ms old, sound %2 ms").arg(clocked.ageMs).arg(clocked.soundMs)));
    }

  private slots:
    void initTestCase() {
        rig_ = std::make_unique<CameraRig>();
        QVERIFY2(rig_->works(), "Xvfb and libobs are needed");
        footage_ = footage(folder_.path().toStdString());
    }

    void cleanup() {
        if (rig_->works())
            obs_set_output_source(0, nullptr);
    }

    void testCameraShowsTheTime() {
        const auto source = rig_->camera("test", SourceKind::TestCamera, "");
        rig_->show(source);
        QVERIFY(rig_->comesTo("test", SourceHealth::Live, 5));
        const Clocked clocked = readClock();
        QVERIFY(clocked.ageMs >= 0 && clocked.ageMs <= 60);
        QVERIFY(std::abs(clocked.soundMs) <= 20);
        QCOMPARE(rig_->status("test").width, 640);
        QCOMPARE(rig_->status("test").fps, 30.0);
    }

    void fileGoesRoundAndRound() {
        QCOMPARE(run({"ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25",
                      "-t", "1", "-c:v", "libx264", path("short.mp4")},
                     20)
                     .status,
                 0);
        const auto source = rig_->camera("file", SourceKind::File, path("short.mp4"));
        rig_->show(source);
        QVERIFY(rig_->comesTo("file", SourceHealth::Live, 10));
        rig_->startWatching();
        // More pictures than the file has.
        QVERIFY(QTest::qWaitFor([&] { return rig_->differentFrames() > 60; }, 15000));
        QCOMPARE(rig_->status("file").health, SourceHealth::Live);
        QCOMPARE(rig_->status("file").width, 320);
        QVERIFY(QTest::qWaitFor([&] { return std::abs(rig_->status("file").fps - 25) < 3; }, 8000));
    }

    void missingFileIsFoundLater() {
        const auto source = rig_->camera("late", SourceKind::File, path("late.mp4"));
        QVERIFY(rig_->comesTo("late", SourceHealth::Failed, 5));
        QCOMPARE(rig_->status("late").error, ErrorCode::FileMissing);
        QFile::copy(QString::fromStdString(footage_), QString::fromStdString(path("late.mp4")));
        QVERIFY(rig_->comesTo("late", SourceHealth::Live, 10));
    }

    void brokenFileFails() {
        QFile broken(QString::fromStdString(path("broken.mp4")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(QByteArray(100000, 'x'));
        broken.close();
        const auto source = rig_->camera("broken", SourceKind::File, path("broken.mp4"));
        QVERIFY(rig_->reports("broken", ErrorCode::FileDamaged, 5));
        QCOMPARE(rig_->status("broken").health, SourceHealth::Failed);
    }

    void rtmpDiesAndReturns() {
        const int port = freePort();
        dieAndReturn(SourceKind::Rtmp, rtmp(port, "one"),
                     [&] { return ffmpeg(encoded(footage_), "flv", rtmp(port, "one")); });
    }

    void srtDiesAndReturns() {
        const int port = freePort();
        dieAndReturn(SourceKind::Srt, srtListener(port),
                     [&] { return ffmpeg(encoded(footage_), "mpegts", srtCaller(port)); });
    }

    void rtmpClockAndSound() {
        const int port = freePort();
        checkCamera("rtmp", SourceKind::Rtmp, rtmp(port, "clock"), rtmp(port, "clock"), 400);
    }

    void srtClockAndSound() {
        const int port = freePort();
        checkCamera("srt", SourceKind::Srt, srtListener(port), srtCaller(port), 500);
    }

    void wrongPathIsRefused() {
        const int port = freePort();
        const auto source = rig_->camera("key", SourceKind::Rtmp, rtmp(port, "right"));
        {
            ChildProcess wrong = ffmpeg(pattern("320x180", "yuv420p"), "flv", rtmp(port, "wrong"));
            QVERIFY(rig_->reports("key", ErrorCode::NotAuthorised, 10));
            QCOMPARE(rig_->status("key").health, SourceHealth::Connecting);
            QVERIFY(QTest::qWaitFor([&] { return !wrong.running(); }, 5000));
        }
        ChildProcess right = ffmpeg(pattern("320x180", "yuv420p"), "flv", rtmp(port, "right"));
        QVERIFY(rig_->comesTo("key", SourceHealth::Live, 10));
        QCOMPARE(rig_->status("key").error, ErrorCode::None);
    }

    void garbageIsNoCamera() {
        const int tcp = freePort();
        const auto rtmpSource = rig_->camera("garbage", SourceKind::Rtmp, rtmp(tcp, "key"));
        QVERIFY(rig_->comesTo("garbage", SourceHealth::Connecting, 5));
        QTcpSocket socket;
        QVERIFY(QTest::qWaitFor(
            [&] {
                socket.abort();
                socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(tcp));
                return socket.waitForConnected(200);
            },
            5000));
        socket.write(QByteArray(5000, '\x5a'));
        socket.flush();
        QVERIFY(rig_->reports("garbage", ErrorCode::BadFormat, 6));
        ChildProcess real = ffmpeg(pattern("320x180", "yuv420p"), "flv", rtmp(tcp, "key"));
        QVERIFY(rig_->comesTo("garbage", SourceHealth::Live, 10));

        const int udp = freePort();
        const auto srtSource = rig_->camera("noise", SourceKind::Srt, srtListener(udp));
        QVERIFY(rig_->comesTo("noise", SourceHealth::Connecting, 5));
        QUdpSocket noise;
        for (int i = 0; i < 200; ++i)
            noise.writeDatagram(QByteArray(1316, static_cast<char>(i * 37)), QHostAddress::LocalHost,
                                static_cast<quint16>(udp));
        ChildProcess camera = ffmpeg(pattern("320x180", "yuv420p"), "mpegts", srtCaller(udp));
        QVERIFY(rig_->comesTo("noise", SourceHealth::Live, 15));
    }

    void portInUseIsSaidAndTriedAgain() {
        auto holder = std::make_unique<QTcpServer>();
        QVERIFY(holder->listen(QHostAddress::LocalHost));
        const int port = holder->serverPort();
        const auto source = rig_->camera("busy", SourceKind::Rtmp, rtmp(port, "key"));
        QVERIFY(rig_->comesTo("busy", SourceHealth::Failed, 5));
        QCOMPARE(rig_->status("busy").error, ErrorCode::PortInUse);

        auto udpHolder = std::make_unique<QUdpSocket>();
        QVERIFY(udpHolder->bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress));
        const int udpPort = udpHolder->localPort();
        const auto srtSource = rig_->camera("srtbusy", SourceKind::Srt, srtListener(udpPort));
        QVERIFY(rig_->reports("srtbusy", ErrorCode::PortInUse, 5));

        holder.reset();
        udpHolder.reset();
        ChildProcess camera = ffmpeg(pattern("320x180", "yuv420p"), "flv", rtmp(port, "key"));
        ChildProcess srtCamera = ffmpeg(pattern("320x180", "yuv420p"), "mpegts", srtCaller(udpPort));
        // ffmpeg gives up at once when nobody listens yet.
        QVERIFY(QTest::qWaitFor(
            [&] {
                if (!camera.running())
                    camera = ffmpeg(pattern("320x180", "yuv420p"), "flv", rtmp(port, "key"));
                if (!srtCamera.running())
                    srtCamera = ffmpeg(pattern("320x180", "yuv420p"), "mpegts", srtCaller(udpPort));
                return rig_->status("busy").health == SourceHealth::Live &&
                       rig_->status("srtbusy").health == SourceHealth::Live;
            },
            20000));
    }

    void oddSizeWithoutSound() {
        const int port = freePort();
        const auto source = rig_->camera("odd", SourceKind::Rtmp, rtmp(port, "odd"));
        rig_->show(source);
        ChildProcess camera =
            ffmpeg(pattern("640x360", "yuv444p", {"-vf", "scale=641:363"}), "flv", rtmp(port, "odd"));
        QVERIFY(rig_->comesTo("odd", SourceHealth::Live, 10));
        QCOMPARE(rig_->status("odd").width, 641);
        QCOMPARE(rig_->status("odd").height, 363);
        rig_->startWatching();
        QVERIFY(QTest::qWaitFor([&] { return rig_->differentFrames() > 30; }, 10000));
    }

    void sizeChangesOnTheWay() {
        for (const char* size : {"320x180", "640x480"}) {
            QCOMPARE(run({"ffmpeg",
                          "-v",
                          "error",
                          "-y",
                          "-f",
                          "lavfi",
                          "-i",
                          std::string("testsrc2=rate=30:size=") + size,
                          "-t",
                          "3",
                          "-pix_fmt",
                          "yuv420p",
                          "-c:v",
                          "libx264",
                          "-preset",
                          "ultrafast",
                          "-g",
                          "30",
                          "-bf",
                          "0",
                          path(size) + ".ts"},
                         20)
                         .status,
                     0);
        }
        const int port = freePort();
        const auto source = rig_->camera("size", SourceKind::Srt, srtListener(port));
        QVERIFY(rig_->comesTo("size", SourceHealth::Connecting, 5));
        ChildProcess camera =
            ffmpeg({"-f", "mpegts", "-i", "concat:" + path("320x180") + ".ts|" + path("640x480") + ".ts",
                    "-c", "copy"},
                   "mpegts", srtCaller(port));
        QVERIFY(QTest::qWaitFor([&] { return rig_->status("size").width == 320; }, 10000));
        QVERIFY(QTest::qWaitFor([&] { return rig_->status("size").width == 640; }, 10000));
        QCOMPARE(rig_->status("size").height, 480);
        QCOMPARE(rig_->status("size").health, SourceHealth::Live);
    }

    void soundAloneIsNotLive() {
        const int port = freePort();
        const auto source = rig_->camera("sound", SourceKind::Rtmp, rtmp(port, "sound"));
        rig_->show(source);
        ChildProcess camera =
            ffmpeg({"-f", "lavfi", "-i", "aevalsrc=0.2*sin(2000*PI*t)*lt(mod(t\\,0.5)\\,0.06):s=48000",
                    "-c:a", "aac"},
                   "flv", rtmp(port, "sound"));
        rig_->startWatching();
        // It is heard all the same.
        QVERIFY(QTest::qWaitFor([&] { return rig_->beeps() > 2; }, 15000));
        QCOMPARE(rig_->status("sound").health, SourceHealth::Connecting);
    }

    void wrongAddressFails() {
        const auto source = rig_->camera("bad", SourceKind::Rtmp, "rtmp://127.0.0.1:99999/x");
        QVERIFY(rig_->comesTo("bad", SourceHealth::Failed, 5));
        QCOMPARE(rig_->status("bad").error, ErrorCode::CameraAddressInvalid);
    }

    void waitingCamerasEndAtOnce() {
        std::vector<engine::obs::SourceHandle> sources;
        sources.push_back(rig_->camera("w1", SourceKind::Rtmp, rtmp(freePort(), "k")));
        sources.push_back(rig_->camera("w2", SourceKind::Srt, srtListener(freePort())));
        sources.push_back(rig_->camera("w3", SourceKind::Rtmp, "nonsense"));
        QVERIFY(rig_->comesTo("w2", SourceHealth::Connecting, 5));
        QElapsedTimer timer;
        timer.start();
        sources.clear();
        obs_wait_for_destroy_queue();
        QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    }

    void nothingIsLeft() { QCOMPARE(rig_->stop(), 0L); }
};

} // namespace vitrina::test

/// Ends with _exit: SRT's static destructors may crash in a process that holds both builds of it
/// (obs-ffmpeg's and libavformat's).
int main(int count, char** words) {
    QCoreApplication application(count, words);
    vitrina::test::CameraTest test;
    const int result = QTest::qExec(&test, count, words);
    std::fflush(nullptr);
    _exit(result);
}
#include "CameraTest.moc"
