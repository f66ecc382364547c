# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a process and all below it use, and how such a tree is ended: by its ids, never by a name."""
import os
import signal
import subprocess
import time

TICKS = os.sysconf("SC_CLK_TCK")


def parents():
    """{pid: (parent, CPU seconds)} of all processes; the CPU is that of the process and the children it has waited for."""
    found = {}
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as file:
                # The name in brackets may hold anything; the figures begin behind it.
                fields = file.read().rpartition(")")[2].split()
        except OSError:
            continue
        found[int(name)] = (int(fields[1]), sum(int(ticks) for ticks in fields[11:15]) / TICKS)
    return found


def tree(pid, known=None):
    """The process and all below it, newest last."""
    known = known or parents()
    if pid not in known:
        return []
    return [pid] + [below for child in sorted(known) if known[child][0] == pid for below in tree(child, known)]


def cpu_seconds(pids):
    known = parents()
    return sum(known[pid][1] for pid in pids if pid in known)


def pss_mb(pids):
    total = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
                total += next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        except (OSError, StopIteration):
            continue
    return total / 1024


def end(process, seconds=15, how=signal.SIGTERM):
    """Asks a child to end, and ends what is left of its tree."""
    left = tree(process.pid)
    if process.poll() is None:
        process.send_signal(how)
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and any(os.path.exists(f"/proc/{pid}") for pid in left):
        time.sleep(0.05)
    for pid in left:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
