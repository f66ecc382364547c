// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/web/Fmp4Writer.hpp"

#include <algorithm>
#include <cstdlib>

using namespace vitrina::engine::obs;
using vitrina::engine::FragmentKind;
using vitrina::engine::WebFragment;

namespace {

// Parameter sets of a real encoder (320x180), so that the writer gets past its first key frame.
constexpr std::uint8_t headers[] = {0,    0,    0,    1,    0x67, 0x42, 0xC0, 0x14, 0xDA, 0x05, 0x07,
                                    0xE8, 0x40, 0x00, 0x00, 0x03, 0,    0x40, 0x00, 0x00, 0x0F, 0x23,
                                    0xC5, 0x0A, 0xA8, 0,    0,    0,    1,    0x68, 0xCE, 0x0F, 0xC8};

/// Takes bytes from the front; zeros when there are none.
class Input {
  public:
    Input(const std::uint8_t* data, std::size_t size) : rest_(data, size) {}
    bool empty() const { return rest_.empty(); }
    std::uint8_t byte() { return rest_.empty() ? std::uint8_t{0} : take(1)[0]; }
    ByteSpan take(std::size_t count) {
        count = std::min(count, rest_.size());
        const ByteSpan taken = rest_.first(count);
        rest_ = rest_.subspan(count);
        return taken;
    }

  private:
    ByteSpan rest_;
};

/// Sizes of the top boxes add up; a Media is one moof and one mdat.
void check(const WebFragment& fragment) {
    std::size_t at = 0;
    int boxes = 0;
    while (at < fragment.bytes.size()) {
        if (fragment.bytes.size() - at < 8)
            std::abort();
        std::size_t size = 0;
        for (std::size_t i = 0; i < 4; ++i)
            size = size << 8 | fragment.bytes[at + i];
        if (size < 8 || size > fragment.bytes.size() - at)
            std::abort();
        at += size;
        ++boxes;
    }
    if (boxes != 2)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input input(data, size);
    Fmp4Writer writer;
    writer.begin({30, 1, 48000, 2, 1024});
    static constexpr std::uint8_t config[] = {0x11, 0x90};
    writer.setAudioConfig(config);
    std::int64_t now = 1'000'000;
    std::int64_t lastMediaUs = -1;
    std::uint32_t lastSeq = 0;
    while (!input.empty()) {
        const std::uint8_t what = input.byte();
        // Forwards by 0 to 126 ms, at times back by one.
        now += (what & 0x7F) == 0x7F ? -1000 : std::int64_t{what & 0x7F} * 1000;
        if (what & 0x80) {
            writer.addAudio(input.take(input.byte()), now);
            continue;
        }
        const std::uint8_t flags = input.byte();
        if (flags == 0xFF)
            writer.begin({std::max<std::uint32_t>(1, input.byte()), 1, flags & 1 ? 48000U : 44100U, 2, 1024});
        if (flags == 0xFF || flags == 0xFE)
            writer.setAudioConfig(input.take(input.byte()));
        WebVideoPacket packet;
        packet.key = (flags & 1) != 0;
        packet.sysDtsUs = now;
        packet.ptsMinusDts = flags >> 6;
        packet.headers = flags & 2 ? ByteSpan(headers) : input.take(input.byte());
        packet.annexB = input.take(input.byte());
        for (const WebFragment& fragment : writer.addVideo(packet)) {
            check(fragment);
            if (fragment.kind != FragmentKind::Media)
                continue;
            if (fragment.seq != lastSeq + 1 || fragment.mediaUs < lastMediaUs)
                std::abort();
            lastSeq = fragment.seq;
            lastMediaUs = fragment.mediaUs;
        }
    }
    return 0;
}
