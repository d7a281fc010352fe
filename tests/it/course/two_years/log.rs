//! What the two years left behind, held against the rules.

use std::collections::{BTreeMap, BTreeSet};

use brobyg::{message::Unwanted, word::Worded};
use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Europe::Copenhagen;
use entity::{
    FollowUp, MeetingQuestion, Message, SilenceRow, follow_ups,
    follow_ups::Side,
    meeting_questions,
    meeting_questions::DidMeet,
    meetings, messages,
    messages::{AddresseeKind, Category},
    silence_steps::{self, SilenceStep},
};
use sea_orm::{EntityTrait, QueryOrder, prelude::Uuid};

use super::{
    cast::{TURN, Temper, Two},
    years::Years,
};

/// The steps of a silence lie at least so many days apart.
const STEP_DAYS: i64 = 4;
/// What the platform writes of its own accord.
const OF_OUR_OWN: [Category; 6] =
    [Category::Reminder, Category::Question, Category::Interest, Category::Survey, Category::Update, Category::Digest];

pub struct Log<'a> {
    years: &'a Years,
    steps: Vec<SilenceRow>,
    questions: Vec<MeetingQuestion>,
    calls: Vec<FollowUp>,
    messages: Vec<Message>,
    meetings: Vec<entity::Meeting>,
}

pub async fn read(years: &Years) -> Log<'_> {
    let db = years.app.db();
    let by_day = silence_steps::Entity::find().order_by_asc(silence_steps::Column::TakenOn);
    Log {
        years,
        steps: by_day.order_by_asc(silence_steps::Column::Id).all(db).await.unwrap(),
        questions: meeting_questions::Entity::find().all(db).await.unwrap(),
        calls: follow_ups::Entity::find().order_by_asc(follow_ups::Column::Number).all(db).await.unwrap(),
        messages: messages::Entity::find().all(db).await.unwrap(),
        meetings: meetings::Entity::find().all(db).await.unwrap(),
    }
}

fn day_of(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Copenhagen).date_naive()
}

