// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "control/ShopBookPort.hpp"
#include "control/State.hpp"

#include <QThreadPool>

#include <future>
#include <map>
#include <memory>

namespace vitrina::studio {

/// The shop book of this machine: its file and its pictures, worked on by one thread of its own. Opening is
/// the first thing that thread does, so that a studio starts without waiting for it.
class ShopKeeper final : public control::ShopBookPort {
    Q_OBJECT

  public:
    struct Places {
        QString file;   ///< "shop.book"; made when it is not there
        QString photos; ///< folder of the book's pictures
        QString show;   ///< folder of the show's own pictures, which go with its file; empty: it has none
    };
    /// Puts a picture onto the page; any thread.
    using Send = std::function<void(const QString& name, const QByteArray& bytes)>;

    ShopKeeper(Places places, const Clock& clock, Send send, QObject* parent = nullptr);
    /// Lets what was asked end: what was told to be kept is on disk.
    ~ShopKeeper() override;

    /// Blocks until the file has been read: only while the studio begins. book() and fault() then say what is
    /// there.
    void awaitRead();

    Book book() const override { return book_; }
    std::optional<Error> fault() const override { return fault_; }
    QString photoFolder() const override { return places_.photos; }
    void keep(std::vector<commerce::ShopEntry> entries, QObject* context,
              std::function<void(Result<void>)> told) override;
    void planTable(control::TableAsk ask, QObject* context, std::function<void(int)> permille,
                   std::function<void(Result<control::TableOffer>)> told) override;
    void keepTable(control::TableOffer offer, const QString& path, QObject* context,
                   std::function<void(Result<control::TableKept>)> told) override;
    void writeTable(const QString& path, QObject* context, std::function<void(Result<void>)> told) override;
    void takePhoto(const QString& path, QObject* context,
                   std::function<void(Result<std::string>)> told) override;
    void takePicture(std::shared_ptr<const engine::Picture> picture, QObject* context,
                     std::function<void(Result<std::string>)> told) override;
    void showPhoto(const std::string& name) override;

    /// Writes what viewers are asked to pay into the price ledger: the list's prices when a live show begins,
    /// and each flash price that begins or ends in it. GUI thread, with every change; a rehearsal's are no
    /// prices.
    void follow(const control::State& state);

  signals:
    /// What follow() had to write is in the ledger, or why it is not.
    void pricesNoted(const std::optional<vitrina::Error>& fault);

  private:
    struct Desk; ///< what belongs to the thread

    void notePrices(const control::State& state);
    template <class T>
    void work(QObject* context, std::function<void(T)> told, std::function<T(Desk&)> job);
    void publish(const Desk& desk);

    Places places_;
    Book book_;
    std::optional<Error> fault_;
    /// What was last noted in this show: the price, and whether it was a flash price.
    std::map<Sku, std::pair<Money, bool>> noted_;
    bool noting_ = false;
    std::vector<std::string> seen_; ///< what prices follow from, as last looked at
    std::unique_ptr<Desk> desk_;
    std::promise<std::pair<Book, std::optional<Error>>> read_; ///< what opening has come to; taken once
    std::atomic<bool> ending_ = false;
    QThreadPool thread_; ///< of one; last: it ends before what it works on goes
};

} // namespace vitrina::studio
