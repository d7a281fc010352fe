"""Measures the product's search beside PostgreSQL, SQLite and Xapian over the same mentors and wishes."""

import argparse
import json
import os
import platform
import shutil
import signal
import sys
import tempfile
from pathlib import Path

# What both measurements need: a PostgreSQL of their own, and how it is ended.
sys.path.append(str(Path(__file__).parents[1] / "driver"))

import stages
import told
from postgres import Cluster
from processes import Stopped


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench --only search", description=__doc__)
    parser.add_argument("--only", help=argparse.SUPPRESS)
    parser.add_argument("--quick", action="store_true", help="one round with 1,000 and 20,000 mentors, to see that all works")
    parser.add_argument("--large", action="store_true", help="a million mentors too: half an hour and 12 GiB more")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--wishes", type=int, default=1000, help="of each of the three kinds")
    parser.add_argument("--program", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--result", type=Path, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.quick:
        options.rounds, options.wishes = 1, 200
    if not (1 <= options.rounds <= 20 and 50 <= options.wishes <= 5000):
        parser.error("1 to 20 rounds, 50 to 5,000 wishes")
    options.sizes = [1000, 20_000] if options.quick else [1000, stages.FLOOR_SIZE] + [stages.LARGE] * options.large
    return options


def say(text: str) -> None:
    print(text, flush=True)


def machine() -> str:
    try:
        priority = f"nice {os.nice(-10)}"
    except OSError:
        priority = "usual priority"
    load = " ".join(f"{figure:.1f}" for figure in os.getloadavg())
    return f"{os.cpu_count()} cores, Linux {platform.release()}, Python {platform.python_version()}, load before: {load}, {priority}"


def measure(options, folder: Path) -> dict:
    cluster = None
    try:
        try:
            cluster = Cluster(folder / "postgres")
        except Stopped as stopped:
            say(f"Without PostgreSQL: {stopped}")
        for missing in stages.missing():
            say(missing)
        whole = {"ndcg": stages.ranked(options, folder, cluster), "sizes": {}}
        for size in options.sizes:
            found = stages.measured(options, folder, cluster, size)
            whole["sizes"][size] = found
            say(f"\n{told.times_table(size, found)}\n{told.quality_table(found)}\n{told.saves_table(found['saves'])}")
    finally:
        if cluster:
            cluster.stop()
    return whole


def main() -> int:
    options = arguments()
    # As Ctrl-C: what was started is ended.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    say(machine())
    # Where a temporary file lies on a disk, as a data folder does.
    folder = Path(tempfile.mkdtemp(prefix="brobyg-search.", dir=os.environ.get("BENCH_FOLDER", "/var/tmp")))
    folder.chmod(0o755)
    try:
        whole = measure(options, folder)
    except Stopped as stopped:
        print(f"The measurement stopped: {stopped}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    say("\nnDCG@10 on the graded set: " + ", ".join(f"{label} {value:.3f}" for label, value in whole["ndcg"].items()))
    say(f"\n{told.floors(whole['sizes'])}")
    options.result.write_text(json.dumps(whole, indent=1))
    say(f"Every figure of every round: {options.result}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
