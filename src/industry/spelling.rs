//! How many slips of the pen lie between two words.

/// The optimal string alignment distance of two folded words, or none when it is above `limit`.
///
/// A letter too many, too few, changed, or swapped with its neighbour counts as one.
pub fn distance(one: &str, other: &str, limit: usize) -> Option<usize> {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len().abs_diff(other.len()) > limit {
        return None;
    }
    let mut before = vec![0; other.len() + 1];
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for row in 1..=one.len() {
        let mut current = vec![row; other.len() + 1];
        for column in 1..=other.len() {
            let changed = above[column - 1] + usize::from(one[row - 1] != other[column - 1]);
            current[column] = changed.min(above[column] + 1).min(current[column - 1] + 1);
            if is_swap(one, other, row, column) {
                current[column] = current[column].min(before[column - 2] + 1);
            }
        }
        if current.iter().all(|cost| *cost > limit) {
            return None;
        }
        before = above;
        above = current;
    }
    above.last().copied().filter(|cost| *cost <= limit)
}

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
