#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""format.py ROOT CLANG_FORMAT: every C++ file is as .clang-format wants it; names those that are not."""
import pathlib
import subprocess
import sys

from sources import SKIPPED


def main():
    root, formatter = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    files = [path for folder in ("app", "ui", "plugins", "tests") for path in sorted((root / folder).rglob("*.[ch]pp"))
             if not SKIPPED.intersection(path.relative_to(root).parts)]
    bad = []
    for path in files:
        # File by file: --dry-run's exit status says nothing about which, and its output is long.
        wanted = subprocess.run([formatter, "--style=file", path], check=True, capture_output=True).stdout
        if wanted != path.read_bytes():
            bad.append(path.relative_to(root).as_posix())
    for name in bad:
        print(f"{name}: not formatted; run clang-format-14 -i {name}")
    print(f"{len(files)} files, {len(bad)} not formatted")
    return 1 if bad or not files else 0


sys.exit(main())
