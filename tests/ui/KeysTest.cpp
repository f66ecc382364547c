// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Keys.hpp"
#include "ui/models/KeyIds.hpp"
#include "ui/panels/Monitor.hpp"
#include "ui/panels/MultiviewPanel.hpp"
#include "ui/panels/TakeColumn.hpp"
#include "ui/shell/Body.hpp"
#include "ui/shell/KeyStore.hpp"
#include "ui/support/WindowRig.hpp"

#include <QAction>
#include <QDialog>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSettings>
#include <QShortcut>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

/// Keys as values, kept on disk, and as they work in the window.
namespace vitrina::test {

using ui::KeyCommand;
using ui::KeyCommands;
using ui::KeyMap;
using ui::KeyReach;

class KeysTest final : public QObject {
    Q_OBJECT

  private slots:
    void whatIsChangedIsKeptAndTheRestIsNot();
    void conflictsNameBothAndOneHasTheKey();
    void aTakeIsNeverLostToAnother();
    void twoPanelsMayShareAKey();
    void storedAsTextAndBack();
    void brokenTextIsNoKey();
    void thePlaceOfAKeyCountsWhereLettersDoNot_data();
    void thePlaceOfAKeyCountsWhereLettersDoNot();
    void whatTheDesktopNeedsIsNoKey();
    void theFileKeepsTheKeys();

    void theProgramComesWithoutConflicts();
    void everyShortcutIsEntered();
    void noKeyIsWrittenOut();
    void aChangedKeyWorksAndIsShown();
    void nothingFiresWhileTyping();
    void theTakeWorksOverAModalDialog();
    void aCyrillicLayoutCuts();
};

namespace {

KeyCommand command(const char* id, const ui::KeyList& keys, KeyReach reach = KeyReach::NotTyping,
                   const char* place = "") {
    return {QLatin1String(id), QStringLiteral("Menu"), QLatin1String(id), keys, reach, QLatin1String(place)};
}

ui::KeyList working(const KeyCommands& all, const KeyMap& map, std::size_t index) {
    return ui::workingKeys(all, map, all[index]);
}

} // namespace

void KeysTest::whatIsChangedIsKeptAndTheRestIsNot() {
    const KeyCommand cut = command("cut", {Qt::Key_X});
    KeyMap map = ui::withKeys({}, cut, {Qt::Key_K, Qt::Key_F5});
    QCOMPARE(ui::keysOf(map, cut), (ui::KeyList{Qt::Key_K, Qt::Key_F5}));
    QCOMPARE(map.size(), std::size_t(1));
    QVERIFY(ui::withKeys(map, cut, {Qt::Key_X}).empty()); // as it comes: nothing is to be kept
    QVERIFY(ui::withDefaults(map, QStringLiteral("cut")).empty());
    map = ui::withKeys({}, cut, {});
    QVERIFY(ui::keysOf(map, cut).isEmpty());
}

void KeysTest::conflictsNameBothAndOneHasTheKey() {
    const KeyCommands all{command("cut", {Qt::Key_X}), command("auto", {Qt::Key_A}),
                          command("card", {Qt::Key_C})};
    QVERIFY(ui::conflictsOf(all, {}, all[0]).empty());
    const KeyMap map = ui::withKeys({}, all[2], {Qt::Key_X});
    const auto of = [&](std::size_t index) {
        return ui::conflictsOf(all, map, all[index]);
    };
    QCOMPARE(of(0), (std::vector<ui::KeyConflict>{{Qt::Key_X, QStringLiteral("card"), false}}));
    QCOMPARE(of(2), (std::vector<ui::KeyConflict>{{Qt::Key_X, QStringLiteral("cut"), true}}));
    QVERIFY(of(1).empty());
    // What the host chose has it; of two that he chose, the first.
    QVERIFY(working(all, map, 0).isEmpty());
    QCOMPARE(working(all, map, 2), (ui::KeyList{Qt::Key_X}));
    const KeyMap both = ui::withKeys(map, all[1], {Qt::Key_X});
    QCOMPARE(working(all, both, 1), (ui::KeyList{Qt::Key_X}));
    QVERIFY(working(all, both, 2).isEmpty());
}

void KeysTest::aTakeIsNeverLostToAnother() {
    const KeyCommands all{command("card", {Qt::Key_C}), command("take", {Qt::Key_F12}, KeyReach::Everywhere)};
    const KeyMap map = ui::withKeys({}, all[0], {Qt::Key_F12});
    QCOMPARE(working(all, map, 1), (ui::KeyList{Qt::Key_F12}));
    QVERIFY(working(all, map, 0).isEmpty());
}

void KeysTest::twoPanelsMayShareAKey() {
    const KeyCommands all{command("skip", {Qt::Key_S}, KeyReach::InPlace, "rundown"),
                          command("shadow", {Qt::Key_S}, KeyReach::InPlace, "queue"),
                          command("solo", {Qt::Key_O})};
    QVERIFY(ui::conflictsOf(all, {}, all[0]).empty());
    const KeyMap map = ui::withKeys({}, all[2], {Qt::Key_S});
    QCOMPARE(ui::conflictsOf(all, map, all[2]).size(), std::size_t(2));
}

void KeysTest::storedAsTextAndBack() {
    KeyMap map;
    map[QStringLiteral("rundown.take")] = {Qt::Key_F11, QKeySequence(Qt::KeypadModifier | Qt::Key_Enter)};
    map[QStringLiteral("picture.cut")] = {};
    map[QStringLiteral("of.a.later.version")] = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_1)};
    map[QStringLiteral("comma")] = {Qt::Key_Comma, Qt::Key_Semicolon};
    const auto stored = ui::toStored(map);
    QCOMPARE(stored.at(QStringLiteral("rundown.take")), QStringLiteral("F11; Num+Enter"));
    QVERIFY(ui::fromStored(stored) == map);
}

