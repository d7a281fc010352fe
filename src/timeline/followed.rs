//! What staff and the platform did to keep a course alive, with what came back: a query for each.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    MeetingQuestion, SilenceRow,
    contact_attempts::AttemptResult,
    follow_up_tries::{self, Mood},
    follow_ups::{self, Side},
    meeting_questions::{self, DidMeet, WhyNot},
    silence_steps,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    prelude::Uuid,
};

use super::{
    around::Around,
    entry::{Entry, Kind, When},
};
use crate::{course::silence::carried_out_on, language::Tr, word::Worded};

/// A try to reach a side, with what is known of its follow-up.
#[derive(FromQueryResult)]
struct Try {
    follow_up_id: Uuid,
    side: Side,
    not_reached_on: Option<NaiveDate>,
    tried_at: DateTime<Utc>,
    result: AttemptResult,
    said: Option<String>,
    mood: Option<Mood>,
    step: Option<String>,
    step_done_on: Option<NaiveDate>,
}

/// Each try, what was to be done next, and that a side was given up as not reached.
pub async fn follow_ups(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    use follow_up_tries::Column::{FollowUpId, Id, Mood, Result as CameOut, Said, Step, StepDoneOn, TriedAt};
    let found: Vec<Try> = follow_up_tries::Entity::find()
        .select_only()
        .columns([FollowUpId, TriedAt, CameOut, Said, Mood, Step, StepDoneOn])
        .column(follow_ups::Column::Side)
        .column(follow_ups::Column::NotReachedOn)
        .join(JoinType::InnerJoin, follow_up_tries::to_follow_up())
        .filter(follow_ups::Column::CourseId.is_in(around.course_ids()))
        .filter(follow_up_tries::current())
        .order_by_asc(FollowUpId)
        .order_by_asc(TriedAt)
        .order_by_asc(Id)
        .into_model()
        .all(db)
        .await?;
    let last_of = |one: &Try, next: Option<&Try>| next.is_none_or(|next| next.follow_up_id != one.follow_up_id);
    let mut entries = Vec::new();
    for (at, one) in found.iter().enumerate() {
        let given_up = one.not_reached_on.filter(|_| last_of(one, found.get(at + 1)));
        entries.extend(tried(tr, one, given_up));
    }
    Ok(entries)
}

fn tried(tr: Tr, one: &Try, given_up: Option<NaiveDate>) -> Vec<Entry> {
    let (side, href) = (one.side.label(tr), format!("/follow-ups/{}", one.follow_up_id));
    let what = match (one.result, one.mood) {
        (AttemptResult::Answered, Some(mood)) => {
            tr.t2("timeline-follow-up-mood", "side", side.as_str(), "mood", mood.label(tr))
        }
        (AttemptResult::Answered, None) => tr.t1("timeline-follow-up-done", "side", side.as_str()),
        (result, _) => {
            let result = result.label_as(tr, "follow-up-result");
            tr.t2("timeline-follow-up-tried", "side", side.as_str(), "result", result)
        }
    };
    let talk = Entry::new(Kind::FollowUp, When::At(one.tried_at), what).words(one.said.as_deref());
    let step = one.step.as_deref().zip(one.step_done_on).map(|(step, day)| {
        Entry::new(Kind::FollowUp, When::On(day), tr.t("timeline-follow-up-step")).words(Some(step))
    });
    let over = given_up.map(|day| {
        Entry::new(Kind::FollowUp, When::On(day), tr.t1("timeline-follow-up-not-reached", "side", side.as_str()))
    });
    let told = |entry: Entry| entry.told_barely().href(href.clone());
    [Some(talk), step, over].into_iter().flatten().map(told).collect()
}

/// What was done when the young person fell silent, what was answered, and that staff saw to it.
pub async fn silence(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let own = silence_steps::Column::CourseId.is_in(around.course_ids());
    let found = silence_steps::Entity::find().filter(own).all(db).await?;
    let carried_out = carried_out_on(db, &found).await?;
    let entries = |row: SilenceRow| {
        let entry = |when: When, what: String| {
            Entry::new(Kind::Silence, when, what).told_barely().href(format!("/courses/{}", row.course_id))
        };
        let step = row.step.label(tr);
        let answer = row.answer.zip(row.answered_at).map(|(answer, at)| entry(When::At(at), answer.label(tr)));
        let done = row.done_at.map(|at| entry(When::At(at), tr.t1("timeline-silence-done", "step", step.as_str())));
        let taken = carried_out.get(&row.id).map(|day| entry(When::On(*day), step.clone()));
        [taken, answer, done]
    };
    Ok(found.into_iter().flat_map(entries).flatten().collect())
}

/// Whether the two met, as each of them says, and what it came to.
pub async fn questions(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let own = meeting_questions::Column::CourseId.is_in(around.course_ids());
    let found = meeting_questions::Entity::find().filter(own).all(db).await?;
    Ok(found.into_iter().flat_map(|row| question(tr, &row)).collect())
}

fn question(tr: Tr, row: &MeetingQuestion) -> Vec<Entry> {
    let entry = |at: DateTime<Utc>, key: &str, said: DidMeet| {
        let words = [("date", tr.date(&row.about_on).into()), ("said", said.label(tr).into())];
        let entry = Entry::new(Kind::Question, When::At(at), tr.with(key, words));
        entry.href(format!("/courses/{}", row.course_id))
    };
    let side = |key: &str, said: Option<DidMeet>, at: Option<DateTime<Utc>>, why: Option<WhyNot>| {
        let why = why.map(|why| why.label(tr));
        Some(entry(at?, key, said?).words(why.as_deref()))
    };
    let came_to = || Some(entry(row.settled_at?, "timeline-question-settled", row.outcome?).words(row.note.as_deref()));
    let all = [
        side("timeline-question-mentor", row.mentor_said, row.mentor_said_at, row.mentor_why),
        side("timeline-question-mentee", row.mentee_said, row.mentee_said_at, row.mentee_why),
        came_to(),
    ];
    all.into_iter().flatten().collect()
}
