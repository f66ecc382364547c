// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/PageJson.hpp"

#include "record/Json.hpp"

namespace vitrina::server::page {

namespace {

using record::JsonWriter;

void text(JsonWriter& json, std::string_view key, std::string_view value) {
    json.key(key);
    json.string(value);
}

void integer(JsonWriter& json, std::string_view key, std::int64_t value) {
    json.key(key);
    json.integer(value);
}

void boolean(JsonWriter& json, std::string_view key, bool value) {
    json.key(key);
    json.boolean(value);
}

JsonWriter begin(std::string_view type) {
    JsonWriter json;
    json.beginObject();
    text(json, "t", type);
    return json;
}

std::string end(JsonWriter json) {
    json.endObject();
    return json.take();
}

void writeLevel(JsonWriter& json, const commerce::StockLevel& level, bool stopped) {
    integer(json, "available", level.available());
    text(json, "word", stopped ? std::string_view("stopped") : stockWord(level));
}

void writeVariant(JsonWriter& json, const PageView& view, const commerce::Variant& variant) {
    const auto level = view.stock.find(variant.sku);
    if (level == view.stock.end())
        return; // The store did not take it, so it can't be bought.
    json.beginObject();
    text(json, "sku", variant.sku.value);
    text(json, "label", variant.label);
    integer(json, "price", variant.price.minor);
    writeLevel(json, level->second, view.stopped.contains(variant.sku));
    json.endObject();
}

void writeProduct(JsonWriter& json, const PageView& view, const commerce::Product& product) {
    json.beginObject();
    text(json, "id", product.id.value);
    text(json, "code", product.code);
    text(json, "name", product.name);
    text(json, "description", product.description);
    text(json, "image", product.image.empty() ? std::string() : "/assets/" + product.image);
    json.key("variants");
    json.beginArray();
    for (const auto& variant : product.variants)
        writeVariant(json, view, variant);
    json.endArray();
    json.endObject();
}

void writePin(JsonWriter& json, const Pin* pin) {
    json.key("pin");
    if (!pin || pin->product.empty()) {
        json.null();
        return;
    }
    json.beginObject();
    text(json, "aired", pin->aired.value);
    text(json, "product", pin->product.value);
    text(json, "title", pin->title);
    boolean(json, "disclosure", pin->disclosure);
    integer(json, "mediaMs", pin->mediaMs);
    json.endObject();
}

void writeChat(JsonWriter& json, const auto& lines) {
    json.key("messages");
    json.beginArray();
    for (const ChatLine& line : lines) {
        json.beginObject();
        text(json, "id", line.message.id.value);
        text(json, "name", line.message.name);
        text(json, "text", line.message.text);
        integer(json, "at", line.atMs);
        json.endObject();
    }
    json.endArray();
}

/// A chat that is hidden is not told at all: what nobody may read need not travel.
std::deque<ChatLine> shownChat(const PageView& view) {
    return view.chatOpen ? view.chat : std::deque<ChatLine>();
}

void writeShow(JsonWriter& json, const commerce::ShopOpened& shop) {
    json.key("show");
    json.beginObject();
    text(json, "title", shop.title);
    text(json, "shop", shop.shopName);
    text(json, "host", shop.hostName);
    text(json, "locale", shop.locale);
    text(json, "currency", shop.currency);
    text(json, "disclosure", shop.disclosureText);
    json.endObject();
}

} // namespace

std::string_view stateWord(State state) {
    switch (state) {
    case State::Live:
        return "live";
    case State::Away:
        return "away";
    case State::Ended:
        return "ended";
    default:
        return "waiting";
    }
}

std::string_view stockWord(const commerce::StockLevel& level) {
    switch (level.word()) {
    case commerce::StockWord::Available:
        return "available";
    case commerce::StockWord::AllInCheckouts:
        return "all_in_checkouts";
    default:
        return "sold_out";
    }
}

std::string snapshotTail(const PageView& view, State state, std::int64_t watching, std::uint64_t seq) {
    JsonWriter json;
    json.beginObject();
    text(json, "run", view.run.value);
    json.key("seq");
    json.natural(seq);
    writeShow(json, view.shop);
    text(json, "state", stateWord(state));
    boolean(json, "sales", view.sales && state != State::Ended);
    json.key("products");
    json.beginArray();
    for (const auto& product : view.shop.catalogue.products)
        writeProduct(json, view, product);
    json.endArray();
    writePin(json, view.pin ? &*view.pin : nullptr);
    integer(json, "viewers", watching);
    boolean(json, "chat", view.chatOpen);
    writeChat(json, shownChat(view));
    return end(std::move(json)).substr(1);
}

std::string hello(const std::string& tail, std::int64_t nowMs) {
    return "{\"t\":\"hello\",\"v\":1,\"now\":" + std::to_string(nowMs) + "," + tail;
}

std::string snapshot(const std::string& tail, std::int64_t nowMs) {
    return "{\"v\":1,\"now\":" + std::to_string(nowMs) + "," + tail;
}

std::string stock(const PageView& view, const std::set<Sku>& skus, std::uint64_t seq) {
    JsonWriter json = begin("stock");
    json.key("seq");
    json.natural(seq);
    json.key("levels");
    json.beginArray();
    for (const Sku& sku : skus) {
        json.beginObject();
        text(json, "sku", sku.value);
        const auto level = view.stock.find(sku);
        writeLevel(json, level == view.stock.end() ? commerce::StockLevel{} : level->second,
                   view.stopped.contains(sku));
        json.endObject();
    }
    json.endArray();
    return end(std::move(json));
}

std::string pin(const Pin& pin, std::uint64_t seq) {
    JsonWriter json = begin("pin");
    json.key("seq");
    json.natural(seq);
    writePin(json, &pin);
    return end(std::move(json));
}

std::string chat(const std::vector<ChatLine>& lines, std::uint64_t seq) {
    JsonWriter json = begin("chat");
    json.key("seq");
    json.natural(seq);
    writeChat(json, lines);
    return end(std::move(json));
}

std::string viewers(std::int64_t watching) {
    JsonWriter json = begin("viewers");
    integer(json, "watching", watching);
    return end(std::move(json));
}

std::string state(State state) {
    JsonWriter json = begin("state");
    text(json, "state", stateWord(state));
    return end(std::move(json));
}

std::string sales(bool open) {
    JsonWriter json = begin("sales");
    boolean(json, "open", open);
    return end(std::move(json));
}

std::string chatSwitched(const PageView& view, std::uint64_t seq) {
    JsonWriter json = begin("chat_switched");
    json.key("seq");
    json.natural(seq);
    boolean(json, "open", view.chatOpen);
    writeChat(json, shownChat(view));
    return end(std::move(json));
}

std::string bye(std::string_view reason) {
    JsonWriter json = begin("bye");
    text(json, "reason", reason);
    return end(std::move(json));
}

} // namespace vitrina::server::page
