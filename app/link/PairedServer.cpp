// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/PairedServer.hpp"

#include "link/Connection.hpp"
#include "protocol/Messages.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/json.hpp>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vitrina::link {

namespace json = boost::json;

Result<PairedServer> pairWith(const protocol::PairingCode& code, std::int64_t timeoutMs,
                              const std::atomic<bool>* cancelled) {
    boost::asio::io_context io;
    PairedServer server{{{}, code.host, code.port, code.pin, {}}, {}};
    Error failed =
        fail(ErrorCode::LinkDown, code.host + " does not answer at port " + std::to_string(code.port));
    bool paired = false;
    std::shared_ptr<Connection> connection;
    const auto heard = [&](const protocol::Frame& frame) {
        const auto message = protocol::decodeMessage(frame.payload);
        if (!message) {
            failed = fail(ErrorCode::VersionMismatch, message.error().detail);
        } else if (const auto* answer = std::get_if<protocol::Paired>(&*message)) {
            server.address.secret = answer->secret;
            server.url = answer->url;
            paired = !answer->secret.empty();
        } else if (const auto* refused = std::get_if<protocol::Refused>(&*message)) {
            failed = fail(refused->error == ErrorCode::None ? ErrorCode::NotAuthorised : refused->error,
                          refused->detail);
        } else {
            return; // of a later version
        }
        io.stop();
    };
    connection = std::make_shared<Connection>(
        io,
        Connection::Listener{
            [&] { connection->send(protocol::encodeFrames(protocol::Pair{protocol::toHex(code.secret)})); },
            heard,
            [&](Error error) {
                failed = std::move(error);
                io.stop();
            }});
    connection->open(server.address);
    const auto work = boost::asio::make_work_guard(io); // a name being looked up is no work of the loop's
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeoutMs);
    while (!io.stopped() && std::chrono::steady_clock::now() < until && !(cancelled && *cancelled))
        io.run_one_for(std::chrono::milliseconds(100));
    connection->close();
    if (!paired)
        return failed;
    return server;
}

Result<void> keepPairedServer(const std::string& path, const PairedServer& server) {
    const std::string text = json::serialize(json::object{{"host", server.address.host},
                                                          {"port", server.address.port},
                                                          {"pin", protocol::toHex(server.address.pin)},
                                                          {"secret", server.address.secret},
                                                          {"url", server.url}});
    const std::string beside = path + ".new";
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return fail(ErrorCode::FileUnwritable, beside + ": " + std::strerror(errno));
    const bool whole = ::fchmod(file, S_IRUSR | S_IWUSR) == 0 &&
                       ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                       ::fsync(file) == 0;
    ::close(file);
    if (!whole || ::rename(beside.c_str(), path.c_str()) != 0)
        return fail(ErrorCode::FileUnwritable, path + ": " + std::strerror(errno));
    return {};
}

Result<std::optional<PairedServer>> readPairedServer(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0)
        return std::optional<PairedServer>();
    if ((info.st_mode & 077) != 0)
        return fail(ErrorCode::NotAuthorised, path + ": may be read by others");
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    json::error_code error;
    const json::value value = json::parse(text, error);
    const json::object* object = error ? nullptr : value.if_object();
    const auto word = [&](std::string_view name) {
        const json::value* found = object ? object->if_contains(name) : nullptr;
        return found && found->is_string() ? std::string(found->get_string()) : std::string();
    };
    const json::value* port = object ? object->if_contains("port") : nullptr;
    const auto pin = protocol::fromHex(word("pin"));
    if (!port || !port->is_int64() || port->get_int64() < 1 || port->get_int64() > 65'535 || !pin ||
        pin->size() < protocol::PairingCode::pinBytes || word("host").empty() || word("secret").empty())
        return fail(ErrorCode::FileDamaged, path);
    return std::optional(PairedServer{
        {{}, word("host"), static_cast<int>(port->get_int64()), *pin, word("secret")}, word("url")});
}

} // namespace vitrina::link
