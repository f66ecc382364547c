// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/PageDialog.hpp"

#include "ui/widgets/QrCode.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace vitrina::ui {

PageDialog::PageDialog(const Theme& theme, QWidget* parent)
    : Dialog(theme, tr("The viewers' page"), parent), address_(new QLineEdit(this)), code_(new QrCode(this)) {
    addHeading(tr("The viewers' page"));
    addText(tr("Viewers watch, chat and buy at this address."));
    code_->setFixedSize(264, 264);
    body().addWidget(code_, 0, Qt::AlignHCenter);
    address_->setReadOnly(true);
    address_->setAccessibleName(tr("Address of the page"));
    body().addWidget(address_);
    copy_ = addButton(tr("Copy address"), ButtonKind::Primary);
    copy_->reserveFor({tr("Copied")});
    Button* close = addButton(tr("Close"), ButtonKind::Normal);
    connect(copy_, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(address_->text());
        copy_->setText(tr("Copied"));
        QTimer::singleShot(1500, copy_, [this] { copy_->setText(tr("Copy address")); });
    });
    connect(close, &QAbstractButton::clicked, this, &QDialog::close);
    copy_->setFocus();
    setModal(false);
}

void PageDialog::setAddress(const QString& address) {
    if (address_->text() == address)
        return;
    address_->setText(address);
    address_->setCursorPosition(0);
    code_->setAddress(address);
}

} // namespace vitrina::ui
