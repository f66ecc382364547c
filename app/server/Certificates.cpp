// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Certificates.hpp"

namespace vitrina::server {

namespace {

constexpr std::int64_t lookAgainMs = 3'600'000;
constexpr std::int64_t renewBeforeMs = 30LL * 86'400'000 + lookAgainMs;

} // namespace

Result<bool> Certificates::refresh(std::int64_t wallMs) {
    std::vector<std::string> names = wire::ownNames();
    if (!publicName_.empty())
        names.push_back(publicName_);
    if (identity_ && names == names_ && identity_->endsMs - wallMs > renewBeforeMs)
        return false;
    auto read = wire::ownIdentity(folder_ + "/tls", names, wallMs);
    if (!read)
        return read.error();
    const auto pages = wire::serverContext(*read, wire::Serves::Pages);
    const auto link = wire::serverContext(*read, wire::Serves::Link);
    if (!pages || !link)
        return fail(ErrorCode::Internal, "TLS can't be set up with the certificate");
    const bool another = !identity_ || identity_->fingerprint != read->fingerprint;
    names_ = std::move(names);
    identity_ = std::move(*read);
    pages_ = pages;
    link_ = link;
    return another;
}

} // namespace vitrina::server
