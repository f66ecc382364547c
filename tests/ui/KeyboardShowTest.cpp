// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/host/HostView.hpp"
#include "ui/panels/Monitor.hpp"
#include "ui/panels/NeedsPanel.hpp"
#include "ui/panels/PanicRow.hpp"
#include "ui/panels/RundownPanel.hpp"
#include "ui/panels/ShowBar.hpp"
#include "ui/shell/Body.hpp"
#include "ui/support/WindowRig.hpp"

#include <QTest>
#include <QTreeView>

#include <algorithm>

/// A whole show run by the keyboard alone: no press of a mouse, no call into the window.
namespace vitrina::test {

class KeyboardShowTest final : public QObject {
    Q_OBJECT

  private slots:
    void aWholeShow_data();
    void aWholeShow();

  private:
    /// To the widget with the focus, as a keyboard does.
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : QApplication::activeWindow(), Qt::Key(key), modifiers);
        rig_->settle();
    }
    void goLive();
    void takeAll();
    void mixPictures();
    void cardAndSound();
    void panicAndBack();
    void editTheRundown();
    void hostsView();
    void end();
    /// With Tab, until it has the focus.
    void tabTo(const QWidget& wanted);

    const control::State& state() { return rig_->state(); }
    ui::Body& body() { return rig_->window->stageBody(); }
    std::unique_ptr<WindowRig> rig_;
};

void KeyboardShowTest::aWholeShow_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << QStringLiteral("en");
    QTest::newRow("lv") << QStringLiteral("lv");
}

void KeyboardShowTest::aWholeShow() {
    QFETCH(QString, language);
    rig_ = std::make_unique<WindowRig>(language, ui::ThemeKind::Dark);
    rig_->open(1280, 720);
    rig_->standby();
    rig_->settle();
    const auto still = [] {
        return !QTest::currentTestFailed();
    };
    goLive();
    if (still())
        editTheRundown();
    if (still())
        mixPictures();
    if (still())
        takeAll();
    if (still())
        cardAndSound();
    if (still())
        panicAndBack();
    if (still())
        hostsView();
    if (still())
        end();
    rig_.reset();
}

void KeyboardShowTest::tabTo(const QWidget& wanted) {
    for (int press = 0; press < 80 && QApplication::focusWidget() != &wanted; ++press) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : rig_->window.get(), Qt::Key_Tab);
    }
    QCOMPARE(QApplication::focusWidget(), &wanted);
}

void KeyboardShowTest::goLive() {
    key(Qt::Key_F12); // not yet, and it is said why
    QVERIFY(state().run.aired.empty());
    QVERIFY(!body().preview().strip().refusal().isEmpty());
    key(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(state().run.phase, show::RunPhase::Live);
}

void KeyboardShowTest::editTheRundown() {
    const auto item = [this](std::size_t number) {
        return state().show.rundown.segments[0].items[number];
    };
    tabTo(body().rundown().view());
    key(Qt::Key_Home);
    key(Qt::Key_Down);
    key(Qt::Key_Down); // the second item
    key(Qt::Key_F2);
    QVERIFY(body().rundown().editor().field());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("max"));
    key(Qt::Key_Return);
    QCOMPARE(item(1).title, "max");
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(item(1).title != "max");
    const ItemId moved = item(1).id;
    key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(item(2).id, moved);
    key(Qt::Key_Up, Qt::AltModifier);
    // The pointer: by Enter on a row, by F9 and F10.
    const ItemId next = state().run.next;
    key(Qt::Key_Return);
    QCOMPARE(state().run.next, item(1).id);
    key(Qt::Key_F10);
    QCOMPARE(state().run.next, item(2).id);
    key(Qt::Key_F9);
    key(Qt::Key_F9);
    QCOMPARE(state().run.next, next);
    key(Qt::Key_Escape);
}

void KeyboardShowTest::mixPictures() {
    const auto& scenes = state().setUp.scenes;
    key(Qt::Key_2);
    QCOMPARE(state().stage.preview, scenes[1].id);
    key(Qt::Key_X);
    QCOMPARE(state().stage.program, scenes[1].id);
    key(Qt::Key_3);
    key(Qt::Key_A);
    QCOMPARE(state().stage.program, scenes[2].id);
    QCOMPARE(state().stage.requested.transition.kind, stage::TransitionKind::Fade);
}

