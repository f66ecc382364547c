// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/ShopKeeper.hpp"

#include "base/Log.hpp"
#include "journal/ShopBookFile.hpp"
#include "record/ShopEntries.hpp"
#include "studio/Photo.hpp"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QPointer>
#include <QSaveFile>

#include <algorithm>
#include <tuple>
#include <utility>

namespace vitrina::studio {
namespace {

using commerce::TableIssue;

journal::BookEntry encoded(const commerce::ShopEntry& entry, std::int64_t atMs) {
    record::EncodedFact fact = record::encodeShopEntry(entry);
    return {atMs, std::move(fact.kind), fact.version, std::move(fact.body)};
}

Result<void> writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::FileUnwritable, path.toStdString() + ": " + file.errorString().toStdString());
    return {};
}

Result<commerce::TableText> textOf(const control::TableAsk& ask) {
    QFile file(ask.path);
    if (!file.exists())
        return fail(ErrorCode::FileMissing, ask.path.toStdString());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString().toStdString());
    // One byte more than there may be, so that what is too long is seen to be.
    const QByteArray bytes = file.read(qint64(commerce::maxTableBytes) + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::FileUnreadable, file.errorString().toStdString());
    return commerce::openTable({bytes.constData(), std::size_t(bytes.size())}, ask.encoding);
}

/// Names of pictures in a table are names beside it, nothing else.
QString beside(const QString& tablePath, const std::string& name) {
    return QFileInfo(tablePath).absolutePath() + QLatin1Char('/') + QString::fromStdString(name);
}

} // namespace

/// What the thread works on; nobody else touches it.
struct ShopKeeper::Desk {
    Desk(Places where, const Clock& time, Send page)
        : places(std::move(where)), clock(time), send(std::move(page)) {}

    void open();
    Result<void> keep(const std::vector<commerce::ShopEntry>& entries);
    Result<control::TableOffer> plan(const control::TableAsk& ask, const commerce::Progress& progress) const;
    void lookAtPictures(commerce::TablePlan& plan, const QString& tablePath) const;
    Result<control::TableKept> keepTable(const control::TableOffer& offer, const QString& tablePath);
    Result<std::string> keepPhoto(const Result<Photo>& read) const;
    void showPhoto(const QString& name) const;

    std::int64_t now() const { return clock.now().wallMs; }
    QString photo(const std::string& name) const {
        return places.photos + QLatin1Char('/') + QString::fromStdString(name);
    }

    Places places;
    const Clock& clock;
    Send send;
    std::unique_ptr<journal::ShopBookFile> file;
    Book book = std::make_shared<commerce::ShopBook>();
    std::optional<Error> fault;
};

void ShopKeeper::Desk::open() {
    QDir().mkpath(QFileInfo(places.file).absolutePath());
    auto opened = journal::ShopBookFile::open(places.file.toStdString(), true);
    if (!opened) {
        fault = opened.error();
        return;
    }
    auto read = std::make_shared<commerce::ShopBook>();
    const Result<void> whole = (*opened)->read([&](const journal::BookEntry& kept) -> Result<void> {
        const auto entry = record::decodeShopEntry({kept.kind, kept.version, kept.body});
        if (!entry)
            return entry.error();
        commerce::apply(*read, *entry, kept.wallMs);
        return {};
    });
    if (!whole) {
        const bool newer = whole.error().code == ErrorCode::FileTooNew;
        fault = fail(newer ? ErrorCode::FileTooNew : ErrorCode::FileDamaged,
                     places.file.toStdString() + ": " + whole.error().detail);
        return;
    }
    file = std::move(*opened);
    book = std::move(read);
}

Result<void> ShopKeeper::Desk::keep(const std::vector<commerce::ShopEntry>& entries) {
    if (fault)
        return *fault;
    const std::int64_t at = now();
    const Result<void> written =
        file->append(entries.size(), [&](std::size_t i) { return encoded(entries[i], at); });
    if (!written)
        return written;
    auto next = std::make_shared<commerce::ShopBook>(*book);
    for (const commerce::ShopEntry& entry : entries)
        commerce::apply(*next, entry, at);
    book = std::move(next);
    return {};
}

