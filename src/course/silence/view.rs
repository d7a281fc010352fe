//! The steps as staff see them on the page of a course.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{
    ContactWay, SilenceRow,
    silence_steps::{SilenceAnswer, SilenceStep},
};
use sea_orm::{ConnectionTrait, DbErr, prelude::Uuid};

use super::{
    fate::{Fate, fates},
    queries::{AsOf, of_course, waiting},
};
use crate::{config::Rules, course::Case, form::typed::readable_phone, language::Tr, referral::ways, word::Worded};

/// A step that was taken.
#[derive(Clone, Debug)]
pub struct Taken {
    pub day: String,
    pub text: String,
    /// That its letter has not left, or arrived nowhere; empty where it did, or there is none.
    pub fate: String,
    /// What came back; empty while nothing did.
    pub answer: String,
    /// Where staff say that they have seen to it; empty where nothing waits for them.
    pub done: String,
}

impl Taken {
    /// Of a course's steps, with those that wait for staff, and the people who agreed to pass a word on.
    fn of(
        tr: Tr,
        rows: &[SilenceRow],
        (waiting, fates): (&[Uuid], &HashMap<Uuid, Fate>),
        is_over: bool,
        others: &[ContactWay],
    ) -> Vec<Self> {
        let taken = |row: &SilenceRow| {
            let done = format!("/courses/{}/silence/{}", row.course_id, row.id);
            Self {
                day: tr.date(&fates.get(&row.id).map_or(row.taken_on, |fate| fate.day(row))),
                text: text(tr, (row.step, is_over), others),
                fate: match fates.get(&row.id) {
                    Some(Fate::Waits) => tr.t("course-silence-waits"),
                    Some(Fate::Nowhere) => tr.t("course-silence-nowhere"),
                    Some(Fate::NoLetter | Fate::Left(_) | Fate::Withdrawn) | None => String::new(),
                },
                answer: row.answer.map(|answer: SilenceAnswer| answer.label(tr)).unwrap_or_default(),
                done: if waiting.contains(&row.id) { done } else { String::new() },
            }
        };
        rows.iter().map(taken).collect()
    }
}

/// What was done about silence in a course, the latest first, and which of it waits for staff.
pub async fn taken(
    db: &impl ConnectionTrait,
    tr: Tr,
    (now, rules): (DateTime<Utc>, &Rules),
    case: &Case,
) -> Result<Vec<Taken>, DbErr> {
    let rows = of_course(db, case.course.id).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let waiting = waiting(db, AsOf { now, rules }, case.course.id).await?;
    let others = ways::others_of(db, case.young_person_id).await?;
    let fates = fates(db, &rows).await?;
    Ok(Taken::of(tr, &rows, (&waiting, &fates), case.course.ended_on.is_some(), &others))
}

/// What was done; of somebody to ring, whom.
fn text(tr: Tr, (step, is_over): (SilenceStep, bool), others: &[ContactWay]) -> String {
    if is_over && step == SilenceStep::Staff {
        return tr.t("course-silence-step-staff-over");
    }
    let ringable = others.iter().find(|way| way.agreed_on.is_some() && !way.value.is_empty());
    match (step, ringable) {
        (SilenceStep::SecondRoute, Some(way)) => {
            tr.t2("course-silence-ring", "name", way.name.as_str(), "phone", readable_phone(&way.value))
        }
        _ => step.label(tr),
    }
}
