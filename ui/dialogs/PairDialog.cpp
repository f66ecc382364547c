// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/PairDialog.hpp"

#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QVBoxLayout>

namespace vitrina::ui {

PairDialog::PairDialog(const Theme& theme, control::ReachPort& port, QWidget* parent)
    : Dialog(theme, tr("A server elsewhere"), parent), port_(port), code_(new QLineEdit(this)),
      progress_(new QProgressBar(this)) {
    addHeading(tr("A server elsewhere"));
    addText(tr(
        "A show server with a public name lets everyone watch and buy, and the video goes up from here only "
        "once. On that machine run “vitrina-server setup --name its.name”: it prints a code that is good "
        "once, "
        "for 15 minutes."));
    state_ = addText({});
    code_->setPlaceholderText(QStringLiteral("shop.example:8444 ABCD-EFGH-…"));
    code_->setAccessibleName(tr("Pairing code"));
    code_->setMaxLength(400);
    body().addWidget(code_);
    answer_ = addText({});
    moveText_ = addText({});
    progress_->setAccessibleName(tr("How far the show has moved"));
    progress_->setRange(0, 100);
    progress_->setTextVisible(false);
    body().addWidget(progress_);
    move_ = addButton({}, ButtonKind::Normal);
    move_->reserveFor({tr("Move the show there"), tr("Move the show here"), tr("Cancel the move")});
    connect(move_, &QAbstractButton::clicked, this, [this] {
        if (port_.reach().movingPercent >= 0)
            port_.cancelMove();
        else
            port_.moveShow(!port_.reach().nextTime.empty());
    });
    forget_ = addButton(tr("Serve from this computer"), ButtonKind::Normal);
    connect(addButton(tr("Close"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::close);
    pair_ = addButton(tr("Pair"), ButtonKind::Primary);
    pair_->reserveFor({tr("Asking…")});
    connect(pair_, &QAbstractButton::clicked, this, &PairDialog::pair);
    connect(code_, &QLineEdit::textChanged, this, &PairDialog::present);
    connect(forget_, &QAbstractButton::clicked, this, [this] {
        forgotten_ = true;
        answer_->setText(tr("From the next start of Vitrina on this computer serves the page."));
        port_.forgetServer();
    });
    connect(&port_, &control::ReachPort::changed, this, &PairDialog::present);
    code_->setFocus();
    setModal(false);
    setMinimumWidth(520);
    present();
}

void PairDialog::pair() {
    if (waiting_)
        return;
    waiting_ = true;
    answer_->setText({});
    present();
    port_.pair(code_->text().toStdString(), [self = QPointer(this)](const std::optional<Error>& error) {
        if (self)
            self->paired(error);
    });
}

void PairDialog::paired(const std::optional<Error>& error) {
    waiting_ = false;
    if (!error) {
        forgotten_ = false;
        code_->clear();
        answer_->setText(tr("Paired. It serves the page from the next start of Vitrina on."));
    } else if (error->code == ErrorCode::BadFormat) {
        answer_->setText(tr("The code is not whole or a letter is wrong. Compare it with the server's."));
    } else if (error->code == ErrorCode::NotAuthorised) {
        answer_->setText(
            tr("The server does not take this code: it was used, or its 15 minutes are over. Make a new one "
               "there."));
    } else if (error->code == ErrorCode::LinkDown) {
        answer_->setText(
            tr("The server does not answer. Is it running, and may its port be reached from here?"));
    } else {
        answer_->setText(errorSentence(error->code));
    }
    present();
}

void PairDialog::present() {
    const control::Reach& reach = port_.reach();
    const std::string& name = reach.nextTime.empty() ? reach.elsewhere : reach.nextTime;
    const bool known = !name.empty() && !forgotten_;
    state_->setText(reach.elsewhere.empty() ? tr("Now this computer serves the page.")
                                            : tr("Now %1 serves the page.").arg(text(reach.elsewhere)));
    forget_->setVisible(known);
    code_->setEnabled(!waiting_);
    pair_->setEnabled(!waiting_ && !code_->text().trimmed().isEmpty());
    pair_->setText(waiting_ ? tr("Asking…") : tr("Pair"));
    presentMove();
}

void PairDialog::presentMove() {
    const control::Reach& reach = port_.reach();
    const bool moving = reach.movingPercent >= 0;
    const bool there = !reach.nextTime.empty();
    const bool possible = there || !reach.elsewhere.empty();
    progress_->setVisible(moving);
    progress_->setValue(reach.movingPercent);
    move_->setVisible(moving || possible);
    move_->setEnabled(!reach.movingDecided);
    move_->setText(moving  ? tr("Cancel the move")
                   : there ? tr("Move the show there")
                           : tr("Move the show here"));
    forget_->setEnabled(!moving && !waiting_);
    moveText_->setVisible(moving || possible);
    if (reach.movingDecided)
        moveText_->setText(tr("The show has moved. The new server opens it."));
    else if (moving)
        moveText_->setText(
            tr("The show moves: nothing is sold until it has arrived. Checkouts keep their time."));
    else if (reach.moveError.code == ErrorCode::LinkDown)
        moveText_->setText(
            tr("The show stays: a server does not answer. Orders are kept where the show is, so it "
               "can't be moved without that server. A show that was never live can begin there "
               "instead: start Vitrina again."));
    else if (reach.moveError.code != ErrorCode::None)
        moveText_->setText(tr("The show stays where it is. %1").arg(errorSentence(reach.moveError.code)));
    else
        moveText_->setText(there
                               ? tr("The show that is open now can move to %1 with its orders and checkouts.")
                                     .arg(text(reach.nextTime))
                               : tr("The show that is open now can move to this computer with its orders and "
                                    "checkouts."));
}

} // namespace vitrina::ui
