// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "commerce/ProductTable.hpp"
#include "commerce/ShopBook.hpp"
#include "engine/Engine.hpp"

#include <QObject>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace vitrina::control {

/// What a person has picked to bring in, and how it is to be read.
struct TableAsk {
    QString path;
    std::shared_ptr<const commerce::TableText> text; ///< read before: only the mapping is another
    TextEncoding encoding = TextEncoding::None;      ///< None: by its bytes
    std::optional<commerce::ProductMapping> mapping; ///< nothing: as remembered, else as guessed
    std::string currency;
    std::shared_ptr<std::atomic<bool>> stop; ///< true: give up; then nothing is told any more
};

/// What would come of it. Nothing has changed yet.
struct TableOffer {
    std::shared_ptr<const commerce::TableText> text;
    commerce::ProductMapping mapping;
    std::shared_ptr<const commerce::TablePlan> plan;
    std::shared_ptr<const commerce::ShopBook> book; ///< it was planned against
};

struct TableKept {
    std::size_t products = 0;
    std::vector<commerce::TableReport> pictures; ///< those that could not be taken after all
};

/// The shop book for windows. Called on the GUI thread, returns at once; files are read and written on
/// another thread, and what is told comes back on the GUI thread. Nothing is told any more once `context` is
/// gone.
class ShopBookPort : public QObject {
    Q_OBJECT

  public:
    using Book = std::shared_ptr<const commerce::ShopBook>;
    using QObject::QObject;

    /// As last written; never null, empty until it has been read.
    virtual Book book() const = 0;
    /// Why it can't be used: damaged, newer, of somebody else. Such a file is left as it is, and nothing is
    /// kept.
    virtual std::optional<Error> fault() const = 0;
    virtual QString photoFolder() const = 0; ///< of the pictures that products name

    /// All of them or none; told after they are on disk and book() shows them.
    virtual void keep(std::vector<commerce::ShopEntry> entries, QObject* context,
                      std::function<void(Result<void>)> told) = 0;
    virtual void planTable(TableAsk ask, QObject* context, std::function<void(int)> permille,
                           std::function<void(Result<TableOffer>)> told) = 0;
    /// Keeps all of an offer in one step, its pictures too, and how it was read. Busy: the book has changed
    /// since it was planned; plan again.
    virtual void keepTable(TableOffer offer, const QString& path, QObject* context,
                           std::function<void(Result<TableKept>)> told) = 0;
    virtual void writeTable(const QString& path, QObject* context,
                            std::function<void(Result<void>)> told) = 0;
    /// Takes a picture from a file: looks at it with bounds, makes it at most 1280 pixels, keeps it and tells
    /// the name a product has it by. BadFormat: no picture; TooLarge.
    virtual void takePhoto(const QString& path, QObject* context,
                           std::function<void(Result<std::string>)> told) = 0;
    /// The same of a camera's picture: its middle square.
    virtual void takePicture(std::shared_ptr<const engine::Picture> picture, QObject* context,
                             std::function<void(Result<std::string>)> told) = 0;
    /// Puts a picture of the book onto the viewers' page, and beside the show's file.
    virtual void showPhoto(const std::string& name) = 0;

  signals:
    void changed(); ///< book() or fault() is another
};

} // namespace vitrina::control
