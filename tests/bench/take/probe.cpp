// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// take_probe KEY COUNT GAP_MS RRGGBB RRGGBB: presses a key through XTest and reads the program monitor's
// pixels back from the X server until they have changed; prints the milliseconds of each press as JSON. It
// knows nothing of the studio but that each press puts the other one of two flat colours on program: what it
// measures is what is on the glass.
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

struct Colour {
    int red = 0, green = 0, blue = 0;
    /// Video colours come back a little off; the two that are used are far apart.
    bool near(const Colour& other) const {
        return std::abs(red - other.red) < 48 && std::abs(green - other.green) < 48 &&
               std::abs(blue - other.blue) < 48;
    }
};

Colour fromPixel(unsigned long pixel) {
    return {static_cast<int>(pixel >> 16 & 0xff), static_cast<int>(pixel >> 8 & 0xff),
            static_cast<int>(pixel & 0xff)};
}

struct Point {
    int x = 0, y = 0;
};

struct ImageGone {
    void operator()(XImage* image) const { XDestroyImage(image); }
};
using Image = std::unique_ptr<XImage, ImageGone>;

class Glass {
  public:
    explicit Glass(Display* display) : display_(display), root_(DefaultRootWindow(display)) {
        XGetWindowAttributes(display_, root_, &size_);
    }

    Image grab(int x, int y, int width, int height) const {
        return Image(XGetImage(display_, root_, x, y, static_cast<unsigned>(width),
                               static_cast<unsigned>(height), AllPlanes, ZPixmap));
    }
    Image grabAll() const { return grab(0, 0, size_.width, size_.height); }
    Colour at(Point point) const { return fromPixel(XGetPixel(grab(point.x, point.y, 1, 1).get(), 0, 0)); }
    int width() const { return size_.width; }
    int height() const { return size_.height; }

    /// There is no window manager on a bare virtual display: somebody has to give the studio the keyboard.
    void focusLargestWindow() const {
        Window parent = 0, root = 0, largest = 0;
        Window* children = nullptr;
        unsigned count = 0;
        XQueryTree(display_, root_, &root, &parent, &children, &count);
        long area = 0;
        for (unsigned i = 0; i < count; ++i) {
            XWindowAttributes attributes;
            XGetWindowAttributes(display_, children[i], &attributes);
            const long mine = static_cast<long>(attributes.width) * attributes.height;
            if (attributes.map_state == IsViewable && mine > area) {
                area = mine;
                largest = children[i];
            }
        }
        if (children)
            XFree(children);
        if (largest)
            XSetInputFocus(display_, largest, RevertToParent, CurrentTime);
        XSync(display_, False);
    }

    Clock::time_point press(KeyCode key) const {
        const auto pressed = Clock::now();
        XTestFakeKeyEvent(display_, key, True, CurrentTime);
        XTestFakeKeyEvent(display_, key, False, CurrentTime);
        XSync(display_, False);
        return pressed;
    }

  private:
    Display* display_;
    Window root_;
    XWindowAttributes size_{};
};

/// The middle of what was one colour after one press and the other after the next, in that order: the
/// program. The preview changes too, but the other way round; the tiles of the cameras stay.
std::optional<Point> findProgram(const Glass& screen, XImage* first, XImage* second, Colour one,
                                 Colour other) {
    std::vector<Point> points;
    for (int y = 0; y < screen.height(); y += 4) {
        for (int x = 0; x < screen.width(); x += 4) {
            if (fromPixel(XGetPixel(first, x, y)).near(one) && fromPixel(XGetPixel(second, x, y)).near(other))
                points.push_back({x, y});
        }
    }
    if (points.size() < 200)
        return std::nullopt;
    return points[points.size() / 2];
}

Colour readColour(const char* text) {
    return fromPixel(std::strtoul(text, nullptr, 16));
}

/// Milliseconds from the press to the first look that saw the other colour; nothing within two seconds: the
/// press was lost.
std::optional<double> measure(const Glass& screen, KeyCode key, Point point, Colour wanted) {
    const auto pressed = screen.press(key);
    while (Clock::now() - pressed < milliseconds(2000)) {
        const bool there = screen.at(point).near(wanted);
        if (there)
            return std::chrono::duration<double, std::milli>(Clock::now() - pressed).count();
        std::this_thread::sleep_for(milliseconds(1));
    }
    return std::nullopt;
}

} // namespace

int main(int count, char** words) {
    if (count != 6) {
        std::fprintf(stderr, "take_probe KEY COUNT GAP_MS RRGGBB RRGGBB\n");
        return 2;
    }
    const std::unique_ptr<Display, int (*)(Display*)> display(XOpenDisplay(nullptr), XCloseDisplay);
    if (!display)
        return 2;
    const Glass screen(display.get());
    const KeyCode key = XKeysymToKeycode(display.get(), XStringToKeysym(words[1]));
    const int presses = std::atoi(words[2]);
    const milliseconds gap(std::atoi(words[3]));
    const Colour one = readColour(words[4]);
    const Colour other = readColour(words[5]);

    screen.focusLargestWindow();
    screen.press(key);
    std::this_thread::sleep_for(milliseconds(2000));
    const Image first = screen.grabAll();
    screen.press(key);
    std::this_thread::sleep_for(milliseconds(2000));
    const Image second = screen.grabAll();
    const auto program = findProgram(screen, first.get(), second.get(), one, other);
    if (!program) {
        std::fprintf(stderr, "take_probe: no part of the screen changed from one colour to the other\n");
        return 1;
    }

    // A random part of a frame between the presses, or they might fall in step with the frames.
    std::mt19937 random(1);
    std::uniform_int_distribution<int> jitter(0, 66);
    int lost = 0;
    std::printf("{\"x\":%d,\"y\":%d,\"ms\":[", program->x, program->y);
    bool comma = false;
    for (int i = 0; i < presses; ++i) {
        std::this_thread::sleep_for(gap + milliseconds(jitter(random)));
        const Colour wanted = screen.at(*program).near(one) ? other : one;
        if (const auto took = measure(screen, key, *program, wanted)) {
            std::printf("%s%.2f", comma ? "," : "", *took);
            comma = true;
        } else {
            ++lost;
        }
    }
    std::printf("],\"lost\":%d}\n", lost);
    return 0;
}
