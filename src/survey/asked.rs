//! A survey with whom it is about, and how they may be asked.

use entity::{
    ContactWay, Course, Referral, Survey, YoungPerson, consents::ConsentPurpose, contact_attempts, courses, referrals,
    surveys, young_people,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid};

use super::next::{Line, own_ways};
use crate::{
    message::{self, sms::Sms},
    referral::{self, Reach, Way},
};

/// What the script, the letter and the link need to know.
pub struct AskedPerson {
    pub survey: Survey,
    pub course: Course,
    pub referral: Referral,
    pub person: YoungPerson,
    pub reach: Reach,
    /// Who can be asked to pass a word on.
    pub others: Vec<ContactWay>,
    /// The values of their own ways by which nothing arrives.
    pub dead: Vec<String>,
    /// Whether somebody was told so who asked about this course.
    pub has_died: bool,
}

impl AskedPerson {
    /// The other way of their own that something can be written by; none for whoever has said which way they like.
    pub fn other_way(&self, sms: &Sms) -> Option<Way> {
        if self.person.contact_preference.is_some() {
            return None;
        }
        let live = |value: &Option<String>| value.clone().filter(|value| !self.dead.contains(value));
        match self.reach.way {
            Way::Mail(_) if sms.is_on() => live(&self.person.phone).map(Way::Phone),
            Way::Phone(_) => live(&self.person.email).map(Way::Mail),
            _ => None,
        }
    }

    /// Whether a phone and a mail address of their own are in use that they may be asked by.
    pub fn live_ways(&self) -> (bool, bool) {
        let (phone, has_email) = own_ways(&self.person, &self.dead);
        (phone == Some(Line::Live), has_email)
    }
}

/// The survey with everybody it concerns, if there is one.
pub async fn asked_in(db: &impl ConnectionTrait, survey_id: Uuid) -> Result<Option<AskedPerson>, DbErr> {
    let Some(survey) = surveys::Entity::find_by_id(survey_id).one(db).await? else { return Ok(None) };
    let Some(course) = courses::Entity::find_by_id(survey.course_id).one(db).await? else { return Ok(None) };
    let Some(referral) = referrals::Entity::find_by_id(course.referral_id).one(db).await? else { return Ok(None) };
    let person = young_people::Entity::find_by_id(referral.young_person_id).one(db).await?;
    let Some(person) = person else { return Ok(None) };
    let reach = referral::reach_of(db, &referral, &person, ConsentPurpose::Survey).await?;
    let others = referral::ways::others_of(db, person.id).await?;
    let dead = message::dead_values(db, person.id).await?;
    let told = contact_attempts::Entity::find().filter(contact_attempts::Column::CourseId.eq(course.id));
    let told = told.filter(contact_attempts::deaths()).count(db).await?;
    Ok(Some(AskedPerson { survey, course, referral, person, reach, others, dead, has_died: told > 0 }))
}
