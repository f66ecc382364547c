// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/OrderPane.hpp"

#include "control/Selling.hpp"
#include "ui/models/Amounts.hpp"
#include "ui/models/OfferWords.hpp"
#include "ui/models/OrderWords.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QAction>
#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {
namespace {

constexpr int longestNote = 500;

/// Forward; noting that it is paid goes at any time.
bool moves(const control::OrderEntry& entry, commerce::OrderState to) {
    return (entry.state < to || to == commerce::OrderState::Paid) &&
           commerce::mayBecome(control::standingOf(entry), to);
}

std::int64_t leftMinor(const control::OrderEntry& entry) {
    return toPayMinor(entry.order) - entry.refundedMinor;
}

} // namespace

OrderPane::OrderPane(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme),
      heading_(plainLabel({}, theme.large.title, 600, theme.text.primary, this)),
      lines_(plainLabel({}, theme.large.small, 400, theme.text.secondary, this)),
      buyer_(plainLabel({}, theme.large.small, 400, theme.text.primary, this)),
      cancelArming_(theme.armTimeoutMs), refundArming_(theme.armTimeoutMs), eraseArming_(theme.armTimeoutMs) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    heading_->setWordWrap(true);
    auto* words = new QWidget(this);
    auto* inner = new QVBoxLayout(words);
    inner->setContentsMargins(0, 0, 4, 0);
    inner->setSpacing(8);
    for (QLabel* label : {heading_, lines_, buyer_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        inner->addWidget(label);
    }
    buyer_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    inner->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(words);
    words->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    buildSteps();
    buildMoney();
    buildNote();
    buildBuyer();
    connect(&eraseArming_, &Arming::changed, this, &OrderPane::presentArmed);
    connect(&cancelArming_, &Arming::changed, this, &OrderPane::presentArmed);
    connect(&refundArming_, &Arming::changed, this, &OrderPane::presentArmed);
    presentButtons();
}

QAction* OrderPane::addAction(const QString& id, const QString& words, const QKeySequence& key,
                              Button* button) {
    auto* action = new QAction(words, this);
    action->setObjectName(id);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setAutoRepeat(false); // A key that is held is no second press.
    actions_ << action;
    connect(action, &QAction::triggered, button, &QAbstractButton::click);
    button->setKeyHint(key.toString(QKeySequence::NativeText));
    button->setAccessibleName(words);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setTight(true);
    return action;
}

QAction* OrderPane::action(const QString& id) const {
    const auto found = std::ranges::find_if(actions_, [&](QAction* one) { return one->objectName() == id; });
    return found == actions_.end() ? nullptr : *found;
}

