//! Forward and reverse auction with ε-scaling.
//!
//! Rows bid for places. A bid raises the price of a place so far that the bidder is as well off with its next best
//! choice, and ε more. A place left with a price that nobody pays goes down in price until it attracts somebody, or is
//! free. Then every row is within ε of its best choice, so the total is within ε for each row of the least. ε begins
//! coarse and falls: the prices of one phase are a good beginning for the next. Costs are counted so finely that the
//! last ε leaves no room for a cheaper assignment.

mod forward;
mod reverse;

use super::problem::{Graph, Problem};

const NONE: u32 = u32::MAX;
/// In the place of an edge: goes without.
const WITHOUT: u32 = u32::MAX - 1;
/// ε begins at this part of the greatest cost, and falls to this part from phase to phase.
const STEP: i64 = 10;

/// Whether the fine units of the auction can be counted.
pub(crate) fn fits(problem: &Problem) -> bool {
    let finest = i64::from(problem.dearest()).checked_add(1).and_then(|cost| cost.checked_mul(unit(problem)?));
    finest.is_some_and(|finest| finest.checked_mul(8).is_some())
}

/// What a unit of cost counts: so much that an ε of one for each row is less than the least difference of two totals.
fn unit(problem: &Problem) -> Option<i64> {
    problem.unit().checked_mul(problem.rows.len() as i64 + 1)
}

/// For each row the number of its edge.
pub(crate) fn solve(problem: &Problem) -> Vec<Option<u32>> {
    let mut auction = Auction::new(problem);
    let mut epsilon = i64::from(problem.dearest()) * auction.unit / STEP;
    loop {
        auction.epsilon = epsilon.max(1);
        let bidders = auction.open_phase();
        auction.bid(bidders);
        auction.offer();
        if auction.epsilon == 1 || auction.is_settled() {
            break;
        }
        epsilon /= STEP;
    }
    auction.edge_of.iter().map(|edge| (*edge != WITHOUT).then_some(*edge)).collect()
}

struct Auction<'a> {
    rows: &'a Graph,
    columns: Graph,
    unit: i64,
    /// By row: the price of going without.
    without: Vec<i64>,
    /// The least price of each column's places.
    price: Vec<i64>,
    /// The places of a column are `first_place[column]..first_place[column + 1]`.
    first_place: Vec<u32>,
    place_price: Vec<i64>,
    holder: Vec<u32>,
    /// By row: the edge it has its place by, and the place.
    edge_of: Vec<u32>,
    place_of: Vec<u32>,
    epsilon: i64,
}

/// What a row finds when it looks at all its choices.
struct Look {
    best: i64,
    /// The edge of the best choice; [`WITHOUT`] when that is to go without.
    edge: u32,
    next_best: i64,
}

impl<'a> Auction<'a> {
    fn new(problem: &'a Problem) -> Self {
        let places = problem.usable_places();
        let mut first_place = vec![0; places.len() + 1];
        for column in 0..places.len() {
            first_place[column + 1] = first_place[column] + places[column];
        }
        let (rows, offered) = (problem.rows.len(), first_place[places.len()] as usize);
        let finer = rows as i64 + 1;
        Self {
            rows: &problem.rows,
            columns: problem.rows.turned(places.len()),
            unit: problem.unit() * finer,
            without: problem.fine_prices().into_iter().map(|price| price * finer).collect(),
            price: vec![0; places.len()],
            first_place,
            place_price: vec![0; offered],
            holder: vec![NONE; offered],
            edge_of: vec![NONE; rows],
            place_of: vec![NONE; rows],
            epsilon: 0,
        }
    }

    fn places(&self, column: u32) -> std::ops::Range<usize> {
        self.first_place[column as usize] as usize..self.first_place[column as usize + 1] as usize
    }

    fn look(&self, row: u32) -> Look {
        let mut look = Look { best: self.without[row as usize], edge: WITHOUT, next_best: i64::MAX };
        let edges = self.rows.range(row);
        for (number, edge) in (edges.start as u32..).zip(&self.rows.edges[edges]) {
            let cost = i64::from(edge.cost) * self.unit + self.price[edge.to as usize];
            if cost < look.best {
                look = Look { best: cost, edge: number, next_best: look.best };
            } else if cost < look.next_best {
                look.next_best = cost;
            }
        }
        look
    }

    /// What a row pays by now; it must have bid.
    fn pays(&self, row: u32) -> i64 {
        match self.edge_of[row as usize] {
            WITHOUT => self.without[row as usize],
            edge => {
                let edge = self.rows.edges[edge as usize];
                i64::from(edge.cost) * self.unit + self.price[edge.to as usize]
            }
        }
    }

    /// All places of a column cost the same again. Rows that could do better by more than ε give up what they have.
    fn open_phase(&mut self) -> Vec<u32> {
        for column in 0..self.price.len() as u32 {
            let price = self.price[column as usize];
            let places = self.places(column);
            self.place_price[places].fill(price);
        }
        let mut bidders = Vec::new();
        for row in (0..self.rows.len() as u32).rev() {
            let has = self.edge_of[row as usize];
            if has != NONE && self.pays(row) <= self.look(row).best + self.epsilon {
                continue;
            }
            if has != NONE && has != WITHOUT {
                self.holder[self.place_of[row as usize] as usize] = NONE;
            }
            self.edge_of[row as usize] = NONE;
            bidders.push(row);
        }
        bidders
    }

    /// Whether no assignment is cheaper: what is paid and the least that anybody could pay differ by less than a unit.
    fn is_settled(&self) -> bool {
        let finer = self.rows.len() as i128 + 1;
        let gap = |row: u32| {
            let cost = self.pays(row) - self.paid_for_place(row);
            i128::from(cost) - i128::from(self.look(row).best)
        };
        let gaps: i128 = (0..self.rows.len() as u32).map(gap).sum();
        let offered = |column: u32| self.places(column).len() as i128 * i128::from(self.price[column as usize]);
        let earned: i128 = (0..self.price.len() as u32).map(offered).sum();
        gaps + earned < finer
    }

    fn paid_for_place(&self, row: u32) -> i64 {
        match self.edge_of[row as usize] {
            WITHOUT => 0,
            edge => self.price[self.rows.edges[edge as usize].to as usize],
        }
    }
}
