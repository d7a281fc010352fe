//! Mentors who pause, have left, are to become mentors, or were checked: some so long ago that it no longer holds.

use std::collections::HashMap;

use anyhow::Context;
use entity::mentors;
use futures_util::future::{try_join_all, try_join3};
use sea_orm::{EntityTrait, QuerySelect, prelude::Uuid};

use super::{
    Stage,
    told::{Checked, Interviewed, Left, Paused, Told},
};
use crate::{
    mentor::{
        availability::{self, LeaveReason, NewPause},
        screening::{self, NewRecord},
    },
    word::Worded,
};

type Ids = HashMap<String, Uuid>;

/// Carries out what is told of mentors, all at once: what waits for each other is written together.
pub async fn stand(stage: &Stage<'_>, told: &Told) -> anyhow::Result<()> {
    let found = mentors::Entity::find().select_only().columns([mentors::Column::Reference, mentors::Column::Id]);
    let ids: Ids = found.into_tuple::<(String, Uuid)>().all(&stage.app.db).await?.into_iter().collect();
    let interviewed = try_join_all(told.interviewed.iter().map(|one| interview(stage, &ids, one)));
    let checked = try_join_all(told.checked.iter().map(|one| check(stage, &ids, one)));
    let paused = try_join_all(told.paused.iter().map(|one| pause(stage, &ids, one)));
    try_join3(interviewed, checked, paused).await?;
    // Leaving takes the mentor's last word: nothing is told of them afterwards.
    try_join_all(told.left.iter().map(|one| leave(stage, &ids, one))).await?;
    Ok(())
}

fn id_of(ids: &Ids, reference: &str) -> anyhow::Result<Uuid> {
    ids.get(reference).copied().with_context(|| format!("The demo has no mentor {reference}"))
}

async fn interview(stage: &Stage<'_>, ids: &Ids, told: &Interviewed) -> anyhow::Result<()> {
    let (id, at) = (id_of(ids, &told.mentor)?, stage.calendar.at(told.on));
    let learnt = (stage.calendar.day(told.on), told.note.clone());
    screening::record_interview(&stage.app.db, at, &stage.people.staff, id, learnt, |_| Ok(())).await?;
    Ok(())
}

async fn check(stage: &Stage<'_>, ids: &Ids, told: &Checked) -> anyhow::Result<()> {
    let (app, calendar) = (stage.app, &stage.calendar);
    let new = NewRecord {
        status: told.status,
        on: calendar.day(told.on),
        good_for_months: app.config.rules.certificate_months,
    };
    let id = id_of(ids, &told.mentor)?;
    screening::record_criminal_record(&app.db, calendar.at(told.on), &stage.people.staff, id, new, |_| Ok(())).await?;
    Ok(())
}

async fn pause(stage: &Stage<'_>, ids: &Ids, told: &Paused) -> anyhow::Result<()> {
    let calendar = &stage.calendar;
    let new = NewPause {
        from: calendar.day(told.from),
        until: told.until.map(|until| calendar.day(until)),
        reason: Some(told.reason.clone()),
    };
    let (id, at) = (id_of(ids, &told.mentor)?, calendar.at(told.from));
    availability::pause(&stage.app.db, at, &stage.people.staff, id, new).await?;
    Ok(())
}

async fn leave(stage: &Stage<'_>, ids: &Ids, told: &Left) -> anyhow::Result<()> {
    let (id, at) = (id_of(ids, &told.mentor)?, stage.calendar.at(told.on));
    let reason = LeaveReason::read(&told.reason).context("The demo does not know why a mentor left")?;
    availability::leave(&stage.app.db, at, &stage.people.staff, id, reason, told.note.clone()).await?;
    Ok(())
}
