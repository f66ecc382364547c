// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

namespace vitrina::server {

/// Counts the connections there are, in all and by address. Io thread only; outlives its slots.
class Doorkeeper {
  public:
    /// One connection's place; given back when it goes.
    class Slot {
      public:
        Slot() = default;
        Slot(Doorkeeper* door, std::string address) : door_(door), address_(std::move(address)) {}
        Slot(Slot&& other) noexcept
            : door_(std::exchange(other.door_, nullptr)), address_(std::move(other.address_)) {}
        Slot& operator=(Slot&& other) noexcept {
            std::swap(door_, other.door_);
            std::swap(address_, other.address_);
            return *this;
        }
        ~Slot() {
            if (door_)
                door_->leave(address_);
        }
        explicit operator bool() const { return door_ != nullptr; }
        const std::string& address() const { return address_; }

      private:
        Doorkeeper* door_ = nullptr; // not owned
        std::string address_;
    };

    Doorkeeper(std::size_t most, std::size_t mostPerAddress) : most_(most), mostPerAddress_(mostPerAddress) {}

    /// An empty slot when it is full.
    Slot enter(const std::string& address) { return enter(address, mostPerAddress_); }
    /// For a proxy in front of us, through which everybody comes: only all together are bounded.
    Slot enterProxy(const std::string& address) { return enter(address, most_); }
    std::size_t count() const { return count_; }

  private:
    Slot enter(const std::string& address, std::size_t mostHere) {
        if (count_ >= most_)
            return {};
        std::size_t& here = addresses_[address];
        if (here >= mostHere)
            return {};
        ++count_;
        ++here;
        return {this, address};
    }
    void leave(const std::string& address) {
        --count_;
        const auto at = addresses_.find(address);
        if (at != addresses_.end() && --at->second == 0)
            addresses_.erase(at);
    }

    std::size_t most_;
    std::size_t mostPerAddress_;
    std::size_t count_ = 0;
    std::unordered_map<std::string, std::size_t> addresses_;
};

} // namespace vitrina::server
