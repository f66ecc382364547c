// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "server/Options.hpp"

#include <string>

namespace vitrina::server {

/// The show's pictures, as the studio sends them, in a folder of their own below the data folder.
class Assets {
  public:
    Assets(std::string folder, const Limits& limits) : folder_(std::move(folder)), limits_(limits) {}

    const std::string& folder() const { return folder_; }
    /// BadRequest: no name for a picture. TooLarge. FileUnwritable.
    /// Another show begins: the studio sends what belongs to it after the welcome.
    void clear() const;
    Result<void> keep(const std::string& name, const std::string& bytes) const;

  private:
    std::string folder_;
    const Limits& limits_;
};

} // namespace vitrina::server
