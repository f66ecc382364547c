// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/SyncDialog.hpp"

#include "ui/widgets/Format.hpp"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace vitrina::ui {

SyncDialog::SyncDialog(const Theme& theme, QWidget* parent)
    : Dialog(theme, tr("Sync offset"), parent), heading_(addHeading(tr("Sync offset"))),
      offset_(new QSpinBox(this)),
      follows_(new QCheckBox(tr("Follows the camera on program (lip sync)"), this)) {
    addText(tr("A camera's picture comes later than a microphone's sound. Hear the sound later by as much, "
               "and lips and words agree."));
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("Heard later by"), this);
    label->setBuddy(offset_);
    row->addWidget(label);
    offset_->setRange(-stage::maxSyncOffsetMs, stage::maxSyncOffsetMs);
    offset_->setSingleStep(10);
    offset_->setSuffix(QStringLiteral(" ms"));
    offset_->setKeyboardTracking(false);
    row->addWidget(offset_);
    row->addStretch(1);
    body().addLayout(row);
    body().addWidget(follows_);
    follows_->setAccessibleName(follows_->text());
    result_ = addText({});
    connect(offset_, qOverload<int>(&QSpinBox::valueChanged), this, &SyncDialog::change);
    connect(follows_, &QCheckBox::toggled, this, &SyncDialog::change);
    Button* clap = addButton(tr("Clap test…"), ButtonKind::Normal);
    connect(clap, &QAbstractButton::clicked, this, [this] { emit clapAsked(source_.id); });
    Button* close = addButton(tr("Close"), ButtonKind::Primary);
    connect(close, &QAbstractButton::clicked, this, &QDialog::close);
    offset_->setFocus();
    setModal(false);
}

void SyncDialog::change() {
    stage::Source wanted = source_;
    wanted.syncOffsetMs = offset_->value();
    wanted.followsProgram = follows_->isChecked();
    emit asked(stage::ChangeSource{wanted});
}

void SyncDialog::present(const stage::Source& source, int heardLateMs) {
    source_ = source;
    const QString name = text(source.name);
    const QSignalBlocker quietOffset(offset_);
    const QSignalBlocker quietFollows(follows_);
    heading_->setText(tr("Sync offset of “%1”").arg(name));
    offset_->setAccessibleName(tr("“%1” is heard later by, in milliseconds").arg(name));
    if (offset_->value() != source.syncOffsetMs)
        offset_->setValue(source.syncOffsetMs);
    follows_->setChecked(source.followsProgram);
    result_->setText(heardLateMs < 0
                         ? tr("Sound can't be heard before it comes: it is heard at once. Below zero only "
                              "takes something off a camera's delay.")
                         : tr("Now heard %1 ms later than it comes.").arg(heardLateMs));
}

} // namespace vitrina::ui
