// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace vitrina::test {

/// A blocking TCP connection to the loopback, with a deadline on every read.
class TcpClient {
  public:
    TcpClient() = default;
    ~TcpClient();
    TcpClient(TcpClient&& other) noexcept;
    TcpClient& operator=(TcpClient&& other) noexcept;

    bool connect(int port);
    void close();
    bool send(std::string_view bytes);
    /// What has come, at least a byte; empty at the end or when the time is over.
    std::string receive(int timeoutMs = 5'000);
    /// True when the other side has closed (or reset) within the time; what comes before is thrown away.
    bool closedWithin(int timeoutMs);
    int descriptor() const { return descriptor_; }

  private:
    int descriptor_ = -1;
};

struct HttpAnswer {
    int status = 0;                             ///< 0: none came
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
};

/// One keep-alive connection.
class HttpClient {
  public:
    explicit HttpClient(int port) : port_(port) {}

    HttpAnswer get(const std::string& path, const std::map<std::string, std::string>& headers = {});
    HttpAnswer post(const std::string& path, const std::string& json, const std::string& token = {},
                    std::map<std::string, std::string> headers = {});
    /// Any bytes, and the answer to them.
    HttpAnswer raw(std::string_view bytes, bool head = false);
    HttpAnswer readAnswer(bool head = false);
    bool ensureConnected();
    TcpClient& connection() { return connection_; }
    int port() const { return port_; }

  private:
    int port_;
    TcpClient connection_;
    std::string buffer_;
};

/// A viewer's session token; empty when it was refused.
std::string openSession(HttpClient& client);
std::string orderJson(const std::string& key, const std::string& sku, std::int64_t quantity,
                      std::int64_t price);
std::string messageJson(const std::string& key, const std::string& name, const std::string& text);
/// The value of a string or number member anywhere in a JSON text; empty when there is none.
std::string jsonField(const std::string& json, const std::string& name);

/// A page's WebSocket.
class WsClient {
  public:
    struct Message {
        int opcode = 0;
        std::string payload;
    };

    bool connect(int port, const std::string& path, const std::map<std::string, std::string>& headers = {});
    int status() const { return status_; } ///< of the upgrade
    bool sendText(std::string_view text) { return sendFrame(1, text); }
    bool sendFrame(int opcode, std::string_view payload, bool final = true, bool masked = true);
    bool sendRaw(std::string_view bytes) { return connection_.send(bytes); }
    /// The next message; pings are answered on the way. Nothing at the end or when the time is over.
    std::optional<Message> receive(int timeoutMs = 5'000);
    /// The next text whose "t" is this one.
    std::optional<std::string> receiveType(const std::string& type, int timeoutMs = 5'000);
    bool join(const std::string& token);
    bool closedWithin(int timeoutMs) { return connection_.closedWithin(timeoutMs); }
    void close() { connection_.close(); }
    TcpClient& connection() { return connection_; }

  private:
    TcpClient connection_;
    std::string buffer_;
    int status_ = 0;
};

} // namespace vitrina::test
