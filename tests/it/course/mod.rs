//! Courses: the rules they follow, and what people see of them.

mod advice;
mod after;
mod agreed;
mod agreement;
mod begin;
mod class;
mod days;
mod declared;
mod did_you_meet;
mod ended_mentee;
mod ending;
mod ending_seen;
mod expectations;
mod follow_up;
mod list;
mod meetings;
mod my_course;
mod my_course_acts;
mod my_course_tells;
mod my_mentor;
mod onward;
mod page;
mod pilot;
mod planned;
mod report;
mod schedule;
mod silence;
mod stand_in;
mod state;
mod two_years;

use brobyg::config::Rules;
use chrono::{Days, NaiveDate};
use entity::{
    Change, Course, Meeting, Mentor, Referral, changes, concerns, contact_stops, courses, meetings as rows,
    meetings::Attendance, users,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, prelude::Uuid,
};

use crate::support::{self, TestApp, today};

/// Amira and Jonas, matched 30 days ago.
pub struct Pair {
    pub app: TestApp,
    pub referral: Referral,
    pub mentor: Mentor,
    pub course: Course,
}

pub async fn amira_and_jonas() -> Pair {
    let app = support::start().await;
    let referral = app.referral("Amira Hassan").await;
    let mentor = app.mentor("Jonas").await;
    let course = app.course(&referral, &mentor).await;
    Pair { app, referral, mentor, course }
}

impl Pair {
    /// The page of the course, or one beneath it.
    pub fn path(&self, beneath: &str) -> String {
        format!("/courses/{}{beneath}", self.course.id)
    }

    /// The course as it stands in the database.
    async fn now(&self) -> Course {
        courses::Entity::find_by_id(self.course.id).one(self.app.db()).await.unwrap().unwrap()
    }

    /// Staff stop contact between the two, whatever was said.
    async fn contact_is_stopped(&self, said: &str) {
        let (now, staff) = (self.app.app.clock.now(), self.app.user("Sanne", users::Role::Staff, None).await);
        let concern = concerns::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(self.course.id),
            side: Set(concerns::ConcernSide::YoungPerson),
            raised_at: Set(now),
            said: Set(said.to_owned()),
            wants_stop: Set(true),
            ..Default::default()
        };
        let stop = contact_stops::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(self.course.id),
            concern_id: Set(concern.insert(self.app.db()).await.unwrap().id),
            stopped_at: Set(now),
            stopped_by: Set(staff.id),
            ..Default::default()
        };
        stop.insert(self.app.db()).await.unwrap();
    }

    pub async fn change(&self, change: impl FnOnce(&mut courses::ActiveModel)) {
        let mut row = self.now().await.into_active_model();
        change(&mut row);
        row.update(self.app.db()).await.unwrap();
    }

    /// So many held meetings, one a day, the last of them yesterday.
    async fn met(&self, times: u64) {
        for ago in 1..=times {
            held(&self.app, &self.course, today() - Days::new(ago)).await;
        }
    }

    pub async fn meetings(&self) -> Vec<Meeting> {
        let all = rows::Entity::find().filter(rows::Column::CourseId.eq(self.course.id));
        all.all(self.app.db()).await.unwrap()
    }

    /// What the change log says of the course.
    async fn changes(&self, action: &str) -> Vec<Change> {
        let all = changes::Entity::find().filter(changes::Column::SubjectId.eq(self.course.id));
        all.filter(changes::Column::Action.eq(action)).all(self.app.db()).await.unwrap()
    }

    async fn referral_now(&self) -> Referral {
        entity::referrals::Entity::find_by_id(self.referral.id).one(self.app.db()).await.unwrap().unwrap()
    }
}

async fn held(app: &TestApp, course: &Course, on: NaiveDate) {
    let row = rows::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        held_on: Set(on),
        minutes: Set(Some(60)),
        channel: Set(None),
        attendance: Set(Attendance::Held),
        note: Set(None),
        logged_by: Set(None),
        logged_by_mentor: Set(None),
        logged_at: Set(app.app.clock.now()),
        known_on: Set(None),
    };
    row.insert(app.db()).await.unwrap();
}

/// The three fields of a date.
fn date(name: &'static str, day: NaiveDate) -> Vec<(String, String)> {
    let part = |part: &str, format: &str| (format!("{name}_{part}"), day.format(format).to_string());
    vec![part("day", "%-d"), part("month", "%-m"), part("year", "%Y")]
}

/// A form of texts and dates, as browsers take it.
fn form<'a>(dates: &'a [(String, String)], texts: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let dates = dates.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    dates.chain(texts.iter().copied()).collect()
}

/// A running course that was matched 30 days ago, in memory only.
fn course_row() -> Course {
    Course {
        id: Uuid::now_v7(),
        reference: "C1".into(),
        referral_id: Uuid::now_v7(),
        mentor_id: Uuid::now_v7(),
        proposal_id: None,
        rematch_of: None,
        seat_hold_id: Some(Uuid::now_v7()),
        matched_on: today() - Days::new(30),
        planned_end_on: today() + Days::new(150),
        goal: None,
        role_agreement: None,
        rhythm: None,
        rhythm_days: None,
        ended_on: None,
        ended_by: None,
        interruption_reason: None,
        ending_note: None,
        onward_plan: None,
        handover: None,
        class_override: None,
        override_reason: None,
        followed: None,
        ending_known_on: None,
        version: 0,
    }
}

async fn rules() -> Rules {
    support::start().await.app.config.rules
}
