"""The times of every side, taken in turns."""

import gc
import time
from pathlib import Path

WARM_UP = 100
ALONE = "Brobyg, search alone"


def summary(nanos: list) -> dict:
    """Middle and slowest hundredth, in milliseconds."""
    ordered = sorted(nanos)
    return {"p50": ordered[len(ordered) // 2] / 1e6, "p99": ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)] / 1e6}


def of_kind(kind: str, wishes: list, values: list) -> list:
    return [value for wish, value in zip(wishes, values, strict=True) if wish["kind"] == kind]


def built(brobyg, peers: list, rows: list, times: int) -> dict:
    """Seconds of each building and the size. Only what has a floor is built more than once."""
    found = {side.label: {"seconds": []} for side in [brobyg, *peers]}
    for number in range(times):
        found[brobyg.label]["seconds"].append(brobyg.build())
        for peer in peers:
            if number == 0 or peer.label == "PostgreSQL":
                found[peer.label]["seconds"].append(peer.build(rows))
    for side in [brobyg, *peers]:
        found[side.label]["bytes"] = side.size()
    return found


def rounds(brobyg, peers: list, path: Path, wishes: list, count: int) -> list:
    """For each round, by side and kind of wish. Every other round goes the other way."""
    found = []
    for number in range(count):
        times = {}
        for side in [brobyg, *peers][:: 1 if number % 2 == 0 else -1]:
            times.update(_ours(brobyg, path, wishes) if side is brobyg else {side.label: _of_peer(side, wishes)})
        found.append(times)
    return found


def _ours(brobyg, path: Path, wishes: list) -> dict:
    answers = brobyg.answers(path)
    alone = answers["searching"]
    whole = [reading + searching for reading, searching in zip(answers["reading"], alone, strict=True)]
    return {
        label: {kind: summary(of_kind(kind, wishes, nanos)) for kind in brobyg.kinds}
        for label, nanos in ((brobyg.label, whole), (ALONE, alone))
    }


def _of_peer(peer, wishes: list) -> dict:
    found = {}
    for kind in peer.kinds:
        asked = [wish for wish in wishes if wish["kind"] == kind]
        for wish in asked[:WARM_UP]:
            peer.found(wish)
        nanos = []
        gc.disable()
        for wish in asked:
            began = time.perf_counter_ns()
            peer.found(wish)
            nanos.append(time.perf_counter_ns() - began)
        gc.enable()
        found[kind] = summary(nanos)
    return found


def saves(brobyg, postgres, commit_micros, count: int, times: int) -> list:
    """For each round the middle milliseconds until a saved mentor is found. `commit_micros` measures a durable commit of
    the database beside our index, which PostgreSQL's figure has in it."""
    found = []
    for number in range(count):
        ours = brobyg.save(times)
        one = {"take": summary(ours["findable"])["p50"], "index_commit": ours["writing"] / 1e6, "row_commit": commit_micros() / 1e3}
        if postgres:
            rows = (_saved(number * times + place) for place in range(times))
            one["PostgreSQL"] = summary([postgres.save(row, wish) for row, wish in rows])["p50"]
        found.append(one)
    return found


def _saved(number: int) -> tuple:
    """A mentor whom nobody else's words find, and the wish that finds this one."""
    word = "qx" + "".join(chr(ord("b") + int(digit) * 2) for digit in f"{number:05}")
    text = "Tegner kabler og tavler, har lærlinge og tager gerne en snak om hverdagen på en byggeplads."
    row = (1_000_000_000 + number, "elektriker", "Bygge- og anlægsvirksomhed", word, text, "80", 2)
    return row, {"kind": "any", "words": [word], "region": "80"}
