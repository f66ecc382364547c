// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rehearsal/Viewer.hpp"

#include "base/Id.hpp"
#include "base/Log.hpp"
#include "protocol/VideoHeader.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <span>

namespace vitrina::rehearsal {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;
using std::chrono::milliseconds;

std::string text(const json::object& object, const char* name) {
    const json::value* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t number(const json::object& object, const char* name, std::int64_t otherwise) {
    const json::value* value = object.if_contains(name);
    json::error_code unclear;
    const auto read = value ? value->to_number<std::int64_t>(unclear) : otherwise;
    return unclear ? otherwise : read;
}

// Not inside the coroutines: GCC 12 can't lay out their initialiser lists there.
std::string joinText(const std::string& token) {
    return json::serialize(json::object{{"t", "join"}, {"token", token}});
}

std::string messageBody(const Person& person, const std::string& line, std::int64_t mediaMs) {
    return json::serialize(
        json::object{{"key", randomHex128()}, {"name", person.name}, {"text", line}, {"mediaMs", mediaMs}});
}

std::string orderBody(const Person& person, const std::vector<Wish>& wishes, std::int64_t mediaMs) {
    json::array lines;
    for (const Wish& wish : wishes)
        lines.push_back({{"sku", wish.sku}, {"quantity", wish.quantity}, {"price", wish.priceMinor}});
    return json::serialize(json::object{{"key", randomHex128()},
                                        {"name", person.name},
                                        {"contact", person.contact},
                                        {"lines", std::move(lines)},
                                        {"mediaMs", mediaMs}});
}

} // namespace

Viewer::Viewer(asio::any_io_executor executor, const AudienceConfig& config, const Endpoint& server,
               int index, Tally& tally)
    : executor_(executor), config_(config), tally_(tally), index_(index),
      random_(config.seed * 1000003 + static_cast<std::uint64_t>(index)),
      person_(makePerson(index, config.language, random_)), http_(executor, server),
      live_(executor, server, "/api/live"), video_(executor, server, "/api/video"), betweenActs_(executor),
      betweenJoins_(executor), betweenTries_(executor), betweenVideos_(executor) {}

void Viewer::come(std::function<void()> done) {
    done_ = std::move(done);
    const auto start = [this](Task<void> task) {
        ++coroutines_;
        asio::co_spawn(executor_, std::move(task), [this](const std::exception_ptr& problem) {
            if (problem)
                logError("rehearsal", "a viewer stumbled");
            ended();
        });
    };
    start(live());
    start(act());
    if (index_ < config_.videoWatchers)
        start(video());
}

void Viewer::ended() {
    if (--coroutines_ == 0)
        done_();
}

void Viewer::finish() {
    finishing_ = true;
    betweenActs_.wake();
}

void Viewer::abandon() {
    finish();
    http_.close();
    leave();
    live_.drop();
    video_.drop();
}

void Viewer::leave() {
    leaving_ = true;
    betweenTries_.wake();
    betweenJoins_.wake();
    betweenVideos_.wake();
    live_.leave();
    video_.leave();
}

Viewer::Clock::time_point Viewer::following(milliseconds average) {
    if (average <= milliseconds(0))
        return Clock::time_point::max();
    std::exponential_distribution<double> gap(1.0 / static_cast<double>(average.count()));
    return Clock::now() + milliseconds(static_cast<std::int64_t>(gap(random_)));
}

Task<std::optional<HttpAnswer>> Viewer::insist(std::string target, std::string body) {
    Backoff backoff;
    while (!leaving_) { // An act's answer is waited for: he leaves after his last one.
        Result<HttpAnswer> answer = co_await http_.post(target, body, token_);
        milliseconds pause = milliseconds(0);
        if (!answer) {
            tally_.reconnected();
            pause = backoff.next();
        } else if (answer->status == 503)
            pause =
                milliseconds(std::clamp<std::int64_t>(number(answer->body, "retryAfterMs", 500), 50, 10000));
        else {
            co_return std::move(answer).value();
        }
        co_await betweenTries_.wait(pause);
    }
    co_return std::nullopt;
}

Task<bool> Viewer::openSession() {
    const std::optional<HttpAnswer> answer = co_await insist("/api/session", "{}");
    if (!answer)
        co_return false;
    if (answer->status != 201) {
        tally_.refused(text(answer->body, "error"));
        co_return false;
    }
    token_ = text(answer->body, "token");
    co_return !token_.empty();
}

Task<void> Viewer::listen() {
    const Result<void> opened = co_await live_.open();
    if (!opened || leaving_)
        co_return live_.drop();
    const Result<void> sent = co_await live_.sendText(joinText(token_));
    if (!sent)
        co_return;
    bool greeted = false;
    for (;;) {
        const Result<std::string> message = co_await live_.read();
        if (!message)
            break;
        const Result<void> understood = shelf_.heard(*message);
        if (!understood)
            logWarning("rehearsal", "a message that page.md does not allow: " + understood.error().detail);
        if (!greeted && shelf_.greeted()) {
            greeted = true;
            tally_.joined(!joinedOnce_);
            joinedOnce_ = true;
        }
    }
    if (greeted)
        tally_.left();
}

Task<void> Viewer::live() {
    const milliseconds arrival(
        std::uniform_int_distribution<std::int64_t>(0, config_.arrivals.count())(random_));
    co_await betweenJoins_.wait(arrival);
    Backoff backoff;
    while (!leaving_) {
        const bool welcome = !token_.empty() || co_await openSession();
        if (welcome) {
            const auto since = Clock::now();
            co_await listen();
            if (Clock::now() - since > std::chrono::seconds(10))
                backoff.reset();
        }
        if (leaving_)
            break;
        tally_.reconnected();
        co_await betweenJoins_.wait(backoff.next());
    }
}

Task<void> Viewer::act() {
    while (!shelf_.greeted() && !finishing_)
        co_await betweenActs_.wait(milliseconds(50));
    auto nextMessage = following(config_.betweenMessages);
    auto nextOrder = following(config_.betweenOrders);
    while (!finishing_) {
        const auto next = std::min(nextMessage, nextOrder);
        // A pause at most a minute long: "never" must not overflow a timer.
        const auto span = std::min(next - Clock::now(), Clock::duration(std::chrono::minutes(1)));
        co_await betweenActs_.wait(std::max(std::chrono::ceil<milliseconds>(span), milliseconds(0)));
        if (finishing_ || Clock::now() < next)
            continue;
        if (nextMessage <= nextOrder) {
            nextMessage = following(config_.betweenMessages);
            co_await say();
        } else {
            nextOrder = following(config_.betweenOrders);
            co_await buy();
        }
    }
    leave();
}

Task<void> Viewer::say() {
    const std::string body = messageBody(person_, chatLine(person_, random_), mediaMs_);
    const std::optional<HttpAnswer> answer = co_await insist("/api/messages", body);
    if (!answer)
        tally_.unanswered();
    else if (answer->status == 201)
        tally_.messageAccepted();
    else
        tally_.refused(text(answer->body, "error"));
}

void Viewer::learn(const json::object& refusal) {
    const std::string error = text(refusal, "error");
    const std::string sku = text(refusal, "sku");
    tally_.refused(error);
    if (error == "price_changed")
        shelf_.priceIs(sku, number(refusal, "price", 0));
    else if (error == "sold_out" || error == "all_in_checkouts")
        shelf_.availableIs(sku, number(refusal, "available", 0));
}

Task<bool> Viewer::order(std::vector<Wish> wishes) {
    const std::string body = orderBody(person_, wishes, mediaMs_);
    const std::optional<HttpAnswer> answer = co_await insist("/api/orders", body);
    if (!answer) {
        tally_.unanswered();
        co_return false;
    }
    if (answer->status != 201) {
        learn(answer->body);
        co_return text(answer->body, "error") == "price_changed";
    }
    std::int64_t units = 0;
    for (const Wish& wish : wishes)
        units += wish.quantity;
    tally_.orderAccepted(text(answer->body, "number"), units, number(answer->body, "total", 0));
    co_return false;
}

Task<void> Viewer::buy() {
    std::vector<Wish> wishes = shelf_.wish(random_);
    if (wishes.empty())
        co_return;
    const bool priceChanged = co_await order(wishes);
    if (!priceChanged || finishing_)
        co_return;
    // He looks at the new price, and takes it.
    for (Wish& wish : wishes) {
        for (const Offer& offer : shelf_.offers())
            wish.priceMinor = offer.sku == wish.sku ? offer.priceMinor : wish.priceMinor;
    }
    co_await order(wishes);
}

Task<void> Viewer::watchFragments() {
    const Result<void> opened = co_await video_.open();
    if (!opened || leaving_)
        co_return video_.drop();
    std::optional<std::uint32_t> last;
    for (;;) {
        const Result<std::string> message = co_await video_.read();
        if (!message)
            co_return;
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(message->data());
        const auto header = protocol::VideoHeader::decode(std::span(bytes, message->size()));
        if (!header || header->kind != protocol::VideoHeader::Kind::Media)
            continue;
        tally_.fragments(1, last && header->seq != *last + 1 ? 1 : 0);
        last = header->seq;
        mediaMs_ = static_cast<std::int64_t>(header->mediaUs / 1000);
    }
}

Task<void> Viewer::video() {
    Backoff backoff;
    while (!leaving_) {
        co_await watchFragments();
        if (!leaving_)
            co_await betweenVideos_.wait(backoff.next());
    }
}

} // namespace vitrina::rehearsal
