// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/KeyMap.hpp"

#include <QThreadPool>

namespace vitrina::ui {

/// Keeps the changed keys in a settings file. load() reads and is for the start; save() returns at once and
/// writes on a thread of its own, in the order of the calls. The last save is waited for when the store goes.
class KeyStore {
  public:
    /// No file: nothing is kept.
    explicit KeyStore(QString file);
    ~KeyStore();
    KeyStore(const KeyStore&) = delete;
    KeyStore& operator=(const KeyStore&) = delete;

    KeyMap load() const;
    void save(const KeyMap& map);

  private:
    QString file_;
    QThreadPool writer_;
};

} // namespace vitrina::ui
