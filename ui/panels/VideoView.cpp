// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/VideoView.hpp"

#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"

#include <QEvent>
#include <QPainter>
#include <QResizeEvent>

namespace vitrina::ui {
namespace {

/// The window handed to the engine. Qt paints nothing in it and keeps no backing store for it.
class NativeWindow final : public QWidget {
  public:
    explicit NativeWindow(QWidget* parent) : QWidget(parent) {
        setAttribute(Qt::WA_DontCreateNativeAncestors);
        setAttribute(Qt::WA_NativeWindow);
        setAttribute(Qt::WA_PaintOnScreen);
        setAttribute(Qt::WA_StaticContents);
        setAttribute(Qt::WA_NoSystemBackground);
        setAttribute(Qt::WA_OpaquePaintEvent);
        setFocusPolicy(Qt::NoFocus);
    }
    QPaintEngine* paintEngine() const override { return nullptr; }
};

void paintHatch(QPainter& painter, const QRect& rect, const Theme& theme) {
    painter.save();
    painter.setClipRect(rect);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.picture.stripe, 6));
    for (int x = rect.left() - rect.height(); x < rect.right() + rect.height(); x += 17)
        painter.drawLine(x, rect.bottom() + 6, x + rect.height() + 12, rect.top() - 6);
    painter.restore();
}

} // namespace

VideoView::VideoView(const Theme& theme, const QString& note, QWidget* parent)
    : QWidget(parent), theme_(theme), emptyNote_(note) {
    setAttribute(Qt::WA_OpaquePaintEvent);
}

VideoView::~VideoView() {
    releaseSurface();
}

QSize VideoView::devicePixels() const {
    return size() * devicePixelRatioF();
}

void VideoView::createSurface(engine::Engine* engine, engine::SurfaceContent content, const SourceId& source,
                              bool mirrored) {
    engine::SurfaceRequest request;
    request.content = content;
    request.source = source;
    request.mirrored = mirrored;
    create(engine, std::move(request));
}

void VideoView::createSceneSurface(engine::Engine* engine, const SceneId& scene) {
    engine::SurfaceRequest request;
    request.content = engine::SurfaceContent::Scene;
    request.scene = scene;
    create(engine, std::move(request));
}

void VideoView::createLayoutSurface(engine::Engine* engine) {
    engine::SurfaceRequest request;
    request.content = engine::SurfaceContent::Layout;
    create(engine, std::move(request));
}

void VideoView::create(engine::Engine* engine, engine::SurfaceRequest request) {
    if (!engine || surface_)
        return;
    native_ = new NativeWindow(this);
    native_->setGeometry(rect());
    native_->show();
    const QSize pixels = devicePixels();
    request.nativeWindow = std::uint64_t(native_->winId());
    request.width = pixels.width();
    request.height = pixels.height();
    request.background = theme_.picture.base.rgba();
    surface_ = engine->createSurface(request);
    if (!surface_) {
        delete native_;
        native_ = nullptr;
    }
    arrange();
}

void VideoView::setLayout(engine::SurfaceLayout layout) {
    if (surface_)
        surface_->setLayout(std::move(layout));
}

void VideoView::releaseSurface() {
    surface_.reset();
    delete native_;
    native_ = nullptr;
    update();
}

void VideoView::setNote(const QString& icon, const QString& note, const QColor& color) {
    if (icon_ == icon && note_ == note && noteColor_ == color)
        return;
    icon_ = icon;
    note_ = note;
    noteColor_ = color;
    arrange();
    update();
}

void VideoView::setMinimised(bool minimised) {
    minimised_ = minimised;
    arrange();
}

void VideoView::arrange() {
    if (!surface_)
        return;
    const bool shown = isVisible() && !minimised_ && note_.isEmpty();
    native_->setVisible(note_.isEmpty());
    surface_->setEnabled(shown);
}

void VideoView::resizeEvent(QResizeEvent*) {
    if (!surface_)
        return;
    native_->setGeometry(rect());
    surface_->resize(devicePixels().width(), devicePixels().height());
}

void VideoView::showEvent(QShowEvent*) {
    arrange();
}

void VideoView::hideEvent(QHideEvent*) {
    if (surface_)
        surface_->setEnabled(false);
}

void VideoView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.picture.base);
    const bool noted = !note_.isEmpty();
    if (surface_ && !noted)
        return;
    if (noted)
        paintHatch(painter, rect(), theme_);
    const bool small = height() < 120;
    painter.setFont(uiFont(small ? theme_.large.caption : theme_.large.small, 600));
    const QColor color = noted ? noteColor_ : theme_.picture.text;
    painter.setPen(color);
    painter.setOpacity(noted ? 1.0 : 0.55);
    const QString words = noted ? note_ : emptyNote_;
    const QString icon = noted ? icon_ : QStringLiteral("camera");
    const int line = painter.fontMetrics().height();
    const int iconSide = small ? 13 : 20;
    // A word that names a state is never cut: in a small tile it has two lines instead of the icon.
    if (noted && painter.fontMetrics().horizontalAdvance(words) > width() - 8 && height() >= 2 * line) {
        painter.drawText(rect().adjusted(2, 0, -2, 0), Qt::AlignCenter | Qt::TextWordWrap, words);
        return;
    }
    const int total = iconSide + 3 + line;
    const int top = (height() - total) / 2;
    if (height() >= total)
        drawIcon(painter, QRectF((width() - iconSide) / 2, top, iconSide, iconSide), icon, color,
                 theme_.picture.base);
    painter.drawText(
        QRect(4, height() >= total ? top + iconSide + 3 : (height() - line) / 2, width() - 8, line),
        Qt::AlignCenter, painter.fontMetrics().elidedText(words, Qt::ElideRight, width() - 8));
}

} // namespace vitrina::ui
