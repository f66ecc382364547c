// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "journal/Journal.hpp"
#include "link/PairedServer.hpp"
#include "link/ShowMove.hpp"
#include "studio/ServerSide.hpp"

#include <QObject>
#include <QString>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace vitrina::studio {

/// Takes the run that is on from one server to another (design rule 11; link.md). GUI thread; what waits does
/// so on a thread of its own. Until the record ShowMoved is durable the old server has the run, and every end
/// of this object or of the process leads back to it.
class ShowMover final : public QObject {
    Q_OBJECT

  public:
    struct Parts {
        ServerSide& server;
        control::Dispatcher& dispatcher;
        journal::JournalThread& journal;
        QString placesFile; ///< RunPlaces
    };

    explicit ShowMover(Parts parts);
    ~ShowMover() override;
    /// The studio closes: gives up what is not decided, and waits for the threads, which that ends within a
    /// moment. To be called while the server and the journal are there; the journal must go before this does.
    void end();

    bool isMoving() const { return moving_; }
    void begin(const std::optional<link::PairedServer>& from, const std::optional<link::PairedServer>& to);
    void cancel();
    /// At the start of a studio that goes on with a run: the server before may not have heard.
    void tellAgain(const std::optional<link::PairedServer>& before, std::uint64_t epoch,
                   const std::string& url);

  signals:
    void progressed(int percent, bool decided);
    /// The run is served there now. `to`: nothing, this computer.
    void arrived(const std::optional<vitrina::link::PairedServer>& to);
    /// It stays; an error of None: it was cancelled.
    void stayed(const vitrina::Error& why);

  private:
    void carried(const Result<std::optional<std::string>>& url);
    void decide(const std::string& url);
    void lookWhetherDurable(std::uint64_t seq, const std::string& url);
    void settle(const std::string& url);
    void stay(const Error& why);
    link::MoveEnd endOf(const std::optional<link::PairedServer>& server) const;
    void work(std::function<void()> what);

    Parts parts_;
    link::ShowMove move_;
    std::optional<link::PairedServer> from_;
    std::optional<link::PairedServer> to_;
    bool moving_ = false;
    bool decided_ = false;
    bool ended_ = false;
    std::atomic<bool> cancelled_ = false;
    std::thread thread_;
    std::vector<std::unique_ptr<link::MovedWord>> words_;
};

} // namespace vitrina::studio
