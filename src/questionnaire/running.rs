//! Which waves a running course lacks: each on its day from the real start, moved with the pauses.

use std::collections::HashSet;

use chrono::{Duration, Months, NaiveDate};
use entity::{
    consents::ConsentPurpose,
    courses,
    questionnaires::{self, Column, Entity, QuestionnaireSide, Wave},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    prelude::Uuid,
};

use super::instrument::{Instrument, instruments};
use crate::{
    course::{Basis, bases},
    referral::{goes_on, has_not_said_no},
};

/// For so many days a wave that was missed is made up for: one of a course that was moved in is not.
const LATE_DAYS: i64 = 14;

/// What is to be opened.
pub(super) struct Lack {
    pub course_id: Uuid,
    pub instrument: &'static Instrument,
    pub wave: Wave,
    pub due_on: NaiveDate,
}

/// The day of a wave; nothing for the one at the end, while a pause goes on, and before the two have met but for the first.
fn due_on(basis: &Basis, wave: Wave, today: NaiveDate) -> Option<NaiveDate> {
    let planned = basis.start.checked_add_months(Months::new(wave.months()?))?;
    let is_asked = !basis.is_paused(today) && (wave == Wave::Start || basis.has_begun);
    is_asked.then(|| basis.later_by_pauses(planned))
}

/// Whether it is opened on a day: one that falls near the planned end gives way to the one at the end.
fn is_open_on(today: NaiveDate, due_on: NaiveDate, wave: Wave, planned_end_on: NaiveDate, near_end_days: i64) -> bool {
    let is_now = due_on <= today && today < due_on + Duration::days(LATE_DAYS);
    let is_near_end = wave != Wave::Start && due_on + Duration::days(near_end_days) > planned_end_on;
    is_now && !is_near_end
}

/// What the running courses lack today, or one of them, in five reads. Nothing is opened where the young person says no to a mentor,
/// and nothing for them where they say no to being asked.
pub(super) async fn lacking(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    course_id: Option<Uuid>,
) -> Result<Vec<Lack>, DbErr> {
    let wanted = courses::Entity::find().join(JoinType::InnerJoin, courses::to_referral()).filter(goes_on());
    let wanted = wanted.select_only().column(courses::Column::Id).into_query();
    let which = Condition::all()
        .add(courses::Column::EndedOn.is_null())
        .add(courses::Column::MatchedOn.lte(today))
        .add(courses::Column::Id.in_subquery(wanted))
        .add_option(course_id.map(|id| courses::Column::Id.eq(id)));
    let own = courses::Entity::find().filter(which.clone()).select_only().column(courses::Column::Id);
    let known = Entity::find().filter(Column::CourseId.in_subquery(own.clone().into_query()));
    let known = known.filter(questionnaires::standing()).select_only();
    let known = known.columns([Column::CourseId, Column::Instrument, Column::Wave]);
    let known: HashSet<(Uuid, String, Wave)> = known.into_tuple().all(db).await?.into_iter().collect();
    let agreeing = own.join(JoinType::InnerJoin, courses::to_referral());
    let agreeing = agreeing.filter(has_not_said_no(ConsentPurpose::Survey));
    let agreeing: HashSet<Uuid> = agreeing.into_tuple().all(db).await?.into_iter().collect();
    let ends = courses::Entity::find().filter(which.clone()).select_only();
    let ends = ends.columns([courses::Column::Id, courses::Column::PlannedEndOn]);
    let ends: Vec<(Uuid, NaiveDate)> = ends.into_tuple().all(db).await?;
    let bases = bases(db, &which).await?;
    let mut lacking = Vec::new();
    for (course_id, planned_end_on) in ends {
        let Some(basis) = bases.get(&course_id) else { continue };
        for (instrument, wave) in waves() {
            let may_ask = instrument.side != QuestionnaireSide::YoungPerson || agreeing.contains(&course_id);
            let Some(due_on) = due_on(basis, wave, today).filter(|_| may_ask) else { continue };
            let is_due = is_open_on(today, due_on, wave, planned_end_on, instrument.window.near_end_days);
            if is_due && !known.contains(&(course_id, instrument.code.clone(), wave)) {
                lacking.push(Lack { course_id, instrument, wave, due_on });
            }
        }
    }
    Ok(lacking)
}

/// Each instrument in each wave in which it is asked.
fn waves() -> impl Iterator<Item = (&'static Instrument, Wave)> {
    instruments().iter().flat_map(|instrument| instrument.waves.iter().map(move |wave| (instrument, *wave)))
}
