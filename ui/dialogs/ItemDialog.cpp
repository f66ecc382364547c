// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ItemDialog.hpp"

#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QLabel>
#include <QVBoxLayout>

namespace vitrina::ui {

ItemDialog::ItemDialog(const Theme& theme, QWidget* parent)
    : Dialog(theme, tr("Edit row"), parent), form_(new ItemForm(theme, this)) {
    heading_ = addHeading(tr("Edit row"));
    body().addWidget(form_);
    note_ = plainLabel({}, theme.large.small, 400, theme.warning.text, this);
    note_->setWordWrap(true);
    // Room for two lines: the dialog does not grow while it is typed in.
    note_->setMinimumHeight(2 * note_->fontMetrics().lineSpacing());
    note_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    body().addWidget(note_);
    connect(addButton(tr("Cancel"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::reject);
    save_ = addButton(tr("Save"), ButtonKind::Primary);
    save_->reserveFor({tr("Save all the same")});
    connect(save_, &QAbstractButton::clicked, this, &ItemDialog::save);
    pressFromAnywhere(save_);
    connect(form_, &ItemForm::touched, this, [this] {
        agreed_ = false;
        standing();
    });
    setMinimumWidth(560);
    setModal(false);
}

void ItemDialog::edit(const control::State& state, const ItemId& item) {
    const show::Item* found = show::findItem(state.show.rundown, item);
    if (!found)
        return;
    item_ = item;
    agreed_ = false;
    standing_ = Standing::None;
    form_->setCatalogue(state.catalogue);
    form_->edit(*found);
    heading_->setText(tr("Edit row “%1”").arg(text(found->title).left(60)));
    present(state);
    show();
    raise();
    activateWindow();
}

QString ItemDialog::note() const {
    return note_->text();
}

void ItemDialog::present(const control::State& state) {
    const show::AiredItem* current = state.run.current();
    const bool running =
        state.run.phase == show::RunPhase::Live || state.run.phase == show::RunPhase::Standby;
    const Standing now = !show::findItem(state.show.rundown, item_) ? Standing::Gone
                         : current && current->item.id == item_     ? Standing::OnAir
                         : running && state.run.next == item_       ? Standing::Next
                                                                    : Standing::Planned;
    if (now == standing_)
        return;
    standing_ = now;
    agreed_ = false;
    standing();
}

void ItemDialog::standing() {
    save_->setEnabled(standing_ != Standing::Gone);
    save_->setText(tr("Save"));
    switch (standing_) {
    case Standing::Gone:
        return say(tr("This row is no longer in the rundown."));
    case Standing::OnAir:
        return say(tr("It is on air now: what you change is the plan, the picture stays as it was taken."));
    case Standing::Next:
        return say(tr("It is next: what you change counts for the take that comes."));
    case Standing::Planned:
    case Standing::None:
        break;
    }
    say({});
}

void ItemDialog::say(const QString& words) {
    note_->setText(words);
    note_->setAccessibleName(words);
}

/// Another scene or another product in the row that is next: the host may have a hand on the take already.
bool ItemDialog::asksFirst(const show::ChangeItem& change) const {
    return standing_ == Standing::Next && !agreed_ && (change.role || change.kind || change.product);
}

QString ItemDialog::why(const Error& error) const {
    if (error.code != ErrorCode::BadText)
        return errorSentence(error.code);
    return error.detail == "title" ? tr("Give the row a title.")
                                   : tr("There can be 50 talking points of 200 characters each.");
}

void ItemDialog::save() {
    if (standing_ == Standing::Gone)
        return;
    const Result<show::ChangeItem> change = form_->change();
    if (!change)
        return say(why(change.error()));
    if (asksFirst(*change)) {
        agreed_ = true;
        save_->setText(tr("Save all the same"));
        return say(tr("It is next, and this changes what the take will show. Save again if you mean it."));
    }
    accept();
    if (form_->isChanged())
        emit asked(show::Edit{*change});
}

} // namespace vitrina::ui
