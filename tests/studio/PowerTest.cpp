// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "studio/Battery.hpp"
#include "studio/StayAwake.hpp"
#include "support/ChildProcess.hpp"

#include <QDBusContext>
#include <QDBusMessage>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace vitrina;

/// The desktop's and the machine's services, on a bus of our own.
class Screen : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")

  public:
    QStringList held; ///< reasons, by cookie - 1; empty when let go

  public slots:
    uint Inhibit(const QString&, const QString& why) {
        held.append(why);
        return uint(held.size());
    }
    void UnInhibit(uint cookie) { held[int(cookie) - 1].clear(); }
};

class Login : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

  public:
    QString what;
    int ourEnd = -1;

    /// The lock is open as long as anybody holds the other end.
    bool held() const {
        char byte = 0;
        return ourEnd >= 0 && read(ourEnd, &byte, 1) < 0;
    }

  public slots:
    QDBusUnixFileDescriptor Inhibit(const QString& asked, const QString&, const QString&, const QString&) {
        what = asked;
        int ends[2] = {-1, -1};
        if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0)
            return {};
        ourEnd = ends[0];
        QDBusUnixFileDescriptor theirs(ends[1]); // a copy
        close(ends[1]);
        return theirs;
    }
};

class Feeding : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.UPower.Device")
    Q_PROPERTY(bool IsPresent MEMBER present)
    Q_PROPERTY(uint State MEMBER state)
    Q_PROPERTY(double Percentage MEMBER percent)

  public:
    bool present = true;
    uint state = 2;
    double percent = 60.0;
};

class PowerTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    test::ChildProcess daemon_;
    QString address_;
    Screen screen_;
    Login login_;
    Feeding feeding_;

    QDBusConnection bus(const char* name) const {
        return QDBusConnection::connectToBus(address_, QString::fromLatin1(name));
    }
    void feed(uint state, double percent) {
        feeding_.state = state;
        feeding_.percent = percent;
        QDBusMessage changed = QDBusMessage::createSignal(
            QStringLiteral("/org/freedesktop/UPower/devices/DisplayDevice"),
            QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"));
        changed.setArguments({QStringLiteral("org.freedesktop.UPower.Device"), QVariantMap(), QStringList()});
        QVERIFY(bus("machine").send(changed));
    }

  private slots:
    void initTestCase() {
        const QString path = folder_.filePath(QStringLiteral("bus"));
        address_ = QStringLiteral("unix:path=") + path;
        daemon_ = test::ChildProcess(
            {"dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=" + address_.toStdString()},
            "");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path) && bus("machine").isConnected(), 5'000);
        QDBusConnection machine = bus("machine");
        QVERIFY(machine.registerService(QStringLiteral("org.freedesktop.ScreenSaver")));
        QVERIFY(machine.registerService(QStringLiteral("org.freedesktop.login1")));
        QVERIFY(machine.registerService(QStringLiteral("org.freedesktop.UPower")));
        const auto slots_ = QDBusConnection::ExportAllSlots;
        QVERIFY(machine.registerObject(QStringLiteral("/org/freedesktop/ScreenSaver"), &screen_, slots_));
        QVERIFY(machine.registerObject(QStringLiteral("/org/freedesktop/login1"), &login_, slots_));
        QVERIFY(machine.registerObject(QStringLiteral("/org/freedesktop/UPower/devices/DisplayDevice"),
                                       &feeding_, QDBusConnection::ExportAllProperties));
    }

    void aShowHoldsOffLockAndSleep() {
        studio::StayAwake awake(bus("studio"), bus("studio"));
        awake.hold(QStringLiteral("A live show is on"));
        awake.hold(QStringLiteral("again"));
        QTRY_VERIFY(awake.screenHeld() && awake.sleepHeld());
        QCOMPARE(screen_.held, QStringList{QStringLiteral("A live show is on")});
        QCOMPARE(login_.what, QStringLiteral("sleep:idle"));
        QVERIFY(login_.held());
        awake.release();
        QVERIFY(!awake.screenHeld() && !awake.sleepHeld());
        QTRY_VERIFY(screen_.held.at(0).isEmpty() && !login_.held());
    }

    void whatIsAnsweredAfterTheEndIsLetGo() {
        studio::StayAwake awake(bus("studio"), bus("studio"));
        awake.hold(QStringLiteral("short"));
        awake.release();
        QTRY_COMPARE(screen_.held.size(), 2);
        QTRY_VERIFY(screen_.held.at(1).isEmpty() && !login_.held());
        QVERIFY(!awake.screenHeld() && !awake.sleepHeld());
    }

    void whereNobodyAnswersTheShowGoesOn() {
        studio::StayAwake awake(QDBusConnection(QStringLiteral("none")),
                                QDBusConnection(QStringLiteral("none")));
        awake.hold(QStringLiteral("alone"));
        awake.release();
        studio::Battery battery(QDBusConnection(QStringLiteral("none")));
        QSignalSpy low(&battery, &studio::Battery::low);
        battery.start();
        QTest::qWait(50);
        QCOMPARE(low.count(), 0);
    }

    void aLowBatteryIsToldOnceUntilItIsFed() {
        studio::Battery battery(bus("studio"));
        QSignalSpy low(&battery, &studio::Battery::low);
        QSignalSpy good(&battery, &studio::Battery::good);
        battery.start();
        feed(2, 20.4);
        feed(2, 19.6);
        QTRY_COMPARE(low.count(), 1);
        QCOMPARE(low.at(0).at(0).toInt(), 20);
        feed(2, 24.0); // it wavers
        feed(2, 12.0);
        feed(1, 12.0); // the charger is in
        QTRY_COMPARE(good.count(), 1);
        QCOMPARE(low.count(), 1);
        feeding_.present = false; // a desktop computer
        feed(2, 0.0);
        feed(2, 1.0);
        QTest::qWait(50);
        QCOMPARE(low.count(), 1);
    }
};

QTEST_GUILESS_MAIN(PowerTest)
#include "PowerTest.moc"
