//! Assigns rows to columns at the least total cost.
//!
//! A row asks for one place. A column offers some. A row may have a place only in the columns that it names, each at a
//! cost of its own, and may go without at a price. [`solve`] finds an assignment whose total cost and price is least.
//! Among the cheapest it takes the one that leaves out later rows rather than earlier ones: compare the first row that
//! only one of two leaves out; the other is taken. So the caller's order of the rows says who goes first, and the same
//! problem gives the same answer.
//!
//! This is the minimum-cost flow problem of a bipartite network with unit demand. Two methods share the work:
//!
//! * **Successive shortest augmenting paths with prices** (`paths`): the Hungarian method as Edmonds and Karp, "Theoretical
//!   Improvements in Algorithmic Efficiency for Network Flow Problems", J. ACM 19 (1972), and Tomizawa, "On Some Techniques
//!   Useful for Solution of Transportation Network Problems", Networks 1 (1971), made it fast. It goes out from the side
//!   that there is less of, rows or places, because the searches stay short where the other side is ample.
//! * **Forward and reverse auction with ε-scaling** (`auction`): Bertsekas and Castañon, "A Forward/Reverse Auction
//!   Algorithm for Asymmetric Assignment Problems", Computational Optimization and Applications 1 (1992), with their
//!   treatment of alike places from "The Auction Algorithm for the Transportation Problem", Annals of Operations
//!   Research 20 (1989). Its work hardly depends on how scarce the places are.
//!
//! The first begins. When its searches have read [`PATIENCE`] times as many choices as there are, places are scarce in a
//! way that it is slow at, and the second takes over. Work is counted, not timed, so the choice is repeatable.

mod auction;
mod paths;
mod problem;
mod side;

pub use problem::{Choice, MAX_COST, MAX_ROWS, Problem, ProblemError};

/// How many times over all choices may be read before the auction takes over.
pub const PATIENCE: u64 = 16;

/// Who has a place where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// For each row its column; none for a row that goes without.
    pub columns: Vec<Option<u32>>,
    /// The costs of the places that are taken and the prices of the rows that go without.
    pub cost: u64,
    pub method: Method,
}

/// Which method found the assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Paths,
    Auction,
}

/// The cheapest assignment.
pub fn solve(problem: &Problem) -> Assignment {
    let patience = problem.choices().saturating_mul(PATIENCE).max(1 << 16);
    let patience = if auction::fits(problem) { patience } else { u64::MAX };
    match paths::solve(problem, patience) {
        Some(columns) => problem.assignment(columns, Method::Paths),
        None => problem.assignment(auction::solve(problem), Method::Auction),
    }
}

/// The same by one method, whatever it takes; for comparing the two. None when the numbers are too large for the auction.
pub fn solve_by(problem: &Problem, method: Method) -> Option<Assignment> {
    let columns = match method {
        Method::Paths => paths::solve(problem, u64::MAX)?,
        Method::Auction if auction::fits(problem) => auction::solve(problem),
        Method::Auction => return None,
    };
    Some(problem.assignment(columns, method))
}
