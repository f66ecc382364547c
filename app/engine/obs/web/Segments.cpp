// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/web/Segments.hpp"

#include "engine/obs/web/Box.hpp"

#include <algorithm>

namespace vitrina::engine::obs {
namespace {

constexpr std::uint32_t videoTrackId = 1;
constexpr std::uint32_t audioTrackId = 2;
constexpr std::uint32_t syncSample = 0x02000000;    ///< depends on no other
constexpr std::uint32_t nonSyncSample = 0x01010000; ///< depends on others, is no sync sample

void writeUnityMatrix(Box& box) {
    for (std::uint32_t value : {0x10000U, 0U, 0U, 0U, 0x10000U, 0U, 0U, 0U, 0x40000000U})
        box.u32(value);
}

void writeTrackHeader(Bytes& out, std::uint32_t id, bool audible, std::uint32_t width, std::uint32_t height) {
    Box tkhd(out, "tkhd", 0, 3); // enabled, in movie
    tkhd.zeros(8);
    tkhd.u32(id);
    tkhd.zeros(4 + 4 + 8); // reserved, duration (unknown), reserved
    tkhd.zeros(4);         // layer, alternate group
    tkhd.u16(audible ? 0x0100 : 0);
    tkhd.zeros(2);
    writeUnityMatrix(tkhd);
    tkhd.u32(width << 16);
    tkhd.u32(height << 16);
}

void writeMediaHeader(Bytes& out, std::uint32_t scale, std::string_view handler) {
    {
        Box mdhd(out, "mdhd", 0, 0);
        mdhd.zeros(8);
        mdhd.u32(scale);
        mdhd.zeros(4);
        mdhd.u16(0x55C4); // language "und"
        mdhd.zeros(2);
    }
    Box hdlr(out, "hdlr", 0, 0);
    hdlr.zeros(4);
    hdlr.text(handler);
    hdlr.zeros(12);
    hdlr.text("Vitrina");
    hdlr.zeros(1);
}

void writeDataInformation(Bytes& out) {
    Box dinf(out, "dinf");
    Box dref(out, "dref", 0, 0);
    dref.u32(1);
    Box url(out, "url ", 0, 1); // in this file
}

/// The four tables every track has and that stay empty in a fragmented file.
void writeEmptyTables(Bytes& out) {
    for (const char* type : {"stts", "stsc", "stco"}) {
        Box table(out, type, 0, 0);
        table.u32(0);
    }
    Box stsz(out, "stsz", 0, 0);
    stsz.zeros(8);
}

void writeAvcConfig(Bytes& out, const SpsInfo& info, const Bytes& sps, const Bytes& pps) {
    Box avcC(out, "avcC");
    avcC.u8(1);
    avcC.u8(info.profile);
    avcC.u8(info.compatibility);
    avcC.u8(info.level);
    avcC.u8(0xFC | 3); // lengths of four bytes
    avcC.u8(0xE0 | 1);
    avcC.u16(static_cast<std::uint32_t>(sps.size()));
    avcC.bytes(sps);
    avcC.u8(1);
    avcC.u16(static_cast<std::uint32_t>(pps.size()));
    avcC.bytes(pps);
    // ISO/IEC 14496-15 5.3.3.1.2: these profiles repeat format and depth.
    if (info.profile == 100 || info.profile == 110 || info.profile == 122 || info.profile == 144) {
        avcC.u8(static_cast<std::uint8_t>(0xFC | info.chromaFormat));
        avcC.u8(static_cast<std::uint8_t>(0xF8 | (info.bitDepthLuma - 8)));
        avcC.u8(static_cast<std::uint8_t>(0xF8 | (info.bitDepthChroma - 8)));
        avcC.u8(0);
    }
}

/// ISO/IEC 14496-1: descriptors within descriptors; each is shorter than 128 bytes, so a size is one byte.
void writeElementaryStream(Bytes& out, const Bytes& config) {
    const auto configSize = static_cast<std::uint8_t>(config.size());
    Box esds(out, "esds", 0, 0);
    esds.u8(3); // ES_Descriptor
    esds.u8(static_cast<std::uint8_t>(3 + 2 + 13 + 2 + configSize + 3));
    esds.u16(audioTrackId);
    esds.u8(0);
    esds.u8(4); // DecoderConfigDescriptor
    esds.u8(static_cast<std::uint8_t>(13 + 2 + configSize));
    esds.u8(0x40); // MPEG-4 audio
    esds.u8(0x15); // audio stream
    esds.zeros(3 + 4 + 4);
    esds.u8(5); // DecoderSpecificInfo
    esds.u8(configSize);
    esds.bytes(config);
    esds.u8(6); // SLConfigDescriptor
    esds.u8(1);
    esds.u8(2);
}

void writeVideoTrack(Bytes& out, const InitParts& parts) {
    Box trak(out, "trak");
    writeTrackHeader(out, videoTrackId, false, parts.info.width, parts.info.height);
    Box mdia(out, "mdia");
    writeMediaHeader(out, videoTimeScale, "vide");
    Box minf(out, "minf");
    {
        Box vmhd(out, "vmhd", 0, 1);
        vmhd.zeros(8);
    }
    writeDataInformation(out);
    Box stbl(out, "stbl");
    {
        Box stsd(out, "stsd", 0, 0);
        stsd.u32(1);
        Box avc1(out, "avc1");
        avc1.zeros(6);
        avc1.u16(1);
        avc1.zeros(16);
        avc1.u16(parts.info.width);
        avc1.u16(parts.info.height);
        avc1.u32(0x00480000); // 72 dpi
        avc1.u32(0x00480000);
        avc1.zeros(4);
        avc1.u16(1);
        avc1.zeros(32);
        avc1.u16(0x0018);
        avc1.u16(0xFFFF);
        writeAvcConfig(out, parts.info, parts.sps, parts.pps);
    }
    writeEmptyTables(out);
}

void writeAudioTrack(Bytes& out, const InitParts& parts) {
    Box trak(out, "trak");
    writeTrackHeader(out, audioTrackId, true, 0, 0);
    Box mdia(out, "mdia");
    writeMediaHeader(out, parts.tracks.sampleRate, "soun");
    Box minf(out, "minf");
    {
        Box smhd(out, "smhd", 0, 0);
        smhd.zeros(4);
    }
    writeDataInformation(out);
    Box stbl(out, "stbl");
    {
        Box stsd(out, "stsd", 0, 0);
        stsd.u32(1);
        Box mp4a(out, "mp4a");
        mp4a.zeros(6);
        mp4a.u16(1);
        mp4a.zeros(8);
        mp4a.u16(parts.tracks.channels);
        mp4a.u16(16);
        mp4a.zeros(4);
        mp4a.u32(std::min<std::uint32_t>(parts.tracks.sampleRate, 0xFFFF) << 16);
        writeElementaryStream(out, parts.audioConfig);
    }
    writeEmptyTables(out);
}

/// Opens a track fragment: which track, and where on its line the run begins.
void writeTrackFragment(Bytes& out, std::uint32_t track, std::int64_t dts) {
    {
        Box tfhd(out, "tfhd", 0, 0x020000); // offsets count from the moof
        tfhd.u32(track);
    }
    Box tfdt(out, "tfdt", 1, 0);
    tfdt.u64(static_cast<std::uint64_t>(dts));
}

/// Both write their run of samples and return where its data offset is to be filled in.
std::size_t writeVideoRun(Bytes& out, const VideoSample& video) {
    Box traf(out, "traf");
    writeTrackFragment(out, videoTrackId, video.dts);
    // data offset, duration, size, flags; composition offset only where frames are reordered
    Box trun(out, "trun", 1, 0x000701U | (video.composition != 0 ? 0x800U : 0U));
    trun.u32(1);
    const std::size_t offsetAt = trun.position();
    trun.u32(0);
    trun.u32(static_cast<std::uint32_t>(video.duration));
    trun.u32(static_cast<std::uint32_t>(video.avcc.size()));
    trun.u32(video.key ? syncSample : nonSyncSample);
    if (video.composition != 0)
        trun.u32(static_cast<std::uint32_t>(video.composition));
    return offsetAt;
}

std::size_t writeAudioRun(Bytes& out, const AudioRun& audio) {
    Box traf(out, "traf");
    writeTrackFragment(out, audioTrackId, audio.dts);
    Box trun(out, "trun", 0, 0x000201); // data offset, size
    trun.u32(static_cast<std::uint32_t>(audio.packets.size()));
    const std::size_t offsetAt = trun.position();
    trun.u32(0);
    for (const Bytes& packet : audio.packets)
        trun.u32(static_cast<std::uint32_t>(packet.size()));
    return offsetAt;
}

} // namespace

Bytes writeInitSegment(const InitParts& parts) {
    Bytes out;
    {
        Box ftyp(out, "ftyp");
        ftyp.text("iso6");
        ftyp.u32(0);
        ftyp.text("iso6cmfcmp41");
    }
    {
        Box moov(out, "moov");
        {
            Box mvhd(out, "mvhd", 0, 0);
            mvhd.zeros(8);
            mvhd.u32(1000);
            mvhd.u32(0); // duration unknown
            mvhd.u32(0x10000);
            mvhd.u16(0x0100);
            mvhd.zeros(10);
            writeUnityMatrix(mvhd);
            mvhd.zeros(24);
            mvhd.u32(audioTrackId + 1);
        }
        writeVideoTrack(out, parts);
        writeAudioTrack(out, parts);
        Box mvex(out, "mvex");
        for (std::uint32_t id : {videoTrackId, audioTrackId}) {
            Box trex(out, "trex", 0, 0);
            trex.u32(id);
            trex.u32(1);
            trex.u32(id == audioTrackId ? parts.tracks.samplesPerPacket : 0);
            trex.u32(0);
            trex.u32(id == audioTrackId ? syncSample : nonSyncSample);
        }
    }
    return out;
}

Bytes writeMediaSegment(std::uint32_t sequence, const VideoSample& video, const AudioRun& audio) {
    Bytes out;
    std::size_t videoOffsetAt = 0;
    std::size_t audioOffsetAt = 0;
    {
        Box moof(out, "moof");
        {
            Box mfhd(out, "mfhd", 0, 0);
            mfhd.u32(sequence);
        }
        videoOffsetAt = writeVideoRun(out, video);
        if (!audio.packets.empty())
            audioOffsetAt = writeAudioRun(out, audio);
    }
    const auto videoOffset = static_cast<std::uint32_t>(out.size() + 8);
    {
        Box mdat(out, "mdat");
        mdat.patch32(videoOffsetAt, videoOffset);
        if (audioOffsetAt != 0)
            mdat.patch32(audioOffsetAt, videoOffset + static_cast<std::uint32_t>(video.avcc.size()));
        mdat.bytes(video.avcc);
        for (const Bytes& packet : audio.packets)
            mdat.bytes(packet);
    }
    return out;
}

} // namespace vitrina::engine::obs
