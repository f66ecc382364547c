# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of the studio at any moment of a show, again and again (packaging/test --long): each time the show goes on
where it was, within the time a host can bear, and nothing is taken, counted or sold twice."""
import os
import random
import shutil
import tempfile
import time
import unittest

from studio_process import Display, SOURCE, Studio, wait_for

ROUNDS = int(os.environ.get("VITRINA_ROUNDS", "40"))
RESUME_S = 5.0
SCRIPT = os.path.join(SOURCE, "resources", "demo", "demo-script.json")


class ManyKillsTest(unittest.TestCase):
    def setUp(self):
        self.data = tempfile.mkdtemp(prefix="vitrina-kills-")
        self.display = Display()
        self.studio = None

    def tearDown(self):
        if self.studio:
            self.studio.end()
        self.display.close()
        shutil.rmtree(self.data, ignore_errors=True)

    def test_any_moment(self):
        seed = int(os.environ.get("VITRINA_SEED", str(time.time_ns() % 1_000_000)))
        print(f"VITRINA_SEED={seed}", flush=True)
        dice = random.Random(seed)
        self.studio = Studio(self.display, self.data, "--go-live", "--script", SCRIPT, "--viewers", "8")
        self.studio.wait_live()
        run = self.studio.page().show()["run"]
        took = []
        for _ in range(ROUNDS):
            time.sleep(dice.uniform(0.0, 6.0))  # the moment is what is tried, nothing is waited for
            before = [record[2] for record in self.studio.records() if record[1] == "show.item_taken"]
            self.studio.kill()
            begun = time.monotonic()
            self.studio = Studio(self.display, self.data, "--unfinished", "resume", "--script", SCRIPT, "--viewers", "8")
            show = self.studio.wait_live()
            took.append(time.monotonic() - begun)
            self.assertEqual(show["run"], run)
            after = [record[2] for record in self.studio.records() if record[1] == "show.item_taken"]
            self.assertEqual(after[:len(before)], before, "what was taken stays taken")
        took.sort()
        print(f"resume of {len(took)}: median {took[len(took) // 2]:.2f} s, longest {took[-1]:.2f} s", flush=True)
        self.assertLess(took[-1], RESUME_S)
        self.each_record_once()

    def each_record_once(self):
        def whole():
            seen = {}
            for origin, _, seq in self.studio.records():
                seen.setdefault(origin, []).append(seq)
            return seen if all(sorted(seqs) == list(range(1, len(seqs) + 1)) for seqs in seen.values()) else None
        seen = wait_for(whole, 10, "each record once, with no gap")
        self.assertEqual(len(seen), 2, "the studio's and the server's")


if __name__ == "__main__":
    unittest.main(verbosity=2)
