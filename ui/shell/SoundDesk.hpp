// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "engine/Engine.hpp"
#include "engine/SoundDevices.hpp"
#include "stage/SoundWatch.hpp"
#include "ui/theme/Theme.hpp"

#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace vitrina::ui {

class ClapDialog;
class MixerPanel;
class NeedsPanel;
class SyncDialog;

/// What belongs to the sound around the mixer: warnings from the meters, headphones that are there, the
/// dialogs of lip sync, and the cough key. GUI thread.
class SoundDesk final : public QObject {
    Q_OBJECT

  public:
    SoundDesk(control::Dispatcher& dispatcher, engine::Engine* engine, const Theme& theme, MixerPanel& mixer,
              NeedsPanel& needs, QWidget* window);
    ~SoundDesk() override;

    /// The command of the cough key: held down, the host is silent. Chosen from the menu, where nothing is
    /// held, it stays on until it is chosen again.
    void cough();
    /// With the window's other views.
    void present();
    ClapDialog* clapDialog() { return clap_; }
    SyncDialog* syncDialog() { return sync_; }

  signals:
    void asked(const vitrina::control::Command& command);
    /// Warnings have come or gone: to be drawn.
    void changed();

  public slots:
    void showSync(const vitrina::SourceId& source);
    void showClap(const vitrina::SourceId& source);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void measured(const engine::MetersMeasured& meters);
    void listDevices();
    void setCoughing(bool on);
    void listen(bool on);

    control::Dispatcher& dispatcher_;
    engine::Engine* engine_;
    const Theme& theme_;
    MixerPanel& mixer_;
    NeedsPanel& needs_;
    QWidget* window_;
    stage::SoundWatch watch_;
    SyncDialog* sync_ = nullptr;
    ClapDialog* clap_ = nullptr;
    int heldKey_ = 0;   ///< pressed last and not yet released
    int coughKey_ = 0;  ///< that one, while it makes the host silent
    SourceId coughing_; ///< empty: nobody
    bool listening_ = false;
};

} // namespace vitrina::ui
