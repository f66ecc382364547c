// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/StatusLine.hpp"

#include "ui/models/Times.hpp"
#include "ui/models/Words.hpp"
#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"
#include "ui/widgets/Format.hpp"

#include <QPainter>

#include <cmath>

namespace vitrina::ui {
namespace {

constexpr int padding = 9;
constexpr int iconSide = 12;

QString framesText(std::uint64_t frames, std::uint64_t total) {
    const double percent = total > 0 ? 100.0 * double(frames) / double(total) : 0.0;
    return QStringLiteral("%1 (%2 %)").arg(countText(std::int64_t(frames)), QString::number(percent, 'f', 1));
}

/// Empty while every window is drawn as often as it can be.
QString easingText(engine::Easing easing) {
    switch (easing) {
    case engine::Easing::Multiview:
        return StatusLine::tr("multiview reduced");
    case engine::Easing::Preview:
        return StatusLine::tr("preview reduced");
    case engine::Easing::Program:
        return StatusLine::tr("windows reduced");
    case engine::Easing::None:
        break;
    }
    return {};
}

} // namespace

StatusLine::StatusLine(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setCompact(false);
}

void StatusLine::setCompact(bool compact) {
    compact_ = compact;
    setFixedHeight(theme_.sizes(compact).statusBar);
    build();
}

void StatusLine::setStats(const engine::StatsMeasured& stats) {
    stats_ = stats;
    measured_ = true;
    build();
}

void StatusLine::setMachine(const MachineLoad& load) {
    machine_ = load;
    build();
}

void StatusLine::present(const View& view) {
    switch (view.state.link) {
    case control::LinkHealth::Up:
        server_ = {QStringLiteral("ready"), tr("Server"), theme_.ready.text};
        break;
    case control::LinkHealth::Connecting:
        server_ = {QStringLiteral("retry"), tr("Server: connecting"), theme_.warning.text};
        break;
    case control::LinkHealth::Down:
        server_ = {QStringLiteral("blocked"),
                   tr("Server: no answer for %1").arg(waitText(spanMs(view.state.linkSince, view.now))),
                   theme_.air.text};
        break;
    case control::LinkHealth::None:
        server_ = {QStringLiteral("clock"), tr("Server: not started"), theme_.text.label};
    }
    const stage::Canvas& canvas = view.state.setUp.canvas;
    canvas_ = tr("Canvas %1×%2 · %3").arg(canvas.width).arg(canvas.height).arg(canvas.fps);
    if (const QString clock = wallTimeText(view.now.wallMs); clock != clock_) {
        clock_ = clock;
        if (compact_)
            update();
    }
    build();
}

void StatusLine::build() {
    std::vector<Cell> cells{server_};
    if (measured_) {
        const auto lost = [&](std::uint64_t frames) {
            return frames > 0 ? theme_.warning.text : theme_.text.secondary;
        };
        const QString eased = easingText(stats_.easing);
        cells.push_back({{},
                         tr("%1 fps").arg(stats_.fps, 0, 'f', 1) +
                             (eased.isEmpty() ? QString() : QStringLiteral(" · ") + eased),
                         theme_.text.secondary});
        cells.push_back({{},
                         tr("Lagged %1").arg(framesText(stats_.framesLagged, stats_.framesTotal)),
                         lost(stats_.framesLagged)});
        cells.push_back({{},
                         tr("Skipped %1").arg(framesText(stats_.framesSkipped, stats_.framesTotal)),
                         lost(stats_.framesSkipped)});
        cells.push_back({{},
                         tr("Dropped %1").arg(framesText(stats_.framesDropped, stats_.framesTotal)),
                         lost(stats_.framesDropped)});
    }
    if (machine_.cpuPercent >= 0.0)
        cells.push_back({{}, tr("CPU %1 %").arg(std::lround(machine_.cpuPercent)), theme_.text.secondary});
    if (machine_.freeBytes >= 0) {
        constexpr std::int64_t gigabyte = 1'000'000'000;
        cells.push_back({{},
                         tr("Disk %1 GB")
                             .arg(QString::number(double(machine_.freeBytes) / gigabyte, 'f',
                                                  machine_.freeBytes < 10 * gigabyte ? 1 : 0)),
                         machine_.freeBytes < 5 * gigabyte ? theme_.warning.text : theme_.text.secondary});
    }
    if (cells == cells_)
        return;
    cells_ = std::move(cells);
    setAccessibleName(spoken());
    update();
}

QString StatusLine::spoken() const {
    QStringList parts;
    for (const Cell& cell : cells_)
        parts << cell.text;
    return parts.join(QStringLiteral(", "));
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.background.panel);
    painter.fillRect(QRect(0, 0, width(), 1), theme_.border.divider);
    const QFont font = uiFont(theme_.large.caption);
    const QFont bold = uiFont(theme_.large.caption, 600);
    painter.setFont(font);
    // On the right the canvas, and the wall clock where the show bar has no room for it.
    int right = width() - padding - 4;
    const auto onRight = [&](const QString& words, const QFont& with, const QColor& color) {
        const int wide = int(std::ceil(figuresWidth(with, words)));
        right -= wide;
        painter.setFont(with);
        painter.setPen(color);
        drawFigures(painter, QRectF(right, 0, wide, height()), Qt::AlignLeft | Qt::AlignVCenter, words);
        right -= 2 * padding;
    };
    if (compact_)
        onRight(clock_, bold, theme_.text.primary);
    onRight(canvas_, font, theme_.text.label);
    painter.setFont(font);
    int x = 4;
    for (const Cell& cell : cells_) {
        const int words = int(std::ceil(figuresWidth(font, cell.text)));
        const int icon = cell.icon.isEmpty() ? 0 : iconSide + 5;
        if (x + padding + icon + words + padding > right)
            break;
        x += padding;
        if (icon > 0)
            drawIcon(painter, QRectF(x, (height() - iconSide) / 2, iconSide, iconSide), cell.icon, cell.color,
                     theme_.background.panel);
        x += icon;
        painter.setPen(icon > 0 ? theme_.text.secondary : cell.color);
        drawFigures(painter, QRectF(x, 0, words, height()), Qt::AlignLeft | Qt::AlignVCenter, cell.text);
        x += words + padding;
        painter.fillRect(QRect(x, (height() - 14) / 2, 1, 14), theme_.border.divider);
    }
}

} // namespace vitrina::ui
