//! Two years, walked day by day, and what was sent held against the rules.

use std::collections::{BTreeMap, BTreeSet};

use brobyg::message::{self, State, Unwanted, Withheld, state};
use brobyg::word::Worded;
use chrono::{DateTime, Datelike, Duration, NaiveDate, Timelike, Utc, Weekday};
use chrono_tz::Europe::Copenhagen;
use entity::{
    Message, messages,
    messages::{AddresseeKind, Category},
    withholdings,
};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{KINDS, kind};
use crate::support::{self, TestApp, today};

/// The holidays of the two years, out of a calendar.
const HOLIDAYS: [(i32, u32, u32); 25] = [
    (2026, 4, 2),
    (2026, 4, 3),
    (2026, 4, 6),
    (2026, 5, 14),
    (2026, 5, 25),
    (2026, 12, 24),
    (2026, 12, 25),
    (2026, 12, 26),
    (2027, 1, 1),
    (2027, 3, 25),
    (2027, 3, 26),
    (2027, 3, 29),
    (2027, 5, 6),
    (2027, 5, 17),
    (2027, 12, 24),
    (2027, 12, 25),
    (2028, 1, 1),
    // Sundays, besides.
    (2026, 4, 5),
    (2026, 5, 24),
    (2027, 3, 28),
    (2027, 5, 16),
    (2027, 12, 26),
    (2028, 4, 13),
    (2028, 4, 14),
    (2028, 4, 17),
];
const PEOPLE: usize = 8;
/// Hours and minutes at which the job comes by, as a clock in Denmark shows them.
const ROUNDS: [(u32, u32); 7] = [(2, 30), (7, 59), (8, 20), (9, 0), (13, 0), (19, 59), (22, 0)];

fn local(at: DateTime<Utc>) -> DateTime<chrono_tz::Tz> {
    at.with_timezone(&Copenhagen)
}

fn is_quiet(at: DateTime<Utc>) -> bool {
    let at = local(at);
    let day = (at.year(), at.month(), at.day());
    at.weekday() == Weekday::Sun || HOLIDAYS.contains(&day) || !(8..20).contains(&at.hour())
}

/// Moves the clock on to this hour of a day; one that does not exist is that an hour later.
fn turn(app: &TestApp, day: NaiveDate, (hour, minute): (u32, u32)) {
    let at = |hour| day.and_hms_opt(hour, minute, 0).unwrap().and_local_timezone(Copenhagen).earliest();
    let at = at(hour).or_else(|| at(hour + 1)).unwrap().to_utc();
    app.app.clock.advance(at - app.app.clock.now());
}

/// Walks the days: now and then something is wanted for somebody, and the job comes by. Gives the day on which one person
/// wanted no more reminders.
async fn walk(app: &TestApp, people: &[Uuid]) -> DateTime<Utc> {
    let mut chance = StdRng::seed_from_u64(730);
    let mut opted_out = None;
    for number in 0..730 {
        let day = today() + Duration::days(1 + number);
        for round in ROUNDS {
            turn(app, day, round);
            let now = app.app.clock.now();
            if chance.random_range(0..3) == 0 {
                let name = ["nudge", "survey", "step", "sign_in", "question"][chance.random_range(0..5)];
                let person = people[chance.random_range(0..PEOPLE)];
                let tx = app.db().begin().await.unwrap();
                message::queue(&tx, now, kind(name), person, &now.timestamp().to_string()).await.unwrap();
                tx.commit().await.unwrap();
            }
            if number == 365 && opted_out.is_none() {
                let whom = message::Addressee::mentor(people[0]);
                message::opt_out(app.db(), now, whom, Category::Reminder).await.unwrap();
                opted_out = Some(now);
            }
            message::deliver_due(&app.app.desk(), &app.app.post, KINDS).await.unwrap();
        }
    }
    opted_out.unwrap()
}

/// The days on which each got messages of our own accord.
fn counted(rows: &[Message]) -> BTreeMap<(String, Uuid), Vec<NaiveDate>> {
    let mut days: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in
        rows.iter().filter(|row| [Category::Reminder, Category::Question, Category::Survey].contains(&row.category))
    {
        let Some(at) = row.accepted_at else { continue };
        let whom = (format!("{:?}", row.addressee.unwrap()), row.addressee_id.unwrap());
        days.entry(whom).or_default().push(local(at).date_naive());
    }
    days.values_mut().for_each(|days| days.sort_unstable());
    days
}

#[tokio::test]
async fn in_two_years_nobody_is_written_to_too_often_or_at_night_and_all_that_was_withheld_has_its_reason() {
    let app = support::start().await;
    let people: Vec<_> = (0..PEOPLE).map(|_| Uuid::now_v7()).collect();
    let opted_out = walk(&app, &people).await;
    let rows = messages::Entity::find().all(app.db()).await.unwrap();
    let held = withholdings::Entity::find().all(app.db()).await.unwrap();
    assert!(rows.len() > 1000 && held.len() > 300, "{} and {}", rows.len(), held.len());

    for row in rows.iter().filter(|row| row.kind != "sign_in") {
        assert!(!row.accepted_at.is_some_and(is_quiet), "at night: {row:?}");
    }
    for ((whom, id), days) in counted(&rows) {
        assert!(days.windows(2).all(|two| two[0] < two[1]), "two on a day: {whom} {id}");
        assert!(days.windows(4).all(|four| four[3] - four[0] >= Duration::days(7)), "four in a week: {whom} {id}");
        let is_mentor = whom == format!("{:?}", AddresseeKind::Mentor);
        assert!(!is_mentor || days.windows(2).all(|two| two[1] - two[0] >= Duration::days(7)), "nagged: {id}");
    }
    let reminded = rows.iter().filter(|row| row.kind == "nudge" && row.subject_id == people[0]);
    assert!(reminded.clone().all(|row| row.accepted_at.is_none_or(|at| at <= opted_out)));
    assert!(reminded.filter(|row| row.unwanted.as_deref() == Some(&*Unwanted::OptedOut.code())).count() > 2);

    let reasons: BTreeSet<_> = held.iter().map(|one| one.message_id).collect();
    for row in &rows {
        let is_late = row.accepted_at.is_none_or(|at| at - row.due_at > Duration::minutes(1));
        let is_told = reasons.contains(&row.id) || state(row) == State::Unwanted;
        assert!(!is_late || is_told, "late without a reason: {row:?}");
    }
    let told: BTreeSet<_> = held.iter().map(|one| one.reason.as_str()).collect();
    assert_eq!(told.len(), Withheld::all().count(), "each reason: {told:?}");
}
