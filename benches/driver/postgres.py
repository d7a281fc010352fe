"""A PostgreSQL of the measurement's own: on loopback, with every commit on disk, gone afterwards."""

import os
import pwd
import statistics
from pathlib import Path

from processes import Stopped, free_port, run

# Read from the package's defaults otherwise; one quarter of 16 GiB is what its manual calls a good start.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "100",
    "shared_buffers": "512MB",
    "fsync": "on",
    "synchronous_commit": "on",
}


class Cluster:
    def __init__(self, folder: Path):
        self.folder, self.port = folder / "data", free_port()
        folder.mkdir()
        self.home = folder
        self.bin = _commands()
        self._as_server = _server_user(folder)
        self._run("initdb", "-D", self.folder, "-U", "bench", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        options = " ".join(f"-c {name}={value or repr('')}" for name, value in SETTINGS.items())
        log = folder / "log"
        self._run("pg_ctl", "start", "-D", self.folder, "-l", log, "-s", "-w", "-o", f"{options} -p {self.port}")

    def _run(self, command: str, *arguments) -> str:
        # Not captured: the server keeps the output of whoever starts it open.
        out = self.home / "output"
        words = [*self._as_server, "sh", "-c", '"$@" >"$0" 2>&1', out, self.bin / command, *arguments]
        try:
            return run(words, folder=self.home)
        except Stopped as stopped:
            raise Stopped(f"{stopped}\n{out.read_text() if out.exists() else ''}") from None

    @property
    def pid(self) -> int:
        return int((self.folder / "postmaster.pid").read_text().split()[0])

    def address(self, name: str) -> str:
        return f"postgresql://bench@127.0.0.1:{self.port}/{name}"

    def sql(self, sentence: str, name: str = "postgres") -> str:
        where = ["-h", "127.0.0.1", "-p", self.port, "-U", "bench", "-d", name, "-qAt"]
        return run([self.bin / "psql", *where, "-v", "ON_ERROR_STOP=1", "-c", sentence])

    def create(self, name: str, copy_of: str = "template0") -> None:
        self.sql(f"create database {name} template {copy_of}")

    def drop(self, name: str) -> None:
        self.sql(f"drop database if exists {name} with (force)")

    def commit_micros(self, seconds: int) -> float:
        """Median of durable commits of one small row, one after another over one connection."""
        self.drop("commits")
        self.create("commits")
        self.sql("create table facts (id bigserial primary key, at timestamptz, text text)", "commits")
        script = self.home / "commit.sql"
        script.write_text("insert into facts (at, text) values (now(), 'a small row of some forty characters');\n")
        prefix = self.home / "commits"
        where = ["-h", "127.0.0.1", "-p", self.port, "-U", "bench", "-n", "-c1", "-j1", "-T", seconds]
        run([self.bin / "pgbench", *where, "-M", "prepared", "-f", script, "-l", f"--log-prefix={prefix}", "commits"])
        logs = list(self.home.glob("commits.*"))
        micros = [float(line.split()[2]) for log in logs for line in log.read_text().splitlines()]
        for log in logs:
            log.unlink()
        return statistics.median(micros)

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "-D", self.folder, "-m", "immediate", "-s", "-w")


def _commands() -> Path:
    """Debian keeps the server's commands out of the path; the newest version there is."""
    versions = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    if versions:
        return max(versions, key=lambda path: int(path.parent.name))
    raise Stopped("PostgreSQL is not installed")


def _server_user(folder: Path) -> list:
    """PostgreSQL refuses to run as root; then the package's user runs it."""
    if os.geteuid() != 0:
        return []
    try:
        user = pwd.getpwnam("postgres")
    except KeyError:
        user = pwd.getpwnam("nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
