// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/PhotoDialog.hpp"

#include "engine/Stills.hpp"
#include "ui/panels/VideoView.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QVBoxLayout>

namespace vitrina::ui {
namespace {

constexpr int viewSide = 400;

/// Not what is drawn: a slide or a screen shows no product.
bool isCamera(stage::SourceKind kind) {
    switch (kind) {
    case stage::SourceKind::TestCamera:
    case stage::SourceKind::File:
    case stage::SourceKind::Srt:
    case stage::SourceKind::Rtmp:
    case stage::SourceKind::Webcam:
    case stage::SourceKind::Rtsp:
    case stage::SourceKind::Mjpeg:
        return true;
    default:
        return false;
    }
}

} // namespace

PhotoDialog::PhotoDialog(const Theme& theme, engine::Engine* engine, QWidget* parent)
    : Dialog(theme, tr("Photo of the product"), parent), engine_(engine), camera_(new QComboBox(this)),
      none_(addText({})), view_(new VideoView(theme, tr("No picture"), this)),
      note_(plainLabel({}, theme.large.small, 400, theme.warning.text, this)) {
    camera_->setAccessibleName(tr("Camera"));
    body().insertWidget(0, camera_);
    none_->setText(tr("There is no camera to take a photo with. Add one under “Cameras…”, then come back."));
    view_->setFixedSize(viewSide, viewSide);
    body().addWidget(view_, 0, Qt::AlignHCenter);
    note_->setWordWrap(true);
    note_->setMinimumHeight(2 * note_->fontMetrics().lineSpacing());
    note_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    body().addWidget(note_);
    connect(addButton(tr("Cancel"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::reject);
    cameras_ = addButton(tr("Cameras…"), ButtonKind::Normal);
    take_ = addButton(tr("Take photo"), ButtonKind::Primary);
    connect(cameras_, &QAbstractButton::clicked, this, &PhotoDialog::camerasAsked);
    connect(take_, &QAbstractButton::clicked, this, &PhotoDialog::take);
    connect(camera_, qOverload<int>(&QComboBox::currentIndexChanged), this, &PhotoDialog::aim);
    setModal(false);
}

PhotoDialog::~PhotoDialog() {
    delete view_; // its surface is drawn with the theme's colour and goes first
}

void PhotoDialog::open(const control::State& state) {
    const QVariant before = camera_->currentData();
    camera_->clear();
    for (const stage::Source& source : state.setUp.sources)
        if (isCamera(source.kind))
            camera_->addItem(text(source.name), text(source.id.value));
    const bool any = camera_->count() > 0;
    camera_->setCurrentIndex(std::max(camera_->findData(before), any ? 0 : -1));
    camera_->setVisible(any);
    view_->setVisible(any);
    none_->setVisible(!any);
    cameras_->setVisible(!any);
    take_->setVisible(any);
    waiting_ = false;
    say({});
    adjustSize();
    show();
    raise();
    activateWindow();
    (any ? take_ : cameras_)->setFocus();
    aim();
}

SourceId PhotoDialog::chosen() const {
    return SourceId{camera_->currentData().toString().toStdString()};
}

/// The square of the camera's picture that is kept fills the view.
void PhotoDialog::aim() {
    if (!isVisible() || chosen().empty())
        return;
    view_->createLayoutSurface(engine_);
    stage::SceneItem item;
    item.source = chosen();
    item.area = {0.0, 0.0, 1.0, 1.0};
    item.fit = stage::Fit::Cover;
    view_->setLayout({{0.0, 0.0, 1.0, 1.0}, {item}, {}});
    say({});
}

void PhotoDialog::take() {
    auto* stills = dynamic_cast<engine::Stills*>(engine_);
    if (waiting_ || chosen().empty())
        return;
    if (!stills)
        return came(nullptr);
    waiting_ = true; // the button stays: disabled, it would give the focus to the next one
    // An engine's thread: only the pointer goes over, and is looked at here.
    stills->takeStill(chosen(), [guard = QPointer<PhotoDialog>(this), app = qApp](auto picture) {
        QMetaObject::invokeMethod(
            app, [guard, picture = std::move(picture)] { guard ? guard->came(picture) : void(); },
            Qt::QueuedConnection);
    });
}

void PhotoDialog::came(const std::shared_ptr<const engine::Picture>& picture) {
    waiting_ = false;
    if (!isVisible())
        return; // cancelled meanwhile
    if (!picture)
        return say(tr("This camera shows no picture now. Check that it runs, or choose another one."));
    accept();
    emit taken(picture);
}

void PhotoDialog::releaseSurface() {
    view_->releaseSurface();
    engine_ = nullptr;
}

void PhotoDialog::say(const QString& words) {
    note_->setText(words);
    note_->setAccessibleName(words);
}

QString PhotoDialog::note() const {
    return note_->text();
}

void PhotoDialog::showEvent(QShowEvent* event) {
    Dialog::showEvent(event);
    aim();
}

void PhotoDialog::hideEvent(QHideEvent* event) {
    view_->releaseSurface();
    Dialog::hideEvent(event);
}

} // namespace vitrina::ui
