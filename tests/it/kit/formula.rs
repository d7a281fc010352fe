//! Cells that a spreadsheet would run.

use brobyg::spreadsheet::{as_it_was, harmless};

#[test]
fn what_is_written_harmless_is_read_back_as_it_was() {
    let texts = ["=1+1", "'=1", "''=1", "'tis", " =x", "\"@x", "＝HYPERLINK", "+45 60", "-", "", "a=b", "\u{feff}=x"];

    for text in texts {
        assert_eq!(as_it_was(&harmless(text)), text);
    }
}

#[test]
fn a_cell_that_would_run_gets_an_apostrophe_and_no_other_does() {
    for text in ["=1+1", " \"=1", "+45", "\tx", "\rx", "\nx", "\0x", "＠x", "'-x"] {
        assert!(harmless(text).starts_with('\''), "{text:?}");
    }
    for text in ["Køge", "'tis", "a=b", "4600"] {
        assert_eq!(harmless(text), text);
    }
}
