// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vitrina::test {

/// A mail server that does as it is told, one connection after the other.
class ScriptedSmtp {
  public:
    enum class Mood { None, Takes, RefusesTwice, RefusesReceiver, RefusesLogin, Hangs, HangsUp };

    explicit ScriptedSmtp(Mood mood) : mood_(mood) {
        listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof at;
        if (bind(listener_, reinterpret_cast<sockaddr*>(&at), size) != 0 || listen(listener_, 16) != 0 ||
            getsockname(listener_, reinterpret_cast<sockaddr*>(&at), &size) != 0)
            std::abort();
        port_ = ntohs(at.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~ScriptedSmtp() {
        over_ = true;
        thread_.join();
        close(listener_);
    }
    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
    std::vector<std::string> mails() const {
        const std::lock_guard lock(mutex_);
        return mails_;
    }
    int connections() const { return connections_; }

  private:
    /// False when the test is over, or the time of a hanging server's guest.
    bool readable(int descriptor) const {
        while (!over_) {
            pollfd wait{descriptor, POLLIN, 0};
            if (poll(&wait, 1, 20) > 0)
                return true;
        }
        return false;
    }
    void serve() {
        while (readable(listener_)) {
            const int guest = accept(listener_, nullptr, nullptr);
            ++connections_;
            talk(guest);
            close(guest);
        }
    }
    static void say(int guest, const std::string& text) {
        send(guest, text.data(), text.size(), MSG_NOSIGNAL);
    }
    void talk(int guest) {
        if (mood_ == Mood::HangsUp)
            return;
        std::string in;
        char buffer[4'096];
        bool data = false;
        if (mood_ != Mood::Hangs)
            say(guest, "220 mail.example\r\n");
        while (readable(guest)) {
            const ssize_t got = recv(guest, buffer, sizeof buffer, 0);
            if (got <= 0)
                return;
            in.append(buffer, static_cast<std::size_t>(got));
            if (mood_ != Mood::Hangs && !answer(guest, in, data))
                return;
        }
    }
    bool answer(int guest, std::string& in, bool& data) {
        for (std::size_t end; (end = in.find(data ? "\r\n.\r\n" : "\r\n")) != std::string::npos;) {
            const std::string line = in.substr(0, end);
            in.erase(0, end + (data ? 5 : 2));
            if (data) {
                const std::lock_guard lock(mutex_);
                mails_.push_back(line);
                data = false;
                say(guest, "250 taken\r\n");
            } else if (line.starts_with("EHLO")) {
                say(guest, "250-mail.example\r\n250-8BITMIME\r\n250 AUTH PLAIN\r\n");
            } else if (line.starts_with("AUTH") && mood_ == Mood::RefusesLogin) {
                say(guest, "535 5.7.8 bad credentials\r\n");
            } else if (line.starts_with("AUTH")) {
                login_ = true;
                say(guest, "334 \r\n");
            } else if (std::exchange(login_, false)) { // whoever says whatever
                say(guest, "235 welcome\r\n");
            } else if (line.starts_with("MAIL") && mood_ == Mood::RefusesTwice && connections_ <= 2) {
                say(guest, "451 later\r\n");
            } else if (line.starts_with("RCPT") && mood_ == Mood::RefusesReceiver) {
                say(guest, "550 5.1.1 " + line.substr(line.find('<')) + " unknown here\r\n");
            } else if (line.starts_with("DATA")) {
                data = true;
                say(guest, "354 go\r\n");
            } else if (line.starts_with("QUIT")) {
                say(guest, "221 bye\r\n");
                return false;
            } else {
                say(guest, "250 ok\r\n");
            }
        }
        return true;
    }

    Mood mood_;
    bool login_ = false; ///< the guest's next line is who he is
    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> over_ = false;
    std::atomic<int> connections_ = 0;
    mutable std::mutex mutex_;
    std::vector<std::string> mails_;
    std::thread thread_;
};

} // namespace vitrina::test
