// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ShopDesk.hpp"

#include "ui/dialogs/ErrorDialog.hpp"
#include "ui/dialogs/ProductDialog.hpp"
#include "ui/dialogs/ProductImportDialog.hpp"
#include "ui/dialogs/ProductsDialog.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace vitrina::ui {
namespace {

/// A show's document is sent in one piece: what it sells has to fit.
constexpr std::size_t maxTaken = 150;

/// Tables and pictures have reasons of their own, which a show file has not.
struct ShopDeskWords {
    Q_DECLARE_TR_FUNCTIONS(ShopDesk)

  public:
    static QString table(const Error& error) {
        switch (error.code) {
        case ErrorCode::BadText:
            return tr("It is not text that can be read. Save it in the spreadsheet as CSV (UTF-8) and import "
                      "that.");
        case ErrorCode::BadFormat:
            return tr("The quotation mark opened in line %1 is never closed. Correct it and import it again.")
                .arg(text(error.detail));
        case ErrorCode::TooLarge:
            return tr("The table is too large: at most 64 MiB, 250,000 lines and 100 columns can be read.");
        case ErrorCode::NotFound:
            return tr("There is nothing in the table.");
        default:
            return errorSentence(error.code);
        }
    }
    static QString photo(const Error& error) {
        switch (error.code) {
        case ErrorCode::BadFormat:
            return tr("This is no picture that can be read: choose a JPEG, PNG or WebP file.");
        case ErrorCode::TooLarge:
            return tr("This picture is too large: at most 32 MiB and 60 megapixels can be read.");
        default:
            return errorSentence(error.code);
        }
    }
};

/// The same but for what is worked out (was) or counted by the server (pieces).
bool sameWords(commerce::Product one, commerce::Product other) {
    for (commerce::Product* product : {&one, &other}) {
        for (commerce::Variant& variant : product->variants) {
            variant.priorLowest.reset();
            variant.allocated = 0;
        }
    }
    return one == other;
}

} // namespace

ShopDesk::ShopDesk(control::Dispatcher& dispatcher, const Theme& theme, control::ShopBookPort* shop,
                   QStringList photos, QWidget& window)
    : QObject(&window), dispatcher_(dispatcher), theme_(theme), shop_(shop), photos_(std::move(photos)),
      window_(window) {
    if (shop_)
        connect(shop_, &control::ShopBookPort::changed, this, &ShopDesk::present);
}

void ShopDesk::present() {
    if (products_ && products_->isVisible())
        products_->present(shop_->book(), shop_->fault(), dispatcher_.state());
}

void ShopDesk::showProducts() {
    if (!shop_)
        return;
    if (!products_) {
        products_ = new ProductsDialog(theme_, &window_);
        connect(products_, &ProductsDialog::newAsked, this, &ShopDesk::newProduct);
        connect(products_, &ProductsDialog::editAsked, this, &ShopDesk::editProduct);
        connect(products_, &ProductsDialog::takeAsked, this, &ShopDesk::take);
        connect(products_, &ProductsDialog::keepShowAsked, this, &ShopDesk::keepShow);
        connect(products_, &ProductsDialog::importAsked, this, &ShopDesk::chooseImport);
        connect(products_, &ProductsDialog::exportAsked, this, &ShopDesk::chooseExport);
    }
    products_->say({});
    products_->present(shop_->book(), shop_->fault(), dispatcher_.state());
    products_->open();
}

void ShopDesk::newProduct() {
    editProduct({});
}

void ShopDesk::editProduct(const ProductId& product) {
    if (!shop_)
        return;
    if (!product_) {
        product_ = new ProductDialog(theme_, &window_);
        connect(product_, &ProductDialog::saveAsked, this, &ShopDesk::save);
        connect(product_, &ProductDialog::photoAsked, this, &ShopDesk::choosePhoto);
    }
    product_->edit(shop_->book(), dispatcher_.state(), product, photos_);
}

