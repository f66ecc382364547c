# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a host has set up at his desk is there again after kill -9, as the audience sees and hears it: picture, card, slate,
sound, what is off sale, the hidden chat. And nobody is asked about a show that ended in order."""
import array
import math
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

from studio_process import Display, SOURCE, Studio, wait_for

sys.path.insert(0, os.path.join(SOURCE, "tests", "bench", "rig"))
import desk_show  # noqa: E402
import footage  # noqa: E402
import pictures  # noqa: E402
from glass import Glass  # noqa: E402
from rtmp_sink import Arrivals, Nginx  # noqa: E402

COLOURS = {"host": "e01080", "closeup": "10c070"}
TONES = {"host": 400, "closeup": 1400}
SCENES = {"full": [("host", (0.0, 0.0, 1.0))], "closeup": [("closeup", (0.0, 0.0, 1.0))]}
RATE = 8000


def loudness(path, tone):
    """Of a tone in the last two seconds of a recording, 1.0 for full scale (Goertzel)."""
    raw = subprocess.run(["ffmpeg", "-v", "error", "-i", path, "-vn", "-ac", "1", "-ar", str(RATE), "-f", "s16le", "-"],
                         capture_output=True, check=False).stdout
    samples = array.array("h", raw[:len(raw) // 2 * 2])[-2 * RATE:]
    if len(samples) < 2 * RATE:
        return -1.0
    factor, one, two = 2 * math.cos(2 * math.pi * tone / RATE), 0.0, 0.0
    for sample in samples:
        one, two = sample + factor * one - two, one
    return 2 * math.sqrt(max(0.0, one * one + two * two - factor * one * two)) / len(samples) / 32768


class DeskTest(unittest.TestCase):
    def setUp(self):
        self.data = tempfile.mkdtemp(prefix="vitrina-desk-")
        self.display = Display()
        self.nginx = Nginx(self.data)
        self.studios = []
        set_up, names = desk_show.set_up(self.data, SCENES)
        self.options = ["--show", desk_show.show(self.data, SCENES, 6), "--setup", set_up, "--rtmp", self.nginx.server() + "/desk"]
        for name in names:
            self.options += ["--camera", f"{name.capitalize()}=file:{footage.flat(self.data, name, COLOURS[name], TONES[name])}"]

    def tearDown(self):
        for studio in reversed(self.studios):
            studio.end()
        self.nginx.stop()
        self.display.close()
        shutil.rmtree(self.data, ignore_errors=True)

    def start(self, *options, script=None):
        if script:
            options += ("--script", desk_show.script(self.data, script))
        self.studios.append(Studio(self.display, os.path.join(self.data, "data"), *map(str, [*self.options, *options])))
        return self.studios[-1]

    def stands(self, arrivals, colour, sounds):
        """The newest picture and the last two seconds of sound are these, within a deadline."""
        def hears(name):
            loud = loudness(arrivals.path, TONES[name])
            return loud > 0.02 if name in sounds else 0.0 <= loud < 0.002

        def look():
            seen = pictures.colours(arrivals.path) if arrivals.path else []
            fits = seen and (any(pictures.near(seen[-1], one) for one in COLOURS.values()) is False if colour is None
                             else pictures.near(seen[-1], colour))
            return fits and all(hears(name) for name in TONES)
        wait_for(look, 40, f"on the stream: picture {colour or 'of the slate'}, sound of {sounds}")

    def on_page(self, studio):
        show = studio.page().show()
        words = [variant["word"] for product in show["products"] for variant in product["variants"]]
        return {"state": show["state"], "run": show["run"], "pin": show["pin"], "chat": show["chat"], "sales": show["sales"],
                "words": words}

    def test_the_desk_is_as_it_was(self):
        live = Arrivals(self.nginx, "desk")
        studio = self.start("--go-live", script=[
            {"at": 0.2, "do": "take"}, {"at": 0.8, "do": "take"}, {"at": 1.0, "do": "mute", "with": "host"},
            {"at": 1.1, "do": "stop_product"}, {"at": 1.3, "do": "hide_chat"}, {"at": 1.5, "do": "stop_selling"}])
        studio.wait_live()
        before = wait_for(lambda: (lambda page: page if page["words"] == ["stopped"] and not page["chat"] and not page["sales"]
                                   else None)(self.on_page(studio)), 20, "all that the script does")
        self.stands(live, COLOURS["closeup"], ["closeup"])
        live.stop()
        again = Arrivals(self.nginx, "desk")
        studio.kill()
        studio = self.start("--unfinished", "resume")
        studio.wait_live()
        self.stands(again, COLOURS["closeup"], ["closeup"])
        again.stop()
        self.assertEqual(self.on_page(studio), before)

    def test_the_slate_stays(self):
        live = Arrivals(self.nginx, "desk")
        studio = self.start("--go-live", script=[{"at": 0.2, "do": "take"}, {"at": 1.0, "do": "slate", "with": "on"}])
        studio.wait_live()
        self.stands(live, None, [])
        live.stop()
        again = Arrivals(self.nginx, "desk")
        studio.kill()
        studio = self.start("--unfinished", "resume")
        studio.wait_live()
        self.stands(again, None, [])
        again.stop()
        # Not one picture of the camera came before the slate.
        shown = pictures.colours(again.path)
        self.assertFalse([at for at, seen in enumerate(shown) if pictures.near(seen, COLOURS["host"])])

    def test_an_orderly_end_asks_nothing(self):
        studio = self.start("--go-live", "--for", "1")
        wait_for(lambda: studio.page() and (studio.page().show() or {}).get("state") == "ended", 30, "the end of the show")
        ended = studio.page().show()["run"]
        studio.end()
        studio = self.start()
        def waiting():
            show = studio.page() and studio.page().show()
            return show and show["state"] == "waiting" and show
        self.assertNotEqual(wait_for(waiting, 30, "a studio in standby that asks nothing")["run"], ended)

    def test_a_broken_off_show_is_asked_for_and_one_key_resumes(self):
        studio = self.start("--go-live", script=[{"at": 0.2, "do": "take"}])
        run = studio.wait_live()["run"]
        studio.kill()
        studio = self.start()
        glass = Glass(self.display.name)

        def answered():
            if 0 < glass.focus_largest()[0] < 1000:  # the question, not the window
                glass.press("Return")
            show = studio.page() and studio.page().show()
            return show and show["state"] == "live" and show
        self.assertEqual(wait_for(answered, 30, "the show resumed by Enter")["run"], run)


if __name__ == "__main__":
    unittest.main(verbosity=2)
