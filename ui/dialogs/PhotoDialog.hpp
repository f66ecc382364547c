// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "engine/Engine.hpp"
#include "ui/dialogs/Dialog.hpp"

#include <memory>

class QComboBox;
class QLabel;

namespace vitrina::ui {

class VideoView;

/// Takes the picture of a product with a camera of the set-up. What stands in the square is what is taken.
/// The show goes on: the camera may be on air meanwhile.
class PhotoDialog final : public Dialog {
    Q_OBJECT

  public:
    /// `engine` may be null: then there is no picture to take.
    PhotoDialog(const Theme& theme, engine::Engine* engine, QWidget* parent = nullptr);
    ~PhotoDialog() override;

    /// Opens with the cameras there are now, at the one that was chosen last.
    void open(const control::State& state);
    /// Before the engine shuts down.
    void releaseSurface();
    void say(const QString& words);

    QComboBox& cameraField() { return *camera_; }
    Button& takeButton() { return *take_; }
    Button& camerasButton() { return *cameras_; }
    QString note() const;

  signals:
    void taken(const std::shared_ptr<const vitrina::engine::Picture>& picture);
    void camerasAsked(); ///< there is none: where they are added

  public slots:
    void take();

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void aim();
    void came(const std::shared_ptr<const engine::Picture>& picture);
    SourceId chosen() const;

    engine::Engine* engine_;
    QComboBox* camera_;
    QLabel* none_;
    VideoView* view_;
    QLabel* note_;
    Button* cameras_;
    Button* take_;
    bool waiting_ = false;
};

} // namespace vitrina::ui
