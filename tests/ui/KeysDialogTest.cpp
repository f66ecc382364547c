// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/KeysDialog.hpp"
#include "ui/dialogs/KeyRecorder.hpp"
#include "ui/dialogs/KeysList.hpp"
#include "ui/models/KeyIds.hpp"
#include "ui/panels/TakeColumn.hpp"
#include "ui/shell/Body.hpp"
#include "ui/shell/KeyStore.hpp"
#include "ui/support/WindowRig.hpp"

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

/// The keys dialog worked with the keyboard alone, beside a live show.
namespace vitrina::test {

class KeysDialogTest final : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup() { rig_.reset(); }

    void aKeyIsFoundAndChanged();
    void aKeyIsAddedTakenAwayAndReset();
    void aCollisionIsMarkedOnBoth();
    void escLeavesTheKeyAsItWas();
    void aTakeIsATakeWhileRecording();
    void lettersInTheListSearch();
    void allAsTheyCame();
    void keysOutliveTheWindow();

  private:
    /// To the widget with the focus, as a keyboard does.
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }
    void type(const QString& words) { QTest::keyClicks(QApplication::focusWidget(), words); }
    void open() {
        QTest::keyClick(rig_->window.get(), Qt::Key_F1);
        dialog_ = rig_->window->findChild<ui::KeysDialog*>();
        QVERIFY(dialog_ && QTest::qWaitForWindowActive(dialog_));
        QTRY_VERIFY(dialog_->search().hasFocus());
    }
    /// Searches, goes to what was found and waits for a press.
    void record(const QString& words) {
        dialog_->search().setFocus();
        dialog_->search().selectAll();
        type(words);
        key(Qt::Key_Return);
        QVERIFY(dialog_->list().hasFocus());
        key(Qt::Key_Return);
        QVERIFY(dialog_->recorder() && dialog_->recorder()->hasFocus());
    }
    void press(const QString& words) {
        for (auto* button : dialog_->findChildren<ui::Button*>())
            if (button->text() == words) {
                QVERIFY(button->isEnabled());
                button->setFocus();
                key(Qt::Key_Space);
            }
    }
    ui::KeyList keysOf(const QString& id) {
        for (const ui::KeyCommand& command : keys().commands())
            if (command.id == id)
                return ui::keysOf(keys().map(), command);
        return {};
    }
    ui::Keys& keys() { return rig_->window->keys(); }

    QTemporaryDir folder_;
    std::unique_ptr<WindowRig> rig_;
    ui::KeysDialog* dialog_ = nullptr;
};

void KeysDialogTest::init() {
    rig_ = std::make_unique<WindowRig>(QStringLiteral("en"), ui::ThemeKind::Dark, true,
                                       folder_.filePath(QStringLiteral("settings.ini")));
    rig_->open(1440, 900);
    rig_->goLive();
    rig_->settle();
    keys().setMap({});
    open();
}

void KeysDialogTest::aKeyIsFoundAndChanged() {
    record(QStringLiteral("card"));
    QCOMPARE(dialog_->list().currentId(), QString(ui::key::card));
    key(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!dialog_->recorder());
    QCOMPARE(keysOf(ui::key::card), (ui::KeyList{QKeySequence(Qt::CTRL | Qt::Key_K)}));
    QVERIFY(dialog_->list().hasFocus()); // ready for the next one
    rig_->airNext(1000);
    rig_->airNext(1000);
    QVERIFY(rig_->state().stage.cardOn);
    dialog_->close();
    rig_->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(rig_->window.get()));
    QTest::keyClick(rig_->window.get(), Qt::Key_C);
    QVERIFY(rig_->state().stage.cardOn);
    QTest::keyClick(rig_->window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!rig_->state().stage.cardOn);
}

void KeysDialogTest::aKeyIsAddedTakenAwayAndReset() {
    record(QStringLiteral("with the transition"));
    key(Qt::Key_Escape);
    key(Qt::Key_Insert);
    QVERIFY(dialog_->recorder());
    key(Qt::Key_F5);
    QCOMPARE(keysOf(ui::key::automatic), (ui::KeyList{Qt::Key_A, Qt::Key_F5}));
    key(Qt::Key_Delete);
    QVERIFY(keysOf(ui::key::automatic).isEmpty());
    QVERIFY(keys().hint(ui::key::automatic).isEmpty());
    press(QStringLiteral("As it came"));
    QCOMPARE(keysOf(ui::key::automatic), (ui::KeyList{Qt::Key_A}));
    QVERIFY(keys().map().empty());
}

