// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QThreadPool>

#include <atomic>

namespace vitrina::studio {

/// Shows that are over have a server's folder each, and no server runs on it any more: this has their buyers
/// erased when their time is over. On a thread of its own, one folder after the other.
class OldShows {
  public:
    /// `program`: the show server's. `folder`: holds one folder a show. `served`: the name of the one that is
    /// served now.
    OldShows(QString program, QString folder, QString served);
    ~OldShows(); ///< breaks off; the rest is done the next time
    OldShows(const OldShows&) = delete;
    OldShows& operator=(const OldShows&) = delete;

    /// False: not in time. For tests.
    bool waitForDone(int ms) { return thread_.waitForDone(ms); }

  private:
    void sweep(const QString& program, const QString& folder, const QString& served);

    std::atomic<bool> stopping_ = false;
    QThreadPool thread_;
};

} // namespace vitrina::studio
