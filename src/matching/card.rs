//! The anonymous card: what a mentor may know of a young person before saying yes.

use chrono::{Datelike, NaiveDate};
use entity::{Referral, partners, referrals, young_people};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use crate::{
    error::AppError,
    language::{Tr, languages, times},
    mentor, referral,
};

/// No name, no contact, no birth date, no housing area, nothing that the partner wrote for the mentor.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub referral_id: Uuid,
    /// For the reading log; never shown.
    pub young_person_id: Uuid,
    /// In years, on the day the card is shown.
    pub age: i32,
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
        age: age(person.birth_date, today),
        town: partner.and_then(|partner| partner.town).unwrap_or_default(),
        industries: industries(db, tr, referral_id).await?,
        needs: needs(tr, &referral),
        languages: languages::names(tr, &person.languages.0),
        times: referral.times.as_ref().map(|times| times::names(tr, &times.0)).unwrap_or_default(),
        to_consider: to_consider(tr, &referral),
        goals: referral.goals,
        wish: referral.wish,
    })
}

async fn industries(db: &impl ConnectionTrait, tr: Tr, referral_id: Uuid) -> Result<Vec<String>, DbErr> {
    let rows = referral::industries_of(db, &[referral_id]).await?.remove(&referral_id).unwrap_or_default();
    let codes: Vec<_> = rows.iter().filter_map(super::wanted::code_of).collect();
    Ok(codes.iter().map(|code| mentor::industry_title(tr, code)).collect())
}

fn needs(tr: Tr, referral: &Referral) -> Vec<String> {
    referral.needs.0.iter().map(|need| tr.t(format!("referral-need-{}", need.replace('_', "-")))).collect()
}

fn to_consider(tr: Tr, referral: &Referral) -> Vec<String> {
    let told = [
        (&referral.interpreter_need, "matching-card-interpreter"),
        (&referral.accessibility_need, "matching-card-accessibility"),
    ];
    told.into_iter().filter(|(need, _)| need.is_some()).map(|(_, key)| tr.t(key)).collect()
}

/// Whole years on a day.
pub fn age(birth_date: NaiveDate, today: NaiveDate) -> i32 {
    let has_had_birthday = (today.month(), today.day()) >= (birth_date.month(), birth_date.day());
    today.year() - birth_date.year() - i32::from(!has_had_birthday)
}
