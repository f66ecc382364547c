// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/MultiviewPanel.hpp"

#include "ui/models/KeyIds.hpp"
#include "ui/models/Times.hpp"
#include "ui/models/Words.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace vitrina::ui {
namespace {

constexpr int border = 2;
constexpr int captionHeight = 16;
constexpr int tileGap = 6;

} // namespace

SourceTile::SourceTile(const Theme& theme, SourceId source, QWidget* parent)
    : QFrame(parent), theme_(theme), source_(std::move(source)),
      video_(new VideoView(theme, tr("no picture"), this)) {}

void SourceTile::present(const View& view) {
    const control::State& state = view.state;
    const auto found = state.stage.sources.find(source_);
    const stage::SourceStatus status =
        found == state.stage.sources.end() ? stage::SourceStatus{} : found->second;
    const bool program = onAir(state) && sceneShows(state.setUp, state.stage.program, source_);
    const bool preview = sceneShows(state.setUp, state.stage.preview, source_);
    const auto before = std::tuple(name_, note_, format_, tally_);
    name_ = sourceName(state.setUp, source_);
    format_ = status.width > 0 ? QStringLiteral("%1×%2").arg(status.width).arg(status.height) : QString();
    note_.clear();
    tally_ = program ? Tally::Program : preview ? Tally::Preview : Tally::None;
    QColor color = theme_.picture.text;
    QString icon = QStringLiteral("camera");
    switch (status.health) {
    case stage::SourceHealth::Live:
        break;
    case stage::SourceHealth::Lost:
        note_ = tr("LOST %1").arg(waitText(spanMs(status.since, view.now)));
        icon = QStringLiteral("camera-off");
        tally_ = program ? Tally::LostOnProgram : Tally::Lost;
        color = theme_.warning.fill;
        break;
    case stage::SourceHealth::Failed:
        note_ = errorWords(status.error);
        icon = QStringLiteral("camera-off");
        tally_ = program ? Tally::LostOnProgram : Tally::Lost;
        color = theme_.warning.fill;
        break;
    case stage::SourceHealth::Connecting:
    case stage::SourceHealth::None:
        note_ = tr("connecting");
        break;
    }
    video_->setNote(icon, note_, color);
    if (std::tuple(name_, note_, format_, tally_) == before)
        return;
    describe();
    update();
}

void SourceTile::describe() {
    QStringList parts{tr("Camera %1").arg(name_)};
    if (!note_.isEmpty())
        parts << note_;
    if (tally_ == Tally::Program || tally_ == Tally::LostOnProgram)
        parts << tr("on air");
    else if (tally_ == Tally::Preview)
        parts << tr("in preview");
    setAccessibleName(parts.join(QStringLiteral(", ")));
    setToolTip(format_.isEmpty() ? name_ : name_ + QStringLiteral(" · ") + format_);
}

void SourceTile::resizeEvent(QResizeEvent*) {
    video_->setGeometry(border, border, width() - 2 * border, height() - 2 * border - captionHeight);
}

