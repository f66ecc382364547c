// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/server/Clients.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vitrina::test {

/// An order as a shop elsewhere has it, and what it says of it: in the shape of Shopify's Order resource and
/// of WooCommerce's REST API, with much of what real ones hold beside what is read.
struct FakeOrder {
    struct Line {
        std::string sku;
        std::int64_t quantity = 1;
        std::string price; ///< of one piece: "14.50"
    };
    std::int64_t id = 0;
    std::string mark;
    std::string createdAt; ///< UTC without a zone: "2026-11-25T12:00:00"
    std::string updatedAt;
    std::vector<Line> lines;
    std::string state = "pending"; ///< Shopify's financial_status, WooCommerce's status
    bool cancelled = false;
    bool fulfilled = false;
    std::string currency = "EUR";
    std::string refund{}; ///< "14.50" went back; empty: nothing
    std::string firstName = "Anna";
};

std::string shopifyJson(const FakeOrder& order);
std::string shopifyRefundJson(const FakeOrder& order);
std::string wooJson(const FakeOrder& order);
/// Wall time as both shops write it, in UTC and without a zone.
std::string shopTime(std::int64_t wallMs);
/// Base64 of HMAC-SHA-256.
std::string signature(std::string_view secret, std::string_view body);

/// A shop that tells of its orders over a connection of its own.
class FakeShop {
  public:
    FakeShop(int port, std::string secret) : client_(port), secret_(std::move(secret)) {}

    HttpAnswer shopify(const std::string& topic, const std::string& body);
    HttpAnswer woo(const std::string& topic, const std::string& body);
    HttpAnswer send(const std::string& path, const std::string& body,
                    std::map<std::string, std::string> headers);

  private:
    HttpClient client_;
    std::string secret_;
    int delivery_ = 0;
};

} // namespace vitrina::test
