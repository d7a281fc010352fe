//! Keys that lie beside each other: what a hand runs over on a keyboard is soon guessed, however long it gets.

/// A row of keys: which row, where its first key lies in quarters of a key, and what the keys write.
type Row = (i32, i32, &'static str);

/// Keyboards as they are in Denmark and where English is written, without and with shift, and the block of figures.
const LAYOUTS: [&[Row]; 3] = [
    &[
        (0, -4, "½1234567890+´"),
        (0, -4, "§!\"#¤%&/()=?`"),
        (1, 2, "qwertyuiopå¨"),
        (1, 46, "^"),
        (2, 3, "asdfghjklæø'"),
        (2, 47, "*"),
        (3, 1, "<zxcvbnm,.-"),
        (3, 1, ">"),
        (3, 33, ";:_"),
    ],
    &[
        (0, -4, "`1234567890-="),
        (0, -4, "~!@#$%^&*()_+"),
        (1, 2, "qwertyuiop[]\\"),
        (1, 42, "{}|"),
        (2, 3, "asdfghjkl;'"),
        (2, 39, ":\""),
        (3, 5, "zxcvbnm,./"),
        (3, 33, "<>?"),
    ],
    &[(0, 0, "789"), (1, 0, "456"), (2, 0, "123"), (3, 0, "0")],
];
/// A key is this wide, in quarters.
const KEY: i32 = 4;
/// Patterns come again after at most this many keys: a column and the next (`1qaz 2wsx`), one hand and the other.
const LONGEST_PERIOD: usize = 5;
/// So many keys in a row follow a pattern by more than chance.
const FEWEST_STEPS: usize = 5;

/// A text in small letters without the keys that follow from those before them: each lies beside, or is, the key one
/// back (`qwerty`, `1q2w3e`), or the key as many back as the pattern is long (`1qaz2wsx`, `qpwoei`, `abcabc`). What
/// begins a pattern stays, and so do words: few letters in a row of a word lie so.
pub fn without_walks(text: &str) -> String {
    let keys: Vec<char> = text.to_lowercase().chars().collect();
    let mut follows = vec![false; keys.len()];
    for layout in LAYOUTS {
        for period in 1..=LONGEST_PERIOD {
            mark_walks(layout, period, &keys, &mut follows);
        }
    }
    keys.into_iter().zip(follows).filter(|(_, follows)| !follows).map(|(key, _)| key).collect()
}

/// Marks each key that lies beside the one a period before it, where enough in a row do.
fn mark_walks(layout: &[Row], period: usize, keys: &[char], follows: &mut [bool]) {
    let mut steps = 0;
    for at in period..=keys.len() {
        if at < keys.len() && is_near(layout, keys[at - period], keys[at]) {
            steps += 1;
            continue;
        }
        if steps >= FEWEST_STEPS {
            follows[at - steps..at].fill(true);
        }
        steps = 0;
    }
}

fn is_near(layout: &[Row], one: char, other: char) -> bool {
    match (place(layout, one), place(layout, other)) {
        (Some((row, from)), Some((other_row, to))) => (row - other_row).abs() <= 1 && (from - to).abs() <= KEY,
        _ => one == other,
    }
}

/// The row of a key, and how far along it lies.
fn place(layout: &[Row], key: char) -> Option<(i32, i32)> {
    layout.iter().find_map(|(row, first, keys)| {
        let before = keys.chars().position(|other| other == key)?;
        Some((*row, first + KEY * i32::try_from(before).ok()?))
    })
}
