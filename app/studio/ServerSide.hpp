// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "control/State.hpp"
#include "engine/WebFragment.hpp"
#include "journal/Journal.hpp"
#include "record/Record.hpp"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vitrina::studio {

/// The show server as the studio has it: the child process (or the one found running) and the link to it.
/// Calls may come from any thread; callbacks are made on threads of the link.
class ServerSide {
  public:
    struct Config {
        QString program;
        QString dataFolder;
        QString webFolder;
        QString assetsFolder;
        int port = 0;
        bool simulatedViewers = false; ///< many viewers from one address: the per-address limits are widened
    };
    struct Callbacks {
        std::function<void(control::LinkHealth, std::string url, std::int64_t clockOffsetMs)> health;
        std::function<void(std::vector<record::Record>)> records;
        std::function<void(std::optional<Error>)> fault; ///< nothing: it is over
    };

    ServerSide(Config config, journal::JournalThread& journal);
    ~ServerSide();

    void start(const ShowId& show, const RunId& run, Callbacks callbacks);
    void publish(std::vector<record::Record> durable);
    void sendRequest(const control::PendingRequest& request, std::uint64_t basedOn);
    void sendVideo(std::shared_ptr<const engine::WebFragment> fragment);
    void closeShow();
    /// The server holds the studio's records up to that seq.
    bool drained(std::uint64_t studioSeq) const;
    const QString& dataFolder() const { return config_.dataFolder; }
    /// Orderly end. A show that is on is left to the child, which serves on; otherwise the child is told to
    /// quit.
    void stop(show::RunPhase phase);

  private:
    struct Parts;
    void sendAssets();

    Config config_;
    std::unique_ptr<Parts> parts_;
};

} // namespace vitrina::studio
