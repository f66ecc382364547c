// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/LayoutView.hpp"

#include "ui/models/Words.hpp"
#include "ui/theme/Fonts.hpp"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace vitrina::ui {
namespace {

constexpr double handle = 8.0; ///< px, and how near a press must be
constexpr double catchPx = 8.0;
constexpr double keyStep = 0.01;

struct HandlePlace {
    stage::Grip grip;
    double x, y; ///< in parts of the area
};
constexpr std::array handles{
    HandlePlace{stage::Grip::TopLeft, 0, 0},    HandlePlace{stage::Grip::TopRight, 1, 0},
    HandlePlace{stage::Grip::BottomLeft, 0, 1}, HandlePlace{stage::Grip::BottomRight, 1, 1},
    HandlePlace{stage::Grip::Left, 0, 0.5},     HandlePlace{stage::Grip::Right, 1, 0.5},
    HandlePlace{stage::Grip::Top, 0.5, 0},      HandlePlace{stage::Grip::Bottom, 0.5, 1}};

stage::Area centred(double part) {
    return {(1 - part) / 2, (1 - part) / 2, part, part};
}

QRectF placed(const stage::Area& area, const QRectF& canvas) {
    return {canvas.x() + area.x * canvas.width(), canvas.y() + area.y * canvas.height(),
            area.width * canvas.width(), area.height * canvas.height()};
}

} // namespace

LayoutView::LayoutView(const Theme& theme, SceneDraft& draft, QWidget* parent)
    : QWidget(parent), theme_(theme), draft_(draft), video_(new VideoView(theme, {}, this)) {
    video_->hide();
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 220);
    describe();
}

void LayoutView::setSetUp(const stage::SetUp& setUp) {
    setUp_ = setUp;
    present();
}

QSizeF LayoutView::canvasSize() const {
    const stage::Canvas& canvas = setUp_.canvas;
    if (draft_.shape() == canvas.shape())
        return QSizeF(canvas.width, canvas.height);
    // A shape the studio does not run in now: its usual proportions at this size.
    const double longer = std::max(canvas.width, canvas.height);
    switch (draft_.shape()) {
    case stage::CanvasShape::Portrait:
        return QSizeF(longer * 9 / 16, longer);
    case stage::CanvasShape::Square:
        return QSizeF(longer, longer);
    default:
        return QSizeF(longer, longer * 9 / 16);
    }
}

/// Room is left around it: pictures may reach beyond the canvas, and their handles must be held.
QRectF LayoutView::canvasRect() const {
    const QRectF room = QRectF(rect()).adjusted(12, 12, -12, -12);
    const QSizeF size = canvasSize().scaled(room.size(), Qt::KeepAspectRatio);
    return {room.center().x() - size.width() / 2, room.center().y() - size.height() / 2, size.width(),
            size.height()};
}

void LayoutView::createSurface(engine::Engine* engine) {
    video_->show();
    video_->createLayoutSurface(engine);
    if (!video_->hasSurface())
        video_->hide();
    present();
}

void LayoutView::releaseSurface() {
    video_->releaseSurface();
    video_->hide();
}

void LayoutView::setSafeAreas(bool shown) {
    safeAreas_ = shown;
    present();
}

void LayoutView::present() {
    const QRectF canvas = canvasRect();
    video_->setGeometry(rect());
    const stage::Area area{canvas.x() / std::max(1, width()), canvas.y() / std::max(1, height()),
                           canvas.width() / std::max(1, width()), canvas.height() / std::max(1, height())};
    video_->setLayout({area, draft_.items(), marks()});
    describe();
    update();
}

void LayoutView::describe() {
    const stage::SceneItem* item = draft_.selectedItem();
    const QString name = item ? sourceName(setUp_, item->source) : QString();
    setAccessibleName(item ? tr("Canvas, %1 selected").arg(name) : tr("Canvas"));
    setAccessibleDescription(tr("Arrows move the selected picture, Shift and arrows change its size"));
}

std::vector<engine::SurfaceMark> LayoutView::marks() const {
    const QRectF canvas = canvasRect();
    const auto grey = theme_.text.secondary.rgba();
    std::vector<engine::SurfaceMark> all;
    all.push_back({stage::Area{}, theme_.border.control.rgba(), 1.0});
    if (safeAreas_)
        for (const double part : {stage::actionSafe, stage::titleSafe})
            all.push_back({centred(part),
                           QColor(theme_.picture.text.red(), theme_.picture.text.green(),
                                  theme_.picture.text.blue(), 90)
                               .rgba(),
                           1.0});
    for (const stage::SceneItem& item : draft_.items())
        all.push_back({item.area, grey, 1.0});
    const auto line = theme_.warning.fill.rgba();
    for (const double x : caught_.across)
        all.push_back({{x - 0.5 / canvas.width(), 0, 1.0 / canvas.width(), 1}, line, 0.0});
    for (const double y : caught_.down)
        all.push_back({{0, y - 0.5 / canvas.height(), 1, 1.0 / canvas.height()}, line, 0.0});
    if (const stage::SceneItem* item = draft_.selectedItem()) {
        const auto accent = (hasFocus() ? theme_.focus.ring : theme_.accent.fill).rgba();
        all.push_back({item->area, accent, 2.0});
        for (const HandlePlace& each : handles) {
            const double w = handle / canvas.width();
            const double h = handle / canvas.height();
            all.push_back({{item->area.x + each.x * item->area.width - w / 2,
                            item->area.y + each.y * item->area.height - h / 2, w, h},
                           accent,
                           0.0});
        }
    }
    return all;
}