void KeysTest::brokenTextIsNoKey() {
    const KeyMap map = ui::fromStored({{QStringLiteral("a"), QStringLiteral("Ctrl+Nonsense")},
                                       {QStringLiteral("b"), QStringLiteral("F5; \u0001\u0002; Tab")},
                                       {QStringLiteral("c"), QStringLiteral("Ctrl+X, Ctrl+C")},
                                       {QStringLiteral("d"), QStringLiteral(" ")}});
    QVERIFY(!map.contains(QStringLiteral("a"))); // what it comes with stays
    QCOMPARE(map.at(QStringLiteral("b")), (ui::KeyList{Qt::Key_F5}));
    QVERIFY(!map.contains(QStringLiteral("c"))); // two presses after each other
    QVERIFY(map.at(QStringLiteral("d")).isEmpty());
}

void KeysTest::thePlaceOfAKeyCountsWhereLettersDoNot_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<int>("code");
    QTest::addColumn<QKeySequence>("meant");
    QTest::newRow("x on a Latin keyboard") << int(Qt::Key_X) << 0 << 53 << QKeySequence(Qt::Key_X);
    QTest::newRow("y of a German one") << int(Qt::Key_Z) << 0 << 29 << QKeySequence(Qt::Key_Z);
    QTest::newRow("x of a Russian one") << 0x0427 << 0 << 53 << QKeySequence(Qt::Key_X);
    QTest::newRow("nothing known of its place") << 0x0427 << 0 << 0 << QKeySequence(0x0427);
    QTest::newRow("1 with Ctrl and Shift") << int(Qt::Key_Exclam) << int(Qt::CTRL | Qt::SHIFT) << 10
                                           << QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_1);
    QTest::newRow("Latvian a with a macron") << 0x0100 << 0 << 38 << QKeySequence(Qt::Key_A);
    QTest::newRow("1 of the keypad") << int(Qt::Key_1) << int(Qt::KeypadModifier) << 87
                                     << QKeySequence(Qt::Key_1);
    QTest::newRow("Enter of the keypad") << int(Qt::Key_Enter) << int(Qt::KeypadModifier) << 104
                                         << QKeySequence(Qt::KeypadModifier | Qt::Key_Enter);
}

void KeysTest::thePlaceOfAKeyCountsWhereLettersDoNot() {
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(int, code);
    QFETCH(QKeySequence, meant);
    QCOMPARE(QKeySequence(ui::keyPressed(key, Qt::KeyboardModifiers(modifiers), quint32(code))), meant);
}

