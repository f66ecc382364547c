# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The colours of pictures that were published, read back with ffmpeg."""
import subprocess

TOP_MIDDLE = "crop=iw/4:ih/4:iw*3/8:0,scale=1:1:flags=area"  # where neither card nor label is


def colours(path=None, data=None):
    """The mean colour at the top in the middle of each picture, in order: (red, green, blue). One picture in is one out."""
    raw = subprocess.run(["ffmpeg", "-v", "error", "-i", path or "-", "-map", "0:v", "-vf", TOP_MIDDLE, "-fps_mode", "passthrough",
                          "-f", "rawvideo", "-pix_fmt", "rgb24", "-"], input=data, capture_output=True, check=False).stdout
    return [tuple(raw[at:at + 3]) for at in range(0, len(raw) - 2, 3)]


def near(colour, wanted):
    """wanted: RRGGBB. Video colours come back a little off."""
    return all(abs(have - int(wanted[at:at + 2], 16)) < 48 for have, at in zip(colour, (0, 2, 4)))
