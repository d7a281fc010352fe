//! Empty problems, and numbers beyond what can be counted with.

use assignment::{Choice, MAX_COST, Method, Problem, ProblemError, solve, solve_by};

#[test]
fn nobody_is_assigned_to_nothing() {
    let found = solve(&Problem::new(Vec::new()));

    assert_eq!((found.columns, found.cost), (Vec::new(), 0));
}

#[test]
fn without_places_everybody_goes_without() {
    let mut problem = Problem::new(vec![0]);
    problem.add_row(7, [Choice { column: 0, cost: 1 }]).expect("within the limits");

    let found = solve(&problem);

    assert_eq!((found.columns, found.cost), (vec![None], 7));
}

#[test]
fn a_row_beyond_the_limits_is_refused_and_leaves_no_trace() {
    let mut problem = Problem::new(vec![1]);
    let good = Choice { column: 0, cost: 1 };

    let stranger = problem.add_row(1, [good, Choice { column: 1, cost: 1 }]);
    let dear = problem.add_row(MAX_COST + 1, [good]);
    problem.add_row(MAX_COST, [good]).expect("within the limits");

    assert_eq!((stranger, dear), (Err(ProblemError::NoSuchColumn), Err(ProblemError::TooDear)));
    assert_eq!((problem.choices(), solve(&problem).columns), (1, vec![Some(0)]));
}

#[test]
fn a_problem_too_fine_for_the_auction_is_left_to_the_other_method() {
    let mut problem = Problem::new(vec![1; 2]);
    for _ in 0..50_000 {
        problem.add_row(MAX_COST, [0, 1].map(|column| Choice { column, cost: 0 })).expect("within the limits");
    }

    let found = solve(&problem);

    assert!(solve_by(&problem, Method::Auction).is_none());
    assert_eq!((found.method, found.columns.iter().flatten().count()), (Method::Paths, 2));
    assert!(found.columns[0].is_some() && found.columns[1].is_some());
}
