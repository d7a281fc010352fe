//! Industry codes, and how near they are.

use brobyg::industry::{self, IndustryCode, IndustryCodeError, IndustrySystem, Nearness, nearness};

mod neighbours;
mod reading;

fn code(text: &str) -> IndustryCode {
    text.parse().unwrap()
}

#[test]
fn both_systems_have_their_official_counts() {
    let counts = |system| (industry::sections(system).count(), industry::divisions(system).count());

    assert_eq!(counts(IndustrySystem::Db07), (21, 88));
    assert_eq!(counts(IndustrySystem::Db25), (22, 87));
}

#[test]
fn section_letters_differ_between_the_systems() {
    let letters = |division: &str| {
        let letter = |system| IndustryCode::new(system, division).unwrap().section().unwrap();
        (letter(IndustrySystem::Db07), letter(IndustrySystem::Db25))
    };

    assert_eq!(letters("43"), ('F', 'F'));
    assert_eq!(letters("62"), ('J', 'K'));
    assert_eq!(letters("64"), ('K', 'L'));
    assert_eq!(letters("85"), ('P', 'Q'));
    assert_eq!(letters("96"), ('S', 'T'));
}

#[test]
fn every_division_lies_in_a_section_of_its_own_system() {
    for system in [IndustrySystem::Db07, IndustrySystem::Db25] {
        for division in industry::divisions(system) {
            let code = IndustryCode::new(system, division.number).unwrap();
            assert_eq!(industry::section(&code).unwrap().letter, division.section);
            assert!(!division.danish.is_empty() && !division.english.is_empty());
        }
    }
}

#[test]
fn codes_are_read_with_dots_or_without_and_printed_with_them() {
    assert_eq!(code("DB07:62").to_string(), "DB07:62");
    assert_eq!(code("DB25:62.10").to_string(), "DB25:62.10");
    assert_eq!(code("db25:6210").to_string(), "DB25:62.10");
    assert_eq!(code("DB07:561110").to_string(), "DB07:56.11.10");
    assert_eq!(code(" DB07:43.3 ").to_string(), "DB07:43.3");
}

#[test]
fn a_code_that_does_not_exist_is_refused_with_its_reason() {
    let refused = |text: &str| text.parse::<IndustryCode>().unwrap_err();

    assert_eq!(refused("62"), IndustryCodeError::NoSystem);
    assert_eq!(refused("DB08:62"), IndustryCodeError::UnknownSystem("DB08".into()));
    assert_eq!(refused("DB07:it"), IndustryCodeError::NotDigits("it".into()));
    assert_eq!(refused("DB07:6"), IndustryCodeError::NotDigits("6".into()));
    assert_eq!(refused("DB25:45"), IndustryCodeError::UnknownDivision(IndustrySystem::Db25, "45".into()));
}

#[test]
fn nearness_falls_from_class_to_section() {
    let between = |one, other| nearness(&code(one), &code(other));

    assert_eq!(between("DB07:43.21", "DB07:43.21"), Nearness::SameTrade);
    assert_eq!(between("DB07:96.02", "DB07:96.02.10"), Nearness::SameTrade, "alike as far as both are known");
    assert_eq!(between("DB07:86.90.30", "DB07:86.90.40"), Nearness::SameClass);
    assert_eq!(between("DB07:43", "DB07:43.34"), Nearness::Within);
    assert_eq!(between("DB07:43.21", "DB07:43.91"), Nearness::SameDivision);
    assert_eq!(between("DB07:42", "DB07:43"), Nearness::Neighbouring(0.5));
    assert_eq!(between("DB07:17", "DB07:30"), Nearness::SameSection);
    assert_eq!(between("DB07:01", "DB07:64"), Nearness::Apart);
}

#[test]
fn nearness_is_the_same_from_both_sides() {
    let all: Vec<IndustryCode> = [IndustrySystem::Db07, IndustrySystem::Db25]
        .into_iter()
        .flat_map(industry::divisions)
        .map(|division| IndustryCode::new(division.system, division.number).unwrap())
        .collect();

    for one in &all {
        for other in &all {
            assert_eq!(nearness(one, other), nearness(other, one), "{one} and {other}");
        }
    }
}

#[test]
fn the_systems_are_compared_after_the_moves_between_them() {
    let between = |one, other| nearness(&code(one), &code(other));

    assert_eq!(between("DB07:62", "DB25:62.10"), Nearness::Within);
    assert_eq!(between("DB07:45", "DB25:95"), Nearness::Within);
    assert_eq!(between("DB07:45", "DB25:47"), Nearness::Within);
    assert_eq!(between("DB07:95", "DB25:95"), Nearness::Within);
    assert_ne!(between("DB07:95", "DB25:95.31"), Nearness::Within);
    assert_eq!(between("DB07:64", "DB25:61"), Nearness::Apart);
}

#[test]
fn distances_are_about_right() {
    let between = |one, other| industry::distance_km(one, other).unwrap();

    assert_eq!(between("5000", "5000"), 0);
    assert!((30..=40).contains(&between("4600", "2100")), "Køge to Copenhagen");
    assert!((135..=150).contains(&between("5000", "2100")), "Odense to Copenhagen");
    assert!((90..=110).contains(&between("8000", "9000")), "Aarhus to Aalborg");
    assert_eq!(industry::place("1057").unwrap().town, "København K");
    assert_eq!(industry::distance_km("0000", "5000"), None);
    assert_eq!(industry::distance_km("abcd", "5000"), None);
}

#[test]
fn regions_come_the_nearest_first_and_each_once() {
    let regions = industry::regions_from("5000");

    assert_eq!(regions[0], "50");
    assert!(regions[1..5].iter().all(|region| region.starts_with('5')), "{:?}", &regions[..5]);
    assert!(regions[regions.len() - 1].starts_with("37") || regions[regions.len() - 1].starts_with("99"));
    let mut once = regions.to_vec();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), regions.len());
    assert!(industry::regions_from("0000").is_empty());
}
