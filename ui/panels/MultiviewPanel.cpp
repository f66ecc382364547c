// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/MultiviewPanel.hpp"

#include "ui/models/KeyIds.hpp"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {
namespace {

constexpr int tileGap = 6;
constexpr int frame = 4; ///< both borders of a tile
constexpr int caption = SourceTile::captionHeight;
/// A high canvas would leave no room for a name below it.
constexpr double narrowest = 0.8;

} // namespace

void TileGrid::setTiles(std::vector<SourceTile*> tiles) {
    tiles_ = std::move(tiles);
    arrange();
}

void TileGrid::setShape(double shape) {
    const double wanted = std::clamp(shape, narrowest, 16.0 / 9.0);
    if (wanted == shape_)
        return;
    shape_ = wanted;
    arrange();
}

void TileGrid::resizeEvent(QResizeEvent*) {
    arrange();
}

int TileGrid::tileHeight(int width) const {
    return int((width - frame) / shape_) + frame + caption;
}

int TileGrid::tileWidth(int height) const {
    return int((height - frame - caption) * shape_) + frame;
}

void TileGrid::arrange() {
    const int count = int(tiles_.size());
    if (count == 0)
        return;
    // The number of columns that makes the largest pictures.
    int best = 1;
    int bestWidth = 0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const int byWidth = (width() - (columns - 1) * tileGap) / columns;
        const int byHeight = tileWidth((height() - (rows - 1) * tileGap) / rows);
        if (const int tile = std::min(byWidth, byHeight); tile > bestWidth) {
            bestWidth = tile;
            best = columns;
        }
    }
    const int rows = (count + best - 1) / best;
    const int tile = std::max(40, std::min((width() - (best - 1) * tileGap) / best, bestWidth));
    // What is left of the height is for long names.
    const bool twoLines =
        rows * (tileHeight(tile) + SourceTile::secondLine) + (rows - 1) * tileGap <= height();
    const int high = tileHeight(tile) + (twoLines ? SourceTile::secondLine : 0);
    // Names have what room there is beside the pictures.
    const int wide = std::clamp((width() - (best - 1) * tileGap) / best, tile, tile + tile / 3);
    const int left = (width() - best * wide - (best - 1) * tileGap) / 2;
    const int top = std::max(0, (height() - rows * high - (rows - 1) * tileGap) / 2);
    for (int i = 0; i < count; ++i) {
        tiles_[std::size_t(i)]->setTwoLines(twoLines);
        tiles_[std::size_t(i)]->setGeometry(left + i % best * (wide + tileGap),
                                            top + i / best * (high + tileGap), wide, high);
    }
}

MultiviewPanel::MultiviewPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, tr("Multiview"), parent), grid_(new TileGrid(this)) {
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(8, 6, 8, 6);
    inset->addWidget(grid_, 1);
    body().addLayout(inset);
    auto* addCamera = new Button(theme, ButtonKind::Flat, ButtonSize::Small, QStringLiteral("+"), this);
    addCamera->setIconName(QStringLiteral("camera"));
    addCamera->setFocusPolicy(Qt::TabFocus);
    addCamera->setAccessibleName(tr("Add a camera"));
    addCamera->setToolTip(tr("Add a camera"));
    addCamera->setTight(true);
    header().addWidget(addCamera);
    connect(addCamera, &QAbstractButton::clicked, this, &MultiviewPanel::addCameraAsked);
    auto* add = new Button(theme, ButtonKind::Flat, ButtonSize::Small, QStringLiteral("+"), this);
    add->setFocusPolicy(Qt::TabFocus);
    add->setAccessibleName(tr("Add a scene"));
    add->setToolTip(tr("Add a scene"));
    add->setTight(true);
    header().addWidget(add);
    connect(add, &QAbstractButton::clicked, this, &MultiviewPanel::addAsked);
}

