// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/SoundNeeds.hpp"
#include "ui/panels/View.hpp"
#include "ui/widgets/Button.hpp"
#include "ui/widgets/Labels.hpp"
#include "ui/widgets/Panel.hpp"

#include <vector>

namespace vitrina::ui {

/// One line: what, since when, and the one button that helps.
class NeedRow final : public QWidget {
    Q_OBJECT

  public:
    NeedRow(const Theme& theme, QWidget* parent = nullptr);
    void setNeed(const Need& need);
    const Need& need() const { return need_; }
    bool isPressable() const { return need_.command.has_value() || !need_.opens.isEmpty(); }
    Button& button() { return *button_; }

  signals:
    void asked(const vitrina::control::Command& command);
    void opened(const QString& place);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void arrange();

    const Theme& theme_;
    Need need_;
    QLabel* title_;
    ElidedLabel* detail_;
    Button* button_;
};

/// All that waits for a person, most urgent first. As high as its lines, up to four; then it scrolls.
class NeedsPanel final : public Panel {
    Q_OBJECT

  public:
    NeedsPanel(const Theme& theme, QWidget* parent = nullptr);
    void present(const View& view);
    /// What the meters warn of: seen with the next present().
    void setSound(const stage::SoundWarnings& warnings) { sound_ = warnings; }
    const std::vector<NeedRow*>& rows() const { return rows_; }
    int shownCount() const { return shown_; }
    /// F4: focus on the first line's button, where it has one.
    void focusFirst();

  signals:
    void asked(const vitrina::control::Command& command);
    /// A line's button opens something: Need::opens.
    void opened(const QString& place);

  private:
    class Count;

    Count* count_;
    QLabel* calm_;
    QWidget* column_;
    std::vector<NeedRow*> rows_;
    stage::SoundWarnings sound_;
    int shown_ = 0;
};

} // namespace vitrina::ui
