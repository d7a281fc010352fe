//! What one does with a thing: it tells who makes it from who sells it, mends it or drives it.

/// The acts that are told apart, by their names in the data files.
const NAMES: [&str; 22] = [
    "make", "grow", "build", "mend", "sell", "rent", "move", "care", "heal", "teach", "clean", "cook", "serve",
    "guard", "design", "program", "write", "perform", "film", "count", "run", "research",
];

/// Some of the acts; none of them says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Acts(u32);

impl Acts {
    /// The acts of a data file: names parted by spaces. `-` and nothing are none.
    pub fn read(names: &str) -> Option<Self> {
        let named = names.split_whitespace().filter(|name| *name != "-");
        let places = named.map(|name| NAMES.iter().position(|known| *known == name));
        places.map(|place| place.map(|place| 1 << place)).sum::<Option<u32>>().map(Self)
    }

    pub fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Whether the two have one in common.
    pub fn share(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What two words beside each other say: what they have in common ("a factory that makes"), or else both.
    pub fn and(self, other: Self) -> Self {
        Self(if self.share(other) { self.0 & other.0 } else { self.0 | other.0 })
    }
}
