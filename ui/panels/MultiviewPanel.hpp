// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "ui/panels/VideoView.hpp"
#include "ui/panels/View.hpp"
#include "ui/widgets/Button.hpp"
#include "ui/widgets/Panel.hpp"

#include <vector>

namespace vitrina::ui {

/// One camera: its picture in a frame that says where it is seen, and its caption with name and health.
class SourceTile final : public QFrame {
    Q_OBJECT

  public:
    SourceTile(const Theme& theme, SourceId source, QWidget* parent = nullptr);
    void present(const View& view);
    VideoView& video() { return *video_; }
    const SourceId& source() const { return source_; }
    const QString& note() const { return note_; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    enum class Tally { None, Preview, Program, Lost, LostOnProgram };
    void describe();

    const Theme& theme_;
    SourceId source_;
    QString name_;
    QString note_;
    QString format_;
    Tally tally_ = Tally::None;
    VideoView* video_;
};

/// Lays its tiles out in a grid that leaves them as large as 16:9 allows.
class TileGrid final : public QWidget {
    Q_OBJECT

  public:
    using QWidget::QWidget;
    void setTiles(std::vector<SourceTile*> tiles);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void arrange();
    std::vector<SourceTile*> tiles_;
};

/// All cameras, and the scenes to choose from: a press puts a scene in preview.
class MultiviewPanel final : public Panel {
    Q_OBJECT

  public:
    MultiviewPanel(const Theme& theme, QWidget* parent = nullptr);
    void present(const View& view);
    const std::vector<SourceTile*>& tiles() const { return tiles_; }

  signals:
    void asked(const vitrina::control::Command& command);
    /// New tiles were made: they want surfaces.
    void tilesChanged();

  private:
    void rebuild(const View& view);

    TileGrid* grid_;
    QWidget* sceneRow_;
    std::vector<SourceTile*> tiles_;
    std::vector<std::pair<SceneId, Button*>> scenes_;
    stage::SetUp built_;
};

} // namespace vitrina::ui
