// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "ui/panels/View.hpp"
#include "ui/theme/Theme.hpp"

#include <QWidget>

#include <vector>

namespace vitrina::ui {

/// What the machine can still do. Negative: not known.
struct MachineLoad {
    double cpuPercent = -1.0;    ///< of one core, this process and its children
    std::int64_t freeBytes = -1; ///< where recordings go

    bool operator==(const MachineLoad&) const = default;
};

/// The line at the foot: server, frames per second, frames lost and why, processor, disk. Never one figure
/// called "lost": lagged, skipped and dropped are three things.
class StatusLine final : public QWidget {
    Q_OBJECT

  public:
    StatusLine(const Theme& theme, QWidget* parent = nullptr);
    void present(const View& view);
    void setStats(const engine::StatsMeasured& stats);
    void setMachine(const MachineLoad& load);
    void setCompact(bool compact);
    QString spoken() const;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Cell {
        QString icon;
        QString text;
        QColor color;
        bool operator==(const Cell&) const = default;
    };
    void build();

    const Theme& theme_;
    Cell server_;
    QString canvas_;
    QString clock_;
    engine::StatsMeasured stats_;
    bool measured_ = false;
    MachineLoad machine_;
    std::vector<Cell> cells_;
    bool compact_ = false;
};

} // namespace vitrina::ui
