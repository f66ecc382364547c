// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QThreadPool>
#include <QVariant>

namespace vitrina::ui {

/// How a person likes the window to be: kept in the settings file of this user, not with a show. value()
/// reads the disk and is for the building of a window; set() returns at once and writes on a thread of its
/// own.
class Remembered {
  public:
    /// No file: nothing is kept.
    explicit Remembered(QString file);
    ~Remembered();
    Remembered(const Remembered&) = delete;
    Remembered& operator=(const Remembered&) = delete;

    QVariant value(const QString& key) const { return values_.value(key); }
    void set(const QString& key, const QVariant& value);

  private:
    QString file_;
    QHash<QString, QVariant> values_;
    QThreadPool writer_;
};

} // namespace vitrina::ui
