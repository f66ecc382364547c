// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vitrina::engine::obs {

/// Reads the AMF0 values of an RTMP command as far as a publisher's commands need it. Stops at what it does
/// not know.
class AmfReader {
  public:
    explicit AmfReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    std::optional<std::string> string();
    std::optional<double> number();
    /// The string member `name` of the object that comes next; the object is read to its end.
    std::optional<std::string> objectString(std::string_view name);
    /// Leaves out one value of any kind.
    bool skip(int depth = 0);

  private:
    std::optional<std::uint8_t> u8();
    std::optional<std::uint32_t> u16();
    std::optional<std::string> text();
    bool drop(std::size_t count);

    std::span<const std::uint8_t> bytes_;
};

/// Writes the values of an answer.
class AmfWriter {
  public:
    AmfWriter& string(std::string_view value);
    AmfWriter& number(double value);
    AmfWriter& null();
    AmfWriter& beginObject();
    AmfWriter& member(std::string_view name, std::string_view value);
    AmfWriter& member(std::string_view name, double value);
    AmfWriter& endObject();
    const std::vector<std::uint8_t>& bytes() const { return out_; }

  private:
    void text(std::string_view value);

    std::vector<std::uint8_t> out_;
};

} // namespace vitrina::engine::obs
