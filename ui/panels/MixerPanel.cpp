// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/MixerPanel.hpp"

#include "ui/models/KeyIds.hpp"
#include "ui/models/Words.hpp"
#include "ui/theme/Fonts.hpp"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {

MixerRow::MixerRow(const Theme& theme, SourceId source, QWidget* parent)
    : QWidget(parent), theme_(theme), source_(std::move(source)),
      name_(new ElidedLabel(theme.large.small, 400, theme.text.primary, this)),
      meter_(new Meter(theme, this)),
      figure_(plainLabel({}, theme.large.caption, 400, theme.text.secondary, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 10, 0);
    row->setSpacing(8);
    name_->setFixedWidth(86);
    row->addWidget(name_);
    figure_->setFixedWidth(34);
    figure_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (source_.empty()) {
        name_->setFullText(tr("Program"));
        row->addSpacing(24 + 8);
        row->addWidget(meter_, 1);
        row->addSpacing(84 + 8);
        row->addWidget(figure_);
        return;
    }
    mute_ = new Button(theme, ButtonKind::Flat, ButtonSize::Small, {}, this);
    fader_ = new Fader(theme, QString(), this);
    row->addWidget(mute_);
    row->addWidget(meter_, 1);
    row->addWidget(fader_);
    row->addWidget(figure_);
    mute_->setCheckable(true);
    connect(mute_, &QAbstractButton::clicked, this, [this](bool on) {
        mute_->setChecked(!on);
        emit asked(stage::SetMuted{source_, on});
    });
    connect(fader_, &Fader::dbChosen, this, [this](double db) { emit asked(stage::SetVolume{source_, db}); });
}

void MixerRow::setCompact(bool compact) {
    setFixedHeight(compact ? 26 : 31);
}

void MixerRow::present(const View& view) {
    if (source_.empty())
        return;
    const stage::Stage& onStage = view.state.stage;
    const QString name = sourceName(view.state.setUp, source_);
    name_->setFullText(name);
    const stage::Source* source = stage::findSource(view.state.setUp, source_);
    if (!source)
        return;
    const bool isMuted = stage::mutedOf(onStage, *source);
    const double db = stage::volumeOf(onStage, *source);
    mute_->setChecked(isMuted);
    mute_->setKind(isMuted ? ButtonKind::Warning : ButtonKind::Flat);
    mute_->setIconName(isMuted ? QStringLiteral("muted") : QStringLiteral("speaker"));
    mute_->setAccessibleName(isMuted ? tr("%1, muted").arg(name) : tr("%1, sound on").arg(name));
    const bool host = source_ == hostSource(view.state.setUp);
    const QString words = isMuted ? tr("Unmute %1").arg(name) : tr("Mute %1").arg(name);
    mute_->setToolTip(host ? view.keys.withHint(words, key::muteHost) : words);
    if (!fader_->isSliderDown())
        fader_->showDb(db);
    figure_->setText(Fader::dbText(db));
    const auto status = onStage.sources.find(source_);
    const bool silent = status != onStage.sources.end() && status->second.health != stage::SourceHealth::Live;
    meter_->setNote(silent ? tr("no signal") : QString());
    setLabelColor(*name_, silent ? theme_.text.label : theme_.text.primary);
}

MixerPanel::MixerPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, tr("Mixer"), parent), column_(new QWidget) {
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(column_);
    // setWidget() has switched it on: the panel paints the ground.
    column_->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(column_);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(0);
    layout->addStretch(1);
    body().addWidget(scroll, 1);
}

void MixerPanel::setCompact(bool compact) {
    compact_ = compact;
    for (MixerRow* row : rows_)
        row->setCompact(compact);
}

MixerRow* MixerPanel::row(const SourceId& source) const {
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](MixerRow* r) { return r->source() == source; });
    return found == rows_.end() ? nullptr : *found;
}

void MixerPanel::rebuild(const View& view) {
    built_ = {SourceId{}};
    for (const stage::Source& source : view.state.setUp.sources)
        built_.push_back(source.id);
    for (MixerRow* old : rows_)
        delete old;
    rows_.clear();
    auto* layout = static_cast<QVBoxLayout*>(column_->layout());
    for (const SourceId& source : built_) {
        auto* fresh = new MixerRow(theme(), source, column_);
        fresh->setCompact(compact_);
        connect(fresh, &MixerRow::asked, this, &MixerPanel::asked);
        layout->insertWidget(int(rows_.size()), fresh);
        rows_.push_back(fresh);
    }
}

void MixerPanel::present(const View& view) {
    const auto& sources = view.state.setUp.sources;
    const bool same =
        built_.size() == sources.size() + 1 &&
        std::equal(sources.begin(), sources.end(), built_.begin() + 1,
                   [](const stage::Source& source, const SourceId& id) { return source.id == id; });
    if (!same)
        rebuild(view);
    for (MixerRow* each : rows_)
        each->present(view);
}

void MixerPanel::measured(const engine::MetersMeasured& meters) {
    for (const engine::Meter& meter : meters.meters)
        if (MixerRow* found = row(meter.source))
            found->measured(meter);
}

} // namespace vitrina::ui
