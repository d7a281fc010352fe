"""Search engines in PostgreSQL, each in the way that suits it best. `build` returns the seconds that it took."""

import time

try:
    import psycopg
except ImportError:
    psycopg = None

LIMIT = 10
ROWS_AT_ONCE = 10_000
NAMES = "id, occupation, titles, keywords, text, region, seats"
COLUMNS = "id bigint primary key, occupation text, titles text, keywords text, text text, region text, seats int"


class Postgres:
    """Full-text search of PostgreSQL: one index over the region and the words of the mentors who have a seat."""

    label, kinds, stays_in_region = "PostgreSQL", ("any", "all"), True
    table = (
        f"create table mentors ({COLUMNS}, words tsvector generated always as (setweight(to_tsvector('danish', occupation), 'A')"
        " || setweight(to_tsvector('danish', titles), 'B') || setweight(to_tsvector('danish', keywords), 'B')"
        " || setweight(to_tsvector('danish', text), 'D')) stored)"
    )
    index = "create index found on mentors using gin (region, words) where seats > 0"
    question = (
        "select id from mentors, to_tsquery('danish', %s) as wished where words @@ wished and region = %s and seats > 0"
        f" order by ts_rank(words, wished) desc, id limit {LIMIT}"
    )
    # What searching needs besides the mentors' own rows.
    bytes = "select pg_relation_size('found') + (select sum(pg_column_size(words)) from mentors)"

    def __init__(self, cluster):
        database = self.label.lower().replace(" ", "_")
        cluster.drop(database)
        cluster.create(database)
        self.connection = psycopg.connect(cluster.address(database), autocommit=True)
        self.connection.prepare_threshold = 0
        for extension in ("btree_gin", "pg_trgm"):
            self.connection.execute(f"create extension {extension}")
        # Building gets the memory that the manual advises; compiling costs more than these questions.
        self.connection.execute("set maintenance_work_mem = '512MB'")
        self.connection.execute("set jit = off")

    def build(self, rows: list) -> float:
        lines = ["\t".join(map(str, row)) + "\n" for row in rows]
        blocks = ["".join(lines[at : at + ROWS_AT_ONCE]) for at in range(0, len(lines), ROWS_AT_ONCE)]
        del lines
        began = time.perf_counter()
        self.connection.execute("drop table if exists mentors")
        self.connection.execute(self.table)
        with self.connection.cursor().copy(f"copy mentors ({NAMES}) from stdin") as copy:
            for block in blocks:
                copy.write(block)
        self.connection.execute(self.index)
        self.connection.execute("vacuum analyze mentors")
        return time.perf_counter() - began

    def size(self) -> int:
        return int(self.connection.execute(self.bytes).fetchone()[0])

    def found(self, wish: dict) -> list:
        words = (" | " if wish["kind"] == "any" else " & ").join(wish["words"])
        return [row[0] for row in self.connection.execute(self.question, (words, wish["region"]))]

    def save(self, row: tuple, wish: dict) -> int:
        """Nanoseconds until a mentor that is added, with a durable commit, is found."""
        began = time.perf_counter_ns()
        self.connection.execute(f"insert into mentors ({NAMES}) values (%s, %s, %s, %s, %s, %s, %s)", row)
        while row[0] not in self.found(wish):
            pass
        return time.perf_counter_ns() - began

    def close(self) -> None:
        self.connection.close()


class Trigrams(Postgres):
    """pg_trgm finds misspelt occupations."""

    label, kinds = "pg_trgm", ("typo",)
    table = f"create table mentors ({COLUMNS})"
    index = "create index found on mentors using gin (region, occupation gin_trgm_ops) where seats > 0"
    question = (
        "select id from mentors where occupation %% %s and region = %s and seats > 0"
        f" order by similarity(occupation, %s) desc, id limit {LIMIT}"
    )
    bytes = "select pg_relation_size('found')"

    def found(self, wish: dict) -> list:
        word = wish["words"][0]
        return [row[0] for row in self.connection.execute(self.question, (word, wish["region"], word))]
