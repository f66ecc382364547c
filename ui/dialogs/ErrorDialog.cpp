// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ErrorDialog.hpp"

#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QVBoxLayout>

namespace vitrina::ui {

ErrorDialog::ErrorDialog(const Theme& theme, const QString& heading, const QString& subject,
                         const Error& error, QWidget* parent)
    : Dialog(theme, heading, parent) {
    addHeading(heading);
    if (!subject.isEmpty()) {
        QLabel* which = addText(subject);
        which->setTextInteractionFlags(Qt::TextSelectableByMouse);
        which->setFont([&] {
            QFont font = which->font();
            font.setWeight(QFont::DemiBold);
            return font;
        }());
    }
    explanation_ = addText(errorSentence(error.code));
    if (!error.detail.empty()) {
        QLabel* detail = plainLabel(tr("Details: %1").arg(text(error.detail)), this->theme().large.caption,
                                    400, this->theme().text.label, this);
        detail->setWordWrap(true);
        detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
        body().addWidget(detail);
    }
    Button* close = addButton(tr("Close"), ButtonKind::Primary);
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    close->setFocus();
}

void ErrorDialog::setExplanation(const QString& words) {
    explanation_->setText(words);
}

} // namespace vitrina::ui
