// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/FileWork.hpp"

#include <QFile>
#include <QFuture>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace vitrina::ui {
namespace {

Result<QByteArray> bytesOf(const QString& path) {
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::FileMissing, path.toStdString());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString().toStdString());
    // One byte more than there may be, so that what is too long is seen to be.
    const QByteArray bytes = file.read(qint64(maxCsvBytes) + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::FileUnreadable, file.errorString().toStdString());
    return bytes;
}

std::string_view viewOf(const QByteArray& bytes) {
    return {bytes.constData(), std::size_t(bytes.size())};
}

Result<CsvTable> tableIn(const QString& path) {
    const auto bytes = bytesOf(path);
    return bytes ? readCsv(viewOf(*bytes)) : Result<CsvTable>(bytes.error());
}

Result<void> put(const QString& path, const std::string& content, Readers readers) {
    QSaveFile file(path);
    const auto guard = [&] {
        return readers != Readers::Owner ||
               file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    };
    if (!file.open(QIODevice::WriteOnly) || !guard() ||
        file.write(content.data(), qint64(content.size())) < 0 || !file.commit())
        return fail(ErrorCode::FileUnwritable, file.errorString().toStdString());
    return {};
}

template <class T, class Work>
void elsewhere(Work work, QObject* context, std::function<void(T)> told) {
    auto promise = std::make_shared<QPromise<T>>();
    promise->future().then(context, [told = std::move(told)](const T& result) { told(result); });
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->start();
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace

void readTable(const QString& path, QObject* context, std::function<void(Result<CsvTable>)> told) {
    elsewhere<Result<CsvTable>>([path] { return tableIn(path); }, context, std::move(told));
}

void readOrders(const QString& path, const std::string& shop, const std::string& currency,
                std::int64_t offsetMs, QObject* context,
                std::function<void(Result<commerce::OrderTable>)> told) {
    elsewhere<Result<commerce::OrderTable>>(
        [path, shop, currency, offsetMs] {
            const auto bytes = bytesOf(path);
            return bytes ? commerce::readShopOrders(viewOf(*bytes), shop, currency, offsetMs)
                         : Result<commerce::OrderTable>(bytes.error());
        },
        context, std::move(told));
}

void writeFile(const QString& path, const std::string& content, QObject* context,
               std::function<void(Result<void>)> told, Readers readers) {
    elsewhere<Result<void>>([path, content, readers] { return put(path, content, readers); }, context,
                            std::move(told));
}

void writePaper(const QString& path, const Paper& paper, QObject* context,
                std::function<void(Result<void>)> told) {
    elsewhere<Result<void>>([path, paper] { return writePdf(paper, path); }, context, std::move(told));
}

} // namespace vitrina::ui
