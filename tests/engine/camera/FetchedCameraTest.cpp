// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "engine/camera/support/CameraRig.hpp"
#include "engine/obs/camera/LookAround.hpp"
#include "support/ChildProcess.hpp"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <xcb/xcb.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <unistd.h>

namespace vitrina::test {
using stage::SourceHealth;
using stage::SourceKind;

namespace {

/// A window of one colour on the rig's display, as another program's.
class ColourWindow {
  public:
    ColourWindow(const char* name, const char* title, std::uint32_t rgb, int x, int y, int width, int height)
        : connection_(xcb_connect(nullptr, nullptr)), window_(xcb_generate_id(connection_)) {
        const xcb_screen_t* screen = xcb_setup_roots_iterator(xcb_get_setup(connection_)).data;
        const std::uint32_t values[] = {rgb, 1};
        xcb_create_window(connection_, XCB_COPY_FROM_PARENT, window_, screen->root, std::int16_t(x),
                          std::int16_t(y), std::uint16_t(width), std::uint16_t(height), 0,
                          XCB_WINDOW_CLASS_INPUT_OUTPUT, screen->root_visual,
                          XCB_CW_BACK_PIXEL | XCB_CW_OVERRIDE_REDIRECT, values);
        std::string both = std::string("instance") + '\0' + name + '\0';
        xcb_change_property(connection_, XCB_PROP_MODE_REPLACE, window_, XCB_ATOM_WM_CLASS, XCB_ATOM_STRING,
                            8, std::uint32_t(both.size()), both.data());
        xcb_change_property(connection_, XCB_PROP_MODE_REPLACE, window_, XCB_ATOM_WM_NAME, XCB_ATOM_STRING, 8,
                            std::uint32_t(std::strlen(title)), title);
        xcb_map_window(connection_, window_);
        sync();
    }
    ~ColourWindow() { xcb_disconnect(connection_); }
    ColourWindow(const ColourWindow&) = delete;
    ColourWindow& operator=(const ColourWindow&) = delete;
    void resize(int width, int height) {
        const std::uint32_t size[] = {std::uint32_t(width), std::uint32_t(height)};
        xcb_configure_window(connection_, window_, XCB_CONFIG_WINDOW_WIDTH | XCB_CONFIG_WINDOW_HEIGHT, size);
        sync();
    }

  private:
    void sync() {
        xcb_flush(connection_);
        std::free(xcb_get_input_focus_reply(connection_, xcb_get_input_focus(connection_), nullptr));
    }
    xcb_connection_t* connection_;
    xcb_window_t window_;
};

} // namespace

/// Cameras that are called or looked at, against real servers, files and an X server.
class FetchedCameraTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CameraRig> rig_;
    QTemporaryDir folder_;

    std::string path(const std::string& name) { return folder_.path().toStdString() + "/" + name; }
    bool make(const std::vector<std::string>& what, const std::string& file) {
        std::vector<std::string> words{"ffmpeg", "-v", "error", "-y"};
        words.insert(words.end(), what.begin(), what.end());
        words.push_back(file);
        return run(words, 60).status == 0;
    }
    bool becomes(int x, int y, int red, int green, int blue) {
        const bool seen = QTest::qWaitFor([&] { return rig_->pixel(x, y).near(red, green, blue); }, 8000);
        const CameraRig::Colour colour = rig_->pixel(x, y);
        if (!seen)
            qWarning("%d,%d: %d %d %d", x, y, colour.red, colour.green, colour.blue);
        return seen;
    }
    void dieAndReturn(SourceKind kind, const std::string& address,
                      const std::function<ChildProcess()>& camera) {
        const auto source = rig_->camera("c", kind, address);
        rig_->show(source);
        // Nobody is there yet: it is called, so that is a loss and is said at once.
        QVERIFY(rig_->comesTo("c", SourceHealth::Lost, 7));
        QCOMPARE(rig_->status("c").error, ErrorCode::CameraLost);
        {
            ChildProcess first = camera();
            QVERIFY2(rig_->comesTo("c", SourceHealth::Live, 20), rig_->status("c").detail.c_str());
            QCOMPARE(rig_->status("c").width, 640);
            rig_->startWatching();
            QVERIFY(QTest::qWaitFor([&] { return rig_->differentFrames() > 20; }, 10000));
            QVERIFY(QTest::qWaitFor([&] { return rig_->status("c").fps > 5 && rig_->status("c").fps < 40; },
                                    10000));
            kill(first.pid(), SIGKILL);
            QElapsedTimer timer;
            timer.start();
            QVERIFY(rig_->comesTo("c", SourceHealth::Lost, 5));
            qInfo("lost after %lld ms", static_cast<long long>(timer.elapsed()));
        }
        ChildProcess second = camera();
        QElapsedTimer timer;
        timer.start();
        QVERIFY2(rig_->comesTo("c", SourceHealth::Live, 20), rig_->status("c").detail.c_str());
        qInfo("back %lld ms after the camera's start", static_cast<long long>(timer.elapsed()));
    }

