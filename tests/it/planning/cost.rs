//! What a pair costs in the plan, and what leaving somebody out does.

use brobyg::planning::cost::{of_leaving_out, of_pair};
use chrono::NaiveDate;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, day).unwrap()
}

#[test]
fn a_perfect_pair_costs_nothing_and_one_of_which_nothing_fits_the_most() {
    assert_eq!([of_pair(100.0), of_pair(87.255), of_pair(0.0), of_pair(-3.0)], [0, 1_275, 10_000, 10_000]);
}

#[test]
fn a_week_of_waiting_counts_one_point() {
    assert_eq!(of_leaving_out(day(1), day(8)) - of_leaving_out(day(8), day(8)), of_pair(99.0));
}

#[test]
fn who_is_referred_tomorrow_costs_no_less_than_who_is_referred_today() {
    assert_eq!(of_leaving_out(day(9), day(8)), of_leaving_out(day(8), day(8)));
}
