//! One morning: who sees which line, held against what is known of each course.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use entity::{User, course_pauses, courses, meetings, meetings::Attendance};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use super::{
    cast::{TURN, Temper, Two},
    years::Years,
};

/// The kinds that tell of silence.
const OF_SILENCE: [&str; 3] = ["first-meeting", "silent", "silence"];
/// Whose lines are somebody's.
const OF_COURSES: [&str; 8] =
    ["first-meeting", "silent", "silence", "met", "follow-up", "past-end", "onward", "ended-without-onward"];

/// The lines of a morning, each with those of staff in whose own list it stands.
#[derive(Default)]
pub struct Seen(BTreeMap<(String, Uuid), Vec<User>>);

impl Seen {
    /// Reads the page of one of staff; what is put by for later stands on it as well.
    pub fn add(&mut self, user: &User, body: &str) {
        for name in body.split("<li id=\"").skip(1).filter_map(|part| part.split('"').next()) {
            let Some((kind, id)) = name.len().checked_sub(36).and_then(|at| name.split_at_checked(at)) else {
                continue;
            };
            if let Ok(id) = id.parse() {
                self.0.entry((kind.trim_end_matches('-').to_owned(), id)).or_default().push(user.clone());
            }
        }
    }

    /// Each line once, with the first who sees it.
    pub fn lines(&self) -> Vec<(String, Uuid, User)> {
        self.0.iter().map(|((kind, id), users)| (kind.clone(), *id, users[0].clone())).collect()
    }

    /// The lines of courses in the own list of somebody.
    pub fn courses_of(&self, user: &User) -> usize {
        let own = self.0.iter().filter(|((kind, _), _)| OF_COURSES.contains(&kind.as_str()));
        own.filter(|(_, users)| users.iter().any(|one| one.id == user.id)).count()
    }

    fn of_silence(&self, course: Uuid) -> usize {
        OF_SILENCE.iter().filter(|kind| self.0.contains_key(&((**kind).to_owned(), course))).count()
    }
}

impl Years {
    /// Each course in which the two should have met by now stands in the own list of exactly one who is there, under one kind;
    /// no other course does.
    pub async fn nobody_is_forgotten(&self, seen: &Seen) {
        for ((kind, id), users) in &seen.0 {
            let is_of_a_course = OF_COURSES.contains(&kind.as_str());
            assert!(!is_of_a_course || users.len() == 1, "{}: {kind} {id} stands in {} lists", self.day, users.len());
        }
        for two in &self.twos {
            let told = seen.of_silence(two.course.id);
            let should = self.should_be_told(two).await;
            let (temper, age) = (two.temper, two.age(self.day));
            assert!(
                should.is_none_or(|should| told == usize::from(should)),
                "{temper:?}, day {age}: told {told} times"
            );
        }
    }

    /// Whether the silence of a course is to be told of; nothing on the day on which it begins to be.
    async fn should_be_told(&self, two: &Two) -> Option<bool> {
        let course = courses::Entity::find_by_id(two.course.id).one(self.app.db()).await.unwrap().unwrap();
        let has_turned = two.age(self.day) > TURN;
        let rests = match two.temper {
            Temper::Withdraws | Temper::Stopped => has_turned,
            Temper::Pauses => (TURN..=TURN + 20).contains(&two.age(self.day)),
            _ => false,
        };
        if course.ended_on.is_some() || rests || self.day > course.planned_end_on {
            return Some(false);
        }
        let (since, most) = self.since(two).await;
        let days = (self.day - since).num_days();
        (days != most).then_some(days > most)
    }

    /// From which day silence counts, and how many days of it are in order.
    async fn since(&self, two: &Two) -> (NaiveDate, i64) {
        let own = meetings::Entity::find().filter(meetings::Column::CourseId.eq(two.course.id));
        let met = own.filter(meetings::Column::Attendance.eq(Attendance::Held)).all(self.app.db()).await.unwrap();
        let last = met.iter().map(|meeting| meeting.held_on).max();
        let pauses = course_pauses::Entity::find().filter(course_pauses::Column::CourseId.eq(two.course.id));
        let pauses = pauses.all(self.app.db()).await.unwrap();
        let resumed = pauses.iter().filter_map(|pause| pause.until_on?.succ_opt()).filter(|on| *on <= self.day).max();
        let since = last.unwrap_or(two.matched_on);
        (resumed.map_or(since, |on| on.max(since)), if last.is_some() { 21 } else { 14 })
    }
}
