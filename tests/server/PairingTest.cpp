// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Pairing.hpp"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace vitrina;
using server::Pairing;

namespace {

constexpr std::int64_t begun = 1'800'000'000'000;

} // namespace

/// Which studio may drive a server from elsewhere.
class PairingTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Pairing> pairing_;

    std::string begin() {
        const auto secret = pairing_->begin(begun);
        return secret ? *secret : std::string();
    }
    ErrorCode refusal(const std::string& oneTime, std::int64_t at) {
        const auto pair = pairing_->pair(oneTime, at);
        return pair ? ErrorCode::None : pair.error().code;
    }

  private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        pairing_ = std::make_unique<Pairing>(folder_->path().toStdString());
    }

    void isGoodOnce() {
        const std::string code = begin();
        QCOMPARE(code.size(), std::size_t(5));
        const auto studio = pairing_->pair(code, begun + 1);
        QVERIFY(studio);
        QVERIFY(pairing_->knows(*studio));
        QVERIFY(!pairing_->knows(*studio + "0"));
        QVERIFY(!pairing_->knows(""));
        QCOMPARE(refusal(code, begun + 2), ErrorCode::NotAuthorised);
        QVERIFY(pairing_->knows(*studio)); // the second try has changed nothing
    }

    void isGoodForAQuarterOfAnHour() {
        QCOMPARE(refusal(begin(), begun + Pairing::validMs), ErrorCode::NotAuthorised);
        QCOMPARE(refusal(begin(), begun + Pairing::validMs - 1), ErrorCode::None);
        // A clock set back must not make it good again for longer.
        QCOMPARE(refusal(begin(), begun - 1), ErrorCode::NotAuthorised);
    }

    void fiveWrongTriesVoidIt() {
        const std::string code = begin();
        std::string wrong = code;
        wrong[0] = static_cast<char>(wrong[0] ^ 1);
        for (int i = 0; i < Pairing::mostTries - 1; ++i)
            QCOMPARE(refusal(wrong, begun), ErrorCode::NotAuthorised);
        QCOMPARE(refusal(code, begun), ErrorCode::None);
        const std::string next = begin();
        for (int i = 0; i < Pairing::mostTries; ++i)
            QCOMPARE(refusal(wrong, begun), ErrorCode::NotAuthorised);
        QCOMPARE(refusal(next, begun), ErrorCode::NotAuthorised);
    }

    void aNewPairingLetsTheOldStudioGo() {
        const auto first = pairing_->pair(begin(), begun);
        QVERIFY(first);
        const std::string next = begin();
        QVERIFY(pairing_->knows(*first)); // until it is used
        const auto second = pairing_->pair(next, begun);
        QVERIFY(second);
        QVERIFY(!pairing_->knows(*first));
        QVERIFY(pairing_->knows(*second));
    }

    void noSecretIsKept() {
        const std::string code = begin();
        const auto studio = pairing_->pair(code, begun);
        QVERIFY(studio);
        begin();
        const QDir folder(folder_->path());
        QCOMPARE(folder.entryList(QDir::Files, QDir::Name),
                 QStringList({QStringLiteral("pairing.json"), QStringLiteral("studio.json")}));
        for (const QString& name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains(QByteArray::fromStdString(*studio)));
            QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        }
    }

    void damagedFilesLetNobodyIn() {
        begin();
        QFile file(folder_->path() + QStringLiteral("/pairing.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"secret\":7");
        file.close();
        QCOMPARE(refusal("12345", begun), ErrorCode::NotAuthorised);
    }
};

QTEST_GUILESS_MAIN(PairingTest)
#include "PairingTest.moc"
