//! Small problems, solved once more by trying everything.

use assignment::{Assignment, Method, solve, solve_by};

use super::numbers::{Numbers, Row, Shape, problem};

/// The least cost, and of the ways to pay it the one that leaves out later rows.
struct Tried<'a> {
    rows: &'a [Row],
    free: Vec<u32>,
    left_out: Vec<bool>,
    best: Option<(u64, Vec<bool>)>,
}

impl Tried<'_> {
    fn every(places: &[u32], rows: &[Row]) -> (u64, Vec<bool>) {
        let mut tried = Tried { rows, free: places.to_vec(), left_out: Vec::new(), best: None };
        tried.next(0);
        tried.best.expect("leaving everybody out is possible")
    }

    fn next(&mut self, so_far: u64) {
        let Some((price, named)) = self.rows.get(self.left_out.len()) else {
            let found = (so_far, self.left_out.clone());
            // False stands before true: the earlier row that has a place decides.
            if self.best.as_ref().is_none_or(|best| found < *best) {
                self.best = Some(found);
            }
            return;
        };
        for (column, cost) in named {
            if self.free[*column as usize] > 0 {
                self.free[*column as usize] -= 1;
                self.step(false, so_far + u64::from(*cost));
                self.free[*column as usize] += 1;
            }
        }
        self.step(true, so_far + u64::from(*price));
    }

    fn step(&mut self, is_left_out: bool, so_far: u64) {
        self.left_out.push(is_left_out);
        self.next(so_far);
        self.left_out.pop();
    }
}

/// Whether the assignment keeps to places and choices, and costs what it says.
fn assert_is_possible(found: &Assignment, places: &[u32], rows: &[Row]) {
    let (mut free, mut cost) = (places.to_vec(), 0);
    for (column, (price, named)) in found.columns.iter().zip(rows) {
        cost += match column {
            None => u64::from(*price),
            Some(column) => {
                free[*column as usize] = free[*column as usize].checked_sub(1).expect("one place too many");
                let named = named.iter().filter(|(named, _)| named == column).map(|(_, cost)| *cost);
                u64::from(named.min().expect("a column that the row does not name"))
            }
        };
    }
    assert_eq!((found.columns.len(), found.cost), (rows.len(), cost));
}

fn assert_is_best(shape: Shape) {
    let (places, rows) = shape.lists();
    let (cost, left_out) = Tried::every(&places, &rows);
    let problem = problem(&places, &rows);
    let both = [Method::Paths, Method::Auction].map(|method| solve_by(&problem, method).expect("small enough"));
    for found in both.iter().chain([&solve(&problem)]) {
        assert_is_possible(found, &places, &rows);
        let without: Vec<bool> = found.columns.iter().map(Option::is_none).collect();
        assert_eq!((found.cost, &without), (cost, &left_out), "seed {}, {:?}", shape.seed, found.method);
    }
}

#[test]
fn no_assignment_of_five_thousand_small_problems_is_cheaper_or_passes_over_an_earlier_row() {
    let mut numbers = Numbers(1);
    for seed in 0..5_000 {
        assert_is_best(Shape {
            seed,
            rows: numbers.below(7),
            columns: numbers.below(5) + 1,
            named: numbers.below(5),
            most_places: numbers.below(3) + 1,
            // Few different costs make many ties.
            greatest_cost: [1, 3, 10, 1_000][numbers.below(4) as usize],
            price: [0, 1, 5, 1_500][numbers.below(4) as usize],
        });
    }
}

#[test]
fn of_two_alike_the_earlier_row_has_the_only_place() {
    let rows = vec![(9, vec![(0, 4)]), (9, vec![(0, 4)])];

    let found = solve(&problem(&[1], &rows));

    assert_eq!((found.columns, found.cost), (vec![Some(0), None], 13));
}

#[test]
fn a_row_makes_way_when_that_is_cheaper_in_all() {
    let rows = vec![(90, vec![(0, 1), (1, 3)]), (90, vec![(0, 2)])];

    let found = solve(&problem(&[1, 1], &rows));

    assert_eq!((found.columns, found.cost), (vec![Some(1), Some(0)], 5));
}

#[test]
fn a_place_that_costs_more_than_going_without_stays_empty() {
    let found = solve(&problem(&[1], &[(3, vec![(0, 4)])]));

    assert_eq!((found.columns, found.cost), (vec![None], 3));
}
