// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/web/NalUnits.hpp"

#include <algorithm>

namespace vitrina::engine::obs {
namespace {

/// Position of the next 00 00 01 at or after `from`, else the size.
std::size_t findStartCode(ByteSpan stream, std::size_t from) {
    for (std::size_t i = from; i + 3 <= stream.size(); ++i) {
        if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1)
            return i;
    }
    return stream.size();
}

/// Reads bits of a NAL unit whose emulation prevention bytes are gone. Past the end it reads zeros and says
/// so.
class BitReader {
  public:
    explicit BitReader(ByteSpan nal) {
        int zeros = 0;
        for (std::uint8_t byte : nal) {
            if (zeros >= 2 && byte == 3) {
                zeros = 0;
                continue;
            }
            zeros = byte == 0 ? zeros + 1 : 0;
            bytes_.push_back(byte);
        }
    }

    bool exhausted() const { return exhausted_; }

    std::uint32_t bits(int count) {
        std::uint32_t value = 0;
        for (int i = 0; i < count; ++i)
            value = value << 1 | bit();
        return value;
    }

    /// ue(v): Exp-Golomb, ITU-T H.264 9.1.
    std::uint32_t unsignedGolomb() {
        int zeros = 0;
        while (!exhausted_ && bit() == 0 && zeros < 32)
            ++zeros;
        if (zeros >= 32) {
            exhausted_ = true;
            return 0;
        }
        return (1U << zeros) - 1 + bits(zeros);
    }

    std::int32_t signedGolomb() {
        const std::uint32_t code = unsignedGolomb();
        const auto half = static_cast<std::int32_t>(code / 2);
        return code % 2 ? half + 1 : -half;
    }

  private:
    std::uint32_t bit() {
        if (position_ >= bytes_.size() * 8) {
            exhausted_ = true;
            return 0;
        }
        const std::uint32_t value = bytes_[position_ / 8] >> (7 - position_ % 8) & 1U;
        ++position_;
        return value;
    }

    Bytes bytes_;
    std::size_t position_ = 0;
    bool exhausted_ = false;
};

bool hasChromaFields(std::uint8_t profile) {
    static constexpr std::uint8_t profiles[] = {100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135};
    return std::find(std::begin(profiles), std::end(profiles), profile) != std::end(profiles);
}

void skipScalingList(BitReader& reader, int size) {
    std::int32_t last = 8;
    std::int32_t next = 8;
    for (int i = 0; i < size && !reader.exhausted(); ++i) {
        if (next != 0)
            next = (last + reader.signedGolomb() % 256 + 256) % 256;
        last = next == 0 ? last : next;
    }
}

void readChromaFields(BitReader& reader, SpsInfo& sps) {
    sps.chromaFormat = reader.unsignedGolomb();
    if (sps.chromaFormat == 3)
        reader.bits(1);
    sps.bitDepthLuma = 8 + reader.unsignedGolomb();
    sps.bitDepthChroma = 8 + reader.unsignedGolomb();
    reader.bits(1);
    if (reader.bits(1) == 0)
        return;
    const int lists = sps.chromaFormat == 3 ? 12 : 8;
    for (int i = 0; i < lists && !reader.exhausted(); ++i) {
        if (reader.bits(1))
            skipScalingList(reader, i < 6 ? 16 : 64);
    }
}

void skipPictureOrder(BitReader& reader) {
    reader.unsignedGolomb(); // log2_max_frame_num_minus4
    const std::uint32_t type = reader.unsignedGolomb();
    if (type == 0) {
        reader.unsignedGolomb();
    } else if (type == 1) {
        reader.bits(1);
        reader.signedGolomb();
        reader.signedGolomb();
        const std::uint32_t cycle = reader.unsignedGolomb();
        for (std::uint32_t i = 0; i < cycle && !reader.exhausted(); ++i)
            reader.signedGolomb();
    }
}

/// Width and height less the cropping, or false when they can't be.
bool readSize(BitReader& reader, SpsInfo& sps) {
    constexpr std::uint64_t largest = 16384;
    const std::uint64_t codedWidth = (std::uint64_t{reader.unsignedGolomb()} + 1) * 16;
    const std::uint64_t mapUnits = std::uint64_t{reader.unsignedGolomb()} + 1;
    const bool framesOnly = reader.bits(1) == 1;
    if (!framesOnly)
        reader.bits(1);
    reader.bits(1);
    const std::uint64_t codedHeight = mapUnits * 16 * (framesOnly ? 1 : 2);
    std::uint64_t cropX = 0;
    std::uint64_t cropY = 0;
    if (reader.bits(1)) {
        const std::uint64_t unitX = sps.chromaFormat == 1 || sps.chromaFormat == 2 ? 2 : 1;
        const std::uint64_t unitY = (sps.chromaFormat == 1 ? 2 : 1) * (framesOnly ? 1 : 2);
        cropX = reader.unsignedGolomb();
        cropX = (cropX + reader.unsignedGolomb()) * unitX;
        cropY = reader.unsignedGolomb();
        cropY = (cropY + reader.unsignedGolomb()) * unitY;
    }
    if (codedWidth > largest || codedHeight > largest || cropX >= codedWidth || cropY >= codedHeight)
        return false;
    sps.width = static_cast<std::uint32_t>(codedWidth - cropX);
    sps.height = static_cast<std::uint32_t>(codedHeight - cropY);
    return true;
}

} // namespace

std::vector<ByteSpan> splitAnnexB(ByteSpan stream) {
    std::vector<ByteSpan> units;
    std::size_t start = findStartCode(stream, 0);
    while (start < stream.size()) {
        const std::size_t begin = start + 3;
        start = findStartCode(stream, begin);
        std::size_t end = start;
        while (end > begin && stream[end - 1] == 0)
            --end;
        if (end > begin)
            units.push_back(stream.subspan(begin, end - begin));
    }
    return units;
}

std::optional<SpsInfo> parseSps(ByteSpan nal) {
    if (nal.size() < 4 || nalType(nal) != NalType::Sps)
        return std::nullopt;
    BitReader reader(nal.subspan(1));
    SpsInfo sps;
    sps.profile = static_cast<std::uint8_t>(reader.bits(8));
    sps.compatibility = static_cast<std::uint8_t>(reader.bits(8));
    sps.level = static_cast<std::uint8_t>(reader.bits(8));
    reader.unsignedGolomb(); // seq_parameter_set_id
    if (hasChromaFields(sps.profile))
        readChromaFields(reader, sps);
    skipPictureOrder(reader);
    reader.unsignedGolomb(); // max_num_ref_frames
    reader.bits(1);
    if (!readSize(reader, sps) || reader.exhausted() || sps.chromaFormat > 3 || sps.bitDepthLuma > 14 ||
        sps.bitDepthChroma > 14)
        return std::nullopt;
    return sps;
}

} // namespace vitrina::engine::obs
