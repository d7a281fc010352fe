"""Made-up problems, the same bytes on every machine, and how their files are read (see assignment/examples/solve.rs)."""

import random
from array import array
from dataclasses import dataclass
from pathlib import Path

NAMED, GREATEST_COST, PRICE, MOST_PLACES = 20, 1000, 2000, 3


@dataclass
class Shape:
    """How many ask, how many columns there are, and into how many markets that hardly mix both are divided."""

    name: str
    rows: int
    columns: int
    markets: int = 1

    def write(self, path: Path) -> None:
        """Each row names 20 columns of its market, 5 in 100 of another; every second market has few columns."""
        draw = random.Random(f"{self.rows} {self.columns} {self.markets}").random
        bounds = self._bounds()
        numbers = array("I", [self.columns, self.rows])
        numbers.extend(1 + int(draw() * MOST_PLACES) for _ in range(self.columns))
        for row in range(self.rows):
            named = {}
            while len(named) < NAMED:
                market = row % self.markets if draw() >= 0.05 else int(draw() * self.markets)
                low, high = bounds[market], bounds[market + 1]
                # Some columns are wanted more than others.
                named.setdefault(low + int(draw() ** 1.3 * (high - low)), int(draw() * (GREATEST_COST + 1)))
            numbers.extend((PRICE, NAMED))
            for column, cost in sorted(named.items()):
                numbers.extend((column, cost))
        assert numbers.itemsize == 4
        path.write_bytes(numbers.tobytes())

    def _bounds(self) -> list:
        shares = [1 if market % 2 == 0 else 7 for market in range(self.markets)]
        ends = [round(self.columns * sum(shares[: market + 1]) / sum(shares)) for market in range(self.markets)]
        return [0, *ends]


def read(path: str) -> tuple:
    """The places of each column, the price of each row, and of each choice its row, its column and its cost."""
    numbers = array("I", Path(path).read_bytes())
    columns, rows = numbers[0], numbers[1]
    places, at = numbers[2 : 2 + columns], 2 + columns
    prices, tail, head, cost = array("I"), array("I"), array("I"), array("I")
    for row in range(rows):
        prices.append(numbers[at])
        count = numbers[at + 1]
        own = numbers[at + 2 : at + 2 + 2 * count]
        tail.extend([row] * count)
        head.extend(own[0::2])
        cost.extend(own[1::2])
        at += 2 + 2 * count
    return places, prices, tail, head, cost
