// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/V4l2.hpp"
#include "engine/obs/camera/CameraSource.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <linux/videodev2.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>

using namespace vitrina;
using namespace vitrina::engine;
using namespace vitrina::engine::obs;

namespace {

/// Video devices as a driver would answer for them.
class FakeDevices final : public V4l2Port {
  public:
    struct Control {
        int least = 0;
        int most = 0;
        int value = 0;
    };
    struct Device {
        std::uint32_t capabilities = V4L2_CAP_VIDEO_CAPTURE;
        std::vector<std::uint32_t> formats{V4L2_PIX_FMT_YUYV, V4L2_PIX_FMT_MJPEG};
        std::map<std::uint32_t, Control> controls;
        bool endless = false; ///< a broken driver, whose lists have no end
    };
    std::map<std::string, Device> devices;
    int opened = 0;
    int interruptions = 0; ///< so many calls come back with EINTR first

    int open(const std::string& path) override {
        const auto found = devices.find(path);
        if (found == devices.end()) {
            errno = ENOENT;
            return -1;
        }
        ++opened;
        open_[++last_] = &found->second;
        return last_;
    }
    void close(int device) override { opened -= int(open_.erase(device)); }
    int ioctl(int fd, unsigned long request, void* argument) override {
        if (interruptions > 0) {
            --interruptions;
            errno = EINTR;
            return -1;
        }
        errno = EINVAL;
        return answer(*open_.at(fd), request, argument) ? 0 : -1;
    }

  private:
    static bool answer(Device& device, unsigned long request, void* argument) {
        switch (request) {
        case VIDIOC_QUERYCAP:
            static_cast<v4l2_capability*>(argument)->capabilities = device.capabilities;
            return true;
        case VIDIOC_ENUM_FMT: {
            auto& format = *static_cast<v4l2_fmtdesc*>(argument);
            if (format.index >= device.formats.size() && !device.endless)
                return false;
            format.pixelformat = device.formats[format.index % device.formats.size()];
            return true;
        }
        case VIDIOC_ENUM_FRAMESIZES: {
            auto& size = *static_cast<v4l2_frmsizeenum*>(argument);
            constexpr std::pair<int, int> sizes[] = {{640, 480}, {1280, 720}, {1920, 1080}};
            if (size.index >= std::size(sizes) && !device.endless)
                return false;
            size.type = V4L2_FRMSIZE_TYPE_DISCRETE;
            size.discrete.width = std::uint32_t(sizes[size.index % 3].first);
            size.discrete.height = std::uint32_t(sizes[size.index % 3].second);
            return true;
        }
        case VIDIOC_ENUM_FRAMEINTERVALS: {
            auto& interval = *static_cast<v4l2_frmivalenum*>(argument);
            if (interval.index > 0 && !device.endless)
                return false;
            // Over USB 2, large pictures without compression come slowly.
            const bool slow = interval.pixel_format == V4L2_PIX_FMT_YUYV && interval.width > 640;
            interval.type = V4L2_FRMIVAL_TYPE_DISCRETE;
            interval.discrete = {1, slow ? 10U : 30U};
            return true;
        }
        default:
            return control(device, request, argument);
        }
    }
    static bool control(Device& device, unsigned long request, void* argument) {
        if (request == VIDIOC_QUERYCTRL) {
            auto& query = *static_cast<v4l2_queryctrl*>(argument);
            const auto found = device.controls.find(query.id);
            if (found == device.controls.end())
                return false;
            query.minimum = found->second.least;
            query.maximum = found->second.most;
            query.step = 1;
            query.default_value = found->second.least;
            return true;
        }
        auto& value = *static_cast<v4l2_control*>(argument);
        const auto found = device.controls.find(value.id);
        if (found == device.controls.end())
            return false;
        if (request == VIDIOC_G_CTRL) {
            value.value = found->second.value;
            return true;
        }
        if (request != VIDIOC_S_CTRL || value.value < found->second.least || value.value > found->second.most)
            return false;
        found->second.value = value.value;
        return true;
    }

    std::map<int, Device*> open_;
    int last_ = 10;
};

FakeDevices::Device webcam() {
    FakeDevices::Device device;
    device.controls = {{V4L2_CID_EXPOSURE_AUTO, {0, 3, 3}},
                       {V4L2_CID_EXPOSURE_ABSOLUTE, {3, 2047, 250}},
                       {V4L2_CID_AUTO_WHITE_BALANCE, {0, 1, 1}},
                       {V4L2_CID_WHITE_BALANCE_TEMPERATURE, {2000, 6500, 4000}}};
    return device;
}

} // namespace

/// No webcam is needed: the kernel's answers are the test's.
class V4l2Test : public QObject {
    Q_OBJECT

  private slots:
    void modesAreChosenForWhatIsShown();
    void controlsAreHeldAndLetGo();
    void controlsGoThroughSettingsUnchanged();
    void camerasAreListedByNameAndPlace();
    void brokenDriversDoNotKeepUs();
};

