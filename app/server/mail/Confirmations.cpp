// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mail/Confirmations.hpp"

#include "server/mail/Confirmation.hpp"

#include <utility>

namespace vitrina::server {

namespace {

constexpr std::size_t mostUnderWay = 100; ///< a mail server takes a few at a time
constexpr std::int64_t lookEveryMs = 15 * 60'000;

} // namespace

void Confirmations::setWay(std::optional<MailWay> way) {
    mailer_.setWay(std::move(way));
    set_ = !mailer_.from().empty();
    givenUp_.clear();
    store_.add(ConfirmByMail{set_});
    if (set_)
        mailer_.look(); // before going live is when a wrong password is to be known
    look();
}

void Confirmations::ordered() {
    if (set_)
        look();
}

void Confirmations::tick(std::int64_t nowMs) {
    if (!set_ || nowMs < lookAtMs_)
        return;
    lookAtMs_ = nowMs + lookEveryMs;
    givenUp_.clear();
    look();
}

/// What was taken before the question is in no answer to it, so it is under way no more.
void Confirmations::look() {
    if (!set_ || underWay_.size() - taken_.size() >= mostUnderWay)
        return; // one that is finished looks again
    again_ = std::exchange(looking_, true);
    if (again_)
        return;
    store_.add(
        AskMailsDue{mostUnderWay + givenUp_.size(), [this, taken = taken_](const std::vector<MailDue>& due) {
                        for (const OrderNumber& order : taken) {
                            underWay_.erase(order);
                            taken_.erase(order);
                        }
                        looking_ = false;
                        send(due);
                        if (std::exchange(again_, false))
                            look();
                    }});
}

void Confirmations::send(const std::vector<MailDue>& due) {
    for (const MailDue& one : due) {
        const OrderNumber& number = one.order.number;
        if (underWay_.size() - taken_.size() >= mostUnderWay || givenUp_.contains(number) ||
            !underWay_.insert(number).second)
            continue;
        mailer_.add(
            confirmation(*one.shop, one.order, one.contact, mailer_.from(), clock_.now().wallMs),
            [this, number](const Error& problem) {
                post_([this, number, sent = problem.code == ErrorCode::None] { finished(number, sent); });
            });
    }
}

void Confirmations::finished(const OrderNumber& order, bool sent) {
    if (sent) {
        store_.add(MailTaken{order});
        taken_.insert(order);
    } else {
        underWay_.erase(order);
        givenUp_.insert(order);
    }
    look();
}

} // namespace vitrina::server
