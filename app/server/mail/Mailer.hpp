// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace vitrina::server {

/// The shop's way to send mail. The password is in a file of its owner's, never on a command line.
struct SmtpSettings {
    std::string url; ///< "smtps://mail.example:465"; "smtp://mail.example:587" goes over to TLS
    std::string user;
    std::string password;
    std::string from;

    bool operator==(const SmtpSettings&) const = default;
};

/// A JSON file {"url", "from", "user"?, "password"?}. FileUnreadable, BadFormat; NotAuthorised: others can
/// read it.
Result<SmtpSettings> readSmtpSettings(const std::string& path);

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
/// refuses holds nothing up. What it knows is gone with the process: an order does not depend on a mail. Logs
/// neither addresses nor contents.
class Mailer {
  public:
    explicit Mailer(SmtpSettings settings, MailLimits limits = {});
    ~Mailer(); ///< breaks off what is under way
    Mailer(const Mailer&) = delete;
    Mailer& operator=(const Mailer&) = delete;

    const std::string& from() const { return settings_.from; }
    void add(Mail mail); ///< any thread; never waits for the network

    struct Counts {
        std::int64_t sent = 0;
        std::int64_t attempts = 0;
        std::int64_t givenUp = 0; ///< after all attempts, or as too many were waiting
    };
    Counts counts() const;

  private:
    struct Waiting {
        Mail mail;
        std::size_t tries = 0;
        std::int64_t dueMs = 0; ///< monotonic
    };
    void loop();
    void deliver(Waiting waiting);
    std::string attempt(const Mail& mail) const; ///< what went wrong; empty: sent

    SmtpSettings settings_;
    MailLimits limits_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Waiting> queue_;
    Counts counts_;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

} // namespace vitrina::server
