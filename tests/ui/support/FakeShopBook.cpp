// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/FakeShopBook.hpp"

#include <QFile>
#include <QTimer>

namespace vitrina::test {
namespace {

template <class T>
void later(QObject* context, std::function<void(Result<T>)> told, Result<T> result) {
    QTimer::singleShot(0, context, [told = std::move(told), result = std::move(result)] { told(result); });
}

} // namespace

FakeShopBook::FakeShopBook() : book_(std::make_shared<commerce::ShopBook>()) {}

void FakeShopBook::apply(const commerce::ShopEntry& entry, std::int64_t atMs) {
    auto next = std::make_shared<commerce::ShopBook>(*book_);
    commerce::apply(*next, entry, atMs);
    book_ = std::move(next);
}

void FakeShopBook::keep(std::vector<commerce::ShopEntry> kept, QObject* context,
                        std::function<void(Result<void>)> told) {
    if (refusal)
        return later<void>(context, std::move(told), *refusal);
    for (const commerce::ShopEntry& entry : kept) {
        apply(entry, now);
        entries.push_back(entry);
    }
    emit changed();
    later<void>(context, std::move(told), Result<void>());
}

void FakeShopBook::planTable(control::TableAsk ask, QObject* context, std::function<void(int)> permille,
                             std::function<void(Result<control::TableOffer>)> told) {
    if (holdsPlans) {
        permille(370);
        return;
    }
    control::TableOffer offer{ask.text, {}, {}, book_};
    if (!offer.text) {
        QFile file(ask.path);
        if (!file.open(QIODevice::ReadOnly))
            return later<control::TableOffer>(context, std::move(told), fail(ErrorCode::FileMissing));
        const Result<commerce::TableText> text =
            commerce::openTable(file.readAll().toStdString(), ask.encoding);
        if (!text)
            return later<control::TableOffer>(context, std::move(told), text.error());
        offer.text = std::make_shared<commerce::TableText>(*text);
    }
    offer.mapping = ask.mapping.value_or(commerce::guessProducts(offer.text->head.front().cells));
    const Result<commerce::ProductTable> table =
        commerce::readProducts(*offer.text, offer.mapping, ask.currency);
    if (!table)
        return later<control::TableOffer>(context, std::move(told), table.error());
    offer.plan = std::make_shared<commerce::TablePlan>(commerce::planImport(*book_, *table));
    later<control::TableOffer>(context, std::move(told), std::move(offer));
}

void FakeShopBook::keepTable(control::TableOffer offer, const QString&, QObject* context,
                             std::function<void(Result<control::TableKept>)> told) {
    if (refusal)
        return later<control::TableKept>(context, std::move(told), *refusal);
    if (offer.book != book_)
        return later<control::TableKept>(context, std::move(told), fail(ErrorCode::Busy));
    int made = 0;
    for (const commerce::ShopEntry& entry :
         commerce::entriesOf(*offer.plan, [&] { return "made-" + std::to_string(++made); })) {
        apply(entry, now);
        entries.push_back(entry);
    }
    emit changed();
    later<control::TableKept>(context, std::move(told), control::TableKept{offer.plan->changes.size(), {}});
}

void FakeShopBook::writeTable(const QString& path, QObject* context, std::function<void(Result<void>)> told) {
    std::vector<const commerce::Product*> all;
    for (const auto& [id, product] : book_->products)
        all.push_back(&product);
    QFile file(path);
    const std::string text = commerce::writeProducts(all);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text.data(), qint64(text.size())) >= 0;
    later<void>(context, std::move(told), written ? Result<void>() : fail(ErrorCode::FileUnwritable));
}

void FakeShopBook::takePhoto(const QString& path, QObject* context,
                             std::function<void(Result<std::string>)> told) {
    const auto found = photos.find(path);
    later<std::string>(context, std::move(told),
                       found == photos.end() ? Result<std::string>(fail(ErrorCode::BadFormat))
                                             : Result<std::string>(found->second));
}

void FakeShopBook::takePicture(std::shared_ptr<const engine::Picture> picture, QObject* context,
                               std::function<void(Result<std::string>)> told) {
    later<std::string>(context, std::move(told),
                       picture ? Result<std::string>("camera.jpg")
                               : Result<std::string>(fail(ErrorCode::BadFormat)));
}

} // namespace vitrina::test
