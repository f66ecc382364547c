// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <QObject>

#include <functional>
#include <optional>
#include <string>

namespace vitrina::control {

/// Who can open an address, as far as the address itself says.
enum class Openness {
    Nobody, ///< there is no address yet
    ThisComputer,
    ThisNetwork,
    Everyone
};
/// By the host: the loopback; a private or link-local address, a name without a dot or ending in ".local";
/// any other.
Openness whoCanOpen(const std::string& url);

/// Where the pages are served from and how they can be reached. Of this machine and this moment, not of the
/// show: it stands in no journal.
struct Reach {
    std::string url;
    bool phones = false;   ///< asked for: phones on this network
    std::string elsewhere; ///< name of the paired server that serves this show; empty: this computer does
    std::string nextTime;  ///< name of the one paired since, which takes over at the next start; empty: none
    std::string
        fingerprint;   ///< SHA-256 of the certificate phones are shown, "AB:CD:…"; empty: none of our own
    std::string words; ///< the same to be read aloud
    Error phonesError; ///< why phones were not let in
    int movingPercent = -1;     ///< of the show's way to another server; -1: it stays
    bool movingDecided = false; ///< there is no way back any more
    Error moveError;            ///< why the last move came to nothing

    bool operator==(const Reach&) const = default;
};

/// What the window asks of the studio about it. GUI thread; every call returns at once.
class ReachPort : public QObject {
    Q_OBJECT

  public:
    using Done = std::function<void(const std::optional<Error>&)>;

    virtual const Reach& reach() const = 0;
    virtual void letPhonesIn(bool on) = 0;
    /// Uses a pairing code up. `done` comes on the GUI thread: nothing, or BadFormat, LinkDown,
    /// NotAuthorised, FileUnwritable. The server serves from the next start on: the run that is on stays
    /// until it is moved.
    virtual void pair(const std::string& code, Done done) = 0;
    /// From the next start on this computer serves again.
    virtual void forgetServer() = 0;

    /// The show that is on goes to the server that is paired (`away`), or to this computer. What comes of it
    /// is in reach(). LinkDown: one of the two does not answer; the show stays where its ledger is.
    virtual void moveShow(bool away) = 0;
    /// As long as it is not decided.
    virtual void cancelMove() = 0;

  signals:
    void changed();
};

} // namespace vitrina::control
