// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SoundDesk.hpp"
#include "ui/dialogs/ClapDialog.hpp"
#include "ui/dialogs/SyncDialog.hpp"
#include "ui/panels/ChatPanel.hpp"
#include "ui/panels/MixerPanel.hpp"
#include "ui/panels/NeedsPanel.hpp"
#include "ui/shell/Body.hpp"
#include "ui/support/WindowRig.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

namespace vitrina::test {

/// The mixer, its warnings and dialogs, and the cough key, on a live show.
class SoundDeskTest final : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        rig_ = std::make_unique<WindowRig>(QStringLiteral("en"), ui::ThemeKind::Dark);
        rig_->open(1440, 900);
        rig_->goLive();
        rig_->settle();
    }
    void cleanup() { rig_.reset(); }

    void theCoughKeyIsHeld();
    void theCoughKeyDoesNothingWhileTyping();
    void theCoughEndsWithTheWindow();
    void fromTheMenuTheCoughStaysOn();
    void aSilentHostNeedsYou();
    void tooLoudIsSaidOnTheRow();
    void theLimiterIsSwitchedOnItsRow();
    void soloIsThereWithHeadphones();
    void faderAndMeterSayTheirLevel();
    void aDoubleClickGoesToZero();
    void theSyncDialogChangesTheSource();
    void theClapTestMeasuresACamera();
    void unsteadyClapsAreNotTaken();

  private:
    const control::State& state() { return rig_->state(); }
    const stage::Source& source(std::size_t i) { return state().setUp.sources[i]; }
    bool silent(std::size_t i) { return stage::mutedOf(state().stage, source(i)); }
    ui::Body& body() { return rig_->window->stageBody(); }
    ui::MixerRow& row(const SourceId& id) { return *body().mixer().row(id); }
    /// Readings at the given peak for so long, ten a second.
    void sound(float hostDb, float programDb, std::int64_t forMs) {
        for (std::int64_t ms = 0; ms < forMs; ms += 100) {
            engine::MetersMeasured measured;
            measured.meters.push_back({source(0).id, {hostDb, hostDb}, {hostDb - 10, hostDb - 10}});
            measured.meters.push_back({SourceId{}, {programDb, programDb}, {programDb - 10, programDb - 10}});
            rig_->clock.advance(100);
            emit rig_->dispatcher->metersMeasured(measured);
        }
        rig_->settle();
    }
    bool needs(const QString& words) {
        const auto& rows = body().needs().rows();
        return std::any_of(rows.begin(), rows.end(), [&](ui::NeedRow* one) {
            return !one->isHidden() && one->need().title.contains(words);
        });
    }
    ui::ClapDialog& clapDialog() {
        rig_->window->soundDesk().showClap(source(1).id);
        return *rig_->window->soundDesk().clapDialog();
    }
    void clap(const SourceId& source, std::int64_t atUs) {
        rig_->dispatcher->engineSaid(engine::ClapHeard{source, atUs});
    }

    std::unique_ptr<WindowRig> rig_;
};

void SoundDeskTest::theCoughKeyIsHeld() {
    QWidget* window = rig_->window.get();
    QVERIFY(!silent(0));
    QTest::keyPress(window, Qt::Key_0);
    QVERIFY(silent(0));
    QVERIFY(!silent(1));
    // The keyboard repeats what is held: neither is news.
    QKeyEvent release(QEvent::KeyRelease, Qt::Key_0, Qt::NoModifier, QString(), true);
    QApplication::sendEvent(window, &release);
    QVERIFY(silent(0));
    QTest::keyRelease(window, Qt::Key_0);
    QVERIFY(!silent(0));
    // The host's own mute is not touched by it.
    QTest::keyClick(window, Qt::Key_M);
    QTest::keyPress(window, Qt::Key_0);
    QTest::keyRelease(window, Qt::Key_0);
    QVERIFY(silent(0));
}

