// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/SweepFolder.hpp"

#include "base/Clock.hpp"
#include "server/LockFile.hpp"
#include "server/store/Store.hpp"

#include <unistd.h>

namespace vitrina::server {

Result<void> sweepFolder(const Options& options) {
    const std::string path = options.dataFolder + "/store.sqlite";
    if (access(path.c_str(), F_OK) != 0)
        return {}; // Nothing was ever sold: no store is to come of it.
    auto lock = LockFile::take(options.dataFolder);
    if (!lock)
        return lock.error();
    const SystemClock clock;
    auto opened = Store::open(
        path, clock, [](const std::function<void()>&) {}, [](const Changes&) {});
    if (!opened)
        return opened.error();
    opened->store->add(SweepBuyers{options.keepBuyersMs});
    return {}; // The store writes what is queued as it goes.
}

} // namespace vitrina::server