void OrderPane::buildSteps() {
    auto* grid = new QGridLayout;
    grid->setSpacing(6);
    // There only for an order that was held back to be looked at.
    accept_ = new Button(theme_, ButtonKind::Primary, ButtonSize::Normal, tr("Accept the order"), this);
    QAction* accept = addAction(QStringLiteral("orders.accept"), tr("Accept the order"),
                                QKeySequence(Qt::CTRL | Qt::Key_0), accept_);
    connect(accept_, &QAbstractButton::clicked, this, [this] { change(commerce::OrderState::Placed); });
    grid->addWidget(accept_, 0, 0, 1, 2);
    steps_.push_back({commerce::OrderState::Placed, accept_, accept});
    struct Named {
        commerce::OrderState to;
        QString id, words;
        QKeySequence key;
    };
    const Named named[] = {{commerce::OrderState::Paid, QStringLiteral("orders.paid"), tr("Paid"),
                            QKeySequence(Qt::CTRL | Qt::Key_1)},
                           {commerce::OrderState::Packed, QStringLiteral("orders.packed"), tr("Packed"),
                            QKeySequence(Qt::CTRL | Qt::Key_2)},
                           {commerce::OrderState::Sent, QStringLiteral("orders.sent"), tr("Sent"),
                            QKeySequence(Qt::CTRL | Qt::Key_3)},
                           {commerce::OrderState::Collected, QStringLiteral("orders.collected"),
                            tr("Collected"), QKeySequence(Qt::CTRL | Qt::Key_4)}};
    int place = 0;
    for (const Named& one : named) {
        auto* button = new Button(theme_, ButtonKind::Normal, ButtonSize::Normal, one.words, this);
        QAction* action = addAction(one.id, one.words, one.key, button);
        connect(button, &QAbstractButton::clicked, this, [this, to = one.to] { change(to); });
        grid->addWidget(button, 1 + place / 2, place % 2);
        steps_.push_back({one.to, button, action});
        ++place;
    }
    back_ = new Button(theme_, ButtonKind::Normal, ButtonSize::Normal, tr("One step back"), this);
    addAction(QStringLiteral("orders.back"), tr("One step back"), QKeySequence(Qt::CTRL | Qt::Key_Backspace),
              back_);
    connect(back_, &QAbstractButton::clicked, this, &OrderPane::back);
    grid->addWidget(back_, 3, 0, 1, 2);
    cancel_ = new Button(theme_, ButtonKind::Danger, ButtonSize::Normal, tr("Cancel the order"), this);
    addAction(QStringLiteral("orders.cancel"), tr("Cancel the order"), QKeySequence(Qt::Key_Delete), cancel_);
    connect(cancel_, &QAbstractButton::clicked, this, &OrderPane::cancel);
    grid->addWidget(cancel_, 4, 0, 1, 2);
    static_cast<QVBoxLayout*>(layout())->addLayout(grid);
}

