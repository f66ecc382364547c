// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace vitrina::engine::obs {

/// Takes secrets (stream keys, passphrases, path keys) out of lines before they are logged. Any thread.
class LogFilter {
  public:
    void addSecret(std::string secret);
    /// The passphrase of an srt:// and the path key of an rtmp:// camera address.
    void addSecretsOf(std::string_view cameraAddress);
    std::string clean(std::string line) const;

    /// What libobs says of the graphics driver while it starts.
    void setRenderer(std::string renderer);
    std::string renderer() const;

  private:
    mutable std::mutex mutex_;
    std::vector<std::string> secrets_;
    std::string renderer_;
};

/// libobs' log goes to base/Log from now on, through the filter: warnings and errors, and everything else too
/// when VITRINA_OBS_LOG is set. The filter must live until stopObsLog().
void startObsLog(LogFilter& filter);
void stopObsLog();

} // namespace vitrina::engine::obs
