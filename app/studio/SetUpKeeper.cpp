// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/SetUpKeeper.hpp"

#include "record/Documents.hpp"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

namespace vitrina::studio {

SetUpKeeper::SetUpKeeper(journal::JournalThread& journal, stage::SetUp asRead, QString path, Told told)
    : journal_(journal), asRead_(std::move(asRead)), path_(std::move(path)), told_(std::move(told)) {}

void SetUpKeeper::keep(const stage::SetUp& setUp) {
    if (path_.isEmpty())
        return;
    // What the command line laid over this session is not the machine's.
    stage::SetUp kept = setUp;
    kept.canvas = asRead_.canvas;
    kept.destinations = asRead_.destinations;
    if (!waiting_->put(std::move(kept)))
        return;
    journal_.run([waiting = waiting_, path = path_, told = told_](journal::ShowFile&) {
        const std::optional<stage::SetUp> newest = waiting->take();
        const Result<void> written = newest ? writeSetUp(*newest, path) : Result<void>();
        told(written ? std::nullopt : std::optional(written.error()));
    });
}

Result<void> writeSetUp(const stage::SetUp& setUp, const QString& path) {
    const std::string json = record::encodeSetUp(setUp);
    if (const auto readable = record::decodeSetUp(json); !readable)
        return readable.error();
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(json.data(), qint64(json.size())) == qint64(json.size()) && file.commit();
    if (!written)
        return fail(ErrorCode::FileUnwritable, path.toStdString() + ": " + file.errorString().toStdString());
    return {};
}

} // namespace vitrina::studio
