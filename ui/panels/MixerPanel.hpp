// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/SoundDevices.hpp"
#include "ui/panels/MixerRow.hpp"
#include "ui/widgets/Panel.hpp"

#include <memory>
#include <vector>

class QMenu;

namespace vitrina::ui {

/// The program's sound and that of each source. What is seldom needed stands in menus: a row's (right button,
/// or the menu key) and the panel's.
class MixerPanel final : public Panel {
    Q_OBJECT

  public:
    MixerPanel(const Theme& theme, QWidget* parent = nullptr);
    ~MixerPanel() override;
    void present(const View& view);
    void setCompact(bool compact);
    void measured(const engine::MetersMeasured& meters);
    /// Seen with the next present().
    void setWarnings(const stage::SoundWarnings& warnings) { warnings_ = warnings; }
    void setHeadphones(const std::vector<engine::SoundDevice>& headphones);
    MixerRow* row(const SourceId& source) const;
    Button& menuButton() { return *menuButton_; }
    /// The entries of a source's menu, as it is now.
    void fillSourceMenu(QMenu& menu, const SourceId& source);
    void fillMenu(QMenu& menu);

  signals:
    void asked(const vitrina::control::Command& command);
    void syncAsked(const vitrina::SourceId& source);
    void clapAsked(const vitrina::SourceId& source);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void rebuild();
    void fillLimiterMenu(QMenu& menu);
    void fillHeadphonesMenu(QMenu& menu);

    QWidget* column_;
    Button* menuButton_;
    std::vector<MixerRow*> rows_;
    std::vector<SourceId> built_;
    stage::SoundWarnings warnings_;
    std::vector<engine::SoundDevice> headphones_;
    bool compact_ = false;
    /// What menus are made of: the set-up and the stage as drawn last.
    struct Seen;
    std::unique_ptr<Seen> seen_;
};

} // namespace vitrina::ui
