// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/OfferDialog.hpp"

#include "ui/dialogs/CountdownDialog.hpp"
#include "ui/models/Amounts.hpp"
#include "ui/models/OfferWords.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {
namespace {

constexpr int mostPieces = 1'000'000;

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

} // namespace

OfferDialog::OfferDialog(const Theme& theme, const control::State& state, const QLocale& locale,
                         const commerce::Offer& offer, SendCommand send, QWidget* parent)
    : Dialog(theme, offer.id.empty() ? tr("New offer") : tr("Offer"), parent), state_(state), locale_(locale),
      send_(std::move(send)), id_(offer.id), kind_(new QComboBox(this)), title_(new QLineEdit(this)),
      word_(new QLineEdit(this)), column_(new QWidget(this)), duration_(new QLineEdit(this)),
      pieces_(new QSpinBox(this)), perBuyer_(new QSpinBox(this)), item_(new QComboBox(this)),
      outlives_(new QCheckBox(tr("Goes on after the show"), this)),
      note_(plainLabel({}, theme.large.body, 400, theme.warning.text, this)) {
    build();
    fill(offer);
    for (QLineEdit* field : {title_, word_, duration_})
        connect(field, &QLineEdit::textEdited, this, &OfferDialog::touched);
    for (QSpinBox* field : {pieces_, perBuyer_})
        connect(field, &QSpinBox::valueChanged, this, &OfferDialog::touched);
    connect(kind_, &QComboBox::currentIndexChanged, this, &OfferDialog::touched);
    connect(item_, &QComboBox::currentIndexChanged, this, &OfferDialog::touched);
    connect(outlives_, &QCheckBox::toggled, this, &OfferDialog::touched);
    touched();
    title_->setFocus();
}

