// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/Assets.hpp"

#include "server/http/StaticFiles.hpp"

#include <filesystem>
#include <fstream>

namespace vitrina::server {

namespace {

namespace fs = std::filesystem;

std::uintmax_t sizeOfAll(const fs::path& folder) {
    std::uintmax_t sum = 0;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        sum += entry.file_size(error);
    return sum;
}

} // namespace

Result<void> Assets::keep(const std::string& name, const std::string& bytes) const {
    if (!StaticFiles::isPlain(name) || name.find('/') != std::string::npos ||
        !StaticFiles::typeOf(name).starts_with("image/"))
        return fail(ErrorCode::BadRequest, "not the name of a picture");
    std::error_code error;
    fs::create_directories(folder_, error);
    const fs::path path = fs::path(folder_) / name;
    const auto before = fs::file_size(path, error);
    const std::uintmax_t others = sizeOfAll(folder_) - (error ? 0 : before);
    if (bytes.size() > limits_.assetBytes || others + bytes.size() > limits_.assetsBytes)
        return fail(ErrorCode::TooLarge, "too large");
    const fs::path beside = path.string() + ".new";
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (file)
        fs::rename(beside, path, error);
    if (!file || error)
        return fail(ErrorCode::FileUnwritable, path.string());
    return {};
}

void Assets::clear() const {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

} // namespace vitrina::server
