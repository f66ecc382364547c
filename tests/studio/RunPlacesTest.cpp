// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/RunPlaces.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrina;
using studio::RunPlaces;

/// After a kill, the journal's epoch finds the server that has the run.
class RunPlacesTest final : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString path() const { return folder_.filePath(QStringLiteral("show.elsewhere")); }
    void write(const QByteArray& text) {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }

  private slots:
    void cleanup() { QFile::remove(path()); }

    void comesBackForItsRunOnly() {
        const RunPlaces places{{0, ""}, {1, "shop.example"}, {2, ""}};
        QVERIFY(studio::writeRunPlaces(path(), {"run"}, places));
        QVERIFY(studio::readRunPlaces(path(), {"run"}) == places);
        QVERIFY(studio::readRunPlaces(path(), {"other"}).empty());
        QVERIFY(!studio::writeRunPlaces(QStringLiteral("/proc/none"), {"run"}, places));
    }

    void whatAnEarlierVersionWroteIsUnderstood() {
        write("run\nshop.example");
        QVERIFY((studio::readRunPlaces(path(), {"run"}) == RunPlaces{{0, "shop.example"}}));
        write("run\n\n nonsense here\n");
        QVERIFY(studio::readRunPlaces(path(), {"run"}).empty());
    }

    void theLastRecordSaysHowOftenItHasMoved() {
        std::vector<record::Record> records;
        QCOMPARE(studio::epochOf(records), 0u);
        for (const std::uint64_t epoch : {1u, 2u})
            records.push_back({{"show"},
                               {"run"},
                               record::Origin::Studio,
                               epoch,
                               0,
                               {},
                               {},
                               record::OwnFact(record::ShowMoved{"https://a.example/", epoch})});
        QCOMPARE(studio::epochOf(records), 2u);
    }
};

QTEST_GUILESS_MAIN(RunPlacesTest)
#include "RunPlacesTest.moc"
