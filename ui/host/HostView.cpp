// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/host/HostView.hpp"

#include "ui/models/Words.hpp"
#include "ui/panels/VideoView.hpp"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace vitrina::ui {
namespace {

/// One that shows nothing of the studio's yet; null when there is none.
QScreen* otherScreen(const QWidget& studio) {
    const auto screens = QGuiApplication::screens();
    const auto found = std::ranges::find_if(screens, [&](QScreen* one) { return one != studio.screen(); });
    return found == screens.end() ? nullptr : *found;
}

} // namespace

HostView::HostView(QStringList artFolders, engine::Engine* engine, QWidget* parent)
    : QWidget(parent, Qt::Window), theme_(builtInTheme(ThemeKind::Dark)), art_(theme_, std::move(artFolders)),
      engine_(engine), video_(new VideoView(theme_, tr("No picture"), this)) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_ShowWithoutActivating); // the keyboard stays with the studio
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(640, 360);
    resize(1280, 720);
    setWindowTitle(tr("Host's view"));
    video_->setVisible(engine_ != nullptr);
}

HostView::~HostView() {
    // The surface is drawn with the theme's colour and goes first.
    delete video_;
}

void HostView::present(const View& view) {
    HostContent content = hostContent(view.state, view.now, view.locale, theme_.timeWarningSeconds);
    const stage::Canvas& canvas = view.state.setUp.canvas;
    aspect_ = canvas.height > 0 ? double(canvas.width) / canvas.height : 16.0 / 9.0;
    if (const SourceId camera = hostSource(view.state.setUp); camera != camera_) {
        camera_ = camera;
        if (self_ == SelfView::Camera)
            video_->releaseSurface();
    }
    arrange();
    if (content == content_)
        return;
    if (content.points != content_.points)
        said_ = 0;
    content_ = std::move(content);
    setAccessibleName(tr("Host's view"));
    setAccessibleDescription(content_.spoken());
    update();
}

void HostView::open(const QWidget& studio) {
    if (QScreen* screen = otherScreen(studio)) {
        setGeometry(screen->geometry());
        showFullScreen();
    } else {
        show();
    }
    raise();
}

void HostView::setSelfView(SelfView shown) {
    if (shown == self_)
        return;
    self_ = shown;
    video_->releaseSurface();
    arrange();
    update();
}

void HostView::releaseSurface() {
    video_->releaseSurface();
    engine_ = nullptr;
    arrange();
}

double HostView::selfAspect() const {
    return self_ == SelfView::None || !engine_ ? 0 : std::clamp(aspect_, 0.5, 1.8);
}

void HostView::arrange() {
    const double aspect = selfAspect();
    video_->setVisible(aspect > 0);
    if (aspect <= 0)
        return;
    video_->setGeometry(selfViewRect(size(), aspect));
    if (isVisible() && !video_->hasSurface())
        video_->createSurface(engine_,
                              self_ == SelfView::Program ? engine::SurfaceContent::Program
                                                         : engine::SurfaceContent::Source,
                              self_ == SelfView::Program ? SourceId{} : camera_, true);
}

void HostView::step(int by) {
    const int said = std::clamp(said_ + by, 0, std::max(0, int(content_.points.size()) - 1));
    if (std::exchange(said_, said) != said)
        update();
}

void HostView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    HostPage page(painter, theme_, art_, {content_, said_, selfAspect()}, size());
    page.draw();
    smallest_ = page.smallestReading();
}

void HostView::resizeEvent(QResizeEvent*) {
    arrange();
}

void HostView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    arrange();
}

bool HostView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void HostView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        break;
    case Qt::Key_Down:
    case Qt::Key_PageDown:
        step(1);
        break;
    case Qt::Key_Up:
    case Qt::Key_PageUp:
        step(-1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace vitrina::ui
