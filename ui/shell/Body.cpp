// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Body.hpp"

#include "ui/panels/ChatPanel.hpp"
#include "ui/panels/CueLine.hpp"
#include "ui/panels/MixerPanel.hpp"
#include "ui/panels/Monitor.hpp"
#include "ui/panels/MultiviewPanel.hpp"
#include "ui/panels/NeedsPanel.hpp"
#include "ui/panels/OffersPanel.hpp"
#include "ui/panels/RundownPanel.hpp"
#include "ui/panels/TakeColumn.hpp"

#include <algorithm>
#include <initializer_list>

namespace vitrina::ui {
namespace {

/// Widths of the design at its two sizes, and what the lower row must keep.
struct Measures {
    int right, rightMost, multiview, mixer, mixerLeast, tiles, lowerLeast;
    int designWidth;
};
constexpr Measures large{356, 420, 424, 187, 110, 150, 300, 1424};
constexpr Measures small{316, 356, 384, 110, 84, 148, 240, 1264};

} // namespace

Body::Body(const Theme& theme, Art& art, QWidget* parent)
    : QWidget(parent), theme_(theme), preview_(new Monitor(theme, art, MonitorKind::Preview, this)),
      take_(new TakeColumn(theme, this)), program_(new Monitor(theme, art, MonitorKind::Program, this)),
      rundown_(new RundownPanel(theme, art, this)), multiview_(new MultiviewPanel(theme, this)),
      mixer_(new MixerPanel(theme, this)), needs_(new NeedsPanel(theme, this)),
      offers_(new OffersPanel(theme, this)), chat_(new ChatPanel(theme, this)),
      cue_(new CueLine(theme, this)) {}

void Body::setCompact(bool compact) {
    compact_ = compact;
    preview_->setCompact(compact);
    program_->setCompact(compact);
    take_->setCompact(compact);
    rundown_->setCompact(compact);
    mixer_->setCompact(compact);
    offers_->setCompact(compact);
    arrange();
}

void Body::setPlan(bool plan) {
    if (plan == plan_)
        return;
    plan_ = plan;
    for (QWidget* panel :
         std::initializer_list<QWidget*>{preview_, take_, program_, multiview_, mixer_, needs_, chat_})
        panel->setVisible(!plan);
    offers_->setVisible(!plan && offers_->shownCount() > 0);
    rundown_->setPlan(plan);
    arrange();
}

void Body::present(const View& view) {
    preview_->present(view);
    program_->present(view);
    take_->present(view);
    rundown_->present(view);
    multiview_->present(view);
    mixer_->present(view);
    cue_->present(view);
    const int needsBefore = needs_->height();
    needs_->present(view);
    if (needs_->height() != needsBefore)
        arrange();
}

void Body::offersChanged() {
    offers_->setVisible(!plan_ && offers_->shownCount() > 0);
    arrange();
}

void Body::resizeEvent(QResizeEvent*) {
    arrange();
}

void Body::arrange() {
    const int gap = theme_.large.gap;
    if (plan_)
        return rundown_->setGeometry(gap, gap, width() - 2 * gap, height() - 2 * gap);
    const Measures& measures = compact_ ? small : large;
    const int innerWidth = width() - 2 * gap;
    const int innerHeight = height() - 2 * gap;
    const int spare = std::max(0, innerWidth - measures.designWidth);
    const int right = std::min(measures.rightMost, measures.right + spare / 4);
    const int left = innerWidth - right - gap;
    const int takeWidth = take_->width();
    const int monitor = (left - takeWidth - 2 * gap) / 2;
    const int upper = std::min(preview_->heightFor(monitor), innerHeight - gap - measures.lowerLeast);
    int x = gap;
    preview_->setGeometry(x, gap, monitor, upper);
    x += monitor + gap;
    take_->setGeometry(x, gap, takeWidth, upper);
    x += takeWidth + gap;
    program_->setGeometry(x, gap, left + gap - x, upper);

    const int lowerTop = gap + upper + gap;
    const int lower = innerHeight - upper - gap;
    const int cameras = measures.multiview + (spare - (right - measures.right)) * 2 / 5;
    const int rundown = left - gap - cameras;
    rundown_->setGeometry(gap, lowerTop, rundown, lower);
    const int camerasLeft = gap + rundown + gap;
    // With the panic keys in a row below 900 px there is less: the mixer scrolls, tiles can't.
    const int mixer =
        std::clamp(lower - gap - measures.tiles, std::min(measures.mixerLeast, lower / 2), measures.mixer);
    multiview_->setGeometry(camerasLeft, lowerTop, cameras, lower - mixer - gap);
    mixer_->setGeometry(camerasLeft, lowerTop + lower - mixer, cameras, mixer);

    const int rightLeft = gap + left + gap;
    needs_->setGeometry(rightLeft, gap, right, needs_->height());
    int chatTop = gap + needs_->height() + gap;
    if (offers_->shownCount() > 0) {
        offers_->setGeometry(rightLeft, chatTop, right, offers_->height());
        chatTop += offers_->height() + gap;
    }
    const int cueTop = height() - gap - cue_->height();
    chat_->setGeometry(rightLeft, chatTop, right, cueTop - gap - chatTop);
    cue_->setGeometry(rightLeft, cueTop, right, cue_->height());
}

} // namespace vitrina::ui