void KeysTest::whatTheDesktopNeedsIsNoKey() {
    for (const QKeyCombination key :
         {QKeyCombination(Qt::Key_Tab), QKeyCombination(Qt::Key_Escape), QKeyCombination(Qt::Key_Space),
          QKeyCombination(Qt::Key_Return), QKeyCombination(Qt::Key_Up), QKeyCombination(Qt::Key_Control),
          QKeyCombination(Qt::CTRL, Qt::Key_Control)})
        QVERIFY2(!ui::canBeKey(key), qPrintable(QKeySequence(key).toString()));
    for (const QKeyCombination key :
         {QKeyCombination(Qt::Key_X), QKeyCombination(Qt::ALT, Qt::Key_Up),
          QKeyCombination(Qt::KeypadModifier, Qt::Key_Enter), QKeyCombination(Qt::Key_F12)})
        QVERIFY2(ui::canBeKey(key), qPrintable(QKeySequence(key).toString()));
    QVERIFY(ui::typesText(Qt::Key_X) && ui::typesText(QKeyCombination(Qt::SHIFT, Qt::Key_1)));
    QVERIFY(!ui::typesText(Qt::Key_F12) && !ui::typesText(QKeyCombination(Qt::CTRL, Qt::Key_X)));
}

void KeysTest::theFileKeepsTheKeys() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("deep/settings.ini"));
    KeyMap map;
    map[QStringLiteral("picture.cut")] = {Qt::Key_K};
    map[QStringLiteral("picture.auto")] = {};
    {
        ui::KeyStore store(file);
        QVERIFY(store.load().empty());
        store.save({});
        store.save(map);
    }
    QVERIFY(ui::KeyStore(file).load() == map);
    QSettings(file, QSettings::IniFormat).setValue(QStringLiteral("other/thing"), 7);
    {
        ui::KeyStore store(file);
        store.save({});
    }
    QVERIFY(ui::KeyStore(file).load().empty());
    QCOMPARE(QSettings(file, QSettings::IniFormat).value(QStringLiteral("other/thing")).toInt(), 7);
}

void KeysTest::theProgramComesWithoutConflicts() {
    const WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark);
    const KeyCommands& all = rig.window->keys().commands();
    QVERIFY(all.size() >= 30);
    std::set<QString> ids;
    for (const KeyCommand& one : all) {
        QVERIFY2(ids.insert(one.id).second, qPrintable(one.id));
        QVERIFY2(!one.words.isEmpty() && !one.group.isEmpty(), qPrintable(one.id));
        QVERIFY2(ui::conflictsOf(all, {}, one).empty(), qPrintable(one.id));
        for (const QKeySequence& key : one.keys)
            QVERIFY2(key.count() == 1 && ui::canBeKey(key[0]), qPrintable(one.id));
    }
    QCOMPARE(rig.window->keys().shown().size(),
             all.size() - 9 + std::min<std::size_t>(9, rig.state().setUp.scenes.size()));
}

/// A shortcut set past the register would fire while typing and could not be changed.
void KeysTest::everyShortcutIsEntered() {
    const WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark);
    std::set<QString> ids;
    for (const KeyCommand& one : rig.window->keys().commands())
        ids.insert(one.id);
    for (const QAction* action : rig.window->findChildren<QAction*>())
        if (!action->shortcuts().isEmpty())
            QVERIFY2(ids.contains(action->objectName()), qPrintable(action->text()));
    for (const QShortcut* shortcut : rig.window->findChildren<QShortcut*>())
        QCOMPARE(shortcut->key(), QKeySequence(Qt::Key_Escape)); // the desktop's own
}

