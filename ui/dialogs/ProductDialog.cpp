// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ProductDialog.hpp"

#include "commerce/PlainText.hpp"
#include "ui/models/ShopWords.hpp"
#include "ui/widgets/Art.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QCheckBox>
#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {
namespace {

constexpr int thumbSide = 96;

/// In lines, as a person typed them, without the empty ones.
std::vector<std::string> linesOf(const QPlainTextEdit& field) {
    std::vector<std::string> lines;
    for (const QString& line : field.toPlainText().split(u'\n'))
        if (std::string words = commerce::plainText(line.trimmed().toStdString()); !words.empty())
            lines.push_back(std::move(words));
    return lines;
}

std::string wordsOf(const QString& typed) {
    return commerce::plainText(typed.trimmed().toStdString());
}

} // namespace

/// The picture as it is now.
class ProductDialog::Thumb final : public QWidget {
  public:
    Thumb(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
        setFixedSize(thumbSide, thumbSide);
    }
    void setPicture(const QStringList& folders, const std::string& name) {
        art_ = std::make_unique<Art>(theme_, folders);
        name_ = text(name);
        update();
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (art_)
            art_->paintThumb(painter, rect(), name_, QStringLiteral("product"));
    }

  private:
    const Theme& theme_;
    std::unique_ptr<Art> art_;
    QString name_;
};