void KeysDialogTest::aCollisionIsMarkedOnBoth() {
    record(QStringLiteral("card"));
    key(Qt::Key_X);
    const QString card = dialog_->list().conflictWords(ui::key::card);
    const QString cut = dialog_->list().conflictWords(ui::key::cut);
    QVERIFY2(card.contains(QStringLiteral("X is also wanted by “Preview to program at once”")),
             qPrintable(card));
    QVERIFY2(cut.contains(QStringLiteral("X belongs to “Product card on or off”")), qPrintable(cut));
    bool said = false;
    for (const QLabel* label : dialog_->findChildren<QLabel*>())
        said = said || label->text() == card;
    QVERIFY(said);
    // And it is not the two of them at once, or neither.
    QVERIFY(keys().hint(ui::key::cut).isEmpty());
    QCOMPARE(keys().hint(ui::key::card), QStringLiteral("X"));
}

void KeysDialogTest::escLeavesTheKeyAsItWas() {
    record(QStringLiteral("card"));
    for (const int no : {int(Qt::Key_Shift), int(Qt::Key_Control), int(Qt::Key_Space)})
        key(no); // no keys by themselves: still waiting
    QVERIFY(dialog_->recorder());
    key(Qt::Key_Escape);
    QVERIFY(!dialog_->recorder() && dialog_->isVisible());
    QVERIFY(keys().map().empty());
    key(Qt::Key_Escape);
    QVERIFY(!dialog_->isVisible());
}

void KeysDialogTest::aTakeIsATakeWhileRecording() {
    record(QStringLiteral("card"));
    const stage::Stage before = rig_->state().stage;
    key(Qt::Key_F12);
    QCOMPARE(rig_->state().run.aired.size(), std::size_t(1));
    QVERIFY(dialog_->recorder() && keys().map().empty());
    QVERIFY(rig_->state().stage != before);
}

void KeysDialogTest::lettersInTheListSearch() {
    key(Qt::Key_Down);
    QVERIFY(dialog_->list().hasFocus());
    const stage::Stage before = rig_->state().stage;
    key(Qt::Key_X); // not a cut: the host looks for something
    QVERIFY(rig_->state().stage == before);
    QVERIFY(dialog_->search().hasFocus());
    QCOMPARE(dialog_->search().text(), QStringLiteral("x"));
    QCOMPARE(dialog_->list().currentId(), QString(ui::key::cut)); // by its key
    dialog_->search().setText(QStringLiteral("no such thing"));
    QVERIFY(dialog_->list().currentId().isEmpty());
}

void KeysDialogTest::allAsTheyCame() {
    for (const char* words : {"card", "to program at once"}) {
        record(QLatin1String(words));
        key(Qt::Key_F6);
    }
    QCOMPARE(keys().map().size(), std::size_t(2));
    press(QStringLiteral("All keys as they came"));
    QVERIFY(keys().map().empty());
    QCOMPARE(keys().hint(ui::key::cut), QStringLiteral("X"));
}

void KeysDialogTest::keysOutliveTheWindow() {
    record(QStringLiteral("Take next"));
    key(Qt::Key_F11);
    rig_.reset();
    rig_ = std::make_unique<WindowRig>(QStringLiteral("en"), ui::ThemeKind::Dark, true,
                                       folder_.filePath(QStringLiteral("settings.ini")));
    rig_->open(1440, 900);
    rig_->goLive();
    rig_->settle();
    QCOMPARE(rig_->window->stageBody().takeColumn().take().keyHint(), QStringLiteral("F11"));
    QTest::keyClick(rig_->window.get(), Qt::Key_F11);
    QCOMPARE(rig_->state().run.aired.size(), std::size_t(1));
    keys().setMap({});
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::KeysDialogTest)
#include "KeysDialogTest.moc"
