// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/PageJson.hpp"

#include "server/JsonPut.hpp"
#include "server/live/ShopJson.hpp"

namespace vitrina::server::page {

namespace {

using record::JsonWriter;

JsonWriter begin(std::string_view type) {
    JsonWriter json;
    json.beginObject();
    put(json, "t", type);
    return json;
}

JsonWriter begin(std::string_view type, std::uint64_t seq) {
    JsonWriter json = begin(type);
    json.key("seq");
    json.natural(seq);
    return json;
}

std::string end(JsonWriter json) {
    json.endObject();
    return json.take();
}

void writePin(JsonWriter& json, const Pin* pin) {
    json.key("pin");
    if (!pin || pin->product.empty()) {
        json.null();
        return;
    }
    json.beginObject();
    put(json, "aired", pin->aired.value);
    put(json, "product", pin->product.value);
    put(json, "title", pin->title);
    putFlag(json, "disclosure", pin->disclosure);
    put(json, "mediaMs", pin->mediaMs);
    json.endObject();
}

void writeChat(JsonWriter& json, const auto& lines) {
    json.key("messages");
    json.beginArray();
    for (const ChatLine& line : lines) {
        json.beginObject();
        put(json, "id", line.message.id.value);
        put(json, "name", line.message.name);
        put(json, "text", line.message.text);
        put(json, "at", line.atMs);
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
    put(json, "title", shop.title);
    put(json, "shop", shop.shopName);
    put(json, "host", shop.hostName);
    put(json, "locale", shop.locale);
    put(json, "currency", shop.currency);
    put(json, "disclosure", shop.disclosureText);
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

std::string snapshotTail(const PageView& view, State state, std::int64_t watching, std::uint64_t seq) {
    JsonWriter json;
    json.beginObject();
    put(json, "run", view.run.value);
    json.key("seq");
    json.natural(seq);
    writeShow(json, view.shop);
    put(json, "state", stateWord(state));
    putFlag(json, "sales", view.sales && state != State::Ended);
    json.key("products");
    json.beginArray();
    for (const auto& product : view.shop.catalogue.products)
        putProduct(json, view, product);
    json.endArray();
    putOffers(json, view.running);
    putTerms(json, view.shop.catalogue.terms, view.run);
    writePin(json, view.pin ? &*view.pin : nullptr);
    put(json, "viewers", watching);
    putFlag(json, "chat", view.chatOpen);
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
    JsonWriter json = begin("stock", seq);
    json.key("levels");
    json.beginArray();
    for (const Sku& sku : skus) {
        json.beginObject();
        put(json, "sku", sku.value);
        const auto level = view.stock.find(sku);
        putLevel(json, level == view.stock.end() ? commerce::StockLevel{} : level->second,
                 view.stopped.contains(sku));
        json.endObject();
    }
    json.endArray();
    return end(std::move(json));
}

std::string prices(const PageView& view, const std::map<Sku, std::int64_t>& prices, std::uint64_t seq) {
    JsonWriter json = begin("prices", seq);
    json.key("prices");
    json.beginArray();
    for (const auto& [sku, minor] : prices) {
        const commerce::Variant* variant = commerce::findVariant(view.shop.catalogue, sku);
        if (!variant)
            continue; // taken out of its product: the page has it no more
        json.beginObject();
        put(json, "sku", sku.value);
        putPrice(json, *variant, minor);
        json.endObject();
    }
    json.endArray();
    return end(std::move(json));
}

std::string offers(const PageView& view, std::uint64_t seq) {
    JsonWriter json = begin("offers", seq);
    putOffers(json, view.running);
    return end(std::move(json));
}

std::string product(const PageView& view, const commerce::Product& product, std::uint64_t seq) {
    JsonWriter json = begin("product", seq);
    json.key("product");
    putProduct(json, view, product);
    return end(std::move(json));
}

std::string terms(const PageView& view, std::uint64_t seq) {
    JsonWriter json = begin("terms", seq);
    putTerms(json, view.shop.catalogue.terms, view.run);
    return end(std::move(json));
}

std::string pin(const Pin& pin, std::uint64_t seq) {
    JsonWriter json = begin("pin", seq);
    writePin(json, &pin);
    return end(std::move(json));
}

std::string chat(const std::vector<ChatLine>& lines, std::uint64_t seq) {
    JsonWriter json = begin("chat", seq);
    writeChat(json, lines);
    return end(std::move(json));
}

std::string viewers(std::int64_t watching) {
    JsonWriter json = begin("viewers");
    put(json, "watching", watching);
    return end(std::move(json));
}

std::string here(std::int64_t nowMs) {
    JsonWriter json = begin("here");
    put(json, "now", nowMs);
    return end(std::move(json));
}

std::string state(State state) {
    JsonWriter json = begin("state");
    put(json, "state", stateWord(state));
    return end(std::move(json));
}

std::string sales(bool open) {
    JsonWriter json = begin("sales");
    putFlag(json, "open", open);
    return end(std::move(json));
}

std::string chatSwitched(const PageView& view, std::uint64_t seq) {
    JsonWriter json = begin("chat_switched", seq);
    putFlag(json, "open", view.chatOpen);
    writeChat(json, shownChat(view));
    return end(std::move(json));
}

std::string moved(std::string_view url) {
    JsonWriter json = begin("moved");
    put(json, "url", url);
    return end(std::move(json));
}

std::string bye(std::string_view reason) {
    JsonWriter json = begin("bye");
    put(json, "reason", reason);
    return end(std::move(json));
}

} // namespace vitrina::server::page
