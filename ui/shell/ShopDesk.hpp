// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "control/ShopBookPort.hpp"
#include "engine/Engine.hpp"
#include "ui/theme/Theme.hpp"

#include <QObject>
#include <QStringList>

#include <map>
#include <set>

class QWidget;

namespace vitrina::ui {

class PhotoDialog;
class ProductDialog;
class ProductImportDialog;
class ProductsDialog;
struct EditedProduct;

/// The shop book's dialogs, and the way of its products into the running show: a product is put whole, with
/// what may be called "was"; pieces of a SKU that the show knows change by a difference with its reason.
class ShopDesk final : public QObject {
    Q_OBJECT

  public:
    /// `shop` may be null: then there is nothing to show.
    ShopDesk(control::Dispatcher& dispatcher, const Theme& theme, control::ShopBookPort* shop,
             QStringList photos, QWidget& window);
    /// Whose cameras take photos; null: none. Null again before it shuts down.
    void setEngine(engine::Engine* engine);
    /// With the window's other views.
    void present();
    ProductsDialog* productsDialog() { return products_; }  ///< null until first used
    ProductDialog* productDialog() { return product_; }     ///< null until first used
    ProductImportDialog* importDialog() { return import_; } ///< null until first used
    PhotoDialog* photoDialog() { return photo_; }           ///< null until first used

  public slots:
    void showProducts();
    void newProduct();
    void editProduct(const vitrina::ProductId& product);
    /// Puts products of the book into this show.
    void take(const std::vector<vitrina::ProductId>& products);
    /// Says what removing them from the shop book means; not one that the show needs now.
    void askRemoval(const std::vector<vitrina::ProductId>& products);
    void remove(const std::vector<vitrina::ProductId>& products);
    /// What this show sells and the book does not have.
    void keepShow();
    void chooseImport();
    void chooseExport();
    void importFrom(const QString& path);
    void exportTo(const QString& path);
    void takePhoto(const QString& path);
    void showCamera();

  signals:
    void asked(const vitrina::control::Command& command);
    void camerasAsked();

  private:
    void save(const EditedProduct& edited);
    void kept(const EditedProduct& edited, bool shown);
    void refused(const Error& error, const control::Command& command);
    void choosePhoto();
    void photoKept(const Result<std::string>& name, int serial);
    void imported(const control::TableKept& kept, const std::shared_ptr<const commerce::ShopBook>& before);
    void put(const commerce::Product& product, const std::map<Sku, std::int64_t>& pieces,
             const std::string& reason);
    std::set<ProductId> clashesWithBook() const;
    QString keptBy(const std::vector<ProductId>& products) const;
    void tellFailure(const QString& heading, const QString& path, const Error& error);

    control::Dispatcher& dispatcher_;
    const Theme& theme_;
    control::ShopBookPort* shop_;
    QStringList photos_;
    QWidget& window_;
    ProductsDialog* products_ = nullptr;
    ProductDialog* product_ = nullptr;
    ProductImportDialog* import_ = nullptr;
    PhotoDialog* photo_ = nullptr;
    engine::Engine* engine_ = nullptr;
};

} // namespace vitrina::ui
