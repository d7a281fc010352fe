//! The days on which Denmark rests.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Days from Easter Sunday on which churches and shops are at rest: Maundy Thursday, Good Friday, Easter Sunday and Monday,
/// Ascension, Whit Sunday and Monday. The great day of prayer is none since 2024.
const FROM_EASTER: [i64; 7] = [-3, -2, 0, 1, 39, 49, 50];
/// New Year's Day, and Christmas with its eve.
const FIXED: [(u32, u32); 4] = [(1, 1), (12, 24), (12, 25), (12, 26)];

/// Whether it is a Sunday or a holiday.
pub(super) fn is_day_of_rest(day: NaiveDate) -> bool {
    day.weekday() == Weekday::Sun || is_holiday(day)
}

/// Whether it is a day on which people are with their own, whatever day of the week that is.
pub fn is_holiday(day: NaiveDate) -> bool {
    let from_easter = easter(day.year()).map(|easter| (day - easter).num_days());
    FIXED.contains(&(day.month(), day.day())) || from_easter.is_some_and(|days| FROM_EASTER.contains(&days))
}

/// The first day from this one on that is none.
pub fn next_working_day(day: NaiveDate) -> NaiveDate {
    let days = (0..14).filter_map(|later| day.checked_add_days(Days::new(later)));
    days.into_iter().find(|day| !is_day_of_rest(*day)).unwrap_or(day)
}

/// Easter Sunday by the Gregorian calendar (the reckoning of 1876 that is good for every year).
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let march = moon + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, (march / 31).unsigned_abs(), (march % 31 + 1).unsigned_abs())
}
