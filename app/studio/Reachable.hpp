// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "control/Reach.hpp"
#include "link/Link.hpp"
#include "link/PairedServer.hpp"

#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <optional>

namespace vitrina::studio {

/// How this studio's pages are reached: by whom they are served, whether phones of this network may in, and
/// how the paired server's public name looks from here. GUI thread; what waits for a network or a disk does
/// so on a thread of its own.
class Reachable final : public control::ReachPort {
    Q_OBJECT

  public:
    /// `file`: where the paired server is kept. `paired`: the one that serves this run; nothing: this
    /// computer.
    Reachable(QString file, std::optional<link::PairedServer> paired, control::Dispatcher& dispatcher);
    ~Reachable() override;

    /// How the wish for phones gets to the server.
    void onPhones(std::function<void(bool)> tell) { tellPhones_ = std::move(tell); }
    void linkSaid(const link::Status& status);

    /// Where this computer itself gets at the page without TLS; -1 before that is known, or when it is
    /// elsewhere.
    int localPort() const { return localPort_; }

    const control::Reach& reach() const override { return reach_; }
    void letPhonesIn(bool on) override;
    void pair(const std::string& code, Done done) override;
    void forgetServer() override;

  private:
    void look();

    QString file_;
    std::optional<link::PairedServer> paired_;
    control::Dispatcher& dispatcher_;
    control::Reach reach_;
    std::function<void(bool)> tellPhones_;
    QTimer lookAgain_;
    int localPort_ = -1;
    bool looking_ = false;
    QThreadPool threads_;
};

/// Uses a pairing code up and keeps what the server gave. Blocks for as long as the network takes.
Result<link::PairedServer> pairAndKeep(const std::string& code, const QString& file);

} // namespace vitrina::studio
