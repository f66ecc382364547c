// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace vitrina::test {

/// What is to be seen and heard in a recording of a camera with a clock mark (engine/obs/camera/clock.md).
struct HeardRecording {
    /// How much later than it is seen each beep is heard, in ms, -250 to 250: a beep belongs to the half
    /// second on the picture.
    std::vector<double> lateMs;
    int beeps = 0;
    int picturesRead = 0;
    double median() const; ///< of lateMs; 1000 when there are none
};

/// Reads it with ffmpeg; `width` and `height` are the recording's.
HeardRecording hear(const std::string& file, int width, int height);

/// The loudest sample of a recording, 0 to 1 and above.
float loudestSample(const std::string& file);

/// How much of a recording of a steady tone is silent, 0 to 1, in pieces of 5 ms and more; the first half
/// second is left out.
double quietPart(const std::string& file);

} // namespace vitrina::test
