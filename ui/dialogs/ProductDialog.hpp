// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/ShopBook.hpp"
#include "control/State.hpp"
#include "ui/dialogs/Dialog.hpp"
#include "ui/dialogs/VariantTable.hpp"

#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace vitrina::ui {

class Art;

/// What a person has made of a product.
struct EditedProduct {
    commerce::Product product;
    commerce::Product before;             ///< as it was when it was opened
    bool inShow = false;                  ///< sell it in this show
    std::map<Sku, std::int64_t> pieces{}; ///< more or fewer than stood there, of SKUs the show has
    std::string reason;                   ///< why they are others
};

/// Edits one product of the shop book, with the prices it had. The window stays free meanwhile; Ctrl+Enter
/// saves from any field, Esc leaves the product as it was. A price below its floor or less than half of the
/// one before is asked for twice.
class ProductDialog final : public Dialog {
    Q_OBJECT

  public:
    ProductDialog(const Theme& theme, QWidget* parent = nullptr);
    /// An empty `product` id: a new one. `photos`: folders where pictures are looked for.
    void edit(std::shared_ptr<const commerce::ShopBook> book, const control::State& state,
              const ProductId& product, const QStringList& photos);
    /// Another one with each edit(): who answers late knows whether it is still the same.
    int serial() const { return serial_; }
    /// The name a picture was kept under.
    void setPhoto(const std::string& name);
    const std::string& photo() const { return photo_; }
    void say(const QString& words);
    bool isBusy() const { return busy_; }
    void setBusy(bool busy); ///< being kept: nothing can be pressed

    QLineEdit& nameField() { return *name_; }
    QLineEdit& codeField() { return *code_; }
    QLineEdit& vatField() { return *vat_; }
    QLineEdit& reasonField() { return *reason_; }
    QPlainTextEdit& forbiddenField() { return *forbidden_; }
    QCheckBox& inShowBox() { return *inShow_; }
    VariantTable& variants() { return *variants_; }
    QListWidget& history() { return *history_; }
    Button& saveButton() { return *save_; }
    Button& cameraButton() { return *camera_; }
    QString note() const;

  signals:
    void saveAsked(const vitrina::ui::EditedProduct& edited);
    void photoAsked();
    void cameraAsked(); ///< a photo, from a camera

  public slots:
    void save();

  private:
    class Thumb;

    void build();
    QWidget* labelled(const QString& words, QWidget* field);
    QWidget* photoSide();
    QWidget* variantSide();
    void fillHistory();
    commerce::Product typed() const;
    std::map<Sku, std::int64_t> piecesChanged(const commerce::Product& product) const;
    QString doubtfulPrice(const commerce::Product& product) const;
    void touch();

    std::shared_ptr<const commerce::ShopBook> book_;
    commerce::Product before_;
    std::map<Sku, commerce::StockLevel> levels_;
    std::string currency_;
    QStringList photos_;
    std::string photo_;
    QLabel* heading_;
    QLineEdit* name_;
    QLineEdit* code_;
    QLineEdit* vat_;
    QPlainTextEdit* description_;
    QPlainTextEdit* forbidden_;
    QCheckBox* collectionOnly_;
    QCheckBox* inShow_;
    QLineEdit* reason_;
    Thumb* thumb_;
    VariantTable* variants_;
    QListWidget* history_;
    QLabel* note_;
    Button* save_;
    Button* camera_ = nullptr;
    Button* removePhoto_ = nullptr;
    std::string showCurrency_;
    int serial_ = 0;
    bool busy_ = false;
    bool agreed_ = false; ///< asked already about a price: the next save is meant
    bool filling_ = false;
};

} // namespace vitrina::ui
