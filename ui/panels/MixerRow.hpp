// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"
#include "engine/Engine.hpp"
#include "stage/SoundWatch.hpp"
#include "ui/panels/View.hpp"
#include "ui/widgets/Button.hpp"
#include "ui/widgets/Fader.hpp"
#include "ui/widgets/Labels.hpp"
#include "ui/widgets/Meter.hpp"

class QHBoxLayout;

namespace vitrina::ui {

/// One source's sound, or the mix: name, mute, solo, meter, fader, figure. The mix has its limiter where a
/// source has its fader.
class MixerRow final : public QWidget {
    Q_OBJECT

  public:
    /// An empty source is the program mix.
    MixerRow(const Theme& theme, SourceId source, QWidget* parent = nullptr);
    void present(const View& view, const stage::SoundWarnings& warnings);
    void measured(const engine::Meter& meter);
    void setCompact(bool compact);
    /// Solo is there only where it can be heard.
    void setSoloShown(bool shown);
    const SourceId& source() const { return source_; }
    Button* mute() { return mute_; }
    Button* solo() { return solo_; }
    Button* limiter() { return limiter_; }
    Fader* fader() { return fader_; }
    Meter& meter() { return *meter_; }

  signals:
    void asked(const vitrina::control::Command& command);
    void menuAsked(const QPoint& globalPosition);

  protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

  private:
    void buildProgram(QHBoxLayout& row);
    void buildSource(QHBoxLayout& row);
    void presentProgram(const stage::SetUp& setUp, bool clipping);
    void presentSource(const View& view, const stage::Source& source, const stage::SoundWarnings& warnings);
    void presentMute(const View& view, const QString& name, bool muted);

    const Theme& theme_;
    SourceId source_;
    ElidedLabel* name_;
    Button* mute_ = nullptr;
    Button* solo_ = nullptr;
    Button* limiter_ = nullptr;
    Meter* meter_;
    Fader* fader_ = nullptr;
    QLabel* figure_ = nullptr;
    double ceilingDb_ = 0.0;
    bool limiterOn_ = false;
};

} // namespace vitrina::ui
