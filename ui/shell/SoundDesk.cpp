// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SoundDesk.hpp"

#include "ui/dialogs/ClapDialog.hpp"
#include "ui/dialogs/SyncDialog.hpp"
#include "ui/models/SoundNeeds.hpp"
#include "ui/models/Words.hpp"
#include "ui/panels/MixerPanel.hpp"
#include "ui/panels/NeedsPanel.hpp"

#include <QApplication>
#include <QKeyEvent>

#include <utility>

namespace vitrina::ui {

SoundDesk::SoundDesk(control::Dispatcher& dispatcher, engine::Engine* engine, const Theme& theme,
                     MixerPanel& mixer, NeedsPanel& needs, QWidget* window)
    : QObject(window), dispatcher_(dispatcher), engine_(engine), theme_(theme), mixer_(mixer), needs_(needs),
      window_(window) {
    connect(&dispatcher_, &control::Dispatcher::metersMeasured, this, &SoundDesk::measured);
    connect(&dispatcher_, &control::Dispatcher::clapHeard, this, [this](const engine::ClapHeard& clap) {
        if (clap_)
            clap_->heard(clap);
    });
    connect(&mixer_, &MixerPanel::syncAsked, this, &SoundDesk::showSync);
    connect(&mixer_, &MixerPanel::clapAsked, this, &SoundDesk::showClap);
    connect(&mixer_.menuButton(), &QAbstractButton::pressed, this, &SoundDesk::listDevices);
    qApp->installEventFilter(this);
    listDevices();
}

SoundDesk::~SoundDesk() {
    qApp->removeEventFilter(this);
}

/// Headphones come and go: asked at the start, and whenever the menu that names them is opened.
void SoundDesk::listDevices() {
    auto* list = dynamic_cast<engine::SoundDeviceList*>(engine_);
    if (!list)
        return;
    const QPointer<SoundDesk> self(this);
    list->listSoundDevices([self](engine::SoundDevices devices) {
        // On a thread of the engine: only the application is sure to be there.
        QMetaObject::invokeMethod(
            qApp,
            [self, devices = std::move(devices)] {
                if (self)
                    self->mixer_.setHeadphones(devices.headphones);
            },
            Qt::QueuedConnection);
    });
}

void SoundDesk::measured(const engine::MetersMeasured& meters) {
    const control::State& state = dispatcher_.state();
    const stage::SoundWarnings before = watch_.warnings();
    watch_.measured(readingsOf(state, meters), somebodyIsDue(state), dispatcher_.clock().now().monoMs);
    if (watch_.warnings() == before)
        return;
    mixer_.setWarnings(watch_.warnings());
    needs_.setSound(watch_.warnings());
    emit changed();
}

void SoundDesk::cough() {
    if (!coughing_.empty()) {
        setCoughing(false);
        return;
    }
    coughKey_ = heldKey_;
    setCoughing(true);
}

void SoundDesk::setCoughing(bool on) {
    const SourceId source = on ? hostSource(dispatcher_.state().setUp) : std::exchange(coughing_, {});
    if (source.empty())
        return;
    if (on)
        coughing_ = source;
    else
        coughKey_ = 0;
    emit asked(stage::SetCough{source, on});
}

/// A shortcut has no release. So this looks on: what is pressed is noted before it is looked up among the
/// shortcuts, and its release ends the cough, as does everything after which a release would not be seen.
bool SoundDesk::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        heldKey_ = static_cast<QKeyEvent*>(event)->key();
        break;
    case QEvent::KeyRelease: {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->isAutoRepeat())
            break;
        if (key->key() == heldKey_)
            heldKey_ = 0;
        if (coughKey_ != 0 && key->key() == coughKey_)
            setCoughing(false);
        break;
    }
    case QEvent::WindowDeactivate:
    case QEvent::ApplicationDeactivate:
        heldKey_ = 0;
        if (coughKey_ != 0)
            setCoughing(false);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void SoundDesk::present() {
    const control::State& state = dispatcher_.state();
    if (clap_ && clap_->isVisible())
        clap_->present(state.setUp);
    if (!sync_ || !sync_->isVisible())
        return;
    if (const stage::Source* source = stage::findSource(state.setUp, sync_->source()))
        sync_->present(*source, stage::delayOf(state.setUp, state.stage, *source));
    else
        sync_->close();
}

void SoundDesk::showSync(const SourceId& id) {
    const control::State& state = dispatcher_.state();
    const stage::Source* source = stage::findSource(state.setUp, id);
    if (!source)
        return;
    if (!sync_) {
        sync_ = new SyncDialog(theme_, window_);
        connect(sync_, &SyncDialog::asked, this,
                [this](const stage::SetUpEdit& edit) { emit asked(control::Command(edit)); });
        connect(sync_, &SyncDialog::clapAsked, this, &SoundDesk::showClap);
    }
    sync_->present(*source, stage::delayOf(state.setUp, state.stage, *source));
    sync_->show();
    sync_->raise();
}

void SoundDesk::showClap(const SourceId& source) {
    if (!clap_) {
        clap_ = new ClapDialog(theme_, window_);
        connect(clap_, &ClapDialog::asked, this,
                [this](const stage::SetUpEdit& edit) { emit asked(control::Command(edit)); });
        connect(clap_, &QDialog::finished, this, [this] { listen(false); });
    }
    const stage::SetUp& setUp = dispatcher_.state().setUp;
    clap_->start(setUp, hostSource(setUp), source);
    clap_->show();
    clap_->raise();
    listen(true);
}

void SoundDesk::listen(bool on) {
    if (engine_ && (on || listening_))
        engine_->post(engine::ListenForClaps{on});
    listening_ = on;
}

} // namespace vitrina::ui
