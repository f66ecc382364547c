// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extension/Plugin.hpp"
#include "plugins/vendure/VendureShop.hpp"

namespace {

std::unique_ptr<vitrina::extension::ShopConnector> makeShop(vitrina::extension::PluginContext& context) {
    return std::make_unique<vitrina::vendure::VendureShop>(context);
}

constexpr vitrina::extension::Plugin plugin{vitrina::extension::pluginVersion, &makeShop};

} // namespace

extern "C" __attribute__((visibility("default"))) const vitrina::extension::Plugin* vitrina_plugin();
const vitrina::extension::Plugin* vitrina_plugin() {
    return &plugin;
}
