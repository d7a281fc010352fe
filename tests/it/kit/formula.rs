//! Cells that a spreadsheet would run.

use brobyg::spreadsheet::{as_it_was, harmless_throughout};
use rand::{RngExt, SeedableRng, rngs::StdRng};

#[test]
fn what_is_written_harmless_is_read_back_as_it_was() {
    let texts = ["=1+1", "'=1", "''=1", "'tis", " =x", "\"@x", "＝HYPERLINK", "+45 60", "-", "", "a=b", "\u{feff}=x"];

    for text in texts {
        assert_eq!(as_it_was(&harmless_throughout(text)), text);
    }
}

#[test]
fn a_cell_that_would_run_gets_an_apostrophe_and_no_other_does() {
    for text in ["=1+1", " \"=1", "+45", "\tx", "\rx", "\nx", "\0x", "＠x", "'-x"] {
        assert!(harmless_throughout(text).starts_with('\''), "{text:?}");
    }
    for text in ["Køge", "'tis", "a=b", "4600", "Åse, 19 år; glad\n\n5-6 timer"] {
        assert_eq!(harmless_throughout(text), text);
    }
}

#[test]
fn no_piece_of_a_cell_with_commas_would_run() {
    for (text, written) in [
        ("a;=1+1", "a;'=1+1"),
        ("a\n=1+1", "a\n'=1+1"),
        ("a\r\n\"=1", "a\r\n'\"=1"),
        ("a\t@x,+1;;-2", "a\t'@x,'+1;;'-2"),
        ("=1;=2", "'=1;'=2"),
        ("a;'=1", "a;''=1"),
        ("glad; - og rask", "glad;' - og rask"),
    ] {
        assert_eq!(harmless_throughout(text), written);
        assert_eq!(as_it_was(written), text);
    }
}

#[test]
fn whatever_is_written_with_commas_is_harmless_in_every_program_and_comes_back() {
    let signs: Vec<char> = "=+-@'\";,\t\n a".chars().collect();
    let mut random = StdRng::seed_from_u64(13);
    for _ in 0..50_000 {
        let length = random.random_range(0..12);
        let text: String = (0..length).map(|_| signs[random.random_range(0..signs.len())]).collect();

        let written = harmless_throughout(&text);

        assert_eq!(as_it_was(&written), text, "{written:?}");
        for piece in written.split([';', ',', '\t', '\n']) {
            assert!(!piece.trim_start_matches([' ', '"']).starts_with(['=', '+', '-', '@']), "{text:?}: {written:?}");
        }
    }
}
