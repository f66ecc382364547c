# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole studio with the ways its page is reached: paired with a server elsewhere (on the loopback), and with phones
let into its own server by TLS (in a network namespace of its own, so as root)."""
import base64
import glob
import hashlib
import json
import os
import shutil
import socket
import subprocess
import tempfile
import unittest

from studio_process import BINARIES, SOURCE, Display, Studio, wait_for


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def connections_to(port):
    """Established TCP connections of this network to a port."""
    found = 0
    for path in ("/proc/net/tcp", "/proc/net/tcp6"):
        with open(path, encoding="ascii") as table:
            for line in table.readlines()[1:]:
                words = line.split()
                found += words[3] == "01" and int(words[2].split(":")[1], 16) == port
    return found


def key_of(folder):
    """What Chromium calls the SPKI of the server's own certificate."""
    certificate = os.path.join(folder, "tls", "certificate.pem")
    key = subprocess.run(f"openssl x509 -in '{certificate}' -noout -pubkey | openssl pkey -pubin -outform der",
                         shell=True, check=True, capture_output=True).stdout
    return base64.b64encode(hashlib.sha256(key).digest()).decode()


def buy(url, key, within=()):
    """A viewer's Chromium clicks its way to an order; its number."""
    ran = subprocess.run([*within, "node", "paired/buy.mjs", url], cwd=os.path.join(SOURCE, "tests", "e2e"), check=False,
                         env=dict(os.environ, VITRINA_KEY=key, VITRINA_VIDEO="yes"), capture_output=True, text=True, timeout=150)
    if ran.returncode != 0:
        raise AssertionError(ran.stderr)
    return ran.stdout.strip()


class ReachTest(unittest.TestCase):
    def setUp(self):
        self.data = tempfile.mkdtemp(prefix="vitrina-reach-")
        self.display = Display()
        self.running = []

    def tearDown(self):
        for end in reversed(self.running):
            end()
        self.display.close()
        shutil.rmtree(self.data, ignore_errors=True)

    def test_a_show_with_a_server_elsewhere(self):
        folder = os.path.join(self.data, "elsewhere")
        page, link = free_port(), free_port()
        said = subprocess.run([os.path.join(BINARIES, "vitrina-server"), "setup", "--name", "localhost", "--data", folder, "--port", str(page),
                               "--link-port", str(link)], check=True, capture_output=True, text=True).stdout
        code = next(line.strip() for line in said.splitlines() if line.startswith("    "))
        with open(os.path.join(self.data, "server.log"), "w", encoding="utf-8") as log:
            server = subprocess.Popen([os.path.join(BINARIES, "vitrina-server"), "--data", folder, "--web", os.path.join(SOURCE, "ui", "web"),
                                       "--limits", "bench"], stdout=log, stderr=log)
        self.running.append(lambda: (server.terminate(), server.wait(timeout=20)))
        out = os.path.join(self.data, "out")
        studio = Studio(self.display, os.path.join(self.data, "studio"), "--demo", "--for", "25", "--out", out, "--pair", code, "--viewers", "6")
        self.running.append(studio.end)
        wait_for(lambda: connections_to(link) == 2, 60, "control and video, each once")
        studio.process.wait(timeout=150)
        self.assertEqual(studio.process.returncode, 0, studio.log.name)
        with open(os.path.join(out, "summary.json"), encoding="utf-8") as file:
            summary = json.load(file)
        # Viewers, the server's own tables and the report: the same three ways.
        self.assertEqual(summary["contradictions"], [])
        self.assertGreater(summary["orders"], 0)
        self.assertFalse(glob.glob(os.path.join(self.data, "studio", "server", "*", "server.lock")), "a server of its own was started")
        self.assertEqual(summary["viewer_url"], f"https://localhost:{page}/")

    def test_phones_on_this_network(self):
        mark = f"vr{os.getpid()}"
        within = ["ip", "netns", "exec", mark]
        run = lambda *words: subprocess.run(words, check=True)
        run("ip", "netns", "add", mark)
        self.running.append(lambda: run("ip", "netns", "del", mark))
        run(*within, "ip", "link", "set", "lo", "up")
        run(*within, "ip", "link", "add", "lan0", "type", "veth", "peer", "name", "lan1")
        run(*within, "ip", "link", "set", "lan1", "up")
        run(*within, "ip", "address", "add", "10.77.1.2/24", "dev", "lan0")
        run(*within, "ip", "link", "set", "lan0", "up")
        run(*within, "ip", "route", "add", "default", "dev", "lan0")
        studio = Studio(self.display, os.path.join(self.data, "studio"), "--phones", "--go-live", within=within)
        self.running.append(studio.end)

        def address():
            lock = studio.lock()
            return lock and lock["url"].startswith("https://10.77.1.2:") and lock["url"]
        url = wait_for(address, 60, "the address for phones")
        folder = os.path.dirname(glob.glob(os.path.join(self.data, "studio", "server", "*", "server.lock"))[0])
        number = buy(url, key_of(folder), within)
        wait_for(lambda: any(kind == "commerce.order_placed" for _, kind, _ in studio.records()), 20, f"order {number} at the studio")


if __name__ == "__main__":
    unittest.main()
