// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "control/Reach.hpp"
#include "link/Link.hpp"
#include "link/PairedServer.hpp"
#include "studio/ShowMover.hpp"

#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <optional>

namespace vitrina::studio {

/// How this studio's pages are reached: by whom they are served, whether phones of this network may in, and
/// how the paired server's public name looks from here. GUI thread; what waits for a network or a disk does
/// so on a thread of its own.
class Reachable final : public control::ReachPort {
    Q_OBJECT

  public:
    /// `file`: where the paired server is kept, `kept` what stood in it. `paired`: the one that serves this
    /// run; nothing: this computer.
    Reachable(QString file, std::optional<link::PairedServer> paired, std::optional<link::PairedServer> kept,
              control::Dispatcher& dispatcher);
    ~Reachable() override;

    /// How the wish for phones gets to the server.
    void onPhones(std::function<void(bool)> tell) { tellPhones_ = std::move(tell); }
    void linkSaid(const link::Status& status);
    /// Who moves the run from one server to the other.
    void setMover(ShowMover& mover);

    /// Where this computer itself gets at the page without TLS; -1 before that is known, or when it is
    /// elsewhere.
    int localPort() const { return localPort_; }

    const control::Reach& reach() const override { return reach_; }
    void letPhonesIn(bool on) override;
    void pair(const std::string& code, Done done) override;
    void forgetServer() override;
    void moveShow(bool away) override;
    void cancelMove() override;

  private:
    void look();
    void arrived(const std::optional<link::PairedServer>& at);

    QString file_;
    std::optional<link::PairedServer> paired_; ///< that serves the run
    std::optional<link::PairedServer> kept_;   ///< that is paired, whether it serves the run or not
    ShowMover* mover_ = nullptr;               ///< not owned
    std::atomic<bool> over_ = false;
    control::Dispatcher& dispatcher_;
    control::Reach reach_;
    std::function<void(bool)> tellPhones_;
    QTimer lookAgain_;
    int localPort_ = -1;
    bool looking_ = false;
    QThreadPool threads_;
    QThreadPool lookers_;
};

/// Uses a pairing code up and keeps what the server gave. Blocks for as long as the network takes.
Result<link::PairedServer> pairAndKeep(const std::string& code, const QString& file,
                                       const std::atomic<bool>* cancelled = nullptr);

} // namespace vitrina::studio
