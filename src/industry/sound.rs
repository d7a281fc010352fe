//! How a word sounds: whoever writes by ear writes `elektrikker`, `taxator` or `tømmrer`.

/// The shortest word that is recognised by its sound, in folded letters.
pub(super) const SHORTEST: usize = 5;

/// Letters that sound like others, the longest first.
const ALIKE: [(&str, &str); 26] = [
    ("sch", "s"),
    ("ssk", "sk"),
    ("aa", "o"),
    ("ae", "e"),
    ("oe", "o"),
    ("ph", "f"),
    ("ch", "s"),
    ("sj", "s"),
    ("sh", "s"),
    ("hv", "v"),
    ("hj", "j"),
    ("gj", "g"),
    ("kj", "k"),
    ("dt", "t"),
    ("nd", "n"),
    ("ld", "l"),
    ("rd", "r"),
    ("ks", "x"),
    ("ts", "s"),
    ("ck", "k"),
    ("ce", "se"),
    ("ci", "si"),
    ("qu", "kv"),
    ("ei", "aj"),
    ("ej", "aj"),
    ("eg", "aj"),
];

/// The sound of a folded word, in letters of its own.
pub(super) fn of(word: &str) -> String {
    let mut sound = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let alike = ALIKE.iter().find(|(written, _)| rest.starts_with(written));
        let (length, heard) = alike.map_or((letter.len_utf8(), ""), |(written, heard)| (written.len(), *heard));
        if heard.is_empty() {
            push(&mut sound, single(letter));
        } else {
            heard.chars().for_each(|heard| push(&mut sound, heard));
        }
        rest = &rest[length..];
    }
    sound
}

fn single(letter: char) -> char {
    match letter {
        'z' => 's',
        'c' | 'q' => 'k',
        'w' => 'v',
        'y' => 'i',
        other => other,
    }
}

/// A letter that stands twice is heard once.
fn push(sound: &mut String, letter: char) {
    if !sound.ends_with(letter) {
        sound.push(letter);
    }
}
