// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/VoidDialog.hpp"

#include "ui/models/OrderWords.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace vitrina::ui {
namespace {

constexpr int longestMessage = 500;

/// Every offer under which something was ordered, with its newest name.
std::map<OfferId, QString> offersOf(const control::State& state) {
    std::map<OfferId, QString> offers;
    for (const auto& [number, entry] : state.orders) {
        for (const commerce::OrderLine& line : entry.order.lines) {
            if (!line.offer.empty())
                offers[line.offer] = text(line.offer.value);
        }
    }
    for (auto& [id, name] : offers) {
        if (const commerce::Offer* offer = commerce::findOffer(state.catalogue, id))
            name = text(offer->title);
    }
    return offers;
}

} // namespace

VoidDialog::VoidDialog(const Theme& theme, QWidget* parent)
    : Dialog(theme, tr("Void since"), parent), offer_(new QComboBox(this)), since_(new QDateTimeEdit(this)),
      message_(new QLineEdit(this)), arming_(theme.armTimeoutMs) {
    addHeading(tr("Cancel all orders of an offer since a moment"));
    const auto field = [&](const QString& words, QWidget* widget) {
        QLabel* label = plainLabel(words, theme.large.small, 400, theme.text.label, this);
        label->setBuddy(widget);
        widget->setAccessibleName(words);
        body().addWidget(label);
        body().addWidget(widget);
    };
    field(tr("Offer"), offer_);
    since_->setDisplayFormat(QStringLiteral("dd.MM. HH:mm:ss"));
    field(tr("Ordered at or after"), since_);
    message_->setMaxLength(longestMessage);
    message_->setText(tr("A wrong price was shown. We are sorry; what was paid comes back."));
    field(tr("Message to each buyer"), message_);
    said_ = addText({});
    connect(addButton(tr("Close"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::close);
    void_ = addButton(tr("Cancel these orders"), ButtonKind::Danger);
    connect(void_, &QAbstractButton::clicked, this, &VoidDialog::pressed);
    connect(&arming_, &Arming::changed, this, &VoidDialog::presentCount);
    const auto touched = [this] {
        arming_.disarm();
        presentCount();
    };
    connect(offer_, &QComboBox::currentIndexChanged, this, touched);
    connect(since_, &QDateTimeEdit::dateTimeChanged, this, touched);
    connect(message_, &QLineEdit::textChanged, this, touched);
    setModal(false);
    setMinimumWidth(480);
}

void VoidDialog::present(const control::State& state) {
    const bool other = state.orders != state_.orders;
    state_.orders = state.orders;
    state_.running = state.running;
    state_.catalogue.offers = state.catalogue.offers;
    state_.clockOffsetMs = state.clockOffsetMs;
    const std::map<OfferId, QString> offers = offersOf(state);
    if (offer_->count() != int(offers.size())) {
        const QVariant chosen = offer_->currentData();
        const QSignalBlocker quiet(offer_);
        offer_->clear();
        std::int64_t first = 0;
        for (const auto& [id, name] : offers)
            offer_->addItem(name, text(id.value));
        offer_->setCurrentIndex(std::max(0, offer_->findData(chosen)));
        for (const auto& [number, entry] : state.orders) {
            if (first == 0 || entry.placedMs < first)
                first = entry.placedMs;
        }
        const QSignalBlocker still(since_);
        since_->setDateTime(QDateTime::fromMSecsSinceEpoch(first - state_.clockOffsetMs));
    }
    if (other)
        arming_.disarm(); // there may be more of them now than were read
    presentCount();
}

std::int64_t VoidDialog::sinceMs() const {
    return since_->dateTime().toMSecsSinceEpoch() / 1000 * 1000 + state_.clockOffsetMs;
}

void VoidDialog::presentCount() {
    const OfferId offer{offer_->currentData().toString().toStdString()};
    const auto numbers = offer.empty() ? std::vector<OrderNumber>{} : voidable(state_, offer, sinceMs());
    said_->setText(
        offer_->count() == 0 ? tr("Nothing was ordered under an offer.")
        : numbers.empty()
            ? tr("No order that can still be cancelled.")
            : tr("Orders that will be cancelled: %1. Their pieces are for sale again.").arg(numbers.size()));
    void_->setEnabled(!numbers.empty());
    void_->setKind(arming_.isArmed() ? ButtonKind::Armed : ButtonKind::Danger);
    void_->setText(arming_.isArmed() ? tr("Press again %1").arg(arming_.secondsLeft())
                                     : tr("Cancel these orders"));
    void_->setAccessibleName(void_->text() + QStringLiteral(". ") + said_->text());
}

QString VoidDialog::said() const {
    return said_->text();
}

bool VoidDialog::disarm() {
    const bool armed = arming_.isArmed();
    arming_.disarm();
    return armed;
}

void VoidDialog::pressed() {
    if (!arming_.press())
        return;
    const std::string typed = message_->text().trimmed().toStdString();
    emit asked(control::Ask{
        commerce::VoidSince{OfferId{offer_->currentData().toString().toStdString()}, sinceMs(), typed}});
    close();
}

} // namespace vitrina::ui