void OrderPane::buildMoney() {
    auto* grid = new QGridLayout;
    grid->setSpacing(6);
    refund_ = new QLineEdit(this);
    refund_->setAccessibleName(tr("Amount to pay back"));
    refund_->setPlaceholderText(tr("all of it"));
    refund_->setAlignment(Qt::AlignRight);
    restock_ = new QCheckBox(tr("Pieces are for sale again"), this);
    restock_->setAccessibleName(restock_->text());
    refundButton_ = new Button(theme_, ButtonKind::Danger, ButtonSize::Normal, tr("Pay back"), this);
    addAction(QStringLiteral("orders.refund"), tr("Pay back"), QKeySequence(Qt::CTRL | Qt::Key_R),
              refundButton_);
    connect(refundButton_, &QAbstractButton::clicked, this, &OrderPane::refund);
    connect(refund_, &QLineEdit::textChanged, this, [this] {
        refundArming_.disarm();
        presentButtons();
    });
    connect(restock_, &QCheckBox::toggled, this, [this] { refundArming_.disarm(); });
    grid->addWidget(refund_, 0, 0);
    grid->addWidget(refundButton_, 0, 1);
    grid->addWidget(restock_, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(grid);
}

void OrderPane::buildNote() {
    auto* row = new QGridLayout;
    row->setSpacing(6);
    note_ = new QLineEdit(this);
    note_->setMaxLength(longestNote);
    note_->setAccessibleName(tr("Note to the buyer"));
    note_->setPlaceholderText(tr("Note to the buyer"));
    send_ = new Button(theme_, ButtonKind::Normal, ButtonSize::Normal, tr("Send"), this);
    send_->setFocusPolicy(Qt::StrongFocus);
    send_->setAccessibleName(tr("Send the note to the buyer"));
    connect(send_, &QAbstractButton::clicked, this, &OrderPane::sendNote);
    connect(note_, &QLineEdit::returnPressed, this, &OrderPane::sendNote);
    connect(note_, &QLineEdit::textChanged, this, &OrderPane::presentButtons);
    row->addWidget(note_, 0, 0);
    row->addWidget(send_, 0, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

/// What a person may ask of us about himself (GDPR art. 15 and 17).
void OrderPane::buildBuyer() {
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    export_ = new Button(theme_, ButtonKind::Normal, ButtonSize::Normal, tr("Export buyer…"), this);
    addAction(QStringLiteral("orders.export-buyer"), tr("Export buyer…"), {}, export_);
    export_->setToolTip(tr("All that is held of this buyer, as a file for him"));
    connect(export_, &QAbstractButton::clicked, this, [this] {
        if (entries_.size() == 1)
            emit exportAsked(entries_[0].order.number);
    });
    erase_ = new Button(theme_, ButtonKind::Danger, ButtonSize::Normal, tr("Erase buyer"), this);
    addAction(QStringLiteral("orders.erase-buyer"), tr("Erase buyer"), {}, erase_);
    connect(erase_, &QAbstractButton::clicked, this, &OrderPane::erase);
    row->addWidget(export_, 1);
    row->addWidget(erase_, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void OrderPane::erase() {
    cancelArming_.disarm();
    refundArming_.disarm();
    if (entries_.size() != 1)
        return;
    const OrderNumber number = entries_[0].order.number;
    if (eraseArming_.press())
        emit asked(control::Ask{commerce::EraseBuyer{number}});
    else
        emit said(tr("A second press erases this buyer's name, contact, phone, address and words in all of "
                     "the buyer's orders, for good. Orders, sums and stock stay, and so does what the buyer "
                     "wrote in the chat, under the name given there."));
}

void OrderPane::choose(const std::vector<OrderNumber>& numbers) {
    if (numbers == numbers_)
        return;
    numbers_ = numbers;
    disarm();
    refund_->clear();
    restock_->setChecked(false);
    note_->clear();
}

bool OrderPane::disarm() {
    const bool armed = cancelArming_.isArmed() || refundArming_.isArmed() || eraseArming_.isArmed();
    cancelArming_.disarm();
    refundArming_.disarm();
    eraseArming_.disarm();
    return armed;
}

void OrderPane::forget() {
    disarm();
    buyer_->clear();
    refund_->clear();
    note_->clear();
}

void OrderPane::present(const View& view, const Buyers& buyers, bool buyersShown) {
    currency_ = view.state.show.currency;
    locale_ = view.locale;
    pending_ = pendingOrders(view.state);
    std::vector<control::OrderEntry> entries;
    for (const OrderNumber& number : numbers_) {
        if (const auto entry = view.state.orders.find(number); entry != view.state.orders.end())
            entries.push_back(entry->second);
    }
    if (entries != entries_)
        disarm(); // it is another order now, or stands elsewhere
    entries_ = std::move(entries);
    if (entries_.size() == 1) {
        presentOrder(view, entries_.front());
        presentBuyer(view, entries_.front(), buyers, buyersShown);
    } else {
        std::int64_t sum = 0;
        for (const control::OrderEntry& entry : entries_)
            sum += toPayMinor(entry.order);
        heading_->setText(entries_.empty() ? tr("No order is chosen.")
                                           : tr("%n orders are chosen", nullptr, int(entries_.size())));
        lines_->setText(entries_.empty() ? QString() : moneyText(sum, currency_, view.locale));
        buyer_->clear();
    }
    presentButtons();
}

void OrderPane::presentOrder(const View& view, const control::OrderEntry& entry) {
    const auto money = [&](std::int64_t minor) {
        return moneyText(minor, currency_, view.locale);
    };
    heading_->setText(text(entry.order.number.value) + QStringLiteral(" · ") + orderStateWord(entry.state));
    QStringList lines;
    for (const commerce::OrderLine& line : entry.order.lines) {
        QString words = QStringLiteral("%1 × %2 · %3")
                            .arg(line.quantity)
                            .arg(skuName(view.state.catalogue, line.sku), money(line.unitMinor));
        if (const auto* offer = commerce::findOffer(view.state.catalogue, line.offer))
            words += QStringLiteral(" · ") + text(offer->title);
        lines << words;
    }
    if (!entry.order.delivery.way.empty())
        lines << tr("%1: %2").arg(deliveryText(view.state, entry.order.delivery),
                                  money(entry.order.delivery.minor));
    lines
        << tr("To pay %1, %2").arg(money(toPayMinor(entry.order)), paymentWord(entry.order.delivery.payment));
    const std::int64_t owed = commerce::owedMinor(control::standingOf(entry), toPayMinor(entry.order));
    if (owed > 0)
        lines << tr("It was paid: %1 is to go back to the buyer").arg(money(owed));
    else if (entry.paid)
        lines << tr("It is paid");
    if (entry.refundedMinor > 0)
        lines << tr("Paid back %1").arg(money(entry.refundedMinor));
    lines_->setText(lines.join(QLatin1Char('\n')));
}

void OrderPane::presentBuyer(const View& view, const control::OrderEntry& entry, const Buyers& buyers,
                             bool shown) {
    const auto found = buyers.find(entry.order.number);
    if (entry.erased)
        return buyer_->setText(tr("The buyer's data are erased."));
    if (!shown)
        return buyer_->setText(tr("Buyers are hidden: “Show buyers” asks the server for them."));
    if (found == buyers.end())
        return buyer_->setText(view.state.link == control::LinkHealth::Up
                                   ? tr("Asking the server whose it is…")
                                   : tr("The show server does not answer. It is asked when it does."));
    const Buyer& buyer = found->second;
    QStringList lines{buyer.name, buyer.contact, buyer.phone, buyer.address};
    if (!buyer.note.isEmpty())
        lines << tr("Note: %1").arg(buyer.note);
    if (!buyer.reference.isEmpty())
        lines << tr("Transfer says: %1").arg(buyer.reference);
    for (const BuyerWord& word : buyer.words)
        lines << (word.ofShop ? tr("%1 You: %2") : tr("%1 Buyer: %2"))
                     .arg(wallTimeText(word.atMs).left(5), word.text);
    lines.removeAll(QString());
    buyer_->setText(lines.join(QLatin1Char('\n')));
}

QString OrderPane::buyerText() const {
    return buyer_->text();
}

bool OrderPane::isFree(const control::OrderEntry& entry) const {
    return !pending_.contains(entry.order.number);
}

void OrderPane::presentButtons() {
    if (!send_)
        return;
    const auto any = [this](auto can) {
        return std::ranges::any_of(
            entries_, [&](const control::OrderEntry& entry) { return isFree(entry) && can(entry); });
    };
    for (const Step& step : steps_)
        step.button->setEnabled(any([&](const control::OrderEntry& entry) { return moves(entry, step.to); }));
    accept_->setVisible(std::ranges::any_of(entries_, [](const control::OrderEntry& entry) {
        return entry.state == commerce::OrderState::Review;
    }));
    back_->setEnabled(any([](const control::OrderEntry& entry) {
        return stepBack(entry.state) != commerce::OrderState::None;
    }));
    cancel_->setEnabled(any([](const control::OrderEntry& entry) {
        return commerce::canBecome(entry.state, commerce::OrderState::Cancelled);
    }));
    presentRefund();
    const bool held = entries_.size() == 1 && !entries_[0].erased;
    export_->setEnabled(held);
    erase_->setEnabled(held);
    note_->setEnabled(!entries_.empty());
    send_->setEnabled(!entries_.empty() && !note_->text().trimmed().isEmpty());
    presentArmed();
}

void OrderPane::presentRefund() {
    const bool one = entries_.size() == 1;
    const bool refundable = one && isFree(entries_[0]) && leftMinor(entries_[0]) > 0 &&
                            entries_[0].state != commerce::OrderState::Review &&
                            entries_[0].state != commerce::OrderState::Refunded;
    refund_->setEnabled(refundable);
    const auto minor = refundMinor();
    refundButton_->setEnabled(refundable && minor);
    restock_->setEnabled(refundable && minor && *minor == leftMinor(entries_[0]) &&
                         entries_[0].state != commerce::OrderState::Cancelled);
}

/// What the second press does stands in the button: of which order, how much.
void OrderPane::presentArmed() {
    const auto draw = [](Button& button, const Arming& arming, const QString& words, const QString& armed) {
        button.setKind(arming.isArmed() ? ButtonKind::Armed : ButtonKind::Danger);
        button.setText(arming.isArmed() ? QStringLiteral("%1 · %2").arg(armed).arg(arming.secondsLeft())
                                        : words);
        button.setAccessibleName(button.text());
    };
    const int count = int(entries_.size());
    const QString many = tr("Cancel %n orders", nullptr, count);
    draw(*cancel_, cancelArming_, count > 1 ? many : tr("Cancel the order"),
         count == 1 ? tr("Cancel %1").arg(text(entries_[0].order.number.value)) : many);
    draw(*refundButton_, refundArming_, tr("Pay back"),
         tr("Pay back %1").arg(moneyText(refundMinor().value_or(0), currency_, locale_)));
    draw(*erase_, eraseArming_, tr("Erase buyer"), tr("Erase buyer"));
}

/// Until the answer is there, or the request's time is over, the order is left alone.
void OrderPane::ask(const commerce::ChangeOrder& wish) {
    pending_.insert(wish.number);
    emit asked(control::Ask{wish});
}

/// Each order by itself; those that can't go there are passed over.
void OrderPane::change(commerce::OrderState to) {
    const auto entries = entries_;
    for (const control::OrderEntry& entry : entries) {
        if (isFree(entry) && moves(entry, to))
            ask({entry.order.number, to, 0, false, {}});
    }
    presentButtons();
}

void OrderPane::back() {
    const auto entries = entries_;
    for (const control::OrderEntry& entry : entries) {
        if (const auto to = stepBack(entry.state); isFree(entry) && to != commerce::OrderState::None)
            ask({entry.order.number, to, 0, false, {}});
    }
    presentButtons();
}

void OrderPane::cancel() {
    refundArming_.disarm();
    eraseArming_.disarm();
    if (!cancelArming_.press())
        return;
    const std::string note = note_->text().trimmed().toStdString();
    const auto entries = entries_;
    for (const control::OrderEntry& entry : entries) {
        if (isFree(entry) && commerce::canBecome(entry.state, commerce::OrderState::Cancelled))
            ask({entry.order.number, commerce::OrderState::Cancelled, 0, false, note});
    }
    note_->clear();
    presentButtons();
}

std::optional<std::int64_t> OrderPane::refundMinor() const {
    if (entries_.size() != 1)
        return std::nullopt;
    const std::int64_t left = leftMinor(entries_[0]);
    if (refund_->text().trimmed().isEmpty())
        return left;
    const auto minor = minorOf(refund_->text(), currency_);
    return minor && *minor > 0 && *minor <= left ? minor : std::nullopt;
}

void OrderPane::refund() {
    cancelArming_.disarm();
    eraseArming_.disarm();
    const auto minor = refundMinor();
    if (!minor || !isFree(entries_[0]) || !refundArming_.press())
        return;
    const control::OrderEntry& entry = entries_[0];
    const bool whole = *minor == leftMinor(entry);
    const bool stays = entry.state == commerce::OrderState::Cancelled;
    commerce::ChangeOrder wish{entry.order.number, commerce::OrderState::None, *minor,
                               whole && restock_->isEnabled() && restock_->isChecked(),
                               note_->text().trimmed().toStdString()};
    if (whole && !stays) {
        wish.to = commerce::OrderState::Refunded;
        wish.refundMinor = 0; // all that is left
    }
    ask(wish);
    refund_->clear();
    note_->clear();
    presentButtons();
}

void OrderPane::sendNote() {
    const std::string note = note_->text().trimmed().toStdString();
    if (note.empty())
        return;
    const auto entries = entries_;
    for (const control::OrderEntry& entry : entries)
        ask({entry.order.number, commerce::OrderState::None, 0, false, note});
    note_->clear();
}

} // namespace vitrina::ui
