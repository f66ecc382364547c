# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every bench of a whole studio needs: where things are, a folder that goes away, a private display, and how a figure
is told."""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import statistics
import sys
import tempfile

SOURCE = pathlib.Path(os.environ.get("VITRINA_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[3])
BUILD = pathlib.Path(os.environ.get("VITRINA_BUILD_DIR") or SOURCE / "build/ci")
os.environ["VITRINA_BINARIES"] = str(BUILD / "bin")
sys.path.insert(0, str(SOURCE / "tests/e2e/studio"))
from studio_process import Display, Studio, wait_for  # noqa: E402


def load():
    return float(open("/proc/loadavg", encoding="ascii").read().split()[0])


def tell(name, value, unit, peer=None, peer_value=None):
    line = {"name": name, "value": round(value, 3), "unit": unit}
    if peer:
        line.update(peer=peer, peer_value=round(peer_value, 3), ratio=round(value / peer_value, 3) if peer_value else None)
    print(json.dumps(line), flush=True)


def tell_spread(name, values, unit, peer=None, peer_values=None):
    """Medians, with all values beside for people."""
    print(f"# {name}: {', '.join(f'{value:.4g}' for value in values)}"
          + (f"; {peer}: {', '.join(f'{value:.4g}' for value in peer_values)}" if peer else "") + f" {unit}; load {load():.1f}")
    tell(name, statistics.median(values), unit, peer, statistics.median(peer_values) if peer else None)


@contextlib.contextmanager
def place(name):
    """A folder for one bench, which is also its home, and a display of its own. All is put away at the end, also at one that
    packaging/bench makes because it takes too long."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(f"{name}: was ended"))
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"vitrina-{name}-"))
    os.environ["HOME"] = str(folder)
    for word in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ[word] = str(folder / word[4:].lower())
    display = Display()
    try:
        yield folder, display
    finally:
        display.close()
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def studio(folder, display, *options):
    """A studio with an own data folder, ended whatever happens."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "studio.log", "a+", encoding="utf-8") as log:
        running = Studio(display, str(folder / "data"), *[str(option) for option in options], log=log)
        try:
            yield running
        except BaseException:
            print(f"# the studio's last words:\n{tail(folder / 'studio.log')}", file=sys.stderr)
            raise
        finally:
            running.end()


def tail(path, lines=15):
    return "\n".join(path.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])
