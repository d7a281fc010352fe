//! Wishes as young people write them, most without a title: a set that the vocabulary was tuned on, one that was kept apart,
//! a third by another hand, written before the vocabulary was looked at, a fourth, written before the vocabulary grew
//! and only scored, a fifth, written before the vocabulary was looked at again, and a sixth of long tales and lone things, written
//! while it grew and only scored. Whoever tunes looks at the wishes of the first alone.

use brobyg::industry::{self, Vocabulary};

use super::{mean, measured, sets};

const SETS: [&str; 5] = ["wishes/tuned", "wishes/apart", "wishes/third", "wishes/fourth", "wishes/fifth"];
/// The sorts of wishes that name no occupation and no education.
const WITHOUT_TITLE: [&str; 4] = ["task", "thing", "place", "indirect"];

#[test]
fn wishes_that_were_tuned_on_find_their_mentors() {
    assert_finds("wishes/tuned", 0.875, 0.868);
}

#[test]
fn wishes_that_were_kept_apart_find_their_mentors() {
    assert_finds("wishes/apart", 0.835, 0.828);
}

#[test]
fn wishes_by_another_hand_find_their_mentors() {
    assert_finds("wishes/third", 0.95, 0.945);
}

#[test]
fn wishes_written_before_the_vocabulary_grew_find_their_mentors() {
    assert_finds("wishes/fourth", 0.889, 0.879);
}

#[test]
fn wishes_told_by_what_one_does_find_their_mentors() {
    assert_finds("wishes/fifth", 0.888, 0.883);
}

#[test]
fn wishes_told_as_tales_find_their_mentors() {
    assert_finds("wishes/sixth", 0.675, 0.647);
}

/// nDCG@10 of all wishes and of those without a title is at least this.
fn assert_finds(name: &str, all: f64, without_title: f64) {
    let (set, wishes) = sets::judged(name);
    let measures = measured(&set);

    let untitled: Vec<f64> = wishes
        .iter()
        .filter(|wish| WITHOUT_TITLE.contains(&wish.kind.as_str()))
        .map(|wish| measures[wish.text.as_str()])
        .collect();
    let (found, found_untitled) = (mean(measures.values()), mean(untitled.iter()));
    println!(
        "{name}: nDCG@10 {found:.4} over {}, {found_untitled:.4} over {} without a title",
        measures.len(),
        untitled.len()
    );
    assert!(found >= all && found_untitled >= without_title, "{name}: {found:.4}, without a title {found_untitled:.4}");
}

#[test]
fn a_wish_that_says_something_comes_back_with_mentors() {
    for name in SETS {
        let (_, wishes) = sets::judged(name);
        let empty = wishes.iter().filter(|wish| industry::read(&wish.text, Vocabulary::standard()).wanted().is_empty());
        let (empty, all) = (empty.count(), wishes.len());
        assert!(empty * 100 <= all, "{name}: {empty} of {all} come back empty");
    }
}

#[test]
fn from_a_wish_that_says_nothing_no_trade_is_read() {
    for name in SETS {
        let read = |wish: &String| industry::read(wish, Vocabulary::standard()).is_understood();
        let silent = sets::silent(name);
        let read: Vec<_> = silent.iter().filter(|wish| read(wish)).collect();
        assert!(read.len() * 20 <= silent.len(), "{name}: {} of {}", read.len(), silent.len());
    }
}
