// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/web/Fmp4Writer.hpp"

#include <algorithm>

namespace vitrina::engine::obs {
namespace {

constexpr std::int64_t toTicks(std::int64_t us, std::int64_t scale) {
    const std::int64_t scaled = us * scale;
    return (scaled + (scaled >= 0 ? 500000 : -500000)) / 1000000;
}

ByteSpan firstOfType(const std::vector<ByteSpan>& units, NalType type) {
    const auto found =
        std::find_if(units.begin(), units.end(), [type](ByteSpan unit) { return nalType(unit) == type; });
    return found == units.end() ? ByteSpan{} : *found;
}

bool same(const Bytes& mine, ByteSpan other) {
    return std::equal(mine.begin(), mine.end(), other.begin(), other.end());
}

/// The access unit with lengths in place of start codes. What the init segment holds and what no decoder of a
/// page needs (delimiters, SEI) stays out.
Bytes toAvcc(const std::vector<ByteSpan>& units) {
    Bytes avcc;
    for (ByteSpan unit : units) {
        const NalType type = nalType(unit);
        if (type == NalType::AccessUnitDelimiter || type == NalType::Sei || type == NalType::Sps ||
            type == NalType::Pps)
            continue;
        const auto size = static_cast<std::uint32_t>(unit.size());
        for (int shift = 24; shift >= 0; shift -= 8)
            avcc.push_back(static_cast<std::uint8_t>(size >> shift));
        avcc.insert(avcc.end(), unit.begin(), unit.end());
    }
    return avcc;
}

} // namespace

void TrackLine::setStep(std::int64_t ticksNum, std::int64_t ticksDen) {
    anchor_ = end();
    count_ = 0;
    fresh_ = true;
    stepNum_ = ticksNum;
    stepDen_ = ticksDen;
}

void TrackLine::rescale(std::int64_t from, std::int64_t to) {
    anchor_ = (end() * to + from - 1) / from;
    count_ = 0;
}

std::int64_t TrackLine::place(std::int64_t nominal) {
    const std::int64_t next = end();
    // The first of an encoder goes exactly where it says, or sound and picture would be apart by what was
    // rounded.
    const std::int64_t tolerance = fresh_ ? 0 : stepNum_ / stepDen_ / 2;
    if (nominal < next - tolerance)
        return -1;
    if (nominal > next + tolerance) {
        anchor_ = nominal;
        count_ = 0;
    }
    fresh_ = false;
    const std::int64_t place = end();
    ++count_;
    return place;
}

void Fmp4Writer::begin(const WebTracks& tracks) {
    if (tracks.sampleRate != parts_.tracks.sampleRate)
        audioLine_.rescale(parts_.tracks.sampleRate, tracks.sampleRate);
    parts_.tracks = tracks;
    videoLine_.setStep(videoTimeScale * tracks.fpsDen, tracks.fpsNum);
    audioLine_.setStep(tracks.samplesPerPacket, 1);
    epochOpen_ = false;
    parts_.audioConfig.clear();
    pending_.clear();
}

void Fmp4Writer::setAudioConfig(ByteSpan config) {
    constexpr std::size_t longest = 64;
    if (!config.empty() && config.size() <= longest)
        parts_.audioConfig.assign(config.begin(), config.end());
}

void Fmp4Writer::addAudio(ByteSpan aac, std::int64_t sysDtsUs) {
    const std::size_t most = std::size_t{10} * parts_.tracks.sampleRate / parts_.tracks.samplesPerPacket;
    if (pending_.size() >= most)
        pending_.pop_front();
    pending_.push_back({Bytes(aac.begin(), aac.end()), sysDtsUs});
}

std::vector<WebFragment> Fmp4Writer::addVideo(const WebVideoPacket& packet) {
    std::vector<WebFragment> ready;
    const std::vector<ByteSpan> units = splitAnnexB(packet.annexB);
    if (packet.key && !openEpoch(packet, units, ready))
        return {};
    if (!epochOpen_)
        return {};
    VideoSample sample;
    sample.avcc = toAvcc(units);
    sample.composition = packet.ptsMinusDts * videoTimeScale * parts_.tracks.fpsDen / parts_.tracks.fpsNum;
    sample.key = packet.key;
    // Without a slice there is no picture. The place is left empty, as the encoder left it.
    if (sample.avcc.empty())
        return ready;
    sample.dts = videoLine_.place(toTicks(packet.sysDtsUs - originUs_, videoTimeScale));
    if (sample.dts < 0) {
        // The clock of the encoder went back. What follows a lost key frame can't be shown: wait for another
        // one.
        epochOpen_ = epochOpen_ && !packet.key;
        return ready;
    }
    sample.duration = videoLine_.end() - sample.dts;

    ++seq_;
    WebFragment fragment;
    fragment.kind = FragmentKind::Media;
    fragment.key = packet.key;
    fragment.epoch = epoch_;
    fragment.seq = seq_;
    fragment.captureUs = packet.captureUs;
    fragment.mediaUs = sample.dts * 1000000 / videoTimeScale;
    fragment.bytes = writeMediaSegment(seq_, sample, takeAudio());
    ready.push_back(std::move(fragment));
    return ready;
}

/// At a key frame: makes an init segment when the epoch is new or the encoder has changed its headers. False
/// when something is missing for it; the frame can't be shown then.
bool Fmp4Writer::openEpoch(const WebVideoPacket& packet, const std::vector<ByteSpan>& units,
                           std::vector<WebFragment>& ready) {
    ByteSpan sps = firstOfType(units, NalType::Sps);
    ByteSpan pps = firstOfType(units, NalType::Pps);
    if (sps.empty() || pps.empty()) {
        const std::vector<ByteSpan> headers = splitAnnexB(packet.headers);
        sps = firstOfType(headers, NalType::Sps);
        pps = firstOfType(headers, NalType::Pps);
    }
    if (epochOpen_ && (sps.empty() || pps.empty() || (same(parts_.sps, sps) && same(parts_.pps, pps))))
        return true;
    const std::optional<SpsInfo> info = parseSps(sps);
    constexpr std::size_t longest = 0xFFFF;
    if (!info || pps.empty() || sps.size() > longest || pps.size() > longest || parts_.audioConfig.empty())
        return epochOpen_;
    parts_.sps.assign(sps.begin(), sps.end());
    parts_.pps.assign(pps.begin(), pps.end());
    parts_.info = *info;
    if (!started_) {
        started_ = true;
        originUs_ = packet.sysDtsUs;
    }
    epochOpen_ = true;
    ++epoch_;
    WebFragment init;
    init.kind = FragmentKind::Init;
    init.epoch = epoch_;
    init.seq = seq_;
    init.captureUs = packet.captureUs;
    init.mediaUs = packet.sysDtsUs - originUs_;
    init.bytes = writeInitSegment(parts_);
    ready.push_back(std::move(init));
    return true;
}

/// The longest row of waiting packets that follow each other without a gap; a gap starts the next fragment's
/// row.
AudioRun Fmp4Writer::takeAudio() {
    AudioRun run;
    while (!pending_.empty()) {
        const std::int64_t nominal = toTicks(pending_.front().sysDtsUs - originUs_, parts_.tracks.sampleRate);
        const std::int64_t expected = audioLine_.end();
        if (!run.packets.empty() && nominal > expected + parts_.tracks.samplesPerPacket / 2)
            break;
        const std::int64_t place = audioLine_.place(nominal);
        if (place >= 0) {
            if (run.packets.empty())
                run.dts = place;
            run.packets.push_back(std::move(pending_.front().data));
        }
        pending_.pop_front();
    }
    return run;
}

} // namespace vitrina::engine::obs