Result<control::TableOffer> ShopKeeper::Desk::plan(const control::TableAsk& ask,
                                                   const commerce::Progress& progress) const {
    control::TableOffer offer{ask.text, {}, {}, book};
    if (!offer.text) {
        Result<commerce::TableText> text = textOf(ask);
        if (!text)
            return text.error();
        offer.text = std::make_shared<commerce::TableText>(std::move(*text));
    }
    const std::vector<std::string>& headings = offer.text->head.front().cells;
    const auto known = book->mappings.find(commerce::headingsText(headings));
    offer.mapping = ask.mapping                     ? *ask.mapping
                    : known == book->mappings.end() ? commerce::guessProducts(headings)
                                                    : commerce::mappingFrom(known->second, headings);
    Result<commerce::ProductTable> table =
        commerce::readProducts(*offer.text, offer.mapping, ask.currency, progress);
    if (!table)
        return table.error();
    auto plan =
        std::make_shared<commerce::TablePlan>(commerce::planImport(*book, std::move(*table), progress));
    lookAtPictures(*plan, ask.path);
    offer.plan = std::move(plan);
    return offer;
}

/// Whether the pictures a table names are there and look like pictures. Only their first bytes are read here;
/// keepTable() reads them whole.
void ShopKeeper::Desk::lookAtPictures(commerce::TablePlan& plan, const QString& tablePath) const {
    for (commerce::ProductChange& change : plan.changes) {
        const auto known = book->products.find(change.product.id);
        const std::string before = known == book->products.end() ? std::string() : known->second.image;
        std::string& image = change.product.image;
        if (image.empty() || image == before || QFile::exists(photo(image)))
            continue;
        const QString path = beside(tablePath, image);
        TableIssue issue = TableIssue::None;
        if (!QFileInfo(path).isFile())
            issue = TableIssue::ImageMissing;
        else if (QFileInfo(path).size() > maxPhotoBytes || !QImageReader(path).canRead())
            issue = TableIssue::ImageBad;
        if (issue == TableIssue::None)
            continue;
        plan.reports.add(change.line, issue, image);
        image = before;
        std::erase_if(change.changes, [](const commerce::FieldChange& field) {
            return field.field == commerce::ProductColumn::Image;
        });
    }
    const auto gone = std::erase_if(plan.changes, [](const commerce::ProductChange& change) {
        return !change.isNew && change.changes.empty();
    });
    plan.changed -= gone;
    plan.unchanged += gone;
}

Result<control::TableKept> ShopKeeper::Desk::keepTable(const control::TableOffer& offer,
                                                       const QString& tablePath) {
    if (fault)
        return *fault;
    if (offer.book != book)
        return fail(ErrorCode::Busy, "the book has changed since");
    control::TableKept kept{offer.plan->changes.size(), {}};
    const std::int64_t at = now();
    auto next = std::make_shared<commerce::ShopBook>(*book);
    const auto product = [&](const commerce::ProductChange& change) {
        commerce::ProductKept entry{change.product, commerce::PriceWhy::Imported};
        if (entry.product.id.empty())
            entry.product.id = newId<ProductId>();
        std::string& image = entry.product.image;
        const auto known = book->products.find(entry.product.id);
        const std::string before = known == book->products.end() ? std::string() : known->second.image;
        if (!image.empty() && image != before && !QFile::exists(photo(image))) {
            const Result<std::string> taken = keepPhoto(readPhoto(beside(tablePath, image)));
            if (!taken)
                kept.pictures.push_back({change.line, TableIssue::ImageBad, image});
            image = taken ? *taken : before;
        }
        return entry;
    };
    const commerce::MappingKept mapping{commerce::headingsText(offer.text->head.front().cells),
                                        commerce::mappingText(offer.mapping)};
    const Result<void> written = file->append(kept.products + 1, [&](std::size_t i) {
        const commerce::ShopEntry entry = i == kept.products
                                              ? commerce::ShopEntry(mapping)
                                              : commerce::ShopEntry(product(offer.plan->changes[i]));
        commerce::apply(*next, entry, at);
        return encoded(entry, at);
    });
    if (!written)
        return written.error();
    book = std::move(next);
    return kept;
}

