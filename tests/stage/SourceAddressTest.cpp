// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/SourceAddress.hpp"

#include <QTest>

#include <rapidcheck.h>

using namespace vitrina;
using namespace vitrina::stage;

class SourceAddressTest : public QObject {
    Q_OBJECT

  private slots:
    void goodAddresses_data();
    void goodAddresses();
    void badAddresses_data();
    void badAddresses();
    void hostileTextNeverGetsThrough();
    void aFormBecomesAnAddressAndComesBack();
    void faultsInTheOrderOfFilling();
    void phonesGetTheKeyAndScreensDots();
    void portsOfOthersAreNotProposed();
};

void SourceAddressTest::goodAddresses_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("address");
    const auto row = [](const char* given, SourceKind kind, const char* address) {
        QTest::newRow(given) << QString::fromUtf8(given) << static_cast<int>(kind)
                             << QString::fromUtf8(address);
    };
    row("rtsp://cam.lan/stream1", SourceKind::Rtsp, "rtsp://cam.lan/stream1");
    row("rtsp://admin:s3cret!@192.168.1.9:554/Streaming/Channels/101?x=1", SourceKind::Rtsp,
        "rtsp://admin:s3cret!@192.168.1.9:554/Streaming/Channels/101?x=1");
    row("rtsp://[fe80::1]:8554/a", SourceKind::Rtsp, "rtsp://[fe80::1]:8554/a");
    row("http://192.168.1.7:8080/video", SourceKind::Mjpeg, "http://192.168.1.7:8080/video");
    row("https://cam.lan/mjpg/video.mjpg", SourceKind::Mjpeg, "https://cam.lan/mjpg/video.mjpg");
    row("webcam:/dev/v4l/by-path/pci-0000:00:14.0-usb-0:1:1.0-video-index0", SourceKind::Webcam,
        "/dev/v4l/by-path/pci-0000:00:14.0-usb-0:1:1.0-video-index0");
    row("v4l2:/dev/video0", SourceKind::Webcam, "/dev/video0");
    row("image:/tmp/Ziemas māja.jpg", SourceKind::Image, "/tmp/Ziemas māja.jpg");
    row("colour:ff8800", SourceKind::Colour, "#FF8800");
    row("color:#Ff8800", SourceKind::Colour, "#FF8800");
    row("screen:0", SourceKind::Screen, "0");
    row("screen:1", SourceKind::Screen, "1");
    row("window:firefox", SourceKind::Window, "firefox");
    row("window:Firefox\nVeikals – Firefox", SourceKind::Window, "Firefox\nVeikals – Firefox");
}

void SourceAddressTest::goodAddresses() {
    QFETCH(QString, given);
    QFETCH(int, kind);
    QFETCH(QString, address);
    const Source source = sourceFromAddress("Phone", given.toStdString());
    QCOMPARE(static_cast<int>(source.kind), kind);
    QCOMPARE(QString::fromStdString(source.address), address);
    QCOMPARE(checkedAddress(source.kind, source.address), source.address);
}

void SourceAddressTest::badAddresses_data() {
    QTest::addColumn<QString>("given");
    for (const char* given : {"rtsp:",
                              "rtsp://",
                              "rtsp:///path",
                              "rtsp://@host/",
                              "rtsp://a b@host/",
                              "rtsp://host:0/",
                              "rtsp://host:99999/",
                              "rtsp://::1/a",
                              "rtsp://host/$(reboot)",
                              "rtsp://host/a b",
                              "rtsp://host/\"",
                              "rtsp://host/a|b",
                              "rtspx://host/",
                              "http:",
                              "http://",
                              "http:///a",
                              "http://host/<script>",
                              "httpfile:///etc/passwd",
                              "ftp://host/a",
                              "webcam:",
                              "webcam:/dev/",
                              "webcam:/dev/../etc/passwd",
                              "webcam:/etc/passwd",
                              "webcam:/dev/video0;rm",
                              "v4l2:video0",
                              "image:",
                              "image:a\nb",
                              "colour:",
                              "colour:#12345",
                              "colour:#1234567",
                              "colour:red",
                              "colour:#12345g",
                              "screen:",
                              "screen:-1",
                              "screen:16",
                              "screen:one",
                              "window:",
                              "window:\ntitle",
                              "window:a\nb\nc",
                              "window:a\tb"})
        QTest::newRow(given) << QString::fromUtf8(given);
    QTest::newRow("long") << QString(2000, QLatin1Char('a')).prepend(QLatin1String("rtsp://h/"));
}

void SourceAddressTest::badAddresses() {
    QFETCH(QString, given);
    const Source source = sourceFromAddress("Phone", given.toStdString());
    QCOMPARE(source.kind, SourceKind::None);
    QVERIFY(source.address.empty());
}

void SourceAddressTest::hostileTextNeverGetsThrough() {
    QVERIFY(rc::check("what comes out of a network address has no space, quote or control character", [] {
        const auto kind = *rc::gen::element(SourceKind::Srt, SourceKind::Rtmp, SourceKind::Rtsp,
                                            SourceKind::Mjpeg, SourceKind::Webcam, SourceKind::Colour);
        const auto start = *rc::gen::element<std::string>("", "srt://h:9", "rtmp://h/k", "rtsp://h/",
                                                          "http://h/", "/dev/v", "#12345");
        const std::string address = checkedAddress(kind, start + *rc::gen::arbitrary<std::string>());
        for (const unsigned char c : address)
            RC_ASSERT(c > 0x20 && c < 0x7F && c != '"' && c != '\'' && c != '\\' && c != '$' && c != '`' &&
                      c != '|' && c != '<' && c != '>');
        RC_ASSERT(checkedAddress(kind, address) == address);
    }));
}

