// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/LabelDialog.hpp"

#include "ui/models/LabelWords.hpp"
#include "ui/widgets/Format.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace vitrina::ui {

LabelDialog::LabelDialog(const Theme& theme, const show::Show& show, const show::Item& item, QWidget* parent)
    : Dialog(theme, tr("Label on the picture"), parent), item_(item.id),
      paid_(new QCheckBox(tr("Paid for: viewers must be told"), this)), words_(new QComboBox(this)) {
    addHeading(tr("Label for “%1”").arg(text(item.title)));
    addText(tr("It stands on the picture for as long as the item is on air. Nothing covers it."));
    body().addWidget(paid_);
    words_->setEditable(true);
    words_->addItems(usualLabels(show));
    ofShow_ = words_->itemText(0);
    words_->setCurrentText(item.disclosureText.empty() ? ofShow_ : text(item.disclosureText));
    words_->lineEdit()->setMaxLength(int(show::maxTextLength));
    words_->setAccessibleName(tr("Words of the label"));
    body().addWidget(words_);
    paid_->setChecked(item.disclosure);
    words_->setEnabled(item.disclosure);
    connect(paid_, &QCheckBox::toggled, words_, &QWidget::setEnabled);
    connect(addButton(tr("Cancel"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::reject);
    connect(addButton(tr("Keep"), ButtonKind::Primary), &QAbstractButton::clicked, this, &QDialog::accept);
}

show::ChangeItem LabelDialog::change() const {
    show::ChangeItem change;
    change.item = item_;
    change.disclosure = paid_->isChecked();
    const QString words = words_->currentText().simplified();
    change.disclosureText = words == ofShow_ ? std::string() : words.toStdString();
    return change;
}

} // namespace vitrina::ui
