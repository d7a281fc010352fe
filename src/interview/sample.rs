//! A sample is drawn and kept: who drew it, by which rule and seed, among how many.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    interview_samples,
    interview_strata::{self, Stratum},
    interviewees, partners,
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::{
    draw::{Drawn, RULE, draw},
    frame::candidates,
};
use crate::{database::Database, record::Change, viewer::Viewer};

/// How many are wanted, of whom, and the seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSample {
    pub seed: String,
    /// The first and the last day of the period in which the courses ended.
    pub from_on: NaiveDate,
    pub to_on: NaiveDate,
    pub partner_id: Option<Uuid>,
    /// Only the strata of which somebody is wanted.
    pub wanted: Vec<(Stratum, i32)>,
}

#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// There is no such partner.
    #[error("outcome-unknown-partner")]
    NoSuchPartner,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Draws, and keeps what was drawn. Gives the id of the sample.
pub async fn draw_sample(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    new: NewSample,
) -> Result<Uuid, SampleError> {
    let tx = db.begin().await?;
    if let Some(id) = new.partner_id {
        partners::Entity::find_by_id(id).one(&tx).await?.ok_or(SampleError::NoSuchPartner)?;
    }
    let id = Uuid::now_v7();
    let sample = interview_samples::ActiveModel {
        id: Set(id),
        rule: Set(RULE),
        seed: Set(new.seed.clone()),
        from_on: Set(new.from_on),
        to_on: Set(new.to_on),
        partner_id: Set(new.partner_id),
        drawn_at: Set(now),
        drawn_by: Set(viewer.user_id),
    };
    interview_samples::Entity::insert(sample).exec_without_returning(&tx).await?;
    for (stratum, wanted) in &new.wanted {
        let among = candidates(&tx, now, &new, *stratum).await?;
        let drawn = draw(&new.seed, *stratum, &among, usize::try_from(*wanted).unwrap_or_default());
        keep(&tx, id, (*stratum, *wanted), drawn).await?;
    }
    Change::of(viewer, "interview_sample", id, "drawn").write(&tx, now).await?;
    tx.commit().await?;
    Ok(id)
}

async fn keep(
    tx: &impl ConnectionTrait,
    sample_id: Uuid,
    (stratum, wanted): (Stratum, i32),
    drawn: Drawn,
) -> Result<(), DbErr> {
    let count = |number: usize| Set(i32::try_from(number).unwrap_or(i32::MAX));
    let row = interview_strata::ActiveModel {
        id: Set(Uuid::now_v7()),
        sample_id: Set(sample_id),
        stratum: Set(stratum),
        wanted: Set(wanted),
        frame: count(drawn.frame),
        without_consent: count(drawn.without_consent),
        minors: count(drawn.minors),
        asked_already: count(drawn.asked_already),
    };
    interview_strata::Entity::insert(row).exec_without_returning(tx).await?;
    let chosen = drawn.chosen.into_iter().zip(1..);
    let rows: Vec<_> = chosen
        .map(|(candidate, position)| interviewees::ActiveModel {
            id: Set(Uuid::now_v7()),
            sample_id: Set(sample_id),
            stratum: Set(stratum),
            position: Set(position),
            course_id: Set(candidate.course_id),
            mentor_id: Set((stratum == Stratum::Mentors).then_some(candidate.id)),
            user_id: Set((stratum == Stratum::Contacts).then_some(candidate.id)),
            ..Default::default()
        })
        .collect();
    if !rows.is_empty() {
        interviewees::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}
