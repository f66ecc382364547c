// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/Dialog.hpp"
#include "ui/models/ShopImport.hpp"

#include <vector>

class QCheckBox;
class QLabel;
class QTreeWidget;

namespace vitrina::ui {

/// Orders that the shop elsewhere has exported, row by row with what would become of each, and every row that
/// can't be read. Nothing is said to the server before Import; while there are bad rows, not before a person
/// has said that they are left out. The window stays free meanwhile.
class OrderImportDialog final : public Dialog {
    Q_OBJECT

  public:
    explicit OrderImportDialog(const Theme& theme, QWidget* parent = nullptr);
    void offer(const QString& name, commerce::OrderTable table, std::vector<ShopImportRow> rows);
    /// What the server has made of a part; the next is said then.
    void taken(const ShopImportDone& part);
    /// The server can't be reached: what was not said may be said again.
    void breakOff(const QString& words);
    bool underWay() const { return said_ > through_; }

    QCheckBox& leaveOut() { return *leaveOut_; }
    Button& importButton() { return *import_; }
    QTreeWidget& rows() { return *rows_; }
    QString outcome() const;

  signals:
    void told(std::uint64_t part, const std::vector<vitrina::commerce::TableOrder>& orders);

  private:
    void fill(const std::vector<ShopImportRow>& rows);
    void present();
    void sayNext();

    QLabel* heading_;
    QLabel* facts_;
    QTreeWidget* rows_;
    QLabel* outcome_;
    QCheckBox* leaveOut_;
    Button* import_;
    commerce::OrderTable table_;
    ShopImportDone done_;
    std::uint64_t part_ = 0;
    std::size_t said_ = 0; ///< orders of the table
    std::size_t through_ = 0;
    std::size_t fresh_ = 0;
    std::size_t changed_ = 0;
    std::size_t known_ = 0;
    std::size_t others_ = 0;
};

} // namespace vitrina::ui
