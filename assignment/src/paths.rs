//! Successive shortest augmenting paths.
//!
//! Seekers come in one after the other. Each finds the cheapest way to get a place: take a free one, or push somebody on
//! to the next, until one ends at a free place or stays without. Prices make every such detour cost at least nothing, so
//! that Dijkstra's method finds the cheapest, and it reads no further than the best ending known.

use std::{cmp::Reverse, collections::BinaryHeap};

use super::{problem::Problem, side::Side};

const NONE: u32 = u32::MAX;

/// For each row the number of its edge. None when more than `patience` edges had to be read.
pub(crate) fn solve(problem: &Problem, patience: u64) -> Option<Vec<Option<u32>>> {
    let side = Side::smaller(problem);
    let mut search = Search::new(&side);
    for seeker in 0..side.kinds.len() as u32 {
        search.bring_in(seeker);
        if search.edges_read > patience {
            return None;
        }
    }
    let found: Vec<Option<u32>> = search.edge_of.iter().map(|edge| (*edge != NONE).then_some(*edge)).collect();
    Some(side.by_row(problem, &found))
}

/// How a target is reached most cheaply in the search of one seeker.
#[derive(Clone, Copy)]
struct Label {
    distance: i64,
    /// The seeker whose search this is of.
    search: u32,
    from: u32,
    edge: u32,
}

/// Where the cheapest path known so far ends.
#[derive(Clone, Copy)]
enum End {
    Stays(u32),
    Takes(u32),
}

struct Search<'a> {
    side: &'a Side<'a>,
    price: Vec<i64>,
    /// The places of a target are `first_place[target]..first_place[target + 1]`, the taken ones first.
    first_place: Vec<u32>,
    taken: Vec<u32>,
    holder: Vec<u32>,
    /// By seeker: the edge it has its place by, and the place.
    edge_of: Vec<u32>,
    place_of: Vec<u32>,
    labels: Vec<Label>,
    open: BinaryHeap<Reverse<(i64, u32)>>,
    settled: Vec<u32>,
    end: (i64, End),
    edges_read: u64,
}

impl<'a> Search<'a> {
    fn new(side: &'a Side<'a>) -> Self {
        let (seekers, targets) = (side.kinds.len(), side.room.len());
        let mut first_place = vec![0; targets + 1];
        for target in 0..targets {
            first_place[target + 1] = first_place[target] + side.room[target];
        }
        Self {
            price: side.first_price.clone(),
            holder: vec![NONE; first_place[targets] as usize],
            taken: vec![0; targets],
            edge_of: vec![NONE; seekers],
            place_of: vec![NONE; seekers],
            labels: vec![Label { distance: 0, search: NONE, from: NONE, edge: NONE }; targets],
            open: BinaryHeap::new(),
            settled: Vec::new(),
            end: (0, End::Stays(0)),
            edges_read: 0,
            first_place,
            side,
        }
    }

    fn bring_in(&mut self, seeker: u32) {
        self.look_for_ending(seeker);
        let (distance, end) = self.end;
        for target in &self.settled {
            let target = *target as usize;
            self.price[target] += distance - self.labels[target].distance;
        }
        self.move_along(seeker, end);
    }

    /// Dijkstra's method, from one seeker over full targets to the cheapest ending.
    fn look_for_ending(&mut self, seeker: u32) {
        self.open.clear();
        self.settled.clear();
        self.end = (self.side.staying[self.side.kinds[seeker as usize] as usize], End::Stays(seeker));
        self.read_edges(seeker, seeker, 0);
        while let Some(Reverse((distance, target))) = self.open.pop() {
            if distance >= self.end.0 {
                break;
            }
            let at = target as usize;
            if distance > self.labels[at].distance {
                continue;
            }
            self.settled.push(target);
            let first = self.first_place[at] as usize;
            for place in first..first + self.taken[at] as usize {
                let holder = self.holder[place];
                let edge = self.side.graph.edges[self.edge_of[holder as usize] as usize];
                let so_far = distance - i64::from(edge.cost) * self.side.unit - self.price[at];
                self.read_edges(seeker, holder, so_far);
            }
        }
    }

    /// What `from` could do instead of what it does, when getting there has cost `so_far`.
    fn read_edges(&mut self, seeker: u32, from: u32, so_far: i64) {
        let side = self.side;
        let kind = side.kinds[from as usize];
        let staying = so_far + side.staying[kind as usize];
        if staying < self.end.0 {
            self.end = (staying, End::Stays(from));
        }
        let edges = side.graph.range(kind);
        self.edges_read += edges.len() as u64;
        for (number, edge) in (edges.start as u32..).zip(&side.graph.edges[edges]) {
            let target = edge.to as usize;
            let distance = so_far + i64::from(edge.cost) * side.unit + self.price[target];
            let label = &mut self.labels[target];
            if distance >= self.end.0 || label.search == seeker && distance >= label.distance {
                continue;
            }
            *label = Label { distance, search: seeker, from, edge: number };
            if self.taken[target] < side.room[target] {
                self.end = (distance, End::Takes(edge.to));
            } else {
                self.open.push(Reverse((distance, edge.to)));
            }
        }
    }

    /// Everybody on the path moves one on, from its end back to the seeker.
    fn move_along(&mut self, seeker: u32, end: End) {
        let (mut target, mut place) = match end {
            End::Stays(at) if at == seeker => return,
            End::Stays(other) => self.leave(other),
            End::Takes(target) => {
                let place = self.first_place[target as usize] + self.taken[target as usize];
                self.taken[target as usize] += 1;
                (target, place)
            }
        };
        loop {
            let Label { from, edge, .. } = self.labels[target as usize];
            let left = (from != seeker).then(|| self.leave(from));
            self.holder[place as usize] = from;
            self.edge_of[from as usize] = edge;
            self.place_of[from as usize] = place;
            let Some(left) = left else { return };
            (target, place) = left;
        }
    }

    /// Takes a seeker from its place, which the next on the path takes at once.
    fn leave(&mut self, seeker: u32) -> (u32, u32) {
        let edge = std::mem::replace(&mut self.edge_of[seeker as usize], NONE);
        (self.side.graph.edges[edge as usize].to, self.place_of[seeker as usize])
    }
}
