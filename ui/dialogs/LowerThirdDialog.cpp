// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/LowerThirdDialog.hpp"

#include "ui/widgets/Format.hpp"

#include <QLineEdit>
#include <QVBoxLayout>

namespace vitrina::ui {

stage::SetLowerThird lowerThirdOn(const control::State& state) {
    const stage::LowerThird& kept = state.stage.lowerThird;
    if (!kept.title.empty())
        return {true, kept.title, kept.subtitle};
    if (!state.show.hostName.empty())
        return {true, state.show.hostName, state.show.shopName};
    return {true, state.show.shopName.empty() ? state.show.title : state.show.shopName, {}};
}

LowerThirdDialog::LowerThirdDialog(const Theme& theme, const control::State& state, QWidget* parent)
    : Dialog(theme, tr("Lower third"), parent), title_(new QLineEdit(this)), subtitle_(new QLineEdit(this)) {
    addHeading(tr("Lower third"));
    const stage::SetLowerThird words = lowerThirdOn(state);
    title_->setText(text(words.title));
    subtitle_->setText(text(words.subtitle));
    title_->setPlaceholderText(tr("A name, say"));
    title_->setAccessibleName(tr("First line"));
    subtitle_->setPlaceholderText(tr("Second line, may be empty"));
    subtitle_->setAccessibleName(tr("Second line"));
    for (QLineEdit* line : {title_, subtitle_}) {
        line->setMaxLength(int(stage::longestOverlayText));
        body().addWidget(line);
    }
    connect(addButton(tr("Cancel"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::reject);
    Button* show = addButton(tr("Show it"), ButtonKind::Primary);
    connect(show, &QAbstractButton::clicked, this, &QDialog::accept);
    const auto check = [this, show] {
        show->setEnabled(!title_->text().simplified().isEmpty());
    };
    connect(title_, &QLineEdit::textChanged, this, check);
    check();
    title_->selectAll();
    title_->setFocus();
}

stage::SetLowerThird LowerThirdDialog::command() const {
    return {true, title_->text().simplified().toStdString(), subtitle_->text().simplified().toStdString()};
}

} // namespace vitrina::ui