/// Every item once, in order, the last but one with a cut.
void KeyboardShowTest::takeAll() {
    std::size_t planned = 0;
    for (const show::Segment& segment : state().show.rundown.segments)
        planned +=
            std::size_t(std::count_if(segment.items.begin(), segment.items.end(),
                                      [](const show::Item& one) { return !one.skipped && !one.standby; }));
    std::size_t taken = 0;
    while (!state().run.next.empty() && taken < planned) {
        key(Qt::Key_F12, taken + 2 == planned ? Qt::ShiftModifier : Qt::NoModifier);
        QCOMPARE(state().run.aired.size(), ++taken);
        QVERIFY(state().run.current()->onAir.has_value());
        if (taken + 1 == planned)
            QCOMPARE(state().stage.requested.transition.kind, stage::TransitionKind::Cut);
        rig_->advance(1000);
    }
    QCOMPARE(taken, planned);
    QVERIFY(state().run.next.empty());
    key(Qt::Key_F9); // once more the last one with a product
    while (control::currentProduct(state()) == nullptr && taken < planned + 5) {
        key(Qt::Key_F9);
        key(Qt::Key_F12);
        rig_->advance(1000);
        ++taken;
    }
    QVERIFY(control::currentProduct(state()));
}

void KeyboardShowTest::cardAndSound() {
    const bool card = state().stage.cardOn;
    key(Qt::Key_C);
    QCOMPARE(state().stage.cardOn, !card);
    key(Qt::Key_C);
    const stage::Source& host = state().setUp.sources.front();
    key(Qt::Key_M);
    QVERIFY(stage::mutedOf(state().stage, host));
    key(Qt::Key_F4); // what needs the host, and its one button
    key(Qt::Key_Space);
    QVERIFY(!stage::mutedOf(state().stage, host));
    key(Qt::Key_M, Qt::ShiftModifier);
    for (const stage::Source& source : state().setUp.sources)
        QVERIFY(stage::mutedOf(state().stage, source));
    key(Qt::Key_M, Qt::ShiftModifier);
    QVERIFY(!stage::mutedOf(state().stage, host));
}

void KeyboardShowTest::panicAndBack() {
    const Qt::KeyboardModifiers both = Qt::ControlModifier | Qt::ShiftModifier;
    key(Qt::Key_1, both);
    QVERIFY(rig_->window->panicRow().isArmed(ui::PanicKind::Slate) && !state().stage.slateOn);
    key(Qt::Key_Escape);
    QVERIFY(!rig_->window->panicRow().isArmed(ui::PanicKind::Slate));
    key(Qt::Key_1, both);
    key(Qt::Key_1, both);
    QVERIFY(state().stage.slateOn);
    key(Qt::Key_F4);
    key(Qt::Key_Space);
    QVERIFY(!state().stage.slateOn);
    // From the row, by Tab and Space.
    key(Qt::Key_P, both);
    tabTo(rig_->window->panicRow().button(ui::PanicKind::Sales));
    key(Qt::Key_Space);
    key(Qt::Key_Space);
    QCOMPARE(state().pending.size(), std::size_t(1));
    QVERIFY(!std::get<commerce::SwitchSales>(state().pending[0].request).open);
}

void KeyboardShowTest::hostsView() {
    key(Qt::Key_H, Qt::ControlModifier);
    auto* host = rig_->window->findChild<ui::HostView*>();
    QVERIFY(host && host->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(host));
    key(Qt::Key_Escape);
    QVERIFY(!host->isVisible());
    rig_->window->activateWindow(); // what the desktop does when a window goes
    QVERIFY(QTest::qWaitForWindowActive(rig_->window.get()));
}

void KeyboardShowTest::end() {
    const Qt::KeyboardModifiers both = Qt::ControlModifier | Qt::ShiftModifier;
    key(Qt::Key_E, both);
    QCOMPARE(state().run.phase, show::RunPhase::Live);
    key(Qt::Key_Escape);
    QVERIFY(!rig_->window->showBar().isArmed());
    key(Qt::Key_E, both);
    key(Qt::Key_E, both);
    QCOMPARE(state().run.phase, show::RunPhase::Ended);
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::KeyboardShowTest)
#include "KeyboardShowTest.moc"