void MultiviewPanel::rebuild(const std::vector<TileContent>& contents) {
    built_ = contents;
    for (SourceTile* tile : tiles_)
        delete tile;
    tiles_.clear();
    for (const TileContent& content : contents) {
        tiles_.push_back(new SourceTile(theme(), content, grid_));
        SourceTile* tile = tiles_.back();
        if (!content.scene.empty())
            connectScene(*tile);
        else
            connect(tile, &QAbstractButton::clicked, this,
                    [this, camera = content.source] { emit cameraAsked(camera); });
        tile->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(tile, &QWidget::customContextMenuRequested, this,
                [this, tile](const QPoint& at) { openMenu(*tile, at); });
        tiles_.back()->show();
    }
    grid_->setTiles(tiles_);
    emit tilesChanged();
}

void MultiviewPanel::connectScene(SourceTile& tile) {
    const SceneId scene = tile.content().scene;
    connect(&tile, &QAbstractButton::clicked, this, [this, scene] { emit asked(stage::SetPreview{scene}); });
    // The first press has put it in preview.
    connect(&tile, &SourceTile::doublePressed, this, [this] {
        if (studioMode_)
            emit asked(stage::Auto{});
    });
}

void MultiviewPanel::openMenu(SourceTile& tile, const QPoint& at) {
    auto* menu = new QMenu(&tile);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!tile.content().scene.empty())
        addSceneActions(*menu, tile);
    if (!tile.content().source.empty())
        addCameraActions(*menu, tile);
    menu->popup(tile.mapToGlobal(at));
}

void MultiviewPanel::addSceneActions(QMenu& menu, const SourceTile& tile) {
    const SceneId scene = tile.content().scene;
    connect(menu.addAction(tr("Edit the scene…")), &QAction::triggered, this,
            [this, scene] { emit editAsked(scene); });
    if (const SourceId slide = tile.content().slide; !slide.empty())
        connect(menu.addAction(tr("Words and time…")), &QAction::triggered, this,
                [this, slide] { emit slideAsked(slide); });
    const auto addMove = [&](const QString& words, int position) {
        QAction* action = menu.addAction(words);
        action->setEnabled(position >= 0 && position < int(built_.size()) &&
                           !built_[std::size_t(position)].scene.empty());
        connect(action, &QAction::triggered, this, [this, scene, position] {
            emit asked(stage::SetUpEdit{stage::MoveScene{scene, std::size_t(position)}});
        });
    };
    addMove(tr("Earlier"), tile.number() - 2);
    addMove(tr("Later"), tile.number());
}

void MultiviewPanel::addCameraActions(QMenu& menu, const SourceTile& tile) {
    const SourceId camera = tile.content().source;
    menu.addSeparator();
    connect(menu.addAction(tr("Edit camera…")), &QAction::triggered, this,
            [this, camera] { emit cameraAsked(camera); });
    if (tile.hasSound()) {
        const bool muted = tile.isMuted();
        connect(menu.addAction(muted ? tr("Unmute") : tr("Mute")), &QAction::triggered, this,
                [this, camera, muted] {
                    emit asked(stage::SetMuted{camera, !muted});
                });
    }
    connect(menu.addAction(tr("Remove camera…")), &QAction::triggered, this,
            [this, camera] { emit cameraRemovalAsked(camera); });
}

void MultiviewPanel::measured(const engine::MetersMeasured& meters) {
    for (SourceTile* tile : tiles_) {
        const auto meter = std::ranges::find(meters.meters, tile->source(), &engine::Meter::source);
        if (!tile->source().empty() && meter != meters.meters.end())
            tile->measured(*meter);
    }
}

void MultiviewPanel::present(const View& view) {
    const stage::SetUp& setUp = view.state.setUp;
    studioMode_ = setUp.studioMode;
    grid_->setShape(double(setUp.canvas.width) / std::max(1, setUp.canvas.height));
    if (const std::vector<TileContent> wanted = tilesOf(setUp); wanted != built_)
        rebuild(wanted);
    setHint(
        QStringLiteral("%1×%2 · %3").arg(setUp.canvas.width).arg(setUp.canvas.height).arg(setUp.canvas.fps));
    int number = 0;
    for (SourceTile* tile : tiles_) {
        ++number;
        tile->present(view, number,
                      number <= 9 ? view.keys.hint(QString(key::scene).arg(number)) : QString());
    }
}

} // namespace vitrina::ui
