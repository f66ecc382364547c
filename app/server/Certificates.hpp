// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "wire/Session.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vitrina::server {

/// The server's own certificate and what connections are served with. Made at first use, kept in the data
/// folder, made anew when the address viewers are told is another or its time is nearly over. Io thread only.
class Certificates {
  public:
    /// `publicName`: by which viewers know us; empty: by the machine's own names.
    Certificates(std::string folder, std::string publicName)
        : folder_(std::move(folder)), publicName_(std::move(publicName)) {}

    /// Looks whether the certificate still fits; true when there is another than before. FileUnwritable.
    Result<bool> refresh(std::int64_t wallMs);
    /// Of the last good refresh(); connections that there are keep theirs.
    const std::shared_ptr<SSL_CTX>& pages() const { return pages_; }
    const std::shared_ptr<SSL_CTX>& link() const { return link_; }
    bool there() const { return identity_.has_value(); }
    const wire::Identity& identity() const { return *identity_; }

  private:
    std::vector<std::string> needed() const;

    std::string folder_;
    std::string publicName_;
    std::optional<wire::Identity> identity_;
    std::shared_ptr<SSL_CTX> pages_;
    std::shared_ptr<SSL_CTX> link_;
};

} // namespace vitrina::server
