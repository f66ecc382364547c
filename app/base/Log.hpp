// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace vitrina {

enum class LogLevel { None, Debug, Info, Warning, Error };

/// Writes one line to standard error: wall time, level, category, text. Any thread. Never pass a secret
/// (stream key, token, a buyer's name or contact): the log is what people attach to a report.
void log(LogLevel level, std::string_view category, std::string_view text);

inline void logInfo(std::string_view category, std::string_view text) {
    log(LogLevel::Info, category, text);
}
inline void logWarning(std::string_view category, std::string_view text) {
    log(LogLevel::Warning, category, text);
}
inline void logError(std::string_view category, std::string_view text) {
    log(LogLevel::Error, category, text);
}

} // namespace vitrina