  private slots:
    void initTestCase() {
        rig_ = std::make_unique<CameraRig>();
        QVERIFY2(rig_->works(), "Xvfb and libobs are needed");
    }
    void cleanup() {
        if (rig_->works())
            obs_set_output_source(0, nullptr);
    }

    void rtspDiesAndReturns() {
        const std::string port = std::to_string(freePort());
        dieAndReturn(SourceKind::Rtsp, "rtsp://127.0.0.1:" + port + "/cam", [&] {
            return ChildProcess(
                {"/usr/bin/python3", VITRINA_SOURCE_DIR "/tests/engine/camera/rtsp_server.py", port},
                path("rtsp.log"));
        });
    }

    void mjpegDiesAndReturns() {
        const std::string address = "http://127.0.0.1:" + std::to_string(freePort()) + "/video";
        dieAndReturn(SourceKind::Mjpeg, address, [&] {
            return ChildProcess({"ffmpeg", "-v", "error", "-re", "-f", "lavfi", "-i",
                                 "testsrc2=rate=30:size=640x360", "-q:v", "5", "-f", "mpjpeg", "-listen", "1",
                                 "-content_type", "multipart/x-mixed-replace;boundary=ffmpeg", address},
                                path("mjpeg.log"));
        });
    }

    void silentAndWrongServersAreTold() {
        QTcpServer silent; // takes the connection and says nothing
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const auto mute = rig_->camera("mute", SourceKind::Mjpeg,
                                       "http://127.0.0.1:" + std::to_string(silent.serverPort()) + "/");
        QTcpServer refusing;
        QVERIFY(refusing.listen(QHostAddress::LocalHost));
        connect(&refusing, &QTcpServer::newConnection, &refusing, [&] {
            QTcpSocket* socket = refusing.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->write("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"c\"\r\n"
                              "Content-Length: 0\r\nConnection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        const auto closed = rig_->camera("closed", SourceKind::Mjpeg,
                                         "http://127.0.0.1:" + std::to_string(refusing.serverPort()) + "/");
        QVERIFY(rig_->reports("closed", ErrorCode::NotAuthorised, 10));
        QCOMPARE(rig_->status("closed").health, SourceHealth::Lost);
        QVERIFY(rig_->comesTo("mute", SourceHealth::Lost, 10));
        const auto bad = rig_->camera("bad", SourceKind::Rtsp, "rtsp://host/$(x)");
        QVERIFY(rig_->comesTo("bad", SourceHealth::Failed, 5));
        QCOMPARE(rig_->status("bad").error, ErrorCode::CameraAddressInvalid);
    }

    void coloursAndImagesStay() {
        const auto colour = rig_->camera("colour", SourceKind::Colour, "#20C040");
        rig_->show(colour);
        QVERIFY(rig_->comesTo("colour", SourceHealth::Live, 5));
        QVERIFY(becomes(320, 180, 0x20, 0xC0, 0x40));
        QVERIFY(
            make({"-f", "lavfi", "-i", "color=0xC02020:size=1280x720", "-frames:v", "1"}, path("red.jpg")));
        const std::string shown = path("sale 50%d.jpg"); // no pattern, a name
        QCOMPARE(rename(path("red.jpg").c_str(), shown.c_str()), 0);
        const auto image = rig_->camera("image", SourceKind::Image, shown);
        rig_->show(image);
        QVERIFY(rig_->comesTo("image", SourceHealth::Live, 8));
        QCOMPARE(rig_->status("image").width, 1280);
        QVERIFY(becomes(320, 180, 0xC0, 0x20, 0x20));
        // Another picture in the same file is seen; a file that goes leaves its picture.
        QVERIFY(
            make({"-f", "lavfi", "-i", "color=0x2020C0:size=640x360", "-frames:v", "1"}, path("blue.jpg")));
        QCOMPARE(rename(path("blue.jpg").c_str(), shown.c_str()), 0);
        QVERIFY(becomes(320, 180, 0x20, 0x20, 0xC0));
        QVERIFY(QFile::remove(QString::fromStdString(shown)));
        rig_->startWatching();
        QVERIFY(!QTest::qWaitFor([&] { return rig_->status("image").health != SourceHealth::Live; }, 2500));
        QVERIFY(rig_->pixel(320, 180).near(0x20, 0x20, 0xC0));
    }

    void hugeBrokenAndMissingImagesFail() {
        // 100 million pixels in a small file.
        QVERIFY(make({"-f", "lavfi", "-i", "color=gray:size=10000x10000,format=gray", "-frames:v", "1"},
                     path("huge.png")));
        std::ofstream(path("text.png")) << "this is no picture";
        const auto residentKb = [] {
            std::ifstream status("/proc/self/statm");
            long pages = 0;
            status >> pages >> pages;
            return pages * (sysconf(_SC_PAGESIZE) / 1024);
        };
        const long before = residentKb();
        const auto huge = rig_->camera("huge", SourceKind::Image, path("huge.png"));
        QVERIFY(rig_->reports("huge", ErrorCode::TooLarge, 10));
        QCOMPARE(rig_->status("huge").health, SourceHealth::Failed);
        qInfo("a picture of 100 MP took %ld kB", residentKb() - before);
        QVERIFY(residentKb() - before < 60'000);
        const auto text = rig_->camera("text", SourceKind::Image, path("text.png"));
        QVERIFY(rig_->reports("text", ErrorCode::FileDamaged, 5));
        const auto folder = rig_->camera("folder", SourceKind::Image, folder_.path().toStdString());
        QVERIFY(rig_->reports("folder", ErrorCode::FileUnreadable, 5));
        const auto missing = rig_->camera("missing", SourceKind::Image, path("none.png"));
        QVERIFY(rig_->reports("missing", ErrorCode::FileMissing, 5));
    }

    void screensAndWindowsAreSeen() {
        auto red = std::make_unique<ColourWindow>("Shop", "Orders", 0xC02020, 0, 0, 1440, 900);
        const auto screen = rig_->camera("screen", SourceKind::Screen, "0");
        rig_->show(screen);
        QVERIFY2(rig_->comesTo("screen", SourceHealth::Live, 10), rig_->status("screen").detail.c_str());
        QCOMPARE(rig_->status("screen").width, 1440);
        QVERIFY(becomes(320, 180, 0xC0, 0x20, 0x20));
        const auto window = rig_->camera("window", SourceKind::Window, "Shop\nOrders");
        rig_->show(window);
        QVERIFY2(rig_->comesTo("window", SourceHealth::Live, 10), rig_->status("window").detail.c_str());
        QVERIFY(becomes(320, 180, 0xC0, 0x20, 0x20));
        // Covered by another one, it is still seen itself.
        auto green = std::make_unique<ColourWindow>("Other", "Above", 0x20C020, 0, 0, 1440, 900);
        rig_->show(screen);
        QVERIFY(becomes(320, 180, 0x20, 0xC0, 0x20));
        rig_->show(window);
        QVERIFY(becomes(320, 180, 0xC0, 0x20, 0x20));
        red->resize(800, 600);
        QVERIFY(QTest::qWaitFor([&] { return rig_->status("window").width == 800; }, 8000));
        // It closes and is opened again, with another title: the only one of its class is it.
        red.reset();
        QVERIFY(rig_->comesTo("window", SourceHealth::Lost, 5));
        red = std::make_unique<ColourWindow>("Shop", "Orders (3)", 0x2020C0, 0, 0, 640, 360);
        QVERIFY(rig_->comesTo("window", SourceHealth::Live, 8));
        QVERIFY(becomes(320, 180, 0x20, 0x20, 0xC0));
        const auto around = engine::obs::lookAround();
        QCOMPARE(around.screens.size(), std::size_t(1));
        QCOMPARE(around.screens[0].width, 1440);
        const auto found =
            std::ranges::find(around.windows, std::string("Shop\nOrders (3)"), &engine::Window::address);
        QVERIFY(found != around.windows.end());
        QVERIFY(!around.freeTcpPorts.empty() && !around.freeUdpPorts.empty());
    }

    void whatIsGoneIsLostAndTheRestGoesOn() {
        const auto webcam = rig_->camera("webcam", SourceKind::Webcam, "/dev/v4l/by-path/none");
        const auto window = rig_->camera("none", SourceKind::Window, "Nobody\nNothing");
        const auto screen = rig_->camera("ninth", SourceKind::Screen, "9");
        for (const char* id : {"webcam", "none", "ninth"}) {
            QVERIFY(rig_->comesTo(id, SourceHealth::Lost, 5));
            QCOMPARE(rig_->status(id).error, ErrorCode::CameraLost);
        }
    }

    void waitingCamerasEndAtOnce() {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const std::string place = "127.0.0.1:" + std::to_string(silent.serverPort());
        std::vector<engine::obs::SourceHandle> sources;
        sources.push_back(rig_->camera("w1", SourceKind::Rtsp, "rtsp://" + place + "/x"));
        sources.push_back(rig_->camera("w2", SourceKind::Mjpeg, "http://" + place + "/x"));
        sources.push_back(rig_->camera("w3", SourceKind::Screen, "0"));
        QVERIFY(rig_->comesTo("w3", SourceHealth::Live, 10));
        QElapsedTimer timer;
        timer.start();
        sources.clear();
        obs_wait_for_destroy_queue();
        QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    }

    void nothingIsLeft() { QCOMPARE(rig_->stop(), 0L); }
};

} // namespace vitrina::test

/// Ends with _exit, as CameraTest does and for the same reason.
int main(int count, char** words) {
    QCoreApplication application(count, words);
    vitrina::test::FetchedCameraTest test;
    const int result = QTest::qExec(&test, count, words);
    std::fflush(nullptr);
    _exit(result);
}
#include "FetchedCameraTest.moc"
