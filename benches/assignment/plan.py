"""Measures the plan of a matching meeting through its pages: made, made anew after a decision, and by a job; on both databases."""

import re
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "driver"))

import scheme  # noqa: E402
from postgres import Cluster  # noqa: E402
from processes import Stopped  # noqa: E402
from sides import Brobyg, Settings  # noqa: E402

# How many wait, beside how many mentors, and the seconds that the plan may take. Half of the referrals of a scheme wait.
SIZES = [(500, 2_500, 0.5), (5_000, 25_000, 3.0), (20_000, 100_000, 10.0)]
# The seconds that a decision of the smallest may take.
DECISION = 0.2
DECISIONS = 5
LONGEST = 600


def told(binary: Path, quick: bool) -> list:
    """Prints a line for each size and database, and returns the figures."""
    print(f"\n{'Waiting':>8} {'mentors':>8} {'database':10} {'plan s':>8} {'page s':>8} {'anew s':>8} {'MiB more':>9}  floor")
    found = []
    with tempfile.TemporaryDirectory(prefix="brobyg-plans.") as folder:
        # The database system runs as somebody else.
        Path(folder).chmod(0o755)
        for waiting, mentors, floor in SIZES[:1] if quick else SIZES:
            found += measured(Path(folder) / str(waiting), binary, (waiting, mentors, floor))
    return found


def measured(folder: Path, binary: Path, size: tuple) -> list:
    folder.mkdir()
    waiting, mentors, floor = size
    scheme.write(folder / "scheme", waiting * 2, mentors)
    settings = Settings(folder, folder / "scheme", binary, Path(), 1)
    databases = ["SQLite"]
    try:
        settings.cluster = Cluster(folder / "postgres")
        databases.append("PostgreSQL")
    except Stopped as stopped:
        print(f"Without PostgreSQL: {stopped}")
    try:
        return [one(Brobyg(settings, database), waiting, mentors, floor) for database in databases]
    finally:
        if settings.cluster:
            settings.cluster.stop()


def one(side: Brobyg, waiting: int, mentors: int, floor: float) -> dict:
    side.prepare()
    browser = side.open()
    try:
        before = peak_mib(side.server.pid)
        began = time.perf_counter()
        path = browser.submit("/planning", "/planning", []).location
        page = made(browser, path)
        plan = time.perf_counter() - began
        began = time.perf_counter()
        browser.page(path)
        shown = time.perf_counter() - began
        anew = max(decided(browser, path, page, place) for place in range(DECISIONS))
        more = peak_mib(side.server.pid) - before
    finally:
        side.close()
    reached = plan <= floor and (anew <= DECISION or waiting > SIZES[0][0])
    print(
        f"{waiting:8} {mentors:8} {side.database:10} {plan:8.2f} {shown:8.3f} {anew:8.3f} {more:9.0f}  "
        f"{floor:.1f} {'reached' if reached else 'NOT REACHED'}",
        flush=True,
    )
    return {"waiting": waiting, "database": side.database, "plan": plan, "page": shown, "anew": anew, "mib": more}


def made(browser, path: str) -> str:
    """The page of the meeting once its plan is there."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        page = browser.page(path)
        if 'http-equiv="refresh"' not in page:
            return page
        time.sleep(0.05)
    raise Stopped(f"The plan of {path} is not made after {LONGEST} seconds")


def decided(browser, path: str, page: str, place: int) -> float:
    """The seconds until somebody who says no to a pair stands on the page again."""
    form = page.split('class="pair-choice"')[place + 1]
    referral = re.search(r'name="referral_id" value="([^"]+)"', form)[1]
    mentor = re.search(r'<option value="([^"]+)"', form)[1]
    fields = [("referral_id", referral), ("mentor_id", mentor), ("decision", "forbid")]
    body = browser.body(path, fields)
    began = time.perf_counter()
    answer = browser._send(f"{path}/decisions", body.encode())
    if answer.status != 303:
        raise Stopped(f"A decision was answered {answer.status}")
    return time.perf_counter() - began


def peak_mib(pid: int) -> float:
    return int(re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) / 1024
