// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Certificates.hpp"

#include "wire/NetworkAddress.hpp"

#include <algorithm>

namespace vitrina::server {

namespace {

constexpr std::int64_t lookAgainMs = 3'600'000;
constexpr std::int64_t renewBeforeMs = 30LL * 86'400'000 + lookAgainMs;

} // namespace

/// What viewers are told. A server with a public name tells the world no address of its own besides.
std::vector<std::string> Certificates::needed() const {
    if (!publicName_.empty())
        return {publicName_};
    const auto address = wire::networkAddress();
    return {address.value_or("localhost")};
}

Result<bool> Certificates::refresh(std::int64_t wallMs) {
    const std::vector<std::string> needed = this->needed();
    const auto fits = [&](const std::string& name) {
        return std::ranges::binary_search(identity_->names, name);
    };
    if (identity_ && std::ranges::all_of(needed, fits) && identity_->endsMs - wallMs > renewBeforeMs)
        return false;
    const auto names =
        publicName_.empty() ? wire::ownNames() : std::vector<std::string>{"localhost", publicName_};
    auto read = wire::ownIdentity(folder_ + "/tls", names, needed, wallMs);
    if (!read)
        return read.error();
    const auto pages = wire::serverContext(*read, wire::Serves::Pages);
    const auto link = wire::serverContext(*read, wire::Serves::Link);
    if (!pages || !link)
        return fail(ErrorCode::Internal, "TLS can't be set up with the certificate");
    const bool another = !identity_ || identity_->fingerprint != read->fingerprint;
    identity_ = std::move(*read);
    pages_ = pages;
    link_ = link;
    return another;
}

} // namespace vitrina::server
