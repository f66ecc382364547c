// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "extension/Plugin.hpp"

#include <memory>
#include <string>

namespace vitrina::server {

/// "plugins" beside the program.
std::string ownPluginFolder();

/// A connector of a plugin, with the plugin's code, which stays for as long as the connector does.
class LoadedShop {
  public:
    /// FOLDER/NAME.so. NotFound: no such plugin, or a name with anything but small letters, digits and '-';
    /// BadFormat: it can't be loaded or is no shop; FileTooNew: it is of another version.
    static Result<LoadedShop> open(const std::string& folder, const std::string& name,
                                   extension::PluginContext& context);

    extension::ShopConnector& connector() { return *connector_; }

  private:
    using Code = std::unique_ptr<void, int (*)(void*)>;
    LoadedShop(Code code, std::unique_ptr<extension::ShopConnector> connector)
        : code_(std::move(code)), connector_(std::move(connector)) {}

    Code code_; // before what was made of it
    std::unique_ptr<extension::ShopConnector> connector_;
};

} // namespace vitrina::server