void OfferDialog::build() {
    for (const auto kind :
         {commerce::OfferKind::FlashPrice, commerce::OfferKind::Bundle, commerce::OfferKind::Coupon})
        kind_->addItem(offerKindWord(kind), int(kind));
    title_->setMaxLength(int(show::maxTextLength));
    word_->setMaxLength(40);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->addWidget(labelled(theme(), tr("Your name for it (viewers don't see it)"), title_, this), 0, 0);
    grid->addWidget(labelled(theme(), tr("Kind"), kind_, this), 0, 1);
    grid->addWidget(labelled(theme(), tr("Coupon word"), word_, this), 0, 2);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    body().addLayout(grid);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* lines = new QVBoxLayout(column_);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(8);
    add_ = new Button(theme(), ButtonKind::Normal, ButtonSize::Normal, tr("Add a product"), column_);
    add_->setFocusPolicy(Qt::StrongFocus);
    lines->addWidget(add_, 0, Qt::AlignLeft);
    lines->addStretch(1);
    scroll->setWidget(column_);
    column_->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    body().addWidget(scroll, 1);
    connect(add_, &QAbstractButton::clicked, this, qOverload<>(&OfferDialog::addLine));
    buildLimits();
    note_->setWordWrap(true);
    note_->setMinimumHeight(2 * note_->fontMetrics().lineSpacing() + 2);
    note_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    body().addWidget(note_);
    connect(addButton(tr("Cancel"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::reject);
    save_ = addButton(tr("Save"), ButtonKind::Primary);
    save_->reserveFor({tr("Save all the same")});
    connect(save_, &QAbstractButton::clicked, this, &OfferDialog::save);
    setModal(false);
    resize(760, 520);
    setMinimumSize(700, 460);
}

void OfferDialog::buildLimits() {
    duration_->setPlaceholderText(tr("until stopped"));
    duration_->setToolTip(tr("Minutes, or minutes and seconds: 5, 1:30 or 90s"));
    pieces_->setRange(0, mostPieces);
    pieces_->setSpecialValueText(tr("no limit"));
    perBuyer_->setRange(0, int(commerce::maxLineQuantity));
    perBuyer_->setSpecialValueText(tr("no limit"));
    item_->addItem(tr("by hand"), QString());
    for (const show::Segment& segment : state_.show.rundown.segments) {
        for (const show::Item& item : segment.items)
            item_->addItem(text(item.title), text(item.id.value));
    }
    item_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    item_->setMinimumContentsLength(16);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->addWidget(labelled(theme(), tr("How long"), duration_, this), 0, 0);
    grid->addWidget(labelled(theme(), tr("Pieces in all"), pieces_, this), 0, 1);
    grid->addWidget(labelled(theme(), tr("For one buyer"), perBuyer_, this), 0, 2);
    grid->addWidget(labelled(theme(), tr("Starts and stops with"), item_, this), 0, 3);
    outlives_->setAccessibleName(outlives_->text());
    grid->addWidget(outlives_, 1, 0, 1, 4);
    for (int column = 0; column < 4; ++column)
        grid->setColumnStretch(column, column == 3 ? 2 : 1);
    body().addLayout(grid);
}

void OfferDialog::fill(const commerce::Offer& offer) {
    kind_->setCurrentIndex(std::max(0, kind_->findData(int(offer.kind))));
    title_->setText(text(offer.title));
    word_->setText(text(offer.word));
    duration_->setText(offer.durationMs > 0 ? durationText(offer.durationMs) : QString());
    pieces_->setValue(int(std::min<std::int64_t>(offer.pieceLimit, mostPieces)));
    perBuyer_->setValue(int(std::min<std::int64_t>(offer.perBuyer, commerce::maxLineQuantity)));
    item_->setCurrentIndex(std::max(0, item_->findData(text(offer.item.value))));
    outlives_->setChecked(offer.outlivesShow);
    for (const commerce::OfferLine& line : offer.lines)
        addLine(line);
    if (lines_.empty())
        addLine();
}

void OfferDialog::addLine() {
    if (lines_.size() < commerce::maxOfferLines)
        addLine(commerce::OfferLine{});
}

void OfferDialog::addLine(const commerce::OfferLine& shown) {
    Line line;
    line.all = new QWidget(column_);
    auto* grid = new QGridLayout(line.all);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    line.sku = new QComboBox(line.all);
    line.sku->setAccessibleName(tr("Product"));
    line.sku->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    line.sku->setMinimumContentsLength(20);
    for (const commerce::Product& product : state_.catalogue.products) {
        for (const commerce::Variant& variant : product.variants)
            line.sku->addItem(skuName(state_.catalogue, variant.sku) + QStringLiteral(" · ") +
                                  moneyText(variant.price.minor, state_.show.currency, locale_),
                              text(variant.sku.value));
    }
    if (const int index = line.sku->findData(text(shown.sku.value)); index >= 0)
        line.sku->setCurrentIndex(index);
    else if (!shown.sku.empty()) { // its price must not come to stand beside another product
        line.sku->insertItem(0, tr("%1 (no longer in this show)").arg(text(shown.sku.value)), QString());
        line.sku->setCurrentIndex(0);
    }
    line.quantity = new QSpinBox(line.all);
    line.quantity->setRange(1, int(commerce::maxLineQuantity));
    line.quantity->setValue(int(shown.quantity));
    line.quantity->setPrefix(QStringLiteral("× "));
    line.quantity->setAccessibleName(tr("Pieces in one bundle"));
    line.price = new QLineEdit(line.all);
    line.price->setAccessibleName(tr("Price of one piece"));
    line.price->setPlaceholderText(tr("Price of one piece"));
    line.price->setAlignment(Qt::AlignRight);
    if (!shown.sku.empty())
        line.price->setText(amountText(shown.unitMinor, state_.show.currency, locale_));
    line.remove = new Button(theme(), ButtonKind::Flat, ButtonSize::Normal, {}, line.all);
    line.remove->setIconName(QStringLiteral("cross"));
    line.remove->setFocusPolicy(Qt::StrongFocus);
    line.remove->setAccessibleName(tr("Take the product out"));
    line.remove->setToolTip(tr("Take the product out"));
    line.claim = plainLabel({}, theme().large.small, 400, theme().text.label, line.all);
    line.claim->setWordWrap(true);
    grid->addWidget(line.sku, 0, 0);
    grid->addWidget(line.quantity, 0, 1);
    grid->addWidget(line.price, 0, 2);
    grid->addWidget(line.remove, 0, 3);
    grid->addWidget(line.claim, 1, 0, 1, 4);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(2, 1);
    auto* lines = static_cast<QVBoxLayout*>(column_->layout());
    lines->insertWidget(int(lines_.size()), line.all);
    connect(line.sku, &QComboBox::currentIndexChanged, this, &OfferDialog::touched);
    connect(line.quantity, &QSpinBox::valueChanged, this, &OfferDialog::touched);
    connect(line.price, &QLineEdit::textChanged, this, &OfferDialog::touched);
    connect(line.remove, &QAbstractButton::clicked, this, [this, all = line.all] { removeLine(all); });
    QWidget* before = lines_.empty() ? static_cast<QWidget*>(word_) : lines_.back().remove;
    for (QWidget* field :
         std::initializer_list<QWidget*>{line.sku, line.quantity, line.price, line.remove, add_}) {
        setTabOrder(before, field);
        before = field;
    }
    lines_.push_back(line);
    touched();
}

void OfferDialog::removeLine(QWidget* all) {
    if (lines_.size() < 2)
        return;
    const auto gone = std::ranges::find(lines_, all, &Line::all);
    gone->all->hide();
    gone->all->deleteLater();
    lines_.erase(gone);
    add_->setFocus();
    touched();
}

/// Whatever changes: what was agreed to was something else.
void OfferDialog::touched() {
    agreed_.clear();
    const auto kind = commerce::OfferKind(kind_->currentData().toInt());
    word_->setEnabled(kind == commerce::OfferKind::Coupon);
    for (const Line& line : lines_) {
        line.quantity->setVisible(kind == commerce::OfferKind::Bundle);
        line.remove->setEnabled(lines_.size() > 1);
    }
    if (!save_)
        return;
    add_->setEnabled(lines_.size() < commerce::maxOfferLines);
    save_->setText(tr("Save"));
    save_->setKind(ButtonKind::Primary);
    say({});
    presentClaims();
}

/// The page says "was" beside a flash price only; a bundle and a coupon have none.
void OfferDialog::presentClaims() {
    const bool flash = kind_->currentData().toInt() == int(commerce::OfferKind::FlashPrice);
    for (const Line& line : lines_) {
        const commerce::Variant* variant =
            commerce::findVariant(state_.catalogue, Sku{line.sku->currentData().toString().toStdString()});
        const auto minor = minorOf(line.price->text(), state_.show.currency);
        line.claim->setText(flash && variant && minor ? claimText(*variant, *minor, locale_) : QString());
        line.claim->setVisible(!line.claim->text().isEmpty());
    }
}

QString OfferDialog::claim(int line) const {
    return lines_[std::size_t(line)].claim->text();
}

void OfferDialog::say(const QString& words) {
    note_->setText(words);
    note_->setAccessibleName(words);
}

QString OfferDialog::note() const {
    return note_->text();
}

Result<commerce::Offer> OfferDialog::refuse(QWidget* field, ErrorCode code, const QString& words) {
    field->setFocus();
    say(words);
    return fail(code);
}

Result<commerce::Offer> OfferDialog::read() {
    commerce::Offer offer;
    offer.id = id_;
    offer.kind = commerce::OfferKind(kind_->currentData().toInt());
    offer.title = title_->text().trimmed().toStdString();
    if (offer.title.empty())
        return refuse(title_, ErrorCode::BadText, tr("Give the offer a name."));
    const bool bundle = offer.kind == commerce::OfferKind::Bundle;
    if (offer.kind == commerce::OfferKind::Coupon) {
        offer.word = word_->text().trimmed().toStdString();
        if (offer.word.empty())
            return refuse(word_, ErrorCode::BadText, tr("Give the word that viewers type."));
    }
    for (const Line& line : lines_) {
        if (line.sku->currentData().toString().isEmpty())
            return refuse(line.sku, ErrorCode::UnknownSku, tr("Choose a product that this show sells."));
        const auto minor = minorOf(line.price->text(), state_.show.currency);
        if (!minor)
            return refuse(line.price, ErrorCode::BadQuantity, tr("Give the price of one piece: 7 or 7.50."));
        offer.lines.push_back({Sku{line.sku->currentData().toString().toStdString()},
                               bundle ? line.quantity->value() : 1, *minor});
    }
    if (!duration_->text().trimmed().isEmpty()) {
        const auto ms = countdownMs(duration_->text());
        if (!ms || *ms > commerce::longestOfferMs)
            return refuse(duration_, ErrorCode::BadDuration,
                          tr("Give minutes, or minutes and seconds, up to 24 hours: 5, 1:30 or 90s."));
        offer.durationMs = *ms;
    }
    offer.pieceLimit = pieces_->value();
    offer.perBuyer = perBuyer_->value();
    offer.item = ItemId{item_->currentData().toString().toStdString()};
    offer.outlivesShow = outlives_->isChecked();
    return offer;
}

void OfferDialog::save() {
    const Result<commerce::Offer> offer = read();
    if (!offer)
        return;
    if (const QString guard = priceGuardText(state_, *offer, locale_); guard != agreed_ && !guard.isEmpty()) {
        say(guard + QLatin1Char('\n') + tr("Save again if you mean it."));
        save_->setText(tr("Save all the same"));
        save_->setKind(ButtonKind::Armed);
        agreed_ = guard;
        return;
    }
    if (const Result<void> done = send_(control::PlanOffer{*offer}); !done) {
        agreed_.clear();
        return say(errorSentence(done.error().code));
    }
    accept();
}

} // namespace vitrina::ui
