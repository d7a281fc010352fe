//! Larger problems, whose least totals another solver found.

use assignment::{Method, solve, solve_by};

use super::numbers::{Shape, problem};

/// Totals of OR-tools 9.15.6755 (`SimpleMinCostFlow`), printed by `totals.py` beside this file.
const TOTALS: [(Shape, u64); 7] = [
    (shape(11, (300, 300), (12, 3), (1_000, 1_500)), 24_855),
    (shape(12, (1_000, 300), (15, 3), (1_000, 1_500)), 841_517),
    (shape(13, (1_500, 700), (15, 3), (1_000, 1_500)), 387_820),
    (shape(14, (2_000, 2_000), (20, 3), (1_000, 1_500)), 110_925),
    (shape(15, (2_000, 900), (6, 4), (20, 15)), 8_771),
    (shape(16, (3_000, 1_500), (20, 3), (1_000, 1_500)), 335_397),
    (shape(17, (4_000, 1_200), (30, 5), (300, 200)), 159_390),
];

const fn shape(seed: u64, size: (u64, u64), columns: (u64, u64), costs: (u64, u64)) -> Shape {
    let ((rows, all), (named, most_places), (greatest_cost, price)) = (size, columns, costs);
    Shape { seed, rows, columns: all, named, most_places, greatest_cost, price }
}

#[test]
fn both_methods_pay_as_little_as_another_solver() {
    for (shape, total) in TOTALS {
        let problem = shape.problem();
        for method in [Method::Paths, Method::Auction] {
            let found = solve_by(&problem, method).expect("small enough");
            assert_eq!(found.cost, total, "seed {}, {method:?}", shape.seed);
        }
    }
}

#[test]
fn both_methods_leave_out_the_same_rows() {
    for (shape, _) in TOTALS {
        let problem = shape.problem();
        let without = [Method::Paths, Method::Auction].map(|method| {
            let found = solve_by(&problem, method).expect("small enough");
            found.columns.iter().map(Option::is_none).collect::<Vec<_>>()
        });
        assert_eq!(without[0], without[1], "seed {}", shape.seed);
    }
}

#[test]
fn where_places_are_scarce_the_auction_takes_over() {
    let methods = TOTALS.map(|(shape, _)| solve(&shape.problem()).method);

    assert!(methods.contains(&Method::Paths) && methods.contains(&Method::Auction), "{methods:?}");
}

#[test]
fn the_total_does_not_depend_on_the_order_of_rows_columns_and_choices() {
    for (shape, total) in TOTALS {
        let (mut places, mut rows) = shape.lists();
        places.reverse();
        rows.reverse();
        for (column, _) in rows.iter_mut().flat_map(|(_, named)| named) {
            *column = places.len() as u32 - 1 - *column;
        }
        rows.iter_mut().for_each(|(_, named)| named.reverse());
        assert_eq!(solve(&problem(&places, &rows)).cost, total, "seed {}", shape.seed);
    }
}