/// The book first: what it can't keep does not reach the show.
void ShopDesk::save(const EditedProduct& edited) {
    EditedProduct whole = edited;
    if (whole.product.id.empty())
        whole.product.id = newId<ProductId>();
    shop_->keep({commerce::ProductKept{whole.product, commerce::PriceWhy::Listed}}, this,
                [this, whole](const Result<void>& done) {
                    product_->setBusy(false);
                    if (!done)
                        return product_->say(errorSentence(done.error().code));
                    kept(whole);
                });
}

void ShopDesk::kept(const EditedProduct& edited) {
    product_->accept();
    if (products_)
        products_->say(tr("“%1” is kept.").arg(text(edited.product.name)));
    if (edited.inShow)
        put(edited.product, differences(edited.product), edited.reason);
}

/// How many pieces more or fewer a product has than the show was given, of SKUs that it knows.
std::map<Sku, std::int64_t> ShopDesk::differences(const commerce::Product& product) const {
    std::map<Sku, std::int64_t> pieces;
    for (const commerce::Variant& variant : product.variants) {
        const auto level = dispatcher_.state().stock.find(variant.sku);
        if (level != dispatcher_.state().stock.end() && level->second.allocated != variant.allocated)
            pieces[variant.sku] = variant.allocated - level->second.allocated;
    }
    return pieces;
}

void ShopDesk::put(const commerce::Product& product, const std::map<Sku, std::int64_t>& pieces,
                   const std::string& reason) {
    commerce::Product shown = commerce::forShow(*shop_->book(), product, dispatcher_.clock().now().wallMs);
    // What is allocated to a SKU that the show knows changes by its difference only.
    for (commerce::Variant& variant : shown.variants)
        if (const commerce::Variant* known =
                commerce::findVariant(dispatcher_.state().catalogue, variant.sku))
            variant.allocated = known->allocated;
    if (!shown.image.empty())
        shop_->showPhoto(shown.image);
    emit asked(control::Ask{commerce::PutProduct{std::move(shown)}});
    for (const auto& [sku, difference] : pieces)
        emit asked(control::Ask{commerce::CorrectStock{sku, difference, reason}});
}

void ShopDesk::take(const std::vector<ProductId>& products) {
    const control::State& state = dispatcher_.state();
    if (state.catalogue.products.size() + products.size() > maxTaken)
        return products_->say(tr("A show sells at most %n products. Choose fewer.", nullptr, int(maxTaken)),
                              true);
    std::size_t taken = 0;
    for (const ProductId& id : products) {
        const auto found = shop_->book()->products.find(id);
        if (found == shop_->book()->products.end())
            continue;
        const commerce::Product& product = found->second;
        const QString name = text(product.name);
        const auto clash =
            std::ranges::find_if(state.catalogue.products, [&](const commerce::Product& other) {
                return other.id != id && !product.code.empty() && other.code == product.code;
            });
        if (clash != state.catalogue.products.end())
            return products_->say(
                tr("“%1” has the code of “%2”, which is in this show. Give it another code.")
                    .arg(name, text(clash->name)),
                true);
        for (const commerce::Variant& variant : product.variants)
            if (variant.price.currency != state.show.currency)
                return products_->say(tr("“%1” has no price in the currency of this show.").arg(name), true);
        put(product, {}, {});
        ++taken;
    }
    products_->say(tr("%n products are on their way into the show.", nullptr, int(taken)));
}

void ShopDesk::keepShow() {
    const auto book = shop_->book();
    std::vector<commerce::ShopEntry> entries;
    QStringList refused;
    for (const commerce::Product& product : dispatcher_.state().catalogue.products) {
        if (book->products.contains(product.id))
            continue;
        if (commerce::gapOf(*book, product, dispatcher_.state().show.currency) == commerce::ProductGap::None)
            entries.push_back(commerce::ProductKept{product, commerce::PriceWhy::Listed});
        else
            refused << text(product.name);
    }
    shop_->keep(std::move(entries), this, [this, refused](const Result<void>& done) {
        if (!done)
            products_->say(errorSentence(done.error().code), true);
        else if (!refused.isEmpty())
            products_->say(tr("Not kept, because the book has their code or SKU already: %1")
                               .arg(refused.join(QStringLiteral(", "))),
                           true);
        else
            products_->say(tr("The products of this show are kept."));
    });
}

