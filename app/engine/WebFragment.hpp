// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace vitrina::engine {

enum class FragmentKind { None, Init, Media };

/// One piece of the web video: the init segment, or a moof+mdat of one video frame with the audio that has
/// come.
struct WebFragment {
    FragmentKind kind = FragmentKind::None;
    bool key = false;           ///< starts with a key frame
    std::uint16_t epoch = 0;    ///< grows when the encoder starts anew; an Init of that epoch comes first
    std::uint32_t seq = 0;      ///< counts Media fragments of the whole run
    std::int64_t captureUs = 0; ///< wall time at which the frame was rendered, µs since 1970
    std::int64_t mediaUs = 0;   ///< its decode time on the media line, µs
    std::vector<std::uint8_t> bytes;
};

/// Called on the muxing thread; must return at once (share the pointer, enqueue, return).
using FragmentSink = std::function<void(std::shared_ptr<const WebFragment>)>;

} // namespace vitrina::engine
