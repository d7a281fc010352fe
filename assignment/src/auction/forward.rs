//! Rows bid for places.

use super::{Auction, NONE, WITHOUT};

impl Auction<'_> {
    /// Goes on until every row has a place or goes without. Whoever is outbid bids next.
    pub(super) fn bid(&mut self, mut bidders: Vec<u32>) {
        while let Some(bidder) = bidders.pop() {
            let mut row = bidder;
            while let Some(outbid) = self.bid_once(row) {
                row = outbid;
            }
        }
    }

    /// Returns who lost the place.
    fn bid_once(&mut self, row: u32) -> Option<u32> {
        let look = self.look(row);
        self.edge_of[row as usize] = look.edge;
        if look.edge == WITHOUT {
            return None;
        }
        let column = self.rows.edges[look.edge as usize].to;
        let (place, other) = self.cheapest(column);
        let bid = self.place_price[place] + (look.next_best - look.best) + self.epsilon;
        self.place_price[place] = bid;
        self.price[column as usize] = bid.min(other);
        self.place_of[row as usize] = place as u32;
        let lost = std::mem::replace(&mut self.holder[place], row);
        if lost == NONE {
            return None;
        }
        self.edge_of[lost as usize] = NONE;
        Some(lost)
    }

    /// The cheapest place of a column, and the price of the next cheapest.
    fn cheapest(&self, column: u32) -> (usize, i64) {
        let places = self.places(column);
        let (mut cheapest, mut other) = (places.start, i64::MAX);
        for place in places.skip(1) {
            if self.place_price[place] < self.place_price[cheapest] {
                other = self.place_price[cheapest];
                cheapest = place;
            } else {
                other = other.min(self.place_price[place]);
            }
        }
        (cheapest, other)
    }
}
