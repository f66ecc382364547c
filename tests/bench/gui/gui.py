#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bench `gui`: how long the GUI thread lets an event wait over a scripted show of VITRINA_GUI_SECONDS (300), with takes,
cuts, preview, mutes, card and panic keys, and twelve viewers who write and buy. The studio's own stall meter sends an event
each 5 ms and notes how long it waited; the aims are 16.7 ms for 99 of 100 and 100 ms for the longest."""
import json
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "rig"))
import bench  # noqa: E402
import desk_show  # noqa: E402
import footage  # noqa: E402
from rtmp_sink import Nginx  # noqa: E402

SECONDS = int(os.environ.get("VITRINA_GUI_SECONDS", "300"))
VIEWERS = 12
# What happens in each ten seconds, beside a take each two.
TURN = [(0.9, "preview", "side"), (1.4, "auto", None), (2.9, "mute", "host"), (3.6, "unmute", "host"), (4.9, "card", "off"),
        (5.4, "card", "on"), (6.9, "next_down", None), (7.2, "next_up", None), (8.9, "preview", "full"), (9.4, "cut", None)]
# And once a minute.
PANIC = [(31.0, "slate", "on"), (33.0, "slate", "off"), (35.0, "hide_chat", None), (37.0, "show_chat", None),
         (39.0, "stop_product", None), (41.0, "sell_product", None)]


def steps():
    planned = desk_show.takes(SECONDS)
    for pattern, every in ((TURN, 10), (PANIC, 60)):
        for turn in range(0, SECONDS, every):
            planned += [{"at": turn + at, "do": verb, **({"with": word} if word else {})} for at, verb, word in pattern]
    return sorted((step for step in planned if step["at"] < SECONDS), key=lambda step: step["at"])


def main():
    with bench.place("gui") as (folder, display):
        nginx = Nginx(folder)
        try:
            set_up, names = desk_show.set_up(folder, desk_show.SCENES)
            out = folder / "out"
            options = ["--show", desk_show.show(folder, desk_show.SCENES, SECONDS // 2 + 10), "--setup", set_up, "--out", out,
                       "--rtmp", nginx.server() + "/gui", "--script", desk_show.script(folder, steps()), "--for", SECONDS,
                       "--viewers", VIEWERS, "--lang", "en"]
            for name in names:
                options += ["--camera", f"{name.capitalize()}=file:{footage.moving(folder, bench.SOURCE, name)}"]
            with bench.studio(folder, display, *options) as studio:
                studio.process.wait(timeout=SECONDS + 180)
                if studio.process.returncode != 0:
                    raise SystemExit(f"gui: the studio ended with {studio.process.returncode}")
        finally:
            nginx.stop()
        figures = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    print(f"# {SECONDS} s: {figures['takes']} takes, {figures['messages']} messages, {figures['orders']} orders, "
          f"{figures['script_refusals']} steps refused; load {bench.load():.1f}")
    bench.tell("gui stall p99", figures["gui_stall_p99_ms"], "ms")
    bench.tell("gui stall max", figures["gui_stall_max_ms"], "ms")
    return 0


sys.exit(main())
