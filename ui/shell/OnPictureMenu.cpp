// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CountdownDialog.hpp"
#include "ui/dialogs/LabelDialog.hpp"
#include "ui/dialogs/LowerThirdDialog.hpp"
#include "ui/dialogs/PlacesDialog.hpp"
#include "ui/host/HostView.hpp"
#include "ui/panels/CueLine.hpp"
#include "ui/shell/Body.hpp"
#include "ui/shell/MainWindow.hpp"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

/// What the window's menus do to the overlays and to the host's own screen.
namespace vitrina::ui {
namespace {

const auto selfViewKey = QStringLiteral("self-view");

QString selfViewWord(SelfView shown) {
    return shown == SelfView::Program ? QStringLiteral("program")
           : shown == SelfView::None  ? QStringLiteral("none")
                                      : QStringLiteral("camera");
}

SelfView selfViewKept(const Remembered& memory) {
    const QString word = memory.value(selfViewKey).toString();
    for (const SelfView shown : {SelfView::Program, SelfView::None}) {
        if (word == selfViewWord(shown))
            return shown;
    }
    return SelfView::Camera;
}

} // namespace

void MainWindow::buildOverlaysMenu(QMenu& menu) {
    menu.addSeparator();
    addCommand(menu, QStringLiteral("picture.lower-third"), tr("Lower third on or off"), {Qt::Key_L},
               [this] { toggleLowerThird(); });
    addCommand(menu, QStringLiteral("picture.lower-third-words"), tr("Words of the lower third…"),
               {Qt::SHIFT | Qt::Key_L}, [this] { askLowerThird(); });
    addCommand(menu, QStringLiteral("picture.countdown"), tr("Countdown…"), {Qt::Key_T},
               [this] { askCountdown(); });
    addCommand(menu, QStringLiteral("picture.countdown-stop"), tr("Stop the countdown"),
               {Qt::SHIFT | Qt::Key_T}, [this] { ask(stage::StopCountdown{}); });
    addCommand(menu, QStringLiteral("picture.places"), tr("Where overlays stand…"), {},
               [this] { askPlaces(); });
}

void MainWindow::buildHostMenu(QMenu& menu) {
    addCommand(menu, QStringLiteral("host.point-next"), tr("Talking point said"), {Qt::Key_Period}, [this] {
        if (host_)
            host_->step(1);
    });
    addCommand(menu, QStringLiteral("host.point-back"), tr("Talking point before"), {Qt::Key_Comma}, [this] {
        if (host_)
            host_->step(-1);
    });
    selfView_ = selfViewKept(memory_);
    QMenu* self = menu.addMenu(tr("Self-view"));
    auto* group = new QActionGroup(self);
    const auto choice = [&](const QString& words, SelfView shown) {
        QAction* action = self->addAction(words);
        action->setCheckable(true);
        action->setChecked(shown == selfView_);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, shown] {
            selfView_ = shown;
            memory_.set(selfViewKey, selfViewWord(shown));
            if (host_)
                host_->setSelfView(shown);
        });
    };
    choice(tr("The host's camera, mirrored"), SelfView::Camera);
    choice(tr("Program, mirrored"), SelfView::Program);
    choice(tr("None"), SelfView::None);
    menu.addSeparator();
    addCommand(menu, QStringLiteral("host.cue"), tr("Write a cue to the host"), {Qt::CTRL | Qt::Key_K},
               [this] { body_->cue().begin(); });
    addCommand(menu, QStringLiteral("host.cue-seen"), tr("Cue seen"), {Qt::Key_G}, [this] { seeCue(); });
    addCommand(menu, QStringLiteral("host.cue-clear"), tr("Take the cue away"),
               {Qt::CTRL | Qt::SHIFT | Qt::Key_K}, [this] { clearCue(); });
}

void MainWindow::toggleLowerThird() {
    const control::State& state = dispatcher_.state();
    ask(state.stage.lowerThird.on ? stage::SetLowerThird{} : lowerThirdOn(state));
}

/// Each names the cue that stands: one that has just come is not answered by a key meant for the one before.
void MainWindow::seeCue() {
    if (const std::optional<show::Cue>& cue = dispatcher_.state().run.cue)
        ask(show::SeeCue{cue->id});
}

void MainWindow::clearCue() {
    if (const std::optional<show::Cue>& cue = dispatcher_.state().run.cue)
        ask(show::ClearCue{cue->id});
}

void MainWindow::askLowerThird() {
    auto* dialog = new LowerThirdDialog(appearance_.theme(), dispatcher_.state(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { ask(dialog->command()); });
    dialog->open();
}

void MainWindow::askCountdown() {
    auto* dialog =
        new CountdownDialog(appearance_.theme(), dispatcher_.state(), dispatcher_.clock().now(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const std::optional<stage::StartCountdown> start = dialog->command(dispatcher_.clock().now()))
            ask(*start);
    });
    dialog->open();
}

void MainWindow::askPlaces() {
    const stage::SetUp& setUp = dispatcher_.state().setUp;
    auto* dialog = new PlacesDialog(appearance_.theme(), setUp, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, shape = setUp.canvas.shape()] {
        ask(stage::SetUpEdit{stage::SetOverlayPlaces{shape, dialog->places()}});
    });
    dialog->open();
}

void MainWindow::askLabel(const ItemId& id) {
    const control::State& state = dispatcher_.state();
    const show::Item* item = show::findItem(state.show.rundown, id);
    if (!item)
        return;
    auto* dialog = new LabelDialog(appearance_.theme(), state.show, *item, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { ask(show::Edit{dialog->change()}); });
    dialog->open();
}

} // namespace vitrina::ui
