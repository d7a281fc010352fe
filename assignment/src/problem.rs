//! What is asked for and what is offered.

use std::fmt;

use super::{Assignment, Method};

/// The greatest cost and price.
pub const MAX_COST: u32 = 1_000_000;
/// The most rows.
pub const MAX_ROWS: usize = 1_000_000;

/// A column that a row may have a place in, and what that costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub column: u32,
    pub cost: u32,
}

/// Rows with their choices, in the order in which they take precedence.
#[derive(Clone, Debug)]
pub struct Problem {
    pub(crate) rows: Graph,
    /// By column. More places than rows that name the column are never looked at.
    places: Vec<u32>,
    /// What it costs to leave each row out.
    prices: Vec<u32>,
}

/// Why a row cannot be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemError {
    TooManyRows,
    /// A cost or price above [`MAX_COST`].
    TooDear,
    NoSuchColumn,
}

impl fmt::Display for ProblemError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::TooManyRows => "there are too many rows to assign",
            Self::TooDear => "a cost is beyond what can be counted with",
            Self::NoSuchColumn => "a row names a column that does not exist",
        })
    }
}

impl std::error::Error for ProblemError {}

impl Problem {
    /// Columns with this many places each, and no rows yet.
    pub fn new(places: Vec<u32>) -> Self {
        Self { rows: Graph { start: vec![0], edges: Vec::new() }, places, prices: Vec::new() }
    }

    /// Adds a row after those that take precedence. Leaving it out costs `price`.
    ///
    /// # Errors
    /// When a number is beyond the limits, or a choice names no column.
    pub fn add_row(&mut self, price: u32, choices: impl IntoIterator<Item = Choice>) -> Result<(), ProblemError> {
        if self.prices.len() == MAX_ROWS {
            return Err(ProblemError::TooManyRows);
        }
        let kept = self.rows.edges.len();
        for choice in choices {
            if let Err(error) = self.check(price, choice) {
                self.rows.edges.truncate(kept);
                return Err(error);
            }
            self.rows.edges.push(Edge { to: choice.column, cost: choice.cost });
        }
        self.rows.start.push(self.rows.edges.len() as u32);
        self.prices.push(price);
        Ok(())
    }

    fn check(&self, price: u32, choice: Choice) -> Result<(), ProblemError> {
        if price.max(choice.cost) > MAX_COST || self.rows.edges.len() >= u32::MAX as usize {
            return Err(ProblemError::TooDear);
        }
        if choice.column as usize >= self.places.len() {
            return Err(ProblemError::NoSuchColumn);
        }
        Ok(())
    }

    /// How many choices all rows have together.
    pub fn choices(&self) -> u64 {
        self.rows.edges.len() as u64
    }

    pub(crate) fn dearest(&self) -> u32 {
        let costs = self.rows.edges.iter().map(|edge| edge.cost);
        costs.chain(self.prices.iter().copied()).max().unwrap_or_default()
    }

    /// How many places each column can fill at most.
    pub(crate) fn usable_places(&self) -> Vec<u32> {
        let mut named = vec![0_u32; self.places.len()];
        for edge in &self.rows.edges {
            named[edge.to as usize] += 1;
        }
        named.iter().zip(&self.places).map(|(named, places)| *named.min(places)).collect()
    }

    /// What a unit of cost is multiplied with so that the order of the rows decides between equal costs, and nothing else.
    ///
    /// Leaving out row `i` of `n` counts `n - i` beside its price. The rows that some cheapest assignment leaves out
    /// are the bases of a matroid, so these weights find the one that the order of the rows prefers.
    pub(crate) fn unit(&self) -> i64 {
        let rows = self.prices.len() as i64;
        rows * (rows + 1) / 2 + 1
    }

    /// What leaving out each row costs in these finer units.
    pub(crate) fn fine_prices(&self) -> Vec<i64> {
        let (unit, rows) = (self.unit(), self.prices.len() as i64);
        (0..).zip(&self.prices).map(|(row, price)| i64::from(*price) * unit + rows - row).collect()
    }

    /// Puts costs to what a method found: for each row the number of its edge.
    pub(crate) fn assignment(&self, chosen: Vec<Option<u32>>, method: Method) -> Assignment {
        let edge = |edge: u32| self.rows.edges[edge as usize];
        let paid =
            chosen.iter().zip(&self.prices).map(|(chosen, price)| chosen.map_or(*price, |chosen| edge(chosen).cost));
        let cost = paid.map(u64::from).sum();
        Assignment { columns: chosen.iter().map(|chosen| chosen.map(|chosen| edge(chosen).to)).collect(), cost, method }
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    pub to: u32,
    pub cost: u32,
}

/// Who may have what, seen from one side: the edges of `from` are `start[from]..start[from + 1]`.
#[derive(Clone, Debug)]
pub(crate) struct Graph {
    pub start: Vec<u32>,
    pub edges: Vec<Edge>,
}

impl Graph {
    pub fn len(&self) -> usize {
        self.start.len() - 1
    }

    pub fn range(&self, from: u32) -> std::ops::Range<usize> {
        self.start[from as usize] as usize..self.start[from as usize + 1] as usize
    }

    pub fn of(&self, from: u32) -> &[Edge] {
        &self.edges[self.range(from)]
    }

    /// The same seen from the other side, which has `len` members. The edges of each are in the order of this side.
    pub fn turned(&self, len: usize) -> Self {
        let mut start = vec![0_u32; len + 1];
        for edge in &self.edges {
            start[edge.to as usize + 1] += 1;
        }
        for member in 0..len {
            start[member + 1] += start[member];
        }
        let mut next = start.clone();
        let mut edges = vec![Edge { to: 0, cost: 0 }; self.edges.len()];
        for from in 0..self.len() as u32 {
            for edge in self.of(from) {
                let at = &mut next[edge.to as usize];
                edges[*at as usize] = Edge { to: from, cost: edge.cost };
                *at += 1;
            }
        }
        Self { start, edges }
    }
}
