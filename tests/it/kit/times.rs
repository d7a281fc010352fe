//! When people have time.

use brobyg::language::{
    Tr,
    times::{names, read, shared, week},
};

fn codes(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

#[test]
fn times_are_read_in_the_order_of_the_week_and_once() {
    let typed = codes(&["tue_evening", "mon_morning", "tue_evening"]);
    assert_eq!(read(&typed), Some(codes(&["mon_morning", "tue_evening"])));
    assert_eq!(read(&codes(&["mon_night"])), None);
}

#[test]
fn times_are_told_in_words_and_shared_ones_are_found() {
    let (one, other) = (codes(&["mon_morning", "tue_evening"]), codes(&["tue_evening", "sun_morning"]));
    assert_eq!(names(Tr::Danish, &shared(&one, &other)), "tirsdag aften");
    assert_eq!(names(Tr::English, &one), "Monday morning, Tuesday evening");
}

#[test]
fn the_table_has_a_box_for_each_part_of_each_day() {
    let week = week(&Tr::Danish, &codes(&["sat_afternoon"]));
    assert_eq!((week.len(), week[5].parts.len()), (7, 3));
    assert!(week[5].parts[1].is_chosen && !week[5].parts[0].is_chosen);
    assert_eq!(week[5].parts[1].label, "lørdag eftermiddag");
}
