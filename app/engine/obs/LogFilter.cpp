// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/LogFilter.hpp"

#include "base/Log.hpp"

#include <obs.h>

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace vitrina::engine::obs {
namespace {

constexpr std::string_view adapterLine = "Loading up OpenGL on adapter ";

void handleLine(int level, const char* format, va_list arguments, void* param) {
    auto* filter = static_cast<LogFilter*>(param);
    std::array<char, 2048> text{};
    std::vsnprintf(text.data(), text.size(), format, arguments);
    const std::string_view line(text.data());
    if (line.starts_with(adapterLine))
        filter->setRenderer(std::string(line.substr(adapterLine.size())));
    static const bool everything = std::getenv("VITRINA_OBS_LOG") != nullptr;
    if (level > LOG_WARNING && !everything)
        return;
    const LogLevel ours = level <= LOG_ERROR     ? LogLevel::Error
                          : level <= LOG_WARNING ? LogLevel::Warning
                                                 : LogLevel::Info;
    log(ours, "obs", filter->clean(std::string(line)));
}

} // namespace

void LogFilter::addSecret(std::string secret) {
    // Words of one to three letters would black out half the log and protect nothing.
    if (secret.size() < 4)
        return;
    const std::lock_guard lock(mutex_);
    if (std::find(secrets_.begin(), secrets_.end(), secret) == secrets_.end())
        secrets_.push_back(std::move(secret));
}

void LogFilter::addSecretsOf(std::string_view cameraAddress) {
    constexpr std::string_view passphrase = "passphrase=";
    if (const auto at = cameraAddress.find(passphrase); at != std::string_view::npos) {
        const std::string_view rest = cameraAddress.substr(at + passphrase.size());
        addSecret(std::string(rest.substr(0, rest.find('&'))));
    }
    if (cameraAddress.starts_with("rtmp://")) {
        const auto slash = cameraAddress.rfind('/');
        addSecret(std::string(cameraAddress.substr(slash + 1)));
    }
}

std::string LogFilter::clean(std::string line) const {
    const std::lock_guard lock(mutex_);
    for (const std::string& secret : secrets_) {
        for (auto at = line.find(secret); at != std::string::npos; at = line.find(secret, at + 3))
            line.replace(at, secret.size(), "***");
    }
    return line;
}

void LogFilter::setRenderer(std::string renderer) {
    const std::lock_guard lock(mutex_);
    renderer_ = std::move(renderer);
}

std::string LogFilter::renderer() const {
    const std::lock_guard lock(mutex_);
    return renderer_;
}

void startObsLog(LogFilter& filter) {
    base_set_log_handler(handleLine, &filter);
}

void stopObsLog() {
    base_set_log_handler(nullptr, nullptr);
}

} // namespace vitrina::engine::obs
