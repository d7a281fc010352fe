//! What the list, the page of a follow-up and the correction of a try show.

use askama::Template;
use chrono::NaiveDate;
use entity::{FollowUpTry, contact_attempts::AttemptResult, follow_up_tries::Review, readings::ReadingPurpose};
use sea_orm::prelude::Uuid;

use super::{
    forms::{SentenceForm, TryForm},
    list::{FollowUpRow, FollowUpsFilter},
    results,
};
use crate::{
    config::Rules,
    form::ShownErrors,
    language::Tr,
    list::{Asked, Found},
    page::{Ctx, Sheet},
    record::{Revealed, Reveals, Subject},
    word::{Choice, Worded},
};

#[derive(Template)]
#[template(path = "course/follow_up/all.html")]
pub struct FollowUpsPage {
    pub ctx: Ctx,
    pub query: Asked<FollowUpsFilter>,
    pub states: Vec<Choice>,
    pub sides: Vec<Choice>,
    pub whose: Vec<Choice>,
    pub list: Found<Line>,
    pub errors: ShownErrors,
}

/// One line of the list, in words.
pub struct Line {
    pub id: Uuid,
    pub young_person_id: Uuid,
    pub mentee: String,
    pub mentor: String,
    pub side: String,
    pub due_on: String,
    pub badge: &'static str,
    pub state: String,
    pub tries: i64,
    pub responsible: String,
}

impl Line {
    pub fn new(tr: Tr, row: FollowUpRow, rules: &Rules, today: NaiveDate) -> Self {
        let state = row.state(rules, today);
        Self {
            id: row.id,
            young_person_id: row.young_person_id,
            side: row.side.label(tr),
            due_on: tr.short_date(&row.due_on),
            badge: state.badge(),
            state: state.label(tr),
            mentee: row.mentee,
            mentor: row.mentor,
            tries: row.tries,
            responsible: row.responsible.unwrap_or_default(),
        }
    }
}

pub fn table(tr: Tr, rules: &Rules, today: NaiveDate) -> Sheet<'_, FollowUpRow> {
    Sheet::telling_of(tr, "follow-ups", |row: &FollowUpRow| Subject::YoungPerson(row.young_person_id))
        .with("follow-up-mentee", |row| row.mentee.clone())
        .with("follow-up-mentor", |row| row.mentor.clone())
        .with("follow-up-side", move |row| row.side.label(tr))
        .with("follow-up-due", |row| row.due_on)
        .with("follow-up-state", move |row| row.state(rules, today).label(tr))
        .with("follow-up-tries", |row| row.tries)
        .with("duty-responsible", |row| row.responsible.clone())
}

/// What staff need while they ring, and where they write down what was said.
#[derive(Template)]
#[template(path = "course/follow_up/show.html")]
pub struct FollowUpPage {
    pub ctx: Ctx,
    pub id: Uuid,
    pub course_id: Uuid,
    pub mentee_id: Uuid,
    pub mentee: String,
    pub title: String,
    pub badge: &'static str,
    pub state: String,
    pub due_on: NaiveDate,
    /// Whether it can still be done.
    pub is_open: bool,
    pub is_review: bool,
    /// Where a review leads that came to a change or a stop, while the course runs.
    pub review: Option<Onward>,
    pub people: Vec<Reached>,
    pub situation: String,
    pub situation_badge: &'static str,
    pub questions: Vec<String>,
    /// What was said to the same side before, the latest first.
    pub before: Vec<Told>,
    /// The tries of this one.
    pub tries: Vec<Told>,
    /// What is missing before it may be closed without contact, in words.
    pub missing: Vec<String>,
    pub form: TryForm,
    pub choices: Choices,
    /// When somebody said that the partner need not be told; empty otherwise.
    pub need_not_be_told: String,
    /// What the partner may be told, once it is done and until they are.
    pub sentence: Option<SentenceForm>,
    pub sentences: Vec<Choice>,
    /// What they were told; empty before.
    pub was_told: String,
    pub errors: ShownErrors,
}

/// What can be done after a review, each with its page.
pub struct Onward {
    pub heading: String,
    pub ways: Vec<(String, String)>,
}

