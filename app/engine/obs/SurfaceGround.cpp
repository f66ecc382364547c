// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/SurfaceGround.hpp"

#include <X11/Xlib.h>

namespace vitrina::engine::obs {

void setSurfaceGround(void* display, std::uint64_t window, std::uint32_t rgb) {
    auto* x = static_cast<Display*>(display);
    if (!x)
        return;
    XSetWindowBackground(x, window, rgb);
    Window root = 0;
    Window parent = 0;
    Window* children = nullptr;
    unsigned count = 0;
    if (XQueryTree(x, window, &root, &parent, &children, &count) == 0)
        return;
    for (unsigned i = 0; i < count; ++i)
        XSetWindowBackground(x, children[i], rgb);
    if (children)
        XFree(children);
    XFlush(x);
}

} // namespace vitrina::engine::obs
