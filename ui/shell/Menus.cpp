// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/EditWords.hpp"
#include "ui/models/KeyIds.hpp"
#include "ui/panels/NeedsPanel.hpp"
#include "ui/panels/PanicRow.hpp"
#include "ui/panels/RundownPanel.hpp"
#include "ui/panels/ShowBar.hpp"
#include "ui/shell/Body.hpp"
#include "ui/shell/MainWindow.hpp"
#include "ui/shell/RundownDesk.hpp"
#include "ui/shell/SoundDesk.hpp"
#include "ui/widgets/Format.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QMenuBar>
#include <QShortcut>

/// The window's menus and keys. Every command is an action that Keys gives its keys, so that menus and tool
/// tips name what works.
namespace vitrina::ui {
namespace {

/// A name in a menu: its own & is none that names a key.
QString menuText(QString words) {
    return words.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

QAction* MainWindow::addCommand(QMenu& menu, const QString& id, const QString& words, const KeyList& keys,
                                const std::function<void()>& run, KeyReach reach) {
    auto* action = new QAction(words, this);
    action->setAutoRepeat(false);
    // Also from a dialog of ours that has the focus; Keys keeps them from firing while text is typed.
    action->setShortcutContext(Qt::ApplicationShortcut);
    connect(action, &QAction::triggered, this, run);
    menu.addAction(action);
    addAction(action);
    keys_->add(*action, {id, menu.title(), words, keys, reach, {}});
    return action;
}

void MainWindow::buildMenus() {
    allMenus_ = new QMenu(this);
    const auto addMenu = [this](const QString& words) {
        QMenu* menu = menuBar()->addMenu(words);
        allMenus_->addMenu(menu);
        return menu;
    };
    buildShowMenu(*addMenu(tr("&Show")));
    buildEditMenu(*addMenu(tr("&Edit")));
    buildRundownMenu(*addMenu(tr("&Rundown")));
    buildPictureMenu(*addMenu(tr("&Picture")));
    buildSellingMenu(*addMenu(tr("Se&lling")));
    QMenu* sound = addMenu(tr("S&ound"));
    addCommand(*sound, key::muteHost, tr("Mute or unmute the host"), {Qt::Key_M},
               [this] { toggleHostMute(); });
    addCommand(*sound, key::muteAll, tr("Mute all, or all as before"), {Qt::SHIFT | Qt::Key_M},
               [this] { ask(stage::SetAllMuted{!dispatcher_.state().stage.allMuted}); });
    addCommand(*sound, key::cough, tr("Cough: the host is silent while it is held"), {Qt::Key_0},
               [this] { sound_->cough(); });
    buildViewMenu(*addMenu(tr("&View")));
    addPanicMenu(*addMenu(tr("P&anic")));
    auto* leave = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    leave->setAutoRepeat(false);
    connect(leave, &QShortcut::activated, this, &MainWindow::escape);
    menuBar()->hide();
}

void MainWindow::buildShowMenu(QMenu& menu) {
    addCommand(menu, key::goLive, tr("Go live"), {Qt::CTRL | Qt::Key_L}, [this] { bar_->pressLive(); });
    addCommand(
        menu, key::end, tr("End show (twice)"), {Qt::CTRL | Qt::SHIFT | Qt::Key_E},
        [this] { bar_->pressEnd(); }, KeyReach::Everywhere);
    menu.addSeparator();
    addCommand(menu, QStringLiteral("show.page"), tr("The viewers' page…"), {}, [this] { showPage(); });
    if (reach_)
        addCommand(menu, QStringLiteral("show.pair"), tr("Pair with a server…"), {},
                   [this] { showPairing(); });
    menu.addSeparator();
    addCommand(menu, QStringLiteral("show.quit"), tr("Quit"), {Qt::CTRL | Qt::Key_Q}, [this] { close(); });
}

void MainWindow::buildRundownMenu(QMenu& menu) {
    addCommand(
        menu, key::take, tr("Take next"), {Qt::Key_F12, Qt::KeypadModifier | Qt::Key_Enter},
        [this] { take(); }, KeyReach::Everywhere);
    addCommand(
        menu, key::takeWithCut, tr("Take next with a cut"), {Qt::SHIFT | Qt::Key_F12},
        [this] { takeWithCut(); }, KeyReach::Everywhere);
    addCommand(menu, QStringLiteral("rundown.next-up"), tr("Next one up"), {Qt::Key_F9},
               [this] { ask(show::MoveNext{-1}); });
    addCommand(menu, QStringLiteral("rundown.next-down"), tr("Next one down"), {Qt::Key_F10},
               [this] { ask(show::MoveNext{1}); });
    menu.addSeparator();
    RundownPanel& panel = body_->rundown();
    addCommand(menu, QStringLiteral("rundown.plan"), tr("Plan: the whole window for the rundown"),
               {Qt::CTRL | Qt::Key_P}, [this] { togglePlan(); });
    addCommand(menu, QStringLiteral("rundown.shelf"), tr("Show what is in reserve"), {Qt::Key_R},
               [&panel] { panel.shelf().setOpen(!panel.shelf().isOpen()); });
    menu.addMenu(&panel.columnsMenu());
    menu.addSeparator();
    panel.moreMenu().addAction(addCommand(menu, QStringLiteral("rundown.import"), tr("Import rows…"), {},
                                          [this] { desk_->chooseImport(); }));
    panel.moreMenu().addAction(addCommand(menu, QStringLiteral("rundown.export"), tr("Export rundown…"), {},
                                          [this] { desk_->chooseExport(); }));
}

void MainWindow::buildPictureMenu(QMenu& menu) {
    addCommand(menu, key::automatic, tr("Preview to program with the transition"), {Qt::Key_A},
               [this] { ask(stage::Auto{}); });
    addCommand(menu, key::cut, tr("Preview to program at once"), {Qt::Key_X}, [this] { ask(stage::Cut{}); });
    addCommand(menu, key::card, tr("Product card on or off"), {Qt::Key_C}, [this] { toggleCard(); });
    buildOverlaysMenu(menu);
    addSceneKeys(menu);
    buildScenesMenu(menu);
    buildCamerasMenu(menu);
}

void MainWindow::buildViewMenu(QMenu& menu) {
    addCommand(menu, QStringLiteral("view.needs"), tr("To what needs you"), {Qt::Key_F4},
               [this] { body_->needs().focusFirst(); });
    addCommand(menu, QStringLiteral("view.host"), tr("Host's view"), {Qt::CTRL | Qt::Key_H},
               [this] { showHostView(); });
    buildHostMenu(menu);
    menu.addSeparator();
    addCommand(menu, QStringLiteral("view.keys"), tr("Keys…"), {Qt::Key_F1}, [this] { showKeys(); });
}

void MainWindow::addPanicMenu(QMenu& menu) {
    for (const PanicKind kind : panicKinds)
        panicActions_[std::size_t(kind) - 1] =
            addCommand(menu, panicId(kind), panicAction(kind, {}).words,
                       {QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key(Qt::Key_0 + int(kind)))},
                       [this, kind] { panic_->press(kind); });
    menu.addSeparator();
    addCommand(menu, key::panicRow, tr("Panic keys in a row"), {Qt::CTRL | Qt::SHIFT | Qt::Key_P},
               [this] { panic_->toggle(); });
}

void MainWindow::presentPanic(const control::State& state) {
    for (const PanicKind kind : panicKinds) {
        const PanicAction action = panicAction(kind, state);
        QAction* entry = panicActions_[std::size_t(kind) - 1];
        entry->setText(action.stands ? action.words : tr("%1 (twice)").arg(action.words));
        entry->setToolTip(action.hint);
    }
}

void MainWindow::buildEditMenu(QMenu& menu) {
    undoAction_ = addCommand(menu, QStringLiteral("edit.undo"), tr("Undo"), {Qt::CTRL | Qt::Key_Z},
                             [this] { ask(control::Undo{}); });
    redoAction_ = addCommand(menu, QStringLiteral("edit.redo"), tr("Redo"),
                             {Qt::CTRL | Qt::SHIFT | Qt::Key_Z}, [this] { ask(control::Redo{}); });
    menu.addSeparator();
    const QList<QAction*>& rows = body_->rundown().editor().actions();
    menu.addActions(rows);
    keys_->addAll(rows, tr("In the rundown"), KeyReach::InPlace, QStringLiteral("rundown"));
}

void MainWindow::nameSteps() {
    const show::RundownEdited* undo = dispatcher_.history().undoable();
    const show::RundownEdited* redo = dispatcher_.history().redoable();
    undoAction_->setText(undo ? tr("Undo: %1").arg(menuText(stepText(*undo))) : tr("Undo"));
    redoAction_->setText(redo ? tr("Redo: %1").arg(menuText(stepText(show::inverse(*redo)))) : tr("Redo"));
    undoAction_->setEnabled(undo != nullptr);
    redoAction_->setEnabled(redo != nullptr);
}

/// One for each of nine scenes; those that the set-up does not have are not to be seen.
void MainWindow::addSceneKeys(QMenu& menu) {
    auto* scenes = new QMenu(tr("Scene to preview"), &menu);
    for (int number = 1; number <= int(sceneActions_.size()); ++number) {
        QAction* scene =
            addCommand(*scenes, QString(key::scene).arg(number), tr("Scene %1 to preview").arg(number),
                       {Qt::Key(Qt::Key_0 + number)}, [this, number] { scenePressed(number); });
        scene->setVisible(false);
        sceneActions_[std::size_t(number) - 1] = scene;
    }
    menu.addSeparator();
    menu.addMenu(scenes);
}

void MainWindow::presentScenes(const control::State& state) {
    const auto& scenes = state.setUp.scenes;
    for (std::size_t i = 0; i < sceneActions_.size(); ++i) {
        sceneActions_[i]->setVisible(i < scenes.size());
        if (i < scenes.size())
            sceneActions_[i]->setText(menuText(text(scenes[i].name)));
    }
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    // Alt alone shows the menus; any other key with it is a key of its own.
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (event->type() == QEvent::KeyPress) {
            altAlone_ = key == Qt::Key_Alt;
        } else if (key == Qt::Key_Alt && altAlone_ && isActiveWindow()) {
            altAlone_ = false;
            menuBar()->setVisible(!menuBar()->isVisible());
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace vitrina::ui
