// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/OldShows.hpp"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrina::studio;

/// Past shows' folders are swept, the one that is served is not.
class OldShowsTest final : public QObject {
    Q_OBJECT

    /// Stands in for the show server.
    static QString script(const QTemporaryDir& folder, const QByteArray& does) {
        QFile file(folder.filePath(QStringLiteral("server.sh")));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("#!/bin/sh\n" + does);
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

  private slots:
    void eachButTheServedOne() {
        QTemporaryDir folder;
        const QString shows = folder.filePath(QStringLiteral("server"));
        for (const char* show : {"a", "b", "now"})
            QVERIFY(QDir().mkpath(shows + QLatin1Char('/') + QLatin1String(show)));
        const QString said = folder.filePath(QStringLiteral("said"));
        const QString program = script(folder, "echo \"$@\" >> '" + said.toUtf8() + "'\n");
        OldShows old(program, shows, QStringLiteral("now"));
        QVERIFY(old.waitForDone(20'000));
        QFile file(said);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()),
                 QStringLiteral("--sweep --data %1/a\n--sweep --data %1/b\n").arg(shows));
    }

    void theEndWaitsForNoServer() {
        QTemporaryDir folder;
        const QString shows = folder.filePath(QStringLiteral("server"));
        QVERIFY(QDir().mkpath(shows + QStringLiteral("/a")));
        const QString begun = folder.filePath(QStringLiteral("begun"));
        {
            OldShows old(script(folder, "touch '" + begun.toUtf8() + "'\nexec sleep 600\n"), shows, {});
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(begun), 20'000);
        }
        OldShows none(folder.filePath(QStringLiteral("no such program")), shows, {});
        QVERIFY(none.waitForDone(20'000));
    }
};

QTEST_GUILESS_MAIN(OldShowsTest)
#include "OldShowsTest.moc"
