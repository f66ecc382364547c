// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/ShopSurfaces.hpp"

#include "ui/dialogs/PhotoDialog.hpp"
#include "ui/dialogs/ProductDialog.hpp"
#include "ui/dialogs/ProductImportDialog.hpp"
#include "ui/dialogs/ProductsDialog.hpp"
#include "ui/shell/ShopDesk.hpp"

#include <QFile>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace vitrina::test {

void fillShopBook(WindowRig& rig) {
    constexpr std::int64_t day = 24LL * 60 * 60 * 1000;
    const std::int64_t now = rig.clock.now().wallMs;
    for (commerce::Product product : rig.state().catalogue.products) {
        for (commerce::Variant& variant : product.variants)
            variant.price.minor += 500;
        rig.shop.apply(commerce::ProductKept{product, commerce::PriceWhy::Imported}, now - 60 * day);
        for (commerce::Variant& variant : product.variants)
            variant.price.minor -= 500;
        rig.shop.apply(commerce::ProductKept{product, commerce::PriceWhy::Listed}, now - 2 * day);
    }
    commerce::Product extra{
        ProductId{"extra"}, "91", "Ķiršu koka dēlītis", "", "", {{Sku{"KD-1"}, "", {2450, "EUR"}, 12}}};
    rig.shop.apply(commerce::ProductKept{extra, commerce::PriceWhy::Listed}, now - day);
}

QByteArray mixedTable() {
    return "product id;code;name;sku;variant;price;pieces;vat %;image\n"
           "extra;91;Ķiršu koka dēlītis, eļļots;KD-1;;22,50;15;21;\n"
           ";;Lina galdauts;LG-1;140 × 220;48,00;6;21;\n"
           ";;Lina galdauts;LG-2;140 × 300;\"1,234\";2;21;\n"
           ";;Keramikas krūze;KK-1;;18,90;-2;21;\n"
           ";;Vaska svece;VS-1;;;40;21;\n"
           ";;Vaska svece;KD-1;;3,20;40;21;\n"
           ";;Medus;M-1;;6.50;30;210;\n";
}

QWidget* showProducts(WindowRig& rig) {
    rig.standby();
    fillShopBook(rig);
    rig.window->shopDesk().showProducts();
    ui::ProductsDialog* dialog = rig.window->shopDesk().productsDialog();
    dialog->table().selectRow(2);
    return dialog;
}

QWidget* showProduct(WindowRig& rig) {
    rig.standby();
    fillShopBook(rig);
    rig.window->shopDesk().editProduct(rig.state().catalogue.products[1].id);
    return rig.window->shopDesk().productDialog();
}

QWidget* showProductImport(WindowRig& rig) {
    rig.standby();
    fillShopBook(rig);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("preces.csv")));
    if (!file.open(QIODevice::WriteOnly) || file.write(mixedTable()) < 0)
        qFatal("no table");
    file.close();
    rig.window->shopDesk().importFrom(file.fileName());
    ui::ProductImportDialog* dialog = rig.window->shopDesk().importDialog();
    if (!QTest::qWaitFor([&] { return dialog->offered().has_value(); }))
        qFatal("the table is not read");
    return dialog;
}

QWidget* showProductPhoto(WindowRig& rig) {
    rig.standby();
    rig.window->shopDesk().newProduct();
    rig.window->shopDesk().showCamera();
    ui::PhotoDialog* dialog = rig.window->shopDesk().photoDialog();
    dialog->take(); // nothing is shown, and it says so
    return dialog;
}

QWidget* showProductPhotoNone(WindowRig& rig) {
    rig.window->shopDesk().newProduct();
    rig.window->shopDesk().showCamera();
    ui::PhotoDialog* dialog = rig.window->shopDesk().photoDialog();
    control::State none;
    dialog->open(none);
    return dialog;
}

QWidget* showProductsRemoval(WindowRig& rig) {
    QWidget* dialog = showProducts(rig);
    rig.window->shopDesk().productsDialog()->removeButton().click();
    return dialog;
}

} // namespace vitrina::test
