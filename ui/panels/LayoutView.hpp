// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage/Snapping.hpp"
#include "ui/models/SceneDraft.hpp"
#include "ui/panels/VideoView.hpp"

#include <QWidget>

namespace vitrina::ui {

/// The canvas of a scene that is edited, with its pictures running in it: a press selects, a pull moves or
/// sizes and catches on what is near (Alt: on nothing; Shift: corners keep their shape). Arrows move by a
/// hundredth, with Ctrl by a pixel; with Shift they size. The engine draws pictures, frames and lines, as
/// nothing can be painted over its window; without an engine the pictures are named boxes.
class LayoutView final : public QWidget {
    Q_OBJECT

  public:
    LayoutView(const Theme& theme, SceneDraft& draft, QWidget* parent = nullptr);

    void setSetUp(const stage::SetUp& setUp);
    /// After the window is shown. `engine` may be null.
    void createSurface(engine::Engine* engine);
    void releaseSurface();
    /// The draft has changed elsewhere.
    void present();
    void setSafeAreas(bool shown);
    /// Where the canvas is in the widget.
    QRectF canvasRect() const;
    QSize sizeHint() const override { return {640, 400}; }

  signals:
    /// The draft was changed here, or another item was selected.
    void edited();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    /// Lines and boxes over the pictures, in parts of the canvas; the lowest first.
    std::vector<engine::SurfaceMark> marks() const;
    stage::Grip gripAt(const QPointF& place) const;
    std::optional<std::size_t> itemAt(const QPointF& place) const;
    QPointF onCanvas(const QPointF& place) const;
    QSizeF canvasSize() const;
    bool moveByKey(const QKeyEvent& event);
    void describe();

    const Theme& theme_;
    SceneDraft& draft_;
    stage::SetUp setUp_;
    VideoView* video_;
    bool safeAreas_ = true;
    // While it is pulled:
    stage::Grip grip_ = stage::Grip::None;
    QPointF pressedAt_;
    stage::Area areaThen_;
    stage::Snapped caught_;
};

} // namespace vitrina::ui
