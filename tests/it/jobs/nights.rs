//! The two nights of a year in which a clock in Denmark jumps, and days that not every year or month has.

use brobyg::jobs::schedule::Due;
use chrono::{Datelike, NaiveDate, Weekday};

use super::*;

fn last_sunday(year: i32, month: u32) -> NaiveDate {
    let mut days = (25..=31).filter_map(|day| NaiveDate::from_ymd_opt(year, month, day));
    days.rfind(|day| day.weekday() == Weekday::Sun).unwrap()
}

/// What a machine takes up that looks every five minutes, from an evening on for two days.
fn taken_up(schedule: Schedule, evening: DateTime<Utc>) -> Vec<Due> {
    let (mut last, mut all) = (Some(evening), Vec::new());
    for minutes in (0..48 * 60).step_by(5) {
        let now = evening + TimeDelta::minutes(minutes);
        while let Some(due) = schedule.missed(CatchUp::Each, last, now) {
            last = Some(due.at);
            all.push(due);
        }
    }
    all
}

#[test]
fn in_each_night_that_jumps_a_daily_job_runs_once_in_the_first_instant_that_there_is() {
    // Hour and minute in Denmark, and minutes of UTC after midnight: in spring, and in autumn.
    let cases = [((2, 0), 60, 0), ((2, 30), 60, 30), ((3, 0), 60, 120)];
    for year in 2026..=2030 {
        for ((hour, minute), in_spring, in_autumn) in cases {
            let schedule = Schedule::Daily(NaiveTime::from_hms_opt(hour, minute, 0).unwrap());
            for (month, minutes) in [(3, in_spring), (10, in_autumn)] {
                let night = last_sunday(year, month);
                let midnight = night.and_time(NaiveTime::MIN).and_utc();
                let of_night: Vec<_> = taken_up(schedule, midnight - TimeDelta::hours(6))
                    .into_iter()
                    .filter(|due| due.key == night.to_string())
                    .collect();
                let expected = Due { key: night.to_string(), at: midnight + TimeDelta::minutes(minutes) };
                assert_eq!(of_night, [expected], "{night} {hour}:{minute}");
            }
        }
    }
}

#[test]
fn what_runs_again_and_again_neither_stands_still_nor_doubles_in_a_night_that_jumps() {
    for (year, month) in (2026..=2030).flat_map(|year| [(year, 3), (year, 10)]) {
        let evening = last_sunday(year, month).and_time(NaiveTime::MIN).and_utc() - TimeDelta::hours(6);
        for minutes in [10, 15, 60] {
            let all = taken_up(Schedule::Every(TimeDelta::minutes(minutes)), evening);
            assert!(all.windows(2).all(|two| two[1].at - two[0].at == TimeDelta::minutes(minutes)));
            assert!(all.len() as i64 >= 47 * 60 / minutes);
        }
    }
}

#[test]
fn each_day_of_twelve_years_has_one_time_at_any_minute_of_the_clock() {
    for (hour, minute) in [(0, 0), (1, 59), (2, 0), (2, 1), (2, 59), (3, 0), (6, 0), (23, 59)] {
        let schedule = Schedule::Daily(NaiveTime::from_hms_opt(hour, minute, 0).unwrap());
        let mut due =
            schedule.latest(NaiveDate::from_ymd_opt(2024, 1, 1).unwrap().and_hms_opt(23, 59, 0).unwrap().and_utc());
        for _ in 0..12 * 365 {
            let next = schedule.after(&due);
            assert_eq!(
                next.key.parse::<NaiveDate>().unwrap(),
                due.key.parse::<NaiveDate>().unwrap().succ_opt().unwrap()
            );
            assert!(
                next.at > due.at
                    && schedule.latest(next.at) == next
                    && schedule.latest(next.at - TimeDelta::seconds(1)) == due
            );
            due = next;
        }
    }
}

#[tokio::test]
async fn leap_days_and_the_ends_of_months_are_days_like_others() {
    let house = House::new().await;
    house.passes(NaiveDate::from_ymd_opt(2028, 1, 30).unwrap().and_hms_opt(7, 0, 0).unwrap().and_utc() - house.now());
    house.does(vec![dated_acts()]).await;
    house.passes(TimeDelta::days(33));
    house.does(vec![dated_acts()]).await;

    let keys: Vec<_> = house.rows().await.into_iter().filter(|row| row.item.is_none()).map(|row| row.key).collect();
    assert_eq!(keys.len(), 34);
    for day in ["2028-01-31", "2028-02-01", "2028-02-28", "2028-02-29", "2028-03-01"] {
        assert!(keys.iter().any(|key| key == day), "{day}");
    }
}

#[test]
fn what_is_too_old_to_be_of_use_is_left_out_and_the_next_is_not() {
    let digest = CatchUp::Skip(TimeDelta::hours(12));
    let morning_of = |day| NaiveDate::from_ymd_opt(2026, 6, day).unwrap().and_hms_opt(4, 0, 0).unwrap().and_utc();
    let missed = |last, now| morning().missed(digest, Some(last), now).map(|due| due.at);

    assert_eq!(missed(morning_of(1), morning_of(5) + TimeDelta::hours(13)), None);
    assert_eq!(missed(morning_of(1), morning_of(5) + TimeDelta::hours(12)), Some(morning_of(5)));
    assert_eq!(missed(morning_of(1), morning_of(6)), Some(morning_of(6)));
    assert_eq!(missed(morning_of(5), morning_of(5) + TimeDelta::hours(1)), None);
}
