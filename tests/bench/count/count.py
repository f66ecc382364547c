#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bench `count`: from a viewer's order leaving by the public route to the counter having fallen on the glass: on the
card in the picture, in the info strip under it, and in the rundown's row. Read back from the X server as pixels that
change where nothing but the counter stands (window of 1440x900). The aim of each is 200 ms."""
import json
import os
import pathlib
import shutil
import statistics
import sys
import tempfile
import threading
import time

SOURCE = pathlib.Path(os.environ.get("VITRINA_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[3])
BUILD = pathlib.Path(os.environ.get("VITRINA_BUILD_DIR") or SOURCE / "build/ci")
os.environ["VITRINA_BINARIES"] = str(BUILD / "bin")
sys.path[:0] = [str(SOURCE / "tests/e2e/studio"), str(pathlib.Path(__file__).resolve().parents[1] / "rig")]
from glass import Glass  # noqa: E402
from studio_process import Display, Page, Studio, wait_for  # noqa: E402

ORDERS = int(os.environ.get("VITRINA_ORDERS", "40"))
ORDERS_PER_VIEWER = 8  # the limit is 10 in 10 s
GIVE_UP_S = 3.0
# x, y, width, height of what holds the figure and nothing that moves.
PLACES = {"card": (855, 290, 100, 36), "strip": (1000, 385, 56, 36), "row": (585, 520, 36, 320)}


def still(glass):
    """What stands in the places once nothing has changed there for half a second."""
    seen, since = {name: glass.look(place) for name, place in PLACES.items()}, time.monotonic()
    deadline = since + 20
    while time.monotonic() - since < 0.5:
        if time.monotonic() > deadline:
            raise SystemExit("count: the places never stand still: the window's layout has changed")
        now = {name: glass.look(place) for name, place in PLACES.items()}
        if now != seen:
            seen, since = now, time.monotonic()
    return seen


def measure(glass, order):
    """Milliseconds from the order to the change, by place."""
    before = still(glass)
    took = {}
    begun = time.monotonic()
    sender = threading.Thread(target=order)
    sender.start()
    while len(took) < len(PLACES) and time.monotonic() - begun < GIVE_UP_S:
        for name, place in PLACES.items():
            if name not in took and glass.look(place) != before[name]:
                took[name] = (time.monotonic() - begun) * 1000
    sender.join()
    return took


class Viewers:
    def __init__(self, port, sku, price):
        self.port, self.sku, self.price, self.made = port, sku, price, 0
        self.page = None

    def order(self):
        if self.made % ORDERS_PER_VIEWER == 0:
            self.page = Page(self.port)
            self.page.join()
        self.made += 1
        return lambda: self.check(self.page.order(self.sku, self.price))

    @staticmethod
    def check(answer):
        if answer[0] != 201:
            print(f"# refused: {answer[1]}")


def on_air(studio):
    """The pinned product's variant with most pieces."""
    show = wait_for(lambda: (studio.page().show() or {}).get("pin") and studio.page().show(), 20, "a pin")
    product = next(p for p in show["products"] if p["id"] == show["pin"]["product"])
    return max(product["variants"], key=lambda variant: variant["available"])


def main():
    data = tempfile.mkdtemp(prefix="vitrina-count-")
    display = Display()
    script = os.path.join(data, "script.json")
    with open(script, "w", encoding="utf-8") as file:
        json.dump([{"at": 0.5, "do": "take"}, {"at": 2.0, "do": "take_cut"}], file)
    studio = Studio(display, data, "--go-live", "--script", script, "--lang", "en")
    try:
        studio.wait_live()
        variant = on_air(studio)
        viewers = Viewers(studio.lock()["port"], variant["sku"], variant["price"])
        glass = Glass(display.name)
        times = {name: [] for name in PLACES}
        for _ in range(min(ORDERS, variant["available"] - 1)):
            for name, ms in measure(glass, viewers.order()).items():
                times[name].append(ms)
    finally:
        studio.end()
        display.close()
        shutil.rmtree(data, ignore_errors=True)
    for name, values in times.items():
        if len(values) < 5:
            raise SystemExit(f"count: the counter was seen to fall only {len(values)} times at: {name}")
        values.sort()
        for label, value in (("p50", statistics.median(values)), ("max", values[-1])):
            print(json.dumps({"name": f"count order to {name} {label}", "value": round(value, 1), "unit": "ms"}), flush=True)
    return 0


sys.exit(main())
