// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SourceTile.hpp"

#include "ui/models/CameraWords.hpp"
#include "ui/models/Times.hpp"
#include "ui/models/Words.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Meter.hpp"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>
#include <QTextLayout>

#include <QTextLayout>
#include <algorithm>

#include <cmath>

namespace vitrina::ui {
namespace {

constexpr int border = 2;
constexpr int numberWidth = 17;
constexpr int levelWidth = 4;

/// A source that has a health of its own to tell.
bool isCamera(const stage::Source& source) {
    return stage::hasPicture(source.kind) && source.kind != stage::SourceKind::Slide;
}

const std::vector<stage::SceneItem>& itemsOf(const stage::SetUp& setUp, const stage::Scene& scene) {
    static const std::vector<stage::SceneItem> none;
    const std::vector<stage::SceneItem>* layout = scene.layoutFor(setUp.canvas.shape());
    return layout ? *layout : none;
}

TileContent tileOf(const stage::SetUp& setUp, const stage::Scene& scene) {
    TileContent tile{scene.id, {}, {}};
    const std::vector<stage::SceneItem>& items = itemsOf(setUp, scene);
    const stage::Source* source =
        items.size() == 1 ? stage::findSource(setUp, items.front().source) : nullptr;
    if (source && isCamera(*source))
        tile.source = source->id;
    else if (source && source->kind == stage::SourceKind::Slide)
        tile.slide = source->id;
    return tile;
}

bool isLost(const control::State& state, const SourceId& source) {
    const auto found = state.stage.sources.find(source);
    return found != state.stage.sources.end() && (found->second.health == stage::SourceHealth::Lost ||
                                                  found->second.health == stage::SourceHealth::Failed);
}

} // namespace

std::vector<TileContent> tilesOf(const stage::SetUp& setUp) {
    std::vector<TileContent> tiles;
    for (const stage::Scene& scene : setUp.scenes)
        tiles.push_back(tileOf(setUp, scene));
    for (const stage::Source& source : setUp.sources) {
        const bool alone = std::ranges::find(tiles, source.id, &TileContent::source) != tiles.end();
        if (isCamera(source) && !alone)
            tiles.push_back({{}, source.id, {}});
    }
    return tiles;
}

SourceTile::SourceTile(const Theme& theme, TileContent content, QWidget* parent)
    : QAbstractButton(parent), theme_(theme), content_(std::move(content)),
      video_(new VideoView(theme, tr("no picture"), this)) {
    setFocusPolicy(Qt::TabFocus);
}

void SourceTile::createSurface(engine::Engine* engine) {
    if (content_.scene.empty())
        video_->createSurface(engine, engine::SurfaceContent::Source, content_.source);
    else
        video_->createSceneSurface(engine, content_.scene);
}

void SourceTile::present(const View& view, int number, const QString& key) {
    const control::State& state = view.state;
    const bool scene = !content_.scene.empty();
    const bool program =
        onAir(state) && (scene ? content_.scene == state.stage.program
                               : sceneShows(state.setUp, state.stage.program, content_.source));
    const bool preview = scene ? content_.scene == state.stage.preview
                               : sceneShows(state.setUp, state.stage.preview, content_.source);
    const auto before = std::tuple(name_, note_, format_, tally_, number_, troubled_, key_, muted_);
    key_ = key;
    name_ = scene ? sceneName(state.setUp, content_.scene) : sourceName(state.setUp, content_.source);
    number_ = scene ? number : 0;
    note_.clear();
    format_.clear();
    muted_ = false;
    sound_ = false;
    troubled_ = false;
    tally_ = program ? Tally::Program : preview ? Tally::Preview : Tally::None;
    if (!content_.source.empty()) {
        presentHealth(view, program);
    } else if (const stage::Scene* held = stage::findScene(state.setUp, content_.scene)) {
        for (const stage::SceneItem& item : itemsOf(state.setUp, *held))
            troubled_ = troubled_ || isLost(state, item.source);
    }
    if (std::tuple(name_, note_, format_, tally_, number_, troubled_, key_, muted_) == before)
        return;
    describe();
    update();
}

void SourceTile::presentHealth(const View& view, bool program) {
    const auto found = view.state.stage.sources.find(content_.source);
    const stage::SourceStatus status =
        found == view.state.stage.sources.end() ? stage::SourceStatus{} : found->second;
    format_ = cameraFormat(status);
    shortFormat_ = format_.isEmpty() ? QString()
                   : status.fps > 0.5
                       ? QStringLiteral("%1p%2").arg(status.height).arg(std::lround(status.fps))
                       : QStringLiteral("%1p").arg(status.height);
    const stage::Source* source = stage::findSource(view.state.setUp, content_.source);
    sound_ = source && stage::hasSound(source->kind);
    muted_ = sound_ && stage::mutedOf(view.state.stage, *source);
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
    // A word that names a state is not cut: where there is no room for it, icon and age say it.
    const bool lost = status.health == stage::SourceHealth::Lost;
    const int room = width() - 2 * border - 8;
    const bool fits = QFontMetrics(uiFont(theme_.large.caption, 600)).horizontalAdvance(note_) <= room;
    video_->setNote(icon, fits || !lost ? note_ : waitText(spanMs(status.since, view.now)), color);
}

void SourceTile::describe() {
    QStringList parts{content_.scene.empty() ? tr("Camera %1").arg(name_) : tr("Scene %1").arg(name_)};
    if (!note_.isEmpty())
        parts << note_;
    else if (!format_.isEmpty())
        parts << format_;
    if (troubled_)
        parts << tr("a camera is lost");
    if (muted_)
        parts << tr("muted");
    if (tally_ == Tally::Program || tally_ == Tally::LostOnProgram)
        parts << tr("on air");
    else if (tally_ == Tally::Preview)
        parts << tr("in preview");
    setAccessibleName(parts.join(QStringLiteral(", ")));
    QString tip = format_.isEmpty() ? name_ : name_ + QStringLiteral(" · ") + format_;
    if (troubled_)
        tip += QStringLiteral(" · ") + tr("a camera is lost");
    setToolTip(key_.isEmpty() ? tip : tip + QStringLiteral(" (%1)").arg(key_));
}

void SourceTile::setTwoLines(bool two) {
    if (twoLines_ == two)
        return;
    twoLines_ = two;
    resizeEvent(nullptr);
    update();
}

int SourceTile::captionTop() const {
    return height() - border - captionHeight - (twoLines_ ? secondLine : 0);
}

void SourceTile::resizeEvent(QResizeEvent*) {
    video_->setGeometry(border, border, width() - 2 * border, captionTop() - border);
}

void SourceTile::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        emit doublePressed();
}

