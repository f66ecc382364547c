// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ClapDialog.hpp"

#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>
#include <vector>

namespace vitrina::ui {
namespace {

/// Below this two claps are told apart by chance.
constexpr int fewestClaps = 2;
/// Ears notice 45 ms; claps that differ by more are no measure.
constexpr int widestSpreadMs = 40;

} // namespace

ClapDialog::ClapDialog(const Theme& theme, QWidget* parent)
    : Dialog(theme, tr("Clap test"), parent), camera_(new QComboBox(this)), microphone_(new QComboBox(this)) {
    addHeading(tr("Clap where camera and microphone can hear you"));
    addText(tr("Clap once, wait two seconds, clap again: three times or more. Microphone and camera may stay "
               "muted."));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->addRow(tr("Camera"), camera_);
    form->addRow(tr("Microphone"), microphone_);
    camera_->setAccessibleName(tr("Camera that is measured"));
    microphone_->setAccessibleName(tr("Microphone it is measured against"));
    body().addLayout(form);
    count_ = addText({});
    difference_ = plainLabel({}, theme.large.title, 600, theme.text.primary, this);
    difference_->setWordWrap(true);
    body().addWidget(difference_);
    spread_ = addText({});
    connect(addButton(tr("Start over"), ButtonKind::Normal), &QAbstractButton::clicked, this,
            &ClapDialog::startOver);
    connect(addButton(tr("Close"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::close);
    use_ = addButton(tr("Use this"), ButtonKind::Primary);
    connect(use_, &QAbstractButton::clicked, this, &ClapDialog::takeOver);
    for (QComboBox* box : {camera_, microphone_})
        connect(box, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
            if (!filling_)
                startOver();
        });
    setMinimumWidth(460);
    setModal(false);
    startOver();
}

SourceId ClapDialog::chosen(const QComboBox& box) const {
    return SourceId{box.currentData().toString().toStdString()};
}

void ClapDialog::fill(QComboBox& box, bool pictures) {
    const QVariant before = box.currentData();
    box.clear();
    for (const stage::Source& source : setUp_.sources) {
        if (stage::hasSound(source.kind) && (!pictures || stage::hasPicture(source.kind)))
            box.addItem(text(source.name), text(source.id.value));
    }
    box.setCurrentIndex(std::max(0, box.findData(before)));
}

void ClapDialog::present(const stage::SetUp& setUp) {
    if (setUp == setUp_)
        return;
    const auto named = [](const stage::SetUp& in) {
        std::vector<std::pair<SourceId, std::string>> names;
        for (const stage::Source& source : in.sources)
            names.emplace_back(source.id, source.name);
        return names;
    };
    const bool same = named(setUp) == named(setUp_);
    setUp_ = setUp;
    if (same)
        return;
    filling_ = true;
    fill(*camera_, true);
    fill(*microphone_, false);
    filling_ = false;
    startOver();
}

void ClapDialog::start(const stage::SetUp& setUp, const SourceId& microphone, const SourceId& asked) {
    present(setUp);
    filling_ = true;
    const auto choose = [](QComboBox& box, const SourceId& source) {
        if (const int at = box.findData(text(source.value)); at >= 0)
            box.setCurrentIndex(at);
    };
    choose(*microphone_,
           asked == microphone || camera_->findData(text(asked.value)) < 0 ? asked : microphone);
    choose(*camera_, asked);
    // Not against itself: another camera, where there is one.
    for (int i = 0; i < camera_->count() && chosen(*camera_) == chosen(*microphone_); ++i)
        camera_->setCurrentIndex(i);
    filling_ = false;
    startOver();
}

void ClapDialog::startOver() {
    pairs_.emplace(chosen(*microphone_), chosen(*camera_));
    showResult();
}

void ClapDialog::heard(const engine::ClapHeard& clap) {
    if (isVisible() && pairs_->heard(clap.source, clap.atUs))
        showResult();
}

void ClapDialog::showResult() {
    const bool itself = chosen(*camera_) == chosen(*microphone_);
    const stage::ClapDifference found = itself ? stage::ClapDifference{} : pairs_->difference();
    count_->setText(itself ? tr("Choose a camera and another source it is measured against.")
                           : tr("Heard: microphone %1, camera %2, both %3")
                                 .arg(pairs_->heardEarly())
                                 .arg(pairs_->heardLate())
                                 .arg(found.count));
    const bool steady = found.count >= fewestClaps && found.spreadMs <= widestSpreadMs;
    const bool possible = found.ms >= 0 && found.ms <= stage::maxDelayMs;
    difference_->setText(found.count == 0 ? tr("Waiting for a clap…")
                         : found.ms >= 0  ? tr("The camera comes %1 ms late").arg(found.ms)
                                         : tr("The camera comes %1 ms before the microphone").arg(-found.ms));
    if (found.count == 0)
        spread_->setText(QString());
    else if (found.count < fewestClaps)
        spread_->setText(tr("Clap again to be sure."));
    else if (found.spreadMs > widestSpreadMs)
        spread_->setText(
            tr("The claps differ by %1 ms: start over, in a quieter moment.").arg(found.spreadMs));
    else
        spread_->setText(possible ? tr("The claps agree within %1 ms.").arg(found.spreadMs)
                                  : tr("Only a camera that comes later can be waited for."));
    use_->setEnabled(steady && possible);
}

/// The camera is known to be so late, and the microphone waits for it from now on.
void ClapDialog::takeOver() {
    const stage::ClapDifference found = pairs_->difference();
    if (const stage::Source* camera = stage::findSource(setUp_, chosen(*camera_))) {
        stage::Source measured = *camera;
        measured.delayMs = found.ms;
        emit asked(stage::ChangeSource{measured});
    }
    const stage::Source* microphone = stage::findSource(setUp_, chosen(*microphone_));
    if (microphone && !microphone->followsProgram) {
        stage::Source following = *microphone;
        following.followsProgram = true;
        emit asked(stage::ChangeSource{following});
    }
    close();
}

QString ClapDialog::result() const {
    return difference_->text();
}

} // namespace vitrina::ui
