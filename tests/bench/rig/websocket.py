# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""As much of RFC 6455 as a bench needs: a client on the loopback that sends text and reads whole messages."""
import base64
import json
import os
import socket
import struct

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10


class WebSocket:
    def __init__(self, port, path="/", timeout=5.0):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        self.held = b""
        while b"\r\n\r\n" not in self.held:
            self.held += self.more()
        head, _, self.held = self.held.partition(b"\r\n\r\n")
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise OSError(f"no WebSocket at {path}: {head[:80]!r}")

    def more(self):
        piece = self.socket.recv(65536)
        if not piece:
            raise OSError("the WebSocket was closed")
        return piece

    def need(self, count):
        while len(self.held) < count:
            self.held += self.more()
        taken, self.held = self.held[:count], self.held[count:]
        return taken

    def send(self, payload, kind=TEXT):
        mask = os.urandom(4)
        size = len(payload)
        length = bytes([0x80 | size]) if size < 126 else bytes([0x80 | 126]) + struct.pack(">H", size)
        masked = bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload))
        self.socket.sendall(bytes([0x80 | kind]) + length + mask + masked)

    def receive(self):
        """The next whole message, text or binary."""
        whole = b""
        while True:
            first, second = self.need(2)
            size = second & 0x7F
            if size == 126:
                size = struct.unpack(">H", self.need(2))[0]
            elif size == 127:
                size = struct.unpack(">Q", self.need(8))[0]
            payload = self.need(size)
            kind = first & 0x0F
            if kind == PING:
                self.send(payload, PONG)
            elif kind == CLOSE:
                raise OSError("the WebSocket was closed")
            elif kind != PONG:
                whole += payload
                if first & 0x80:
                    return whole

    def send_json(self, value):
        self.send(json.dumps(value).encode())

    def receive_json(self):
        return json.loads(self.receive())

    def close(self):
        self.socket.close()
