//! Columns with places left over offer them for less.

use super::{Auction, NONE, WITHOUT};

/// Who would gain by a place in a column.
#[derive(Default)]
struct Interest {
    /// The row that gains most.
    row: u32,
    /// What it would pay at most.
    best: i64,
    next_best: i64,
}

impl Auction<'_> {
    /// Goes on until no place is left over that costs something.
    pub(super) fn offer(&mut self) {
        let mut pays: Vec<i64> = (0..self.rows.len() as u32).map(|row| self.pays(row)).collect();
        let mut columns: Vec<u32> = (0..self.price.len() as u32).collect();
        while let Some(column) = columns.pop() {
            let Some(place) = self.left_over(column) else { continue };
            let interest = self.interest(column, &pays);
            if interest.best <= self.epsilon {
                self.set_price(column, 0, &mut pays);
                continue;
            }
            // Sometimes the least price attracts another only as much as ε allows.
            self.set_price(column, (interest.next_best - self.epsilon).max(0), &mut pays);
            columns.push(column);
            columns.extend(self.attract(interest.row, column, place, &mut pays));
        }
    }

    /// A place that nobody has though it costs something.
    fn left_over(&self, column: u32) -> Option<usize> {
        if self.price[column as usize] == 0 {
            return None;
        }
        self.places(column).find(|place| self.holder[*place] == NONE)
    }

    fn interest(&self, column: u32, pays: &[i64]) -> Interest {
        let mut interest = Interest::default();
        for edge in self.columns.of(column) {
            let would_pay = pays[edge.to as usize] - i64::from(edge.cost) * self.unit;
            if would_pay <= interest.next_best || self.is_in(edge.to, column) {
                continue;
            }
            if would_pay > interest.best {
                interest = Interest { row: edge.to, best: would_pay, next_best: interest.best };
            } else {
                interest.next_best = would_pay;
            }
        }
        interest
    }

    fn is_in(&self, row: u32, column: u32) -> bool {
        let edge = self.edge_of[row as usize];
        edge != WITHOUT && self.rows.edges[edge as usize].to == column
    }

    fn set_price(&mut self, column: u32, price: i64, pays: &mut [i64]) {
        self.price[column as usize] = price;
        for place in self.places(column) {
            self.place_price[place] = price;
            let row = self.holder[place];
            if row != NONE {
                pays[row as usize] = self.pays(row);
            }
        }
    }

    /// Moves a row to a place of a column. Returns the column that has a place left over now.
    fn attract(&mut self, row: u32, column: u32, place: usize, pays: &mut [i64]) -> Option<u32> {
        let had = self.edge_of[row as usize];
        let cheapest = self.rows.range(row).filter(|edge| self.rows.edges[*edge].to == column);
        let cheapest = cheapest.min_by_key(|edge| self.rows.edges[*edge].cost);
        self.edge_of[row as usize] = cheapest.map_or(had, |edge| edge as u32);
        let before = std::mem::replace(&mut self.place_of[row as usize], place as u32);
        self.holder[place] = row;
        pays[row as usize] = self.pays(row);
        if had == WITHOUT {
            return None;
        }
        self.holder[before as usize] = NONE;
        Some(self.rows.edges[had as usize].to)
    }
}
