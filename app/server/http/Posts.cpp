// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Posts.hpp"

#include "audience/Message.hpp"
#include "record/Json.hpp"
#include "server/http/PostFields.hpp"

#include <boost/json/parse.hpp>

namespace vitrina::server::post {

namespace {

namespace json = boost::json;

HttpReply reply(int status, record::JsonWriter writer) {
    writer.endObject();
    return {.status = status, .body = writer.take()};
}

} // namespace

Result<json::object> parseBody(std::string_view body, std::size_t maxDepth) {
    json::error_code error;
    json::parse_options options;
    options.max_depth = maxDepth;
    json::value value = json::parse(json::string_view(body.data(), body.size()), error, {}, options);
    if (error || !value.is_object())
        return fail(ErrorCode::BadRequest, error ? error.message() : "not an object");
    return std::move(value.get_object());
}

Result<MessagePost> readMessage(const json::object& body) {
    auto key = readKey(body);
    if (!key)
        return key.error();
    auto name = readText(body, "name", audience::maxNameCharacters);
    if (!name)
        return name.error();
    auto words = readText(body, "text", audience::maxMessageCharacters);
    if (!words)
        return words.error();
    return MessagePost{std::move(*key), {{}, {}, std::move(*name), std::move(*words), readMediaMs(body)}};
}

int statusOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::NotAuthorised:
    case ErrorCode::BadSignature:
        return 401;
    case ErrorCode::UnknownSku:
    case ErrorCode::UnknownOffer:
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::SoldOut:
    case ErrorCode::AllInCheckouts:
    case ErrorCode::PriceChanged:
    case ErrorCode::KeyReused:
    case ErrorCode::SalesClosed:
    case ErrorCode::SkuStopped:
    case ErrorCode::ChatHidden:
    case ErrorCode::CheckoutClosed:
    case ErrorCode::LimitReached:
    case ErrorCode::OfferOver:
    case ErrorCode::ReservationOver:
    case ErrorCode::OrderFixed:
    case ErrorCode::ShowMoved:
        return 409;
    case ErrorCode::TooLarge:
        return 413;
    case ErrorCode::RateLimited:
    case ErrorCode::OnHold:
        return 429;
    case ErrorCode::Busy:
        return 503;
    default:
        return 400;
    }
}

HttpReply refused(const Refusal& refusal, std::string_view detail) {
    record::JsonWriter json;
    json.beginObject();
    json.key("error");
    json.string(errorName(refusal.code));
    if (!detail.empty()) {
        json.key("detail");
        json.string(detail);
    }
    if (!refusal.sku.empty()) {
        json.key("sku");
        json.string(refusal.sku.value);
    }
    if (refusal.price >= 0) {
        json.key("price");
        json.integer(refusal.price);
    }
    if (refusal.available >= 0) {
        json.key("available");
        json.integer(refusal.available);
    }
    if (refusal.code == ErrorCode::Busy || refusal.retryAfterMs >= 0) {
        json.key("retryAfterMs");
        json.integer(refusal.retryAfterMs >= 0 ? refusal.retryAfterMs : 2'000);
    }
    return reply(statusOf(refusal.code), std::move(json));
}

HttpReply refused(const Error& error) {
    Refusal refusal;
    refusal.code = error.code;
    return refused(refusal, error.detail);
}

HttpReply rateLimited(std::int64_t waitMs) {
    record::JsonWriter json;
    json.beginObject();
    json.key("error");
    json.string(errorName(ErrorCode::RateLimited));
    json.key("retryAfterMs");
    json.integer(waitMs);
    return reply(429, std::move(json));
}

HttpReply posted(const MessageAnswer& answer) {
    if (answer.refusal.code != ErrorCode::None)
        return refused(answer.refusal);
    record::JsonWriter json;
    json.beginObject();
    json.key("id");
    json.string(answer.id.value);
    json.key("replayed");
    json.boolean(answer.replayed);
    return reply(201, std::move(json));
}

HttpReply session(const ViewerId& viewer, const std::string& token) {
    record::JsonWriter json;
    json.beginObject();
    json.key("viewer");
    json.string(viewer.value);
    json.key("token");
    json.string(token);
    return reply(201, std::move(json));
}

} // namespace vitrina::server::post
