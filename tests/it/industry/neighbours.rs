//! Whose industry is said to be a neighbour's: over a typical trade of each division, and over the divisions themselves.
//! The lists are what a coordinator would sign for: somebody of the one is a mentor for whoever wants the other.

use std::{collections::BTreeMap, fs, path::Path};

use brobyg::{
    industry::{self, IndustryCode, IndustrySystem, Nearness, Trade, nearness},
    matching::{self, PairFacts, Reason},
};

/// A code of DB07, and the codes of its neighbours.
type Neighbours = BTreeMap<String, Vec<String>>;

fn listed(name: &str) -> Neighbours {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/neighbours").join(name);
    let rows = fs::read_to_string(file).unwrap();
    let cells = rows.lines().skip(1).map(|row| row.split('\t').collect::<Vec<_>>());
    let codes = |cell: Option<&&str>| cell.map(|codes| codes.split_whitespace().map(str::to_owned).collect());
    cells.map(|cells| (cells[0].to_owned(), codes(cells.get(2)).unwrap_or_default())).collect()
}

fn db07(digits: &str) -> IndustryCode {
    IndustryCode::new(IndustrySystem::Db07, digits).unwrap()
}

fn reason(wanted: &IndustryCode, mentors: &IndustryCode) -> Reason {
    let [wanted, mentors] = [wanted, mentors].map(|code| vec![Trade { code: code.clone(), score: 1.0 }]);
    let industry = matching::industry_fit(&wanted, &mentors);
    matching::rank(&PairFacts { industry, ..PairFacts::default() }).reasons.swap_remove(0)
}

fn assert_neighbours_are_as_listed(name: &str) {
    let listed = listed(name);
    for (one, neighbours) in &listed {
        let is_neighbour =
            |other: &&String| matches!(reason(&db07(one), &db07(other)), Reason::NeighbouringIndustry(_));
        let found: Vec<&String> = listed.keys().filter(is_neighbour).collect();
        assert_eq!(found, neighbours.iter().collect::<Vec<_>>(), "{one}");
    }
}

#[test]
fn the_neighbours_of_a_trade_are_those_a_coordinator_would_sign_for() {
    assert_neighbours_are_as_listed("trades.tsv");
}

#[test]
fn the_neighbours_of_a_division_are_those_a_coordinator_would_sign_for() {
    assert_neighbours_are_as_listed("divisions.tsv");
}

#[test]
fn every_division_has_a_trade_in_the_lists() {
    let (trades, divisions) = (listed("trades.tsv"), listed("divisions.tsv"));
    for division in industry::divisions(IndustrySystem::Db07).map(|division| division.number) {
        assert!(trades.keys().any(|code| code.starts_with(division)), "{division}");
        assert!(divisions.contains_key(division), "{division}");
    }
}

/// Over everything that has a name, in both systems.
#[test]
fn only_the_same_industry_and_a_neighbour_speak_for_a_pair() {
    let named: Vec<&IndustryCode> =
        [IndustrySystem::Db07, IndustrySystem::Db25].into_iter().flat_map(industry::named).collect();
    for one in &named {
        for other in &named {
            let is_near = match nearness(one, other) {
                Nearness::Related(_) | Nearness::SameSection | Nearness::Apart => false,
                Nearness::Neighbouring(weight) => weight >= 0.25,
                _ => true,
            };
            assert_eq!(reason(one, other).speaks_for(), is_near, "{one} and {other}");
        }
    }
}

#[test]
fn the_same_trade_is_said_only_of_one_trade() {
    let is_same = |one: &str, other: &str| matches!(reason(&db07(one), &db07(other)), Reason::SameTrade(_));

    assert!(is_same("43.21", "43.21") && is_same("45.2", "45.20"));
    for several in ["43", "47", "47.7", "86.9", "95.29", "96.09", "90.03"] {
        assert!(!is_same(several, several), "{several}");
    }
    assert!(!is_same("86.90.10", "86.90.30"), "a midwife and a psychologist");
    assert!(!is_same("96.02.10", "96.02.20"), "a barber and a beautician");
}

#[test]
fn whoever_mends_cars_is_of_no_trade_with_whoever_keeps_a_shop() {
    let code = |text: &str| text.parse::<IndustryCode>().unwrap();

    for mechanic in ["DB25:95", "DB25:95.31", "DB07:45.20"] {
        for shop in ["DB25:47", "DB25:47.11", "DB07:47.11", "DB07:47.71"] {
            assert_eq!(reason(&code(mechanic), &code(shop)), Reason::OtherIndustry, "{mechanic} and {shop}");
        }
    }
}
