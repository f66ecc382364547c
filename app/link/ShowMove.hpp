// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"
#include "link/ServerAddress.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

namespace vitrina::link {

/// A server that a show leaves or goes to.
struct MoveEnd {
    std::string dataFolder;                 ///< of the studio's own: its server.lock is read anew
    std::optional<ServerAddress> elsewhere; ///< then the folder counts for nothing
};
struct ShowMove {
    MoveEnd from;
    MoveEnd to;
    ShowId show;
    RunId run;
    std::uint64_t epoch = 0; ///< that it has where it is
};
enum class MoveStep {
    None,
    Asking,   ///< both servers, whether they are there
    Leaving,  ///< the old one has closed it
    Carrying, ///< its ledger is on its way
    Arrived   ///< whole, and durable
};

/// Closes the run at its server and carries its ledger over (link.md, "Moving a show"). Blocks, on a thread
/// of the caller's; the ordinary Link must be gone before. Gives the address of the pages there, or nothing
/// when it was cancelled: then, and after every error, a Link to the old server with the same epoch opens the
/// run there again. After it has arrived nothing has changed yet either: the caller's ShowMoved record
/// decides. LinkDown: a server does not answer; ShowMoved; Busy; VersionMismatch, BadFormat, TooLarge: the
/// other can't take it.
Result<std::optional<std::string>> carryOver(const ShowMove& move, const std::atomic<bool>& cancelled,
                                             const std::function<void(MoveStep, int percent)>& progress);

/// Tells the old server where the run is served now, again and again until it has heard, and stays with it,
/// so that it goes on to send its viewers there. On a thread of its own.
class MovedWord {
  public:
    MovedWord(const ShowMove& move, std::string url);
    ~MovedWord();
    MovedWord(const MovedWord&) = delete;
    MovedWord& operator=(const MovedWord&) = delete;

    bool heard() const { return heard_; }

  private:
    void tell(const ShowMove& move, const std::string& url);

    std::atomic<bool> over_ = false;
    std::atomic<bool> heard_ = false;
    std::thread thread_;
};

} // namespace vitrina::link
