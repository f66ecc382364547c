// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "ui/theme/Theme.hpp"

#include <QWidget>

#include <memory>

namespace vitrina::ui {

/// A place the engine draws into: a native child window, or a calm note where the engine is absent or can't
/// draw. Nothing is ever painted over the video by Qt.
class VideoView final : public QWidget {
    Q_OBJECT

  public:
    VideoView(const Theme& theme, const QString& note, QWidget* parent = nullptr);
    ~VideoView() override;

    /// After the window is shown. `engine` may be null. Once; a second call does nothing.
    void createSurface(engine::Engine* engine, engine::SurfaceContent content, const SourceId& source = {},
                       bool mirrored = false);
    void createSceneSurface(engine::Engine* engine, const SceneId& scene);
    /// Shows what setLayout() says.
    void createLayoutSurface(engine::Engine* engine);
    /// Marks and sources of a layout surface; nothing without one.
    void setLayout(engine::SurfaceLayout layout);
    /// Before the engine shuts down.
    void releaseSurface();
    /// Shows words and a hatch instead of the picture (a camera that is lost); empty brings the picture back.
    void setNote(const QString& icon, const QString& note, const QColor& color);
    bool hasSurface() const { return surface_ != nullptr; }
    void setMinimised(bool minimised);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void arrange();
    void create(engine::Engine* engine, engine::SurfaceRequest request);
    QSize devicePixels() const;

    const Theme& theme_;
    QString emptyNote_;
    QString icon_;
    QString note_;
    QColor noteColor_;
    bool minimised_ = false;
    QWidget* native_ = nullptr;                ///< the child the engine draws into
    std::unique_ptr<engine::Surface> surface_; ///< goes before the window it draws into
};

} // namespace vitrina::ui
