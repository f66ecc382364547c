// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ShopDesk.hpp"

#include "control/ProductUse.hpp"
#include "ui/dialogs/ErrorDialog.hpp"
#include "ui/dialogs/PhotoDialog.hpp"
#include "ui/dialogs/ProductDialog.hpp"
#include "ui/dialogs/ProductImportDialog.hpp"
#include "ui/dialogs/ProductsDialog.hpp"
#include "ui/models/ProductList.hpp"
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

/// The first few, and how many more.
QString listed(const QStringList& names) {
    constexpr int most = 4;
    const QString shown = names.mid(0, most).join(QStringLiteral(", "));
    return names.size() > most ? shown + QStringLiteral(" +%1").arg(names.size() - most) : shown;
}

} // namespace

ShopDesk::ShopDesk(control::Dispatcher& dispatcher, const Theme& theme, control::ShopBookPort* shop,
                   QStringList photos, QWidget& window)
    : QObject(&window), dispatcher_(dispatcher), theme_(theme), shop_(shop), photos_(std::move(photos)),
      window_(window) {
    connect(&dispatcher_, &control::Dispatcher::refused, this, &ShopDesk::refused);
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
        connect(products_, &ProductsDialog::removalAsked, this, &ShopDesk::askRemoval);
        connect(products_, &ProductsDialog::removalConfirmed, this, &ShopDesk::remove);
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
        connect(product_, &ProductDialog::cameraAsked, this, &ShopDesk::showCamera);
    }
    product_->edit(shop_->book(), dispatcher_.state(), product, photos_);
}

/// The book first: what it can't keep does not reach the show. What was opened has to be there still: a
/// product is kept whole, and would take the place of what came meanwhile.
void ShopDesk::save(const EditedProduct& edited) {
    EditedProduct whole = edited;
    if (whole.product.id.empty())
        whole.product.id = newId<ProductId>();
    const auto now = shop_->book()->products.find(whole.product.id);
    const bool other = now != shop_->book()->products.end() && !(now->second == whole.before);
    if (other || (import_ && import_->isKeeping())) {
        product_->setBusy(false);
        return product_->say(other ? tr("It has changed meanwhile, by an import for instance. Close this and "
                                        "edit it again: what stands here would undo that.")
                                   : tr("A table is being imported. Save again when that is done."));
    }
    shop_->keep({commerce::ProductKept{whole.product, commerce::PriceWhy::Listed}}, this,
                [this, whole, serial = product_->serial()](const Result<void>& done) {
                    // Another product may be edited by now: its fields are left alone.
                    const bool shown = serial == product_->serial();
                    if (shown)
                        product_->setBusy(false);
                    if (done)
                        kept(whole, shown);
                    else if (shown)
                        product_->say(errorSentence(done.error().code));
                    else if (products_)
                        products_->say(tr("“%1” is not kept. %2")
                                           .arg(text(whole.product.name), errorSentence(done.error().code)),
                                       true);
                });
}

void ShopDesk::kept(const EditedProduct& edited, bool shown) {
    if (shown)
        product_->accept();
    if (products_)
        products_->say(tr("“%1” is kept.").arg(text(edited.product.name)));
    if (edited.inShow)
        put(edited.product, edited.pieces, edited.reason);
}

/// The book has it already: who looks at the list is told that the show has not.
void ShopDesk::refused(const Error& error, const control::Command& command) {
    const auto* ask = std::get_if<control::Ask>(&command);
    if (!ask || !products_)
        return;
    const auto* put = std::get_if<commerce::PutProduct>(&ask->request);
    const auto* correction = std::get_if<commerce::CorrectStock>(&ask->request);
    if (put)
        products_->say(tr("“%1” has not reached the show. %2 Then choose it and press “Sell in this show”.")
                           .arg(text(put->product.name), errorSentence(error.code)),
                       true);
    else if (correction)
        products_->say(tr("The pieces of %1 have not changed in the show (%2). %3")
                           .arg(text(correction->sku.value),
                                (correction->difference > 0 ? QStringLiteral("+") : QString()) +
                                    countText(correction->difference),
                                errorSentence(error.code)),
                       true);
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
    const auto more = std::ranges::count_if(
        products, [&](const ProductId& id) { return commerce::findProduct(state.catalogue, id) == nullptr; });
    if (state.catalogue.products.size() + std::size_t(more) > maxTaken)
        return products_->say(tr("A show sells at most %n products. Choose fewer.", nullptr, int(maxTaken)),
                              true);
    std::vector<const commerce::Product*> taken; // all of them or none
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
        taken.push_back(&product);
    }
    for (const commerce::Product* product : taken)
        put(*product, {}, {});
    products_->say(tr("%n products are on their way into the show.", nullptr, int(taken.size())));
}

