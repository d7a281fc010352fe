//! Amends a sent referral: with a reason, and with a line in the change log that names what changed.

use chrono::{DateTime, Utc};
use entity::{Referral, YoungPerson, young_people};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, EntityTrait, prelude::Uuid};

use super::{
    NewCase, NewPerson,
    action::{self, ActionError, change, fields},
    industries,
    queries::industries_of,
    send::{case_columns, person_columns},
    vocabulary::note_words,
};
use crate::{clock::local_date, database::Database, industry::IndustryCode, record::Change, viewer::Viewer};

/// What a referral is to become, and why.
#[derive(Clone, Debug)]
pub struct Amendment {
    pub person: NewPerson,
    pub case: NewCase,
    pub reason: String,
    /// The version that was read before it was amended.
    pub version: i32,
}

/// Writes an amendment down. Refused when somebody else amended meanwhile.
pub async fn amend(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    amendment: Amendment,
) -> Result<(), ActionError> {
    let mut act = action::begin(db, viewer, id, |state| !state.is_over()).await?;
    if act.referral.version != amendment.version {
        return Err(ActionError::ChangedMeanwhile);
    }
    let person = young_people::Entity::find_by_id(act.referral.young_person_id).one(&act.tx).await?;
    let person = person.ok_or_else(|| DbErr::RecordNotFound("the young person of a referral".to_owned()))?;
    let known = industries_of(&act.tx, &[id]).await?.remove(&id).unwrap_or_default();
    let known: Vec<_> = known.iter().filter_map(|row| IndustryCode::new(row.system, &row.code).ok()).collect();
    let mut changed = changed_of_person(&person, &amendment.person);
    changed.extend(changed_of_case(&act.referral, &amendment.case));
    if known != amendment.case.industries {
        changed.push("industries");
        industries::replace(&act.tx, id, &amendment.case.industries, viewer.user_id).await?;
    }
    let amended = young_people::ActiveModel {
        id: Set(person.id),
        version: Set(person.version + 1),
        ..person_columns(&amendment.person)
    };
    amended.update(&act.tx).await?;
    if changed.contains(&"wish") {
        note_words(&act.tx, local_date(now), id, &amendment.case.wish, &amendment.person.names()).await?;
    }
    act.update(case_columns(&amendment.case)).await?;
    let change =
        Change { reason: Some(amendment.reason), details: Some(fields(&changed)), ..change(id, "amended", viewer) };
    act.finish(change, now).await
}

fn changed_of_person(old: &YoungPerson, new: &NewPerson) -> Vec<&'static str> {
    let differs = [
        ("name", old.name != new.name),
        ("birth_date", old.birth_date != new.birth_date),
        ("gender", old.gender != new.gender),
        ("phone", old.phone != new.phone),
        ("email", old.email != new.email),
        ("languages", old.languages != new.languages),
        ("contact_preference", old.contact_preference != new.contact_preference),
        ("guardian_name", old.guardian_name != new.guardian_name),
        ("guardian_phone", old.guardian_phone != new.guardian_phone),
    ];
    named(&differs)
}

fn changed_of_case(old: &Referral, new: &NewCase) -> Vec<&'static str> {
    let differs = [
        ("area", old.housing_area_id != new.housing_area_id),
        ("wish", old.wish != new.wish),
        ("clarity", old.clarity != new.clarity),
        ("needs", old.needs != new.needs),
        ("goals", old.goals != new.goals),
        ("mentor_gender_wish", old.mentor_gender_wish != new.mentor_gender_wish),
        ("mentor_age_wish", old.mentor_age_wish != new.mentor_age_wish),
        ("times", old.times != new.times),
        ("mentor_wish", old.mentor_wish != new.mentor_wish),
        ("for_mentor", old.for_mentor != new.for_mentor),
        ("interpreter_need", old.interpreter_need != new.interpreter_need),
        ("accessibility_need", old.accessibility_need != new.accessibility_need),
    ];
    named(&differs)
}

fn named(differs: &[(&'static str, bool)]) -> Vec<&'static str> {
    differs.iter().filter(|(_, is_different)| *is_different).map(|(name, _)| *name).collect()
}
