//! Changes are found before they are written.

use brobyg::search::{MentorIndex, MentorQuery};
use uuid::Uuid;

use super::{found, index, lexicon, mentor, numbers, wish};
use crate::support::today;

#[test]
fn a_change_is_found_before_it_is_written_and_scores_the_same_afterwards() {
    let mut cook = mentor(3, "kokkeelev");
    cook.industries = vec!["DB07:56".into()];
    let index = index([mentor(1, "kok"), mentor(2, "tjener")]);
    let query = MentorQuery { industries: vec![("DB07:56".into(), 0.9)], ..wish("kok eller tjener") };

    index.take(&[cook, mentor(2, "kok")], &[Uuid::from_u128(1)], 2);
    let taken = index.search(&query).unwrap();
    assert!(index.is_unwritten());
    assert_eq!(index.sequence(), 2);
    assert_eq!(index.ids().unwrap().into_iter().map(|id| id.as_u128()).collect::<Vec<_>>(), [2, 3]);

    index.write().unwrap();
    assert!(!index.is_unwritten());
    assert_eq!(numbers(&taken), [3, 2]);
    assert_eq!(numbers(&index.search(&query).unwrap()), [3, 2]);
}

#[test]
fn the_first_mentor_of_all_is_found_before_anything_is_written() {
    let index = MentorIndex::in_memory(lexicon()).unwrap();

    index.take(&[mentor(1, "kok")], &[], 1);

    assert_eq!(found(&index, "kok"), [1]);
    assert!(index.search(&wish("kok")).unwrap()[0].score > 0.0);
}

#[test]
fn what_was_taken_and_not_written_is_to_be_taken_again_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let index = MentorIndex::create(folder.path(), lexicon()).unwrap();
    index.replace_all([mentor(1, "kok")], 4, today()).unwrap();
    index.take(&[mentor(2, "tjener")], &[], 5);
    assert_eq!(found(&index, "tjener"), [2]);
    drop(index);

    let index = MentorIndex::open(folder.path(), lexicon()).unwrap();

    assert_eq!((index.count(), index.sequence()), (1, 4));
}

#[test]
fn what_is_taken_while_the_index_is_rebuilt_is_kept() {
    let index = index([mentor(1, "kok")]);

    let mentors = [mentor(1, "kok"), mentor(2, "tjener")].into_iter().inspect(|_| {
        index.take(&[mentor(2, "maler")], &[], 9);
    });
    index.replace_all(mentors, 8, today()).unwrap();

    assert_eq!((found(&index, "maler"), found(&index, "tjener")), (vec![2], vec![]));
    assert_eq!(index.sequence(), 9);
}
