"""The rounds: each starts every server afresh, asks for every page over every number of connections, and stops it."""

from dataclasses import dataclass, field

import compare
import limits
import load
from browser import total
from processes import Stopped, memory_mib


@dataclass
class Measured:
    """What one server showed in one round. `loads` by page and number of connections; memory in MiB."""

    loads: dict = field(default_factory=dict)
    start_seconds: float = 0
    idle: float = 0
    loaded: float = 0
    page_bytes: dict = field(default_factory=dict)


@dataclass
class Limits:
    """What the machine could do in one round. Commits in milliseconds."""

    bare: dict
    commit: dict


def compared(sides: list) -> None:
    """Stops unless all sides show the same pages."""
    shown = []
    for side in sides:
        browser = side.open()
        try:
            shown.append((side.label, compare.shown(side, browser)))
        finally:
            side.close()
    for label, pages in shown[1:]:
        compare.must_be_alike(shown[0][1], pages, (shown[0][0], label))


def measured(side, connections: tuple, seconds: int) -> Measured:
    """One round of one side."""
    found = Measured()
    browser = side.open()
    try:
        found.start_seconds = side.server.start_seconds
        found.idle = memory_mib(side.server.pid)
        for name, request in side.asked(browser).items():
            found.page_bytes[name] = len(browser.page(request.paths[0]).encode())
            found.loads[name] = _loads(side, request, connections, seconds)
        for count in connections:
            for name, one in _written(side, browser, count, seconds).items():
                found.loads.setdefault(name, {})[count] = one
        found.loaded = memory_mib(side.server.pid)
    finally:
        side.close()
    return found


def _loads(side, request, connections: tuple, seconds: int) -> dict:
    # A first second that does not count, so that caches are full and threads are started on every side.
    load.put(side.server.base, request, max(connections[0], 16), 1, side.roots())
    return {count: load.put(side.server.base, request, count, seconds, side.roots()) for count in connections}


def _written(side, browser, count: int, seconds: int) -> dict:
    """The loads that write. Drafts are saved twice as long as they are sent, so that there are enough of them."""
    requests, found = side.written(browser), {}
    if "save" in requests:
        found["save"] = load.put(side.server.base, requests["save"], count, 2 * seconds, side.roots())
        # Those under way when the load ended may not have been saved.
        saved = found["save"].requests - count
        requests["create"].paths = requests["create"].paths[:saved]
    before = total(browser.page("/referrals"))
    found["create"] = load.put(side.server.base, requests["create"], count, seconds, side.roots())
    created = total(browser.page("/referrals")) - before
    if created < found["create"].requests:
        raise Stopped(f"{side.label}: {found['create'].requests} were answered, but {created} cases were created")
    if requests["create"].once and found["create"].requests >= len(requests["create"].paths) - count:
        raise Stopped(f"{side.label}: there were too few drafts to send over {count} connections")
    return found


def limits_of_round(settings, program, size: int, connections: tuple, seconds: int) -> Limits:
    commit = {"SQLite": limits.sqlite_commit_micros(settings.folder, seconds) / 1e3}
    if settings.cluster:
        commit["PostgreSQL"] = settings.cluster.commit_micros(seconds) / 1e3
    return Limits(limits.bare_server(program, settings.folder, size, connections, seconds), commit)
