// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/TermsDialog.hpp"

#include "ui/models/Amounts.hpp"
#include "ui/models/TermsWords.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

namespace vitrina::ui {
namespace {

constexpr int longestField = 300;
constexpr int textLines = 5;
constexpr std::int64_t minuteMs = 60'000;

QWidget* labelled(const Theme& theme, const QString& words, QWidget* field, QWidget* parent) {
    auto* both = new QWidget(parent);
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    QLabel* label = plainLabel(words, theme.large.small, 400, theme.text.label, both);
    label->setBuddy(field);
    field->setAccessibleName(words);
    column->addWidget(label);
    column->addWidget(field);
    return both;
}

void addSection(const Theme& theme, QVBoxLayout& column, const QString& words) {
    column.addSpacing(6);
    column.addWidget(plainLabel(words, theme.large.body, 600, theme.text.primary));
}

} // namespace

TermsDialog::TermsDialog(const Theme& theme, const commerce::Terms& terms, const std::string& currency,
                         const QLocale& locale, SendCommand send, QWidget* parent)
    : Dialog(theme, tr("Seller and terms"), parent), currency_(currency), locale_(locale),
      send_(std::move(send)), name_(new QLineEdit), register_(new QLineEdit), vatNumber_(new QLineEdit),
      address_(new QLineEdit), phone_(new QLineEdit), email_(new QLineEdit),
      certified_(new QCheckBox(tr("I offer only goods that comply with the law of the European Union"))),
      onDelivery_(new QCheckBox(tr("on delivery"))), atCollection_(new QCheckBox(tr("at collection"))),
      transfer_(new QCheckBox(tr("by transfer"))), account_(new QLineEdit), vat_(new QLineEdit),
      reserve_(new QSpinBox), conditions_(new QPlainTextEdit), withdrawal_(new QPlainTextEdit),
      handOver_(new QComboBox), shop_(new QLineEdit),
      missing_(plainLabel({}, theme.large.small, 400, theme.warning.text, this)),
      note_(plainLabel({}, theme.large.small, 400, theme.warning.text, this)) {
    build();
    fill(terms);
    connectFields();
    touched();
    name_->setFocus();
}

void TermsDialog::build() {
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 10, 0);
    column->setSpacing(8);
    buildSeller(*column);
    buildWays(*column);
    buildPayment(*column);
    buildTexts(*column);
    buildHandOver(*column);
    column->addStretch(1);
    scroll->setWidget(all);
    all->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    body().addWidget(scroll, 1);
    for (QLabel* label : {missing_, note_}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        body().addWidget(label);
    }
    missing_->setMinimumHeight(2 * missing_->fontMetrics().lineSpacing() + 2);
    connect(addButton(tr("Cancel"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::reject);
    save_ = addButton(tr("Save"), ButtonKind::Primary);
    connect(save_, &QAbstractButton::clicked, this, &TermsDialog::save);
    setModal(false);
    resize(820, 640);
    setMinimumSize(760, 520);
}

void TermsDialog::buildSeller(QVBoxLayout& column) {
    addSection(theme(), column, tr("Who sells"));
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    for (QLineEdit* field : {name_, register_, vatNumber_, address_, phone_, email_, account_, shop_})
        field->setMaxLength(longestField);
    grid->addWidget(labelled(theme(), tr("Name, as in the register"), name_, this), 0, 0, 1, 2);
    grid->addWidget(labelled(theme(), tr("Register number"), register_, this), 0, 2);
    grid->addWidget(labelled(theme(), tr("Address"), address_, this), 1, 0, 1, 2);
    grid->addWidget(labelled(theme(), tr("VAT number, if any"), vatNumber_, this), 1, 2);
    grid->addWidget(labelled(theme(), tr("Phone"), phone_, this), 2, 0);
    grid->addWidget(labelled(theme(), tr("E-mail"), email_, this), 2, 1, 1, 2);
    for (int i = 0; i < 3; ++i)
        grid->setColumnStretch(i, 1);
    column.addLayout(grid);
    certified_->setAccessibleName(certified_->text());
    column.addWidget(certified_);
}

void TermsDialog::buildWays(QVBoxLayout& column) {
    addSection(theme(), column, tr("Delivery and collection"));
    wayColumn_ = new QVBoxLayout;
    wayColumn_->setSpacing(8);
    column.addLayout(wayColumn_);
    add_ = new Button(theme(), ButtonKind::Normal, ButtonSize::Normal, tr("Add a way"));
    add_->setFocusPolicy(Qt::StrongFocus);
    add_->setAccessibleName(tr("Add a way of delivery"));
    column.addWidget(add_, 0, Qt::AlignLeft);
    connect(add_, &QAbstractButton::clicked, this, qOverload<>(&TermsDialog::addWay));
}

void TermsDialog::buildPayment(QVBoxLayout& column) {
    addSection(theme(), column, tr("Payment"));
    auto* ways = new QHBoxLayout;
    ways->setSpacing(16);
    for (QCheckBox* box : {onDelivery_, atCollection_, transfer_}) {
        box->setAccessibleName(tr("Payment %1").arg(box->text()));
        ways->addWidget(box);
    }
    ways->addStretch(1);
    column.addLayout(ways);
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    reserve_->setRange(int(commerce::shortestReserveMs / minuteMs),
                       int(commerce::longestReserveMs / minuteMs));
    reserve_->setSuffix(tr(" min"));
    grid->addWidget(labelled(theme(), tr("Account for transfers: holder and number"), account_, this), 0, 0);
    grid->addWidget(labelled(theme(), tr("VAT, %"), vat_, this), 0, 1);
    grid->addWidget(labelled(theme(), tr("A checkout keeps its pieces for"), reserve_, this), 0, 2);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    column.addLayout(grid);
}

void TermsDialog::buildTexts(QVBoxLayout& column) {
    addSection(theme(), column, tr("Terms"));
    for (QPlainTextEdit* field : {conditions_, withdrawal_}) {
        field->setTabChangesFocus(true);
        field->setFixedHeight(field->fontMetrics().lineSpacing() * textLines + 16);
    }
    column.addWidget(labelled(theme(), tr("Terms of sale"), conditions_, this));
    column.addWidget(labelled(theme(), tr("How to withdraw and return within 14 days"), withdrawal_, this));
}

void TermsDialog::buildHandOver(QVBoxLayout& column) {
    addSection(theme(), column, tr("Another shop's checkout"));
    handOver_->addItem(tr("Buyers check out here"), int(commerce::HandOverKind::None));
    handOver_->addItem(tr("Buyers go to a Shopify cart"), int(commerce::HandOverKind::Shopify));
    handOver_->addItem(tr("Buyers go to a WooCommerce cart"), int(commerce::HandOverKind::WooCommerce));
    shop_->setPlaceholderText(QStringLiteral("https://shop.example"));
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    grid->addWidget(labelled(theme(), tr("Checkout"), handOver_, this), 0, 0);
    grid->addWidget(labelled(theme(), tr("Address of that shop"), shop_, this), 0, 1);
    column.addLayout(grid);
}

void TermsDialog::connectFields() {
    for (QLineEdit* field : {name_, register_, vatNumber_, address_, phone_, email_, account_, vat_, shop_})
        connect(field, &QLineEdit::textChanged, this, &TermsDialog::touched);
    for (QCheckBox* box : {certified_, onDelivery_, atCollection_, transfer_})
        connect(box, &QCheckBox::toggled, this, &TermsDialog::touched);
    for (QPlainTextEdit* field : {conditions_, withdrawal_})
        connect(field, &QPlainTextEdit::textChanged, this, &TermsDialog::touched);
    connect(reserve_, &QSpinBox::valueChanged, this, &TermsDialog::touched);
    connect(handOver_, &QComboBox::currentIndexChanged, this, &TermsDialog::touched);
}

void TermsDialog::fill(const commerce::Terms& terms) {
    name_->setText(text(terms.trader.name));
    register_->setText(text(terms.trader.registerNumber));
    vatNumber_->setText(text(terms.trader.vatNumber));
    address_->setText(text(terms.trader.address));
    phone_->setText(text(terms.trader.phone));
    email_->setText(text(terms.trader.email));
    certified_->setChecked(terms.trader.selfCertified);
    for (const commerce::DeliveryWay& way : terms.delivery)
        addWay(way);
    const auto has = [&](commerce::PaymentWay way) {
        return std::ranges::find(terms.payment, way) != terms.payment.end();
    };
    onDelivery_->setChecked(has(commerce::PaymentWay::OnDelivery));
    atCollection_->setChecked(has(commerce::PaymentWay::AtCollection));
    transfer_->setChecked(has(commerce::PaymentWay::Transfer));
    account_->setText(text(terms.transferTo));
    vat_->setText(locale_.toString(terms.vatBasisPoints / 100.0, 'g', 4));
    reserve_->setValue(int(terms.reserveMs / minuteMs));
    conditions_->setPlainText(text(terms.conditions));
    withdrawal_->setPlainText(text(terms.withdrawal));
    handOver_->setCurrentIndex(std::max(0, handOver_->findData(int(terms.handOver.kind))));
    shop_->setText(text(terms.handOver.shop));
}

/// A way keeps its id for good, as orders name it; a new one gets one that none has.
std::string TermsDialog::freeWayId() const {
    for (int number = 1;; ++number) {
        std::string id = "way-" + std::to_string(number);
        if (std::ranges::find(ways_, id, &Way::id) == ways_.end())
            return id;
    }
}

void TermsDialog::addWay() {
    commerce::DeliveryWay fresh;
    fresh.id = freeWayId();
    fresh.kind = commerce::DeliveryKind::Delivery;
    addWay(fresh);
    ways_.back().title->setFocus();
}

void TermsDialog::addWay(const commerce::DeliveryWay& shown) {
    Way way;
    way.id = shown.id;
    way.all = new QWidget(this);
    auto* grid = new QGridLayout(way.all);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(6);
    way.kind = new QComboBox(way.all);
    way.kind->addItem(tr("Delivery"), int(commerce::DeliveryKind::Delivery));
    way.kind->addItem(tr("Collection"), int(commerce::DeliveryKind::Collection));
    way.kind->setCurrentIndex(std::max(0, way.kind->findData(int(shown.kind))));
    way.title = new QLineEdit(text(shown.title), way.all);
    way.detail = new QLineEdit(text(shown.detail), way.all);
    way.prices = new QLineEdit(regionPricesText(shown.prices, currency_, locale_), way.all);
    way.prices->setPlaceholderText(QStringLiteral("LV 3.50; EE 5; * 9.90"));
    way.freeFrom = new QLineEdit(
        shown.freeFromMinor ? amountText(*shown.freeFromMinor, currency_, locale_) : QString(), way.all);
    way.freeFrom->setPlaceholderText(tr("never"));
    way.remove = new Button(theme(), ButtonKind::Flat, ButtonSize::Normal, {}, way.all);
    way.remove->setIconName(QStringLiteral("cross"));
    way.remove->setFocusPolicy(Qt::StrongFocus);
    way.remove->setAccessibleName(tr("Take the way out"));
    way.remove->setToolTip(tr("Take the way out"));
    grid->addWidget(labelled(theme(), tr("Kind"), way.kind, way.all), 0, 0);
    grid->addWidget(labelled(theme(), tr("Title"), way.title, way.all), 0, 1);
    grid->addWidget(labelled(theme(), tr("When, or where"), way.detail, way.all), 0, 2);
    grid->addWidget(way.remove, 0, 3, Qt::AlignBottom);
    grid->addWidget(labelled(theme(), tr("Prices by country, * anywhere else"), way.prices, way.all), 1, 0, 1,
                    2);
    grid->addWidget(labelled(theme(), tr("Free for goods from"), way.freeFrom, way.all), 1, 2);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 2);
    wayColumn_->addWidget(way.all);
    for (QLineEdit* field : {way.title, way.detail, way.prices, way.freeFrom})
        connect(field, &QLineEdit::textChanged, this, &TermsDialog::touched);
    connect(way.kind, &QComboBox::currentIndexChanged, this, &TermsDialog::touched);
    connect(way.remove, &QAbstractButton::clicked, this, [this, all = way.all] {
        const auto gone = std::ranges::find(ways_, all, &Way::all);
        gone->all->hide();
        gone->all->deleteLater();
        ways_.erase(gone);
        add_->setFocus();
        touched();
    });
    QWidget* before = ways_.empty() ? static_cast<QWidget*>(certified_) : ways_.back().freeFrom;
    for (QWidget* field : std::initializer_list<QWidget*>{way.kind, way.title, way.detail, way.remove,
                                                          way.prices, way.freeFrom, add_}) {
        setTabOrder(before, field);
        before = field;
    }
    ways_.push_back(way);
    touched();
}

commerce::Terms TermsDialog::read(QString* wrong, QWidget** field) const {
    const auto refuse = [&](QWidget* widget, const QString& words) {
        if (wrong->isEmpty()) {
            *wrong = words;
            *field = widget;
        }
    };
    const auto typed = [](const QLineEdit* edit) {
        return edit->text().trimmed().toStdString();
    };
    commerce::Terms terms;
    terms.trader = {typed(name_),  typed(register_), typed(vatNumber_),      typed(address_),
                    typed(phone_), typed(email_),    certified_->isChecked()};
    for (const Way& way : ways_) {
        commerce::DeliveryWay one{way.id,
                                  commerce::DeliveryKind(way.kind->currentData().toInt()),
                                  typed(way.title),
                                  typed(way.detail),
                                  {},
                                  std::nullopt};
        const bool sent = one.kind == commerce::DeliveryKind::Delivery;
        if (one.title.empty())
            refuse(way.title, tr("Give each way of delivery a title."));
        const auto prices = regionPrices(way.prices->text(), currency_);
        if (sent && (!prices || prices->empty()))
            refuse(way.prices, tr("Give prices by country: LV 3.50; EE 5; * 9.90."));
        if (sent && prices)
            one.prices = *prices;
        if (sent && !way.freeFrom->text().trimmed().isEmpty()) {
            one.freeFromMinor = minorOf(way.freeFrom->text(), currency_);
            if (!one.freeFromMinor)
                refuse(way.freeFrom, tr("Give an amount from which delivery is free, or leave it empty."));
        }
        terms.delivery.push_back(std::move(one));
    }
    if (onDelivery_->isChecked())
        terms.payment.push_back(commerce::PaymentWay::OnDelivery);
    if (atCollection_->isChecked())
        terms.payment.push_back(commerce::PaymentWay::AtCollection);
    if (transfer_->isChecked())
        terms.payment.push_back(commerce::PaymentWay::Transfer);
    terms.transferTo = typed(account_);
    const auto percent =
        vat_->text().trimmed().isEmpty() ? std::optional<std::int64_t>(0) : minorOf(vat_->text(), "EUR");
    if (!percent || *percent > 10'000)
        refuse(vat_, tr("Give VAT in percent, up to 100: 21."));
    terms.vatBasisPoints = int(percent.value_or(0)); // two decimals of a percent are basis points
    terms.reserveMs = reserve_->value() * minuteMs;
    terms.conditions = conditions_->toPlainText().trimmed().toStdString();
    terms.withdrawal = withdrawal_->toPlainText().trimmed().toStdString();
    terms.handOver = {commerce::HandOverKind(handOver_->currentData().toInt()), typed(shop_)};
    return terms;
}

void TermsDialog::touched() {
    if (!save_)
        return;
    for (const Way& way : ways_) {
        const bool sent = way.kind->currentData().toInt() == int(commerce::DeliveryKind::Delivery);
        way.prices->setEnabled(sent);
        way.freeFrom->setEnabled(sent);
    }
    account_->setEnabled(transfer_->isChecked());
    shop_->setEnabled(handOver_->currentData().toInt() != int(commerce::HandOverKind::None));
    QString wrong;
    QWidget* field = nullptr;
    const commerce::Terms terms = read(&wrong, &field);
    QStringList gaps;
    for (const commerce::TermsGap gap : commerce::gapsOf(terms))
        gaps << (terms.handOver.kind == commerce::HandOverKind::None
                     ? gapWord(gap)
                     : tr("an address that begins with https://"));
    setLabelColor(*missing_, gaps.isEmpty() ? theme().ready.text : theme().warning.text);
    missing_->setText(gaps.isEmpty()
                          ? tr("Nothing is missing: buyers can check out.")
                          : tr("Checkout stays closed. Missing: %1.").arg(gaps.join(QStringLiteral(", "))));
    missing_->setAccessibleName(missing_->text());
    if (!sent_)
        say({});
}

QString TermsDialog::missing() const {
    return missing_->text();
}

QString TermsDialog::note() const {
    return note_->text();
}

void TermsDialog::say(const QString& words) {
    note_->setText(words);
    note_->setAccessibleName(words);
    note_->setVisible(!words.isEmpty());
}

/// With gaps, too: what is typed is not lost, and the checkout stays closed.
void TermsDialog::save() {
    QString wrong;
    QWidget* field = nullptr;
    const commerce::Terms terms = read(&wrong, &field);
    if (!wrong.isEmpty()) {
        field->setFocus();
        return say(wrong);
    }
    sent_ = terms; // before: it may be answered at once
    if (const Result<void> done = send_(control::Ask{commerce::SetTerms{terms}}); !done)
        return refused(errorSentence(done.error().code));
    save_->setEnabled(false);
    say(tr("On its way to the show server…"));
}

void TermsDialog::present(const control::State& state) {
    if (!sent_ || state.catalogue.terms != *sent_)
        return;
    QString wrong;
    QWidget* field = nullptr;
    const bool same = read(&wrong, &field) == *sent_ && wrong.isEmpty();
    refused({});
    if (same)
        accept(); // else something was typed since: it is not lost either
}

void TermsDialog::refused(const QString& words) {
    sent_.reset();
    save_->setEnabled(true);
    say(words);
}

} // namespace vitrina::ui
