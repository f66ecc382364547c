// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "protocol/Messages.hpp"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace vitrina::server {

/// The shop's way to send mail.
using protocol::MailWay;

bool isMailAddress(const std::string& text);
/// BadFormat: no smtp:// or smtps:// address, or a sender that is none.
Result<void> checkMailWay(const MailWay& way);
/// A JSON file {"url", "from", "user"?, "password"?}: a password is never on a command line. FileUnreadable,
/// BadFormat; NotAuthorised: others can read it.
Result<MailWay> readMailWay(const std::string& path);

struct MailLimits {
    std::int64_t attemptMs = 30'000;                                 ///< a server that hangs has that long
    std::vector<std::int64_t> retryAfterMs{10'000, 60'000, 300'000}; ///< then it is given up
    std::size_t queue = 1'000;                                       ///< more are let go
};

struct Mail {
    std::string to;
    std::string message; ///< headers and body, RFC 5322
};

/// Sends mails one after the other in a thread of its own, so that a mail server that is slow, hangs or
/// refuses holds nothing up. What it knows is gone with the process (Confirmations knows what is due). Logs
/// neither addresses nor contents.
class Mailer {
  public:
    explicit Mailer(MailLimits limits = {});
    ~Mailer(); ///< breaks off what is under way
    Mailer(const Mailer&) = delete;
    Mailer& operator=(const Mailer&) = delete;

    /// From now on; nothing, or one that checkMailWay() refuses: none is sent. What waits or is under way is
    /// tried anew by the new way.
    void setWay(std::optional<MailWay> way);
    /// Of the way that is set; empty: none is.
    std::string from() const;
    /// Comes on the mailer's thread: None, BadRequest (no way is set), Busy (too many wait), or what the mail
    /// server has said.
    using Done = std::function<void(const Error&)>;
    /// Any thread; never waits for the network. `done`: once, when it is sent or given up.
    void add(Mail mail, Done done = {});
    /// Signs in and sends nothing, so that counts() says what a mail would meet; again a few times when that
    /// fails.
    void look();
    /// One attempt, ahead of what waits.
    void test(Mail mail, Done done);

    struct Counts {
        std::int64_t sent = 0;
        std::int64_t attempts = 0;
        std::int64_t givenUp = 0; ///< after all attempts, or as too many were waiting
        Error error;              ///< of the newest attempt, without an address; None: it went
        std::int64_t lastMs = 0;  ///< wall time of it; 0: none yet
    };
    Counts counts() const; ///< since the way was set

  private:
    struct Waiting {
        Mail mail;
        Done done;
        bool test = false; ///< tried once
        std::size_t tries = 0;
        std::int64_t dueMs = 0; ///< monotonic
    };
    void loop();
    void deliver(Waiting waiting, const MailWay& way);
    bool over(Waiting waiting, const Error& problem);
    Error attempt(const Mail& mail, const MailWay& way) const; ///< None: sent

    const MailLimits limits_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::optional<MailWay> way_;
    std::deque<Waiting> queue_;
    Counts counts_;
    bool stopping_ = false;
    std::atomic<bool> breakOff_ = false; ///< the attempt under way is not wanted any more
    std::thread thread_;
};

} // namespace vitrina::server
