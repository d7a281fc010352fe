"""What came of the measurement, as tables, and the floors."""

from statistics import median

from timing import ALONE

# Number, mentors, kind of wish, peer, and how many times faster than the peer at least.
FLOORS = [
    ("S1", 100_000, "any", "PostgreSQL", 5.0), ("S1", 100_000, "any", "Xapian", 2.0), ("S1", 100_000, "any", "SQLite FTS5", 10.0),
    ("S2", 1_000_000, "any", "PostgreSQL", 8.0), ("S2", 1_000_000, "any", "Xapian", 2.0),
    ("S3", 100_000, "all", "PostgreSQL", 2.0), ("S3", 100_000, "all", "Xapian", 1.0),
    ("S4", 1_000, "any", "PostgreSQL", 1.5), ("S4", 1_000, "any", "Xapian", 0.9),
    ("S6", 100_000, "typo", "pg_trgm", 10.0),
]
SAVE_FLOOR, SIZE_FLOOR, BUILD_FLOOR, QUALITY_FLOOR = 1.0, 3.0, 2.0, 0.97
KINDS = ("any", "all", "typo")


def middle(rounds: list, label: str, kind: str, figure: str) -> float | None:
    values = [one[label][kind][figure] for one in rounds if kind in one.get(label, {})]
    return median(values) if values else None


def times_table(size: int, found: dict) -> str:
    head = "".join(f"{kind:>10} p50{'p99':>9}" for kind in KINDS)
    lines = [f"{size:,} mentors, milliseconds", f"{'':22}{head}{'build s':>10}{'MiB':>8}"]
    for label in found["rounds"][0]:
        cells = ""
        for kind in KINDS:
            p50, p99 = (middle(found["rounds"], label, kind, figure) for figure in ("p50", "p99"))
            cells += f"{'–':>14}{'–':>9}" if p50 is None else f"{p50:14.3f}{p99:9.3f}"
        built = found["built"].get(label)
        cells += f"{median(built['seconds']):10.1f}{built['bytes'] / 2**20:8.1f}" if built else ""
        lines.append(f"{label:22}{cells}")
    return "\n".join(lines)


def quality_table(found: dict) -> str:
    lines = [f"{'':22}" + "".join(f"{kind + ': industry':>16}{'near':>6}{'hits':>6}" for kind in KINDS)]
    for label, kinds in found["quality"].items():
        lines.append(f"{label:22}" + "".join(_hits(kinds.get(kind)) for kind in KINDS))
    shares = ", ".join(f"{kind} {one['best']:.3f}" for kind, one in found["quality"]["Brobyg"].items())
    lines.append(f"Of the ten best, everybody weighed one by one, Brobyg found: {shares}")
    return "\n".join(lines)


def _hits(one: dict | None) -> str:
    return f"{one['share']:16.3f}{one['near']:6.2f}{one['hits']:6.1f}" if one else f"{'–':>16}{'–':>6}{'–':>6}"


def line(number: str, what: str, ratios: list, floor: float, more: str = "") -> str:
    reached = "reached" if median(ratios) >= floor else "NOT REACHED"
    return f"{number:3} {what:46}{median(ratios):8.2f}{min(ratios):8.2f}{max(ratios):8.2f}{floor:7.2f}  {reached}{more}"


def ratios(rounds: list, peer: str, ours: str, kind: str) -> list:
    return [one[peer][kind]["p50"] / one[ours][kind]["p50"] for one in rounds if peer in one]


def floors(sizes: dict) -> str:
    """One line for each floor whose size and peer were measured."""
    lines = [f"{'':50}{'middle':>8}{'least':>8}{'most':>8}{'floor':>7}"]
    for number, size, kind, peer, floor in FLOORS:
        found = sizes.get(size, {"rounds": []})
        alone = ratios(found["rounds"], peer, ALONE, kind)
        if alone:
            whole = median(ratios(found["rounds"], peer, "Brobyg", kind))
            lines.append(line(number, f"{kind}, {size:,}: {peer} / ours", alone, floor, f"; with reading {whole:.2f}"))
    found = sizes.get(100_000)
    return "\n".join(lines + (_save_line(found) + _build_lines(found["built"]) + _quality_lines(found) if found else []))


def _save_line(found: dict) -> list:
    values = [one["PostgreSQL"] / (one["take"] + one["row_commit"]) for one in found["saves"] if "PostgreSQL" in one]
    return [line("S5", "save until found: PostgreSQL / ours", values, SAVE_FLOOR)] if values else []


def _build_lines(built: dict) -> list:
    if "PostgreSQL" not in built:
        return []
    ours, theirs = built["Brobyg"], built["PostgreSQL"]
    seconds = [their / our for our, their in zip(ours["seconds"], theirs["seconds"])]
    return [
        line("S7", "size of the index: PostgreSQL / ours", [theirs["bytes"] / ours["bytes"]], SIZE_FLOOR),
        line("S7", "building it: PostgreSQL / ours", seconds, BUILD_FLOOR),
    ]


def _quality_lines(found: dict) -> list:
    lines = []
    for kind in KINDS:
        others = {label: one[kind]["beside"] for label, one in found["quality"].items() if kind in one and label != "Brobyg"}
        if others:
            best = min(others, key=others.get)
            lines.append(line("S8", f"{kind}: hits in the industry, ours / {best}", [others[best]], QUALITY_FLOOR))
    least = min(one["best"] for one in found["quality"]["Brobyg"].values())
    return [*lines, line("S8", "of the ten best, found, least of the kinds", [least], QUALITY_FLOOR)]


def saves_table(saves: list) -> str:
    names = {
        "take": "Brobyg: until found", "row_commit": "a durable commit of a row in SQLite",
        "index_commit": "Brobyg: writing all of them to disk later", "PostgreSQL": "PostgreSQL: insert, commit, until found",
    }
    figures = [(told, [one[name] for one in saves if name in one]) for name, told in names.items()]
    lines = [f"  {told:44}{median(values):9.3f}" for told, values in figures if values]
    return "\n".join(["A saved mentor, milliseconds (p50)", *lines])
