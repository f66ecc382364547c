#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripts in packaging/: with-display keeps its promises, page-shots photographs a page at its true size,
install-dependencies tells what is missing without touching anything."""
import http.server
import os
import pathlib
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time
import unittest

PACKAGING = pathlib.Path(sys.argv.pop(1)).resolve() / "packaging"


def withoutDisplay():
    return {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "XAUTHORITY")}


def until(condition, seconds=10):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def alive(pid):
    try:
        os.kill(pid, 0)
        return True
    except ProcessLookupError:
        return False


class WithDisplay(unittest.TestCase):
    def run_(self, *command, **options):
        return subprocess.run([PACKAGING / "with-display", *command], capture_output=True, text=True, timeout=60, **options)

    def testGivesADisplayWhereThereIsNoneAndTheStatusOfTheCommand(self):
        ran = self.run_("bash", "-c", "xdpyinfo | grep dimensions; exit 7", env=withoutDisplay())
        self.assertEqual(ran.returncode, 7)
        self.assertIn("1440x900", ran.stdout)

    def testADisplayThatCannotBeOpenedIsNone(self):
        ran = self.run_("xdpyinfo", env=dict(withoutDisplay(), DISPLAY=":31999", VITRINA_SCREEN="800x600x24"))
        self.assertEqual(ran.returncode, 0)
        self.assertIn("can't be opened", ran.stderr)
        self.assertIn("800x600", ran.stdout)

    def testAStrangerWithoutTheCookieIsKeptOut(self):
        ran = self.run_("bash", "-c", "XAUTHORITY=/dev/null xdpyinfo >/dev/null && echo open", env=withoutDisplay())
        self.assertNotIn("open", ran.stdout)

    def testASignalReachesTheCommandAndTheDisplayOutlivesIt(self):
        with tempfile.TemporaryDirectory() as folder:
            # The command notes that it still has a display while it ends in its own order.
            script = (f"trap 'xdpyinfo >/dev/null && echo orderly >{folder}/end; exit 5' TERM; "
                      f"pgrep -P $PPID Xvfb >{folder}/server; echo >{folder}/up; while :; do sleep 0.05; done")
            run = subprocess.Popen([PACKAGING / "with-display", "bash", "-c", script], env=withoutDisplay())
            self.assertTrue(until(lambda: os.path.exists(f"{folder}/up")))
            server = int(pathlib.Path(folder, "server").read_text())
            run.send_signal(signal.SIGTERM)
            self.assertEqual(run.wait(timeout=20), 5)
            self.assertEqual(pathlib.Path(folder, "end").read_text(), "orderly\n")
            self.assertTrue(until(lambda: not alive(server)), "the display is still there")


class PageShots(unittest.TestCase):
    PAGE = b"""<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <style>body{margin:0;height:100vh;background:#123456}</style><script>fetch('/saw?' + innerWidth + 'x' + innerHeight +
      '.' + navigator.language)</script>"""

    def testBothSizesAndLanguages(self):
        saw, page = [], self.PAGE

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                saw.append(self.path)
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with tempfile.TemporaryDirectory() as folder:
            ran = subprocess.run([PACKAGING / "page-shots", f"http://127.0.0.1:{server.server_port}/", folder],
                                 capture_output=True, text=True, timeout=90)
            server.shutdown()
            server.server_close()
            self.assertEqual(ran.returncode, 0, ran.stderr)
            sizes = {path.name: struct.unpack(">II", path.read_bytes()[16:24]) for path in pathlib.Path(folder).iterdir()}
        self.assertEqual(sizes, {"page-390x844.png": (780, 1688), "page-1280x800.png": (1280, 800)})
        self.assertIn("/saw?390x844.lv-LV", saw)
        self.assertIn("/saw?1280x800.en-IE", saw)


class InstallDependencies(unittest.TestCase):
    def testNamesWhatIsMissingAndInstallsNothing(self):
        with tempfile.TemporaryDirectory() as folder:
            # A dpkg that knows nothing, and an apt that must not be called.
            for name, body in (("dpkg-query", "exit 1"), ("apt-get", f"touch {folder}/called")):
                fake = pathlib.Path(folder, name)
                fake.write_text(f"#!/bin/sh\n{body}\n")
                fake.chmod(0o755)
            ran = subprocess.run([PACKAGING / "install-dependencies", "--check", "run"], capture_output=True, text=True,
                                 env=dict(os.environ, PATH=f"{folder}:{os.environ['PATH']}"), timeout=60)
            self.assertEqual(ran.returncode, 1)
            self.assertIn("obs-studio", ran.stdout)
            self.assertNotIn("librapidcheck-dev", ran.stdout)
            self.assertFalse(os.path.exists(f"{folder}/called"))

    def testAllIsThereWhereTheTestsRun(self):
        ran = subprocess.run([PACKAGING / "install-dependencies", "--check"], capture_output=True, text=True, timeout=60)
        self.assertEqual((ran.returncode, ran.stdout), (0, ""))


if __name__ == "__main__":
    outcome = unittest.main(exit=False, verbosity=1).result
    bad = len(outcome.failures) + len(outcome.errors)
    print(f"Totals: {outcome.testsRun - bad} passed, {bad} failed")
    sys.exit(bad > 0)
