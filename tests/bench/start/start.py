#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bench `start`: from exec to the first key frame at the RTMP server, the studio beside OBS Studio, by turns and with the
same canvas, encoder, cameras and scenes. Both are told on their command line to publish as soon as they can. The studio
starts its server, its journal and a run on the way, with a new data folder each time."""
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "rig"))
import bench  # noqa: E402
import desk_show  # noqa: E402
import footage  # noqa: E402
from rtmp_sink import Arrivals, Nginx  # noqa: E402
from studio_peer import Obs, version  # noqa: E402

ROUNDS = int(os.environ.get("VITRINA_ROUNDS", "5"))
GIVE_UP_S = 40


def key_frame(arrivals, process, what):
    def came():
        if process.poll() is not None:
            raise SystemExit(f"start: {what} ended with {process.returncode}")
        return arrivals.first_key_frame()
    return bench.wait_for(came, GIVE_UP_S, f"a key frame of {what}")


def ours(folder, display, nginx, cameras):
    folder.mkdir()
    set_up, names = desk_show.set_up(folder, desk_show.SCENES)
    options = ["--show", desk_show.show(folder, desk_show.SCENES, 10), "--setup", set_up, "--rtmp", nginx.server() + "/ours",
               "--go-live", "--unfinished", "new", "--record", folder / "recordings", "--lang", "en"]
    for name in names:
        options += ["--camera", f"{name.capitalize()}=file:{cameras[name]}"]
    arrivals = Arrivals(nginx, "ours")
    try:
        with bench.studio(folder, display, *options) as studio:
            return key_frame(arrivals, studio.process, "the studio") - studio.started
    finally:
        arrivals.stop()


def theirs(folder, display, nginx, cameras):
    folder.mkdir()
    arrivals = Arrivals(nginx, "obs")
    obs = Obs(display.name, folder, cameras, desk_show.SCENES, nginx.server(), "obs")
    try:
        return key_frame(arrivals, obs.process, "OBS Studio") - obs.started
    finally:
        arrivals.stop()
        obs.stop()


def main():
    seconds = {ours: [], theirs: []}
    with bench.place("start") as (folder, display):
        cameras = {name: footage.moving(folder, bench.SOURCE, name) for name in ("host", "closeup", "wide")}
        nginx = Nginx(folder)
        try:
            for number in range(ROUNDS + 1):
                for measure, values in seconds.items():
                    value = measure(folder / f"{measure.__name__}-{number}", display, nginx, cameras)
                    if number > 0:  # the first of each reads its libraries from the disk
                        values.append(value * 1000)
        finally:
            nginx.stop()
    bench.tell_spread("start exec to first key frame", seconds[ours], "ms", version(), seconds[theirs])
    return 0


sys.exit(main())
