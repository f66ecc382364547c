// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/Json.hpp"

#include <cstdint>
#include <string_view>

/// Members of a JSON object, one a line.
namespace vitrina::server {

inline void put(record::JsonWriter& json, std::string_view key, std::string_view value) {
    json.key(key);
    json.string(value);
}
inline void put(record::JsonWriter& json, std::string_view key, std::int64_t value) {
    json.key(key);
    json.integer(value);
}
inline void putFlag(record::JsonWriter& json, std::string_view key, bool value) {
    json.key(key);
    json.boolean(value);
}

} // namespace vitrina::server
