//! Courses as they went: what was agreed, the steps, the meetings with their notes, and how they stand or ended.

use std::collections::HashMap;

use anyhow::Context;
use chrono::{Months, NaiveTime};
use entity::{Course, courses};
use futures_util::future::try_join_all;
use sea_orm::EntityTrait;

use super::{
    Stage,
    told::{Ended, Met, Told, ToldCourse, ToldPlan},
};
use crate::{
    clock::instant_of,
    course::{
        agreement::{self, Agreement},
        ending::{self, Ending},
        meeting::{self, NewMeeting},
        planned::{self, NewPlan},
        schedule::{self, NewPause},
    },
    viewer::Viewer,
};

/// Lives through all of them at once: what waits for each other is written together.
pub async fn live(stage: &Stage<'_>, told: &Told) -> anyhow::Result<()> {
    let rows = courses::Entity::find().all(&stage.app.db).await?;
    let rows: HashMap<String, Course> = rows.into_iter().map(|course| (course.reference.clone(), course)).collect();
    try_join_all(told.courses.iter().map(async |told| {
        let course = rows.get(&told.course).with_context(|| format!("The demo has no course {}", told.course))?;
        live_through(stage, course, told).await
    }))
    .await?;
    Ok(())
}

async fn live_through(stage: &Stage<'_>, course: &Course, told: &ToldCourse) -> anyhow::Result<()> {
    let people = &stage.people;
    // Staff write down what the others tell them.
    let by = if Some(course.mentor_id) == people.mentor.mentor_id { &people.mentor } else { &people.staff };
    agree(stage, by, course, told).await?;
    for met in &told.meetings {
        meeting::log(&stage.app.db, stage.calendar.at(met.on), by, course.id, new_meeting(stage, met)).await?;
    }
    for agreed in &told.planned {
        look_ahead(stage, by, course, agreed).await?;
    }
    reach(stage, by, course, told).await?;
    go_on(stage, course, told).await?;
    if let Some(ended) = &told.ending {
        let at = stage.calendar.at(ended.on);
        ending::end(&stage.app.db, at, &people.staff, course.id, (new_ending(stage, ended), |_, _| Ok(()))).await?;
    }
    Ok(())
}

/// At the first meeting, or when the two were matched.
async fn agree(stage: &Stage<'_>, by: &Viewer, course: &Course, told: &ToldCourse) -> anyhow::Result<()> {
    let matched_on = course.matched_on - stage.calendar.moved;
    let at = stage.calendar.at(told.meetings.first().map_or(matched_on, |met| met.on));
    let agreed = Agreement {
        goal: told.goal.clone(),
        role_agreement: Some(told.roles.clone()),
        rhythm_days: told.rhythm_days,
        rhythm: Some(told.rhythm.clone()),
        contact: None,
        complaints: None,
        planned_end_on: course.matched_on + Months::new(told.months),
        version: course.version,
    };
    agreement::agree(&stage.app.db, at, by, course.id, agreed).await?;
    for step in &told.steps {
        agreement::add_goal(&stage.app.db, at, by, course.id, (step.text.clone(), None)).await?;
    }
    Ok(())
}

/// A meeting that the two agree, and perhaps call off.
async fn look_ahead(stage: &Stage<'_>, by: &Viewer, course: &Course, told: &ToldPlan) -> anyhow::Result<()> {
    let (db, calendar) = (&stage.app.db, &stage.calendar);
    let hour = NaiveTime::from_hms_opt(told.hour, 0, 0).context("The demo has no such hour")?;
    let starts_at = instant_of(calendar.day(told.on), hour).context("The demo has no such hour")?;
    let new = NewPlan { starts_at, minutes: 60, channel: told.channel };
    let meeting = planned::plan(db, calendar.at(told.agreed), by, course.id, new).await?;
    if let Some(off) = told.cancelled {
        planned::cancel(db, calendar.at(off), by, (course.id, meeting.id)).await?;
    }
    Ok(())
}

async fn reach(stage: &Stage<'_>, by: &Viewer, course: &Course, told: &ToldCourse) -> anyhow::Result<()> {
    let goals = agreement::goals_of(&stage.app.db, course.id).await?;
    for (goal, step) in goals.iter().zip(&told.steps) {
        if let Some(on) = step.reached {
            let ids = (course.id, goal.id);
            agreement::set_reached(&stage.app.db, stage.calendar.at(on), by, ids, true).await?;
        }
    }
    Ok(())
}

/// A pause, or more time.
async fn go_on(stage: &Stage<'_>, course: &Course, told: &ToldCourse) -> anyhow::Result<()> {
    let (db, staff, calendar) = (&stage.app.db, &stage.people.staff, &stage.calendar);
    if let Some(pause) = &told.pause {
        let new = NewPause {
            from_on: calendar.day(pause.from),
            until_on: pause.until.map(|until| calendar.day(until)),
            reason: pause.reason.clone(),
        };
        schedule::pause(db, calendar.at(pause.from), staff, course.id, new).await?;
    }
    if let Some(more) = &told.extension {
        let (at, until) = (calendar.at(more.on), calendar.day(more.until));
        schedule::extend(db, at, staff, course.id, until, more.reason.clone()).await?;
    }
    Ok(())
}

fn new_meeting(stage: &Stage<'_>, met: &Met) -> NewMeeting {
    NewMeeting {
        minutes: met.minutes,
        channel: met.channel,
        attendance: met.attendance,
        note: met.note.clone(),
        ..NewMeeting::held(stage.calendar.day(met.on))
    }
}

fn new_ending(stage: &Stage<'_>, ended: &Ended) -> Ending {
    Ending {
        step_down: None,
        ended_on: stage.calendar.day(ended.on),
        ended_by: ended.by,
        reason: ended.reason,
        onward_plan: ended.plan.clone(),
        ending_note: ended.note.clone(),
        override_class: None,
        override_reason: None,
        second_route: None,
        is_whole: false,
    }
}
