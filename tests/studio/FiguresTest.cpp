// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/ShowFigures.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::studio;

namespace {

ShowFigures agreeing() {
    ShowFigures figures;
    figures.byClients = figures.byServer = figures.byReport = Count{40, 12, 15, 28350};
    figures.canvas = {960, 540, 30};
    figures.atStart.framesTotal = 100;
    figures.atEnd.framesTotal = 1900;
    figures.atStart.framesLagged = 7;
    figures.atEnd.framesLagged = 9;
    return figures;
}

} // namespace

class FiguresTest : public QObject {
    Q_OBJECT

  private slots:
    void threeEqualCountsAreRight() { QVERIFY(agreeing().contradictions().isEmpty()); }

    void anyDifferenceIsNamed() {
        ShowFigures figures = agreeing();
        figures.byClients.orders = 13; // an order that was answered but is in no table
        QCOMPARE(figures.contradictions().size(), 1);
        QVERIFY(figures.contradictions().front().contains(QStringLiteral("13 orders")));

        figures = agreeing();
        figures.byReport.gmvMinor -= 1;
        QCOMPARE(figures.contradictions().size(), 1);

        figures = agreeing();
        figures.oversold = 1;
        QVERIFY(figures.contradictions().front().contains(QStringLiteral("oversold")));
    }

    void onlyTheMeasuredPartCounts() {
        const QJsonObject json = agreeing().toJson();
        QCOMPARE(json[QStringLiteral("frames_total")].toInt(), 1800);
        QCOMPARE(json[QStringLiteral("frames_lagged")].toInt(), 2);
        QCOMPARE(json[QStringLiteral("canvas")].toString(), QStringLiteral("960x540@30"));
        QCOMPARE(json[QStringLiteral("gmv")].toDouble(), 283.5);
        QCOMPARE(json[QStringLiteral("units")].toInt(), 15);
    }

    void nothingMeasuredIsNullNotZero() {
        QVERIFY(agreeing().toJson()[QStringLiteral("take_to_program_ms_p50")].isNull());
        ShowFigures figures = agreeing();
        figures.takesUs = {90'000, 40'000, 61'500};
        QCOMPARE(figures.toJson()[QStringLiteral("take_to_program_ms_p50")].toDouble(), 61.5);
    }
};

QTEST_GUILESS_MAIN(FiguresTest)
#include "FiguresTest.moc"
