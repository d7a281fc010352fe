//! What is wanted of a mentor: by a referral, or by somebody who asks on the command line.

use std::collections::HashSet;

use entity::{
    Referral, YoungPerson, courses,
    mentors::Gender,
    partners, proposals, referral_industries,
    referrals::{self, MentorAgeWish, MentorGenderWish},
    young_people,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait, prelude::Uuid};

use crate::{
    industry::{self, IndustryCode, IndustrySystem, Nearness, Trade, Vocabulary},
    referral,
};

/// Everything about the young person's side that the order of mentors depends on.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub wish: String,
    /// Trades to look for; the confirmed industries count whole.
    pub trades: Vec<Trade>,
    pub postcode: Option<String>,
    /// By ISO 639-1 code.
    pub languages: Vec<String>,
    pub gender: Option<Gender>,
    pub age: Option<MentorAgeWish>,
    /// When the young person has time, as codes of [`crate::web::times`]; empty when nobody asked.
    pub times: Vec<String>,
    /// Mentors with whom the young person had a course: never again the same two.
    pub met: HashSet<Uuid>,
    /// Mentors of pairs that were declined: they rest.
    pub declined: HashSet<Uuid>,
}

impl Wanted {
    /// What a sentence asks for, without a person behind it.
    pub fn of_wish(wish: &str, vocabulary: &Vocabulary) -> Self {
        let trades = industry::read(wish, vocabulary).wanted();
        Self { wish: wish.to_owned(), trades, ..Self::default() }
    }

    /// What a referral asks for, in seven reads.
    pub async fn of_referral(db: &impl ConnectionTrait, referral: &Referral) -> Result<Self, DbErr> {
        let person = young_people::Entity::find_by_id(referral.young_person_id).one(db).await?;
        let partner = partners::Entity::find_by_id(referral.partner_id).one(db).await?;
        let confirmed = referral::industries_of(db, &[referral.id]).await?.remove(&referral.id).unwrap_or_default();
        let confirmed: Vec<_> = confirmed.iter().filter_map(code_of).collect();
        let vocabulary = industry::vocabulary(db).await?;
        Ok(Self {
            trades: trades(&referral.wish, &confirmed, &vocabulary),
            wish: referral.wish.clone(),
            postcode: partner.and_then(|partner| partner.postcode),
            languages: person.as_ref().map(|person| person.languages.0.clone()).unwrap_or_default(),
            gender: referral.mentor_gender_wish.map(|wish| match wish {
                MentorGenderWish::Woman => Gender::Female,
                MentorGenderWish::Man => Gender::Male,
            }),
            age: referral.mentor_age_wish,
            times: referral.times.clone().map(|times| times.0).unwrap_or_default(),
            met: met(db, person.as_ref()).await?,
            declined: declined(db, referral.id).await?,
        })
    }
}

/// The confirmed industries, and within them what the wish tells more finely. Without a confirmed one, the wish alone.
fn trades(wish: &str, confirmed: &[IndustryCode], vocabulary: &Vocabulary) -> Vec<Trade> {
    let read = industry::read(wish, vocabulary).wanted();
    if confirmed.is_empty() {
        return read;
    }
    let within = |trade: &Trade| {
        confirmed.iter().any(|code| industry::nearness(&trade.code, code).weight() >= Nearness::SameDivision.weight())
    };
    let whole = confirmed.iter().map(|code| Trade { code: code.clone(), score: 1.0 });
    whole.chain(read.into_iter().filter(within)).collect()
}

pub(super) fn code_of(row: &referral_industries::Model) -> Option<IndustryCode> {
    let system = match row.system {
        entity::mentor_industries::IndustrySystem::Db07 => IndustrySystem::Db07,
        entity::mentor_industries::IndustrySystem::Db25 => IndustrySystem::Db25,
    };
    IndustryCode::new(system, &row.code).ok()
}

async fn met(db: &impl ConnectionTrait, person: Option<&YoungPerson>) -> Result<HashSet<Uuid>, DbErr> {
    let Some(person) = person else { return Ok(HashSet::new()) };
    let own = referrals::Entity::find()
        .select_only()
        .column(referrals::Column::Id)
        .filter(referrals::Column::YoungPersonId.eq(person.id));
    let mentors = courses::Entity::find()
        .select_only()
        .column(courses::Column::MentorId)
        .filter(courses::Column::ReferralId.in_subquery(own.into_query()));
    Ok(mentors.into_tuple().all(db).await?.into_iter().collect())
}

async fn declined(db: &impl ConnectionTrait, referral_id: Uuid) -> Result<HashSet<Uuid>, DbErr> {
    let mentors = proposals::Entity::find()
        .select_only()
        .column(proposals::Column::MentorId)
        .filter(proposals::Column::ReferralId.eq(referral_id))
        .filter(proposals::Column::DeclinedAt.is_not_null());
    Ok(mentors.into_tuple().all(db).await?.into_iter().collect())
}