/// A key in a sentence would be wrong once it is changed: Keys::hint() says it.
void KeysTest::noKeyIsWrittenOut() {
    QFile file(QStringLiteral(VITRINA_SOURCE_DIR "/translations/vitrina_lv.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QRegularExpression key(QStringLiteral("<source>[^<]*((Ctrl|Shift)\\+|\\bF[0-9]{1,2}\\b)[^<]*"));
    const QRegularExpressionMatch found = key.match(QString::fromUtf8(file.readAll()));
    QVERIFY2(!found.hasMatch(), qPrintable(found.captured(0)));
}

void KeysTest::aChangedKeyWorksAndIsShown() {
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig.open(1440, 900);
    rig.goLive();
    rig.settle();
    ui::Keys& keys = rig.window->keys();
    ui::Body& body = rig.window->stageBody();
    QCOMPARE(body.takeColumn().take().keyHint(), QStringLiteral("F12"));
    KeyMap map;
    map[ui::key::take] = {Qt::Key_F11};
    map[ui::key::card] = {};
    map[QString(ui::key::scene).arg(2)] = {Qt::Key_G};
    keys.setMap(map);
    QCOMPARE(body.takeColumn().take().keyHint(), QStringLiteral("F11"));
    QVERIFY(body.takeColumn().take().toolTip().contains(QStringLiteral("(F11)")));
    QVERIFY(body.program().cardButton()->keyHint().isEmpty());
    QTest::keyClick(rig.window.get(), Qt::Key_F12);
    QVERIFY(rig.state().run.aired.empty());
    QTest::keyClick(rig.window.get(), Qt::Key_F11);
    QCOMPARE(rig.state().run.aired.size(), std::size_t(1));
    QTest::keyClick(rig.window.get(), Qt::Key_G);
    QCOMPARE(rig.state().stage.preview, rig.state().setUp.scenes[1].id);
    keys.setMap({});
    QCOMPARE(body.takeColumn().take().keyHint(), QStringLiteral("F12"));
}

void KeysTest::nothingFiresWhileTyping() {
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig.open(1440, 900);
    rig.goLive();
    rig.settle();
    auto* field = new QLineEdit(rig.window.get());
    field->show();
    const ui::Keys& keys = rig.window->keys();
    const control::State before = rig.state();
    for (const KeyCommand& one : keys.commands()) {
        if (one.reach == KeyReach::Everywhere)
            continue;
        for (const QKeySequence& key : one.keys) {
            field->setFocus();
            QTest::keyClick(field, key[0].key(), key[0].keyboardModifiers());
            QVERIFY2(rig.state().run == before.run && rig.state().stage == before.stage &&
                         rig.state().show == before.show && rig.state().pending.empty(),
                     qPrintable(one.id));
            QVERIFY2(rig.window->isVisible() && !rig.window->findChild<QDialog*>(), qPrintable(one.id));
        }
    }
    field->setFocus();
    QTest::keyClick(field, Qt::Key_F12);
    QCOMPARE(rig.state().run.aired.size(), std::size_t(1));
    QVERIFY(field->hasFocus());
    rig.advance(1000);
    rig.settle();
    QTest::keyClick(field, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(rig.state().run.aired.size(), std::size_t(2));
    for (int press = 0; press < 2; ++press)
        QTest::keyClick(field, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(rig.state().run.phase, show::RunPhase::Ended);
}

void KeysTest::theTakeWorksOverAModalDialog() {
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig.open(1440, 900);
    rig.goLive();
    rig.settle();
    QDialog dialog(rig.window.get());
    auto* field = new QLineEdit(&dialog);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    field->setFocus();
    const stage::Stage before = rig.state().stage;
    QTest::keyClick(field, Qt::Key_X);
    QVERIFY(rig.state().stage == before);
    QCOMPARE(field->text(), QStringLiteral("x"));
    QTest::keyClick(field, Qt::Key_F12);
    QCOMPARE(rig.state().run.aired.size(), std::size_t(1));
    QVERIFY(dialog.isVisible());
}

void KeysTest::aCyrillicLayoutCuts() {
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig.open(1440, 900);
    rig.goLive();
    rig.settle();
    QTest::keyClick(rig.window.get(), Qt::Key_2);
    // The finger on X types a Che there.
    const auto press = [](QWidget* widget) {
        QKeyEvent event(QEvent::KeyPress, 0x0427, Qt::NoModifier, 53, 0, 0, QStringLiteral("\u0447"));
        QCoreApplication::sendEvent(widget, &event);
    };
    auto* field = rig.window->stageBody().takeColumn().findChild<QSpinBox*>();
    const stage::ProgramRequest before = rig.state().stage.requested;
    field->setFocus();
    press(field);
    QVERIFY(rig.state().stage.requested == before);
    field->clearFocus();
    press(rig.window.get());
    QCOMPARE(rig.state().stage.program, rig.state().setUp.scenes[1].id);
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::KeysTest)
#include "KeysTest.moc"
