// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extension/Plugin.hpp"

/// A plugin of a version that there is not (or, without OLD, a library that is no plugin), for VendureTest.
#ifdef OLD
namespace {
constexpr vitrina::extension::Plugin plugin{vitrina::extension::pluginVersion + 1, nullptr};
}
extern "C" const vitrina::extension::Plugin* vitrina_plugin();
const vitrina::extension::Plugin* vitrina_plugin() {
    return &plugin;
}
#endif
