// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/Take.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::show;

/// A short note to the host.
class CueTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        run_ = {};
        QCOMPARE(tryTo(SendCue{CueId{"0"}, "too early", ""}), ErrorCode::WrongPhase);
        QCOMPARE(tryTo(StartRun{RunId{"r"}, false}), ErrorCode::None);
    }

    void aNewerOneTakesItsPlace() {
        QCOMPARE(tryTo(SendCue{CueId{"1"}, "Show the back", "Ilze"}), ErrorCode::None);
        QCOMPARE(*run_.cue, (Cue{CueId{"1"}, "Show the back", "Ilze", now_, std::nullopt}));
        QCOMPARE(tryTo(SeeCue{CueId{"1"}}), ErrorCode::None);
        QCOMPARE(*run_.cue->seen, now_);
        QCOMPARE(decide({}, run_, SeeCue{CueId{"1"}}, now_)->size(), std::size_t(0));
        QCOMPARE(tryTo(SendCue{CueId{"2"}, "Slower", ""}), ErrorCode::None);
        QVERIFY(!run_.cue->seen);
    }

    /// "Seen" is about what the host saw, and a newer cue may have come in that moment.
    void aStaleAnswerIsRefused() {
        QCOMPARE(tryTo(SeeCue{CueId{"1"}}), ErrorCode::StaleCommand);
        QCOMPARE(tryTo(SendCue{CueId{"1"}, "a", ""}), ErrorCode::None);
        QCOMPARE(tryTo(SendCue{CueId{"2"}, "b", ""}), ErrorCode::None);
        QCOMPARE(tryTo(SeeCue{CueId{"1"}}), ErrorCode::StaleCommand);
        QCOMPARE(tryTo(ClearCue{CueId{"1"}}), ErrorCode::StaleCommand);
        QVERIFY(!run_.cue->seen);
        QCOMPARE(tryTo(ClearCue{CueId{"2"}}), ErrorCode::None);
        QVERIFY(!run_.cue);
    }

    void textIsShort() {
        QCOMPARE(tryTo(SendCue{CueId{"1"}, " \t\n", ""}), ErrorCode::BadText);
        std::string most;
        for (std::size_t i = 0; i < longestCue; ++i)
            most += "ā";
        QCOMPARE(tryTo(SendCue{CueId{"1"}, most, ""}), ErrorCode::None);
        QCOMPARE(tryTo(SendCue{CueId{"2"}, most + "ā", ""}), ErrorCode::BadText);
        QCOMPARE(tryTo(SendCue{CueId{"1"}, "same id", ""}), ErrorCode::BadRequest);
        QCOMPARE(tryTo(SendCue{{}, "no id", ""}), ErrorCode::BadRequest);
    }

  private:
    ErrorCode tryTo(const Command& command) {
        const Result<std::vector<Fact>> facts = decide({}, run_, command, now_);
        if (!facts)
            return facts.error().code;
        for (const Fact& fact : *facts)
            run_ = apply(run_, fact, now_);
        return ErrorCode::None;
    }

    Run run_;
    const Instant now_{1000, 10};
};

QTEST_GUILESS_MAIN(CueTest)
#include "CueTest.moc"
