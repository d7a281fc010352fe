//! The letter with the link to a survey.

use entity::{links::LinkPurpose, surveys, surveys::Column, young_people};
use sea_orm::{ColumnTrait, FromQueryResult, QueryFilter, QuerySelect, prelude::Uuid};

use super::list::with_people;
use crate::{
    account::link,
    message::{Composed, Desk, Letter, Writing},
};

#[derive(FromQueryResult)]
struct Addressee {
    name: String,
    email: Option<String>,
    answered_on: Option<chrono::NaiveDate>,
}

/// Composes the letter, unless the survey has been answered or there is no address.
pub fn survey_link(desk: Desk, survey_id: Uuid) -> Composed {
    Box::pin(compose(desk, survey_id))
}

async fn compose(desk: Desk, survey_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let found = with_people()
        .filter(Column::Id.eq(survey_id))
        .select_only()
        .column(surveys::Column::AnsweredOn)
        .columns([young_people::Column::Name, young_people::Column::Email])
        .into_model::<Addressee>()
        .one(&desk.db)
        .await?;
    let Some(addressee) = found.filter(|addressee| addressee.answered_on.is_none()) else { return Ok(None) };
    let Some(email) = addressee.email else { return Ok(None) };
    let tx = desk.db.begin().await?;
    let token = link::issue(&tx, desk.clock.now(), LinkPurpose::Survey, survey_id).await?;
    tx.commit().await?;
    Writing::to(&desk, &email, "da")
        .subject("survey-mail-subject")
        .greet(&addressee.name)
        .say("survey-mail-why")
        .link("survey-mail-link", desk.url(format!("/survey/{token}")))
        .say("survey-mail-free")
        .finish()
        .map(Some)
}
