// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/Places.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace vitrina::studio {
namespace {

QString firstThatIs(const QStringList& folders) {
    for (const QString& folder : folders) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return QDir::cleanPath(folder);
    }
    return {};
}

QString beside(const char* inside) {
    return QCoreApplication::applicationDirPath() + QLatin1String("/../share/vitrina/") +
           QLatin1String(inside);
}

} // namespace

QString resourceFolder() {
    return firstThatIs({qEnvironmentVariable("VITRINA_RESOURCES"), beside("resources"),
                        QStringLiteral(VITRINA_SOURCE_FOLDER "/resources")});
}

QString webFolder() {
    return firstThatIs({qEnvironmentVariable("VITRINA_WEB"), beside("web"),
                        QStringLiteral(VITRINA_SOURCE_FOLDER "/ui/web")});
}

QString serverProgram() {
    return QCoreApplication::applicationDirPath() + QLatin1String("/vitrina-server");
}

QString userDataFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QLatin1String("/vitrina");
}

} // namespace vitrina::studio