Result<std::string> ShopKeeper::Desk::keepPhoto(const Result<Photo>& read) const {
    if (!read)
        return read.error();
    if (!QDir().mkpath(places.photos))
        return fail(ErrorCode::FileUnwritable, places.photos.toStdString());
    const QString kept = photo(read->name.toStdString());
    if (!QFile::exists(kept)) {
        if (const Result<void> written = writeWhole(kept, read->bytes); !written)
            return written.error();
    }
    return read->name.toStdString();
}

void ShopKeeper::Desk::showPhoto(const QString& name) const {
    QFile kept(photo(name.toStdString()));
    if (name.isEmpty() || name.contains(QLatin1Char('/')) || !kept.open(QIODevice::ReadOnly))
        return; // one of the show's own, which is there already
    const QByteArray bytes = kept.readAll();
    const QString shown = places.show + QLatin1Char('/') + name;
    if (!places.show.isEmpty() && QDir().mkpath(places.show) && !QFile::exists(shown)) {
        if (const Result<void> written = writeWhole(shown, bytes); !written)
            logWarning("studio", "a product's picture: " + written.error().detail);
    }
    send(name, bytes);
}

ShopKeeper::ShopKeeper(Places places, const Clock& clock, Send send, QObject* parent)
    : control::ShopBookPort(parent), places_(places), book_(std::make_shared<commerce::ShopBook>()),
      desk_(std::make_unique<Desk>(std::move(places), clock, std::move(send))) {
    thread_.setMaxThreadCount(1);
    thread_.setObjectName(QStringLiteral("shop book"));
    thread_.start([this] {
        desk_->open();
        read_.set_value({desk_->book, desk_->fault});
        publish(*desk_);
    });
}

void ShopKeeper::awaitRead() {
    std::tie(book_, fault_) = read_.get_future().get();
}

ShopKeeper::~ShopKeeper() {
    ending_ = true;
    thread_.waitForDone();
}

/// On the thread: what it has now is shown on the GUI thread.
void ShopKeeper::publish(const Desk& desk) {
    if (desk.fault)
        logError("studio", "shop book: " + desk.fault->detail);
    QMetaObject::invokeMethod(
        this,
        [this, book = desk.book, fault = desk.fault] {
            Book before = std::exchange(book_, book);
            fault_ = fault;
            emit changed();
            // 100,000 products die where nobody waits for it.
            thread_.start([before = std::move(before)]() mutable { before.reset(); });
        },
        Qt::QueuedConnection);
}

template <class T>
void ShopKeeper::work(QObject* context, std::function<void(T)> told, std::function<T(Desk&)> job) {
    // Whether the asker is still there is looked at where it lives.
    thread_.start([this, guard = QPointer<QObject>(context), told = std::move(told), job = std::move(job)] {
        const Book before = desk_->book;
        auto done = std::make_shared<T>(job(*desk_));
        if (desk_->book != before)
            publish(*desk_);
        QMetaObject::invokeMethod(
            this,
            [guard, told, done] {
                if (guard && told)
                    told(std::move(*done));
            },
            Qt::QueuedConnection);
    });
}

void ShopKeeper::keep(std::vector<commerce::ShopEntry> entries, QObject* context,
                      std::function<void(Result<void>)> told) {
    work<Result<void>>(context, std::move(told),
                       [entries = std::move(entries)](Desk& desk) { return desk.keep(entries); });
}

