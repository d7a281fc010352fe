"""One load: the same request over so many connections for so many seconds, with wrk."""

import json
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from processes import Stopped, processor_seconds

LONGEST_REST = 60
SCRIPT = Path(__file__).resolve().parent.parent / "requests.lua"


@dataclass
class Request:
    """What is asked again and again, or once for each path."""

    method: str
    paths: list
    body: str = ""
    once: bool = False
    headers: dict = field(default_factory=dict)


@dataclass
class Load:
    """What came of a load. Times in milliseconds."""

    requests: int
    per_second: float
    p50: float
    p99: float
    processor: float


def put(base: str, request: Request, connections: int, seconds: int, roots: list) -> Load:
    """Puts a load on a server; `roots` are the processes whose processor time it costs."""
    _until_idle(roots)
    before = processor_seconds(roots)
    result = _wrk(base, request, connections, seconds)
    used = processor_seconds(roots) - before
    count = result["requests"]
    if not count or result["refused"] or result["lost"]:
        raise Stopped(f"{request.method} {request.paths[0]} over {connections} connections: {result}")
    rate = count / (result["micros"] / 1e6)
    return Load(count, rate, result["p50"] / 1e3, result["p99"] / 1e3, used * 1e3 / count)


def _until_idle(roots: list) -> None:
    """Waits for a server that still answers what an earlier load asked for and no longer waits for."""
    give_up, before = time.monotonic() + LONGEST_REST, processor_seconds(roots)
    while time.monotonic() < give_up:
        time.sleep(0.2)
        now = processor_seconds(roots)
        # So little is only what runs by the clock.
        if now - before <= 0.02:
            return
        before = now
    raise Stopped(f"A server was busy for {LONGEST_REST} s after a load")


def _wrk(base: str, request: Request, connections: int, seconds: int) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        paths, body = Path(folder, "paths"), Path(folder, "body")
        paths.write_text("\n".join(request.paths) + "\n", encoding="utf-8")
        body.write_text(request.body, encoding="utf-8")
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", str(SCRIPT)]
        for name, value in request.headers.items():
            command += ["-H", f"{name}: {value}"]
        command += [base, "--", request.method, str(paths), str(body), "once" if request.once else "again"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60, stdin=subprocess.DEVNULL)
    for line in done.stdout.splitlines():
        if line.startswith("RESULT "):
            return json.loads(line.removeprefix("RESULT "))
    raise Stopped(f"wrk gave no result: {done.stdout}{done.stderr}")
