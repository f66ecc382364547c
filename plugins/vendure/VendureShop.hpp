// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extension/ShopConnector.hpp"
#include "plugins/vendure/AdminApi.hpp"

#include <string>

namespace vitrina::vendure {

/// A Vendure 3 by its admin API. An order is begun as a draft, which keeps no stock there; it is complete
/// once a manual payment "vitrina" with our number stands on it, which is when Vendure takes its pieces.
/// Vendure charges its own list prices: what was charged in the show, how it is paid and where it goes stand
/// in a note of the order.
class VendureShop final : public extension::ShopConnector {
  public:
    explicit VendureShop(extension::PluginContext& context) : api_(context) {}

    std::string name() const override { return "vendure"; }
    Result<std::vector<extension::ShopVariant>> products() override;
    Result<std::map<Sku, std::int64_t>> freeStock(const std::vector<Sku>& skus) override;
    Result<std::string> begin(const extension::ShopOrder& order) override;
    Result<void> complete(const std::string& reference, const extension::ShopOrder& order) override;
    Result<void> cancel(const std::string& reference) override;

  private:
    using Object = boost::json::object;
    /// An answer that is an order or says why not.
    Result<Object> change(const Operation& operation, Object variables, std::string_view member);
    /// The order as it stands there; an empty one: there is none of that name.
    Result<Object> find(const std::string& reference);
    Result<Object> fill(const Object& there, const extension::ShopOrder& order);
    Result<void> fillLines(const Object& there, const extension::ShopOrder& order);
    Result<void> fillBuyer(const std::string& id, const extension::ShopOrder& order);
    Result<void> fillAddress(const std::string& id, const extension::ShopOrder& order);
    Result<void> fillShipping(const std::string& id, const extension::ShopOrder& order);
    Result<void> settle(const Object& there, const extension::ShopOrder& order);

    AdminApi api_;
};

} // namespace vitrina::vendure
