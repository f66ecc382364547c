# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of the studio at any moment of a show, while a host presses keys, again and again (packaging/test --long): each
time the show goes on where it was, with the desk as it was, within the time a host can bear, and nothing is taken, counted or
sold twice."""
import os
import random
import shutil
import sys
import tempfile
import time
import unittest

from studio_process import Display, SOURCE, Studio, wait_for

sys.path.insert(0, os.path.join(SOURCE, "tests", "bench", "rig"))
from glass import Glass  # noqa: E402

ROUNDS = int(os.environ.get("VITRINA_ROUNDS", "40"))
RESUME_S = 5.0
SCRIPT = os.path.join(SOURCE, "resources", "demo", "demo-script.json")
# Take, cut, transition, card, mute, scenes to preview, and the slate, which wants two presses.
KEYS = [("F12",), ("x",), ("a",), ("c",), ("m",), ("1",), ("2",), ("3",), *[("Control_L", "Shift_L", "1")] * 2]
DESK = {"stage.preview_set": "preview", "stage.program_requested": "program", "stage.card_set": "card", "stage.slate_set": "slate",
        "stage.transition_set": "transition", "show.next_set": "next", "show.item_taken": "item"}


def desk(facts):
    """What the host has brought about last, by what it is about."""
    held = {}
    for _, kind, body in facts:
        if kind in ("stage.muted_set", "stage.volume_set"):
            held[kind, body["source"]] = body
        elif kind in DESK:
            held[DESK[kind]] = body
    return held


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
            self.use_desk(dice, dice.uniform(0.0, 6.0))  # the moment is what is tried, nothing is waited for
            self.studio.kill()
            facts = self.studio.facts()
            before = [seq for seq, kind, _ in facts if kind == "show.item_taken"]
            begun = time.monotonic()
            self.studio = Studio(self.display, self.data, "--unfinished", "resume", "--script", SCRIPT, "--viewers", "8")
            show = self.studio.wait_live()
            took.append(time.monotonic() - begun)
            self.assertEqual(show["run"], run)
            self.same_desk(facts)
            after = [seq for seq, kind, _ in self.studio.facts() if kind == "show.item_taken"]
            self.assertEqual(after, before, "what was taken stays taken, and nothing is taken by a resume")
        took.sort()
        print(f"resume of {len(took)}: median {took[len(took) // 2]:.2f} s, longest {took[-1]:.2f} s", flush=True)
        self.assertLess(took[-1], RESUME_S)
        self.each_record_once()

    def use_desk(self, dice, seconds):
        until = time.monotonic() + seconds
        glass = Glass(self.display.name)
        while time.monotonic() < until:
            glass.focus_largest()
            glass.press(*dice.choice(KEYS))
            time.sleep(min(dice.uniform(0.02, 0.7), max(0.0, until - time.monotonic())))
        glass.close()

    def same_desk(self, facts):
        """The engine has confirmed the scene that was asked for last, and the resume has changed nothing."""
        last, asked = facts[-1][0], desk(facts)["program"]["request"]
        wait_for(lambda: [body for seq, kind, body in self.studio.facts() if seq > last and kind == "stage.program_confirmed"
                          and (body["token"], body["scene"]) == (asked["token"], asked["scene"])], 10, "the same scene on program")
        self.assertEqual(desk(self.studio.facts()), desk(facts))

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