void SourceTile::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor line = theme_.border.divider;
    QColor dot;
    switch (tally_) {
    case Tally::Program:
    case Tally::LostOnProgram:
        line = theme_.air.border;
        dot = theme_.air.fill;
        break;
    case Tally::Preview:
        line = theme_.ready.border;
        dot = theme_.ready.fill;
        break;
    case Tally::Lost:
        line = theme_.warning.border;
        break;
    case Tally::None:
        break;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(line);
    painter.drawRoundedRect(rect(), theme_.large.radiusControl, theme_.large.radiusControl);
    const QRect caption(border, height() - border - captionHeight, width() - 2 * border, captionHeight);
    painter.fillRect(QRect(border, border, width() - 2 * border, height() - 2 * border),
                     theme_.picture.caption);
    int left = caption.left() + 6;
    if (dot.isValid()) {
        painter.fillRect(QRect(caption.left(), caption.top(), 6, caption.height()), dot);
        left += 6;
    }
    painter.setFont(uiFont(theme_.large.caption));
    painter.setPen(theme_.picture.text);
    const int room = caption.right() - left - 3;
    painter.drawText(QRect(left, caption.top(), room, caption.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(name_, Qt::ElideRight, room));
}

void TileGrid::setTiles(std::vector<SourceTile*> tiles) {
    tiles_ = std::move(tiles);
    arrange();
}

void TileGrid::resizeEvent(QResizeEvent*) {
    arrange();
}

void TileGrid::arrange() {
    const int count = int(tiles_.size());
    if (count == 0)
        return;
    // The number of columns that makes the largest 16:9 pictures.
    int best = 1;
    int bestWidth = 0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const int byWidth = (width() - (columns - 1) * tileGap) / columns;
        const int byHeight =
            ((height() - (rows - 1) * tileGap) / rows - 2 * border - captionHeight) * 16 / 9 + 2 * border;
        if (const int tile = std::min(byWidth, byHeight); tile > bestWidth) {
            bestWidth = tile;
            best = columns;
        }
    }
    const int rows = (count + best - 1) / best;
    const int tileWidth = std::max(40, std::min((width() - (best - 1) * tileGap) / best, bestWidth));
    const int tileHeight = (tileWidth - 2 * border) * 9 / 16 + 2 * border + captionHeight;
    const int left = (width() - best * tileWidth - (best - 1) * tileGap) / 2;
    const int top = std::max(0, (height() - rows * tileHeight - (rows - 1) * tileGap) / 2);
    for (int i = 0; i < count; ++i)
        tiles_[std::size_t(i)]->setGeometry(left + i % best * (tileWidth + tileGap),
                                            top + i / best * (tileHeight + tileGap), tileWidth, tileHeight);
}

MultiviewPanel::MultiviewPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, tr("Multiview"), parent), grid_(new TileGrid(this)), sceneRow_(new QWidget(this)) {
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(8, 6, 8, 6);
    inset->setSpacing(6);
    inset->addWidget(grid_, 1);
    inset->addWidget(sceneRow_);
    body().addLayout(inset);
    auto* row = new QHBoxLayout(sceneRow_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
}

void MultiviewPanel::rebuild(const View& view) {
    const stage::SetUp& setUp = view.state.setUp;
    built_ = setUp;
    for (SourceTile* tile : tiles_)
        delete tile;
    tiles_.clear();
    for (const stage::Source& source : setUp.sources) {
        tiles_.push_back(new SourceTile(theme(), source.id, grid_));
        tiles_.back()->show();
    }
    grid_->setTiles(tiles_);
    for (const auto& [scene, button] : scenes_)
        delete button;
    scenes_.clear();
    for (std::size_t i = 0; i < setUp.scenes.size() && i < 9; ++i) {
        auto* button =
            new Button(theme(), ButtonKind::Normal, ButtonSize::Small, text(setUp.scenes[i].name), sceneRow_);
        button->setTight(true);
        sceneRow_->layout()->addWidget(button);
        const SceneId scene = setUp.scenes[i].id;
        connect(button, &QAbstractButton::clicked, this,
                [this, scene] { emit asked(stage::SetPreview{scene}); });
        scenes_.emplace_back(scene, button);
    }
    emit tilesChanged();
}

void MultiviewPanel::present(const View& view) {
    if (view.state.setUp != built_)
        rebuild(view);
    const stage::Canvas& canvas = view.state.setUp.canvas;
    setHint(QStringLiteral("%1×%2 · %3").arg(canvas.width).arg(canvas.height).arg(canvas.fps));
    for (SourceTile* tile : tiles_)
        tile->present(view);
    const bool live = onAir(view.state);
    int number = 0;
    for (const auto& [scene, button] : scenes_) {
        const QString id = QString(key::scene).arg(++number);
        button->setKeyHint(view.keys.hint(id));
        const bool program = live && scene == view.state.stage.program;
        const bool preview = scene == view.state.stage.preview;
        button->setKind(program ? ButtonKind::Armed : preview ? ButtonKind::Ready : ButtonKind::Normal);
        button->setIconName(program ? QStringLiteral("dot") : preview ? QStringLiteral("eye") : QString());
        const QString name = sceneName(view.state.setUp, scene);
        button->setToolTip(view.keys.withHint(tr("“%1” to preview").arg(name), id));
        button->setAccessibleName(program   ? tr("Scene %1, on air").arg(name)
                                  : preview ? tr("Scene %1, in preview").arg(name)
                                            : tr("Scene %1").arg(name));
    }
}

} // namespace vitrina::ui
