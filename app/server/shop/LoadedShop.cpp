// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shop/LoadedShop.hpp"

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <dlfcn.h>
#include <elf.h>
#include <unistd.h>

namespace vitrina::server {

namespace {

/// The loader maps a file without asking whether it is all there, and dies of one that was cut. What comes
/// last in it is the table of its sections.
bool isWhole(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    Elf64_Ehdr head{};
    if (!file.read(reinterpret_cast<char*>(&head), sizeof head) ||
        std::memcmp(head.e_ident, ELFMAG, SELFMAG) != 0 || head.e_ident[EI_CLASS] != ELFCLASS64)
        return false;
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    return !error && head.e_shoff != 0 &&
           head.e_shoff + std::uint64_t(head.e_shentsize) * head.e_shnum <= size;
}

} // namespace

std::string ownPluginFolder() {
    std::error_code error;
    return (std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "plugins").string();
}

Result<LoadedShop> LoadedShop::open(const std::string& folder, const std::string& name,
                                    extension::PluginContext& context) {
    const bool plain = !name.empty() && name.size() <= 32 &&
                       name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
    const std::string path = folder + "/" + name + ".so";
    if (!plain || access(path.c_str(), F_OK) != 0)
        return fail(ErrorCode::NotFound, "there is no plugin for a shop called " + (plain ? name : "that"));
    if (!isWhole(path))
        return fail(ErrorCode::BadFormat, "the plugin " + name + " is damaged: part of its file is missing");
    Code code(dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL), dlclose);
    if (!code)
        return fail(ErrorCode::BadFormat, "the plugin " + name + " is damaged: " + dlerror());
    const auto entry = reinterpret_cast<extension::PluginEntry>(dlsym(code.get(), extension::pluginSymbol));
    const extension::Plugin* plugin = entry ? entry() : nullptr;
    if (!plugin)
        return fail(ErrorCode::BadFormat, name + ".so is no plugin");
    if (plugin->version != extension::pluginVersion)
        return fail(ErrorCode::FileTooNew, "the plugin " + name + " is of version " +
                                               std::to_string(plugin->version) + ", this server needs " +
                                               std::to_string(extension::pluginVersion));
    auto connector = plugin->makeShop ? plugin->makeShop(context) : nullptr;
    if (!connector)
        return fail(ErrorCode::BadFormat, "the plugin " + name + " is no shop");
    return LoadedShop(std::move(code), std::move(connector));
}

} // namespace vitrina::server
