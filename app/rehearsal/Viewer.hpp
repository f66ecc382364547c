// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rehearsal/Audience.hpp"
#include "rehearsal/Network.hpp"
#include "rehearsal/People.hpp"
#include "rehearsal/Shelf.hpp"
#include "rehearsal/Tally.hpp"

#include <functional>
#include <random>
#include <string>

namespace vitrina::rehearsal {

/// One simulated viewer: his page's live channel, his acts, perhaps his video. Lives on the audience's
/// thread.
class Viewer {
  public:
    Viewer(boost::asio::any_io_executor executor, const AudienceConfig& config, const Endpoint& server,
           int index, Tally& tally);

    /// Starts his coroutines; `done` is called when he has left altogether.
    void come(std::function<void()> done);
    /// Begins nothing new, waits for his answers, then leaves.
    void finish();
    /// Waits no longer.
    void abandon();

  private:
    enum class Act { None, Message, Order };
    using Clock = std::chrono::steady_clock;

    Task<void> live();
    Task<void> act();
    Task<void> video();
    Task<bool> openSession();
    Task<void> listen();
    Task<void> watchFragments();
    Task<void> say();
    Task<void> buy();
    /// Sends until it is answered, always under the same key. Nothing: abandoned before an answer came.
    Task<std::optional<HttpAnswer>> insist(std::string target, std::string body);
    Task<bool> order(std::vector<Wish> wishes);
    void learn(const boost::json::object& refusal);
    void leave();
    void ended();
    Clock::time_point following(std::chrono::milliseconds average);

    boost::asio::any_io_executor executor_;
    const AudienceConfig& config_;
    Tally& tally_;
    int index_;
    std::mt19937_64 random_;
    Person person_;
    Shelf shelf_;
    std::string token_;
    bool finishing_ = false;
    bool leaving_ = false;
    bool joinedOnce_ = false;
    int coroutines_ = 0;
    std::int64_t mediaMs_ = -1; ///< media time of the last fragment seen
    std::function<void()> done_;
    HttpClient http_;
    Socket live_;
    Socket video_;
    Pause betweenActs_;
    Pause betweenJoins_;
    Pause betweenTries_;
    Pause betweenVideos_;
};

} // namespace vitrina::rehearsal
