// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/Json.hpp"
#include "server/OwnFile.hpp"
#include "server/shop/LoadedShop.hpp"
#include "server/shop/ServerPluginContext.hpp"
#include "server/shop/ShopSync.hpp"

namespace vitrina::server {

namespace {

/// In the order in which they may go: the connector first, its context last.
struct Connected {
    Connected(const protocol::ShopBehind& behind, const Clock& clock, const std::atomic<bool>& stopping)
        : context(behind.connector, {behind.url, behind.user, behind.password}, clock, stopping) {}

    ServerPluginContext context;
    std::optional<LoadedShop> shop;
};

std::string textIn(const boost::json::object& object, std::string_view name) {
    const boost::json::value* value = object.if_contains(boost::json::string_view(name.data(), name.size()));
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

} // namespace

ShopSync::Connect connectByPlugin(std::string pluginFolder, const Clock& clock) {
    return [folder = std::move(pluginFolder),
            &clock](const protocol::ShopBehind& shop,
                    const std::atomic<bool>& stopping) -> Result<std::shared_ptr<extension::ShopConnector>> {
        if (!mayCarryPassword(shop.url))
            return fail(ErrorCode::NotAuthorised,
                        "the shop's address has to begin with https:// (http:// only on this computer)");
        const auto connected = std::make_shared<Connected>(shop, clock, stopping);
        auto loaded = LoadedShop::open(folder, shop.connector, connected->context);
        if (!loaded)
            return loaded.error();
        connected->shop.emplace(std::move(*loaded));
        return std::shared_ptr<extension::ShopConnector>(connected, &connected->shop->connector());
    };
}

Result<protocol::ShopBehind> readShopBehind(const std::string& path) {
    const auto text = readSecretFile(path);
    if (!text)
        return text.error();
    const auto json = record::parseJson(*text);
    const boost::json::object* object = json ? json->if_object() : nullptr;
    if (!object)
        return fail(ErrorCode::BadFormat, path + ": no JSON object");
    protocol::ShopBehind shop{textIn(*object, "connector"), textIn(*object, "url"), textIn(*object, "user"),
                              textIn(*object, "password")};
    if (shop.connector.empty() || shop.url.empty())
        return fail(ErrorCode::BadFormat, path + R"(: needs "connector", "url", "user" and "password")");
    return shop;
}

} // namespace vitrina::server
