// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/Replicator.hpp"

#include <algorithm>

namespace vitrina::protocol {

Replicator::Replicator(ReplicatorStart start, ReplicatorPort& port)
    : show_(std::move(start.show)), run_(std::move(start.run)), own_(start.own), port_(port),
      ownDurable_(start.ownDurable), otherDurable_(start.otherDurable), accepted_(start.otherDurable) {
    // Kept over a restart: it may have been sent before, so it is not given up here but asked again.
    for (HeldRequest& held : start.requests) {
        const RequestId id = held.request.id;
        order_.push_back(id);
        requests_[id] = {std::move(held), true, false};
    }
}

void Replicator::start(std::uint64_t peerHas) {
    if (peerHas > ownDurable_) {
        breakOff(fail(ErrorCode::FileDamaged, "the other side holds records up to " +
                                                  std::to_string(peerHas) + ", here are only " +
                                                  std::to_string(ownDurable_)));
        return;
    }
    up_ = true;
    acked_ = peerHas;
    sent_ = peerHas;
    waitingSinceMs_ = -1;
    resendMs_ = resendFirstMs;
    port_.peerHolds(peerHas);
    for (auto& [id, open] : requests_)
        open.onWire = false;
    sendRequests();
    pump();
}

void Replicator::stop() {
    up_ = false;
}

void Replicator::breakOff(Error error) {
    up_ = false;
    port_.broken(std::move(error));
}

void Replicator::ownDurable(std::uint64_t seq) {
    ownDurable_ = std::max(ownDurable_, seq);
    pump();
}

void Replicator::pump() {
    if (!up_ || reading_ || sent_ >= ownDurable_ || sent_ - acked_ >= windowRecords)
        return;
    reading_ = true;
    port_.readOwn(sent_, std::min<std::size_t>(batchRecords, windowRecords - (sent_ - acked_)));
}

void Replicator::ownRead(std::vector<record::Record> records) {
    reading_ = false;
    if (records.empty() || !up_)
        return; // tick() or the next start() tries again
    // A read from before a reconnect may not continue what has been sent since; then it is asked for anew.
    if (records.front().seq == sent_ + 1) {
        sent_ = records.back().seq;
        ownDurable_ = std::max(ownDurable_, sent_);
        port_.send(Records{std::move(records)});
    }
    pump();
}

void Replicator::otherStored(std::uint64_t seq) {
    if (seq <= otherDurable_)
        return;
    otherDurable_ = seq;
    accepted_ = std::max(accepted_, seq);
    if (up_)
        port_.send(Ack{seq});
}

void Replicator::received(Message message) {
    if (!up_)
        return;
    if (auto* records = std::get_if<Records>(&message))
        take(std::move(*records));
    else if (const auto* ack = std::get_if<Ack>(&message))
        take(*ack);
    else if (auto* request = std::get_if<Request>(&message))
        port_.requested(std::move(*request));
}

bool Replicator::ours(const record::Record& record, record::Origin origin) const {
    return record.show == show_ && record.run == run_ && record.origin == origin;
}

void Replicator::take(Records message) {
    const auto other = own_ == record::Origin::Studio ? record::Origin::Server : record::Origin::Studio;
    std::vector<record::Record> fresh;
    bool again = false;
    for (record::Record& record : message.records) {
        if (!ours(record, other)) {
            breakOff(fail(ErrorCode::BadRequest, "a record of another show, run or origin"));
            return;
        }
        const std::uint64_t expected = accepted_ + fresh.size() + 1;
        if (record.seq == expected)
            fresh.push_back(std::move(record)); // What comes early (a gap) is left: the other sends it again.
        else
            again = again || record.seq <= otherDurable_;
    }
    if (!fresh.empty()) {
        accepted_ = fresh.back().seq;
        noteAnswers(fresh);
        port_.storeOther(std::move(fresh));
    } else if (again && up_) {
        port_.send(Ack{otherDurable_}); // The ack was lost, or this would not have come again.
    }
}

void Replicator::noteAnswers(const std::vector<record::Record>& records) {
    for (const record::Record& record : records) {
        const auto* answer = record::factAs<commerce::RequestAnswered>(record.fact);
        if (!answer || requests_.erase(answer->request) == 0)
            continue;
        std::erase(order_, answer->request);
        port_.requestOver(answer->request, ErrorCode::None);
    }
}

void Replicator::take(Ack ack) {
    if (ack.seq > ownDurable_)
        breakOff(fail(ErrorCode::FileDamaged, "an ack for records that are not here"));
    else
        noteAck(ack.seq);
}

void Replicator::noteAck(std::uint64_t seq) {
    if (seq <= acked_)
        return;
    acked_ = seq;
    sent_ = std::max(sent_, seq);
    waitingSinceMs_ = -1;
    resendMs_ = resendFirstMs;
    port_.peerHolds(seq);
    sendRequests();
    pump();
}

void Replicator::ask(HeldRequest request) {
    const RequestId id = request.request.id;
    if (!requests_.try_emplace(id, OpenRequest{std::move(request)}).second)
        return;
    order_.push_back(id);
    sendRequests();
}

void Replicator::giveUp(const RequestId& id) {
    if (requests_.erase(id) > 0)
        std::erase(order_, id);
}

void Replicator::sendRequests() {
    for (const RequestId& id : order_) {
        OpenRequest& open = requests_.at(id);
        if (!up_ || open.onWire || open.held.after > acked_)
            continue;
        open.sent = true;
        open.onWire = true;
        port_.send(open.held.request);
    }
}

std::vector<Request> Replicator::openRequests() const {
    std::vector<Request> open;
    for (const RequestId& id : order_)
        open.push_back(requests_.at(id).held.request);
    return open;
}

void Replicator::tick(std::int64_t wallMs, std::int64_t monoMs) {
    std::vector<RequestId> expired;
    for (const RequestId& id : order_) {
        const OpenRequest& open = requests_.at(id);
        const std::int64_t until = open.held.request.validUntilMs;
        if (!open.sent && until != 0 && until <= wallMs)
            expired.push_back(id);
    }
    for (const RequestId& id : expired) {
        requests_.erase(id);
        std::erase(order_, id);
        port_.requestOver(id, ErrorCode::RequestExpired);
    }
    if (!up_)
        return;
    if (sent_ == acked_) {
        waitingSinceMs_ = -1;
    } else if (waitingSinceMs_ < 0) {
        waitingSinceMs_ = monoMs;
    } else if (monoMs - waitingSinceMs_ >= resendMs_) {
        sent_ = acked_;
        waitingSinceMs_ = monoMs;
        resendMs_ = std::min(resendMs_ * 2, resendFirstMs * 8);
        for (auto& [id, open] : requests_)
            open.onWire = false; // On a wire that loses messages, requests are lost with them.
        sendRequests();
    }
    pump();
}

} // namespace vitrina::protocol