impl Onward {
    /// Nothing where the two go on as they are.
    pub fn of(tr: Tr, course_id: Uuid, review: Review) -> Option<Self> {
        let ways: &[(&str, &str)] = match review {
            Review::GoOn => return None,
            Review::Change => &[
                ("/agreement", "follow-up-change-agreement"),
                ("/planned/new", "follow-up-change-meeting"),
                ("/extension", "course-extension"),
                ("/pause", "course-pause"),
                ("/stand-in", "stand-in-see"),
                ("/ending", "follow-up-change-mentor"),
            ],
            Review::Stop => &[("/ending?review=stop", "course-ending"), ("/pause", "course-pause")],
        };
        let way = |(path, key): &(&str, &str)| (format!("/courses/{course_id}{path}"), tr.t(key));
        Some(Self { heading: tr.t(format!("follow-up-after-{}", review.code())), ways: ways.iter().map(way).collect() })
    }
}

/// Somebody who is to be called, by the ways that they wish.
#[derive(Default)]
pub struct Reached {
    pub name: String,
    /// As people read it, and as a phone dials it; empty where there is none to ring.
    pub phone: String,
    pub dialled: String,
    pub email: String,
    /// How they like to be reached, or why they are not.
    pub note: String,
}

/// What the form offers.
pub struct Choices {
    pub moods: Vec<Choice>,
    pub results: Vec<Choice>,
    pub reviews: Vec<Choice>,
    pub channels: Vec<Choice>,
}

impl Choices {
    pub fn new(tr: Tr) -> Self {
        use entity::{contact_attempts::AttemptChannel, follow_up_tries::Mood};
        Self {
            moods: Mood::choices(tr),
            results: results().map(|result| result.choice_as(tr, "follow-up-result")).collect(),
            reviews: Review::choices(tr),
            channels: AttemptChannel::choices(tr),
        }
    }
}

/// A try in words.
pub struct Told {
    pub when: String,
    pub how: String,
    pub badge: &'static str,
    pub said: String,
    /// What is to be done next, with its day and whether it is done.
    pub step: String,
    /// Where that is written down; empty when it is done or there is none.
    pub step_path: String,
    /// Where it is corrected.
    pub edit: String,
}

impl Told {
    pub fn new(tr: Tr, one: &FollowUpTry) -> Self {
        let path = format!("/follow-ups/{}/tries/{}", one.follow_up_id, one.id);
        let mood = one.mood.map(|mood| mood.label(tr));
        let review = one.review.map(|review| review.label(tr));
        let begun = one.has_begun.then(|| tr.t("follow-up-begun"));
        let result = one.result.label_as(tr, "follow-up-result");
        let how = [Some(one.channel.label(tr)), Some(result), mood, review, begun];
        let step = one.step.as_deref().zip(one.step_on).map(|(step, day)| match one.step_done_on {
            Some(done) => tr.t2("follow-up-step-done-on", "step", step, "date", tr.date(&done)),
            None => tr.t2("follow-up-step-by", "step", step, "date", tr.date(&day)),
        });
        Self {
            when: tr.moment(&one.tried_at),
            how: how.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            badge: if one.result == AttemptResult::Answered { "good" } else { "quiet" },
            said: one.said.clone().unwrap_or_default(),
            step_path: match one.step_on.filter(|_| one.step_done_on.is_none()) {
                Some(_) => format!("{path}/step"),
                None => String::new(),
            },
            step: step.unwrap_or_default(),
            edit: path,
        }
    }
}

#[derive(Template)]
#[template(path = "course/follow_up/try.html")]
pub struct TryPage {
    pub ctx: Ctx,
    /// The page of the follow-up.
    pub follow_up: String,
    pub action: String,
    pub course_id: Uuid,
    pub is_review: bool,
    pub form: TryForm,
    pub choices: Choices,
    pub errors: ShownErrors,
}

impl Reveals for FollowUpsPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::List, self.list.rows.iter().map(|row| row.young_person_id))
    }
}

impl Reveals for FollowUpPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::CourseFollowUp, [self.mentee_id])
    }
}

impl Reveals for TryPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, [Subject::OfCourse(self.course_id)])
    }
}
