// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "control/ShopBookPort.hpp"
#include "ui/theme/Theme.hpp"

#include <QObject>
#include <QStringList>

#include <map>

class QWidget;

namespace vitrina::ui {

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
    /// With the window's other views.
    void present();
    ProductsDialog* productsDialog() { return products_; }  ///< null until first used
    ProductDialog* productDialog() { return product_; }     ///< null until first used
    ProductImportDialog* importDialog() { return import_; } ///< null until first used

  public slots:
    void showProducts();
    void newProduct();
    void editProduct(const vitrina::ProductId& product);
    /// Puts products of the book into this show.
    void take(const std::vector<vitrina::ProductId>& products);
    /// What this show sells and the book does not have.
    void keepShow();
    void chooseImport();
    void chooseExport();
    void importFrom(const QString& path);
    void exportTo(const QString& path);
    void takePhoto(const QString& path);

  signals:
    void asked(const vitrina::control::Command& command);

  private:
    void save(const EditedProduct& edited);
    void kept(const EditedProduct& edited);
    void choosePhoto();
    void imported(const control::TableKept& kept);
    void put(const commerce::Product& product, const std::map<Sku, std::int64_t>& pieces,
             const std::string& reason);
    std::map<Sku, std::int64_t> differences(const commerce::Product& product) const;
    void tellFailure(const QString& heading, const QString& path, const Error& error);

    control::Dispatcher& dispatcher_;
    const Theme& theme_;
    control::ShopBookPort* shop_;
    QStringList photos_;
    QWidget& window_;
    ProductsDialog* products_ = nullptr;
    ProductDialog* product_ = nullptr;
    ProductImportDialog* import_ = nullptr;
};

} // namespace vitrina::ui
