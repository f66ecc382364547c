// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mail/Confirmation.hpp"

#include "protocol/Messages.hpp"

#include <array>
#include <cstdlib>
#include <ctime>
#include <string_view>

namespace vitrina::server {

namespace {

struct Words {
    const char* order;
    const char* thanks;
    const char* delivery;
    const char* toPay;
    const char* onDelivery;
    const char* atCollection;
    const char* transfer;
    const char* reference;
    const char* seller;
    const char* find;
    const char* withdrawal;
    const char* test;
    const char* tested;
};

constexpr Words english{"Order",
                        "Thank you for your order. This is what was agreed.",
                        "Delivery",
                        "To pay",
                        "You pay on delivery.",
                        "You pay at collection.",
                        "You pay by transfer to: ",
                        "Reference: ",
                        "Seller",
                        "You find your order on the show's page by this number and this e-mail address.",
                        "Withdrawal and returns",
                        "Test mail from Vitrina",
                        "This mail was asked for in Vitrina. Orders are confirmed the same way."};
constexpr Words latvian{"Pasūtījums",
                        "Paldies par pasūtījumu. Esam vienojušies par šo.",
                        "Piegāde",
                        "Jāmaksā",
                        "Tu maksā, saņemot piegādi.",
                        "Tu maksā, saņemot pasūtījumu klātienē.",
                        "Tu maksā ar pārskaitījumu: ",
                        "Maksājuma mērķis: ",
                        "Pārdevējs",
                        "Savu pasūtījumu atradīsi raidījuma lapā pēc šī numura un šīs e-pasta adreses.",
                        "Atteikums un atgriešana",
                        "Vitrīnas pārbaudes vēstule",
                        "Šo vēstuli pasūtīja programmā Vitrina. Pasūtījumus apstiprina tāpat."};

const Words& wordsFor(const commerce::ShopOpened& shop) {
    return shop.locale.starts_with("lv") ? latvian : english;
}

std::string amount(std::int64_t minor, const std::string& currency) {
    const std::string cents = std::to_string(100 + std::abs(minor) % 100).substr(1);
    return (minor < 0 ? "-" : "") + std::to_string(std::abs(minor) / 100) + "." + cents + " " + currency;
}

std::string nameOf(const commerce::Catalogue& catalogue, const Sku& sku) {
    const commerce::Product* product = commerce::productOf(catalogue, sku);
    const commerce::Variant* variant = commerce::findVariant(catalogue, sku);
    if (!product || !variant)
        return sku.value;
    return variant->label.empty() ? product->name : product->name + ", " + variant->label;
}

std::string payment(const Words& words, const commerce::Terms& terms, const commerce::Order& order) {
    switch (order.delivery.payment) {
    case commerce::PaymentWay::OnDelivery:
        return std::string(words.onDelivery) + "\n";
    case commerce::PaymentWay::AtCollection:
        return std::string(words.atCollection) + "\n";
    case commerce::PaymentWay::Transfer:
        return words.transfer + terms.transferTo + "\n" + words.reference + order.number.value + "\n";
    case commerce::PaymentWay::None:
        break;
    }
    return {};
}

std::string body(const commerce::ShopOpened& shop, const commerce::Order& order) {
    const Words& words = wordsFor(shop);
    const commerce::Terms& terms = shop.catalogue.terms;
    const std::string& currency = order.total.currency;
    std::string text = std::string(words.thanks) + "\n\n" + words.order + " " + order.number.value + "\n\n";
    for (const commerce::OrderLine& line : order.lines)
        text += std::to_string(line.quantity) + " × " + nameOf(shop.catalogue, line.sku) + ": " +
                amount(line.quantity * line.unitMinor, currency) + "\n";
    if (const commerce::DeliveryWay* way = commerce::findDelivery(terms, order.delivery.way))
        text += std::string(words.delivery) + " (" + way->title +
                "): " + amount(order.delivery.minor, currency) + "\n";
    text +=
        std::string(words.toPay) + ": " + amount(order.total.minor + order.delivery.minor, currency) + "\n\n";
    text += payment(words, terms, order) + "\n" + words.find + "\n\n";
    const commerce::Trader& trader = terms.trader;
    text += std::string(words.seller) + ": " + trader.name + ", " + trader.registerNumber + "\n" +
            trader.address + "\n" + trader.phone + ", " + trader.email + "\n\n" + terms.conditions + "\n\n" +
            words.withdrawal + "\n" + terms.withdrawal + "\n";
    return text;
}

/// At most 45 bytes of text a word (RFC 2047), cut between characters.
std::string encodedWords(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(at + 45, text.size());
        while (end < text.size() && end > at && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
            --end;
        out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") +
               protocol::toBase64(text.substr(at, end - at)) + "?=";
        at = end;
    }
    return out;
}

std::string date(std::int64_t wallMs) {
    const auto seconds = static_cast<std::time_t>(wallMs / 1'000);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::array<char, 64> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S +0000", &utc);
    return {text.data(), length};
}

/// `unique`: what tells the mail from all others, of letters, digits and dashes.
Mail mailOf(const commerce::ShopOpened& shop, const std::string& to, const std::string& from,
            std::int64_t wallMs, const std::string& subject, const std::string& unique,
            const std::string& text) {
    const std::string encoded = protocol::toBase64(text);
    std::string message = "Date: " + date(wallMs) + "\r\nFrom: " + encodedWords(shop.shopName) + " <" + from +
                          ">\r\nTo: <" + to + ">\r\nMessage-ID: <" + unique + "." + std::to_string(wallMs) +
                          from.substr(from.rfind('@')) + ">\r\nSubject: " + encodedWords(subject) +
                          "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                          "Content-Transfer-Encoding: base64\r\nAuto-Submitted: auto-generated\r\n\r\n";
    for (std::size_t at = 0; at < encoded.size(); at += 76)
        message += encoded.substr(at, 76) + "\r\n";
    return {to, std::move(message)};
}

} // namespace

Mail confirmation(const commerce::ShopOpened& shop, const commerce::Order& order, const std::string& to,
                  const std::string& from, std::int64_t wallMs) {
    const Words& words = wordsFor(shop);
    return mailOf(shop, to, from, wallMs,
                  std::string(words.order) + " " + order.number.value + " – " + shop.shopName,
                  order.number.value, body(shop, order));
}

Mail testMail(const commerce::ShopOpened& shop, const std::string& to, const std::string& from,
              std::int64_t wallMs) {
    const Words& words = wordsFor(shop);
    return mailOf(shop, to, from, wallMs, words.test, "test", std::string(words.tested) + "\n");
}

} // namespace vitrina::server
