# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cameras as files of 640x360 at 30, with sound."""
import os
import pathlib
import subprocess

AS_CAMERA = ["-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-g", "30", "-c:a", "aac"]


def tone(frequency):
    return ["-f", "lavfi", "-i", f"sine=frequency={frequency}:sample_rate=48000"]


def make(path, inputs, seconds):
    subprocess.run(["ffmpeg", "-v", "error", "-y", *inputs, "-t", str(seconds), "-vf", "scale=640:360,fps=30", *AS_CAMERA, path],
                   check=True, timeout=180)
    return path


def flat(folder, name, colour, frequency=330):
    """One colour and one tone, for what reads pictures and sound back."""
    return make(pathlib.Path(folder) / f"{name}.mp4", ["-f", "lavfi", "-i", f"color=0x{colour}:size=640x360:rate=30",
                                                         *tone(frequency)], 20)


def moving(folder, source, name):
    """The show's footage where there is some, a moving test pattern where not."""
    media = pathlib.Path(os.environ.get("VITRINA_MEDIA") or pathlib.Path(source).parent / "shared/media") / f"{name}.mp4"
    pattern = ["-f", "lavfi", "-i", "testsrc2=s=640x360:r=30", *tone(330)]
    return make(pathlib.Path(folder) / f"{name}.mp4", ["-i", str(media)] if media.exists() else pattern, 30)
