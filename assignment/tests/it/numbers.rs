//! Numbers that come out the same on every machine, and problems made of them.

use assignment::{Choice, Problem};

/// Splitmix64 by Sebastiano Vigna.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}

/// What a problem is made of.
#[derive(Clone, Copy)]
pub struct Shape {
    pub seed: u64,
    pub rows: u64,
    pub columns: u64,
    /// How many columns each row names.
    pub named: u64,
    pub most_places: u64,
    pub greatest_cost: u64,
    /// Every price is from here to twice as much.
    pub price: u64,
}

/// A row: its price, and columns with costs.
pub type Row = (u32, Vec<(u32, u32)>);

impl Shape {
    /// The places of each column, and the rows.
    pub fn lists(self) -> (Vec<u32>, Vec<Row>) {
        let mut numbers = Numbers(self.seed);
        let places = (0..self.columns).map(|_| numbers.below(self.most_places) as u32 + 1).collect();
        let rows = (0..self.rows).map(|_| self.row(&mut numbers)).collect();
        (places, rows)
    }

    /// Of two columns drawn the lower is named, so that some are wanted more than others.
    fn row(self, numbers: &mut Numbers) -> Row {
        let price = self.price + numbers.below(self.price + 1);
        let mut named: Vec<(u32, u32)> = Vec::new();
        for _ in 0..self.named {
            let column = numbers.below(self.columns).min(numbers.below(self.columns)) as u32;
            let cost = numbers.below(self.greatest_cost + 1) as u32;
            if named.iter().all(|(other, _)| *other != column) {
                named.push((column, cost));
            }
        }
        (price as u32, named)
    }

    pub fn problem(self) -> Problem {
        let (places, rows) = self.lists();
        problem(&places, &rows)
    }
}

pub fn problem(places: &[u32], rows: &[Row]) -> Problem {
    let mut problem = Problem::new(places.to_vec());
    for (price, named) in rows {
        let choices = named.iter().map(|&(column, cost)| Choice { column, cost });
        problem.add_row(*price, choices).expect("within the limits");
    }
    problem
}