impl Log<'_> {
    pub fn silences(&self) -> usize {
        self.steps.len()
    }

    pub fn questions(&self) -> usize {
        self.questions.len()
    }

    pub fn calls(&self) -> usize {
        self.calls.iter().filter(|call| call.reached_on.is_some()).count()
    }

    /// How much there is of each, for whoever reads a failure.
    pub fn said(&self) -> String {
        format!("{} steps, {} questions, {} calls", self.silences(), self.questions(), self.calls())
    }

    fn of(&self, course: Uuid) -> &Two {
        self.years.two(course)
    }

    /// Whether nobody is to be asked about a course on a day: it is paused, contact is stopped, or the yes taken back.
    fn rests(&self, course: Uuid, day: NaiveDate) -> bool {
        let two = self.of(course);
        let age = two.age(day);
        match two.temper {
            Temper::Pauses => (TURN + 1..=TURN + 20).contains(&age),
            Temper::Withdraws | Temper::Stopped => age > TURN,
            _ => false,
        }
    }

    pub fn steps_of_a_silence_come_one_after_the_other(&self) {
        let mut silences: BTreeMap<(Uuid, NaiveDate), Vec<&SilenceRow>> = BTreeMap::new();
        for step in &self.steps {
            assert!(!self.rests(step.course_id, step.taken_on), "{step:?}");
            silences.entry((step.course_id, step.since_on)).or_default().push(step);
        }
        for steps in silences.values() {
            for two in steps.windows(2) {
                assert!(two[0].step < two[1].step, "{steps:?}");
                let done_on = match self.letter_of(two[0]) {
                    None => Some(two[0].taken_on),
                    Some(letter) => letter.accepted_at.map(day_of),
                };
                // What arrived nowhere is followed at once.
                let is_in_order = done_on.is_none_or(|on| (two[1].taken_on - on).num_days() >= STEP_DAYS);
                assert!(is_in_order, "{steps:?}");
            }
        }
    }

    /// The letter of a step; one that never left has ended.
    fn letter_of(&self, step: &SilenceRow) -> Option<&Message> {
        let kind = match step.step {
            SilenceStep::Mentor => "silence_mentor",
            SilenceStep::YoungPerson => "silence_young_person",
            SilenceStep::Referrer => "silence_referrer",
            SilenceStep::SecondRoute | SilenceStep::Staff => return None,
        };
        let own = |row: &&Message| row.kind == kind && row.subject_id == step.course_id;
        let mut own = self.messages.iter().filter(own);
        own.find(|row| row.dedup_key.ends_with(&step.since_on.to_string()))
    }

    pub fn nobody_is_asked_whether_they_met_while_the_course_rests(&self) {
        let mut asked: BTreeMap<Uuid, Vec<NaiveDate>> = BTreeMap::new();
        for question in &self.questions {
            let day = day_of(question.asked_at);
            assert!(!self.rests(question.course_id, day), "{question:?}");
            asked.entry(question.course_id).or_default().push(day);
        }
        for days in asked.values_mut() {
            days.sort_unstable();
            assert!(days.windows(2).all(|two| (two[1] - two[0]).num_days() >= 7), "{days:?}");
        }
    }

    pub fn what_both_say_is_a_meeting(&self) {
        let both = |question: &&MeetingQuestion| {
            question.mentor_said == Some(DidMeet::Met) && question.mentee_said == Some(DidMeet::Met)
        };
        let agreed: Vec<_> = self.questions.iter().filter(both).collect();
        assert!(agreed.len() > 10, "{}", agreed.len());
        for question in agreed {
            let met = self.meetings.iter().any(|meeting| Some(meeting.id) == question.meeting_id);
            assert!(met && question.outcome == Some(DidMeet::Met), "{question:?}");
        }
    }

    pub fn nobody_is_written_to_after_a_no_or_a_stop(&self) {
        for two in self.years.twos.iter().filter(|two| matches!(two.temper, Temper::Withdraws | Temper::Stopped)) {
            let turned = two.matched_on + Days::new(TURN as u64);
            let about = [two.course.id, two.referral.id, two.referral.young_person_id];
            let asked = self.messages.iter().filter(|row| {
                let is_own = about.contains(&row.subject_id) || row.addressee_id == Some(two.referral.young_person_id);
                is_own && OF_OUR_OWN.contains(&row.category)
            });
            for row in asked.filter(|row| row.addressee == Some(AddresseeKind::YoungPerson)) {
                assert!(row.accepted_at.is_none_or(|at| day_of(at) <= turned), "{:?}: {row:?}", two.temper);
            }
        }
    }

    /// Of our own accord at most once a day and three times a week, and mentors once a week with what asks something of them.
    pub fn nobody_is_nagged(&self) {
        for days in self.days_of(&OF_OUR_OWN, None).values() {
            assert_eq!(days.iter().collect::<BTreeSet<_>>().len(), days.len(), "two on a day: {days:?}");
            assert!(days.windows(4).all(|four| (four[3] - four[0]).num_days() >= 7), "four in a week: {days:?}");
        }
        let nudges = [Category::Reminder, Category::Question, Category::Interest, Category::Survey];
        for days in self.days_of(&nudges, Some(AddresseeKind::Mentor)).values() {
            assert!(days.windows(2).all(|two| (two[1] - two[0]).num_days() >= 7), "nudged too often: {days:?}");
        }
    }

    /// The days on which each of these got messages of these sorts, in their order.
    fn days_of(&self, sorts: &[Category], of: Option<AddresseeKind>) -> BTreeMap<(String, Uuid), Vec<NaiveDate>> {
        let mut days: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for row in self.messages.iter().filter(|row| sorts.contains(&row.category)) {
            let (Some(at), Some(kind), Some(id)) = (row.accepted_at, row.addressee, row.addressee_id) else { continue };
            if of.is_none_or(|of| of == kind) {
                days.entry((format!("{kind:?}"), id)).or_default().push(day_of(at));
            }
        }
        days.values_mut().for_each(|days| days.sort_unstable());
        days
    }

    /// No question comes too late because somebody was written to about something else.
    pub fn every_question_reaches_both(&self) {
        let asked: Vec<_> = self.messages.iter().filter(|row| row.category == Category::Question).collect();
        assert_eq!(asked.len(), 2 * self.questions());
        for row in asked {
            let is_answered_before = row.unwanted.as_deref().is_some_and(|why| why != Unwanted::TooLate.code());
            assert!(row.accepted_at.is_some() || is_answered_before, "{row:?}");
        }
    }

    pub fn calls_are_made_while_the_course_goes_on(&self) {
        for call in &self.calls {
            let Some(day) = call.reached_on.or(call.not_reached_on) else { continue };
            // While contact between the two is stopped, staff ring both all the same.
            let is_stopped = self.of(call.course_id).temper == Temper::Stopped;
            assert!(is_stopped || !self.rests(call.course_id, day), "{call:?}");
            // Staff look three days a week, whoever is away; somebody who was not there then is rung again until they are.
            let two = self.of(call.course_id);
            let is_there = call.side != Side::Mentee || two.temper.is_there(two.age(call.due_on));
            let days = call.reached_on.map(|day| (day - call.due_on).num_days());
            assert!(!is_there || days.is_none_or(|days| days <= 3), "{call:?}");
        }
        let gone = self.calls.iter().filter(|call| self.of(call.course_id).temper == Temper::Vanishes);
        assert!(gone.filter(|call| call.side == Side::Mentee && call.not_reached_on.is_some()).count() > 2);
    }

    /// How many days after the first meeting one side of the first course of a sort was due to be called.
    pub fn days_of_calls(&self, temper: Temper, side: Side) -> Vec<i64> {
        let two = self.years.twos.iter().find(|two| two.temper == temper).unwrap();
        let own = |id: Uuid| id == two.course.id;
        let start = self.meetings.iter().filter(|row| own(row.course_id)).map(|row| row.held_on).min().unwrap();
        let calls = self.calls.iter().filter(|call| own(call.course_id) && call.side == side);
        calls.filter(|call| call.reached_on.is_some()).map(|call| (call.due_on - start).num_days()).collect()
    }
}
