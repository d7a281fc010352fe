"""What is done at each size: fill every side, compare who is found, and only then take times."""

import csv
from pathlib import Path

import embedded
import graded
import people
import quality
import servers
import timing
from limits import sqlite_commit_micros
from ours import Brobyg
from postgres import Cluster

DIVISIONS = Path(__file__).parents[2] / "src/industry/data/divisions.tsv"
FLOOR_SIZE, LARGE = 100_000, 1_000_000
# Wishes for which everybody is weighed, of each kind; saved mentors in a round; buildings of what has a floor.
WEIGHED, SAVED, BUILT = 40, 60, 3
# A million mentors are asked for less.
LARGE_WISHES = 300


def titles() -> dict:
    """The Danish title of each division of DB07."""
    with DIVISIONS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {f"DB07:{row['division']}": row["danish"] for row in rows if row["system"] == "DB07"}


def rows_of(mentors: list) -> list:
    """What the peers are filled with: they know an industry by its title."""
    known = titles()
    return [
        (
            one["id"], one["occupation"], " ".join(known.get(code[:7], "") for code in one["industries"]), one["keywords"],
            one["text"], one["region"], one["seats"],
        )
        for one in mentors
    ]


def missing() -> list:
    """What is not measured, and why."""
    told = [] if servers.psycopg else ["Without PostgreSQL: psycopg is not installed"]
    return told + ([] if embedded.xapian else ["Without Xapian: python3-xapian is not installed"])


def peers_in(folder: Path, cluster: Cluster | None) -> list:
    found = [servers.Postgres(cluster), servers.Trigrams(cluster)] if cluster and servers.psycopg else []
    found.append(embedded.Sqlite(folder))
    return found + ([embedded.Xapian(folder)] if embedded.xapian else [])


def compared(brobyg: Brobyg, peers: list, path: Path, wishes: list, mentors: dict) -> dict:
    """How good the hits of each side are. Nobody's times count if anybody is found outside the filters."""
    ids = brobyg.answers(path)["ids"]
    found = {side.label: {} for side in [brobyg, *peers]}
    for kind in brobyg.kinds:
        asked = [wish for wish in wishes if wish["kind"] == kind]
        ours = timing.of_kind(kind, wishes, ids)
        quality.must_pass_filters(brobyg, asked, ours, mentors)
        found[brobyg.label][kind] = quality.of_hits(asked, ours, mentors)
        found[brobyg.label][kind]["best"] = best(brobyg, path.with_name("weighed.jsonl"), asked, ours)
        for peer in (peer for peer in peers if kind in peer.kinds):
            theirs = [peer.found(wish) for wish in asked]
            quality.must_pass_filters(peer, asked, theirs, mentors)
            beside = quality.beside(asked, ours, theirs, mentors)
            found[peer.label][kind] = {**quality.of_hits(asked, theirs, mentors), "beside": beside}
    return found


def best(brobyg: Brobyg, path: Path, wishes: list, ids: list) -> float:
    """The share of the best mentors, everybody weighed one by one, that the search found: of some wishes."""
    people.write(path, ({**wish, "found": found} for wish, found in list(zip(wishes, ids))[:WEIGHED]))
    weighed = brobyg.weighed(path)
    return sum(weighed["kept"]) / max(1, sum(weighed["possible"]))


def measured(options, folder: Path, cluster: Cluster | None, size: int) -> dict:
    brobyg, peers = Brobyg(options.program, folder), peers_in(folder, cluster)
    try:
        mentors = people.write(brobyg.mentors, people.mentors(size))
        path = folder / "wishes.jsonl"
        wishes = people.write(path, people.wishes(options.wishes if size < LARGE else min(options.wishes, LARGE_WISHES)))
        found = {"built": timing.built(brobyg, peers, rows_of(mentors), BUILT if size == FLOOR_SIZE else 1)}
        found["quality"] = compared(brobyg, peers, path, wishes, {one["id"]: one for one in mentors})
        del mentors
        found["rounds"] = timing.rounds(brobyg, peers, path, wishes, options.rounds)
        postgres = next((peer for peer in peers if peer.label == "PostgreSQL"), None)
        found["saves"] = timing.saves(brobyg, postgres, lambda: sqlite_commit_micros(folder, 1), options.rounds, SAVED)
    finally:
        for peer in peers:
            peer.close()
    return found


def ranked(options, folder: Path, cluster: Cluster | None) -> dict:
    """nDCG@10 of each side on the graded set."""
    brobyg, peers = Brobyg(options.program, folder), peers_in(folder, cluster)
    mentors = people.write(brobyg.mentors, graded.mentors())
    grades = graded.grades({one["name"]: one["id"] for one in mentors})
    wishes = people.write(folder / "graded.jsonl", graded.wishes(grades))
    orders = {brobyg.label: dict(zip(grades, brobyg.ranked(folder / "graded.jsonl"), strict=True))}
    for peer in peers:
        if "any" in peer.kinds:
            peer.build(rows_of(mentors))
            orders[peer.label] = {wish["wish"]: peer.found(wish) for wish in wishes}
        peer.close()
    return {label: quality.ndcg(order, grades) for label, order in orders.items()}
