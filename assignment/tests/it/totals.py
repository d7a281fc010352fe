"""Makes the totals in other_solver.rs: the same problems, solved as minimum-cost flows by OR-tools.

    pip install ortools==9.15.6755 && python3 totals.py
"""

from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

# seed, rows, columns, named, most places, greatest cost, price: as in other_solver.rs
SHAPES = [
    (11, 300, 300, 12, 3, 1000, 1500),
    (12, 1000, 300, 15, 3, 1000, 1500),
    (13, 1500, 700, 15, 3, 1000, 1500),
    (14, 2000, 2000, 20, 3, 1000, 1500),
    (15, 2000, 900, 6, 4, 20, 15),
    (16, 3000, 1500, 20, 3, 1000, 1500),
    (17, 4000, 1200, 30, 5, 300, 200),
]


class Numbers:
    """Splitmix64 by Sebastiano Vigna."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        mask = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & mask
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & mask
        return (mixed ^ (mixed >> 31)) % limit


def lists(seed, rows, columns, named, most_places, greatest_cost, price):
    numbers = Numbers(seed)
    places = [numbers.below(most_places) + 1 for _ in range(columns)]
    made = []
    for _ in range(rows):
        own_price, costs = price + numbers.below(price + 1), {}
        for _ in range(named):
            column = min(numbers.below(columns), numbers.below(columns))
            costs.setdefault(column, numbers.below(greatest_cost + 1))
        made.append((own_price, costs))
    return places, made


def total(places, rows):
    source, sink = len(rows) + len(places), len(rows) + len(places) + 1
    flow = SimpleMinCostFlow()
    for column, room in enumerate(places):
        flow.add_arc_with_capacity_and_unit_cost(len(rows) + column, sink, room, 0)
    for row, (price, costs) in enumerate(rows):
        flow.add_arc_with_capacity_and_unit_cost(source, row, 1, 0)
        flow.add_arc_with_capacity_and_unit_cost(row, sink, 1, price)
        for column, cost in costs.items():
            flow.add_arc_with_capacity_and_unit_cost(row, len(rows) + column, 1, cost)
    flow.set_node_supply(source, len(rows))
    flow.set_node_supply(sink, -len(rows))
    assert flow.solve() == flow.OPTIMAL
    return flow.optimal_cost()


for shape in SHAPES:
    print(shape, total(*lists(*shape)))
