// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mail/Mailer.hpp"
#include "server/store/Store.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <set>

namespace vitrina::server {

/// Sees to it that every order is confirmed by mail, whatever becomes of the mail server or of this one: the
/// store remembers which are due, and forgets one when the mail server has taken its mail. After a crash in
/// between a buyer gets two. Io thread only.
class Confirmations {
  public:
    /// Runs a function on the io thread.
    using Post = std::function<void(std::function<void()>)>;

    Confirmations(Store& store, Mailer& mailer, const Clock& clock, Post post)
        : store_(store), mailer_(mailer), clock_(clock), post_(std::move(post)) {}
    Confirmations(const Confirmations&) = delete;
    Confirmations& operator=(const Confirmations&) = delete;

    /// From now on by this way; nothing: orders that come are not confirmed, what is due stays so.
    void setWay(std::optional<MailWay> way);
    /// An order is placed.
    void ordered();
    void tick(std::int64_t nowMs); ///< monotonic
    /// Nothing is on its way that could still get there.
    bool idle() const { return underWay_.size() == taken_.size(); }

  private:
    void look();
    void send(const std::vector<MailDue>& due);
    void finished(const OrderNumber& order, bool sent);

    Store& store_;
    Mailer& mailer_;
    const Clock& clock_;
    Post post_;
    std::set<OrderNumber> underWay_; ///< the mailer has them, or the store has yet to say that they are gone
    std::set<OrderNumber> taken_;    ///< of those, that the mail server has taken
    std::set<OrderNumber> givenUp_;  ///< until the next look by time or another way
    std::int64_t lookAtMs_ = 0;
    bool set_ = false;
    bool looking_ = false;
    bool again_ = false; ///< something came while it was looking
};

} // namespace vitrina::server
