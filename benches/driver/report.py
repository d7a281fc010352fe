"""The tables: medians of the rounds, and how far they are above the floors."""

from dataclasses import dataclass
from statistics import median

PAGES = {
    "list": "list, 50 rows", "list of 100": "list, 100 rows", "case": "one case", "form": "empty form",
    "save": "save the draft", "create": "create the case",
}


@dataclass
class Floor:
    """A floor: the ratio in each round must not be below it in the middle one."""

    number: str
    what: str
    least: float
    ratios: list

    def line(self) -> str:
        ratios = sorted(self.ratios)
        reached = "reached" if median(ratios) >= self.least else "NOT REACHED"
        spread = f"{median(ratios):8.2f}  {ratios[0]:8.2f}  {ratios[-1]:8.2f}"
        return f"{self.number:3} {self.what:52} {spread}  {self.least:6.2f}  {reached}"


def sides_table(rounds: list, connections: tuple) -> str:
    """Every page of every side."""
    head = "  ".join(f"{f'{count} conn.':>9}" for count in connections)
    lines = [f"{'':36}{'CPU ms':>8}  |{'req/s':^{len(head)}}|{'p50 ms':^{len(head)}}|{'p99 ms':^{len(head)}}",
             f"{'':36}{'':>8}  |{head}|{head}|{head}"]
    for label, found in rounds[0].items():
        for page in found.loads:
            loads = {count: [one[label].loads[page][count] for one in rounds] for count in connections}
            lines.append(_page_line(f"{label}: {PAGES[page]}", loads, connections))
    return "\n".join(lines)


def _page_line(label: str, loads: dict, connections: tuple) -> str:
    def cells(figure: str, digits: int) -> str:
        middles = (median(getattr(load, figure) for load in loads[count]) for count in connections)
        return "  ".join(f"{middle:9.{digits}f}" for middle in middles)

    processor = median(load.processor for load in loads[busy(connections)])
    return f"{label:36}{processor:8.3f}  |{cells('per_second', 0)}|{cells('p50', 2)}|{cells('p99', 2)}"


def busy(connections: tuple) -> int:
    """The number of connections whose processor time counts: 16, or the most of a short run."""
    return 16 if 16 in connections else connections[-1]


def processes_table(rounds: list) -> str:
    lines = [f"{'':24}{'start s':>9}{'idle MiB':>10}{'loaded MiB':>12}{'list bytes':>12}{'case bytes':>12}{'form bytes':>12}"]
    for label, found in rounds[0].items():
        start, idle, loaded = (
            median(getattr(one[label], figure) for one in rounds) for figure in ("start_seconds", "idle", "loaded")
        )
        sizes = "".join(f"{found.page_bytes[page]:12}" for page in ("list", "case", "form"))
        lines.append(f"{label:24}{start:9.3f}{idle:10.1f}{loaded:12.1f}{sizes}")
    return "\n".join(lines)


def limits_table(limits: list, connections: tuple) -> str:
    loads = {count: [one.bare[count] for one in limits] for count in connections}
    lines = [_page_line("bare server, a page as large as ours", loads, connections)]
    for database in limits[0].commit:
        lines.append(f"one durable commit on {database}: {median(one.commit[database] for one in limits):.3f} ms")
    return "\n".join(lines)


def floors(rounds: list, limits: list, database: str, connections: tuple) -> list:
    """W1 to W7 on one database: how many times better than Django on the same, unless the text says otherwise."""
    ours, theirs, at = f"Brobyg on {database}", f"Django on {database}", busy(connections)

    def each(ratio) -> list:
        return [ratio(one[ours], one[theirs]) for one in rounds]

    def processor(page: str) -> list:
        return each(lambda our, their: their.loads[page][at].processor / our.loads[page][at].processor)

    def tail(side) -> float:
        return side.loads["list"][at].p99 / side.loads["list"][at].p50

    first = connections[0]
    syncs = [3 * limit.commit[database] / one[ours].loads["create"][first].p50 for one, limit in zip(rounds, limits)]
    return [
        Floor("W1", "list, CPU per request", 40, processor("list")),
        Floor("W2", "one case with its reading written down, CPU", 30, processor("case")),
        Floor("W3", f"create, requests a second over {at}", 5, each(lambda o, t: o.loads["create"][at].per_second / t.loads["create"][at].per_second)),
        Floor("W4", "create, p50 over 1: three commits / ours", 1, syncs),
        Floor("W5", f"list, p99 / p50 over {at}", 1, each(lambda o, t: tail(t) / tail(o))),
        Floor("W6", "memory after load", 2, each(lambda o, t: t.loaded / o.loaded)),
        Floor("W7", "cold start to the first page", 3, each(lambda o, t: t.start_seconds / o.start_seconds)),
    ]


def strict(rounds: list, database: str, connections: tuple) -> list:
    """Readings of the same figures that favour Django, without a floor of their own."""
    ours, theirs, at = f"Brobyg on {database}", f"Django on {database}", busy(connections)

    def both(side) -> float:
        """Seconds per case when saving the draft and sending it are both counted."""
        return 1 / side.loads["save"][at].per_second + 1 / side.loads["create"][at].per_second

    hundred = [
        one[theirs].loads["list of 100"][at].processor / (2 * one[ours].loads["list"][at].processor) for one in rounds
    ]
    pair = [1 / both(one[ours]) / one[theirs].loads["create"][at].per_second for one in rounds]
    return [
        Floor("W1'", "100 rows: two pages of ours, one of Django's, CPU", 40, hundred),
        Floor("W3'", "create: saving and sending together", 5, pair),
    ]


HEAD = f"{'':56} {'middle':>8}  {'smallest':>8}  {'largest':>8}  {'floor':>6}"