void ShopKeeper::planTable(control::TableAsk ask, QObject* context, std::function<void(int)> permille,
                           std::function<void(Result<control::TableOffer>)> told) {
    const QPointer<QObject> guard(context);
    const commerce::Progress progress = [this, guard, permille, stop = ask.stop](int done) {
        QMetaObject::invokeMethod(
            this,
            [guard, permille, stop, done] {
                if (guard && permille && !(stop && *stop))
                    permille(done);
            },
            Qt::QueuedConnection);
        return !ending_ && !(stop && *stop);
    };
    const auto unlessStopped = [stop = ask.stop, told = std::move(told)](Result<control::TableOffer> offer) {
        if (!(stop && *stop))
            told(std::move(offer));
    };
    work<Result<control::TableOffer>>(context, unlessStopped, [ask = std::move(ask), progress](Desk& desk) {
        return desk.plan(ask, progress);
    });
}

void ShopKeeper::keepTable(control::TableOffer offer, const QString& path, QObject* context,
                           std::function<void(Result<control::TableKept>)> told) {
    work<Result<control::TableKept>>(context, std::move(told), [offer = std::move(offer), path](Desk& desk) {
        return desk.keepTable(offer, path);
    });
}

void ShopKeeper::writeTable(const QString& path, QObject* context, std::function<void(Result<void>)> told) {
    work<Result<void>>(context, std::move(told), [path](Desk& desk) -> Result<void> {
        if (desk.fault)
            return *desk.fault;
        std::vector<const commerce::Product*> all;
        for (const auto& [id, product] : desk.book->products)
            all.push_back(&product);
        return writeWhole(path, QByteArray::fromStdString(commerce::writeProducts(all)));
    });
}

void ShopKeeper::takePhoto(const QString& path, QObject* context,
                           std::function<void(Result<std::string>)> told) {
    work<Result<std::string>>(context, std::move(told),
                              [path](Desk& desk) { return desk.keepPhoto(readPhoto(path)); });
}

void ShopKeeper::takePicture(std::shared_ptr<const engine::Picture> picture, QObject* context,
                             std::function<void(Result<std::string>)> told) {
    work<Result<std::string>>(context, std::move(told), [picture = std::move(picture)](Desk& desk) {
        return desk.keepPhoto(photoOf(*picture));
    });
}

void ShopKeeper::showPhoto(const std::string& name) {
    thread_.start([this, name = QString::fromStdString(name)] { desk_->showPhoto(name); });
}

void ShopKeeper::follow(const control::State& state) {
    std::vector<std::string> now{std::to_string(int(state.run.phase)),
                                 std::to_string(state.catalogueRevision)};
    for (const auto& [id, running] : state.running)
        now.push_back(id.value + std::to_string(running.startedMs));
    if (now == seen_ || noting_)
        return;
    seen_ = std::move(now);
    notePrices(state);
}

void ShopKeeper::notePrices(const control::State& state) {
    const bool live = state.run.phase == show::RunPhase::Live && !state.run.rehearsal;
    if (!live && noted_.empty())
        return;
    const auto before = noted_;
    static const std::map<OfferId, commerce::RunningOffer> none;
    const auto& running = live ? state.running : none; // they end with the show
    std::vector<commerce::ShopEntry> entries;
    for (const commerce::Product& product : state.catalogue.products) {
        for (const commerce::Variant& variant : product.variants) {
            const bool flash = commerce::flashOf(variant.sku, running) != nullptr;
            const Money price{commerce::presentPrice(variant, running), variant.price.currency};
            auto& noted = noted_[variant.sku];
            if (noted == std::pair(price, flash))
                continue;
            const commerce::PriceWhy why = flash          ? commerce::PriceWhy::Flash
                                           : noted.second ? commerce::PriceWhy::FlashOver
                                                          : commerce::PriceWhy::Listed;
            noted = {price, flash};
            entries.push_back(commerce::PriceNoted{variant.sku, price, why});
        }
    }
    if (!live)
        noted_.clear();
    if (entries.empty())
        return;
    noting_ = true;
    keep(std::move(entries), this, [this, before](const Result<void>& kept) {
        noting_ = false;
        if (!kept) { // with the next change it is tried again
            noted_ = before;
            seen_.clear();
        }
        emit pricesNoted(kept ? std::nullopt : std::optional(kept.error()));
    });
}

} // namespace vitrina::studio
