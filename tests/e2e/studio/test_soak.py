# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A long show with viewers (packaging/test --long; VITRINA_SOAK_S seconds): the three counts agree, no frame is skipped,
and the memory of studio and server at the end is what it was after the first minutes."""
import glob
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time
import unittest

from studio_process import BINARIES, Display, SOURCE, wait_for

SOAK_S = int(os.environ.get("VITRINA_SOAK_S", "900"))
WARM_S = min(180, SOAK_S // 3)
GROWTH_MB = 40
SCRIPT = os.path.join(SOURCE, "resources", "demo", "demo-script.json")


def private_mb(pid):
    """Memory that is this process's own."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        lines = dict(line.split(":", 1) for line in file if ":" in line)
    return sum(int(lines[name].split()[0]) for name in ("Private_Clean", "Private_Dirty")) / 1024


def children(pid):
    out = []
    for path in glob.glob("/proc/[0-9]*/stat"):
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                fields = file.read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            out.append(int(path.split("/")[2]))
    return out


class SoakTest(unittest.TestCase):
    def setUp(self):
        self.out = tempfile.mkdtemp(prefix="vitrina-soak-")
        self.display = Display()

    def tearDown(self):
        self.display.close()
        shutil.rmtree(self.out, ignore_errors=True)

    def test_long_show(self):
        environment = dict(os.environ, DISPLAY=self.display.name, QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8")
        with open(os.path.join(self.out, "log"), "w", encoding="utf-8") as log:
            studio = subprocess.Popen(
                [os.path.join(BINARIES, "vitrina"), "--demo", "--for", str(SOAK_S), "--out", self.out, "--script", SCRIPT,
                 "--viewers", "40"], env=environment, stdout=log, stderr=log)
            try:
                early, late = self.watch(studio)
                studio.wait(timeout=180)
            finally:
                if studio.poll() is None:
                    studio.kill()
        with open(os.path.join(self.out, "log"), encoding="utf-8") as log:
            self.assertEqual(studio.returncode, 0, log.read()[-4000:])
        with open(os.path.join(self.out, "summary.json"), encoding="utf-8") as file:
            summary = json.load(file)
        print(json.dumps(summary), flush=True)
        for name in early:
            print(f"{name}: {early[name]:.0f} MB after {WARM_S} s, {late[name]:.0f} MB at the end", flush=True)
            self.assertLess(late[name] - early[name], GROWTH_MB, name)
        self.assertEqual(summary["frames_skipped"], 0)
        self.assertEqual(summary["oversold"], 0)
        self.assertGreater(summary["orders"], 0)

    def watch(self, studio):
        """Medians of the memory, just after warming up and just before the end."""
        seen = []
        began = time.monotonic()
        wait_for(lambda: children(studio.pid) or studio.poll() is not None, 60, "the server")
        while time.monotonic() - began < SOAK_S and studio.poll() is None:
            server = children(studio.pid)
            try:
                seen.append((time.monotonic() - began,
                             {"studio": private_mb(studio.pid), "server": max(private_mb(pid) for pid in server)}))
            except (OSError, ValueError):
                pass  # one of them has just ended
            time.sleep(2)
        def median(begin, end):
            chosen = [memory for at, memory in seen if begin <= at < end]
            return {name: statistics.median(one[name] for one in chosen) for name in ("studio", "server")}
        return median(WARM_S, WARM_S + 30), median(SOAK_S - 30, SOAK_S)


if __name__ == "__main__":
    unittest.main(verbosity=2)
