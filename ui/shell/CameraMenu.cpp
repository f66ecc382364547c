// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CameraDialog.hpp"
#include "ui/dialogs/CamerasDialog.hpp"
#include "ui/panels/MultiviewPanel.hpp"
#include "ui/shell/Body.hpp"
#include "ui/shell/MainWindow.hpp"

#include <QAction>
#include <QMenu>

/// The window's ways to its cameras.
namespace vitrina::ui {

void MainWindow::buildCamerasMenu(QMenu& menu) {
    menu.addSeparator();
    addCommand(menu, QStringLiteral("picture.cameras"), tr("Cameras…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C},
               [this] { showCameras(); });
    addCommand(menu, QStringLiteral("picture.add-camera"), tr("Add a camera…"), {}, [this] { addCamera(); });
}

void MainWindow::showCameras() {
    if (!cameras_) {
        cameras_ = new CamerasDialog(
            appearance_.theme(),
            [this](const stage::SetUpEdit& edit) { return dispatcher_.dispatch(control::Command(edit)); },
            this);
        connect(cameras_, &CamerasDialog::addAsked, this, &MainWindow::addCamera);
        connect(cameras_, &CamerasDialog::editAsked, this, &MainWindow::editCamera);
    }
    cameras_->show();
    cameras_->raise();
    cameras_->activateWindow();
    presentCameras(dispatcher_.state());
}

void MainWindow::connectCameras() {
    MultiviewPanel& tiles = body_->multiview();
    connect(&tiles, &MultiviewPanel::addCameraAsked, this, &MainWindow::addCamera);
    connect(&tiles, &MultiviewPanel::cameraAsked, this, &MainWindow::editCamera);
    connect(&tiles, &MultiviewPanel::cameraRemovalAsked, this, [this](const SourceId& camera) {
        showCameras();
        cameras_->askRemoval(camera);
    });
    connect(&dispatcher_, &control::Dispatcher::metersMeasured, &tiles, &MultiviewPanel::measured);
}

void MainWindow::presentCameras(const control::State& state) {
    if (cameras_ && cameras_->isVisible())
        cameras_->present(state, dispatcher_.clock().now());
}

void MainWindow::addCamera() {
    openCamera(std::nullopt);
}

void MainWindow::editCamera(const SourceId& source) {
    if (const stage::Source* held = stage::findSource(dispatcher_.state().setUp, source))
        openCamera(*held);
}

void MainWindow::openCamera(const std::optional<stage::Source>& edited) {
    // One at a time: a second one would offer the same port.
    for (CameraDialog* open : findChildren<CameraDialog*>())
        open->close();
    auto* dialog = new CameraDialog(
        appearance_.theme(), dispatcher_.state().setUp, edited,
        [this](const stage::SetUpEdit& edit) { return dispatcher_.dispatch(control::Command(edit)); },
        lookAround_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace vitrina::ui
