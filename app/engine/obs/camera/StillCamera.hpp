// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/obs/camera/CameraFeed.hpp"
#include "engine/obs/camera/Libav.hpp"

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>

namespace vitrina::engine::obs {

/// A picture file or a plain colour. The file is read anew when it has changed, and scaled anew when it is
/// shown at another size; between that the thread sleeps.
class StillCamera {
  public:
    StillCamera(obs_source_t* source, obs_data_t* settings, const CameraReport* report);
    ~StillCamera();
    StillCamera(const StillCamera&) = delete;
    StillCamera& operator=(const StillCamera&) = delete;
    void update(obs_data_t* settings);

  private:
    void run();
    void showFile();
    void showColour();

    CameraFeed feed_;
    Interrupt interrupt_;
    std::string colour_; ///< "#RRGGBB"; empty for a file
    std::string path_;
    std::optional<std::filesystem::file_time_type> read_; ///< when the file shown was written
    std::mutex mutex_;
    std::condition_variable wake_;
    bool resized_ = true; ///< under the mutex
    std::thread thread_;
};

} // namespace vitrina::engine::obs
