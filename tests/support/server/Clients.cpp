// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/server/Clients.hpp"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vitrina::test {

namespace {

using Steady = std::chrono::steady_clock;

int leftMs(Steady::time_point until) {
    return static_cast<int>(std::max<std::int64_t>(
        0, std::chrono::duration_cast<std::chrono::milliseconds>(until - Steady::now()).count()));
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

void readHead(const std::string& head, HttpAnswer& answer) {
    if (head.size() > 12)
        answer.status = std::atoi(head.c_str() + 9);
    std::size_t at = head.find("\r\n");
    while (at != std::string::npos && at + 2 < head.size()) {
        const std::size_t end = head.find("\r\n", at + 2);
        const std::string line = head.substr(at + 2, end == std::string::npos ? end : end - at - 2);
        if (const std::size_t colon = line.find(": "); colon != std::string::npos)
            answer.headers[lower(line.substr(0, colon))] = line.substr(colon + 2);
        at = end;
    }
}

} // namespace

TcpClient::~TcpClient() {
    close();
}

TcpClient::TcpClient(TcpClient&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

TcpClient& TcpClient::operator=(TcpClient&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

bool TcpClient::connect(int port) {
    close();
    descriptor_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int yes = 1;
    setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(descriptor_, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0)
        return true;
    close();
    return false;
}

void TcpClient::close() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
    descriptor_ = -1;
}

bool TcpClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string TcpClient::receive(int timeoutMs) {
    pollfd wait{descriptor_, POLLIN, 0};
    if (descriptor_ < 0 || poll(&wait, 1, timeoutMs) <= 0)
        return {};
    std::string bytes(65'536, '\0');
    const ssize_t got = recv(descriptor_, bytes.data(), bytes.size(), 0);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

bool TcpClient::closedWithin(int timeoutMs) {
    const auto until = Steady::now() + std::chrono::milliseconds(timeoutMs);
    while (Steady::now() < until) {
        pollfd wait{descriptor_, POLLIN, 0};
        if (poll(&wait, 1, leftMs(until)) <= 0)
            return false;
        char bytes[4'096];
        if (recv(descriptor_, bytes, sizeof bytes, 0) <= 0)
            return true;
    }
    return false;
}

bool HttpClient::ensureConnected() {
    return connection_.descriptor() >= 0 || connection_.connect(port_);
}

HttpAnswer HttpClient::get(const std::string& path, const std::map<std::string, std::string>& headers) {
    std::string request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) + "\r\n";
    for (const auto& [name, value] : headers)
        request += name + ": " + value + "\r\n";
    return raw(request + "\r\n");
}

HttpAnswer HttpClient::post(const std::string& path, const std::string& json, const std::string& token,
                            std::map<std::string, std::string> headers) {
    headers.try_emplace("Content-Type", "application/json");
    if (!token.empty())
        headers["Authorization"] = "Bearer " + token;
    std::string request = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) +
                          "\r\nContent-Length: " + std::to_string(json.size()) + "\r\n";
    for (const auto& [name, value] : headers)
        request += name + ": " + value + "\r\n";
    return raw(request + "\r\n" + json);
}

HttpAnswer HttpClient::raw(std::string_view bytes, bool head) {
    if (!ensureConnected())
        return {};
    connection_.send(bytes); // A refusal may come, and the end, before all is sent.
    return readAnswer(head);
}

HttpAnswer HttpClient::readAnswer(bool head) {
    HttpAnswer answer;
    std::size_t end = std::string::npos;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
        const std::string more = connection_.receive();
        if (more.empty()) {
            connection_.close();
            buffer_.clear();
            return answer;
        }
        buffer_ += more;
    }
    readHead(buffer_.substr(0, end), answer);
    buffer_.erase(0, end + 4);
    const auto length = answer.headers.find("content-length");
    const bool bodiless = head || answer.status == 304 || length == answer.headers.end();
    const std::size_t size = bodiless ? 0 : static_cast<std::size_t>(std::atoll(length->second.c_str()));
    while (buffer_.size() < size) {
        const std::string more = connection_.receive();
        if (more.empty())
            break;
        buffer_ += more;
    }
    answer.body = buffer_.substr(0, size);
    buffer_.erase(0, size);
    if (answer.headers.contains("connection") && lower(answer.headers["connection"]) == "close") {
        connection_.close();
        buffer_.clear();
    }
    return answer;
}

std::string jsonField(const std::string& json, const std::string& name) {
    const std::string quoted = "\"" + name + "\":";
    std::size_t at = json.find(quoted);
    if (at == std::string::npos)
        return {};
    at += quoted.size();
    if (json[at] == '"')
        return json.substr(at + 1, json.find('"', at + 1) - at - 1);
    return json.substr(at, json.find_first_of(",}]", at) - at);
}

std::string openSession(HttpClient& client) {
    const HttpAnswer answer = client.post("/api/session", "{}");
    return answer.status == 201 ? jsonField(answer.body, "token") : std::string();
}

std::string orderJson(const std::string& key, const std::string& sku, std::int64_t quantity,
                      std::int64_t price) {
    return "{\"key\":\"" + key +
           "\",\"name\":\"Anna Ozola\",\"contact\":\"anna@example.lv\",\"lines\":[{\"sku\":\"" + sku +
           "\",\"quantity\":" + std::to_string(quantity) + ",\"price\":" + std::to_string(price) +
           "}],\"mediaMs\":1234}";
}

std::string messageJson(const std::string& key, const std::string& name, const std::string& text) {
    return "{\"key\":\"" + key + "\",\"name\":\"" + name + "\",\"text\":\"" + text + "\",\"mediaMs\":-1}";
}

bool WsClient::connect(int port, const std::string& path, const std::map<std::string, std::string>& headers) {
    buffer_.clear();
    status_ = 0;
    if (!connection_.connect(port))
        return false;
    std::string request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
                          "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    for (const auto& [name, value] : headers)
        request += name + ": " + value + "\r\n";
    connection_.send(request + "\r\n");
    std::size_t end = std::string::npos;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
        const std::string more = connection_.receive();
        if (more.empty())
            return false;
        buffer_ += more;
    }
    HttpAnswer answer;
    readHead(buffer_.substr(0, end), answer);
    buffer_.erase(0, end + 4);
    status_ = answer.status;
    // The accept value of RFC 6455's own example key.
    return status_ == 101 && answer.headers["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
}

bool WsClient::sendFrame(int opcode, std::string_view payload, bool final, bool masked) {
    std::string frame(1, static_cast<char>((final ? 0x80 : 0) | opcode));
    const char mask = masked ? static_cast<char>(0x80) : 0;
    if (payload.size() < 126) {
        frame += static_cast<char>(mask | static_cast<char>(payload.size()));
    } else {
        const int bytes = payload.size() <= 0xffff ? 2 : 8;
        frame += static_cast<char>(mask | (bytes == 2 ? 126 : 127));
        for (int i = bytes - 1; i >= 0; --i)
            frame += static_cast<char>(static_cast<std::uint64_t>(payload.size()) >> (8 * i));
    }
    constexpr char key[4] = {0x11, 0x22, 0x33, 0x44};
    if (masked)
        frame.append(key, 4);
    for (std::size_t i = 0; i < payload.size(); ++i)
        frame += static_cast<char>(masked ? payload[i] ^ key[i & 3] : payload[i]);
    return connection_.send(frame);
}

std::optional<WsClient::Message> WsClient::receive(int timeoutMs) {
    const auto until = Steady::now() + std::chrono::milliseconds(timeoutMs);
    while (true) {
        if (buffer_.size() >= 2) {
            std::size_t head = 2;
            std::uint64_t size = static_cast<unsigned char>(buffer_[1]) & 0x7f;
            const std::size_t extra = size == 126 ? 2 : size == 127 ? 8 : 0;
            head += extra;
            if (buffer_.size() >= head) {
                if (extra > 0)
                    size = 0;
                for (std::size_t i = 0; i < extra; ++i)
                    size = size << 8 | static_cast<unsigned char>(buffer_[2 + i]);
                if (buffer_.size() >= head + size) {
                    Message message{buffer_[0] & 0x0f, buffer_.substr(head, size)};
                    buffer_.erase(0, head + size);
                    if (message.opcode != 9)
                        return message;
                    sendFrame(10, message.payload);
                    continue;
                }
            }
        }
        const std::string more = connection_.receive(leftMs(until));
        if (more.empty())
            return std::nullopt;
        buffer_ += more;
    }
}

std::optional<std::string> WsClient::receiveType(const std::string& type, int timeoutMs) {
    const auto until = Steady::now() + std::chrono::milliseconds(timeoutMs);
    while (const auto message = receive(leftMs(until))) {
        if (message->opcode == 1 && message->payload.starts_with("{\"t\":\"" + type + "\""))
            return message->payload;
    }
    return std::nullopt;
}

bool WsClient::join(const std::string& token) {
    return sendText("{\"t\":\"join\",\"token\":\"" + token + "\"}");
}

} // namespace vitrina::test
