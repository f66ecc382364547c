// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "ui/panels/View.hpp"
#include "ui/widgets/Button.hpp"
#include "ui/widgets/Fader.hpp"
#include "ui/widgets/Labels.hpp"
#include "ui/widgets/Meter.hpp"
#include "ui/widgets/Panel.hpp"

#include <vector>

namespace vitrina::ui {

/// One source's sound, or the mix: name, mute, meter, fader, figure.
class MixerRow final : public QWidget {
    Q_OBJECT

  public:
    /// An empty source is the program mix: it has a meter only.
    MixerRow(const Theme& theme, SourceId source, QWidget* parent = nullptr);
    void present(const View& view);
    void measured(const engine::Meter& meter) { meter_->measured(meter.levelDb, meter.peakDb); }
    void setCompact(bool compact);
    const SourceId& source() const { return source_; }
    Button* mute() { return mute_; }
    Fader* fader() { return fader_; }

  signals:
    void asked(const vitrina::control::Command& command);

  private:
    const Theme& theme_;
    SourceId source_;
    ElidedLabel* name_;
    Button* mute_ = nullptr;
    Meter* meter_;
    Fader* fader_ = nullptr;
    QLabel* figure_;
};

class MixerPanel final : public Panel {
    Q_OBJECT

  public:
    MixerPanel(const Theme& theme, QWidget* parent = nullptr);
    void present(const View& view);
    void setCompact(bool compact);
    void measured(const engine::MetersMeasured& meters);
    MixerRow* row(const SourceId& source) const;

  signals:
    void asked(const vitrina::control::Command& command);

  private:
    void rebuild(const View& view);

    QWidget* column_;
    std::vector<MixerRow*> rows_;
    std::vector<SourceId> built_;
    bool compact_ = false;
};

} // namespace vitrina::ui
