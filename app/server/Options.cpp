// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Options.hpp"

#include <boost/asio/ip/address.hpp>

#include <charconv>
#include <optional>

namespace vitrina::server {

namespace {

std::optional<std::int64_t> number(const std::string& text, std::int64_t least, std::int64_t most) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < least || value > most)
        return std::nullopt;
    return value;
}

/// False when the name or its value is not known.
bool set(Options& options, const std::string& name, const std::string& value) {
    if (name == "--data") {
        options.dataFolder = value;
    } else if (name == "--web") {
        options.webFolder = value;
    } else if (name == "--tally") {
        options.tallyRun = value;
    } else if (name == "--bind") {
        options.bind = value;
    } else if (name == "--behind-proxy") {
        options.proxy = value;
        boost::system::error_code error;
        boost::asio::ip::make_address(value, error);
        return value == "loopback" || !error;
    } else if (name == "--public-url") {
        options.publicUrl = value;
    } else if (name == "--port") {
        const auto port = number(value, 0, 65'535);
        options.port = static_cast<int>(port.value_or(0));
        return port.has_value();
    } else if (name == "--grace") {
        const auto seconds = number(value, 0, 86'400);
        options.graceMs = seconds.value_or(0) * 1'000;
        return seconds.has_value();
    } else if (name == "--smtp") {
        options.smtpFile = value;
    } else if (name == "--hook-secret") {
        options.hookSecretFile = value;
    } else if (name == "--shop") {
        options.shopFile = value;
    } else if (name == "--plugins") {
        options.pluginFolder = value;
    } else if (name == "--export-buyer") {
        options.exportOrder = value;
    } else if (name == "--keep-buyers-days") {
        const auto days = number(value, 0, 3'650);
        options.keepBuyersMs = days.value_or(0) * 24 * 3'600'000;
        return days.has_value();
    } else if (name == "--limits") {
        if (value == "bench")
            options.limits = benchLimits();
        else if (value == "single")
            options.limits = singleLimits();
        return value == "bench" || value == "single" || value == "public";
    } else {
        return false;
    }
    return !value.empty();
}

} // namespace

Limits benchLimits() {
    Limits limits;
    limits.connectionsPerAddress = limits.connections;
    limits.sessionsPerAddress = {1e6, 1'000};
    limits.findsPerAddress = {1e6, 1'000};
    limits.messagesPerAddress = {1e6, 1'000};
    limits.postsPerAddress = {1e6, 1'000};
    limits.velocity.ordersPerNetwork = 0;
    limits.velocity.ordersPerViewer = 0;
    limits.velocity.expiredPieces = 0;
    return limits;
}

Limits singleLimits() {
    Limits limits = benchLimits();
    limits.storeBatch = 1;
    return limits;
}

Result<Options> readOptions(const std::vector<std::string>& arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size();) {
        if (arguments[i] == "--sweep") {
            options.sweep = true;
            ++i; // It has no value.
            continue;
        }
        if (arguments[i] == "--lan") {
            options.tls = true;
            options.bind = "::";
            ++i; // It has no value.
            continue;
        }
        if (i + 1 == arguments.size() || !set(options, arguments[i], arguments[i + 1]))
            return fail(ErrorCode::BadRequest, arguments[i]);
        i += 2;
    }
    if ((!options.tallyRun.empty() || !options.exportOrder.empty() || options.sweep) &&
        !options.dataFolder.empty())
        return options;
    if (options.dataFolder.empty() || options.webFolder.empty())
        return fail(ErrorCode::BadRequest, "--data and --web are needed");
    return options;
}

} // namespace vitrina::server
