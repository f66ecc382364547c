#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bench `resume`: kill -9 of a studio that is live, and a new one started at once: how long until the picture of the same
scene is published again, at the RTMP server and at a page that kept its socket open. Two cameras of one flat colour each: the
first picture that has the colour of the scene that was on air counts, read back from what came. The aim is 5 s."""
import os
import pathlib
import random
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "rig"))
import bench  # noqa: E402
import desk_show  # noqa: E402
import footage  # noqa: E402
from rtmp_sink import Arrivals, Nginx  # noqa: E402
from web_video import WebVideo  # noqa: E402

ROUNDS = int(os.environ.get("VITRINA_ROUNDS", "5"))
COLOURS = {"host": "e01080", "closeup": "10c070"}
SCENES = {"full": [("host", (0.0, 0.0, 1.0))], "closeup": [("closeup", (0.0, 0.0, 1.0))]}
ON_AIR = "closeup"
GIVE_UP_S = 30


def one_round(folder, display, nginx, cameras, dice):
    folder.mkdir()
    set_up, names = desk_show.set_up(folder, SCENES)
    options = ["--show", desk_show.show(folder, SCENES, 10), "--setup", set_up, "--rtmp", nginx.server() + "/show", "--go-live",
               "--record", folder / "recordings", "--lang", "en", "--script",
               desk_show.script(folder, [{"at": 0.2, "do": "take"}, {"at": 1.2, "do": "take"}])]
    for name in names:
        options += ["--camera", f"{name.capitalize()}=file:{cameras[name]}"]
    with bench.studio(folder, display, *options, "--unfinished", "new") as studio:
        studio.wait_live()
        video = WebVideo(studio.lock()["port"])
        bench.wait_for(lambda: video.first_of(COLOURS[ON_AIR]), 15, "the scene on the page")
        time.sleep(dice.uniform(0, 2))  # any moment
        arrivals, killed = Arrivals(nginx, "show"), time.monotonic()
        studio.kill()
        try:
            with bench.studio(folder, display, *options, "--unfinished", "resume"):
                rtmp = bench.wait_for(lambda: arrivals.first_of(COLOURS[ON_AIR]), GIVE_UP_S, "the same scene at the RTMP server")
                page = bench.wait_for(lambda: video.first_of(COLOURS[ON_AIR], killed), GIVE_UP_S, "the same scene at the page")
        finally:
            arrivals.stop()
            video.close()
    return rtmp - killed, page - killed


def main():
    dice = random.Random(1)
    taken = []
    with bench.place("resume") as (folder, display):
        cameras = {name: footage.flat(folder, name, colour) for name, colour in COLOURS.items()}
        nginx = Nginx(folder)
        try:
            for number in range(ROUNDS):
                taken.append(one_round(folder / str(number), display, nginx, cameras, dice))
        finally:
            nginx.stop()
    for at, where in enumerate(("at the RTMP server", "at the page")):
        values = sorted(pair[at] for pair in taken)
        bench.tell_spread(f"resume kill to same scene {where}", values, "s")
        bench.tell(f"resume kill to same scene {where}, longest", values[-1], "s")
    return 0


sys.exit(main())
