//! The anonymous card: what a mentor may know of a young person before saying yes.

use chrono::NaiveDate;
use entity::{Referral, partners, referrals, young_people};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use crate::{
    error::AppError,
    industry::{self, IndustryCode},
    language::{Tr, languages, times},
    referral::{self, intake::age_on},
};

/// No name, no contact, no birth date, no housing area, nothing that the partner wrote for the mentor.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub referral_id: Uuid,
    /// For the reading log; never shown.
    pub young_person_id: Uuid,
    /// In years, on the day the card is shown.
    pub age: u32,
    /// The partner's town: near enough to plan a journey.
    pub town: String,
    pub wish: String,
    pub industries: Vec<String>,
    pub needs: Vec<String>,
    pub languages: String,
    pub goals: Option<String>,
    /// When the young person has time; may be empty.
    pub times: String,
    /// That an interpreter is needed, or that the place or the way of meeting matters: not what for, which may tell of
    /// an illness.
    pub to_consider: Vec<String>,
}

/// The card of a referral.
pub async fn card(db: &impl ConnectionTrait, tr: Tr, today: NaiveDate, referral_id: Uuid) -> Result<Card, AppError> {
    let referral = referrals::Entity::find_by_id(referral_id).one(db).await?.ok_or(AppError::NotFound)?;
    let person = young_people::Entity::find_by_id(referral.young_person_id).one(db).await?;
    let person = person.ok_or(AppError::NotFound)?;
    let partner = partners::Entity::find_by_id(referral.partner_id).one(db).await?;
    Ok(Card {
        referral_id,
        young_person_id: person.id,
        age: age_on(today, person.birth_date).unwrap_or_default(),
        town: partner.and_then(|partner| partner.town).unwrap_or_default(),
        industries: industries(db, tr, referral_id).await?,
        needs: industry::need_names(tr, &referral.needs.0),
        languages: languages::names(tr, &person.languages.0),
        times: referral.times.as_ref().map(|times| times::names(tr, &times.0)).unwrap_or_default(),
        to_consider: to_consider(tr, &referral),
        goals: referral.goals,
        wish: referral.wish,
    })
}

async fn industries(db: &impl ConnectionTrait, tr: Tr, referral_id: Uuid) -> Result<Vec<String>, DbErr> {
    let rows = referral::industries_of(db, &[referral_id]).await?.remove(&referral_id).unwrap_or_default();
    let codes = rows.iter().filter_map(|row| IndustryCode::new(row.system, &row.code).ok());
    Ok(codes.map(|code| industry::name(tr, &code)).collect())
}

fn to_consider(tr: Tr, referral: &Referral) -> Vec<String> {
    let told = [
        (&referral.interpreter_need, "matching-card-interpreter"),
        (&referral.accessibility_need, "matching-card-accessibility"),
    ];
    told.into_iter().filter(|(need, _)| need.is_some()).map(|(_, key)| tr.t(key)).collect()
}
