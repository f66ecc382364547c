// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/OpenedShow.hpp"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace vitrina::studio {
namespace {

/// A show document of a person is text of some hundred kilobytes; more is a mistake.
constexpr qint64 maxDocumentBytes = 32LL * 1024 * 1024;

Result<std::string> readText(const QString& path) {
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::FileMissing, path.toStdString());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path.toStdString() + ": " + file.errorString().toStdString());
    if (file.size() > maxDocumentBytes)
        return fail(ErrorCode::FileNotOurs, path.toStdString() + ": too large for a show document");
    return file.readAll().toStdString();
}

QString fileNameOf(const show::Show& show) {
    static const QRegularExpression unsafe(QStringLiteral("[^A-Za-z0-9_-]"));
    return QString::fromStdString(show.id.value).remove(unsafe).left(64);
}

Result<OpenedShow> import(const QString& path, const QString& showsFolder) {
    const auto text = readText(path);
    if (!text)
        return text.error();
    auto document = record::decodeShowDocument(*text);
    if (!document)
        return fail(document.error().code, path.toStdString() + ": " + document.error().detail);
    const QString name = fileNameOf(document->show);
    if (name.isEmpty() || !QDir().mkpath(showsFolder))
        return fail(ErrorCode::FileUnwritable, showsFolder.toStdString());
    auto file = journal::ShowFile::open(
        (showsFolder + QLatin1Char('/') + name + QLatin1String(".vitrina")).toStdString(), true);
    if (!file)
        return file.error();
    if (const auto saved = file.value()->saveDocument(*text); !saved)
        return saved.error();
    return OpenedShow{std::move(file).value(),
                      std::move(document).value(),
                      QFileInfo(path).absolutePath() + QLatin1String("/art"),
                      {}};
}

Result<OpenedShow> openFile(const QString& path) {
    auto file = journal::ShowFile::open(path.toStdString(), false);
    if (!file)
        return file.error();
    const auto text = file.value()->document();
    if (!text)
        return text.error();
    auto document = record::decodeShowDocument(*text);
    if (!document)
        return fail(document.error().code, path.toStdString() + ": " + document.error().detail);
    const QFileInfo info(path);
    return OpenedShow{std::move(file).value(),
                      std::move(document).value(),
                      info.absolutePath() + QLatin1Char('/') + info.completeBaseName() +
                          QLatin1String(".assets"),
                      {}};
}

} // namespace

Result<OpenedShow> openShow(const QString& path, const QString& showsFolder) {
    auto opened = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ? import(path, showsFolder)
                                                                             : openFile(path);
    if (!opened)
        return opened;
    const auto runs = opened->file->runs();
    if (!runs.empty() && runs.front().live && !runs.front().ended)
        opened->unfinished = runs.front();
    return opened;
}

void takeFromBook(OpenedShow& opened, const commerce::ShopBook& book, std::int64_t nowMs) {
    opened.denied = commerce::claimFromLedger(book, opened.document.catalogue, nowMs);
    commerce::beginTerms(book, opened.document.catalogue.terms);
}

std::string claimsDetail(const std::vector<commerce::DeniedClaim>& denied) {
    std::string detail;
    for (const commerce::DeniedClaim& claim : denied)
        detail += (detail.empty() ? "" : "\n") + claim.sku.value + "\t" +
                  std::to_string(claim.claimed.minor) + "\t" +
                  std::to_string(claim.known ? claim.known->minor : -1);
    return detail;
}

} // namespace vitrina::studio
