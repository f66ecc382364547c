// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/SlideDialog.hpp"

#include "stage/Slide.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace vitrina::ui {
namespace {

constexpr int longestWords = 120;
constexpr int fromNowSeconds = 10 * 60;

} // namespace

SlideDialog::SlideDialog(const Theme& theme, const stage::Source& slide, QWidget* parent)
    : Dialog(theme, tr("Slide: %1").arg(text(slide.name)), parent), slide_(slide),
      words_(new QLineEdit(text(slide.text), this)), counts_(new QCheckBox(tr("Count down to"), this)),
      until_(new QTimeEdit(this)) {
    const stage::Slide held = stage::slideFromAddress(slide.address).value_or(stage::Slide{});
    addHeading(text(slide.name));
    body().addWidget(plainLabel(tr("Words on the slide"), theme.large.small, 400, theme.text.label, this));
    words_->setAccessibleName(tr("Words on the slide"));
    words_->setPlaceholderText(tr("The usual words"));
    words_->setMaxLength(longestWords);
    body().addWidget(words_);
    auto* row = new QHBoxLayout;
    until_->setDisplayFormat(QStringLiteral("HH:mm"));
    until_->setAccessibleName(tr("Time it counts down to"));
    until_->setTime(held.untilMinute ? QTime(*held.untilMinute / 60, *held.untilMinute % 60)
                                     : QTime::currentTime().addSecs(fromNowSeconds));
    counts_->setChecked(held.untilMinute.has_value());
    row->addWidget(counts_);
    row->addWidget(until_);
    row->addStretch(1);
    body().addLayout(row);
    const bool counting = stage::countsDown(held.kind);
    counts_->setVisible(counting);
    until_->setVisible(counting);
    until_->setEnabled(counts_->isChecked());
    if (held.kind == stage::SlideKind::StartingSoon)
        addText(tr("Without a time of its own it counts down to the planned start of the show."));
    Button* leave = addButton(tr("Cancel"), ButtonKind::Normal);
    Button* save = addButton(tr("Save"), ButtonKind::Primary);
    connect(counts_, &QCheckBox::toggled, until_, &QWidget::setEnabled);
    connect(leave, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(save, &QAbstractButton::clicked, this, &QDialog::accept);
    setModal(false);
    words_->setFocus();
}

stage::Source SlideDialog::slide() const {
    stage::Source changed = slide_;
    stage::Slide held = stage::slideFromAddress(slide_.address).value_or(stage::Slide{});
    held.untilMinute.reset();
    if (stage::countsDown(held.kind) && counts_->isChecked())
        held.untilMinute = until_->time().hour() * 60 + until_->time().minute();
    changed.address = stage::addressOf(held);
    changed.text = words_->text().trimmed().toStdString();
    return changed;
}

} // namespace vitrina::ui