void ShopDesk::askRemoval(const std::vector<ProductId>& products) {
    if (const QString kept = keptBy(products); !kept.isEmpty())
        return products_->say(kept, true);
    QStringList words{tr("%n products leave the shop book; every price they had stays in the ledger.",
                         nullptr, int(products.size()))};
    QStringList places;
    bool inShow = false;
    for (const ProductId& id : products) {
        const control::ProductUse use = control::useOf(dispatcher_.state(), id);
        inShow = inShow || use.inShow;
        for (const std::string& item : use.items)
            places << text(item);
        for (const std::string& offer : use.offers)
            places << text(offer);
    }
    if (!places.isEmpty())
        words << tr("This show goes on selling them: %1").arg(listed(places));
    else if (inShow)
        words << tr("This show goes on selling them.");
    products_->warnRemoval(words.join(QLatin1Char(' ')));
}

/// Why one of them can't be removed now; empty: all can.
QString ShopDesk::keptBy(const std::vector<ProductId>& products) const {
    for (const ProductId& id : products) {
        const control::ProductUse use = control::useOf(dispatcher_.state(), id);
        if (!use.keeps())
            continue;
        const QString name = text(commerce::findProduct(dispatcher_.state().catalogue, id)->name);
        if (use.onAir)
            return tr("“%1” is on air, so it is not removed. Take another item first.").arg(name);
        if (!use.runningOffer.empty())
            return tr("The offer “%1” sells “%2”, so it is not removed. Stop the offer first.")
                .arg(text(use.runningOffer), name);
        return tr("“%1” stands in %n orders of this show, so it is not removed. It can be when another show "
                  "is open.",
                  nullptr, int(use.orders))
            .arg(name);
    }
    return {};
}

void ShopDesk::remove(const std::vector<ProductId>& products) {
    if (const QString kept = keptBy(products); !kept.isEmpty())
        return products_->say(kept, true); // since the first press
    std::vector<commerce::ShopEntry> entries;
    for (const ProductId& id : products)
        entries.push_back(commerce::ProductDropped{id});
    const int count = int(entries.size());
    shop_->keep(std::move(entries), this, [this, count](const Result<void>& done) {
        if (done)
            products_->say(tr("%n products were removed from the shop book.", nullptr, count));
        else
            products_->say(errorSentence(done.error().code), true);
    });
}

/// Products of this show whose code or SKU another one has in the book. It is walked once: it may be long.
std::set<ProductId> ShopDesk::clashesWithBook() const {
    std::map<std::string, ProductId> codes;
    std::map<Sku, ProductId> skus;
    for (const commerce::Product& product : dispatcher_.state().catalogue.products) {
        if (!product.code.empty())
            codes.emplace(product.code, product.id);
        for (const commerce::Variant& variant : product.variants)
            skus.emplace(variant.sku, product.id);
    }
    std::set<ProductId> clashing;
    const auto note = [&](const auto& owners, const auto& key, const ProductId& other) {
        if (const auto owner = owners.find(key); owner != owners.end() && owner->second != other)
            clashing.insert(owner->second);
    };
    for (const auto& [id, product] : shop_->book()->products) {
        note(codes, product.code, id);
        for (const commerce::Variant& variant : product.variants)
            note(skus, variant.sku, id);
    }
    return clashing;
}

void ShopDesk::keepShow() {
    const auto book = shop_->book();
    std::vector<commerce::ShopEntry> entries;
    QStringList refused;
    const std::set<ProductId> clashing = clashesWithBook();
    for (const commerce::Product& product : dispatcher_.state().catalogue.products) {
        if (book->products.contains(product.id))
            continue;
        if (!clashing.contains(product.id) &&
            commerce::gapOf({}, product, dispatcher_.state().show.currency) == commerce::ProductGap::None)
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
    shop_->takePhoto(path, product_, [this, serial = product_->serial()](const Result<std::string>& name) {
        photoKept(name, serial);
    });
}

void ShopDesk::photoKept(const Result<std::string>& name, int serial) {
    if (serial != product_->serial())
        return; // it was of a product that is no longer edited
    if (name)
        product_->setPhoto(*name);
    else
        product_->say(ShopDeskWords::photo(name.error()));
}

void ShopDesk::showCamera() {
    if (!photo_) {
        photo_ = new PhotoDialog(theme_, engine_, product_);
        connect(photo_, &PhotoDialog::camerasAsked, this, &ShopDesk::camerasAsked);
        connect(photo_, &PhotoDialog::taken, this,
                [this](const std::shared_ptr<const engine::Picture>& picture) {
                    shop_->takePicture(picture, product_,
                                       [this, serial = product_->serial()](const Result<std::string>& name) {
                                           photoKept(name, serial);
                                       });
                });
    }
    photo_->open(dispatcher_.state());
}

void ShopDesk::setEngine(engine::Engine* engine) {
    engine_ = engine;
    if (photo_ && !engine)
        photo_->releaseSurface();
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
void ShopDesk::imported(const control::TableKept& kept,
                        const std::shared_ptr<const commerce::ShopBook>& before) {
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