void SourceTile::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->isAutoRepeat())
        click();
    else if (!enter)
        QAbstractButton::keyPressEvent(event);
}

QColor SourceTile::lineColor() const {
    switch (tally_) {
    case Tally::Program:
    case Tally::LostOnProgram:
        return theme_.air.border;
    case Tally::Preview:
        return theme_.ready.border;
    case Tally::Lost:
        return theme_.warning.border;
    case Tally::None:
        break;
    }
    return troubled_ ? theme_.warning.border : theme_.border.divider;
}

/// Red and green stand behind the number; a camera has a bar instead. Returns where the name begins.
int SourceTile::paintNumber(QPainter& painter, const QRect& caption) const {
    const bool program = tally_ == Tally::Program || tally_ == Tally::LostOnProgram;
    const bool preview = tally_ == Tally::Preview;
    const QColor fill = program ? theme_.air.fill : preview ? theme_.ready.fill : theme_.picture.control;
    if (number_ == 0 || number_ > 9) {
        if (program || preview)
            painter.fillRect(QRect(caption.left(), caption.top(), 6, caption.height()), fill);
        return caption.left() + (program || preview ? 12 : 6);
    }
    const QRect box(caption.left(), caption.top(), numberWidth, caption.height());
    painter.fillRect(box, fill);
    painter.setFont(uiFont(theme_.large.caption, 700));
    painter.setPen(program ? theme_.air.onFill : preview ? theme_.ready.onFill : theme_.picture.text);
    painter.drawText(box, Qt::AlignCenter, QString::number(number_));
    return box.right() + 6;
}

