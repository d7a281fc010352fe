"""The product's side: the program of `src/`, which calls the product's own search."""

import json
import subprocess
from pathlib import Path

from embedded import size_of
from processes import Stopped


class Brobyg:
    label, kinds, stays_in_region = "Brobyg", ("any", "all", "typo"), False

    def __init__(self, program: Path, folder: Path):
        self.program, self.mentors, self.index = program, folder / "mentors.jsonl", folder / "index"

    def build(self) -> float:
        return self._told("build", self.mentors, self.index)["seconds"]

    def size(self) -> int:
        return size_of(self.index)

    def answers(self, wishes: Path) -> dict:
        """For each wish the `ids`, and the nanoseconds of `reading` it and of `searching`."""
        return self._told("search", self.index, wishes)

    def save(self, times: int) -> dict:
        """The nanoseconds until each of so many mentors was `findable`, and those of `writing` them all."""
        return self._told("save", self.index, times)

    def weighed(self, wishes: Path) -> dict:
        """For each wish how many of those `found` are among the best (`kept`), and how many of the best there are (`possible`)."""
        return self._told("weigh", self.mentors, wishes)

    def ranked(self, wishes: Path) -> list:
        """For each wish the ids in the order of the match page."""
        return self._told("rank", self.mentors, wishes)["ids"]

    def _told(self, *words) -> dict:
        done = subprocess.run([str(self.program), *map(str, words)], capture_output=True, text=True, timeout=1800)
        if done.returncode != 0:
            raise Stopped(f"{self.program.name} {words[0]} stopped: {done.stderr.strip()}")
        return json.loads(done.stdout)
