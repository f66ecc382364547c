// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Remembered.hpp"

#include <QSettings>

#include <utility>

namespace vitrina::ui {
namespace {

constexpr auto group = QLatin1String("window");

} // namespace

Remembered::Remembered(QString file) : file_(std::move(file)) {
    writer_.setMaxThreadCount(1);
    if (file_.isEmpty())
        return;
    QSettings settings(file_, QSettings::IniFormat);
    settings.beginGroup(group);
    for (const QString& key : settings.allKeys())
        values_.insert(key, settings.value(key));
}

Remembered::~Remembered() {
    writer_.waitForDone();
}

void Remembered::set(const QString& key, const QVariant& value) {
    values_.insert(key, value);
    if (file_.isEmpty())
        return;
    writer_.start([file = file_, key, value] {
        QSettings settings(file, QSettings::IniFormat);
        settings.beginGroup(group);
        settings.setValue(key, value);
    });
}

} // namespace vitrina::ui
