"""Measures the product beside a Django application with the same pages and rows, and beside the machine's limits."""

import argparse
import json
import os
import platform
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from dataclasses import asdict
from datetime import date
from pathlib import Path

import report
import rounds
import scheme
from postgres import Cluster
from processes import Stopped
from sides import Brobyg, Django, Settings


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one short round with a smaller scheme, to see that all works")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=2, help="length of each load")
    parser.add_argument("--mentors", type=int, default=100_000, help="mentors in the scheme, all of them indexed")
    parser.add_argument("--binary", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--limit", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--venv", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--result", type=Path, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.quick:
        options.rounds, options.seconds, options.mentors = 1, 1, 5_000
    if not (1 <= options.rounds <= 20 and 1 <= options.seconds <= 30 and 4_000 <= options.mentors <= 1_000_000):
        parser.error("1 to 20 rounds, 1 to 30 seconds, 4,000 to 1,000,000 mentors")
    return options


REFERRALS, CONNECTIONS = 10_000, (1, 16, 64)


def say(text: str) -> None:
    print(text, flush=True)


def nice() -> str:
    """The measured processes go first where others share the machine; only root may ask for that."""
    try:
        return f"nice {os.nice(-10)}"
    except OSError:
        return "usual priority"


def machine() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    processor = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = " ".join(f"{figure:.1f}" for figure in os.getloadavg())
    return (
        f"{date.today()}, {os.cpu_count()} × {processor}, {memory:.0f} GiB, Linux {platform.release()}, "
        f"Python {platform.python_version()}, load before: {load}, {nice()}"
    )


def prepared(settings: Settings, has_peer: bool) -> list:
    databases = ["SQLite"] + (["PostgreSQL"] if settings.cluster else [])
    kinds = [Brobyg] + ([Django] if has_peer else [])
    sides = [kind(settings, database) for database in databases for kind in kinds]
    for side in sides:
        began = time.perf_counter()
        side.prepare()
        say(f"{side.label}: filled in {time.perf_counter() - began:.0f} s")
    return sides


def all_rounds(options, settings: Settings, sides: list) -> tuple:
    found, limits = [], []
    for number in range(options.rounds):
        # Every other round goes the other way, so that nobody always comes first.
        order = sides if number % 2 == 0 else sides[::-1]
        by_label = {side.label: rounds.measured(side, CONNECTIONS, options.seconds) for side in order}
        found.append({side.label: by_label[side.label] for side in sides})
        size = found[-1][sides[0].label].page_bytes["list"]
        limits.append(rounds.limits_of_round(settings, options.limit, size, CONNECTIONS, options.seconds))
        load = " ".join(f"{figure:.1f}" for figure in os.getloadavg())
        say(f"round {number + 1} of {options.rounds} done, load {load}")
    return found, limits


def tell(found: list, limits: list, has_peer: bool) -> None:
    say("\nMedians of all rounds. CPU ms: processor time per request at 16 connections, the database's included.\n")
    say(report.sides_table(found, CONNECTIONS))
    say("\n" + report.limits_table(limits, CONNECTIONS))
    say("\n" + report.processes_table(found) + "\n")
    if not has_peer:
        return
    for database in limits[0].commit:
        say(f"{database}, how many times better than Django:\n{report.HEAD}")
        for floor in report.floors(found, limits, database, CONNECTIONS) + report.strict(found, database, CONNECTIONS):
            say(floor.line())
        say("")


def measure(options, folder: Path) -> None:
    files = folder / "scheme"
    scheme.write(files, REFERRALS, options.mentors)
    settings = Settings(folder, files, options.binary, options.venv, os.cpu_count() or 1)
    try:
        try:
            settings.cluster = Cluster(folder / "postgres")
        except Stopped as stopped:
            say(f"Without PostgreSQL: {stopped}")
        has_peer = (options.venv / "bin/gunicorn").exists()
        sides = prepared(settings, has_peer)
        rounds.compared(sides)
        say("All sides show the same rows, the same facts and the same form, before and after creating a case.")
        found, limits = all_rounds(options, settings, sides)
    finally:
        if settings.cluster:
            settings.cluster.stop()
    tell(found, limits, has_peer)
    whole = {"rounds": [{label: asdict(one) for label, one in each.items()} for each in found], "limits": list(map(asdict, limits))}
    options.result.write_text(json.dumps(whole, indent=1))
    say(f"Every figure of every round: {options.result}")


def main() -> int:
    options = arguments()
    # As Ctrl-C: what was started is ended.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    say(f"{machine()}, SQLite {sqlite3.sqlite_version} in Python")
    # Where a temporary file lies on a disk, as a data folder does.
    folder = Path(tempfile.mkdtemp(prefix="brobyg-bench.", dir=os.environ.get("BENCH_FOLDER", "/var/tmp")))
    folder.chmod(0o755)
    try:
        measure(options, folder)
    except Stopped as stopped:
        print(f"The measurement stopped: {stopped}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
