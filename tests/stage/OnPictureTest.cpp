// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Stage.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::stage;

/// Lower third and countdown.
class OnPictureTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        stage_ = {};
        now_ = {1'000'000, 5'000};
    }

    void theLowerThirdKeepsItsWords() {
        QCOMPARE(tryTo(SetLowerThird{true, "", ""}), ErrorCode::BadText);
        QCOMPARE(tryTo(SetLowerThird{true, "Ilze", "Amber & linen"}), ErrorCode::None);
        QCOMPARE(tryTo(SetLowerThird{false, "", ""}), ErrorCode::None);
        QVERIFY(!stage_.lowerThird.on);
        QCOMPARE(tryTo(SetLowerThird{true, "", ""}), ErrorCode::None);
        QCOMPARE(stage_.lowerThird, (LowerThird{true, "Ilze", "Amber & linen"}));
        QCOMPARE(decide({}, stage_, SetLowerThird{true, "", ""})->size(), std::size_t(0));
        QCOMPARE(tryTo(SetLowerThird{true, "Anna", ""}), ErrorCode::None);
        QCOMPARE(stage_.lowerThird, (LowerThird{true, "Anna", ""}));
        std::string long121;
        for (int i = 0; i < 121; ++i)
            long121 += "ā";
        QCOMPARE(tryTo(SetLowerThird{true, long121, ""}), ErrorCode::BadText);
        QCOMPARE(tryTo(SetLowerThird{true, long121.substr(2), ""}), ErrorCode::None); // 120 characters
    }

    void aCountdownSaysWholeSecondsAndLeavesByItself() {
        QVERIFY(!countdownSeconds(stage_, now_));
        QCOMPARE(tryTo(StartCountdown{"Soon", 0, 0, {}}), ErrorCode::BadDuration);
        QCOMPARE(tryTo(StartCountdown{"Soon", longestCountdownMs + 1, 0, {}}), ErrorCode::BadDuration);
        QCOMPARE(tryTo(StartCountdown{"Soon", 3000, 0, {}}), ErrorCode::None);
        QCOMPARE(*countdownSeconds(stage_, now_), 3);
        QCOMPARE(*countdownSeconds(stage_, later(1)), 3);
        QCOMPARE(*countdownSeconds(stage_, later(1000)), 2);
        QCOMPARE(*countdownSeconds(stage_, later(2999)), 1);
        QCOMPARE(*countdownSeconds(stage_, later(3000)), 0);
        QCOMPARE(*countdownSeconds(stage_, later(3000 + countdownLingersMs - 1)), 0);
        QVERIFY(!countdownSeconds(stage_, later(3000 + countdownLingersMs)));
        QCOMPARE(tryTo(StopCountdown{}), ErrorCode::None);
        QVERIFY(!stage_.countdown);
        QCOMPARE(decide({}, stage_, StopCountdown{})->size(), std::size_t(0));
    }

    /// Minutes go by the monotonic clock, a time of day by the wall's.
    void aClockThatIsPutRightMovesOnlyATimeOfDay() {
        QCOMPARE(tryTo(StartCountdown{"", 60'000, 0, {}}), ErrorCode::None);
        const Instant putRight{now_.wallMs + 3'600'000, now_.monoMs + 10'000};
        QCOMPARE(*countdownSeconds(stage_, putRight), 50);
        QCOMPARE(tryTo(StartCountdown{"", 0, now_.wallMs + 60'000, {}}), ErrorCode::None);
        QVERIFY(stage_.countdown->byClock);
        QVERIFY(!countdownSeconds(stage_, putRight));
        QCOMPARE(*countdownSeconds(stage_, Instant{now_.wallMs + 10'000, now_.monoMs}), 50);
    }

    void anItemCountsDownOnce() {
        const AiredId aired{"a1"};
        QCOMPARE(tryTo(StartCountdown{"", 60'000, 0, aired}), ErrorCode::None);
        QCOMPARE(tryTo(StartCountdown{"", 60'000, 0, aired}), ErrorCode::CountedBefore);
        QCOMPARE(tryTo(StopCountdown{}), ErrorCode::None);
        QCOMPARE(tryTo(StartCountdown{"", 60'000, 0, aired}), ErrorCode::CountedBefore);
        QCOMPARE(tryTo(StartCountdown{"", 60'000, 0, {}}), ErrorCode::None);
        QCOMPARE(tryTo(StartCountdown{"", 60'000, 0, AiredId{"a2"}}), ErrorCode::None);
    }

  private:
    ErrorCode tryTo(const Command& command) {
        const Result<std::vector<Fact>> facts = decide({}, stage_, command);
        if (!facts)
            return facts.error().code;
        for (const Fact& fact : *facts)
            stage_ = apply(stage_, fact, now_);
        return ErrorCode::None;
    }
    Instant later(std::int64_t ms) const { return {now_.wallMs + ms, now_.monoMs + ms}; }

    Stage stage_;
    Instant now_;
};

QTEST_GUILESS_MAIN(OnPictureTest)
#include "OnPictureTest.moc"
