#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bench `panic`: from the second press of a panic key, through XTest, to what it is for. The slate: its picture in the
program monitor's pixels as the X server gives them back, and the way back. Off sale, all selling, chat: the word at the last of
VITRINA_PAGES (50) pages that are open. The aim of each is 200 ms."""
import os
import pathlib
import selectors
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "rig"))
import bench  # noqa: E402
import desk_show  # noqa: E402
import footage  # noqa: E402
import pictures  # noqa: E402
from glass import Glass  # noqa: E402
from studio_process import Page  # noqa: E402
from websocket import WebSocket  # noqa: E402

PAGES, PRESSES = int(os.environ.get("VITRINA_PAGES", "50")), int(os.environ.get("VITRINA_PRESSES", "8"))
COLOURS = {"host": "e01080", "closeup": "10c070"}
SCENES = {"full": [("host", (0.0, 0.0, 1.0))], "closeup": [("closeup", (0.0, 0.0, 1.0))]}
SCREEN = (0, 0, 1440, 900)
ARM_S = 0.4  # between the two presses of a hand
SETTLE_S = 1.6  # a way back counts only after the key has been left alone for 1.5 s
GIVE_UP_S = 5.0


def parts_of_colour(glass, wanted):
    """Points of the screen, each eighth pixel."""
    pixels = glass.look(SCREEN)
    return {(x, y) for y in range(0, SCREEN[3], 8) for x in range(0, SCREEN[2], 8)
            if pictures.near(tuple(pixels[4 * (y * SCREEN[2] + x) + 2 - at] for at in range(3)), wanted)}


class Key:
    def __init__(self, glass, number):
        self.glass, self.number = glass, str(number)

    def press(self):
        return self.glass.press("Control_L", "Shift_L", self.number)

    def arm_and_press(self):
        self.press()
        time.sleep(ARM_S)
        return self.press()

    def back(self):
        time.sleep(SETTLE_S)
        return self.press()


def seen(pressed, condition, what):
    while not condition():
        if time.monotonic() - pressed > GIVE_UP_S:
            raise SystemExit(f"panic: not seen within {GIVE_UP_S} s: {what}")
        time.sleep(0.001)
    return (time.monotonic() - pressed) * 1000


def measure_slate(glass):
    """Milliseconds to the slate and back from it."""
    key, on_air = Key(glass, 1), COLOURS["host"]
    before = parts_of_colour(glass, on_air)
    key.arm_and_press()
    time.sleep(1.0)
    # What lost the colour of the scene on air is the program: the preview has the other one, the tiles keep theirs.
    covered = before - parts_of_colour(glass, on_air)
    if len(covered) < len(before) / 2:
        raise SystemExit("panic: no slate was seen over the program")
    key.back()
    time.sleep(1.0)
    covered = sorted(covered & parts_of_colour(glass, on_air))  # the row of panic keys has come and gone, and moved what is below
    point = covered[len(covered) // 2]
    is_program = lambda: pictures.near(glass.colour(*point), on_air)
    to_slate, back = [], []
    for _ in range(PRESSES):
        time.sleep(SETTLE_S)
        to_slate.append(seen(key.arm_and_press(), lambda: not is_program(), "the slate"))
        back.append(seen(key.back(), is_program, "the scene again"))
    time.sleep(SETTLE_S)
    return to_slate, back


class Pages:
    """Open pages, each with its own socket."""

    def __init__(self, port):
        self.selector, self.sockets = selectors.DefaultSelector(), []
        for _ in range(PAGES):
            page = Page(port)
            page.join()
            socket = WebSocket(port, "/api/live", timeout=20)
            socket.send_json({"t": "join", "token": page.token})
            self.sockets.append(socket)
            self.selector.register(socket.socket, selectors.EVENT_READ, socket)
        for socket in self.sockets:
            while socket.receive_json()["t"] != "hello":
                pass

    def all_told(self, pressed, is_it, what):
        """Milliseconds until the last page has been told."""
        waiting, last = set(self.sockets), pressed
        while waiting:
            if time.monotonic() - pressed > GIVE_UP_S:
                raise SystemExit(f"panic: {len(waiting)} of {PAGES} pages were not told: {what}")
            for ready, _ in self.selector.select(0.1):
                now = time.monotonic()
                if is_it(ready.data.receive_json()):
                    waiting.discard(ready.data)
                    last = now
        return (last - pressed) * 1000

    def close(self):
        for socket in self.sockets:
            socket.close()


def off_sale(message):
    return message["t"] == "stock" and any(level["word"] == "stopped" for level in message["levels"])


def on_sale(message):
    return message["t"] == "stock" and any(level["word"] == "available" for level in message["levels"])


WORDS = {2: ("off sale", off_sale, on_sale),
         3: ("selling stopped", lambda message: message["t"] == "sales" and not message["open"],
             lambda message: message["t"] == "sales" and message["open"]),
         4: ("chat hidden", lambda message: message["t"] == "chat_switched" and not message["open"],
             lambda message: message["t"] == "chat_switched" and message["open"])}


def measure_pages(glass, pages):
    """One key after the other, so that each is left alone meanwhile."""
    times = {name: [] for name, _, _ in WORDS.values()}
    for _ in range(PRESSES):
        for number, (name, done, _) in WORDS.items():
            times[name].append(pages.all_told(Key(glass, number).arm_and_press(), done, name))
        for number, (name, _, undone) in WORDS.items():
            pages.all_told(Key(glass, number).back(), undone, f"the way back from: {name}")
        time.sleep(SETTLE_S - 2 * ARM_S)  # the last of them is pressed again after that
    return times


def main():
    with bench.place("panic") as (folder, display):
        set_up, names = desk_show.set_up(folder, SCENES)
        options = ["--show", desk_show.show(folder, SCENES, 10), "--setup", set_up, "--go-live", "--unfinished", "new", "--lang",
                   "en", "--record", folder / "recordings", "--script", desk_show.script(folder, [{"at": 0.3, "do": "take"}])]
        for name in names:
            options += ["--camera", f"{name.capitalize()}=file:{footage.flat(folder, name, COLOURS[name])}"]
        with bench.studio(folder, display, *options) as studio:
            studio.wait_live()
            bench.wait_for(lambda: studio.page().show().get("pin"), 20, "the product on air")
            glass = Glass(display.name)
            bench.wait_for(lambda: len(parts_of_colour(glass, COLOURS["host"])) > 500, 20, "the scene in the window")
            glass.focus_largest()
            to_slate, back = measure_slate(glass)
            pages = Pages(studio.lock()["port"])
            told = measure_pages(glass, pages)
            pages.close()
    for name, values in {"slate on program": to_slate, "slate off program": back,
                         **{f"{name} at every page": values for name, values in told.items()}}.items():
        bench.tell_spread(f"panic key to {name} p50", values, "ms")
        bench.tell(f"panic key to {name} max", max(values), "ms")
    return 0


sys.exit(main())
