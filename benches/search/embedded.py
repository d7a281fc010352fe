"""Search engines in the same process, each in the way that suits it best. `build` returns the seconds that it took."""

import shutil
import sqlite3
import time
from pathlib import Path

from processes import Stopped

try:
    import xapian
except ImportError:
    xapian = None

LIMIT = 10


def size_of(path: Path) -> int:
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


class Sqlite:
    """FTS5 of SQLite, no copy of the text, and both filters as one token: the region of whoever has a seat."""

    label, kinds, stays_in_region = "SQLite FTS5", ("any", "all"), True

    def __init__(self, folder: Path):
        self.path = folder / "mentors.sqlite3"
        self.connection = None

    def build(self, rows: list) -> float:
        rows = [(*row[:5], f"r{row[5]}" if row[6] else "") for row in rows]
        self.close()
        self.path.unlink(missing_ok=True)
        self.connection = sqlite3.connect(self.path, isolation_level=None)
        began = time.perf_counter()
        for pragma in ("journal_mode = off", "synchronous = off", "cache_size = -500000", "mmap_size = 8000000000"):
            self.connection.execute(f"pragma {pragma}")
        self.connection.execute(
            "create virtual table mentors using fts5 (occupation, titles, keywords, text, free, content = '',"
            " tokenize = 'unicode61 remove_diacritics 0')"
        )
        self.connection.execute("begin")
        self.connection.executemany(
            "insert into mentors (rowid, occupation, titles, keywords, text, free) values (?, ?, ?, ?, ?, ?)", rows
        )
        self.connection.execute("insert into mentors (mentors) values ('optimize')")
        self.connection.execute("insert into mentors (mentors, rank) values ('rank', 'bm25(4.0, 2.0, 2.0, 1.0, 0.0)')")
        self.connection.execute("commit")
        return time.perf_counter() - began

    def size(self) -> int:
        return self.path.stat().st_size

    def found(self, wish: dict) -> list:
        words = (" OR " if wish["kind"] == "any" else " AND ").join(f'"{word}"' for word in wish["words"])
        wanted = f"{{occupation titles keywords text}} : ({words}) AND free : \"r{wish['region']}\""
        question = f"select rowid from mentors where mentors match ? order by rank limit {LIMIT}"
        return [row[0] for row in self.connection.execute(question, (wanted,))]

    def close(self) -> None:
        if self.connection:
            self.connection.close()


class Xapian:
    """Xapian in the same process, with Danish stems, and both filters as one term."""

    label, kinds, stays_in_region = "Xapian", ("any", "all"), True

    def __init__(self, folder: Path):
        self.folder = folder / "xapian"
        self.database = None
        self.stem = xapian.Stem("danish")

    def build(self, rows: list) -> float:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        terms = xapian.TermGenerator()
        terms.set_stemmer(self.stem)
        terms.set_stemming_strategy(xapian.TermGenerator.STEM_ALL)
        began = time.perf_counter()
        database = xapian.WritableDatabase(str(self.folder / "filled"), xapian.DB_CREATE)
        for number, occupation, titles, keywords, text, region, seats in rows:
            document = xapian.Document()
            terms.set_document(document)
            for words, weight in ((occupation, 4), (titles, 2), (keywords, 2), (text, 1)):
                terms.index_text_without_positions(words, weight)
            if seats:
                document.add_boolean_term(f"XR{region}")
            # Documents are numbered as they come, and so are the mentors.
            if database.add_document(document) != number:
                raise Stopped("Xapian numbers its documents otherwise")
        database.commit()
        database.compact(str(self.folder / "compact"))
        database.close()
        seconds = time.perf_counter() - began
        self.database = xapian.Database(str(self.folder / "compact"))
        return seconds

    def size(self) -> int:
        return size_of(self.folder / "compact")

    def found(self, wish: dict) -> list:
        query = xapian.Query
        stems = [self.stem(word).decode() for word in wish["words"]]
        words = query(query.OP_OR if wish["kind"] == "any" else query.OP_AND, stems)
        enquire = xapian.Enquire(self.database)
        enquire.set_query(query(query.OP_FILTER, words, query(f"XR{wish['region']}")))
        return [match.docid for match in enquire.get_mset(0, LIMIT)]

    def close(self) -> None:
        if self.database:
            self.database.close()