void SourceAddressTest::aFormBecomesAnAddressAndComesBack() {
    const CameraForm forms[] = {{SourceKind::Srt, true, 9000, "0123456789abcdef", ""},
                                {SourceKind::Rtmp, true, 1935, "0123456789abcdef", ""},
                                {SourceKind::Rtsp, false, 0, "", "rtsp://cam.lan/1"},
                                {SourceKind::Srt, false, 0, "", "srt://cam.lan:9000"},
                                {SourceKind::Colour, false, 0, "", "#102030"},
                                {SourceKind::TestCamera, false, 0, "", ""}};
    for (const CameraForm& form : forms) {
        QCOMPARE(faultOf(form, {}, {}), FormFault::None);
        Source source;
        source.kind = form.kind;
        source.address = addressOf(form);
        QCOMPARE(source.address.empty(), form.kind == SourceKind::TestCamera);
        QVERIFY(formOf(source) == form);
    }
    QCOMPARE(addressOf(forms[0]), "srt://0.0.0.0:9000?mode=listener&passphrase=0123456789abcdef");
    QCOMPARE(addressOf(forms[1]), "rtmp://0.0.0.0:1935/live/0123456789abcdef");
}

void SourceAddressTest::faultsInTheOrderOfFilling() {
    SetUp setUp;
    setUp.sources = {sourceFromAddress("phone", "srt:9000"), sourceFromAddress("other", "rtmp:1935/key")};
    const auto fault = [&](const CameraForm& form, const char* self = "") {
        return faultOf(form, setUp, SourceId{self});
    };
    QCOMPARE(fault({}), FormFault::KindMissing);
    QCOMPARE(fault({SourceKind::Srt, true, 80, "", ""}), FormFault::PortWrong);
    QCOMPARE(fault({SourceKind::Srt, true, 70000, "", ""}), FormFault::PortWrong);
    QCOMPARE(fault({SourceKind::Srt, true, 9000, "", ""}), FormFault::PortInUse);
    QCOMPARE(fault({SourceKind::Srt, true, 9000, "0123456789", ""}, "phone"), FormFault::None);
    QCOMPARE(fault({SourceKind::Srt, true, 1935, "0123456789", ""}), FormFault::None); // UDP beside TCP
    QCOMPARE(fault({SourceKind::Rtmp, true, 1936, "a key", ""}), FormFault::KeyCharacters);
    QCOMPARE(fault({SourceKind::Rtmp, true, 1936, "short", ""}), FormFault::KeyTooShort);
    QCOMPARE(fault({SourceKind::Srt, true, 9001, "123456789", ""}), FormFault::KeyTooShort);
    QCOMPARE(fault({SourceKind::Srt, true, 9001, std::string(80, 'a'), ""}), FormFault::KeyTooLong);
    QCOMPARE(fault({SourceKind::Rtsp, false, 0, "", ""}), FormFault::AddressMissing);
    QCOMPARE(fault({SourceKind::Rtsp, false, 0, "", "http://cam/"}), FormFault::AddressWrong);
    QVERIFY(addressOf({SourceKind::Srt, true, 9001, "123", ""}).empty());
}

void SourceAddressTest::phonesGetTheKeyAndScreensDots() {
    const CameraForm srt{SourceKind::Srt, true, 9000, "0123456789abcdef", ""};
    QCOMPARE(phoneAddress(srt, "192.168.1.20"),
             "srt://192.168.1.20:9000?mode=caller&passphrase=0123456789abcdef");
    const CameraForm rtmp{SourceKind::Rtmp, true, 1935, "0123456789abcdef", ""};
    QCOMPARE(phoneAddress(rtmp, "fd00::2"), "rtmp://[fd00::2]:1935/live/0123456789abcdef");
    QCOMPARE(maskedPhoneAddress(rtmp, "h").find("0123"), std::string::npos);
    QVERIFY(maskedPhoneAddress(rtmp, "h").starts_with("rtmp://h:1935/live/"));
    QVERIFY(phoneAddress({SourceKind::Rtsp, false, 0, "", "rtsp://c/"}, "h").empty());
    QVERIFY(phoneAddress(srt, "").empty());
}

void SourceAddressTest::portsOfOthersAreNotProposed() {
    SetUp setUp;
    setUp.sources = {sourceFromAddress("phone", "srt:9000"), sourceFromAddress("other", "rtmp:1935/key")};
    QCOMPARE(proposedPort(setUp, SourceKind::Srt, {9000, 9001}), 9001);
    QCOMPARE(proposedPort(setUp, SourceKind::Rtmp, {9000, 9001}), 9000);
    QCOMPARE(proposedPort(setUp, SourceKind::Rtmp, {1935}), 0);
    QCOMPARE(listeningPort(setUp.sources[1]), 1935);
    QCOMPARE(listeningPort(sourceFromAddress("t", "test:")), 0);
}

QTEST_GUILESS_MAIN(SourceAddressTest)
#include "SourceAddressTest.moc"