void V4l2Test::modesAreChosenForWhatIsShown() {
    FakeDevices port;
    port.devices["/dev/video0"] = webcam();
    port.interruptions = 3;
    const V4l2Device device(port, "/dev/video0");
    const auto modes = webcamModes(device);
    QCOMPARE(modes.size(), std::size_t(6));
    QCOMPARE(*chosenMode(modes, 640, 360, 30), (WebcamMode{WebcamFormat::Yuyv, 640, 480, 30}));
    QCOMPARE(*chosenMode(modes, 960, 540, 30), (WebcamMode{WebcamFormat::Mjpeg, 1280, 720, 30}));
    QCOMPARE(*chosenMode(modes, 960, 540, 10), (WebcamMode{WebcamFormat::Yuyv, 1280, 720, 10}));
    QCOMPARE(*chosenMode(modes, 3840, 2160, 30), (WebcamMode{WebcamFormat::Mjpeg, 1920, 1080, 30}));
    QVERIFY(!chosenMode({}, 640, 360, 30));
}

void V4l2Test::controlsAreHeldAndLetGo() {
    FakeDevices port;
    port.devices["/dev/video0"] = webcam();
    auto& controls = port.devices["/dev/video0"].controls;
    const V4l2Device device(port, "/dev/video0");
    const auto found = webcamControls(device);
    QCOMPARE(found.size(), std::size_t(2)); // this one has no focus
    QCOMPARE(found[0],
             (WebcamControl{WebcamControlKind::Exposure, "exposure_time_absolute", 3, 2047, 1, 250}));
    QCOMPARE(found[1].kind, WebcamControlKind::WhiteBalance);

    holdControls(device, {{"exposure_time_absolute", 9999}, {"focus_absolute", 5}, {"unknown", 1}});
    QCOMPARE(controls[V4L2_CID_EXPOSURE_AUTO].value, int(V4L2_EXPOSURE_MANUAL));
    QCOMPARE(controls[V4L2_CID_EXPOSURE_ABSOLUTE].value, 2047);
    QCOMPARE(controls[V4L2_CID_AUTO_WHITE_BALANCE].value, 1);
    holdControls(device, {{"white_balance_temperature", 5200}});
    QCOMPARE(controls[V4L2_CID_EXPOSURE_AUTO].value, int(V4L2_EXPOSURE_APERTURE_PRIORITY));
    QCOMPARE(controls[V4L2_CID_AUTO_WHITE_BALANCE].value, 0);
    QCOMPARE(controls[V4L2_CID_WHITE_BALANCE_TEMPERATURE].value, 5200);
    // A camera that knows "auto" only.
    controls[V4L2_CID_EXPOSURE_AUTO] = {0, 1, 1};
    holdControls(device, {});
    QCOMPARE(controls[V4L2_CID_EXPOSURE_AUTO].value, int(V4L2_EXPOSURE_AUTO));
}

void V4l2Test::controlsGoThroughSettingsUnchanged() {
    const std::vector<stage::CameraControl> controls{{"exposure_time_absolute", 250}, {"focus_absolute", -3}};
    QVERIFY(controlsFromText(controlsText(controls)) == controls);
    QVERIFY(controlsFromText("").empty());
    QVERIFY(controlsFromText("nonsense\n\n").empty());
}

void V4l2Test::camerasAreListedByNameAndPlace() {
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    const DeviceRoots roots{root / "dev", root / "sys"};
    const auto byPath = roots.dev / "v4l" / "by-path";
    std::filesystem::create_directories(byPath);
    FakeDevices port;
    // Two of one name, the metadata device of the first, and one that just went away.
    for (const auto& [number, name] : {std::pair{"video0", "HD Webcam"}, std::pair{"video1", "HD Webcam"},
                                       std::pair{"video2", "HD Webcam"}, std::pair{"video3", "Gone"}}) {
        const auto sys = roots.sys / "class" / "video4linux" / number;
        std::filesystem::create_directories(sys);
        std::ofstream(sys / "name") << name << "\n";
        std::ofstream(roots.dev / number) << "";
        if (std::string(number) != "video3")
            port.devices[(roots.dev / number).string()] = webcam();
    }
    port.devices[(roots.dev / "video1").string()].capabilities = V4L2_CAP_META_CAPTURE;
    std::filesystem::create_symlink("../../video0", byPath / "pci-0000:00:14.0-usb-0:1.2:1.0-video-index0");
    const auto webcams = listWebcams(port, roots);
    QCOMPARE(webcams.size(), std::size_t(2));
    QCOMPARE(webcams[0].name, "HD Webcam");
    QCOMPARE(webcams[1].name, "HD Webcam");
    const bool first = webcams[0].place == "usb-0:1.2";
    const Webcam& placed = webcams[first ? 0 : 1];
    QCOMPARE(placed.place, "usb-0:1.2");
    QCOMPARE(placed.address, (byPath / "pci-0000:00:14.0-usb-0:1.2:1.0-video-index0").string());
    QCOMPARE(webcams[first ? 1 : 0].address, (roots.dev / "video2").string());
    QCOMPARE(placed.controls.size(), std::size_t(2));
    QCOMPARE(port.opened, 0);
    QVERIFY(listWebcams(port, {root / "nowhere", root / "nowhere"}).empty());
}

void V4l2Test::brokenDriversDoNotKeepUs() {
    FakeDevices port;
    port.devices["/dev/video0"] = webcam();
    port.devices["/dev/video0"].endless = true;
    const V4l2Device device(port, "/dev/video0");
    QVERIFY(webcamModes(device).size() <= 64 * 64);
    const V4l2Device none(port, "/dev/video9");
    QVERIFY(!none);
    QVERIFY(webcamModes(none).empty());
    holdControls(none, {{"focus_absolute", 1}});
}

QTEST_GUILESS_MAIN(V4l2Test)
#include "V4l2Test.moc"
