// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/AddSceneDialog.hpp"
#include "ui/dialogs/SceneEditor.hpp"
#include "ui/dialogs/ScenesDialog.hpp"
#include "ui/dialogs/SlideDialog.hpp"
#include "ui/models/Needs.hpp"
#include "ui/shell/MainWindow.hpp"

#include <QAction>
#include <QMenu>

/// The window's commands that change scenes: their list, the editor, slides, studio mode.
namespace vitrina::ui {

void MainWindow::buildScenesMenu(QMenu& menu) {
    studioModeAction_ = addCommand(
        menu, QStringLiteral("picture.studio-mode"), tr("Studio mode: a scene goes to preview first"), {},
        [this] { ask(stage::SetUpEdit{stage::SetStudioMode{!dispatcher_.state().setUp.studioMode}}); });
    studioModeAction_->setCheckable(true);
    menu.addSeparator();
    addCommand(menu, QStringLiteral("picture.edit-scene"), tr("Edit the scene in preview…"),
               {Qt::CTRL | Qt::Key_E}, [this] { editScene(dispatcher_.state().stage.preview); });
    addCommand(menu, QStringLiteral("picture.scenes"), tr("Scenes…"), {}, [this] { showScenes(); });
}

void MainWindow::presentSceneDialogs(const control::State& state) {
    studioModeAction_->setChecked(state.setUp.studioMode);
    if (scenes_ && scenes_->isVisible())
        scenes_->present(state);
    for (SceneEditor* editor : findChildren<SceneEditor*>())
        editor->setSetUp(state.setUp);
}

void MainWindow::showScenes() {
    if (!scenes_) {
        scenes_ = new ScenesDialog(appearance_.theme(), this);
        connect(scenes_, &ScenesDialog::addAsked, this, &MainWindow::addScene);
        connect(scenes_, &ScenesDialog::editAsked, this, &MainWindow::editScene);
        connect(scenes_, &ScenesDialog::slideAsked, this, &MainWindow::editSlide);
        connect(scenes_, &ScenesDialog::asked, this, [this](const control::Command& command) {
            const Result<void> done = dispatcher_.dispatch(command);
            if (!done)
                scenes_->showRefusal(refusalSentence(done.error(), command, dispatcher_.state().run.phase));
        });
    }
    scenes_->present(dispatcher_.state());
    scenes_->select(dispatcher_.state().stage.preview);
    scenes_->show();
    scenes_->raise();
    scenes_->activateWindow();
}

void MainWindow::addScene() {
    auto* dialog = new AddSceneDialog(appearance_.theme(), dispatcher_.state().setUp, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        for (const stage::SetUpEdit& edit : dialog->edits(dispatcher_.state().setUp))
            if (!dispatcher_.dispatch(edit))
                return; // Said in the strip of what comes next.
        if (scenes_ && scenes_->isVisible()) {
            scenes_->present(dispatcher_.state());
            scenes_->select(dispatcher_.state().setUp.scenes.back().id);
        }
    });
    dialog->show();
}

void MainWindow::editScene(const SceneId& id) {
    const stage::Scene* scene = stage::findScene(dispatcher_.state().setUp, id);
    if (!scene)
        return;
    for (SceneEditor* open : findChildren<SceneEditor*>()) {
        if (open->draft().scene().id == id && open->isVisible()) {
            open->raise();
            open->activateWindow();
            return;
        }
    }
    auto* editor = new SceneEditor(appearance_.theme(), dispatcher_.state().setUp, *scene, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &SceneEditor::saveAsked, this, [this, editor](const stage::Scene& changed) {
        const control::Command command = stage::SetUpEdit{stage::ChangeScene{changed}};
        if (const Result<void> saved = dispatcher_.dispatch(command))
            editor->accept();
        else
            editor->showRefusal(refusalSentence(saved.error(), command, dispatcher_.state().run.phase));
    });
    editor->show();
    // Displays are made for windows that are on the screen.
    QTimer::singleShot(0, editor, [this, editor] {
        if (!surfacesReleased_ && editor->isVisible())
            editor->createSurface(engine_);
    });
}

void MainWindow::editSlide(const SourceId& slide) {
    const stage::Source* source = stage::findSource(dispatcher_.state().setUp, slide);
    if (!source)
        return;
    auto* dialog = new SlideDialog(appearance_.theme(), *source, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { ask(stage::SetUpEdit{stage::ChangeSource{dialog->slide()}}); });
    dialog->show();
}

} // namespace vitrina::ui