/// Where the engine can't draw.
void LayoutView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.background.field);
    if (video_->hasSurface())
        return;
    const QRectF canvas = canvasRect();
    painter.fillRect(canvas, theme_.picture.base);
    painter.setFont(uiFont(theme_.large.small, 600));
    int shade = 0;
    for (const stage::SceneItem& item : draft_.items()) {
        const QRectF box = placed(item.area, canvas);
        const QColor fill = shade++ % 2 == 0 ? theme_.picture.caption : theme_.picture.control;
        painter.fillRect(box, fill);
        painter.setPen(theme_.picture.text);
        const QString name = sourceName(setUp_, item.source);
        painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(name, Qt::ElideRight, int(box.width()) - 8));
    }
    for (const engine::SurfaceMark& mark : marks()) {
        const QRectF box = placed(mark.area, canvas);
        const QColor colour = QColor::fromRgba(mark.colour);
        if (mark.thickness <= 0) {
            painter.fillRect(box, colour);
            continue;
        }
        const double half = mark.thickness / 2;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, mark.thickness, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(box.adjusted(half, half, -half, -half));
    }
}

void LayoutView::resizeEvent(QResizeEvent*) {
    present();
}

void LayoutView::focusInEvent(QFocusEvent*) {
    present();
}

void LayoutView::focusOutEvent(QFocusEvent*) {
    draft_.endStep();
    present();
}

QPointF LayoutView::onCanvas(const QPointF& place) const {
    const QRectF canvas = canvasRect();
    return {(place.x() - canvas.x()) / canvas.width(), (place.y() - canvas.y()) / canvas.height()};
}

stage::Grip LayoutView::gripAt(const QPointF& place) const {
    const stage::SceneItem* item = draft_.selectedItem();
    if (!item)
        return stage::Grip::None;
    const QRectF box = placed(item->area, canvasRect());
    for (const HandlePlace& each : handles) {
        const QPointF at(box.x() + each.x * box.width(), box.y() + each.y * box.height());
        if (std::abs(at.x() - place.x()) <= handle && std::abs(at.y() - place.y()) <= handle)
            return each.grip;
    }
    return stage::Grip::None;
}

std::optional<std::size_t> LayoutView::itemAt(const QPointF& place) const {
    const QRectF canvas = canvasRect();
    for (std::size_t i = draft_.items().size(); i > 0; --i)
        if (placed(draft_.items()[i - 1].area, canvas).contains(place))
            return i - 1;
    return std::nullopt;
}

void LayoutView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    setFocus(Qt::MouseFocusReason);
    grip_ = gripAt(event->position());
    if (grip_ == stage::Grip::None) {
        draft_.select(itemAt(event->position()));
        grip_ = draft_.selectedItem() ? stage::Grip::Move : stage::Grip::None;
    }
    draft_.endStep();
    if (const stage::SceneItem* item = draft_.selectedItem()) {
        pressedAt_ = onCanvas(event->position());
        areaThen_ = item->area;
    }
    present();
    emit edited();
}

void LayoutView::mouseMoveEvent(QMouseEvent* event) {
    if (grip_ == stage::Grip::None || !draft_.selected())
        return;
    const QPointF way = onCanvas(event->position()) - pressedAt_;
    const QRectF canvas = canvasRect();
    const bool keepShape = event->modifiers().testFlag(Qt::ShiftModifier);
    const stage::Area pulled = stage::pulled(areaThen_, grip_, way.x(), way.y(), keepShape);
    const bool free = keepShape || event->modifiers().testFlag(Qt::AltModifier);
    caught_ = free ? stage::Snapped{pulled, {}, {}}
                   : stage::snapped(pulled, grip_, stage::snapLines(draft_.items(), *draft_.selected()),
                                    catchPx / canvas.width(), catchPx / canvas.height());
    draft_.setArea(stage::keptInSight(caught_.area),
                   grip_ == stage::Grip::Move ? SceneDraft::Step::Move : SceneDraft::Step::Size);
    present();
    emit edited();
}

void LayoutView::mouseReleaseEvent(QMouseEvent*) {
    grip_ = stage::Grip::None;
    caught_ = {};
    draft_.endStep();
    present();
}

bool LayoutView::moveByKey(const QKeyEvent& event) {
    const stage::SceneItem* item = draft_.selectedItem();
    const QSizeF canvas = canvasSize();
    const bool fine = event.modifiers().testFlag(Qt::ControlModifier);
    const double x = fine ? 1.0 / canvas.width() : keyStep;
    const double y = fine ? 1.0 / canvas.height() : keyStep;
    double dx = 0.0;
    double dy = 0.0;
    switch (event.key()) {
    case Qt::Key_Left:
        dx = -x;
        break;
    case Qt::Key_Right:
        dx = x;
        break;
    case Qt::Key_Up:
        dy = -y;
        break;
    case Qt::Key_Down:
        dy = y;
        break;
    default:
        return false;
    }
    if (!item)
        return true;
    const bool sizes = event.modifiers().testFlag(Qt::ShiftModifier);
    const stage::Area area =
        stage::pulled(item->area, sizes ? stage::Grip::BottomRight : stage::Grip::Move, dx, dy);
    if (!event.isAutoRepeat())
        draft_.endStep();
    draft_.setArea(stage::keptInSight(area), sizes ? SceneDraft::Step::Size : SceneDraft::Step::Move);
    return true;
}

void LayoutView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Delete:
        draft_.remove();
        break;
    case Qt::Key_PageUp:
        draft_.raise();
        break;
    case Qt::Key_PageDown:
        draft_.lower();
        break;
    default:
        if (!moveByKey(*event))
            return QWidget::keyPressEvent(event);
        break;
    }
    present();
    emit edited();
}

} // namespace vitrina::ui
