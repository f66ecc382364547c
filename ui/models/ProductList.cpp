// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ProductList.hpp"

#include "ui/widgets/Format.hpp"

#include <algorithm>

namespace vitrina::ui {
namespace {

/// Whether UTF-8 has a word in it, ASCII and the letters of U+00C0 to U+017F (Latvian's among them) whatever
/// their case. On bytes: 100,000 products are looked through while a person types.
char folded(const std::string& text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 'A' && byte <= 'Z')
        return static_cast<char>(byte + 32);
    if (at == 0 || (byte & 0xC0) != 0x80)
        return text[at];
    const auto lead = static_cast<unsigned char>(text[at - 1]);
    if (lead == 0xC3 && byte < 0x9F)
        return static_cast<char>(byte + 0x20);
    if (lead != 0xC4 && lead != 0xC5)
        return text[at];
    const unsigned point = (lead & 0x1Fu) << 6 | (byte & 0x3Fu);
    const bool oddIsUpper = (point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E);
    return (point % 2 == 1) == oddIsUpper ? static_cast<char>(byte + 1) : text[at];
}

bool has(const std::string& text, const std::string& foldedWord) {
    if (foldedWord.size() > text.size())
        return false;
    for (std::size_t start = 0; start + foldedWord.size() <= text.size(); ++start) {
        std::size_t same = 0;
        while (same < foldedWord.size() && folded(text, start + same) == foldedWord[same])
            ++same;
        if (same == foldedWord.size())
            return true;
    }
    return false;
}

bool fits(const commerce::Product& product, const std::vector<std::string>& words) {
    return std::ranges::all_of(words, [&](const std::string& word) {
        return has(product.name, word) || has(product.code, word) ||
               std::ranges::any_of(product.variants, [&](const commerce::Variant& variant) {
                   return has(variant.sku.value, word);
               });
    });
}

/// Headings stand over what they name: figures at the right, and what follows them too.
int alignmentOf(int column) {
    const bool right =
        column == ProductList::Price || column == ProductList::Pieces || column == ProductList::InShow;
    return int((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

/// The same products with the same words to be sorted and searched by: a flash price has changed the ledger,
/// say. Selection and place in a long list stay then.
bool sameOrder(const commerce::ShopBook& one, const commerce::ShopBook& other) {
    const auto words = [](const commerce::Product& a, const commerce::Product& b) {
        return a.name == b.name && a.code == b.code &&
               std::ranges::equal(a.variants, b.variants, {}, &commerce::Variant::sku,
                                  &commerce::Variant::sku);
    };
    return std::ranges::equal(one.products, other.products, [&](const auto& a, const auto& b) {
        return a.first == b.first && words(a.second, b.second);
    });
}

} // namespace

bool sameWords(const commerce::Product& one, const commerce::Product& other) {
    const auto words = [](const commerce::Product& product) {
        return std::tie(product.id, product.code, product.name, product.description, product.image,
                        product.vatBasisPoints, product.collectionOnly, product.forbidden);
    };
    const auto figures = [](const commerce::Variant& variant) {
        return std::tie(variant.sku, variant.label, variant.price, variant.floor, variant.external);
    };
    return words(one) == words(other) &&
           std::ranges::equal(one.variants, other.variants, {}, figures, figures);
}

ProductList::ProductList(QObject* parent) : QAbstractTableModel(parent) {}

void ProductList::setBook(std::shared_ptr<const commerce::ShopBook> book) {
    if (book == book_)
        return;
    if (const std::shared_ptr<const commerce::ShopBook> before = book_; before && sameOrder(*before, *book)) {
        const auto now = [&](const commerce::Product* product) {
            return &book->products.find(product->id)->second;
        };
        std::ranges::transform(sorted_, sorted_.begin(), now);
        std::ranges::transform(rows_, rows_.begin(), now);
        book_ = std::move(book);
        if (!rows_.empty())
            emit dataChanged(index(0, 0), index(int(rows_.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    book_ = std::move(book);
    sorted_.clear();
    for (const auto& [id, product] : book_->products)
        sorted_.push_back(&product);
    std::ranges::sort(sorted_, {},
                      [](const commerce::Product* product) { return std::tie(product->name, product->id); });
    list();
    endResetModel();
}

void ProductList::setInShow(std::map<ProductId, bool> products) {
    if (products == inShow_)
        return;
    inShow_ = std::move(products);
    if (!rows_.empty())
        emit dataChanged(index(0, InShow), index(int(rows_.size()) - 1, InShow));
}

void ProductList::search(const QString& words) {
    beginResetModel();
    words_.clear();
    for (const QString& word : words.toLower().split(u' ', Qt::SkipEmptyParts))
        words_.push_back(word.toStdString());
    list();
    endResetModel();
}

void ProductList::list() {
    rows_.clear();
    for (const commerce::Product* product : sorted_)
        if (fits(*product, words_))
            rows_.push_back(product);
}

const commerce::Product* ProductList::product(int row) const {
    return row >= 0 && row < int(rows_.size()) ? rows_[std::size_t(row)] : nullptr;
}

int ProductList::rowOf(const ProductId& product) const {
    const auto found = std::ranges::find(rows_, product, &commerce::Product::id);
    return found == rows_.end() ? -1 : int(found - rows_.begin());
}

int ProductList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(rows_.size());
}

int ProductList::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProductList::cell(const commerce::Product& product, int column) const {
    const auto [lowest, highest] = std::ranges::minmax_element(
        product.variants, {}, [](const commerce::Variant& variant) { return variant.price.minor; });
    std::int64_t pieces = 0;
    for (const commerce::Variant& variant : product.variants)
        pieces += variant.allocated;
    switch (column) {
    case Name:
        return text(product.name);
    case Code:
        return text(product.code);
    case Variants:
        return product.variants.size() == 1 ? text(product.variants[0].sku.value)
                                            : tr("%n variants", nullptr, int(product.variants.size()));
    case Price: {
        if (lowest == product.variants.end())
            return {};
        const QString from = moneyText(lowest->price.minor, lowest->price.currency, locale_);
        return lowest->price == highest->price ? from : tr("from %1").arg(from);
    }
    case Pieces:
        return countText(pieces);
    case InShow:
        if (const auto shown = inShow_.find(product.id); shown != inShow_.end())
            return shown->second ? tr("differs here") : tr("in this show");
        return QString();
    default:
        return {};
    }
}

QVariant ProductList::data(const QModelIndex& index, int role) const {
    const commerce::Product* product = this->product(index.row());
    if (!product)
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return cell(*product, index.column());
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    if (role == Qt::AccessibleTextRole && index.column() == Name)
        return QStringList{cell(*product, Name).toString(), cell(*product, Price).toString(),
                           cell(*product, Pieces).toString(), cell(*product, InShow).toString()}
            .join(QStringLiteral(", "));
    return {};
}

QVariant ProductList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Code:
        return tr("Code");
    case Variants:
        return tr("SKU");
    case Price:
        return tr("Price");
    case Pieces:
        return tr("Pieces");
    case InShow:
        return tr("Show");
    default:
        return {};
    }
}

} // namespace vitrina::ui
