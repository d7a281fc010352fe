"""What this machine can do at most: a bare server with a page of the same size, and one durable commit."""

import sqlite3
import statistics
import time
from pathlib import Path

from load import Request, put
from processes import Server, free_port


def sqlite_commit_micros(folder: Path, seconds: int) -> float:
    """Median of durable commits of one small row, one after another, with the product's settings of SQLite."""
    path = folder / "commits.sqlite3"
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("pragma journal_mode = wal")
    database.execute("pragma synchronous = full")
    database.execute("create table facts (id integer primary key, at text, text text)")
    micros, end = [], time.perf_counter() + seconds
    while time.perf_counter() < end:
        began = time.perf_counter()
        database.execute("begin immediate")
        database.execute("insert into facts (at, text) values ('now', 'a small row of some forty characters')")
        database.execute("commit")
        micros.append((time.perf_counter() - began) * 1e6)
    database.close()
    return statistics.median(micros)


def bare_server(program: Path, folder: Path, size: int, connections: tuple, seconds: int) -> dict:
    """The loads of a server that answers with so many bytes from memory, by the number of connections."""
    port = free_port()
    server = Server([str(program), str(port), str(size)], {}, folder / "limit.log", folder, port)
    try:
        return {count: put(server.base, Request("GET", ["/"]), count, seconds, [server.pid]) for count in connections}
    finally:
        server.stop()
