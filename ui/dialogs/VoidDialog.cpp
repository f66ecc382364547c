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
#include <utility>

namespace vitrina::ui {
namespace {

constexpr int longestMessage = 500;

/// What buyers read: in the show's language, whatever the window's is.
QString apologyIn(const std::string& locale) {
    if (locale.starts_with("lv"))
        return QStringLiteral("Tika parādīta nepareiza cena. Atvainojamies! Samaksāto atmaksāsim.");
    return QStringLiteral("A wrong price was shown. We are sorry; what was paid comes back.");
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
    connect(since_, &QDateTimeEdit::dateTimeChanged, this, [this, touched] {
        sinceChosen_ = true;
        touched();
    });
    connect(message_, &QLineEdit::textChanged, this, touched);
    setModal(false);
    setMinimumWidth(520);
}

void VoidDialog::present(const control::State& state, const std::set<OrderNumber>& changed, bool all) {
    clockOffsetMs_ = state.clockOffsetMs;
    if (all) {
        candidates_.clear();
        offers_.clear();
        for (const auto& [number, entry] : state.orders)
            note(entry);
    }
    for (const OrderNumber& number : changed) {
        if (const auto entry = state.orders.find(number); entry != state.orders.end())
            note(entry->second);
    }
    presentOffers(state);
    presentSince();
    presentMessage(state.show.locale);
    presentCount();
}

void VoidDialog::note(const control::OrderEntry& entry) {
    Candidate candidate{
        entry.placedMs, commerce::canBecome(entry.state, commerce::OrderState::Cancelled), {}};
    for (const commerce::OrderLine& line : entry.order.lines) {
        if (!line.offer.empty())
            candidate.offers.push_back(line.offer);
    }
    if (candidate.offers.empty())
        return;
    offers_.insert(candidate.offers.begin(), candidate.offers.end());
    candidates_[entry.order.number] = std::move(candidate);
}

/// Every offer under which something was ordered, with its newest name. The one that is chosen stays chosen.
void VoidDialog::presentOffers(const control::State& state) {
    std::vector<std::pair<QString, QString>> named;
    for (const OfferId& id : offers_) {
        const commerce::Offer* offer = commerce::findOffer(state.catalogue, id);
        named.emplace_back(text(offer ? offer->title : id.value), text(id.value));
    }
    bool same = offer_->count() == int(named.size());
    for (int i = 0; same && i < offer_->count(); ++i)
        same = offer_->itemText(i) == named[std::size_t(i)].first &&
               offer_->itemData(i).toString() == named[std::size_t(i)].second;
    if (same)
        return;
    const QVariant chosen = offer_->currentData();
    const QSignalBlocker quiet(offer_);
    offer_->clear();
    for (const auto& [name, id] : named)
        offer_->addItem(name, id);
    offer_->setCurrentIndex(std::max(0, offer_->findData(chosen)));
    if (offer_->currentData() != chosen)
        arming_.disarm();
}

/// Begins with the first of them, until a person has chosen a moment.
void VoidDialog::presentSince() {
    const auto first = std::ranges::min_element(
        candidates_, {}, [](const auto& candidate) { return candidate.second.placedMs; });
    if (sinceChosen_ || first == candidates_.end())
        return;
    const QSignalBlocker quiet(since_);
    const auto begin = QDateTime::fromMSecsSinceEpoch(first->second.placedMs - clockOffsetMs_);
    if (since_->dateTime() != begin) // else digits that are being typed would be written over
        since_->setDateTime(begin);
}

void VoidDialog::presentMessage(const std::string& locale) {
    const QString apology = apologyIn(locale);
    if (apology == proposed_ || message_->text() != proposed_)
        return; // as it is, or a person's own words
    proposed_ = apology;
    message_->setText(apology);
    message_->setCursorPosition(0); // it is read from its beginning
}

std::int64_t VoidDialog::sinceMs() const {
    return since_->dateTime().toMSecsSinceEpoch() / 1000 * 1000 + clockOffsetMs_;
}

int VoidDialog::count() const {
    const OfferId offer{offer_->currentData().toString().toStdString()};
    const std::int64_t since = sinceMs();
    return int(std::ranges::count_if(candidates_, [&](const auto& one) {
        const Candidate& candidate = one.second;
        return candidate.cancellable && candidate.placedMs >= since &&
               std::ranges::find(candidate.offers, offer) != candidate.offers.end();
    }));
}

/// More orders may come while it is armed: in a rush they do. What stands there is what is cancelled.
void VoidDialog::presentCount() {
    const int orders = count();
    said_->setText(
        offer_->count() == 0 ? tr("Nothing was ordered under an offer.")
        : orders == 0
            ? tr("No order that can still be cancelled.")
            : tr("Orders that will be cancelled: %1. Their pieces are for sale again.").arg(orders));
    void_->setEnabled(orders > 0);
    if (orders == 0 && arming_.isArmed())
        return arming_.disarm(); // and draws this again
    void_->setKind(arming_.isArmed() ? ButtonKind::Armed : ButtonKind::Danger);
    void_->setText(arming_.isArmed() ? tr("Press again %1").arg(arming_.secondsLeft())
                                     : tr("Cancel these orders"));
    void_->setAccessibleName(void_->text() + QStringLiteral(". ") + said_->text());
}

QString VoidDialog::said() const {
    return said_->text();
}

bool VoidDialog::disarmFirst() {
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

void VoidDialog::hideEvent(QHideEvent* event) {
    Dialog::hideEvent(event);
    arming_.disarm();
}

} // namespace vitrina::ui
