// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/WebFragment.hpp"
#include "engine/obs/web/Segments.hpp"

#include <cstdint>
#include <deque>
#include <vector>

namespace vitrina::engine::obs {

struct WebVideoPacket {
    ByteSpan annexB;
    ByteSpan headers; ///< Annex-B SPS and PPS, used when a key frame does not carry its own
    bool key = false;
    std::int64_t sysDtsUs = 0;    ///< decode time on the system's monotonic clock
    std::int64_t ptsMinusDts = 0; ///< in frames
    std::int64_t captureUs = 0;   ///< wall time of rendering
};

/// Hands out places on a track's line: counted packet by packet, so that neither gap nor overlap comes from
/// rounding, and moved forward only when a packet's own time says that something is missing.
class TrackLine {
  public:
    /// An encoder starts (anew): ticks one packet lasts, as a fraction. What was handed out before stays.
    void setStep(std::int64_t ticksNum, std::int64_t ticksDen);
    /// The line so far in ticks of another time scale.
    void rescale(std::int64_t from, std::int64_t to);
    /// Where the packet goes that says of itself to start at `nominal`; -1 when its place is taken already.
    std::int64_t place(std::int64_t nominal);
    std::int64_t end() const { return anchor_ + count_ * stepNum_ / stepDen_; }

  private:
    std::int64_t stepNum_ = 1;
    std::int64_t stepDen_ = 1;
    std::int64_t anchor_ = 0;
    std::int64_t count_ = 0;
    bool fresh_ = true;
};

/// Interleaves one H.264 and one AAC stream into fragmented MP4: an init segment for each epoch, then one
/// fragment a video frame with the audio that has come until then. Pure: no clock, no lock, no libobs;
/// WebVideo feeds it.
class Fmp4Writer {
  public:
    /// The encoders start (anew): the next key frame opens a new epoch. The lines of both tracks go on.
    void begin(const WebTracks& tracks);
    /// The AudioSpecificConfig, without which there is no init segment. Empty ones are ignored.
    void setAudioConfig(ByteSpan config);
    bool hasAudioConfig() const { return !parts_.audioConfig.empty(); }

    /// Kept for the next fragment. At most 10 s are kept, should no video come.
    void addAudio(ByteSpan aac, std::int64_t sysDtsUs);
    /// What is ready to be sent: nothing before the first key frame, an Init before the first Media of an
    /// epoch.
    std::vector<WebFragment> addVideo(const WebVideoPacket& packet);

    /// Media time of a moment of the system's clock, µs; -1 before the first fragment of the run.
    std::int64_t mediaUsAt(std::int64_t sysUs) const { return started_ ? sysUs - originUs_ : -1; }

  private:
    struct AudioPacket {
        Bytes data;
        std::int64_t sysDtsUs = 0;
    };
    bool openEpoch(const WebVideoPacket& packet, const std::vector<ByteSpan>& units,
                   std::vector<WebFragment>& ready);
    AudioRun takeAudio();
    InitParts parts_;      ///< of this epoch
    bool started_ = false; ///< the origin is set
    bool epochOpen_ = false;
    std::int64_t originUs_ = 0;
    std::uint16_t epoch_ = 0;
    std::uint32_t seq_ = 0;
    TrackLine videoLine_;
    TrackLine audioLine_;
    std::deque<AudioPacket> pending_;
};

} // namespace vitrina::engine::obs
