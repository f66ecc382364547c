// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeardRecording.hpp"

#include "engine/obs/camera/ClockMark.hpp"
#include "support/ChildProcess.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <sstream>

namespace vitrina::test {
namespace {

using engine::obs::ClockMark;
using engine::obs::ConstPixels;

struct Seen {
    double atMs = 0; ///< of the recording
    double wallMs = 0;
};

std::vector<float> samplesOf(const std::string& file) {
    // Gaps are filled, so that a sample's place is its time. The left side: a mix of both is 3 dB louder.
    const Ran ran = run({"ffmpeg", "-v", "error", "-i", file, "-map", "0:a:0", "-af",
                         "aresample=async=1:first_pts=0,pan=mono|c0=c0", "-ar", "48000", "-f", "f32le", "-"},
                        60);
    std::vector<float> samples(ran.output.size() / sizeof(float));
    std::memcpy(samples.data(), ran.output.data(), samples.size() * sizeof(float));
    return samples;
}

/// Of what can be decoded: a recording may begin before its first key frame.
std::vector<double> pictureTimes(const std::string& file) {
    const Ran ran = run({"ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries",
                         "frame=pts_time", "-of", "csv=p=0", file},
                        30);
    std::vector<double> times;
    std::istringstream lines(ran.output);
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty())
            times.push_back(std::strtod(line.c_str(), nullptr) * 1000.0);
    }
    std::sort(times.begin(), times.end());
    return times;
}

std::vector<Seen> picturesOf(const std::string& file, int width, int height) {
    const std::vector<double> times = pictureTimes(file);
    const Ran ran = run({"ffmpeg", "-v", "error", "-i", file, "-map", "0:v:0", "-vsync", "passthrough",
                         "-pix_fmt", "gray", "-f", "rawvideo", "-"},
                        60);
    const std::size_t size = std::size_t(width) * std::size_t(height);
    const std::int64_t nowMs = std::chrono::duration_cast<std::chrono::milliseconds>(
                                   std::chrono::system_clock::now().time_since_epoch())
                                   .count();
    std::vector<Seen> seen;
    for (std::size_t i = 0; i < times.size() && (i + 1) * size <= ran.output.size(); ++i) {
        const auto* pixels = reinterpret_cast<const std::uint8_t*>(ran.output.data()) + i * size;
        if (const auto value = ClockMark::read(ConstPixels{pixels, width, height, width, 1}))
            seen.push_back({times[i], double(ClockMark::resolve(*value, nowMs))});
    }
    return seen;
}

/// The first sound after a tenth of a second of silence.
std::vector<double> beepsOf(const std::vector<float>& samples) {
    std::vector<double> beeps;
    int quiet = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (std::fabs(samples[i]) < 0.03F) {
            ++quiet;
            continue;
        }
        if (quiet > 4800)
            beeps.push_back(double(i) / 48.0);
        quiet = 0;
    }
    return beeps;
}

double middle(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

double HeardRecording::median() const {
    return lateMs.empty() ? 1000.0 : middle(lateMs);
}

HeardRecording hear(const std::string& file, int width, int height) {
    const std::vector<Seen> seen = picturesOf(file, width, height);
    const std::vector<double> beeps = beepsOf(samplesOf(file));
    HeardRecording heard;
    heard.beeps = int(beeps.size());
    heard.picturesRead = int(seen.size());
    for (const double beep : beeps) {
        std::vector<double> offsets;
        for (const Seen& picture : seen) {
            if (std::abs(picture.atMs - beep) < 1000.0)
                offsets.push_back(picture.wallMs - picture.atMs);
        }
        if (offsets.size() >= 10)
            heard.lateMs.push_back(std::remainder(beep + middle(offsets), 500.0));
    }
    return heard;
}

float loudestSample(const std::string& file) {
    float most = 0.0F;
    for (const float sample : samplesOf(file))
        most = std::max(most, std::fabs(sample));
    return most;
}

double quietPart(const std::string& file) {
    const std::vector<float> samples = samplesOf(file);
    constexpr std::size_t first = 24000;
    constexpr std::size_t least = 240;
    std::size_t quiet = 0;
    std::size_t run = 0;
    for (std::size_t i = first; i < samples.size(); ++i) {
        run = std::fabs(samples[i]) < 0.003F ? run + 1 : 0;
        quiet += run == least ? least : run > least ? 1 : 0;
    }
    return samples.size() <= first ? 1.0 : double(quiet) / double(samples.size() - first);
}

} // namespace vitrina::test