void SoundDeskTest::theCoughKeyDoesNothingWhileTyping() {
    QLineEdit field(rig_->window.get());
    field.show();
    field.setFocus();
    QTRY_VERIFY(field.hasFocus());
    QTest::keyPress(&field, Qt::Key_0);
    QVERIFY(!silent(0));
    QTest::keyRelease(&field, Qt::Key_0);
    QCOMPARE(field.text(), QStringLiteral("0"));
}

void SoundDeskTest::theCoughEndsWithTheWindow() {
    QTest::keyPress(rig_->window.get(), Qt::Key_0);
    QVERIFY(silent(0));
    QEvent gone(QEvent::WindowDeactivate);
    QApplication::sendEvent(rig_->window.get(), &gone);
    QVERIFY(!silent(0));
}

void SoundDeskTest::fromTheMenuTheCoughStaysOn() {
    rig_->window->soundDesk().cough();
    QVERIFY(silent(0));
    rig_->settle();
    QVERIFY(silent(0));
    rig_->window->soundDesk().cough();
    QVERIFY(!silent(0));
}

void SoundDeskTest::aSilentHostNeedsYou() {
    // Nobody is missed while the opening picture is on program.
    QVERIFY(bool(rig_->dispatcher->dispatch(stage::SetPreview{SceneId{"close-up"}})));
    QVERIFY(bool(rig_->dispatcher->dispatch(stage::Cut{})));
    sound(-20, -20, 1000);
    sound(-96, -96, 9000);
    QVERIFY(!needs(QStringLiteral("silent")));
    sound(-96, -96, 1500);
    QTRY_VERIFY(needs(QStringLiteral("is silent for 10 s")));
    QCOMPARE(row(source(0).id).meter().note(), QStringLiteral("silent"));
    sound(-20, -20, 100);
    QTRY_VERIFY(!needs(QStringLiteral("silent")));
    QVERIFY(row(source(0).id).meter().note().isEmpty());
    // Not under the slate, not on a break.
    QVERIFY(bool(rig_->dispatcher->dispatch(stage::SetSlate{true})));
    sound(-96, -96, 15'000);
    QVERIFY(!needs(QStringLiteral("is silent")));
}

void SoundDeskTest::tooLoudIsSaidOnTheRow() {
    sound(0, -3, 500);
    QTRY_VERIFY(needs(QStringLiteral("is too loud")));
    QCOMPARE(row(source(0).id).meter().mark(), QStringLiteral("CLIP"));
    QVERIFY(row(SourceId{}).meter().mark().isEmpty());
    sound(-12, -12, 6000);
    QTRY_VERIFY(!needs(QStringLiteral("is too loud")));
    QVERIFY(row(source(0).id).meter().mark().isEmpty());
}

void SoundDeskTest::theLimiterIsSwitchedOnItsRow() {
    ui::Button* limiter = row(SourceId{}).limiter();
    QCOMPARE(limiter->text(), QStringLiteral("Limiter −1.0"));
    sound(-6, -1, 200);
    QCOMPARE(limiter->text(), QStringLiteral("Limiting"));
    sound(-6, -9, 200);
    QCOMPARE(limiter->text(), QStringLiteral("Limiter −1.0"));
    QTest::mouseClick(limiter, Qt::LeftButton);
    rig_->settle();
    QVERIFY(!state().setUp.limiter);
    QCOMPARE(limiter->text(), QStringLiteral("Limiter off"));
    sound(-6, 0, 500);
    QTRY_VERIFY(needs(QStringLiteral("program's sound is too loud")));
    QTest::mouseClick(limiter, Qt::LeftButton);
    rig_->settle();
    QVERIFY(state().setUp.limiter);
}

void SoundDeskTest::soloIsThereWithHeadphones() {
    QVERIFY(row(source(0).id).solo()->isHidden());
    body().mixer().setHeadphones({{"usb", "USB headset"}});
    ui::Button* solo = row(source(0).id).solo();
    QVERIFY(!solo->isHidden());
    QTest::mouseClick(solo, Qt::LeftButton);
    rig_->settle();
    QVERIFY(state().stage.solo.contains(source(0).id));
    QVERIFY(solo->isChecked());
    QVERIFY(!silent(0));
    QMenu menu;
    body().mixer().fillMenu(menu);
    QVERIFY(!menu.actions().isEmpty());
    body().mixer().setHeadphones({});
    QVERIFY(solo->isHidden());
}

void SoundDeskTest::faderAndMeterSayTheirLevel() {
    const SourceId host = source(0).id;
    QVERIFY(bool(rig_->dispatcher->dispatch(stage::SetVolume{host, -9.5})));
    sound(-8, -8, 200);
    rig_->advance(1000);
    rig_->settle();
    const QString name = QString::fromStdString(source(0).name);
    QCOMPARE(row(host).fader()->accessibleName(), QStringLiteral("Volume of %1, −9.5 dB").arg(name));
    QTRY_COMPARE(row(host).meter().accessibleName(), QStringLiteral("Level of %1, −18 dB").arg(name));
}

void SoundDeskTest::aDoubleClickGoesToZero() {
    const SourceId host = source(0).id;
    QVERIFY(bool(rig_->dispatcher->dispatch(stage::SetVolume{host, -9.5})));
    rig_->settle();
    ui::Fader* fader = row(host).fader();
    QTest::mouseDClick(fader, Qt::LeftButton, {}, QPoint(10, 10));
    rig_->settle();
    QCOMPARE(stage::volumeOf(state().stage, source(0)), 0.0);
}

void SoundDeskTest::theSyncDialogChangesTheSource() {
    rig_->window->soundDesk().showSync(source(0).id);
    ui::SyncDialog* dialog = rig_->window->soundDesk().syncDialog();
    dialog->findChild<QSpinBox*>()->setValue(120);
    rig_->settle();
    QCOMPARE(source(0).syncOffsetMs, 120);
    QTest::mouseClick(dialog->findChild<QCheckBox*>(), Qt::LeftButton, {}, QPoint(8, 8));
    rig_->settle();
    QVERIFY(source(0).followsProgram);
    QCOMPARE(source(0).syncOffsetMs, 120);
}

void SoundDeskTest::theClapTestMeasuresACamera() {
    ui::ClapDialog& dialog = clapDialog();
    QVERIFY(std::any_of(rig_->engine.posted().begin(), rig_->engine.posted().end(), [](const auto& command) {
        const auto* listen = std::get_if<engine::ListenForClaps>(&command);
        return listen && listen->on;
    }));
    const SourceId host = source(0).id;
    const SourceId camera = source(1).id;
    QVERIFY(!dialog.use().isEnabled());
    clap(host, 1'000'000);
    clap(camera, 1'305'000);
    QCOMPARE(dialog.result(), QStringLiteral("The camera comes 305 ms late"));
    QVERIFY2(!dialog.use().isEnabled(), "one clap is none");
    clap(host, 4'000'000);
    clap(camera, 4'311'000);
    QVERIFY(dialog.use().isEnabled());
    QTest::mouseClick(&dialog.use(), Qt::LeftButton);
    rig_->settle();
    QVERIFY(!dialog.isVisible());
    QCOMPARE(source(1).delayMs, 311);
    QVERIFY(source(0).followsProgram);
    QVERIFY(!std::get<engine::ListenForClaps>(
                 *std::find_if(rig_->engine.posted().rbegin(), rig_->engine.posted().rend(),
                               [](const auto& command) {
                                   return std::holds_alternative<engine::ListenForClaps>(command);
                               }))
                 .on);
}

void SoundDeskTest::unsteadyClapsAreNotTaken() {
    ui::ClapDialog& dialog = clapDialog();
    const SourceId host = source(0).id;
    const SourceId camera = source(1).id;
    clap(host, 1'000'000);
    clap(camera, 1'305'000);
    clap(host, 4'000'000);
    clap(camera, 4'380'000);
    QVERIFY(!dialog.use().isEnabled());
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::SoundDeskTest)
#include "SoundDeskTest.moc"
