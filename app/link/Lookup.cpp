// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/Lookup.hpp"

#include <boost/asio/post.hpp>

#include <array>
#include <mutex>
#include <thread>
#include <utility>

#include <netdb.h>
#include <sys/socket.h>

namespace vitrina::link {

struct Lookup::Shared {
    std::mutex mutex;
    boost::asio::io_context* io = nullptr; ///< null: nobody waits any more
    Found found;
};

namespace {

std::vector<std::string> addressesOf(const std::string& host) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* all = nullptr;
    std::vector<std::string> found;
    if (::getaddrinfo(host.c_str(), nullptr, &wanted, &all) != 0)
        return found;
    for (const addrinfo* at = all; at; at = at->ai_next) {
        std::array<char, NI_MAXHOST> text{};
        if (::getnameinfo(at->ai_addr, at->ai_addrlen, text.data(), text.size(), nullptr, 0,
                          NI_NUMERICHOST) == 0)
            found.emplace_back(text.data());
    }
    ::freeaddrinfo(all);
    return found;
}

} // namespace

Lookup::Lookup(boost::asio::io_context& io, const std::string& host, Found found)
    : shared_(std::make_shared<Shared>()) {
    shared_->io = &io;
    shared_->found = std::move(found);
    std::thread([shared = shared_, host] {
        auto addresses = addressesOf(host);
        const std::lock_guard lock(shared->mutex);
        if (!shared->io)
            return;
        boost::asio::post(*shared->io, [shared, addresses = std::move(addresses)]() mutable {
            Found then;
            {
                const std::lock_guard inside(shared->mutex);
                if (shared->io)
                    then = std::move(shared->found);
            }
            if (then)
                then(std::move(addresses));
        });
    }).detach();
}

Lookup::~Lookup() {
    const std::lock_guard lock(shared_->mutex);
    shared_->io = nullptr;
    shared_->found = nullptr;
}

} // namespace vitrina::link
