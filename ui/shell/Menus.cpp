// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/EditWords.hpp"
#include "ui/panels/NeedsPanel.hpp"
#include "ui/panels/PanicRow.hpp"
#include "ui/panels/RundownPanel.hpp"
#include "ui/panels/ShowBar.hpp"
#include "ui/shell/Body.hpp"
#include "ui/shell/MainWindow.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QMenuBar>
#include <QShortcut>

/// The window's menus and keys. Every command is an action with its keys, so that menus and tool tips name
/// what works.
namespace vitrina::ui {

QAction* MainWindow::addCommand(QMenu& menu, const QString& words, const QList<QKeySequence>& keys,
                                const std::function<void()>& run) {
    auto* action = new QAction(words, this);
    action->setShortcuts(keys);
    action->setAutoRepeat(false);
    // Also from a dialog of ours that has the focus. A text field keeps plain letters and digits for itself.
    action->setShortcutContext(Qt::ApplicationShortcut);
    connect(action, &QAction::triggered, this, run);
    menu.addAction(action);
    addAction(action);
    return action;
}

void MainWindow::buildMenus() {
    allMenus_ = new QMenu(this);
    const auto addMenu = [this](const QString& words) {
        QMenu* menu = menuBar()->addMenu(words);
        allMenus_->addMenu(menu);
        return menu;
    };
    using Keys = QList<QKeySequence>;
    QMenu* show = addMenu(tr("&Show"));
    addCommand(*show, tr("Go live"), Keys{QKeySequence(Qt::CTRL | Qt::Key_L)}, [this] { bar_->pressLive(); });
    addCommand(*show, tr("End show (twice)"), Keys{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)},
               [this] { bar_->pressEnd(); });
    show->addSeparator();
    addCommand(*show, tr("The viewers' page…"), Keys{}, [this] { showPage(); });
    show->addSeparator();
    addCommand(*show, tr("Quit"), Keys{QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] { close(); });

    buildEditMenu(*addMenu(tr("&Edit")));
    QMenu* rundown = addMenu(tr("&Rundown"));
    addCommand(*rundown, tr("Take next"),
               Keys{QKeySequence(Qt::Key_F12), QKeySequence(Qt::KeypadModifier | Qt::Key_Enter)},
               [this] { take(); });
    addCommand(*rundown, tr("Take next with a cut"), Keys{QKeySequence(Qt::SHIFT | Qt::Key_F12)},
               [this] { takeWithCut(); });
    addCommand(*rundown, tr("Next one up"), Keys{QKeySequence(Qt::Key_F9)},
               [this] { ask(show::MoveNext{-1}); });
    addCommand(*rundown, tr("Next one down"), Keys{QKeySequence(Qt::Key_F10)},
               [this] { ask(show::MoveNext{1}); });

    QMenu* picture = addMenu(tr("&Picture"));
    addCommand(*picture, tr("Preview to program with the transition"), Keys{QKeySequence(Qt::Key_A)},
               [this] { ask(stage::Auto{}); });
    addCommand(*picture, tr("Preview to program at once"), Keys{QKeySequence(Qt::Key_X)},
               [this] { ask(stage::Cut{}); });
    addCommand(*picture, tr("Product card on or off"), Keys{QKeySequence(Qt::Key_C)},
               [this] { toggleCard(); });

    QMenu* sound = addMenu(tr("S&ound"));
    addCommand(*sound, tr("Mute or unmute the host"), Keys{QKeySequence(Qt::Key_M)},
               [this] { toggleHostMute(); });

    QMenu* view = addMenu(tr("&View"));
    addCommand(*view, tr("To what needs you"), Keys{QKeySequence(Qt::Key_F4)},
               [this] { body_->needs().focusFirst(); });
    addCommand(*view, tr("Host's view"), Keys{QKeySequence(Qt::CTRL | Qt::Key_H)},
               [this] { showHostView(); });
    addPanicMenu(*addMenu(tr("P&anic")));
    addSceneKeys();
    menuBar()->hide();
}

void MainWindow::addPanicMenu(QMenu& menu) {
    for (const PanicKind kind : panicKinds)
        panicActions_[std::size_t(kind) - 1] =
            addCommand(menu, {}, {QKeySequence(panicKey(kind))}, [this, kind] { panic_->press(kind); });
    menu.addSeparator();
    addCommand(menu, tr("Panic keys in a row"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)},
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
    undoAction_ =
        addCommand(menu, tr("Undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z)}, [this] { ask(control::Undo{}); });
    redoAction_ = addCommand(menu, tr("Redo"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)},
                             [this] { ask(control::Redo{}); });
    menu.addSeparator();
    menu.addActions(body_->rundown().editor().actions());
}

void MainWindow::nameSteps() {
    const auto escaped = [](QString words) {
        return words.replace(QLatin1Char('&'), QLatin1String("&&"));
    };
    const show::RundownEdited* undo = dispatcher_.history().undoable();
    const show::RundownEdited* redo = dispatcher_.history().redoable();
    undoAction_->setText(undo ? tr("Undo: %1").arg(escaped(stepText(*undo))) : tr("Undo"));
    redoAction_->setText(redo ? tr("Redo: %1").arg(escaped(stepText(show::inverse(*redo)))) : tr("Redo"));
    undoAction_->setEnabled(undo != nullptr);
    redoAction_->setEnabled(redo != nullptr);
}

void MainWindow::addSceneKeys() {
    for (int number = 1; number <= 9; ++number) {
        auto* key = new QShortcut(QKeySequence(Qt::Key_0 + number), this);
        key->setAutoRepeat(false);
        connect(key, &QShortcut::activated, this, [this, number] { scenePressed(number); });
    }
    auto* leave = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(leave, &QShortcut::activated, this, &MainWindow::escape);
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
