// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "ui/panels/SourceTile.hpp"
#include "ui/panels/View.hpp"
#include "ui/widgets/Button.hpp"
#include "ui/widgets/Panel.hpp"

#include <vector>

class QMenu;

namespace vitrina::ui {

/// Lays its tiles out in a grid that leaves them as large as the canvas' shape allows.
class TileGrid final : public QWidget {
    Q_OBJECT

  public:
    using QWidget::QWidget;
    void setTiles(std::vector<SourceTile*> tiles);
    /// Width of a picture by its height.
    void setShape(double shape);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void arrange();
    int tileHeight(int width) const;
    int tileWidth(int height) const;
    std::vector<SourceTile*> tiles_;
    double shape_ = 16.0 / 9.0;
};

/// All scenes, and the cameras that no scene shows alone. A press puts a scene in preview, two in quick
/// succession on program; with studio mode off one does.
class MultiviewPanel final : public Panel {
    Q_OBJECT

  public:
    MultiviewPanel(const Theme& theme, QWidget* parent = nullptr);
    void present(const View& view);
    const std::vector<SourceTile*>& tiles() const { return tiles_; }
    void measured(const engine::MetersMeasured& meters);

  signals:
    void asked(const vitrina::control::Command& command);
    void addAsked();
    void addCameraAsked();
    void cameraAsked(const vitrina::SourceId& camera); ///< its settings
    void cameraRemovalAsked(const vitrina::SourceId& camera);
    void editAsked(const vitrina::SceneId& scene);
    /// Words and time of a slide.
    void slideAsked(const vitrina::SourceId& slide);
    /// New tiles were made: they want surfaces.
    void tilesChanged();

  private:
    void rebuild(const std::vector<TileContent>& contents);
    void connectScene(SourceTile& tile);
    void openMenu(SourceTile& tile, const QPoint& at);
    void addSceneActions(QMenu& menu, const SourceTile& tile);
    void addCameraActions(QMenu& menu, const SourceTile& tile);

    TileGrid* grid_;
    std::vector<SourceTile*> tiles_;
    std::vector<TileContent> built_;
    bool studioMode_ = true;
};

} // namespace vitrina::ui
