// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/Identity.hpp"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <fstream>

#include <sys/stat.h>

using namespace vitrina;

namespace {

constexpr std::int64_t dayMs = 86'400'000;

std::int64_t nowMs() {
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

/// The server's own key and certificate: when it stays, and when it is made anew.
class IdentityTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;

    wire::Identity own(std::vector<std::string> names, std::int64_t at = nowMs()) {
        const auto needed = names;
        auto identity = wire::ownIdentity(path(), std::move(names), needed, at);
        if (!identity)
            qFatal("%s", identity.error().detail.c_str());
        return std::move(*identity);
    }
    std::string path() const { return folder_->path().toStdString() + "/tls"; }

  private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void staysWhileNothingChanges() {
        const auto first = own({"shop.example", "127.0.0.1", "::1"});
        const auto second = own({"::1", "127.0.0.1", "shop.example", "127.0.0.1"});
        QCOMPARE(first.fingerprint.size(), std::size_t(32));
        QCOMPARE(second.fingerprint, first.fingerprint);
        QCOMPARE(second.keyFingerprint, first.keyFingerprint);
    }

    void belongsToItsOwner() {
        own({"localhost"});
        struct stat info {};
        QCOMPARE(::stat((path() + "/key.pem").c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777, 0600u);
        QCOMPARE(::chmod((path() + "/key.pem").c_str(), 0644), 0);
        own({"localhost"});
        QCOMPARE(::stat((path() + "/key.pem").c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777, 0600u);
    }

    void otherAddressesAreAnotherCertificateOfTheSameKey() {
        const auto first = own({"localhost", "192.0.2.7"});
        const auto second = own({"localhost", "192.0.2.8"});
        QVERIFY(second.fingerprint != first.fingerprint);
        QCOMPARE(second.keyFingerprint, first.keyFingerprint);
    }

    /// A VPN comes, another address goes: phones that have accepted the certificate buy on.
    void addressesNobodyWasToldChangeNothing() {
        const auto first = own({"localhost", "192.0.2.7", "10.8.0.1"});
        const auto second =
            wire::ownIdentity(path(), {"localhost", "192.0.2.7", "172.17.0.1"}, {"192.0.2.7"}, nowMs());
        QVERIFY(second);
        QCOMPARE(second->fingerprint, first.fingerprint);
        QVERIFY((second->names == std::vector<std::string>{"10.8.0.1", "192.0.2.7", "localhost"}));
    }

    void isRenewedBeforeItsEnd() {
        const auto first = own({"localhost"});
        QVERIFY(first.endsMs - nowMs() > 390 * dayMs);
        QCOMPARE(own({"localhost"}, first.endsMs - 31 * dayMs).fingerprint, first.fingerprint);
        const auto later = own({"localhost"}, first.endsMs - 29 * dayMs);
        QVERIFY(later.fingerprint != first.fingerprint);
        QCOMPARE(later.keyFingerprint, first.keyFingerprint);
    }

    void damagedFilesAreMadeAnew() {
        const auto first = own({"localhost"});
        std::ofstream(path() + "/certificate.pem") << "-----BEGIN CERTIFICATE-----\nnot one\n";
        const auto second = own({"localhost"});
        QCOMPARE(second.keyFingerprint, first.keyFingerprint);
        std::ofstream(path() + "/key.pem") << "no key";
        const auto third = own({"localhost"});
        QVERIFY(third.keyFingerprint != first.keyFingerprint);
        QCOMPARE(own({"localhost"}).fingerprint, third.fingerprint);
    }

    void aFolderThatCantBeWrittenIsSaid() {
        const auto none = wire::ownIdentity("/proc/vitrina", {"localhost"}, {"localhost"}, nowMs());
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::FileUnwritable);
    }

    void theMachinesNamesHoldTheLoopback() {
        const auto names = wire::ownNames();
        QVERIFY(std::ranges::find(names, "localhost") != names.end());
        QVERIFY(std::ranges::find(names, "127.0.0.1") != names.end());
        QVERIFY(std::ranges::is_sorted(names));
    }

    void fingerprintsAreReadByPeople() {
        const std::string bytes("\x00\x01\xab\xff", 4);
        QCOMPARE(wire::fingerprintText(bytes), std::string("00:01:AB:FF"));
        // 000000 000000 000110 101011 111111, by hand: the first four bits a consonant, the last two a vowel.
        QCOMPARE(wire::fingerprintWords(bytes), std::string("babadi pozo"));
        const std::string whole = own({"localhost"}).fingerprint;
        QCOMPARE(QString::fromStdString(wire::fingerprintWords(whole)).split(QLatin1Char(' ')).size(), 6);
    }
};

QTEST_GUILESS_MAIN(IdentityTest)
#include "IdentityTest.moc"
