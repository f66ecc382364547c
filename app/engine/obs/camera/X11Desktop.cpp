// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/X11Desktop.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include <xcb/composite.h>
#include <xcb/randr.h>
#include <xcb/xcb.h>

namespace vitrina::engine::obs {
namespace {

constexpr std::uint32_t longestText = 256; ///< of a title, in units of four bytes
constexpr std::uint32_t mostWindows = 512;
constexpr int treeDepth = 3; ///< a window manager puts frames around windows

struct Free {
    void operator()(void* reply) const { std::free(reply); }
};
template <class Reply>
using Answer = std::unique_ptr<Reply, Free>;

/// Lines would end the address that is made of them.
std::string oneLine(std::string text) {
    std::ranges::replace_if(
        text, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return text;
}

} // namespace

void X11Desktop::Disconnect::operator()(xcb_connection_t* connection) const {
    xcb_disconnect(connection);
}

X11Desktop::X11Desktop() {
    int screen = 0;
    connection_.reset(xcb_connect(nullptr, &screen));
    if (!works())
        return;
    xcb_screen_iterator_t screens = xcb_setup_roots_iterator(xcb_get_setup(connection_.get()));
    for (; screens.rem > 1 && screen > 0; --screen)
        xcb_screen_next(&screens);
    root_ = screens.data->root;
}

bool X11Desktop::works() const {
    return xcb_connection_has_error(connection_.get()) == 0;
}

std::vector<PixelArea> X11Desktop::monitors() const {
    std::vector<PixelArea> areas;
    if (!works())
        return areas;
    xcb_connection_t* c = connection_.get();
    if (xcb_get_extension_data(c, &xcb_randr_id)->present != 0) {
        const Answer<xcb_randr_get_monitors_reply_t> reply(
            xcb_randr_get_monitors_reply(c, xcb_randr_get_monitors(c, root_, 1), nullptr));
        for (auto one = reply ? xcb_randr_get_monitors_monitors_iterator(reply.get())
                              : xcb_randr_monitor_info_iterator_t{};
             one.rem > 0; xcb_randr_monitor_info_next(&one))
            areas.push_back({one.data->x, one.data->y, one.data->width, one.data->height});
    }
    if (areas.empty()) {
        if (const auto whole = areaOf(root_))
            areas.push_back(*whole);
    }
    return areas;
}

std::uint32_t X11Desktop::atom(const char* name) const {
    xcb_connection_t* c = connection_.get();
    const Answer<xcb_intern_atom_reply_t> reply(
        xcb_intern_atom_reply(c, xcb_intern_atom(c, 1, std::uint16_t(std::strlen(name)), name), nullptr));
    return reply ? reply->atom : 0;
}

std::string X11Desktop::property(std::uint32_t window, std::uint32_t atom) const {
    if (atom == 0)
        return {};
    xcb_connection_t* c = connection_.get();
    const Answer<xcb_get_property_reply_t> reply(xcb_get_property_reply(
        c, xcb_get_property(c, 0, window, atom, XCB_GET_PROPERTY_TYPE_ANY, 0, longestText), nullptr));
    if (!reply || reply->format != 8)
        return {};
    return {static_cast<const char*>(xcb_get_property_value(reply.get())),
            std::size_t(xcb_get_property_value_length(reply.get()))};
}

void X11Desktop::addWindow(std::uint32_t window, std::vector<Found>& found) const {
    // "instance\0class\0"
    const std::string names = property(window, XCB_ATOM_WM_CLASS);
    const std::size_t end = names.find('\0');
    if (end == std::string::npos || found.size() >= mostWindows || !areaOf(window))
        return;
    std::string title = property(window, atom("_NET_WM_NAME"));
    if (title.empty())
        title = property(window, XCB_ATOM_WM_NAME);
    const std::string name = names.substr(end + 1).c_str();
    if (!name.empty())
        found.push_back({window, oneLine(name), oneLine(title)});
}

/// Where no window manager keeps a list: those with a class, from the top down.
void X11Desktop::addTree(std::uint32_t window, int depth, std::vector<Found>& found) const {
    xcb_connection_t* c = connection_.get();
    const Answer<xcb_query_tree_reply_t> reply(xcb_query_tree_reply(c, xcb_query_tree(c, window), nullptr));
    if (!reply)
        return;
    const xcb_window_t* children = xcb_query_tree_children(reply.get());
    for (int i = 0; i < xcb_query_tree_children_length(reply.get()); ++i) {
        const std::size_t before = found.size();
        addWindow(children[i], found);
        if (found.size() == before && depth > 1)
            addTree(children[i], depth - 1, found);
    }
}

std::vector<X11Desktop::Found> X11Desktop::windows() const {
    std::vector<Found> found;
    if (!works())
        return found;
    xcb_connection_t* c = connection_.get();
    const std::uint32_t list = atom("_NET_CLIENT_LIST");
    const Answer<xcb_get_property_reply_t> reply(
        list == 0 ? nullptr
                  : xcb_get_property_reply(
                        c, xcb_get_property(c, 0, root_, list, XCB_ATOM_WINDOW, 0, mostWindows), nullptr));
    const int count = reply && reply->format == 32 ? xcb_get_property_value_length(reply.get()) / 4 : 0;
    for (int i = 0; i < count; ++i)
        addWindow(static_cast<const xcb_window_t*>(xcb_get_property_value(reply.get()))[i], found);
    if (count == 0)
        addTree(root_, treeDepth, found);
    return found;
}

std::optional<std::uint32_t> X11Desktop::findWindow(const std::string& address) const {
    const std::size_t line = address.find('\n');
    const std::string name = address.substr(0, line);
    const std::string title = line == std::string::npos ? std::string() : address.substr(line + 1);
    std::vector<Found> ofClass = windows();
    std::erase_if(ofClass, [&](const Found& one) { return one.name != name; });
    const auto same = std::ranges::find(ofClass, title, &Found::title);
    if (same != ofClass.end())
        return same->window;
    return ofClass.size() == 1 ? std::optional(ofClass.front().window) : std::nullopt;
}

std::optional<PixelArea> X11Desktop::areaOf(std::uint32_t window) const {
    xcb_connection_t* c = connection_.get();
    const auto attributesAsked = xcb_get_window_attributes(c, window);
    const auto geometryAsked = xcb_get_geometry(c, window);
    const Answer<xcb_get_window_attributes_reply_t> attributes(
        xcb_get_window_attributes_reply(c, attributesAsked, nullptr));
    const Answer<xcb_get_geometry_reply_t> geometry(xcb_get_geometry_reply(c, geometryAsked, nullptr));
    if (!attributes || !geometry || attributes->map_state != XCB_MAP_STATE_VIEWABLE || geometry->width < 2 ||
        geometry->height < 2)
        return std::nullopt;
    return PixelArea{geometry->x, geometry->y, geometry->width, geometry->height};
}

void X11Desktop::keepWhole(std::uint32_t window) {
    xcb_connection_t* c = connection_.get();
    if (xcb_get_extension_data(c, &xcb_composite_id)->present == 0)
        return;
    const Answer<xcb_composite_query_version_reply_t> version(
        xcb_composite_query_version_reply(c, xcb_composite_query_version(c, 0, 2), nullptr));
    if (!version)
        return;
    xcb_composite_redirect_window(c, window, XCB_COMPOSITE_REDIRECT_AUTOMATIC);
    xcb_flush(c);
}

} // namespace vitrina::engine::obs
