// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/Facts.hpp"
#include "server/mail/Mailer.hpp"

#include <cstdint>
#include <string>

namespace vitrina::server {

/// What confirms an order to its buyer on a durable medium (2011/83/EU art. 8(7)): what was bought, what it
/// comes to, how it is paid and delivered, who sells, and the terms. In the shop's language, English or
/// Latvian. `wallMs`: when it is written.
Mail confirmation(const commerce::ShopOpened& shop, const commerce::Order& order, const std::string& to,
                  const std::string& from, std::int64_t wallMs);

/// A mail to oneself, to see whether it comes. In the shop's language.
Mail testMail(const commerce::ShopOpened& shop, const std::string& to, const std::string& from,
              std::int64_t wallMs);

} // namespace vitrina::server
