// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/ShowMove.hpp"

#include "base/Log.hpp"
#include "link/Connection.hpp"
#include "link/ServerFolder.hpp"
#include "protocol/Messages.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <algorithm>
#include <chrono>

namespace vitrina::link {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr auto turn = milliseconds(50); ///< how soon a cancel is seen
constexpr auto answerWithin = std::chrono::seconds(15);
constexpr auto importWithin = std::chrono::seconds(120);
constexpr auto childWithin = std::chrono::seconds(15); ///< for a server of our own that is being started
constexpr auto tellAgainAfter = std::chrono::seconds(1);

/// Questions and answers on one connection, one at a time. Blocks.
class Talk {
  public:
    explicit Talk(const std::atomic<bool>& cancelled) : cancelled_(cancelled) {}
    ~Talk() { close(); }
    Talk(const Talk&) = delete;
    Talk& operator=(const Talk&) = delete;

    /// `first` holds the secret of the address.
    Result<protocol::Message> open(const ServerAddress& address, const protocol::Message& first) {
        close();
        failed_.reset();
        connection_ = std::make_shared<Connection>(
            io_, Connection::Listener{[] {}, [this](const protocol::Frame& frame) { hear(frame); },
                                      [this](Error error) {
                                          failed_ = std::move(error);
                                      }});
        connection_->open(address);
        return ask(first, answerWithin);
    }
    Result<protocol::Message> ask(const protocol::Message& message, Clock::duration within) {
        heard_.reset();
        connection_->send(protocol::encodeFrames(message));
        const auto until = Clock::now() + within;
        while (!heard_ && !failed_ && !cancelled_ && Clock::now() < until) {
            io_.restart();
            const auto work =
                boost::asio::make_work_guard(io_); // a name that is looked up is none of the loop's
            io_.run_one_for(turn);
        }
        if (failed_)
            return *failed_;
        if (!heard_)
            return fail(ErrorCode::LinkDown, "no answer");
        const auto* refused = std::get_if<protocol::Refused>(&*heard_);
        if (!refused)
            return std::move(*heard_);
        return fail(refused->error == ErrorCode::None ? ErrorCode::Internal : refused->error,
                    refused->detail);
    }
    /// Until the other end closes, or it is cancelled.
    void stay() {
        while (!failed_ && !cancelled_) {
            io_.restart();
            const auto work = boost::asio::make_work_guard(io_);
            io_.run_one_for(turn);
        }
    }

  private:
    void hear(const protocol::Frame& frame) {
        auto message = protocol::decodeMessage(frame.payload);
        if (message)
            heard_ = std::move(*message);
        else
            failed_ = message.error();
    }
    void close() {
        if (connection_)
            connection_->close();
        connection_.reset();
        io_.restart();
        io_.poll(); // what it has still posted knows us
    }

    const std::atomic<bool>& cancelled_;
    boost::asio::io_context io_;
    std::shared_ptr<Connection> connection_;
    std::optional<protocol::Message> heard_;
    std::optional<Error> failed_;
};

Result<ServerAddress> addressOf(const MoveEnd& end) {
    if (end.elsewhere)
        return *end.elsewhere;
    const auto lock = readServerLock(end.dataFolder);
    if (!lock)
        return fail(ErrorCode::LinkDown, lock.error().detail);
    return ServerAddress{lock->socket, {}, 0, {}, lock->secret};
}

/// One of our own may just be starting.
Result<protocol::Message> openWhenThere(Talk& talk, const MoveEnd& end, const std::atomic<bool>& cancelled,
                                        const std::function<protocol::Message(std::string)>& first) {
    const auto until = Clock::now() + childWithin;
    while (true) {
        const auto address = addressOf(end);
        auto answer = address ? talk.open(*address, first(address->secret))
                              : Result<protocol::Message>(address.error());
        const bool starting = !answer && answer.error().code == ErrorCode::LinkDown && !end.elsewhere;
        if (!starting || cancelled || Clock::now() >= until)
            return answer;
        std::this_thread::sleep_for(turn);
    }
}

/// The answer as what it is to be.
template <class T>
Result<T> as(Result<protocol::Message> answer) {
    if (!answer)
        return answer.error();
    if (auto* value = std::get_if<T>(&*answer))
        return std::move(*value);
    return fail(ErrorCode::VersionMismatch, "the server does not know how a show moves");
}

int percentOf(std::int64_t parts, std::int64_t rows) {
    // A part is some thousand rows of a large show; a small one is a part for each table.
    const std::int64_t expected = 25 + rows / 4'000;
    return static_cast<int>(std::min<std::int64_t>(99, parts * 100 / expected));
}

} // namespace

Result<std::optional<std::string>> carryOver(const ShowMove& move, const std::atomic<bool>& cancelled,
                                             const std::function<void(MoveStep, int percent)>& progress) {
    using Carried = Result<std::optional<std::string>>;
    const auto stopped = [&](const Error& error) {
        return cancelled ? Carried(std::optional<std::string>()) : Carried(error);
    };
    progress(MoveStep::Asking, 0);
    Talk from(cancelled);
    Talk to(cancelled);
    // The new one first: the shop is not closed for a server that is not there.
    const auto there = as<protocol::MoveState>(openWhenThere(to, move.to, cancelled, [&](std::string secret) {
        return protocol::MoveIn{std::move(secret), move.show, move.run, move.epoch + 1};
    }));
    if (!there)
        return stopped(there.error());
    const auto old = addressOf(move.from);
    if (!old)
        return stopped(old.error());
    const auto leaving = as<protocol::MoveState>(
        from.open(*old, protocol::MoveOut{old->secret, move.show, move.run, move.epoch}));
    if (!leaving)
        return stopped(leaving.error());
    progress(MoveStep::Leaving, 0);
    bool last = false;
    for (std::int64_t parts = 1; !last; ++parts) {
        auto part = as<protocol::MovePart>(from.ask(protocol::MoveNext{}, answerWithin));
        if (!part)
            return stopped(part.error());
        last = part->last;
        const auto taken =
            as<protocol::MoveState>(to.ask(std::move(*part), last ? importWithin : answerWithin));
        if (!taken)
            return stopped(taken.error());
        if (!last)
            progress(MoveStep::Carrying, percentOf(parts, leaving->rows));
    }
    if (cancelled)
        return std::optional<std::string>();
    progress(MoveStep::Arrived, 100);
    return std::optional(there->url);
}

MovedWord::MovedWord(const ShowMove& move, std::string url)
    : thread_([this, move, url = std::move(url)] { tell(move, url); }) {}

MovedWord::~MovedWord() {
    over_ = true;
    thread_.join();
}

void MovedWord::tell(const ShowMove& move, const std::string& url) {
    while (!over_) {
        Talk talk(over_);
        const auto address = addressOf(move.from);
        const auto answer = address ? talk.open(*address, protocol::Moved{address->secret, move.show,
                                                                          move.run, move.epoch + 1, url})
                                    : Result<protocol::Message>(address.error());
        if (answer) {
            heard_ = true;
            talk.stay();
        } else if (answer.error().code != ErrorCode::LinkDown) {
            logWarning("link",
                       "the server before does not take that the show has moved: " + answer.error().detail);
            return;
        }
        const auto until = Clock::now() + tellAgainAfter;
        while (!over_ && Clock::now() < until)
            std::this_thread::sleep_for(turn);
    }
}

} // namespace vitrina::link
