// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/Reach.hpp"

#include <QtTest>

using namespace vitrina;
using control::Openness;

Q_DECLARE_METATYPE(vitrina::control::Openness)

class ReachTest final : public QObject {
    Q_OBJECT

  private slots:
    void theAddressSaysWhoCanOpenIt_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<Openness>("who");
        const auto row = [](const char* url, Openness who) {
            QTest::newRow(url) << QString::fromLatin1(url) << who;
        };
        row("", Openness::Nobody);
        row("nonsense", Openness::Nobody);
        row("http://127.0.0.1:8080/", Openness::ThisComputer);
        row("http://127.9.9.9/", Openness::ThisComputer);
        row("http://localhost:8080/", Openness::ThisComputer);
        row("http://[::1]:8080/", Openness::ThisComputer);
        row("https://192.168.1.20:8443/", Openness::ThisNetwork);
        row("https://10.1.2.3/", Openness::ThisNetwork);
        row("https://172.16.0.1/", Openness::ThisNetwork);
        row("https://172.31.255.254/", Openness::ThisNetwork);
        row("https://169.254.7.7/", Openness::ThisNetwork);
        row("https://100.64.0.9/", Openness::ThisNetwork);
        row("https://[fd00::2]:8443/", Openness::ThisNetwork);
        row("https://[fe80::2]/", Openness::ThisNetwork);
        row("https://studio.local:8443/", Openness::ThisNetwork);
        row("https://studio/", Openness::ThisNetwork);
        row("https://172.32.0.1/", Openness::Everyone);
        row("https://100.128.0.1/", Openness::Everyone);
        row("https://192.169.0.1/", Openness::Everyone);
        row("https://203.0.113.7/", Openness::Everyone);
        row("https://[2001:db8::7]/", Openness::Everyone);
        row("https://shop.example/", Openness::Everyone);
        row("https://SHOP.example:8443/", Openness::Everyone);
    }
    void theAddressSaysWhoCanOpenIt() {
        QFETCH(QString, url);
        QFETCH(Openness, who);
        QCOMPARE(int(control::whoCanOpen(url.toStdString())), int(who));
    }
};

QTEST_GUILESS_MAIN(ReachTest)
#include "ReachTest.moc"
