// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/obs/web/NalUnits.hpp"

#include <cstdint>
#include <vector>

/// The bytes of fragmented MP4 (ISO/IEC 14496-12, -14, -15) for one H.264 and one AAC track: values in, boxes
/// out.
namespace vitrina::engine::obs {

inline constexpr std::int64_t videoTimeScale = 90000;

/// The shape of both tracks, fixed within an epoch.
struct WebTracks {
    std::uint32_t fpsNum = 30;
    std::uint32_t fpsDen = 1;
    std::uint32_t sampleRate = 48000;
    std::uint32_t channels = 2;
    std::uint32_t samplesPerPacket = 1024;

    bool operator==(const WebTracks&) const = default;
};

struct InitParts {
    WebTracks tracks;
    Bytes sps;
    Bytes pps;
    SpsInfo info;      ///< of `sps`
    Bytes audioConfig; ///< AudioSpecificConfig, at most 64 bytes
};

struct VideoSample {
    Bytes avcc;                   ///< NAL units, each after its length in four bytes
    std::int64_t dts = 0;         ///< in videoTimeScale
    std::int64_t composition = 0; ///< pts - dts, likewise
    std::int64_t duration = 0;
    bool key = false;
};

/// Packets that follow each other without a gap.
struct AudioRun {
    std::vector<Bytes> packets;
    std::int64_t dts = 0; ///< in the sample rate
};

/// ftyp and moov, without duration and edit lists.
Bytes writeInitSegment(const InitParts& parts);
/// One moof and mdat; the audio track is left out when there is none.
Bytes writeMediaSegment(std::uint32_t sequence, const VideoSample& video, const AudioRun& audio);

} // namespace vitrina::engine::obs
