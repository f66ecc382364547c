// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "ui/dialogs/Dialog.hpp"
#include "ui/models/ProductList.hpp"
#include "ui/widgets/Arming.hpp"

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QTableView;

namespace vitrina::ui {

/// The shop's products: searched, edited, brought in and out, and chosen for this show. The window stays
/// free meanwhile.
class ProductsDialog final : public Dialog {
    Q_OBJECT

  public:
    ProductsDialog(const Theme& theme, QWidget* parent = nullptr);
    /// What there is, with every change of book or show.
    void present(std::shared_ptr<const commerce::ShopBook> book, const std::optional<Error>& fault,
                 const control::State& state);
    void open() override;
    /// What stands below the list: what was done, or why it was not.
    void say(const QString& words, bool failed = false);
    /// What removing the selected products means: a second press within the time does it.
    void warnRemoval(const QString& words);

    QLineEdit& searchField() { return *search_; }
    QTableView& table() { return *table_; }
    ProductList& list() { return *list_; }
    Button& takeButton() { return *take_; }
    Button& removeButton() { return *remove_; }
    Button& keepShowButton() { return *keepShow_; }
    QString said() const;

  signals:
    void newAsked();
    void editAsked(const vitrina::ProductId& product);
    void takeAsked(const std::vector<vitrina::ProductId>& products);
    /// The first press: warnRemoval() says what it means, or say() why it can't be.
    void removalAsked(const std::vector<vitrina::ProductId>& products);
    void removalConfirmed(const std::vector<vitrina::ProductId>& products);
    /// Of this show, those that the book does not have.
    void keepShowAsked();
    void importAsked();
    void exportAsked();

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool disarmFirst() override;

  private:
    void build();
    void editCurrent();
    void takeSelected();
    void removeSelected();
    void presentRemoval();
    void count();
    void enable();
    std::vector<ProductId> selected() const;

    ProductList* list_;
    QLabel* heading_;
    QLineEdit* search_;
    QTableView* table_;
    QLabel* note_;
    Button* new_;
    Button* edit_;
    Button* take_;
    Button* remove_;
    Arming removal_;
    Button* import_;
    Button* export_;
    Button* keepShow_;
    bool broken_ = false;
};

} // namespace vitrina::ui