QRect SourceTile::levelRect() const {
    return {width() - border - 3 - levelWidth, captionTop() + 2, levelWidth,
            height() - border - captionTop() - 4};
}

void SourceTile::measured(const engine::Meter& meter) {
    const double loudest = std::max(meter.peakDb[0], meter.peakDb[1]);
    const int level = int(std::lround(Meter::fraction(float(loudest)) * levelRect().height()));
    if (level == level_ || !sound_)
        return;
    level_ = level;
    update(levelRect());
}

/// Grey while it is muted: it comes, but nobody hears it.
void SourceTile::paintLevel(QPainter& painter) const {
    QRect bar = levelRect();
    painter.fillRect(bar, theme_.picture.control);
    bar.setTop(bar.bottom() + 1 - level_);
    painter.fillRect(bar, muted_ ? theme_.picture.text : theme_.ready.fill);
}

/// A name too long for one line, broken between its words.
void SourceTile::paintTwoLines(QPainter& painter, const QRect& area) const {
    QTextLayout layout(name_, painter.font());
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(area.width());
    layout.endLayout();
    const QFontMetrics metrics = painter.fontMetrics();
    const QString rest = name_.mid(first.textLength()).trimmed();
    const QRect above(area.left(), area.top() + 1, area.width(), area.height() / 2);
    painter.drawText(
        above, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(name_.left(first.textLength()).trimmed(), Qt::ElideRight, area.width()));
    painter.drawText(above.translated(0, area.height() / 2 - 1), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(rest, Qt::ElideRight, area.width()));
}

/// The name, and behind it size and rate as long as the name has room.
void SourceTile::paintWords(QPainter& painter, const QRect& area) const {
    painter.setFont(uiFont(theme_.large.caption));
    const QFontMetrics metrics = painter.fontMetrics();
    int room = area.width();
    for (const QString& format : {format_, shortFormat_}) {
        const int wide = metrics.horizontalAdvance(format);
        if (format.isEmpty() || !note_.isEmpty() || metrics.horizontalAdvance(name_) + 8 + wide > room)
            continue;
        painter.setPen(theme_.picture.text);
        painter.setOpacity(0.7);
        painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, format);
        painter.setOpacity(1.0);
        room -= wide + 8;
        break;
    }
    painter.setPen(theme_.picture.text);
    if (twoLines_ && metrics.horizontalAdvance(name_) > room)
        return paintTwoLines(painter, area);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(name_, Qt::ElideRight, room));
}

void SourceTile::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(lineColor());
    painter.drawRoundedRect(rect(), theme_.large.radiusControl, theme_.large.radiusControl);
    painter.fillRect(QRect(border, border, width() - 2 * border, height() - 2 * border),
                     theme_.picture.caption);
    const QRect caption(border, captionTop(), width() - 2 * border, height() - border - captionTop());
    const int left = paintNumber(painter, caption);
    int right = caption.right() - 3;
    if (troubled_) {
        drawIcon(painter, QRectF(right - 11, caption.top() + 2, 12, 12), QStringLiteral("warning"),
                 theme_.warning.fill, theme_.picture.caption);
        right -= 15;
    }
    if (sound_) {
        paintLevel(painter);
        right = std::min(right, levelRect().left() - 4);
    }
    paintWords(painter, QRect(left, caption.top(), right - left, caption.height()));
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect();
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace vitrina::ui
