//! What the two go for, and what comes after the course: a query for each.

use std::collections::HashMap;

use entity::{Goal, OnwardPlan, goals, onward_plans};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use super::{
    around::Around,
    entry::{Entry, Kind, When},
};
use crate::{language::Tr, word::Worded};

/// Each step on the way to the goal: when it was set, where that is known, and when it was reached.
pub async fn goals(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let own = goals::Column::CourseId.is_in(around.course_ids());
    let found = goals::Entity::find().filter(own).all(db).await?;
    let entries = |goal: Goal| {
        let days = [(goal.set_on, "timeline-goal-set"), (goal.reached_on, "timeline-goal-reached")];
        days.into_iter().filter_map(move |(day, key)| {
            let entry = Entry::new(Kind::Goal, When::On(day?), tr.t(key)).words(Some(&goal.text));
            Some(entry.href(format!("/courses/{}", goal.course_id)))
        })
    };
    Ok(found.into_iter().flat_map(entries).collect())
}

/// Each time somebody said how the last meetings are spaced and what comes after them, or that no plan is needed.
pub async fn onward_plans(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let own = onward_plans::Column::CourseId.is_in(around.course_ids());
    let found = onward_plans::Entity::find().filter(own).order_by_asc(onward_plans::Column::ToldAt);
    let mut last = HashMap::<Uuid, Option<String>>::new();
    let entry = |mut plan: OnwardPlan| {
        let before = last.insert(plan.course_id, plan.step_down.clone()).flatten();
        // What stood already is no word of whoever told the rest.
        plan.step_down = plan.step_down.filter(|step_down| before.as_ref() != Some(step_down));
        let what = match plan.none_because {
            Some(because) => tr.t1("timeline-onward-none", "because", because.label(tr)),
            None if plan.by_mentor => tr.t("timeline-onward-mentor"),
            None => tr.t("timeline-onward-staff"),
        };
        let said: Vec<&str> = [&plan.step_down, &plan.onward].into_iter().flatten().map(String::as_str).collect();
        let entry = Entry::new(Kind::Onward, When::At(plan.told_at), what).words(Some(&said.join("\n")));
        entry.href(format!("/courses/{}/onward-plan", plan.course_id))
    };
    Ok(found.all(db).await?.into_iter().map(entry).collect())
}
