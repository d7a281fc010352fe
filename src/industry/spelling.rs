//! How many slips of the pen lie between two words.

/// The longest word that is compared, in bytes: no word that is read has more than 60 letters, and a letter folds into two.
const LONGEST: usize = 120;

/// The optimal string alignment distance of two folded words, or none when it is above `limit`.
///
/// A letter too many, too few, changed, or swapped with its neighbour counts as one.
pub fn distance(one: &str, other: &str, limit: usize) -> Option<usize> {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len().abs_diff(other.len()) > limit || one.len().max(other.len()) > LONGEST {
        return None;
    }
    // Rows on the stack: a word is compared with hundreds.
    let mut before = [0_u8; LONGEST + 1];
    let mut above = FIRST_ROW;
    for row in 1..=one.len() {
        let mut current = [0_u8; LONGEST + 1];
        current[0] = FIRST_ROW[row];
        let mut least = current[0];
        for column in 1..=other.len() {
            let changed = above[column - 1] + u8::from(one[row - 1] != other[column - 1]);
            current[column] = changed.min(above[column] + 1).min(current[column - 1] + 1);
            if is_swap(one, other, row, column) {
                current[column] = current[column].min(before[column - 2] + 1);
            }
            least = least.min(current[column]);
        }
        if usize::from(least) > limit {
            return None;
        }
        before = above;
        above = current;
    }
    Some(usize::from(above[other.len()])).filter(|cost| *cost <= limit)
}

/// What it costs to write each beginning of a word from nothing.
const FIRST_ROW: [u8; LONGEST + 1] = {
    let mut row = [0; LONGEST + 1];
    let mut letters = 1;
    while letters <= LONGEST {
        row[letters] = row[letters - 1] + 1;
        letters += 1;
    }
    row
};

fn is_swap(one: &[u8], other: &[u8], row: usize, column: usize) -> bool {
    row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1]
}

/// How many slips are forgiven in a word: none below five letters, one from five, two from nine.
pub fn forgiven(word: &str) -> usize {
    match word.len() {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}
