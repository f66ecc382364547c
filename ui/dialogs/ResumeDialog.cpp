// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ResumeDialog.hpp"

#include "ui/widgets/Format.hpp"

namespace vitrina::ui {

ResumeDialog::ResumeDialog(const Theme& theme, const UnfinishedRun& run, QWidget* parent)
    : Dialog(theme, tr("Resume the show?"), parent) {
    const QString time = wallTimeText(run.lastWallMs).left(5);
    addHeading(run.itemNumber > 0
                   ? tr("Vitrina did not close in order during “%1” (item %2, %3).")
                         .arg(run.showTitle)
                         .arg(run.itemNumber)
                         .arg(time)
                   : tr("Vitrina did not close in order during “%1” (%2).").arg(run.showTitle, time));
    if (run.itemNumber > 0)
        addText(tr("On air was: %1").arg(run.itemTitle));
    addText(
        run.live
            ? tr("Resuming goes on at the same item and scene, live, with the same page, stock and orders. "
                 "A new run starts from the beginning; the old one stays in the file.")
            : tr("Resuming goes on in standby where you were. A new run starts from the beginning; the old "
                 "one stays in the file."));
    Button* anew = addButton(tr("Start a new run"), ButtonKind::Normal);
    Button* resume =
        addButton(run.itemNumber > 0 ? tr("Resume at the same item") : tr("Resume"), ButtonKind::Primary);
    connect(resume, &QAbstractButton::clicked, this, [this] {
        choice_ = Choice::Resume;
        accept();
    });
    connect(anew, &QAbstractButton::clicked, this, [this] {
        choice_ = Choice::StartAnew;
        reject();
    });
    resume->setFocus();
}

} // namespace vitrina::ui
