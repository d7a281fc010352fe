//! The surveys of the courses that were completed: tries to reach somebody, and an answer.

use std::collections::HashMap;

use entity::{
    courses,
    surveys::{self, SurveyKind},
};
use futures_util::future::try_join_all;
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, prelude::Uuid};

use super::{
    Stage,
    told::{Told, ToldCourse},
};
use crate::survey::{self, NewAnswer, NewAttempt};

/// Plans what is missing, and asks those of whom it is told.
pub async fn ask(stage: &Stage<'_>, told: &Told) -> anyhow::Result<()> {
    let db = &stage.app.db;
    survey::schedule(db).await?;
    let exits = surveys::Entity::find()
        .select_only()
        .column(courses::Column::Reference)
        .column(surveys::Column::Id)
        .join(JoinType::InnerJoin, surveys::to_course())
        .filter(surveys::Column::Kind.eq(SurveyKind::Exit));
    let exits: HashMap<String, Uuid> = exits.into_tuple::<(String, Uuid)>().all(db).await?.into_iter().collect();
    let asked = told.courses.iter().filter_map(|told| Some((*exits.get(&told.course)?, told)));
    try_join_all(asked.map(|(survey_id, told)| ask_one(stage, survey_id, told))).await?;
    Ok(())
}

async fn ask_one(stage: &Stage<'_>, survey_id: Uuid, told: &ToldCourse) -> anyhow::Result<()> {
    let (db, calendar, staff) = (&stage.app.db, &stage.calendar, stage.people.staff.user_id);
    for tried in &told.tried {
        let new = NewAttempt {
            survey_id,
            attempted_on: calendar.day(tried.on),
            channel: tried.channel,
            result: tried.result,
            attempted_by: staff,
            attempted_at: None,
            note: None,
            call_back: None,
        };
        survey::record_attempt(db, calendar.at(tried.on), new).await?;
    }
    if let Some(answered) = &told.answered {
        let (status, answered_on) = (answered.status, calendar.day(answered.on));
        let new = NewAnswer { survey_id, status, answered_on, entered_by: staff };
        survey::answer(db, calendar.at(answered.on), new, |_| Ok(())).await?;
    }
    Ok(())
}
