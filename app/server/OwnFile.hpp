// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <string>

namespace vitrina::server {

/// Replaces the file as a whole, readable by its owner only, and on the disk when it returns. FileUnwritable.
Result<void> writeOwnFile(const std::string& path, const std::string& content);
/// Empty when there is none.
std::string readOwnFile(const std::string& path);
/// One that holds a password, made by a person. FileUnreadable; NotAuthorised: others can read it.
Result<std::string> readSecretFile(const std::string& path);

} // namespace vitrina::server
