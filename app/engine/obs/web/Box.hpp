// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/obs/web/NalUnits.hpp"

#include <string_view>

namespace vitrina::engine::obs {

/// One ISO base media box being written at the end of `out`; its size is filled in when it goes out of scope,
/// so boxes nest as C++ scopes do.
class Box {
  public:
    Box(Bytes& out, std::string_view type) : out_(out), start_(out.size()) {
        u32(0);
        text(type);
    }
    /// A full box: with version and flags.
    Box(Bytes& out, std::string_view type, std::uint8_t version, std::uint32_t flags) : Box(out, type) {
        u32(std::uint32_t{version} << 24 | flags);
    }
    ~Box() { patch32(start_, static_cast<std::uint32_t>(out_.size() - start_)); }
    Box(const Box&) = delete;
    Box& operator=(const Box&) = delete;

    void u8(std::uint8_t value) { out_.push_back(value); }
    void u16(std::uint32_t value) {
        u8(static_cast<std::uint8_t>(value >> 8));
        u8(static_cast<std::uint8_t>(value));
    }
    void u32(std::uint32_t value) {
        u16(value >> 16);
        u16(value & 0xFFFF);
    }
    void u64(std::uint64_t value) {
        u32(static_cast<std::uint32_t>(value >> 32));
        u32(static_cast<std::uint32_t>(value));
    }
    void zeros(std::size_t count) { out_.insert(out_.end(), count, 0); }
    void text(std::string_view value) { out_.insert(out_.end(), value.begin(), value.end()); }
    void bytes(ByteSpan value) { out_.insert(out_.end(), value.begin(), value.end()); }
    std::size_t position() const { return out_.size(); }
    std::size_t start() const { return start_; }
    void patch32(std::size_t at, std::uint32_t value) {
        for (int i = 0; i < 4; ++i)
            out_[at + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
    }

  private:
    Bytes& out_;
    std::size_t start_;
};

} // namespace vitrina::engine::obs
