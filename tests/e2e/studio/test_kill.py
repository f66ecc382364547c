# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of the studio and of the server in the middle of a show: the page serves on, the show resumes where it was,
and every order that was answered is there once."""
import http.client
import json
import os
import shutil
import signal
import tempfile
import threading
import time
import unittest

from studio_process import Display, Studio, wait_for

SCRIPT = [{"at": 0.5, "do": "take"}, {"at": 2.0, "do": "take_cut"}, {"at": 3.0, "do": "card", "with": "on"}]


def product_on_air(show):
    pin = show.get("pin")
    return pin["product"] if pin else None


class KillTest(unittest.TestCase):
    def setUp(self):
        self.data = tempfile.mkdtemp(prefix="vitrina-kill-")
        self.script = os.path.join(self.data, "script.json")
        with open(self.script, "w", encoding="utf-8") as file:
            json.dump(SCRIPT, file)
        self.display = Display()
        self.studios = []

    def tearDown(self):
        for studio in reversed(self.studios):  # a server ended under a studio that runs would be started anew
            studio.end()
        self.display.close()
        shutil.rmtree(self.data, ignore_errors=True)

    def start(self, *options):
        studio = Studio(self.display, self.data, *options)
        self.studios.append(studio)
        return studio

    def on_air(self, studio):
        """Live, with the second item taken and a product pinned."""
        studio.wait_live()
        return wait_for(lambda: (studio.page().show() or {}).get("pin") and studio.page().show(), 20, "a pin")

    def first_sku(self, show, least=20):
        for product in show["products"]:
            for variant in product["variants"]:
                if variant["available"] >= least:
                    return variant["sku"], variant["price"], variant["available"]
        self.fail("the demo show has no variant with enough stock")

    def test_studio_killed_and_resumed(self):
        studio = self.start("--go-live", "--script", self.script)
        before = self.on_air(studio)
        port = studio.lock()["port"]
        server = studio.lock()["pid"]
        studio.kill()

        # Served meanwhile, with buying open.
        page = studio.page()
        away = wait_for(lambda: (page.show() or {}).get("state") == "away" and page.show(), 6, "state away")
        self.assertEqual(product_on_air(away), product_on_air(before))
        self.assertTrue(away["sales"])
        page.join()
        sku, price, available = self.first_sku(away)
        status, answer, _ = page.order(sku, price)
        self.assertEqual(status, 201, answer)

        killed_at = time.monotonic()
        again = self.start("--unfinished", "resume")
        after = again.wait_live()
        print(f"resume: live again {time.monotonic() - killed_at:.1f} s after the start", flush=True)
        self.assertEqual(again.lock()["port"], port)
        self.assertEqual(again.lock()["pid"], server, "the server that served on is used again")
        self.assertEqual(product_on_air(after), product_on_air(before))
        self.assertEqual(after["run"], before["run"])

        # The order made while nobody was there is in the studio's journal, once.
        orders = wait_for(lambda: [r for r in again.records() if r[1] == "commerce.order_placed"], 10, "the order")
        self.assertEqual(len(orders), 1)
        again_taken = [r for r in again.records() if r[1] == "show.item_taken"]
        self.assertEqual(len(again_taken), 2, "a resume takes nothing again")

    def test_server_killed_mid_order(self):
        studio = self.start("--go-live", "--script", self.script)
        show = self.on_air(studio)
        sku, price, available = self.first_sku(show)
        port = studio.lock()["port"]
        pid = studio.lock()["pid"]
        acknowledged = {}
        keys = []
        stop = threading.Event()

        def buy():
            page = studio.page()
            page.port = port
            page.join()
            while not stop.is_set() and len(keys) < available + 50:
                key = os.urandom(12).hex()
                for _ in range(200):  # the same key until there is an answer
                    try:
                        status, answer, _ = page.order(sku, price, key=key)
                    except (OSError, ValueError, http.client.HTTPException):
                        time.sleep(0.05)  # the server is away: a real page waits and sends again as well
                        continue
                    if status == 429:
                        time.sleep(0.2)
                        continue
                    if status == 201:
                        acknowledged.setdefault(answer["number"], key)
                    break
                keys.append(key)
                time.sleep(0.01)

        buyers = [threading.Thread(target=buy) for _ in range(4)]
        for buyer in buyers:
            buyer.start()
        wait_for(lambda: len(acknowledged) >= 5, 20, "five orders")
        os.kill(pid, signal.SIGKILL)
        wait_for(lambda: (studio.lock() or {}).get("pid") not in (None, pid) and studio.page().show(), 20, "a new server")
        self.assertEqual(studio.lock()["port"], port, "the port of a published show stays")
        had = len(acknowledged)
        wait_for(lambda: len(acknowledged) >= had + 3, 20, "orders at the new server")
        stop.set()
        for buyer in buyers:
            buyer.join(timeout=30)

        def level():
            now = studio.page().show()
            return now and next(v["available"] for p in now["products"] for v in p["variants"] if v["sku"] == sku)
        self.assertEqual(level(), available - len(acknowledged), "each answered order once, and no other")
        self.assertEqual(len(set(acknowledged.values())), len(acknowledged))
        placed = wait_for(lambda: len([r for r in studio.records() if r[1] == "commerce.order_placed"]) >= len(acknowledged)
                          and [r for r in studio.records() if r[1] == "commerce.order_placed"], 10, "all orders here")
        self.assertEqual(len(placed), len(acknowledged))
        self.assertEqual(len({r[2] for r in placed}), len(placed))


if __name__ == "__main__":
    unittest.main(verbosity=2)
