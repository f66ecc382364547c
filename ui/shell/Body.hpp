// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.hpp"
#include "ui/widgets/Art.hpp"

#include <QWidget>

namespace vitrina::ui {

class ChatPanel;
class CueLine;
class MixerPanel;
class Monitor;
class MultiviewPanel;
class NeedsPanel;
class OffersPanel;
class RundownPanel;
class TakeColumn;
struct View;

/// Everything between show bar and status line, laid out as ui.md's table has it: monitors first and always
/// equal, spare height to the rundown.
class Body final : public QWidget {
    Q_OBJECT

  public:
    Body(const Theme& theme, Art& art, QWidget* parent = nullptr);
    void setCompact(bool compact);
    /// The rundown has all of it. For planning: pictures, sound and chat are away.
    void setPlan(bool plan);
    bool isPlan() const { return plan_; }
    /// The offers' panel has come or gone, or is higher.
    void offersChanged();
    /// All but the chat, which comes in batches of its own.
    void present(const View& view);

    Monitor& preview() { return *preview_; }
    Monitor& program() { return *program_; }
    TakeColumn& takeColumn() { return *take_; }
    RundownPanel& rundown() { return *rundown_; }
    MultiviewPanel& multiview() { return *multiview_; }
    MixerPanel& mixer() { return *mixer_; }
    NeedsPanel& needs() { return *needs_; }
    OffersPanel& offers() { return *offers_; }
    ChatPanel& chat() { return *chat_; }
    CueLine& cue() { return *cue_; }

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void arrange();

    const Theme& theme_;
    bool compact_ = false;
    bool plan_ = false;
    Monitor* preview_;
    TakeColumn* take_;
    Monitor* program_;
    RundownPanel* rundown_;
    MultiviewPanel* multiview_;
    MixerPanel* mixer_;
    NeedsPanel* needs_;
    OffersPanel* offers_;
    ChatPanel* chat_;
    CueLine* cue_;
};

} // namespace vitrina::ui
