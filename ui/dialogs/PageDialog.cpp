// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/PageDialog.hpp"

#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"
#include "ui/widgets/QrCode.hpp"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

namespace vitrina::ui {

namespace {

constexpr int codeSide = 216;
constexpr int pairsInARow = 16;

/// "AB:CD:…" in rows that can be compared with a phone's.
QString inRows(const QString& fingerprint) {
    const QStringList pairs = fingerprint.split(QLatin1Char(':'));
    QStringList rows;
    for (int at = 0; at < pairs.size(); at += pairsInARow)
        rows << pairs.mid(at, pairsInARow).join(QLatin1Char(' '));
    return rows.join(QLatin1Char('\n'));
}

} // namespace

PageDialog::PageDialog(const Theme& theme, QWidget* parent)
    : Dialog(theme, tr("The viewers' page"), parent), address_(new QLineEdit(this)), code_(new QrCode(this)),
      phones_(new QCheckBox(tr("Phones on this network"), this)) {
    addHeading(tr("The viewers' page"));
    addText(tr("Viewers watch, chat and buy at this address."));
    code_->setFixedSize(codeSide, codeSide);
    body().addWidget(code_, 0, Qt::AlignHCenter);
    address_->setReadOnly(true);
    address_->setAccessibleName(tr("Address of the page"));
    body().addWidget(address_);
    who_ = addText({});
    body().addWidget(phones_);
    warning_ = addText({});
    fingerprint_ = addText({});
    fingerprint_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    fingerprint_->setAccessibleName(tr("Fingerprint of the certificate"));
    pair_ = addButton(tr("Pair with a server…"), ButtonKind::Normal);
    copy_ = addButton(tr("Copy address"), ButtonKind::Primary);
    copy_->reserveFor({tr("Copied")});
    Button* close = addButton(tr("Close"), ButtonKind::Normal);
    connect(copy_, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(address_->text());
        copy_->setText(tr("Copied"));
        QTimer::singleShot(1500, copy_, [this] { copy_->setText(tr("Copy address")); });
    });
    connect(close, &QAbstractButton::clicked, this, &QDialog::close);
    connect(pair_, &QAbstractButton::clicked, this, &PageDialog::pairingAsked);
    connect(phones_, &QCheckBox::toggled, this, &PageDialog::phonesAsked);
    copy_->setFocus();
    setModal(false);
    for (QWidget* part : {static_cast<QWidget*>(phones_), static_cast<QWidget*>(warning_),
                          static_cast<QWidget*>(fingerprint_), static_cast<QWidget*>(pair_)})
        part->hide();
    setMinimumWidth(480);
}

void PageDialog::setAddress(const QString& address) {
    if (address_->text() == address)
        return;
    address_->setText(address);
    address_->setCursorPosition(0);
    code_->setAddress(address);
    switch (control::whoCanOpen(address.toStdString())) {
    case control::Openness::ThisComputer:
        who_->setText(tr("Only this computer can open it."));
        break;
    case control::Openness::ThisNetwork:
        who_->setText(tr("Everyone on this network can open it, nobody outside."));
        break;
    case control::Openness::Everyone:
        who_->setText(tr("Everyone can open it."));
        break;
    case control::Openness::Nobody:
        who_->setText(tr("There is no address yet."));
        break;
    }
    fit();
}

void PageDialog::setReach(const control::Reach& reach) {
    const bool here = reach.elsewhere.empty();
    {
        const QSignalBlocker quiet(phones_);
        phones_->setChecked(reach.phones);
    }
    phones_->setVisible(here);
    pair_->setVisible(true);
    pair_->setText(here ? tr("Pair with a server…") : tr("Paired server…"));
    const bool refused = reach.phones && reach.phonesError.code != ErrorCode::None;
    const bool open = reach.phones && !refused && !reach.fingerprint.empty();
    if (refused)
        warning_->setText(tr("Phones can't be let in. %1").arg(errorSentence(reach.phonesError.code)));
    else if (open)
        warning_->setText(
            tr("Scan the code with the phone's camera. The phone warns that it does not know this "
               "certificate, as it is "
               "this computer's own: choose “Advanced” and go on (iPhone: “Show Details”, “visit this "
               "website”). It "
               "asks once. Whoever is in doubt compares the certificate's SHA-256 fingerprint:"));
    warning_->setVisible(here && (refused || open));
    fingerprint_->setText(open ? inRows(text(reach.fingerprint)) + QLatin1Char('\n') +
                                     tr("In words: %1").arg(text(reach.words))
                               : QString());
    fingerprint_->setVisible(here && open);
    fit();
}

/// As high as its words: they come and go.
void PageDialog::fit() {
    if (layout()) {
        layout()->activate();
        resize(width(),
               layout()->hasHeightForWidth() ? layout()->heightForWidth(width()) : sizeHint().height());
    }
}

} // namespace vitrina::ui
