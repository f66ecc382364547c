// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ShopWords.hpp"

#include "commerce/PlainText.hpp"
#include "ui/widgets/Format.hpp"

#include <QCoreApplication>

namespace vitrina::ui {
namespace {

struct ShopWords {
    Q_DECLARE_TR_FUNCTIONS(ShopWords)

  public:
    static QString column(commerce::ProductColumn column);
    static QString issue(commerce::TableIssue issue, const QString& value);
    static QString why(commerce::PriceWhy why);
    static QString gap(commerce::ProductGap gap);
    static QString yes(bool is) { return is ? tr("yes") : tr("no"); }
    static QString nothing() { return tr("none", "a value that is empty"); }
    static QString noLayout() { return tr("our own layout"); }
    static QString newVariant(const QString& sku) { return tr("New variant %1").arg(sku); }
    static QString change(const QString& what, const QString& before, const QString& after) {
        return tr("%1: %2 → %3").arg(what, before, after);
    }
    static QString of(const QString& column, const QString& sku) { return tr("%1 of %2").arg(column, sku); }
};

QString ShopWords::column(commerce::ProductColumn column) {
    using Column = commerce::ProductColumn;
    switch (column) {
    case Column::None:
        return tr("Nothing of ours");
    case Column::Product:
        return tr("Product id");
    case Column::Kind:
        return tr("Kind of row");
    case Column::Parent:
        return tr("Parent product");
    case Column::Code:
        return tr("Code");
    case Column::Name:
        return tr("Name");
    case Column::Description:
        return tr("Description");
    case Column::Sku:
        return tr("SKU");
    case Column::Label:
        return tr("Variant");
    case Column::Price:
        return tr("Price");
    case Column::SalePrice:
        return tr("Sale price");
    case Column::SaleDate:
        return tr("Date of a sale");
    case Column::Currency:
        return tr("Currency");
    case Column::Floor:
        return tr("Lowest price");
    case Column::Pieces:
        return tr("Pieces");
    case Column::External:
        return tr("External id");
    case Column::Vat:
        return tr("VAT, %");
    case Column::CollectionOnly:
        return tr("Collection only");
    case Column::Forbidden:
        return tr("Must not be said");
    case Column::Image:
        return tr("Photo");
    }
    return {};
}

QString ShopWords::issue(commerce::TableIssue issue, const QString& value) {
    using Issue = commerce::TableIssue;
    switch (issue) {
    case Issue::NoSku:
        return tr("it has no SKU");
    case Issue::SkuTwice:
        return tr("its SKU stands in line %1 already").arg(value);
    case Issue::SkuElsewhere:
        return tr("SKU “%1” belongs to another product in the book").arg(value);
    case Issue::NoName:
        return tr("a new product needs a name");
    case Issue::NoPrice:
        return tr("it has no price");
    case Issue::BadPrice:
        return tr("“%1” is not a price").arg(value);
    case Issue::UnclearPrice:
        return tr("“%1” may be a thousand or one: write it with two decimals").arg(value);
    case Issue::BadPieces:
        return tr("“%1” is not a number of pieces").arg(value);
    case Issue::BadVat:
        return tr("“%1” is not a VAT rate").arg(value);
    case Issue::BadFlag:
        return tr("“%1” is neither yes nor no").arg(value);
    case Issue::OtherCurrency:
        return tr("its currency is %1, not the shop's").arg(value);
    case Issue::CodeTaken:
        return tr("code “%1” belongs to another product").arg(value);
    case Issue::LongWord:
        return tr("“%1…” is too long").arg(value.left(40));
    case Issue::BadLetters:
        return tr("“%1” is written in another encoding than the rest").arg(value.left(40));
    case Issue::FewerThanNone:
        return tr("“%1” pieces: taken as none").arg(value);
    case Issue::LongText:
        return tr("a text was too long and is cut: “%1…”").arg(value.left(40));
    case Issue::ImageAddress:
        return tr("%n photos are addresses on the web: they are not fetched", nullptr, value.toInt());
    case Issue::ImageMissing:
        return tr("there is no photo “%1” beside the table").arg(value);
    case Issue::ImageBad:
        return tr("“%1” is no photo that can be read").arg(value);
    case Issue::None:
        break;
    }
    return {};
}

QString ShopWords::why(commerce::PriceWhy why) {
    switch (why) {
    case commerce::PriceWhy::Listed:
        return tr("set by hand");
    case commerce::PriceWhy::Imported:
        return tr("from a table");
    case commerce::PriceWhy::Flash:
        return tr("flash price");
    case commerce::PriceWhy::FlashOver:
        return tr("after a flash price");
    case commerce::PriceWhy::None:
        break;
    }
    return {};
}

QString ShopWords::gap(commerce::ProductGap gap) {
    using Gap = commerce::ProductGap;
    switch (gap) {
    case Gap::Name:
        return tr("Give the product a name of at most 200 characters.");
    case Gap::Text:
        return tr("A text is too long: a description has at most 4,000 characters, the others 100.");
    case Gap::Variants:
        return tr("A product has at least one variant: add one with its SKU and price.");
    case Gap::Sku:
        return tr("Each variant needs a SKU of its own.");
    case Gap::SkuTaken:
        return tr("Another product has one of these SKUs already. A SKU stands for one thing only.");
    case Gap::CodeTaken:
        return tr("Another product has this code already. Viewers write it in chat, so it must be clear.");
    case Gap::Price:
        return tr("A price is missing or is none: write it like 18.90, in the currency of the show.");
    case Gap::Pieces:
        return tr("Pieces are a whole number from 0.");
    case Gap::Vat:
        return tr("A VAT rate is from 0 to 100 %; leave it empty for the shop's own.");
    case Gap::None:
        break;
    }
    return {};
}

} // namespace

QString productColumnWord(commerce::ProductColumn column) {
    return ShopWords::column(column);
}

QString layoutWord(commerce::ProductLayout layout) {
    switch (layout) {
    case commerce::ProductLayout::Shopify:
        return QStringLiteral("Shopify");
    case commerce::ProductLayout::WooCommerce:
        return QStringLiteral("WooCommerce");
    default:
        return ShopWords::noLayout();
    }
}

QString tableIssueSentence(const commerce::TableReport& report) {
    return ShopWords::issue(report.issue, text(report.value));
}

QString fieldChangeText(const commerce::FieldChange& change, const std::string& currency,
                        const QLocale& locale) {
    using Column = commerce::ProductColumn;
    if (change.field == Column::Sku)
        return ShopWords::newVariant(text(change.after));
    const auto value = [&](const std::string& raw) {
        if (raw.empty())
            return ShopWords::nothing();
        if (change.field == Column::Price || change.field == Column::Floor)
            return amountText(text(raw).toLongLong(), currency, locale);
        if (change.field == Column::Vat)
            return amountText(commerce::readAmount(raw).hundredths, currency, locale);
        if (change.field == Column::CollectionOnly)
            return ShopWords::yes(raw == "1");
        return text(raw).simplified().left(80);
    };
    const QString column = productColumnWord(change.field);
    return ShopWords::change(change.sku.empty() ? column : ShopWords::of(column, text(change.sku.value)),
                             value(change.before), value(change.after));
}

QString priceWhyWord(commerce::PriceWhy why) {
    return ShopWords::why(why);
}

QString gapSentence(commerce::ProductGap gap) {
    return ShopWords::gap(gap);
}

std::optional<std::int64_t> typedAmount(const QString& typed) {
    const commerce::Amount read = commerce::readAmount(typed.trimmed().toStdString());
    return read.fault == commerce::AmountFault::None ? std::optional(read.hundredths) : std::nullopt;
}

std::optional<std::int64_t> typedPrice(const QString& typed, const std::string& currency) {
    return commerce::minorOf(commerce::readAmount(typed.trimmed().toStdString()), currency);
}

} // namespace vitrina::ui
