// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Surroundings.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct xcb_connection_t;

namespace vitrina::engine::obs {

struct PixelArea {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    bool operator==(const PixelArea&) const = default;
};

/// The X desktop by a connection of its own. Not Xlib: there, a window that closes while it is asked about
/// ends the process. Of one thread.
class X11Desktop {
  public:
    /// The display DISPLAY names.
    X11Desktop();
    bool works() const;

    /// Monitors, the first one number 0; the whole screen where the server knows of none.
    std::vector<PixelArea> monitors() const;
    struct Found {
        std::uint32_t window = 0;
        std::string name; ///< class
        std::string title;
    };
    /// Windows a person can see, in the window manager's order.
    std::vector<Found> windows() const;
    /// By "class\ntitle": both the same, else the only one of the class (titles change as one works).
    std::optional<std::uint32_t> findWindow(const std::string& address) const;
    /// Nothing when it is gone or not shown.
    std::optional<PixelArea> areaOf(std::uint32_t window) const;
    /// Kept whole in memory by the server even where others cover it, for as long as this connection lives.
    void keepWhole(std::uint32_t window);

  private:
    std::string property(std::uint32_t window, std::uint32_t atom) const;
    std::uint32_t atom(const char* name) const;
    void addWindow(std::uint32_t window, std::vector<Found>& found) const;
    void addTree(std::uint32_t window, int depth, std::vector<Found>& found) const;

    struct Disconnect {
        void operator()(xcb_connection_t* connection) const;
    };
    std::unique_ptr<xcb_connection_t, Disconnect> connection_;
    std::uint32_t root_ = 0;
};

} // namespace vitrina::engine::obs
