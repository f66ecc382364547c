// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/KeyStore.hpp"

#include "base/Log.hpp"

#include <QSettings>

namespace vitrina::ui {
namespace {

const QString group = QStringLiteral("keys");

void write(const QString& file, const std::map<QString, QString>& stored) {
    QSettings settings(file, QSettings::IniFormat);
    settings.beginGroup(group);
    settings.remove(QString());
    for (const auto& [id, keys] : stored)
        settings.setValue(id, keys);
    settings.endGroup();
    settings.sync();
    if (settings.status() != QSettings::NoError)
        logWarning("ui", "the keys can't be kept in " + file.toStdString());
}

} // namespace

KeyStore::KeyStore(QString file) : file_(std::move(file)) {
    writer_.setMaxThreadCount(1);
}

KeyStore::~KeyStore() {
    writer_.waitForDone();
}

KeyMap KeyStore::load() const {
    if (file_.isEmpty())
        return {};
    QSettings settings(file_, QSettings::IniFormat);
    settings.beginGroup(group);
    std::map<QString, QString> stored;
    for (const QString& id : settings.childKeys())
        stored[id] = settings.value(id).toString();
    return fromStored(stored);
}

void KeyStore::save(const KeyMap& map) {
    if (!file_.isEmpty())
        writer_.start([file = file_, stored = toStored(map)] { write(file, stored); });
}

} // namespace vitrina::ui
