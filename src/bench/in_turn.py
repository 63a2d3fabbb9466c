"""Runs two commands in turn: in_turn.py RUNS OURS... [vs OTHER...]

Prints medians of RUNS runs, after one of each that does not count: the seconds of the clock and of the processors, each
as ours, the other's and ours / other; the fastest and the slowest run of both; and our peak memory in MiB.
"""

import os
import statistics
import sys
import time

QUIET = [
    (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
    (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
]


def run(command):
    """The clock's seconds, the processors' and the MiB of one run, its own child processes included."""
    start = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=QUIET)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def medians(column, ours, other):
    """The two medians and their ratio; dashes where there is no other."""
    a, *b = (statistics.median(times[column] for times in runs) for runs in (ours, other) if runs)
    return [f"{a:.3f}"] + ([f"{b[0]:.3f}", f"{a / b[0]:.2f}"] if b else ["-", "-"])


def spread(runs):
    walls = [wall for wall, _, _ in runs]
    return f"{min(walls):.3f}..{max(walls):.3f}"


count, words = int(sys.argv[1]), sys.argv[2:]
end = words.index("vs") if "vs" in words else len(words)
commands = [command for command in (words[:end], words[end + 1 :]) if command]
for command in commands:
    run(command)
rounds = [[run(command) for command in commands] for _ in range(count)]
ours, other = [r[0] for r in rounds], [r[1] for r in rounds if len(r) > 1]
spreads = "/".join(spread(runs) for runs in (ours, other) if runs)
memory = statistics.median(mib for _, _, mib in ours)
print(*medians(0, ours, other), *medians(1, ours, other), spreads, f"{memory:.0f}")
