// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/MixerRow.hpp"

#include "ui/models/Words.hpp"
#include "ui/theme/Fonts.hpp"

#include <QContextMenuEvent>
#include <QHBoxLayout>

#include <algorithm>
#include <cmath>

namespace vitrina::ui {
namespace {

constexpr int nameWidth = 86;
constexpr int muteWidth = 24;
constexpr int soloWidth = 24;
constexpr int faderWidth = 84;
constexpr int figureWidth = 34;
constexpr int spacing = 8;
/// So near the ceiling the limiter is at work.
constexpr double atCeilingDb = 0.2;

QString decibels(double db) {
    return db <= double(Meter::floorDb)
               ? QStringLiteral("−∞")
               : QString::number(std::lround(db)).replace(QLatin1Char('-'), QChar(0x2212));
}

} // namespace

MixerRow::MixerRow(const Theme& theme, SourceId source, QWidget* parent)
    : QWidget(parent), theme_(theme), source_(std::move(source)),
      name_(new ElidedLabel(theme.large.small, 400, theme.text.primary, this)),
      meter_(new Meter(theme, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 10, 0);
    row->setSpacing(spacing);
    name_->setFixedWidth(nameWidth);
    row->addWidget(name_);
    if (source_.empty())
        buildProgram(*row);
    else
        buildSource(*row);
}

void MixerRow::buildProgram(QHBoxLayout& row) {
    name_->setFullText(tr("Program"));
    limiter_ = new Button(theme_, ButtonKind::Flat, ButtonSize::Small, {}, this);
    limiter_->setTight(true);
    limiter_->setFixedWidth(faderWidth + spacing + figureWidth);
    row.addSpacing(muteWidth + spacing);
    row.addWidget(meter_, 1);
    row.addWidget(limiter_);
    connect(limiter_, &QAbstractButton::clicked, this, [this] {
        emit asked(stage::SetUpEdit{stage::SetLimiter{!limiterOn_, ceilingDb_}});
    });
}

void MixerRow::buildSource(QHBoxLayout& row) {
    mute_ = new Button(theme_, ButtonKind::Flat, ButtonSize::Small, {}, this);
    solo_ = new Button(theme_, ButtonKind::Toggle, ButtonSize::Small, {}, this);
    fader_ = new Fader(theme_, QString(), this);
    figure_ = plainLabel({}, theme_.large.caption, 400, theme_.text.secondary, this);
    figure_->setFixedWidth(figureWidth);
    figure_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.addWidget(mute_);
    row.addWidget(solo_);
    row.addWidget(meter_, 1);
    row.addWidget(fader_);
    row.addWidget(figure_);
    mute_->setCheckable(true);
    solo_->setIconName(QStringLiteral("headphones"));
    solo_->hide();
    // A press is a wish: the button changes when the state has.
    connect(mute_, &QAbstractButton::clicked, this, [this](bool on) {
        mute_->setChecked(!on);
        emit asked(stage::SetMuted{source_, on});
    });
    connect(solo_, &QAbstractButton::clicked, this, [this](bool on) {
        solo_->setChecked(!on);
        emit asked(stage::SetSolo{source_, on});
    });
    connect(fader_, &Fader::dbChosen, this, [this](double db) { emit asked(stage::SetVolume{source_, db}); });
}

void MixerRow::setCompact(bool compact) {
    setFixedHeight(compact ? 26 : 31);
}

void MixerRow::setSoloShown(bool shown) {
    if (solo_) {
        solo_->setVisible(shown);
        return;
    }
    // The mix' meter stays in line with the others, and the scale over all of them.
    const int wide = muteWidth + spacing + (shown ? soloWidth + spacing : 0);
    layout()->itemAt(1)->spacerItem()->changeSize(wide, 0, QSizePolicy::Fixed, QSizePolicy::Minimum);
    layout()->invalidate();
}

void MixerRow::measured(const engine::Meter& meter) {
    meter_->measured(meter.levelDb, meter.peakDb);
    if (!limiter_ || !limiterOn_)
        return;
    const bool works = double(std::max(meter.peakDb[0], meter.peakDb[1])) > ceilingDb_ - atCeilingDb;
    limiter_->setKind(works ? ButtonKind::Warning : ButtonKind::Flat);
    limiter_->setText(works ? tr("Limiting") : tr("Limiter %1").arg(Fader::dbText(ceilingDb_)));
}

void MixerRow::presentProgram(const stage::SetUp& setUp, bool clipping) {
    const bool changed =
        limiterOn_ != setUp.limiter || ceilingDb_ != setUp.limiterDb || limiter_->text().isEmpty();
    limiterOn_ = setUp.limiter;
    ceilingDb_ = setUp.limiterDb;
    if (changed) {
        limiter_->setKind(ButtonKind::Flat);
        limiter_->setText(limiterOn_ ? tr("Limiter %1").arg(Fader::dbText(ceilingDb_)) : tr("Limiter off"));
        limiter_->setToolTip(limiterOn_
                                 ? tr("Nothing goes out louder than %1 dB. Press to switch it off.")
                                       .arg(Fader::dbText(ceilingDb_))
                                 : tr("Press to hold the sound below %1 dB.").arg(Fader::dbText(ceilingDb_)));
    }
    limiter_->setAccessibleName(limiterOn_
                                    ? tr("Limiter of the program, on at %1 dB").arg(Fader::dbText(ceilingDb_))
                                    : tr("Limiter of the program, off"));
    meter_->setMark(clipping ? tr("CLIP") : QString());
    meter_->setAccessibleName(tr("Level of the program, %1 dB").arg(decibels(meter_->levelDb())));
}

void MixerRow::presentMute(const View& view, const QString& name, bool muted) {
    mute_->setChecked(muted);
    mute_->setKind(muted ? ButtonKind::Warning : ButtonKind::Flat);
    mute_->setIconName(muted ? QStringLiteral("muted") : QStringLiteral("speaker"));
    mute_->setAccessibleName(muted ? tr("%1, muted").arg(name) : tr("%1, sound on").arg(name));
    const bool host = source_ == hostSource(view.state.setUp);
    const QString words = muted ? tr("Unmute %1").arg(name) : tr("Mute %1").arg(name);
    mute_->setToolTip(host ? words + QStringLiteral(" (M)") : words);
}

void MixerRow::presentSource(const View& view, const stage::Source& source,
                             const stage::SoundWarnings& warnings) {
    const stage::Stage& onStage = view.state.stage;
    const QString name = sourceName(view.state.setUp, source_);
    name_->setFullText(name);
    presentMute(view, name, stage::mutedOf(onStage, source));
    const bool solo = onStage.solo.contains(source_);
    solo_->setChecked(solo);
    solo_->setAccessibleName(solo ? tr("%1, on the headphones").arg(name)
                                  : tr("%1, not on the headphones").arg(name));
    solo_->setToolTip(solo ? tr("Take %1 off the headphones").arg(name)
                           : tr("Listen to %1 on the headphones").arg(name));
    const double db = stage::volumeOf(onStage, source);
    fader_->setName(name);
    if (!fader_->isSliderDown())
        fader_->showDb(db);
    figure_->setText(Fader::dbText(db));
    const auto status = onStage.sources.find(source_);
    const bool gone = status != onStage.sources.end() && status->second.health != stage::SourceHealth::Live;
    const bool silent = warnings.silentSinceMs.contains(source_);
    meter_->setNote(gone ? tr("no signal") : silent ? tr("silent") : QString());
    meter_->setMark(!gone && warnings.clipping.contains(source_) ? tr("CLIP") : QString());
    meter_->setAccessibleName(gone ? tr("Level of %1, no signal").arg(name)
                                   : tr("Level of %1, %2 dB").arg(name, decibels(meter_->levelDb())));
    setLabelColor(*name_, gone ? theme_.text.label : silent ? theme_.warning.text : theme_.text.primary);
}

void MixerRow::present(const View& view, const stage::SoundWarnings& warnings) {
    if (source_.empty())
        presentProgram(view.state.setUp, warnings.clipping.contains(source_));
    else if (const stage::Source* source = stage::findSource(view.state.setUp, source_))
        presentSource(view, *source, warnings);
}

void MixerRow::contextMenuEvent(QContextMenuEvent* event) {
    emit menuAsked(event->reason() == QContextMenuEvent::Mouse ? event->globalPos()
                                                               : mapToGlobal(QPoint(nameWidth, height())));
}

} // namespace vitrina::ui
