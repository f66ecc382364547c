# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real studio with its real server, under a private display, for tests that kill and restart it."""
import glob
import http.client
import json
import os
import signal
import sqlite3
import subprocess
import tempfile
import time
import uuid

SOURCE = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
BINARIES = os.environ.get("VITRINA_BINARIES", os.path.join(SOURCE, "build", "dev", "bin"))


def wait_for(condition, seconds, what):
    """Looks until the condition gives something true, and gives that; fails after the deadline."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.02)


class Display:
    """An X server of our own on a free display number."""

    def __init__(self):
        read_end, write_end = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
            pass_fds=(write_end,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write_end)
        number = b""
        while not number.endswith(b"\n"):
            piece = os.read(read_end, 16)
            if not piece:
                raise AssertionError("Xvfb did not start")
            number += piece
        os.close(read_end)
        self.name = ":" + number.decode().strip()

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=10)


class Studio:
    """One studio process on a data folder that outlives it."""

    def __init__(self, display, data, *options, log=None, within=()):
        """within: what runs it, as the words of a command line."""
        self.data = data
        environment = dict(os.environ, DISPLAY=display.name, QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8")
        self.log = log or tempfile.NamedTemporaryFile("w+", suffix=".log", delete=False)
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [*within, os.path.join(BINARIES, "vitrina"), "--data", data, *options],
            env=environment, stdout=self.log, stderr=self.log)

    def lock(self):
        """The server's lock file, or None while there is none."""
        for path in glob.glob(os.path.join(self.data, "server", "*", "server.lock")):
            try:
                with open(path, encoding="utf-8") as file:
                    return json.load(file)
            except (OSError, ValueError):
                return None
        return None

    def page(self):
        lock = self.lock()
        return Page(lock["port"]) if lock and lock.get("port") else None

    def wait_live(self, seconds=40):
        def live():
            if self.process.poll() is not None:
                raise AssertionError(f"the studio ended with {self.process.returncode}, see {self.log.name}")
            page = self.page()
            show = page and page.show()
            return show and show["state"] == "live" and show
        return wait_for(live, seconds, f"live page, see {self.log.name}")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=10)

    def records(self):
        """(origin, kind) of all records in the show file, in the order they were written."""
        path = glob.glob(os.path.join(self.data, "shows", "*.vitrina"))[0]
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as base:
            return read_records(base)

    def facts(self):
        """(seq, kind, body) of the studio's own records of the newest run."""
        path = glob.glob(os.path.join(self.data, "shows", "*.vitrina"))[0]
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as base:
            return [(seq, kind, json.loads(body)) for seq, kind, body in base.execute(
                "SELECT seq, kind, body FROM record WHERE origin = (SELECT origin FROM record ORDER BY number LIMIT 1) "
                "AND run_id = (SELECT max(id) FROM run) ORDER BY seq")]

    def end(self):
        """Ends what is left: the studio, then a server that serves on."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                self.kill()
        lock = self.lock()
        if lock:
            try:
                os.kill(lock["pid"], signal.SIGKILL)
            except ProcessLookupError:
                pass


def read_records(base):
    columns = [row[1] for row in base.execute("PRAGMA table_info(record)")]
    kind = "kind" if "kind" in columns else None
    if kind:
        return base.execute("SELECT origin, kind, seq FROM record ORDER BY rowid").fetchall()
    raise AssertionError(f"the journal's table has other columns: {columns}")


class Page:
    """A viewer's HTTP side."""

    def __init__(self, port):
        self.port = port
        self.token = None

    def call(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return answer.status, text

    def show(self):
        try:
            status, text = self.call("GET", "/api/show")
        except (OSError, http.client.HTTPException):
            return None
        return json.loads(text) if status == 200 else None

    def join(self):
        status, text = self.call("POST", "/api/session", {})
        assert status == 201, (status, text)
        self.token = json.loads(text)["token"]

    def order(self, sku, price, quantity=1, key=None):
        body = {"key": key or uuid.uuid4().hex, "name": "Anna Bērziņa", "contact": "anna@example.com",
                "lines": [{"sku": sku, "quantity": quantity, "price": price}], "mediaMs": -1}
        status, text = self.call("POST", "/api/orders", body)
        return status, json.loads(text), body["key"]
