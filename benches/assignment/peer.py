"""Solves one problem of `problems.py` as a minimum-cost flow with OR-tools, and prints what the product's side prints."""

import json
import resource
import sys
import time

import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from problems import read


def main() -> None:
    places, prices, tail, head, cost = (np.array(part, dtype=np.int64) for part in read(sys.argv[1]))
    rows, columns, choices = len(prices), len(places), len(cost)
    source, sink = rows + columns, rows + columns + 1
    row, column = np.arange(rows), np.arange(columns)
    flow = SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(
        np.concatenate((tail, np.full(rows, source), row, rows + column)),
        np.concatenate((rows + head, row, np.full(rows, sink), np.full(columns, sink))),
        np.concatenate((np.ones(choices + 2 * rows, dtype=np.int64), places)),
        np.concatenate((cost, np.zeros(rows, dtype=np.int64), prices, np.zeros(columns, dtype=np.int64))),
    )
    flow.set_nodes_supplies(np.array([source, sink]), np.array([rows, -rows]))
    began = time.perf_counter()
    if flow.solve() != flow.OPTIMAL:
        sys.exit("OR-tools found no optimum")
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assigned = int(flow.flows(arcs[:choices]).sum())
    print(json.dumps({"seconds": seconds, "cost": int(flow.optimal_cost()), "assigned": assigned, "peak_kib": peak}))


if __name__ == "__main__":
    main()
