# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""nginx with its RTMP module as the place to publish to, and a look at what it gets: it writes each stream down as FLV at
once, and a reader beside it notes when each frame came."""
import os
import pathlib
import signal
import socket
import subprocess
import threading
import time

import pictures

MODULES = ("/usr/lib/nginx/modules", "/usr/share/nginx/modules")
READ_EVERY_S = 0.004
FLV_HEADER = 9 + 4  # and the size of the tag before the first
TAG_HEADER = 11
VIDEO = 9


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Nginx:
    """Destination of as many keys as one likes; `published(key)` is the newest stream of one."""

    def __init__(self, folder):
        self.port, self.folder = free_port(), pathlib.Path(folder) / "nginx"
        self.got = self.folder / "got"
        self.got.mkdir(parents=True)
        modules = next(path for path in MODULES if os.path.isdir(path))
        (self.folder / "nginx.conf").write_text(
            f"load_module {modules}/ngx_rtmp_module.so;\nuser {'root' if os.geteuid() == 0 else 'nobody'};\n"
            f"pid {self.folder}/pid;\nerror_log {self.folder}/error.log;\ndaemon off;\nmaster_process off;\n"
            "worker_processes 1;\nevents { worker_connections 64; }\n"
            f"rtmp {{ server {{ listen 127.0.0.1:{self.port}; application live {{ live on; record all; record_unique on; "
            f"record_path {self.got}; }} }} }}\n")
        self.process = subprocess.Popen(["/usr/sbin/nginx", "-p", self.folder, "-c", self.folder / "nginx.conf"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def server(self):
        return f"rtmp://127.0.0.1:{self.port}/live"

    def files(self, key):
        """Oldest first; each publishing has one of its own."""
        return sorted(self.got.glob(f"{key}-*.flv"), key=lambda path: path.stat().st_mtime_ns)

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


class Arrivals:
    """When the frames of a key's next publishing came: (monotonic seconds, key frame), by a thread of its own."""

    def __init__(self, nginx, key):
        self.nginx, self.key = nginx, key
        self.known = set(nginx.files(key))
        self.path, self.frames = None, []
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self.read, daemon=True)
        self.thread.start()

    def read(self):
        file, held = None, b""
        while not self.stopping.is_set():
            if file is None:
                fresh = [path for path in self.nginx.files(self.key) if path not in self.known]
                if fresh:
                    self.path, file = fresh[0], open(fresh[0], "rb")
                    held, at = b"", FLV_HEADER
                else:
                    time.sleep(READ_EVERY_S)
                    continue
            piece = file.read()
            if piece:
                held += piece
                now = time.monotonic()
                while len(held) >= at + TAG_HEADER:
                    size = int.from_bytes(held[at + 1:at + 4], "big")
                    if len(held) < at + TAG_HEADER + size + 4:
                        break
                    body = held[at + TAG_HEADER:at + TAG_HEADER + 2]
                    if held[at] == VIDEO and len(body) == 2 and body[1] == 1:  # a picture, not the decoder's settings
                        self.frames.append((now, body[0] >> 4 == 1))
                    held, at = held[at + TAG_HEADER + size + 4:], 0
            time.sleep(READ_EVERY_S)
        if file:
            file.close()

    def first_key_frame(self):
        """Monotonic seconds, or None while there is none."""
        return next((at for at, key in list(self.frames) if key), None)

    def first_of(self, colour):
        """When the first picture of a colour came, or None while there is none."""
        frames = list(self.frames)  # before the file is read: it may hold more by then
        if not frames:
            return None
        return next((when for (when, _), seen in zip(frames, pictures.colours(self.path)) if pictures.near(seen, colour)), None)

    def stop(self):
        self.stopping.set()
        self.thread.join()
