// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "ui/host/HostPage.hpp"
#include "ui/host/SelfView.hpp"
#include "ui/models/HostContent.hpp"
#include "ui/panels/View.hpp"
#include "ui/theme/Theme.hpp"
#include "ui/widgets/Art.hpp"

#include <QWidget>

namespace vitrina::ui {

class VideoView;

/// The host's own screen: on air, time left, pieces left, what to say, cues, what comes next, in type that is
/// read from two metres off (HostPage has the rule). A window of its own on the second screen; always dark,
/// as it stands beside the camera. Sizes scale with its height (720 px is 1.0). GUI thread; the live keys
/// work in it as in the studio's window.
class HostView final : public QWidget {
    Q_OBJECT

  public:
    /// `engine` may be null: then there is no self-view.
    HostView(QStringList artFolders, engine::Engine* engine, QWidget* parent = nullptr);
    ~HostView() override;

    void present(const View& view);
    /// Full screen on a screen that has no window of the studio's; a plain window where there is only one.
    void open(const QWidget& studio);
    void setSelfView(SelfView shown);
    SelfView selfView() const { return self_; }
    /// Before the engine shuts down.
    void releaseSurface();
    /// The host is done with the point he is at (+1), or back at the one before (-1).
    void step(int by);
    int said() const { return said_; }
    double smallestReading() const { return smallest_; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool event(QEvent* event) override;            ///< Esc is its own here, not the studio's shortcut
    void keyPressEvent(QKeyEvent* event) override; ///< Esc closes; down and up go along the points

  private:
    void arrange();
    double selfAspect() const;

    const Theme theme_;
    Art art_;
    engine::Engine* engine_;
    HostContent content_;
    SelfView self_ = SelfView::Camera;
    VideoView* video_;
    SourceId camera_; ///< the surface's, while it shows one
    double aspect_ = 16.0 / 9.0;
    int said_ = 0;
    double smallest_ = 0;
};

} // namespace vitrina::ui
