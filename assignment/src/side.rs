//! A problem seen from the rows, or from the places: what goes out to find a partner, and what it may find.

use std::borrow::Cow;

use super::problem::{Graph, Problem};

/// Seekers look for a place at targets. All seekers of one kind have the same edges.
pub(crate) struct Side<'a> {
    pub graph: Cow<'a, Graph>,
    /// The kind of each seeker: whose edges in `graph` it has.
    pub kinds: Vec<u32>,
    /// By kind: what it costs when a seeker stays without.
    pub staying: Vec<i64>,
    /// By target: how many seekers have room there.
    pub room: Vec<u32>,
    /// By target: its price before anybody wants it.
    pub first_price: Vec<i64>,
    /// What a unit of cost counts.
    pub unit: i64,
    /// Whether the seekers are rows.
    pub is_from_rows: bool,
}

impl<'a> Side<'a> {
    /// The side of which there is less.
    pub fn smaller(problem: &'a Problem) -> Self {
        let places = problem.usable_places();
        let offered: u64 = places.iter().copied().map(u64::from).sum();
        if offered < problem.rows.len() as u64 {
            Self::from_places(problem, &places)
        } else {
            Self::from_rows(problem, places)
        }
    }

    pub fn from_rows(problem: &'a Problem, places: Vec<u32>) -> Self {
        Self {
            graph: Cow::Borrowed(&problem.rows),
            kinds: (0..problem.rows.len() as u32).collect(),
            staying: problem.fine_prices(),
            first_price: vec![0; places.len()],
            room: places,
            unit: problem.unit(),
            is_from_rows: true,
        }
    }

    /// Each place looks for a row. It may stay empty for nothing, and whoever takes a row saves the price of leaving it out.
    pub fn from_places(problem: &'a Problem, places: &[u32]) -> Self {
        let each = |(column, places): (u32, &u32)| std::iter::repeat_n(column, *places as usize);
        Self {
            graph: Cow::Owned(problem.rows.turned(places.len())),
            kinds: (0..).zip(places).flat_map(each).collect(),
            staying: vec![0; places.len()],
            first_price: problem.fine_prices().into_iter().map(|price| -price).collect(),
            room: vec![1; problem.rows.len()],
            unit: problem.unit(),
            is_from_rows: false,
        }
    }

    /// The edges by which seekers found their targets, told for each row as the number of its edge in the problem.
    pub fn by_row(&self, problem: &Problem, found: &[Option<u32>]) -> Vec<Option<u32>> {
        if self.is_from_rows {
            return found.to_vec();
        }
        let mut by_row = vec![None; problem.rows.len()];
        for (seeker, edge) in found.iter().enumerate() {
            let Some(edge) = edge.map(|edge| self.graph.edges[edge as usize]) else { continue };
            let is_same = |at: &usize| {
                let other = problem.rows.edges[*at];
                (other.to, other.cost) == (self.kinds[seeker], edge.cost)
            };
            by_row[edge.to as usize] = problem.rows.range(edge.to).find(is_same).map(|at| at as u32);
        }
        by_row
    }
}