void ShopDesk::choosePhoto() {
    auto* dialog = new QFileDialog(&window_, tr("Photo of the product"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Pictures (*.jpg *.jpeg *.png *.webp *.gif *.bmp)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ShopDesk::takePhoto);
    dialog->open();
}

void ShopDesk::takePhoto(const QString& path) {
    shop_->takePhoto(path, product_, [this](const Result<std::string>& name) {
        if (name)
            product_->setPhoto(*name);
        else
            product_->say(ShopDeskWords::photo(name.error()));
    });
}

void ShopDesk::chooseImport() {
    auto* dialog = new QFileDialog(&window_, tr("Import products"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ShopDesk::importFrom);
    dialog->open();
}

void ShopDesk::importFrom(const QString& path) {
    if (!shop_)
        return;
    if (!import_) {
        import_ = new ProductImportDialog(theme_, *shop_, &window_);
        connect(import_, &ProductImportDialog::kept, this, &ShopDesk::imported);
        connect(import_, &ProductImportDialog::failed, this,
                [this](const QString& table, const Error& error) {
                    tellFailure(tr("“%1” can't be imported").arg(QFileInfo(table).fileName()), table, error);
                });
    }
    import_->offer(path, dispatcher_.state().show.currency);
}

/// What the show sells follows the book: words and prices whole, pieces by their difference in the book.
void ShopDesk::imported(const control::TableKept& kept) {
    const auto before = import_->offered()->book;
    const auto now = shop_->book();
    const std::vector<commerce::Product> inShow = dispatcher_.state().catalogue.products;
    for (const commerce::Product& shown : inShow) {
        const auto product = now->products.find(shown.id);
        const auto was = before->products.find(shown.id);
        if (product == now->products.end() || was == before->products.end() || product->second == was->second)
            continue;
        std::map<Sku, std::int64_t> pieces;
        for (const commerce::Variant& variant : product->second.variants) {
            const auto old = std::ranges::find(was->second.variants, variant.sku, &commerce::Variant::sku);
            if (old != was->second.variants.end() && old->allocated != variant.allocated)
                pieces[variant.sku] = variant.allocated - old->allocated;
        }
        if (!sameWords(product->second, was->second) || !pieces.empty())
            put(product->second, pieces, tr("A table was imported").toStdString());
    }
    if (!products_)
        return;
    const int bad = int(kept.pictures.size());
    const QString done = tr("%n products were imported.", nullptr, int(kept.products));
    products_->say(bad == 0 ? done
                            : done + QLatin1Char(' ') +
                                  tr("%n photos could not be read and were left out.", nullptr, bad),
                   bad > 0);
}

void ShopDesk::chooseExport() {
    auto* dialog = new QFileDialog(&window_, tr("Export products"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilters({tr("Tables (*.csv)")});
    dialog->selectFile(tr("products") + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ShopDesk::exportTo);
    dialog->open();
}

void ShopDesk::exportTo(const QString& path) {
    shop_->writeTable(path, this, [this, path](const Result<void>& written) {
        const QString name = QFileInfo(path).fileName();
        if (!written)
            return tellFailure(tr("The products can't be exported"), path, written.error());
        if (products_)
            products_->say(tr("Exported to “%1”").arg(name));
    });
}

void ShopDesk::tellFailure(const QString& heading, const QString& path, const Error& error) {
    auto* dialog = new ErrorDialog(theme_, heading, path, error, &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setExplanation(ShopDeskWords::table(error));
    dialog->setModal(false);
    dialog->show();
}

} // namespace vitrina::ui
