//! Quiet tests: between the two surveys the young person is asked now and then whether messages still reach them, so that a
//! way that died is known while somebody can still find another (docs/adr/0068).

mod answer;
mod forms;
pub mod handlers;
pub mod letters;
mod pages;

pub use answer::StillHereError;

use chrono::{DateTime, Days, Months, NaiveDate, Utc};
use entity::{
    Survey,
    consents::ConsentPurpose,
    surveys::{self, Column, SurveyKind},
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::{
    State,
    asked::{AskedPerson, asked_in},
    list::to_be_asked,
};
use crate::{
    backlog::Due,
    clock::local_date,
    message::{self, sms::Sms},
    referral::{Written, agrees},
};

/// Months before the second survey in which is asked: nine, six and three months after the course.
const BEFORE: [u32; 3] = [3, 6, 9];

/// For so many days a test that was missed is made up for.
const LATE_DAYS: u64 = 7;

/// The months before the second survey whose test is due on a day, and since when it is.
fn due(second_on: NaiveDate, today: NaiveDate) -> Option<(u32, NaiveDate)> {
    let test = |months: u32| Some((months, second_on.checked_sub_months(Months::new(months))?));
    BEFORE.into_iter().filter_map(test).find(|(_, on)| *on <= today && today < *on + Days::new(LATE_DAYS))
}

/// The second surveys whose young person is asked today: those who have said that they may be asked how it went.
pub async fn to_ask(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Due>, DbErr> {
    let today = local_date(now);
    // A few days around the day itself: months are not alike.
    let around = BEFORE.into_iter().fold(Condition::any(), |around, months| {
        let on = today + Months::new(months);
        around.add(Column::DueOn.between(on - Days::new(LATE_DAYS), on + Days::new(LATE_DAYS)))
    });
    let found = to_be_asked()
        .filter(Column::Kind.eq(SurveyKind::TwelveMonth))
        .filter(State::Upcoming.condition(today))
        .filter(agrees(ConsentPurpose::Survey))
        .filter(around)
        .select_only()
        .columns([Column::Id, Column::CourseId, Column::DueOn]);
    let found: Vec<(Uuid, Uuid, NaiveDate)> = found.into_tuple().all(db).await?;
    let test = |(id, of, second_on)| due(second_on, today).map(|(_, on)| Due { id, of, on });
    Ok(found.into_iter().filter_map(test).collect())
}

/// Queues the test of one of them, if it still is due. Safe to do twice.
pub async fn ask(tx: &impl ConnectionTrait, now: DateTime<Utc>, sms: &Sms, survey_id: Uuid) -> Result<(), DbErr> {
    surveys::Entity::find_by_id(survey_id).lock_exclusive().one(tx).await?;
    let Some(asked) = still_asked(tx, local_date(now), survey_id).await? else { return Ok(()) };
    match (due(asked.survey.due_on, local_date(now)), asked.reach.in_writing(sms)) {
        (Some((months, _)), Some(Written::Own(..) | Written::Text(..))) => {
            let occasion = format!("{}-{months}", asked.survey.due_on);
            message::queue(tx, now, letters::QUIET_TEST, survey_id, &occasion).await
        }
        _ => Ok(()),
    }
}

/// The young person, while the second survey is to come and they agree to it. Whoever is in a course again is not asked.
async fn still_asked(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    survey_id: Uuid,
) -> Result<Option<AskedPerson>, DbErr> {
    if to_be_asked().filter(Column::Id.eq(survey_id)).one(db).await?.is_none() {
        return Ok(None);
    }
    let is_to_come =
        |survey: &Survey| survey.due_on > today && survey.answered_on.is_none() && survey.not_reached_on.is_none();
    let asked = asked_in(db, survey_id).await?;
    Ok(asked.filter(|asked| is_to_come(&asked.survey) && asked.reach.agreement.is_given()))
}
