// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extension/PluginContext.hpp"
#include "extension/ShopConnector.hpp"

#include <memory>

namespace vitrina::extension {

/// Goes up with every change of anything in app/extension, and of what it uses of base and commerce: a plugin
/// of another number is not used.
inline constexpr int pluginVersion = 1;

/// What a plugin's one C symbol, named here, returns. Its first member keeps its place and type for ever.
inline constexpr const char* pluginSymbol = "vitrina_plugin";
struct Plugin {
    int version = 0;
    /// Null: it is no shop. The context outlives the connector.
    std::unique_ptr<ShopConnector> (*makeShop)(PluginContext& context) = nullptr;
};
using PluginEntry = const Plugin* (*)();

} // namespace vitrina::extension
