// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "engine/obs/camera/Libav.hpp"

#include <cstdint>
#include <string>

namespace vitrina::engine::obs {

/// Pictures up to what telephones take (50 million pixels); more would take the show's memory away. A file
/// that is larger than this is no picture for a show either.
inline constexpr std::int64_t mostStillPixels = std::int64_t{8200} * 6200;
inline constexpr std::int64_t mostStillBytes = 64'000'000;

/// The first picture of an image file. FileMissing, FileUnreadable, FileDamaged; TooLarge, which is known
/// before memory is taken for its pixels.
Result<FrameHandle> readStill(const std::string& path, Interrupt& interrupt);

} // namespace vitrina::engine::obs
