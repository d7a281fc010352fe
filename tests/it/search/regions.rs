//! In a large index the nearest regions are looked in first.

use brobyg::search::{MentorDocument, MentorHit, MentorIndex, MentorQuery};

use super::{index, mentor, numbers, wish};

/// A thousand mentors in each of six regions: each twentieth in the restaurant trade, each second without a seat.
fn many() -> MentorIndex {
    let regions = ["22", "21", "26", "50", "80", "90"];
    index((0..6_000_u128).map(|number| MentorDocument {
        industries: if number % 20 == 0 { vec!["DB07:56".into()] } else { vec!["DB07:55".into()] },
        region: Some(regions[number as usize / 1_000].into()),
        active: number / 20 % 2 == 0,
        ..mentor(number, if number % 20 == 0 { "kok" } else { "receptionist" })
    }))
}

fn near(regions: &'static [&'static str], limit: usize) -> MentorQuery {
    let industries = vec![("DB07:56".into(), 1.0), ("DB07:55".into(), 0.4)];
    MentorQuery { industries, near: regions, limit, ..wish("kok") }
}

#[test]
fn in_a_large_index_the_nearest_regions_with_enough_of_the_industry_are_enough() {
    let index = many();
    let in_trade = |hits: &[MentorHit]| numbers(hits).iter().filter(|number| *number % 20 == 0).count();

    let hits = index.search(&near(&["22", "21", "26"], 25)).unwrap();
    assert_eq!((hits.len(), in_trade(&hits)), (25, 25));
    assert!(numbers(&hits).iter().all(|number| *number < 1_000 && number / 20 % 2 == 0));

    let hits = index.search(&near(&["22", "21", "26"], 40)).unwrap();
    assert_eq!((hits.len(), in_trade(&hits)), (40, 40));
    assert!(numbers(&hits).iter().all(|number| *number < 2_000));
}

#[test]
fn where_the_regions_have_too_few_mentors_are_looked_for_everywhere() {
    let index = many();

    let hits = index.search(&near(&["22"], 60)).unwrap();

    assert_eq!(hits.len(), 60);
    assert!(numbers(&hits).iter().any(|number| *number >= 1_000));
    assert!(numbers(&hits).iter().all(|number| number % 20 == 0));
}

#[test]
fn a_misspelt_word_is_found_in_a_region_too() {
    let index = many();

    let hits =
        index.search(&MentorQuery { industries: Vec::new(), wish: "recptionist".into(), ..near(&["21"], 5) }).unwrap();

    assert_eq!(numbers(&hits), [1_001, 1_002, 1_003, 1_004, 1_005]);
}

#[test]
fn who_changed_is_found_in_the_new_region_and_not_in_the_old_one() {
    let index = many();
    let moved = MentorDocument { region: Some("21".into()), industries: vec!["DB07:56".into()], ..mentor(0, "kok") };

    index.take(&[moved], &[], 2);

    let found_in = |region: &'static [&'static str]| numbers(&index.search(&near(region, 20)).unwrap());
    assert!(!found_in(&["22"]).contains(&0));
    assert!(found_in(&["21"]).contains(&0));
}

#[test]
fn who_has_a_rare_industry_is_found_wherever_they_live_and_beside_them_those_near_who_do_nearly_that() {
    let regions = ["22", "21", "26", "50", "80", "90"];
    let index = index((0..6_000_u128).map(|number| MentorDocument {
        industries: vec![if number == 500 { "DB07:30".into() } else { "DB07:33".into() }],
        region: Some(regions[number as usize / 1_000].into()),
        ..mentor(number, "montør")
    }));
    let industries = vec![("DB07:30".into(), 1.0), ("DB07:33".into(), 0.7)];

    let hits = index.search(&MentorQuery { industries, ..near(&["90", "80"], 25) }).unwrap();

    assert_eq!((hits.len(), numbers(&hits)[0]), (25, 500));
    assert!(numbers(&hits)[1..].iter().all(|number| *number >= 5_000));
}
