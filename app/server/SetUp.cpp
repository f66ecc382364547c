// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/SetUp.hpp"

#include "protocol/PairingCode.hpp"
#include "server/Certificates.hpp"
#include "server/OwnFile.hpp"
#include "server/Pairing.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace vitrina::server {

namespace {

namespace json = boost::json;

struct Wanted {
    std::string name;
    std::string folder = publicDataFolder;
    int port = 0; ///< 0: by whether something stands in front of us
    int linkPort = studioPort;
    std::string proxy;
};

/// 0 when it is none.
int portOf(const std::string& text) {
    int port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() && port >= 1 && port <= 65'535 ? port : 0;
}

bool isName(const std::string& name) {
    const auto allowed = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.' ||
               letter == '-';
    };
    return !name.empty() && name.size() <= 253 && name.front() != '.' && name.front() != '-' &&
           std::all_of(name.begin(), name.end(), allowed);
}

bool isProxy(const std::string& text) {
    boost::system::error_code error;
    boost::asio::ip::make_address(text, error);
    return text == "loopback" || !error;
}

bool set(Wanted& wanted, const std::string& name, const std::string& value) {
    if (name == "--name") {
        wanted.name = value;
        std::transform(value.begin(), value.end(), wanted.name.begin(), [](unsigned char letter) {
            return static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
        });
        return isName(wanted.name);
    }
    if (name == "--data")
        wanted.folder = value;
    else if (name == "--port")
        return (wanted.port = portOf(value)) != 0;
    else if (name == "--link-port")
        return (wanted.linkPort = portOf(value)) != 0;
    else if (name == "--behind-proxy")
        return isProxy(wanted.proxy = value);
    else
        return false;
    return !value.empty();
}

std::string setUpPath(const std::string& folder) {
    return folder + "/setup.json";
}

} // namespace

Result<std::string> setUpServer(const std::vector<std::string>& arguments, std::int64_t wallMs) {
    Wanted wanted;
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        if (i + 1 == arguments.size() || !set(wanted, arguments[i], arguments[i + 1]))
            return fail(ErrorCode::BadRequest, arguments[i]);
    }
    if (wanted.name.empty())
        return fail(ErrorCode::BadRequest, "--name is needed");
    if (wanted.port == 0)
        wanted.port = wanted.proxy.empty() ? publicPort : proxiedPort;
    std::error_code error;
    std::filesystem::create_directories(wanted.folder, error);
    std::filesystem::permissions(wanted.folder, std::filesystem::perms::owner_all, error);
    if (error)
        return fail(ErrorCode::FileUnwritable, wanted.folder + ": " + error.message());
    const auto written =
        writeOwnFile(setUpPath(wanted.folder), json::serialize(json::object{{"name", wanted.name},
                                                                            {"port", wanted.port},
                                                                            {"linkPort", wanted.linkPort},
                                                                            {"behindProxy", wanted.proxy}}));
    if (!written)
        return written.error();
    Certificates certificates(wanted.folder, wanted.name);
    if (const auto made = certificates.refresh(wallMs); !made)
        return made.error();
    auto secret = Pairing(wanted.folder).begin(wallMs);
    if (!secret)
        return secret.error();
    return protocol::encodePairingCode(
        {wanted.name, wanted.linkPort,
         certificates.identity().keyFingerprint.substr(0, protocol::PairingCode::pinBytes),
         std::move(*secret)});
}

Result<void> readSetUp(Options& options) {
    const std::string text = readOwnFile(setUpPath(options.dataFolder));
    if (text.empty())
        return {};
    json::error_code error;
    const json::value value = json::parse(text, error);
    const json::object* object = error ? nullptr : value.if_object();
    const auto word = [&](std::string_view name) {
        const json::value* found = object ? object->if_contains(name) : nullptr;
        return found && found->is_string() ? std::string(found->get_string()) : std::string();
    };
    const auto port = [&](std::string_view name) {
        const json::value* found = object ? object->if_contains(name) : nullptr;
        return found && found->is_int64() && found->get_int64() > 0 && found->get_int64() <= 65'535
                   ? int(found->get_int64())
                   : 0;
    };
    options.name = word("name");
    options.linkPort = port("linkPort");
    options.proxy = word("behindProxy");
    if (options.port == 0)
        options.port = port("port");
    if (!isName(options.name) || options.linkPort == 0 || options.port == 0 ||
        (!options.proxy.empty() && !isProxy(options.proxy)))
        return fail(ErrorCode::FileDamaged,
                    setUpPath(options.dataFolder) + ": run vitrina-server setup again");
    options.tls = options.proxy.empty();
    options.bind = options.proxy == "loopback" ? "127.0.0.1" : "::";
    if (options.publicUrl.empty())
        options.publicUrl =
            "https://" + options.name +
            (options.tls && options.port != publicPort ? ":" + std::to_string(options.port) : "") + "/";
    return {};
}

} // namespace vitrina::server
