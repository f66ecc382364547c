// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/ShopBookPort.hpp"

#include <map>
#include <vector>

namespace vitrina::test {

/// A shop book in memory: what ShopKeeper does, without file and thread. Answers come with the next turn of
/// the event loop.
class FakeShopBook final : public control::ShopBookPort {
    Q_OBJECT

  public:
    FakeShopBook();

    Book book() const override { return book_; }
    std::optional<Error> fault() const override { return broken; }
    QString photoFolder() const override { return {}; }
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
    void showPhoto(const std::string& name) override { shown.push_back(name); }

    /// At once, as if it had been kept long ago.
    void apply(const commerce::ShopEntry& entry, std::int64_t atMs);

    std::optional<Error> broken;
    std::optional<Error> refusal;          ///< of what is asked to be kept
    std::map<QString, std::string> photos; ///< names by path; others are no pictures
    std::vector<std::string> shown;
    std::vector<commerce::ShopEntry> entries; ///< kept since the start
    std::int64_t now = 0;
    bool holdsPlans = false; ///< a plan is never answered: the table is long

  private:
    Book book_;
};

} // namespace vitrina::test
