//! Cheapest assignments: against every possibility, against another solver, and against themselves.

mod every_possibility;
mod limits;
mod numbers;
mod other_solver;
