// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace vitrina::engine::obs {

/// What the X server itself puts where nothing is drawn: in a window, and in the child that libobs draws
/// into. Without it a place that comes free shows what lay above until the next drawing, which under load may
/// take seconds. `display`: Xlib's, of the thread that calls; `rgb`: 0xRRGGBB.
void setSurfaceGround(void* display, std::uint64_t window, std::uint32_t rgb);

} // namespace vitrina::engine::obs
