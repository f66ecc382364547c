// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/ShopBookPort.hpp"
#include "ui/dialogs/Dialog.hpp"

#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QTableWidget;

namespace vitrina::ui {

/// A table of products on its way into the shop book: what each column holds, what would change, and every
/// row that can't be taken. Nothing is changed until Import, and then all of it. Reading is done elsewhere:
/// its progress is shown, and closing the dialog stops it.
class ProductImportDialog final : public Dialog {
    Q_OBJECT

  public:
    ProductImportDialog(const Theme& theme, control::ShopBookPort& shop, QWidget* parent = nullptr);
    /// Begins to read; `currency` of the show.
    void offer(const QString& path, const std::string& currency);

    const std::optional<control::TableOffer>& offered() const { return offer_; }
    QComboBox& encoding() { return *encoding_; }
    QComboBox& column(int index) { return *columns_[std::size_t(index)]; }
    QCheckBox& leaveOut() { return *leaveOut_; }
    QListWidget& changes() { return *changes_; }
    QListWidget& reports() { return *reports_; }
    Button& importButton() { return *import_; }
    /// A table is on its way into the book, this one or one before.
    bool isKeeping() const { return keepings_ > 0; }
    QString outcome() const;

  signals:
    void failed(const QString& path, const vitrina::Error& error);
    /// All of it is in the book.
    void kept(const vitrina::control::TableKept& kept,
              const std::shared_ptr<const vitrina::commerce::ShopBook>& before);

  private:
    void build();
    void read(bool again);
    void stop();
    void told(Result<control::TableOffer> offer);
    void fillColumns();
    void fillPreview();
    void fillChanges();
    void fillReports();
    void conclude();
    void bringIn();
    void say(const QString& words);
    commerce::ProductMapping chosen() const;

    control::ShopBookPort& shop_;
    control::TableAsk ask_;
    std::optional<control::TableOffer> offer_;
    std::shared_ptr<std::atomic<bool>> stopped_;
    QLabel* heading_;
    QLabel* facts_;
    QComboBox* encoding_;
    QTableWidget* preview_;
    std::vector<QComboBox*> columns_;
    QProgressBar* progress_;
    QLabel* outcome_;
    QListWidget* changes_;
    QListWidget* reports_;
    QCheckBox* leaveOut_;
    Button* import_;
    bool filling_ = false;
    bool keeping_ = false; ///< the table that is shown
    int keepings_ = 0;
    int serial_ = 0; ///< of the table that is shown
};

} // namespace vitrina::ui
