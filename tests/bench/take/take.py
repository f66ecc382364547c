#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bench `take`: from a key, through XTest, to the pixels of the program monitor as the X server gives them back, in a
studio that publishes to nginx-rtmp, records and serves its page meanwhile. Two cameras of one flat colour each; every item
of the rundown asks for the other one. The figure holds everything: X, Qt, decide and apply, the engine's frame, its drawing."""
import json
import os
import pathlib
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

COLOURS = ("e01080", "10c070")  # on program after odd and even takes
TAKES, CUTS = int(os.environ.get("VITRINA_TAKES", "200")), int(os.environ.get("VITRINA_TAKES", "200")) // 2
SOURCE = pathlib.Path(os.environ.get("VITRINA_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[3])
BUILD = pathlib.Path(os.environ.get("VITRINA_BUILD_DIR") or SOURCE / "build/ci")


def freePort():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def camera(folder, name, colour):
    path = folder / f"{name}.mp4"
    subprocess.run(["ffmpeg", "-loglevel", "error", "-y", "-f", "lavfi", "-i", f"color=0x{colour}:size=640x360:rate=30",
                    "-f", "lavfi", "-i", "sine=frequency=330:sample_rate=48000", "-t", "20", "-c:v", "libx264", "-pix_fmt",
                    "yuv420p", "-g", "30", "-c:a", "aac", "-shortest", path], check=True)
    return path


def show(folder):
    items = [{"id": f"item-{n}", "kind": "talk", "title": f"Take {n}", "plannedMs": 1000,
              "role": "full" if n % 2 else "close_up"} for n in range(1, TAKES + 40)]
    path = folder / "show.json"
    path.write_text(json.dumps({
        "format": "vitrina.show", "version": 1, "id": "bench-take", "title": "Bench", "shopName": "Bench", "hostName": "Bench",
        "locale": "en-IE", "currency": "EUR", "segments": [{"id": "segment", "title": "Takes", "items": items}], "products": []}))
    return path


def setUp(folder):
    """The demo's set-up, but with a cut, so that a frame either has the new scene or has not."""
    document = json.loads((SOURCE / "resources/demo/setup.json").read_text(encoding="utf-8"))
    document["transition"] = {"kind": "cut", "durationMs": 0}
    path = folder / "setup.json"
    path.write_text(json.dumps(document))
    return path


class Nginx:
    """A destination to publish to. It records what it gets, which shows that something comes."""

    def __init__(self, folder):
        self.port, self.folder = freePort(), folder / "nginx"
        (self.folder / "got").mkdir(parents=True)
        modules = next((path for path in ("/usr/lib/nginx/modules", "/usr/share/nginx/modules") if os.path.isdir(path)), "")
        (self.folder / "nginx.conf").write_text(
            f"load_module {modules}/ngx_rtmp_module.so;\nuser {'root' if os.geteuid() == 0 else 'nobody'};\n"
            f"pid {self.folder}/pid;\nerror_log {self.folder}/error.log;\ndaemon off;\nworker_processes 1;\n"
            "events { worker_connections 64; }\n"
            f"rtmp {{ server {{ listen 127.0.0.1:{self.port}; application live {{ live on; record all; "
            f"record_path {self.folder}/got; }} }} }}\n")
        self.process = subprocess.Popen(["/usr/sbin/nginx", "-p", self.folder, "-c", self.folder / "nginx.conf"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def receives(self):
        return any(path.stat().st_size > 5000 for path in (self.folder / "got").iterdir())

    def stop(self):
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(timeout=10)


def waitUntil(what, condition, seconds, studio):
    end = time.monotonic() + seconds
    while not condition():
        if studio.poll() is not None:
            raise SystemExit(f"take: the studio ended with {studio.returncode} before {what}")
        if time.monotonic() > end:
            raise SystemExit(f"take: not within {seconds} s: {what}")
        time.sleep(0.1)


def probe(key, presses):
    answer = subprocess.run([BUILD / "bench/take_probe", key, str(presses), "520", *COLOURS], capture_output=True, text=True)
    if answer.returncode != 0:
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", BUILD / "bench/take-failed.png"], check=False)
        raise SystemExit(f"take: {answer.stderr.strip()}")
    return json.loads(answer.stdout)


def tell(name, probed):
    times = sorted(probed["ms"])
    if len(times) < 10:
        raise SystemExit(f"take: only {len(times)} presses of {name} had an effect")
    print(f"{name}: {len(times)} presses, {probed['lost']} without effect, at {probed['x']},{probed['y']}")
    at = lambda part: times[min(len(times) - 1, int(len(times) * part))]
    for label, value in (("p50", statistics.median(times)), ("p99", at(0.99)), ("max", times[-1])):
        print(json.dumps({"name": f"{name} key to program {label}", "value": round(value, 1), "unit": "ms"}), flush=True)


def inside(folder):
    """Runs in the private display."""
    nginx = Nginx(folder)
    recordings = folder / "recordings"
    recordings.mkdir()
    environment = dict(os.environ, QT_QPA_PLATFORM="xcb", HOME=str(folder), XDG_DATA_HOME=str(folder / "data"),
                       XDG_CONFIG_HOME=str(folder / "config"))
    with open(folder / "studio.log", "w", encoding="utf-8") as log:
        studio = subprocess.Popen(
            [BUILD / "bin/vitrina", "--show", show(folder), "--setup", setUp(folder), "--data", folder / "data",
             "--camera", f"Host=file:{camera(folder, 'host', COLOURS[0])}",
             "--camera", f"Close-up=file:{camera(folder, 'closeup', COLOURS[1])}",
             "--rtmp", f"rtmp://127.0.0.1:{nginx.port}/live/bench", "--record", recordings, "--go-live", "--unfinished", "new",
             "--lang", "en"], env=environment, stdout=log, stderr=log)
    try:
        waitUntil("publishing", nginx.receives, 60, studio)
        waitUntil("recording", lambda: any(path.stat().st_size > 2000 for path in recordings.rglob("*.mkv")), 60, studio)
        tell("take", probe("F12", TAKES))
        tell("cut", probe("x", CUTS))
    finally:
        studio.terminate()
        try:
            studio.wait(timeout=20)
        except subprocess.TimeoutExpired:
            studio.kill()
        nginx.stop()
        shutil.copy(folder / "studio.log", BUILD / "bench/take-studio.log")


def main():
    if len(sys.argv) == 3 and sys.argv[1] == "--inside":
        return inside(pathlib.Path(sys.argv[2]))
    with tempfile.TemporaryDirectory(prefix="vitrina-take-", ignore_cleanup_errors=True) as folder:
        return subprocess.run([SOURCE / "packaging/with-display", "--private", sys.executable, __file__, "--inside", folder],
                              check=False).returncode


sys.exit(main())
