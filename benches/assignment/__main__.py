"""Measures the product's solver beside OR-tools on the same problems, where both must find the same total, and then the
plan of a matching meeting as people wait for it."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import plan
from problems import Shape

# Name, problem, and how many times faster than OR-tools at least; none where only the total is asked for.
CASES = [
    ("A1", Shape("10,000, ample", 10_000, 10_000), 8.0),
    ("A2", Shape("10,000, scarce", 10_000, 4_000), 0.6),
    ("A3", Shape("100,000, ample", 100_000, 100_000), 12.0),
    ("A3", Shape("100,000, scarce", 100_000, 40_000), 0.5),
    ("", Shape("10,000, as many places as rows", 10_000, 5_000), None),
    ("", Shape("10,000, ample and scarce markets", 10_000, 8_000, 20), None),
    ("", Shape("100,000, as many places as rows", 100_000, 50_000), None),
    ("", Shape("100,000, ample and scarce markets", 100_000, 80_000, 20), None),
]
MEMORY_FLOOR = 4.0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench --only assignment", description=__doc__)
    parser.add_argument("--only", help=argparse.SUPPRESS)
    parser.add_argument("--quick", action="store_true", help="one round of the smaller problems")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--binary", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--solver", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--venv", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--result", type=Path, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not 1 <= options.rounds <= 20:
        parser.error("1 to 20 rounds")
    return options


def ran(command: list) -> dict:
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    if done.returncode != 0:
        sys.exit(f"{command[0]} stopped: {done.stderr.strip()}")
    return json.loads(done.stdout)


def measured(path: Path, sides: dict, rounds: int) -> dict:
    """What each side shows in each round. Every other round goes the other way."""
    found = {name: [] for name in sides}
    for number in range(rounds):
        for name in list(sides)[:: 1 if number % 2 == 0 else -1]:
            found[name].append(ran([*sides[name], str(path)]))
    totals = {(one["cost"], one["assigned"]) for each in found.values() for one in each}
    if len(totals) != 1:
        sys.exit(f"The sides do not find the same total: {totals}")
    return found


def told(number: str, shape: Shape, floor: float, found: dict) -> None:
    ours = [one["seconds"] for one in found["brobyg"]]
    method = found["brobyg"][0]["method"].lower()
    line = f"{number:3} {shape.name:36} {method:8} {median(ours) * 1e3:9.1f} {max(ours) * 1e3:9.1f}"
    if "ortools" in found:
        theirs = [one["seconds"] for one in found["ortools"]]
        ratios = sorted(their / our for our, their in zip(ours, theirs))
        reached = "" if floor is None else f"{floor:6.1f}  {'reached' if median(ratios) >= floor else 'NOT REACHED'}"
        line += f" {median(theirs) * 1e3:9.1f} {max(theirs) * 1e3:9.1f}"
        line += f" {median(ratios):8.1f} {ratios[0]:8.1f} {ratios[-1]:8.1f} {reached}"
    print(line, flush=True)


def tell_memory(found: dict) -> None:
    """A4: the most memory that either side had, reading the problem included."""
    ours = max(one["peak_kib"] for one in found["brobyg"])
    line = f"A4  memory at most: {ours / 1024:.0f} MiB"
    if "ortools" in found:
        theirs = min(one["peak_kib"] for one in found["ortools"])
        reached = "reached" if theirs / ours >= MEMORY_FLOOR else "NOT REACHED"
        line += f", OR-tools {theirs / 1024:.0f} MiB: {theirs / ours:.1f} times, floor {MEMORY_FLOOR:.0f}  {reached}"
    print(line, flush=True)


def main() -> None:
    options = arguments()
    sides = {"brobyg": [str(options.solver)]}
    if (options.venv / "bin/python").exists():
        sides["ortools"] = [str(options.venv / "bin/python"), "-B", str(Path(__file__).with_name("peer.py"))]
    cases = [case for case in CASES if case[1].rows <= 10_000] if options.quick else CASES
    rounds = 1 if options.quick else options.rounds
    load = " ".join(f"{figure:.1f}" for figure in os.getloadavg())
    print(f"{rounds} rounds, load before: {load}. Milliseconds to solve: middle and slowest. Then how many times faster.")
    print(f"{'':49}{'brobyg':>19} {'OR-tools':>19} {'middle':>8} {'least':>8} {'most':>8} {'floor':>6}")
    whole = {}
    with tempfile.TemporaryDirectory(prefix="brobyg-assignment.") as folder:
        for number, shape, floor in cases:
            path = Path(folder) / "problem"
            shape.write(path)
            whole[shape.name] = measured(path, sides, rounds)
            told(number, shape, floor, whole[shape.name])
    tell_memory(whole[max(cases, key=lambda case: case[1].rows)[1].name])
    whole["plans"] = plan.told(options.binary, options.quick)
    options.result.write_text(json.dumps(whole, indent=1))
    print(f"Every figure of every round: {options.result}")


if __name__ == "__main__":
    main()
