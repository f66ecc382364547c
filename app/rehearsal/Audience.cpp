// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rehearsal/Audience.hpp"

#include "rehearsal/Tally.hpp"
#include "rehearsal/Viewer.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <thread>
#include <vector>

namespace vitrina::rehearsal {

struct Audience::Crowd {
    AudienceConfig config;
    Tally tally;
    // Above the viewers: their sockets and timers must be gone before it.
    boost::asio::io_context context{1};
    boost::asio::steady_timer patience{context};
    std::vector<std::unique_ptr<Viewer>> viewers;
    int present = 0; ///< on the thread only
    std::jthread thread;
};

Audience::Audience(AudienceConfig config) : crowd_(std::make_unique<Crowd>()) {
    crowd_->config = std::move(config);
}

Audience::~Audience() {
    stop(std::chrono::milliseconds(0));
}

void Audience::start() {
    Crowd& crowd = *crowd_;
    Endpoint server{crowd.config.host, crowd.config.port};
    if (crowd.config.tls)
        server.tls = std::make_shared<boost::asio::ssl::context>(boost::asio::ssl::context::tls_client);
    for (int index = 0; index < crowd.config.viewers; ++index)
        crowd.viewers.push_back(
            std::make_unique<Viewer>(crowd.context.get_executor(), crowd.config, server, index, crowd.tally));
    crowd.present = crowd.config.viewers;
    for (const auto& viewer : crowd.viewers)
        viewer->come([&crowd] {
            if (--crowd.present == 0)
                crowd.patience.cancel();
        });
    crowd.thread = std::jthread([&crowd] { crowd.context.run(); });
}

AudienceCounts Audience::stop(std::chrono::milliseconds patience) {
    Crowd& crowd = *crowd_;
    if (!crowd.thread.joinable())
        return crowd.tally.counts();
    boost::asio::post(crowd.context, [&crowd, patience] {
        for (const auto& viewer : crowd.viewers)
            viewer->finish();
        if (crowd.present == 0)
            return;
        crowd.patience.expires_after(patience);
        crowd.patience.async_wait([&crowd](boost::system::error_code allGone) {
            if (allGone)
                return;
            for (const auto& viewer : crowd.viewers)
                viewer->abandon();
        });
    });
    crowd.thread.join(); // The context runs out of work when the last one has left.
    return crowd.tally.counts();
}

AudienceCounts Audience::counts() const {
    return crowd_->tally.counts();
}

} // namespace vitrina::rehearsal
