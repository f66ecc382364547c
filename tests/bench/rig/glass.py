# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person sees and presses: pixels as the X server gives them back, keys through XTest. By libX11 and libXtst."""
import ctypes
import time

Z_PIXMAP, ALL_PLANES, REVERT_TO_PARENT = 2, 0xFFFFFFFF, 2
MAP_STATE, VIEWABLE = 23, 2  # XWindowAttributes.map_state, as the int of that number on this machine


class Image(ctypes.Structure):
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.POINTER(ctypes.c_char)), ("byte_order", ctypes.c_int), ("bitmap_unit", ctypes.c_int),
                ("bitmap_bit_order", ctypes.c_int), ("bitmap_pad", ctypes.c_int), ("depth", ctypes.c_int),
                ("bytes_per_line", ctypes.c_int)]


def library(name, **functions):
    loaded = ctypes.CDLL(name)
    for function, (result, *arguments) in functions.items():
        getattr(loaded, function).restype = result
        getattr(loaded, function).argtypes = arguments
    return loaded


class Glass:
    """The screen and its keyboard. Places are (x, y, width, height)."""

    def __init__(self, name):
        window, pointer, number = ctypes.c_ulong, ctypes.c_void_p, ctypes.c_int
        self.x11 = library("libX11.so.6", XOpenDisplay=(pointer, ctypes.c_char_p), XDefaultRootWindow=(window, pointer),
                           XGetImage=(ctypes.POINTER(Image), pointer, window, number, number, ctypes.c_uint, ctypes.c_uint, window,
                                      number),
                           XCloseDisplay=(number, pointer), XDestroyImage=(number, ctypes.POINTER(Image)), XSync=(number, pointer, number),
                           XStringToKeysym=(window, ctypes.c_char_p), XKeysymToKeycode=(ctypes.c_ubyte, pointer, window),
                           XSetInputFocus=(number, pointer, window, number, window),
                           XQueryTree=(number, pointer, window, ctypes.POINTER(window), ctypes.POINTER(window),
                                       ctypes.POINTER(ctypes.POINTER(window)), ctypes.POINTER(ctypes.c_uint)),
                           XGetGeometry=(number, pointer, window, ctypes.POINTER(window), *[ctypes.POINTER(number)] * 2,
                                         *[ctypes.POINTER(ctypes.c_uint)] * 4),
                           XGetWindowAttributes=(number, pointer, window, pointer), XFree=(number, pointer))
        self.xtst = library("libXtst.so.6", XTestFakeKeyEvent=(number, pointer, ctypes.c_uint, number, window))
        self.display = self.x11.XOpenDisplay(name.encode())
        self.root = self.x11.XDefaultRootWindow(self.display)

    def look(self, place):
        """The pixels' bytes, blue green red and one of padding each, row by row."""
        image = self.x11.XGetImage(self.display, self.root, *place, ALL_PLANES, Z_PIXMAP)
        pixels = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * image.contents.height)
        self.x11.XDestroyImage(image)
        return pixels

    def colour(self, x, y):
        blue, green, red = self.look((x, y, 1, 1))[:3]
        return red, green, blue

    def size(self, window):
        root, number = ctypes.c_ulong(), [ctypes.c_int() for _ in range(2)]
        sizes = [ctypes.c_uint() for _ in range(4)]
        self.x11.XGetGeometry(self.display, window, ctypes.byref(root), *map(ctypes.byref, number), *map(ctypes.byref, sizes))
        return sizes[0].value, sizes[1].value

    def viewable(self, window):
        attributes = (ctypes.c_int * 64)()  # an XWindowAttributes and more
        self.x11.XGetWindowAttributes(self.display, window, attributes)
        return attributes[MAP_STATE] == VIEWABLE

    def focus_largest(self):
        """There is no window manager on a bare virtual display: somebody has to give a window the keyboard. Gives its width and
        height, 0 and 0 while there is none."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        self.x11.XQueryTree(self.display, self.root, ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children),
                            ctypes.byref(count))
        windows = [children[at] for at in range(count.value)]
        self.x11.XFree(children)
        windows = [window for window in windows if self.viewable(window)]
        if not windows:
            return 0, 0
        largest = max(windows, key=lambda window: self.size(window)[0] * self.size(window)[1])
        self.x11.XSetInputFocus(self.display, largest, REVERT_TO_PARENT, 0)
        self.x11.XSync(self.display, 0)
        return self.size(largest)

    def press(self, *names):
        """Presses the keys together, the last one as the one that does something; gives when it went down."""
        codes = [self.x11.XKeysymToKeycode(self.display, self.x11.XStringToKeysym(name.encode())) for name in names]
        for code in codes[:-1]:
            self.xtst.XTestFakeKeyEvent(self.display, code, 1, 0)
        self.x11.XSync(self.display, 0)
        pressed = time.monotonic()
        for code, down in [(codes[-1], 1), *[(code, 0) for code in reversed(codes)]]:
            self.xtst.XTestFakeKeyEvent(self.display, code, down, 0)
        self.x11.XSync(self.display, 0)
        return pressed

    def close(self):
        self.x11.XCloseDisplay(self.display)
