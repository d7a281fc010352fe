"""Processes that the measurement starts, and what they use: processor time and memory, read from /proc."""

import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
LONGEST_START = 120


class Stopped(Exception):
    """Something that the measurement needs did not work; the text says what."""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def tree(pid: int) -> list:
    """A process and all below it."""
    found, left = [], [pid]
    while left:
        pid = left.pop()
        found.append(pid)
        for task in Path(f"/proc/{pid}/task").glob("*"):
            try:
                left += map(int, (task / "children").read_text().split())
            except OSError:
                pass
    return found


def processor_seconds(roots: list) -> float:
    """Processor time of these processes, of all below them, and of those below them that have ended."""
    ticks = 0
    for pid in {pid for root in roots for pid in tree(root)}:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        ticks += sum(map(int, fields[11:15]))
    return ticks / TICKS


def memory_mib(root: int) -> float:
    """Proportional set size of a process and all below it: shared pages are counted once."""
    kib = 0
    for pid in tree(root):
        try:
            found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)
        except OSError:
            continue
        kib += int(found[1]) if found else 0
    return kib / 1024


class Server:
    """A web server of ours, of Django, or the bare one; ended with everything below it."""

    def __init__(self, command: list, env: dict, log: Path, folder: Path, port: int):
        self.base = f"http://127.0.0.1:{port}"
        self.log = log
        began = time.perf_counter()
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                command, cwd=folder, env={**os.environ, **env}, stdout=out, stderr=out, stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        try:
            self._wait(began)
        except BaseException:
            self.stop()
            raise
        self.start_seconds = time.perf_counter() - began

    def _wait(self, began: float) -> None:
        """Until the first page is answered."""
        while time.perf_counter() - began < LONGEST_START:
            if self.process.poll() is not None:
                break
            try:
                urllib.request.urlopen(self.base + "/sign-in", timeout=60).read()
                return
            except urllib.error.HTTPError as error:
                raise Stopped(f"{self.base}/sign-in answered {error.code}; see {self.log}") from error
            except OSError:
                time.sleep(0.002)
        raise Stopped(f"A server did not start; see {self.log}")

    @property
    def pid(self) -> int:
        return self.process.pid

    def stop(self) -> None:
        for sign in (signal.SIGTERM, signal.SIGKILL):
            if self.process.poll() is not None:
                return
            os.killpg(self.process.pid, sign)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                continue


def run(command: list, env: dict | None = None, folder: Path | None = None, timeout: int = 1800) -> str:
    """Runs a command to its end and returns what it printed."""
    done = subprocess.run(
        list(map(str, command)), cwd=folder, env={**os.environ, **(env or {})}, capture_output=True, text=True,
        stdin=subprocess.DEVNULL, timeout=timeout,
    )
    if done.returncode != 0:
        raise Stopped(f"{' '.join(map(str, command))} failed:\n{done.stdout[-1500:]}{done.stderr[-1500:]}")
    return done.stdout
