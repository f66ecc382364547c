// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/Pills.hpp"
#include "ui/panels/View.hpp"
#include "ui/widgets/Arming.hpp"
#include "ui/widgets/Button.hpp"
#include "ui/widgets/Labels.hpp"

#include <map>

class QHBoxLayout;

namespace vitrina::ui {

/// The top of the window: which show, how long live, how it goes, where it goes to, and the way on and off
/// air. Ending is armed by the first press and done by a second within five seconds.
class ShowBar final : public QWidget {
    Q_OBJECT

  public:
    ShowBar(const Theme& theme, QWidget* parent = nullptr);
    void present(const View& view);
    void setCompact(bool compact);
    Button& menuButton() { return *menu_; }
    Button& liveButton() { return *live_; }
    OutputPill& pagePill() { return *page_; }
    LivePill& livePill() { return *pill_; }
    StatLabel& viewers() { return *viewers_; }
    StatLabel& orders() { return *orders_; }

    /// Go live, or arm and then end: what the key and the button do.
    void pressLive();
    void pressEnd();
    void disarm() { arming_->disarm(); }
    bool isArmed() const { return arming_->isArmed(); }

  signals:
    void goLiveAsked();
    void endAsked();
    void pageAsked();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void presentClock(const View& view);
    void presentTotals(const View& view);
    void presentOutputs(const View& view);
    void presentPage(const View& view);
    void showLiveButton();
    void keepKeys(const Keys& keys);
    /// Leaves off what is least needed until the rest fits: clock, logo, the word "over", orders.
    void dropToFit();

    const Theme& theme_;
    QHBoxLayout* row_;
    Button* menu_;
    QWidget* logo_;
    ElidedLabel* title_;
    ElidedLabel* shop_;
    LivePill* pill_;
    StatLabel* ends_;
    QWidget* separator_;
    StatLabel* viewers_;
    StatLabel* gmv_;
    StatLabel* orders_;
    QHBoxLayout* outputs_;
    OutputPill* page_;
    std::map<OutputId, OutputPill*> pills_;
    StatLabel* clock_;
    Button* live_;
    Arming* arming_;
    show::RunPhase phase_ = show::RunPhase::None;
    QString liveKey_;
    QString liveTip_;
    QString endTip_;
    bool compact_ = false;
};

} // namespace vitrina::ui
