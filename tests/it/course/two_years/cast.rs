//! The people of the two years, and how they are.

use chrono::{Days, NaiveDate};
use entity::{Course, Mentor, Partner, Referral, User, consents::ConsentPurpose, courses, young_people};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use crate::support::TestApp;

/// How two people are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Temper {
    /// They meet, write it down and answer.
    Steady,
    /// They meet, and the mentor writes nothing down; whoever is asked says it.
    Unwritten,
    /// The mentor does nothing at all.
    NeverBegun,
    /// The young person is gone after six weeks.
    Vanishes,
    /// The young person is gone for ten weeks.
    Returns,
    /// What they say depends on the day.
    Moody,
    /// They rest for three weeks.
    Pauses,
    /// The young person takes the yes to a mentor back.
    Withdraws,
    /// Somebody is worried, and contact between the two is stopped.
    Stopped,
}

pub const TEMPERS: [Temper; 9] = [
    Temper::Steady,
    Temper::Unwritten,
    Temper::NeverBegun,
    Temper::Vanishes,
    Temper::Returns,
    Temper::Moody,
    Temper::Pauses,
    Temper::Withdraws,
    Temper::Stopped,
];

/// The day of a course on which it is paused, taken back or stopped.
pub const TURN: i64 = 80;
/// A course lasts so many days as it is planned.
pub const LASTS: u64 = 170;

impl Temper {
    /// Whether the young person answers on this day of the course.
    pub fn is_there(self, age: i64) -> bool {
        match self {
            Self::Vanishes => age <= 42,
            Self::Returns => !(50..120).contains(&age),
            _ => true,
        }
    }

    /// Whether the two meet on this day of the course.
    pub fn meets(self, age: i64) -> bool {
        let goes_on = match self {
            Self::NeverBegun => false,
            Self::Withdraws | Self::Stopped => age < TURN,
            Self::Pauses => !(TURN..TURN + 21).contains(&age),
            _ => self.is_there(age),
        };
        goes_on && age % 9 == 4
    }

    /// Whether the mentor writes meetings down.
    pub fn writes(self) -> bool {
        !matches!(self, Self::Unwritten | Self::Moody | Self::NeverBegun)
    }
}

/// A young person and a mentor.
pub struct Two {
    pub temper: Temper,
    pub referral: Referral,
    pub mentor: Mentor,
    pub course: Course,
    /// Where the young person reads mail.
    pub own: String,
    pub matched_on: NaiveDate,
}

impl Two {
    /// The two are matched on a day.
    pub async fn matched(app: &TestApp, number: usize, (partner, referrer): (&Partner, &User), day: NaiveDate) -> Self {
        let temper = TEMPERS[number % TEMPERS.len()];
        let name = format!("{temper:?}{number}");
        let own = format!("{}@ung.example", name.to_lowercase());
        let referral = app.referral_by(&name, partner, Some(referrer)).await;
        let person = young_people::ActiveModel { email: Set(Some(own.clone())), ..Default::default() };
        app.change_person(&referral, person).await;
        app.agreed(&referral, ConsentPurpose::MentorCourse).await;
        let mentor = app.mentor(&format!("Mentor{number}")).await;
        let course = app.course(&referral, &mentor).await;
        let dates = courses::ActiveModel {
            id: Set(course.id),
            matched_on: Set(day),
            planned_end_on: Set(day + Days::new(LASTS)),
            ..Default::default()
        };
        let course = dates.update(app.db()).await.unwrap();
        Self { temper, referral, mentor, course, own, matched_on: day }
    }

    /// How many days after the match a day is.
    pub fn age(&self, day: NaiveDate) -> i64 {
        (day - self.matched_on).num_days()
    }

    pub fn path(&self, beneath: &str) -> String {
        format!("/courses/{}{beneath}", self.course.id)
    }
}