ProductDialog::ProductDialog(const Theme& theme, QWidget* parent)
    : Dialog(theme, tr("Product"), parent), heading_(addHeading(tr("Product"))), name_(new QLineEdit(this)),
      code_(new QLineEdit(this)), vat_(new QLineEdit(this)), description_(new QPlainTextEdit(this)),
      forbidden_(new QPlainTextEdit(this)),
      collectionOnly_(new QCheckBox(tr("Only to be collected, is not sent"), this)),
      inShow_(new QCheckBox(tr("Sell in this show"), this)), reason_(new QLineEdit(this)),
      thumb_(new Thumb(theme, this)), variants_(new VariantTable(this)), history_(new QListWidget(this)),
      note_(plainLabel({}, theme.large.small, 400, theme.warning.text, this)) {
    build();
    connect(addButton(tr("Cancel"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::reject);
    save_ = addButton(tr("Save"), ButtonKind::Primary);
    save_->reserveFor({tr("Save all the same")});
    connect(save_, &QAbstractButton::clicked, this, &ProductDialog::save);
    pressFromAnywhere(save_);
    for (QLineEdit* field : {name_, code_, vat_, reason_})
        connect(field, &QLineEdit::textEdited, this, &ProductDialog::touch);
    for (QPlainTextEdit* field : {description_, forbidden_})
        connect(field, &QPlainTextEdit::textChanged, this, &ProductDialog::touch);
    for (QCheckBox* box : {collectionOnly_, inShow_})
        connect(box, &QAbstractButton::toggled, this, &ProductDialog::touch);
    connect(variants_, &VariantTable::touched, this, &ProductDialog::touch);
    resize(900, 640);
    setModal(false);
}

QWidget* ProductDialog::labelled(const QString& words, QWidget* field) {
    auto* both = new QWidget(this);
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    QLabel* label = plainLabel(words, theme().large.small, 400, theme().text.label, both);
    label->setBuddy(field);
    field->setAccessibleName(words);
    column->addWidget(label);
    column->addWidget(field);
    return both;
}

QWidget* ProductDialog::photoSide() {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(thumb_, 0, Qt::AlignHCenter);
    auto* choose = new Button(theme(), ButtonKind::Normal, ButtonSize::Small, tr("File…"), side);
    camera_ = new Button(theme(), ButtonKind::Normal, ButtonSize::Small, tr("Camera…"), side);
    camera_->setAccessibleName(tr("Photo from a camera"));
    removePhoto_ = new Button(theme(), ButtonKind::Normal, ButtonSize::Small, tr("Without"), side);
    removePhoto_->setAccessibleName(tr("Without photo"));
    choose->setAccessibleName(tr("Photo from a file"));
    for (Button* button : {camera_, choose, removePhoto_}) {
        button->setFocusPolicy(Qt::StrongFocus);
        column->addWidget(button);
    }
    column->addStretch(1);
    connect(choose, &QAbstractButton::clicked, this, &ProductDialog::photoAsked);
    connect(camera_, &QAbstractButton::clicked, this, &ProductDialog::cameraAsked);
    connect(removePhoto_, &QAbstractButton::clicked, this, [this] { setPhoto({}); });
    return side;
}

QWidget* ProductDialog::variantSide() {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    variants_->setMinimumHeight(128);
    column->addWidget(variants_, 1);
    auto* row = new QHBoxLayout;
    auto* add = new Button(theme(), ButtonKind::Normal, ButtonSize::Small, tr("Add variant"), side);
    auto* remove = new Button(theme(), ButtonKind::Normal, ButtonSize::Small, tr("Remove variant"), side);
    for (Button* button : {add, remove}) {
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    connect(add, &QAbstractButton::clicked, variants_, &VariantTable::addVariant);
    connect(remove, &QAbstractButton::clicked, variants_, &VariantTable::removeCurrent);
    row->addStretch(1);
    row->addWidget(inShow_);
    column->addLayout(row);
    return side;
}

void ProductDialog::build() {
    name_->setMaxLength(int(commerce::maxProductName));
    code_->setMaxLength(20);
    vat_->setMaxLength(6);
    vat_->setPlaceholderText(tr("the shop's"));
    code_->setToolTip(tr("What viewers write in chat to buy it"));
    description_->setTabChangesFocus(true);
    forbidden_->setTabChangesFocus(true);
    forbidden_->setPlaceholderText(tr("One statement in each line"));
    history_->setSelectionMode(QAbstractItemView::NoSelection);
    history_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    reason_->setMaxLength(100);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    grid->addWidget(photoSide(), 0, 0, 2, 1);
    grid->addWidget(labelled(tr("Name"), name_), 0, 1);
    grid->addWidget(labelled(tr("Code"), code_), 0, 2);
    grid->addWidget(labelled(tr("VAT, %"), vat_), 0, 3);
    grid->addWidget(labelled(tr("Description"), description_), 1, 1);
    grid->addWidget(labelled(tr("Must not be said"), forbidden_), 1, 2, 1, 2);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 1);
    grid->setColumnStretch(3, 1);
    body().addLayout(grid);
    collectionOnly_->setAccessibleName(collectionOnly_->text());
    inShow_->setAccessibleName(inShow_->text());
    body().addWidget(collectionOnly_);
    body().addWidget(variantSide(), 2);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(10);
    foot->addWidget(labelled(tr("Prices it had, the newest first"), history_), 3);
    foot->addWidget(labelled(tr("Why the pieces are others"), reason_), 2, Qt::AlignTop);
    body().addLayout(foot, 1);
    note_->setWordWrap(true);
    note_->setMinimumHeight(2 * note_->fontMetrics().lineSpacing());
    note_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    body().addWidget(note_);
}

void ProductDialog::edit(std::shared_ptr<const commerce::ShopBook> book, const control::State& state,
                         const ProductId& product, const QStringList& photos) {
    filling_ = true;
    ++serial_;
    book_ = std::move(book);
    showCurrency_ = state.show.currency;
    const auto found = book_->products.find(product);
    const commerce::Product* shown = commerce::findProduct(state.catalogue, product);
    before_ = found != book_->products.end() ? found->second : shown ? *shown : commerce::Product{};
    currency_ = before_.variants.empty() ? showCurrency_ : before_.variants.front().price.currency;
    levels_.clear();
    for (const commerce::Variant& variant : shown ? shown->variants : std::vector<commerce::Variant>{})
        if (const auto level = state.stock.find(variant.sku); level != state.stock.end())
            levels_[variant.sku] = level->second;
    heading_->setText(before_.id.empty() ? tr("New product")
                                         : tr("Product “%1”").arg(text(before_.name).left(60)));
    name_->setText(text(before_.name));
    code_->setText(text(before_.code));
    vat_->setText(before_.vatBasisPoints ? text(commerce::amountOf(*before_.vatBasisPoints)) : QString());
    description_->setPlainText(text(before_.description));
    QStringList lines;
    for (const std::string& statement : before_.forbidden)
        lines << text(statement);
    forbidden_->setPlainText(lines.join(u'\n'));
    collectionOnly_->setChecked(before_.collectionOnly);
    inShow_->setChecked(shown != nullptr);
    inShow_->setEnabled(shown == nullptr); // a product on sale is taken off with its switch, not here
    reason_->clear();
    variants_->edit(before_.variants, levels_, currency_);
    photos_ = photos;
    setPhoto(before_.image);
    fillHistory();
    filling_ = false;
    setBusy(false);
    touch();
    show();
    raise();
    activateWindow();
    name_->setFocus();
}

void ProductDialog::fillHistory() {
    struct Line {
        std::int64_t fromMs;
        QString words;
    };
    std::vector<Line> lines;
    const QLocale locale;
    for (const commerce::Variant& variant : before_.variants) {
        const auto changes = book_->prices.changes.find(variant.sku);
        if (changes == book_->prices.changes.end())
            continue;
        for (const commerce::PriceChange& change : changes->second)
            lines.push_back(
                {change.fromMs, tr("%1 · %2 · %3 · %4")
                                    .arg(locale.toString(QDateTime::fromMSecsSinceEpoch(change.fromMs),
                                                         QLocale::ShortFormat),
                                         text(variant.sku.value),
                                         moneyText(change.price.minor, change.price.currency, locale),
                                         priceWhyWord(change.why))});
    }
    std::ranges::stable_sort(lines, std::greater<>(), &Line::fromMs);
    history_->clear();
    for (const Line& line : lines)
        history_->addItem(line.words);
    if (lines.empty())
        history_->addItem(tr("None is known yet: a “was” price can be shown after 30 days."));
}

void ProductDialog::setPhoto(const std::string& name) {
    photo_ = name;
    thumb_->setPicture(photos_, name);
    removePhoto_->setEnabled(!name.empty());
    touch();
}

void ProductDialog::say(const QString& words) {
    note_->setText(words);
    note_->setAccessibleName(words);
}

QString ProductDialog::note() const {
    return note_->text();
}

void ProductDialog::setBusy(bool busy) {
    busy_ = busy;
    save_->setEnabled(!busy);
}

void ProductDialog::touch() {
    if (filling_ || busy_)
        return;
    agreed_ = false;
    save_->setText(tr("Save"));
    say({});
}

commerce::Product ProductDialog::typed() const {
    commerce::Product product;
    product.id = before_.id;
    product.name = wordsOf(name_->text());
    product.code = wordsOf(code_->text());
    product.description = wordsOf(description_->toPlainText());
    product.image = photo_;
    product.collectionOnly = collectionOnly_->isChecked();
    product.forbidden = linesOf(*forbidden_);
    product.variants = variants_->variants();
    if (QString vat = vat_->text().trimmed(); !vat.isEmpty()) {
        vat.remove(u'%');
        const auto rate = typedAmount(vat);
        product.vatBasisPoints = rate && *rate <= 10'000 ? int(*rate) : -1;
    }
    return product;
}

/// By as many as a person has typed more or fewer: corrections that came meanwhile stay.
std::map<Sku, std::int64_t> ProductDialog::piecesChanged(const commerce::Product& product) const {
    std::map<Sku, std::int64_t> pieces;
    for (const commerce::Variant& variant : product.variants) {
        const auto level = levels_.find(variant.sku);
        if (level != levels_.end() && level->second.allocated != variant.allocated)
            pieces[variant.sku] = variant.allocated - level->second.allocated;
    }
    return pieces;
}

/// Old → new of the first price that may be a slip of the hand; empty: there is none.
QString ProductDialog::doubtfulPrice(const commerce::Product& product) const {
    const QLocale locale;
    for (const commerce::Variant& variant : product.variants) {
        const auto old = std::ranges::find(before_.variants, variant.sku, &commerce::Variant::sku);
        commerce::Variant guarded = old == before_.variants.end() ? variant : *old;
        guarded.floor = variant.floor;
        if (commerce::doubtOf(guarded, variant.price.minor) != commerce::PriceDoubt::None)
            return tr("%1 costs %2 → %3. Save again if you mean it.")
                .arg(text(variant.sku.value), moneyText(guarded.price.minor, guarded.price.currency, locale),
                     moneyText(variant.price.minor, variant.price.currency, locale));
    }
    return {};
}

void ProductDialog::save() {
    if (busy_)
        return;
    const commerce::Product product = typed();
    if (const commerce::ProductGap gap = commerce::gapOf(*book_, product, currency_);
        gap != commerce::ProductGap::None)
        return say(gapSentence(gap));
    if (inShow_->isChecked() && currency_ != showCurrency_)
        return say(tr("Its prices are in %1, and this show sells in %2. Keep it without selling it here.")
                       .arg(text(currency_), text(showCurrency_)));
    const std::map<Sku, std::int64_t> pieces = piecesChanged(product);
    if (!pieces.empty() && reason_->text().trimmed().isEmpty()) {
        reason_->setFocus();
        return say(tr("Say why the pieces are others: the show sells them, and the reason is kept."));
    }
    if (const QString doubt = doubtfulPrice(product); !doubt.isEmpty() && !agreed_) {
        agreed_ = true;
        save_->setText(tr("Save all the same"));
        return say(doubt);
    }
    setBusy(true);
    emit saveAsked({product, before_, inShow_->isChecked(), pieces, reason_->text().trimmed().toStdString()});
}

} // namespace vitrina::ui
