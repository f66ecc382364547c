// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/FakeShop.hpp"

#include "protocol/Messages.hpp"
#include "record/Json.hpp"

#include <array>
#include <ctime>

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace vitrina::test {

namespace {

std::string quoted(const std::string& text) {
    record::JsonWriter json;
    json.string(text);
    return json.take();
}

std::string shopifyLines(const FakeOrder& order) {
    std::string lines;
    for (const auto& line : order.lines)
        lines += std::string(lines.empty() ? "" : ",") +
                 R"({"id":466157049,"admin_graphql_api_id":"gid://shopify/LineItem/466157049","quantity":)" +
                 std::to_string(line.quantity) + R"(,"price":")" + line.price + R"(","sku":)" +
                 quoted(line.sku) +
                 R"(,"title":"Thing","variant_id":49148385,"gift_card":false,"total_discount":"0.00",)"
                 R"("discount_allocations":[],"tax_lines":[{"title":"VAT","price":"2.52","rate":0.21}],)"
                 R"("properties":[]})";
    return lines;
}

std::string shopifyRefund(const FakeOrder& order) {
    return R"({"id":)" + std::to_string(order.id + 7) + R"(,"order_id":)" + std::to_string(order.id) +
           R"(,"note":null,"restock":true,"refund_line_items":[],"transactions":[{"id":179259969,"kind":)"
           R"("refund","status":"success","amount":")" +
           order.refund + R"(","currency":")" + order.currency + R"(","gateway":"bogus"}]})";
}

} // namespace

std::string shopifyRefundJson(const FakeOrder& order) {
    return shopifyRefund(order);
}

std::string shopifyJson(const FakeOrder& order) {
    const std::string cancelled = order.cancelled ? "\"" + order.updatedAt + "Z\"" : "null";
    const std::string mark =
        order.mark.empty() ? "" : R"({"name":"vitrina","value":)" + quoted(order.mark) + "}";
    return R"({"id":)" + std::to_string(order.id) + R"(,"admin_graphql_api_id":"gid://shopify/Order/1",)" +
           R"("name":"#)" + std::to_string(order.id) + R"(","currency":")" + order.currency +
           R"(","created_at":")" + order.createdAt + R"(Z","updated_at":")" + order.updatedAt +
           R"(Z","cancelled_at":)" + cancelled + R"(,"financial_status":")" + order.state +
           R"(","fulfillment_status":)" + (order.fulfilled ? "\"fulfilled\"" : "null") +
           R"(,"taxes_included":true,"test":false,"email":"anna@example.lv","phone":null,"note":"Ring twice",)"
           R"("note_attributes":[)" +
           mark + R"(],"line_items":[)" + shopifyLines(order) +
           R"(],"shipping_lines":[{"title":"Courier","price":"3.50","discount_allocations":[],"tax_lines":[]}],)"
           R"("customer":{"id":1,"first_name":)" +
           quoted(order.firstName) + R"(,"last_name":"Ozola"},"shipping_address":{"first_name":)" +
           quoted(order.firstName) +
           R"(,"last_name":"Ozola","address1":"Brīvības iela 1","city":"Rīga","zip":"LV-1010","province":null,)"
           R"("country":"Latvia","country_code":"LV","phone":"+371 2600 0001"},"refunds":[)" +
           (order.refund.empty() ? "" : shopifyRefund(order)) + "]}";
}

std::string wooJson(const FakeOrder& order) {
    std::string lines;
    for (const auto& line : order.lines)
        lines += std::string(lines.empty() ? "" : ",") + R"({"id":315,"name":"Thing","product_id":93,)" +
                 R"("quantity":)" + std::to_string(line.quantity) + R"(,"subtotal":"1.00","total":")" +
                 line.price + R"(","total_tax":"0.00","sku":)" + quoted(line.sku) +
                 R"(,"price":11.983471,"meta_data":[]})";
    const std::string refund =
        order.refund.empty() ? "" : R"({"id":726,"reason":"","total":"-)" + order.refund + R"("})";
    return R"({"id":)" + std::to_string(order.id) + R"(,"parent_id":0,"number":")" +
           std::to_string(order.id) + R"(","status":")" + order.state + R"(","currency":")" + order.currency +
           R"(","date_created":"2000-01-01T00:00:00","date_created_gmt":")" + order.createdAt +
           R"(","date_modified_gmt":")" + order.updatedAt +
           R"(","prices_include_tax":true,"shipping_total":"3.00","shipping_tax":"0.50","date_paid_gmt":null,)"
           R"("customer_note":"","billing":{"first_name":)" +
           quoted(order.firstName) +
           R"(,"last_name":"Ozola","company":"","address_1":"Brīvības iela 1","address_2":"","city":"Rīga",)"
           R"("state":"","postcode":"LV-1010","country":"LV","email":"anna@example.lv","phone":"+37126000001"},)"
           R"("shipping":{"first_name":"","last_name":"","address_1":"","country":""},"meta_data":[{"id":1,)"
           R"("key":"_wc_order_attribution_utm_source","value":"vitrina"},{"id":2,"key":"_other","value":{"a":[1]}})" +
           (order.mark.empty() ? ""
                               : R"(,{"id":3,"key":"_wc_order_attribution_utm_campaign","value":)" +
                                     quoted(order.mark) + "}") +
           R"(],"line_items":[)" + lines + R"(],"refunds":[)" + refund + "]}";
}

std::string shopTime(std::int64_t wallMs) {
    const std::time_t seconds = wallMs / 1'000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    return text.data();
}

std::string signature(std::string_view secret, std::string_view body) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int length = 0;
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         reinterpret_cast<const unsigned char*>(body.data()), body.size(), bytes.data(), &length);
    return protocol::toBase64({reinterpret_cast<const char*>(bytes.data()), length});
}

HttpAnswer FakeShop::shopify(const std::string& topic, const std::string& body) {
    return send("/api/hooks/shopify", body,
                {{"X-Shopify-Topic", topic},
                 {"X-Shopify-Hmac-Sha256", signature(secret_, body)},
                 {"X-Shopify-Shop-Domain", "shop.example"},
                 {"X-Shopify-Webhook-Id", std::to_string(++delivery_)}});
}

HttpAnswer FakeShop::woo(const std::string& topic, const std::string& body) {
    return send("/api/hooks/woocommerce", body,
                {{"X-WC-Webhook-Topic", topic},
                 {"X-WC-Webhook-Signature", signature(secret_, body)},
                 {"X-WC-Webhook-Source", "https://shop.example/"},
                 {"X-WC-Webhook-Delivery-ID", std::to_string(++delivery_)}});
}

HttpAnswer FakeShop::send(const std::string& path, const std::string& body,
                          std::map<std::string, std::string> headers) {
    return client_.post(path, body, {}, std::move(headers));
}

} // namespace vitrina::test
