// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/WebFragment.hpp"
#include "engine/obs/web/Fmp4Writer.hpp"
#include "media/MediaEncoder.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// Reads fragmented MP4 back, by its own understanding of the boxes, so that a mistake of the writer can't
/// hide in it.
namespace vitrina::test {

struct ParsedBox {
    std::string type;
    std::vector<std::uint8_t> body;                       ///< without size and type
    std::vector<ParsedBox> children;                      ///< of the container boxes
    const ParsedBox* find(const std::string& path) const; ///< "moov/mvex"; the first of each
    std::vector<const ParsedBox*> all(const std::string& childType) const;
    std::uint64_t number(std::size_t at, int bytes) const;
};
/// Throws std::runtime_error when sizes don't add up.
std::vector<ParsedBox> parseBoxes(const std::vector<std::uint8_t>& bytes);

struct ParsedSample {
    std::int64_t time = 0;
    std::int64_t duration = 0;
    bool key = false;
    std::vector<std::uint8_t> data;
};
struct ParsedFragment {
    std::uint32_t sequence = 0;
    std::map<int, std::vector<ParsedSample>> tracks; ///< 1 video, 2 audio
};
ParsedFragment parseFragment(const std::vector<std::uint8_t>& bytes);

/// A recording made of real encoders, in the shape in which libobs hands packets out.
struct Recording {
    struct Audio {
        std::vector<std::uint8_t> data;
        std::int64_t sysUs = 0;
    };
    struct Video {
        std::vector<std::uint8_t> data;
        bool key = false;
        std::int64_t sysUs = 0;
    };
    std::vector<std::uint8_t> headers;
    std::vector<std::uint8_t> audioConfig;
    std::vector<Video> video;
    std::vector<Audio> audio;
    MediaFormat format;
};
/// `sysStartUs`: the monotonic clock at its first frame; the sound starts with it.
Recording makeRecording(const MediaFormat& format, int frames, std::int64_t sysStartUs);

engine::obs::WebVideoPacket packetOf(const Recording& recording, std::size_t frame);

} // namespace vitrina::test
