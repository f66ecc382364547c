// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/web/NalUnits.hpp"

#include <cstdlib>

using namespace vitrina::engine::obs;

/// Units lie in the stream, in order, without overlap, and none is empty.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteSpan stream(data, size);
    const std::uint8_t* last = data;
    for (ByteSpan unit : splitAnnexB(stream)) {
        if (unit.empty() || unit.data() < last || unit.data() + unit.size() > data + size)
            std::abort();
        last = unit.data() + unit.size();
        if (const auto sps = parseSps(unit); sps && (sps->width == 0 || sps->height == 0))
            std::abort();
    }
    parseSps(stream);
    return 0;
}
