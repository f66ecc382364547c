// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/web/support/Boxes.hpp"

#include "media/ClockScene.hpp"

#include <set>
#include <stdexcept>

namespace vitrina::test {
namespace {

void require(bool good, const char* what) {
    if (!good)
        throw std::runtime_error(std::string("boxes: ") + what);
}

bool isContainer(const std::string& type) {
    static const std::set<std::string> containers = {"moov", "trak", "mdia", "minf", "stbl",
                                                     "mvex", "moof", "traf", "dinf"};
    return containers.contains(type);
}

std::vector<ParsedBox> parseRange(const std::uint8_t* at, const std::uint8_t* end) {
    std::vector<ParsedBox> boxes;
    while (at < end) {
        require(end - at >= 8, "cut in a header");
        const std::uint32_t size =
            std::uint32_t{at[0]} << 24 | std::uint32_t{at[1]} << 16 | std::uint32_t{at[2]} << 8 | at[3];
        require(size >= 8 && size <= static_cast<std::size_t>(end - at), "size");
        ParsedBox box;
        box.type.assign(reinterpret_cast<const char*>(at) + 4, 4);
        box.body.assign(at + 8, at + size);
        if (isContainer(box.type))
            box.children = parseRange(at + 8, at + size);
        boxes.push_back(std::move(box));
        at += size;
    }
    return boxes;
}

} // namespace

std::uint64_t ParsedBox::number(std::size_t at, int bytes) const {
    require(at + static_cast<std::size_t>(bytes) <= body.size(), "read past a box");
    std::uint64_t value = 0;
    for (int i = 0; i < bytes; ++i)
        value = value << 8 | body[at + static_cast<std::size_t>(i)];
    return value;
}

const ParsedBox* ParsedBox::find(const std::string& path) const {
    const std::string first = path.substr(0, path.find('/'));
    for (const ParsedBox& child : children) {
        if (child.type == first)
            return first.size() == path.size() ? &child : child.find(path.substr(first.size() + 1));
    }
    return nullptr;
}

std::vector<const ParsedBox*> ParsedBox::all(const std::string& childType) const {
    std::vector<const ParsedBox*> found;
    for (const ParsedBox& child : children) {
        if (child.type == childType)
            found.push_back(&child);
    }
    return found;
}

std::vector<ParsedBox> parseBoxes(const std::vector<std::uint8_t>& bytes) {
    return parseRange(bytes.data(), bytes.data() + bytes.size());
}

ParsedFragment parseFragment(const std::vector<std::uint8_t>& bytes) {
    const std::vector<ParsedBox> boxes = parseBoxes(bytes);
    require(boxes.size() == 2 && boxes[0].type == "moof" && boxes[1].type == "mdat",
            "not one moof and one mdat");
    ParsedFragment fragment;
    fragment.sequence = static_cast<std::uint32_t>(boxes[0].find("mfhd")->number(4, 4));
    for (const ParsedBox* traf : boxes[0].all("traf")) {
        const int track = static_cast<int>(traf->find("tfhd")->number(4, 4));
        const ParsedBox& tfdt = *traf->find("tfdt");
        require(tfdt.number(0, 1) == 1, "tfdt is not of 64 bits");
        auto time = static_cast<std::int64_t>(tfdt.number(4, 8));
        const ParsedBox& trun = *traf->find("trun");
        const auto flags = static_cast<std::uint32_t>(trun.number(1, 3));
        const auto count = trun.number(4, 4);
        auto data = static_cast<std::size_t>(trun.number(8, 4));
        std::size_t at = 12;
        for (std::uint64_t i = 0; i < count; ++i) {
            ParsedSample sample;
            sample.time = time;
            sample.duration = 1024;
            if (flags & 0x100) {
                sample.duration = static_cast<std::int64_t>(trun.number(at, 4));
                at += 4;
            }
            const auto size = static_cast<std::size_t>(trun.number(at, 4));
            at += 4;
            sample.key = true;
            if (flags & 0x400) {
                sample.key = (trun.number(at, 4) & 0x10000) == 0;
                at += 4;
            }
            if (flags & 0x800)
                at += 4;
            require(data + size <= bytes.size(), "sample outside of the fragment");
            sample.data.assign(bytes.begin() + static_cast<std::ptrdiff_t>(data),
                               bytes.begin() + static_cast<std::ptrdiff_t>(data + size));
            data += size;
            time += sample.duration;
            fragment.tracks[track].push_back(std::move(sample));
        }
    }
    return fragment;
}

Recording makeRecording(const MediaFormat& format, int frames, std::int64_t sysStartUs) {
    av_log_set_level(AV_LOG_WARNING);
    Recording recording;
    recording.format = format;
    MediaEncoder encoder(format, [&](MediaEncoder::Packet packet) {
        if (packet.video)
            recording.video.push_back(
                {std::move(packet.data), packet.key, sysStartUs + packet.dts * 1'000'000 / format.fps});
        else
            recording.audio.push_back(
                {std::move(packet.data), sysStartUs + packet.pts * 1'000'000 / format.sampleRate});
    });
    recording.headers = encoder.videoHeaders();
    recording.audioConfig = encoder.audioConfig();
    const ClockScene scene(format.width, format.height, "");
    const std::int64_t wallMs = 1'790'000'000'000;
    std::vector<float> block(MediaEncoder::samplesPerPacket);
    std::int64_t samples = 0;
    for (int frame = 0; frame < frames; ++frame) {
        scene.draw(encoder.picture(), wallMs + frame * 1000 / format.fps);
        encoder.encodePicture();
        for (; samples < std::int64_t{frame + 1} * format.sampleRate / format.fps;
             samples += MediaEncoder::samplesPerPacket) {
            for (std::size_t i = 0; i < block.size(); ++i)
                block[i] = ClockScene::sound(wallMs * 1'000'000 + (samples + static_cast<std::int64_t>(i)) *
                                                                      1'000'000'000 / format.sampleRate);
            encoder.encodeSound(block.data());
        }
    }
    encoder.finish();
    return recording;
}

engine::obs::WebVideoPacket packetOf(const Recording& recording, std::size_t frame) {
    const Recording::Video& video = recording.video[frame];
    engine::obs::WebVideoPacket packet;
    packet.annexB = video.data;
    packet.headers = recording.headers;
    packet.key = video.key;
    packet.sysDtsUs = video.sysUs;
    packet.captureUs = 1'790'000'000'000'000 + video.sysUs;
    return packet;
}

} // namespace vitrina::test
