#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bench `desk`: the whole studio with its windows beside OBS Studio in studio mode, one after the other under one Xvfb,
three times each. Both: canvas 960x540 at 30, x264 superfast zerolatency main CBR 1500 with a key frame a second, AAC 128, three
looping files as cameras, three scenes, a card on the picture, preview and program visible, RTMP to nginx and a recording,
another scene every two seconds, faded and cut in turn. The studio also sends its web video, runs its server and shows a tile
for each camera; OBS Studio does none of these, and its window is made as large as the studio's. Measured over 20 s on air:
PSS of the process tree, CPU, and frames rendered too late."""
import json
import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "rig"))
import bench  # noqa: E402
import desk_show  # noqa: E402
import footage  # noqa: E402
import processes  # noqa: E402
from rtmp_sink import Nginx  # noqa: E402
from studio_peer import Obs, version  # noqa: E402

ROUNDS = int(os.environ.get("VITRINA_ROUNDS", "3"))
WARM_UP_S, MEASURED_S = 4, int(os.environ.get("VITRINA_MEASURED_S", "20"))


class Use:
    """CPU and memory of a tree, from its making to `read`."""

    def __init__(self, pid):
        self.pids = processes.tree(pid)
        self.cpu, self.since = processes.cpu_seconds(self.pids), time.monotonic()

    def read(self):
        spent = processes.cpu_seconds(self.pids) - self.cpu
        return {"cpu": 100 * spent / (time.monotonic() - self.since), "pss": processes.pss_mb(self.pids)}


def ours(folder, display, nginx, cameras):
    """Unattended: the studio itself writes down what its frames did between going live and the end."""
    folder.mkdir()
    set_up, names = desk_show.set_up(folder, desk_show.SCENES)
    seconds = WARM_UP_S + MEASURED_S
    out = folder / "out"
    options = ["--show", desk_show.show(folder, desk_show.SCENES, seconds), "--setup", set_up, "--rtmp", nginx.server() + "/ours",
               "--script", desk_show.script(folder, desk_show.takes(seconds)), "--for", seconds + 1, "--out", out, "--lang", "en"]
    for name in names:
        options += ["--camera", f"{name.capitalize()}=file:{cameras[name]}"]
    with bench.studio(folder, display, *options) as studio:
        studio.wait_live()
        time.sleep(WARM_UP_S)
        use = Use(studio.process.pid)
        time.sleep(MEASURED_S)
        figures = use.read()
        studio.process.wait(timeout=60)
        if studio.process.returncode != 0:
            raise SystemExit(f"desk: the studio ended with {studio.process.returncode}")
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    if pathlib.Path(summary["recording"]).stat().st_size < 1_000_000 or not nginx.files("ours"):
        raise SystemExit("desk: the studio did not record or publish")
    return dict(figures, lagged=100 * summary["frames_lagged"] / summary["frames_total"],
                lost=summary["frames_skipped"] + summary["frames_dropped"])


def card(folder):
    path = folder / "card.png"
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "color=c=0x204060@0.8:s=320x140,format=rgba", "-frames:v",
                    "1", path], check=True)
    return path


def theirs(folder, display, nginx, cameras):
    folder.mkdir()
    obs = Obs(display.name, folder, cameras, desk_show.SCENES, nginx.server(), "obs", card(folder))
    try:
        obs.join()
        enlarge(display, obs.process.pid)
        bench.wait_for(lambda: obs.ask("GetStreamStatus")["outputActive"] and obs.ask("GetRecordStatus")["outputActive"], 20,
                       "OBS Studio publishing and recording")
        time.sleep(WARM_UP_S)
        before, use, names = obs.ask("GetStats"), Use(obs.process.pid), list(desk_show.SCENES)
        for second in range(MEASURED_S):
            wanted, following = names[second // 2 % len(names)], names[(second // 2 + 1) % len(names)]
            if second % 2 == 0:
                obs.show(wanted, following, second % 4 == 0)
            elif obs.on_program() != wanted:
                raise SystemExit(f"desk: OBS Studio did not put {wanted} on program")
            time.sleep(max(0.0, use.since + second + 1 - time.monotonic()))
        figures, after, stream = use.read(), obs.ask("GetStats"), obs.ask("GetStreamStatus")
        if stream["outputBytes"] < 1_000_000 or obs.ask("GetRecordStatus")["outputBytes"] < 1_000_000:
            raise SystemExit("desk: OBS Studio did not record or publish")
    finally:
        obs.stop()
    frames = after["renderTotalFrames"] - before["renderTotalFrames"]
    return dict(figures, lagged=100 * (after["renderSkippedFrames"] - before["renderSkippedFrames"]) / frames,
                lost=after["outputSkippedFrames"] - before["outputSkippedFrames"] + stream["outputSkippedFrames"])


def enlarge(display, pid):
    """There is no window manager to do it."""
    environment = dict(os.environ, DISPLAY=display.name)
    search = ["xdotool", "search", "--onlyvisible", "--pid", str(pid)]
    for window in subprocess.run(search, env=environment, capture_output=True, text=True, check=False).stdout.split():
        subprocess.run(["xdotool", "windowmove", window, "0", "0", "windowsize", window, "1440", "900"], env=environment, check=False)


def main():
    rounds = {ours: [], theirs: []}
    with bench.place("desk") as (folder, display):
        cameras = {name: footage.moving(folder, bench.SOURCE, name) for name in ("host", "closeup", "wide")}
        nginx = Nginx(folder)
        try:
            for number in range(ROUNDS):
                for measure, figures in rounds.items():
                    figures.append(measure(folder / f"{measure.__name__}-{number}", display, nginx, cameras))
        finally:
            nginx.stop()
    for key, name, unit in (("pss", "desk PSS of the tree", "MB"), ("cpu", "desk CPU", "% of a core"),
                            ("lagged", "desk lagged", "%"), ("lost", "desk skipped and dropped", "frames")):
        bench.tell_spread(name, *[[figures[key] for figures in rounds[ours]], unit, version(),
                                  [figures[key] for figures in rounds[theirs]]])
    return 0


sys.exit(main())
