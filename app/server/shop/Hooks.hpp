// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "protocol/Messages.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace vitrina::server {

/// Who may tell of a shop's orders: whoever signs with the secret. And how it went. Io thread only.
class Hooks {
  public:
    /// Empty: nothing is taken.
    void setSecret(std::string secret) { secret_ = std::move(secret); }
    bool open() const { return !secret_.empty(); }
    /// Base64 of HMAC-SHA-256 (RFC 2104) over the body as it came; compared in the same time whatever it is.
    bool isSigned(std::string_view body, std::string_view signature) const;

    void noteTaken(std::int64_t wallMs);
    /// BadSignature, or why a signed one could not be read; no word of a buyer in the detail.
    void noteRefused(const Error& error, std::int64_t wallMs);
    const protocol::OutsidePart& state() const { return state_; }

  private:
    std::string secret_;
    protocol::OutsidePart state_;
};

/// The secret of a file that only its owner can read; blanks and line ends around it are not of it.
/// FileUnreadable; NotAuthorised: others can read it; BadFormat: there is none in it.
Result<std::string> readHookSecret(const std::string& path);

} // namespace vitrina::server
