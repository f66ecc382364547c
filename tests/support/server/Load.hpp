// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// What the server's benches share: an epoll loop over many loopback sockets, pinning, medians, and the line
/// that packaging/bench reads.
namespace vitrina::test {

void pinTo(int core);
void raiseDescriptors();
double median(std::vector<double> values);
double nowSeconds();
/// User and system time of a process so far.
double cpuSeconds(int pid);

struct Figure {
    std::string name;
    double value = 0.0;
    std::string unit;
    std::string peer{}; ///< empty: none
    double peerValue = 0.0;
};
void print(const Figure& figure);

/// Non-blocking sockets to one port, each with what it is still to send. One thread.
class LoadSockets {
  public:
    LoadSockets();
    ~LoadSockets();
    LoadSockets(const LoadSockets&) = delete;
    LoadSockets& operator=(const LoadSockets&) = delete;

    /// Connected when it returns; −1 when it failed. The index is what the callbacks get.
    int open(int port);
    std::size_t count() const { return descriptors_.size(); }
    bool send(std::size_t index, std::string_view bytes); ///< whole, as requests are small
    /// Hands bytes to `received` until it returns false, or the time is over. `closed`: the other side went.
    void run(double seconds, const std::function<bool(std::size_t, std::string_view)>& received,
             const std::function<void(std::size_t)>& closed = {});

  private:
    int epoll_ = -1;
    std::vector<int> descriptors_;
};

std::string postBytes(int port, const std::string& path, const std::string& token, const std::string& json);
std::string upgradeBytes(int port, const std::string& path);
/// A masked text frame.
std::string textFrame(std::string_view text);
/// Sessions of that many viewers, over the sockets given (one answer at a time each).
std::vector<std::string> openSessions(int port, std::size_t viewers);

} // namespace vitrina::test
