# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page's video socket: every fragment that comes, with when it came, and the pictures in them (app/protocol/page.md)."""
import threading
import time

import pictures
from websocket import WebSocket

HEADER = 32
INIT, MEDIA = 1, 2
PICTURES = 1  # the number of their track


def boxes(data, start, end):
    while start + 8 <= end:
        size = int.from_bytes(data[start:start + 4], "big")
        if size < 8:
            return
        yield data[start + 4:start + 8], start + 8, min(start + size, end)
        start += size


def picture_count(fragment):
    """How many pictures a fragment holds."""
    count = 0
    for kind, start, end in boxes(fragment, 0, len(fragment)):
        if kind != b"moof":
            continue
        for inner, at, stop in boxes(fragment, start, end):
            track, samples = 0, 0
            for box, body, _ in boxes(fragment, at, stop) if inner == b"traf" else ():
                if box == b"tfhd":
                    track = int.from_bytes(fragment[body + 4:body + 8], "big")
                elif box == b"trun":
                    samples += int.from_bytes(fragment[body + 4:body + 8], "big")
            count += samples if track == PICTURES else 0
    return count


class WebVideo:
    """Keeps the socket open by a thread of its own, as a page does while the studio is away."""

    def __init__(self, port):
        self.got = []  # (monotonic seconds, kind, bytes)
        self.socket = WebSocket(port, "/api/video", timeout=60)
        self.thread = threading.Thread(target=self.read, daemon=True)
        self.thread.start()

    def read(self):
        try:
            while True:
                message = self.socket.receive()
                self.got.append((time.monotonic(), message[0], message[HEADER:]))
        except OSError:
            return

    def first_of(self, colour, since=0.0):
        """When the first picture of a colour came after the first init after `since`; None while there is none."""
        got = [one for one in list(self.got) if one[0] >= since]
        first = next((at for at, one in enumerate(got) if one[1] == INIT), None)
        if first is None:
            return None
        times = [when for when, kind, data in got[first:] if kind == MEDIA for _ in range(picture_count(data))]
        seen = pictures.colours(data=b"".join(data for _, _, data in got[first:]))
        return next((when for when, one in zip(times, seen) if pictures.near(one, colour)), None)

    def close(self):
        self.socket.socket.shutdown(2)
        self.thread.join(timeout=5)
        self.socket.close()
