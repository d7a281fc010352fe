//! What is wanted of a mentor: by a referral, or by somebody who asks on the command line.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use chrono::NaiveDate;
use entity::{
    Partner, Referral, YoungPerson, courses,
    mentors::Gender,
    partners, proposals, referral_industries,
    referrals::{self, MentorAgeWish, MentorGenderWish},
    young_people,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect, prelude::Uuid};

use super::{behind_what_is_told, kept_km};
use crate::{
    config::Rules,
    industry::{self, IndustryCode, Trade, Vocabulary},
    referral::{self, Must},
};

/// Everything about the young person's side that the order of mentors depends on.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub wish: String,
    /// Trades to look for; the confirmed industries count whole.
    pub trades: Vec<Trade>,
    /// Whether nothing surely names a trade, and these are only the nearest.
    pub is_guess: bool,
    pub postcode: Option<String>,
    /// How far is near where neither of the two has said, in kilometres; nothing when no place is asked for.
    pub reach_km: Option<u32>,
    /// How far away the mentor may be at most, when the young person has said.
    pub max_km: Option<u32>,
    /// Whether the young person would meet by video.
    pub by_video: bool,
    /// What must hold of the mentor.
    pub musts: Vec<Must>,
    /// A language that the mentor speaks, by its code.
    pub language: Option<String>,
    /// Where the mentor does not live.
    pub not_postcode: Option<String>,
    /// Where the mentor does not work.
    pub not_firm: Option<String>,
    /// By ISO 639-1 code.
    pub languages: Vec<String>,
    pub gender: Option<Gender>,
    pub age: Option<MentorAgeWish>,
    /// When the young person has time, as codes of [`crate::language::times`]; empty when nobody asked.
    pub times: Vec<String>,
    /// Mentors with whom the young person had a course: never again the same two.
    pub met: HashSet<Uuid>,
    /// Mentors of pairs of which one said no, each with the first day on which the two may be proposed again; nothing
    /// where they never may.
    pub declined: HashMap<Uuid, Option<NaiveDate>>,
}

impl Wanted {
    /// What a sentence asks for, without a person behind it.
    pub fn of_wish(wish: &str, vocabulary: &Vocabulary) -> Self {
        let read = industry::read(wish, vocabulary);
        Self { wish: wish.to_owned(), is_guess: read.is_guess(), trades: read.wanted(), ..Self::default() }
    }

    /// What a referral asks for, in six reads.
    pub async fn of_referral(db: &impl ConnectionTrait, rules: &Rules, referral: &Referral) -> Result<Self, DbErr> {
        let found = Self::of_referrals(db, rules, std::slice::from_ref(referral)).await?;
        Ok(found.into_iter().next().unwrap_or_default())
    }

    /// What each of these referrals asks for, in their order: six reads for all of them.
    pub async fn of_referrals(
        db: &impl ConnectionTrait,
        rules: &Rules,
        referrals: &[Referral],
    ) -> Result<Vec<Self>, DbErr> {
        let mut background = Background::of(db, referrals).await?;
        let wanted = |referral| Self { reach_km: Some(rules.reach_km), ..background.wanted_by(referral) };
        Ok(referrals.iter().map(wanted).collect())
    }
}

/// What stands outside the referrals themselves, read for many at once.
struct Background {
    people: HashMap<Uuid, YoungPerson>,
    partners: HashMap<Uuid, Partner>,
    /// By referral.
    industries: HashMap<Uuid, Vec<referral_industries::Model>>,
    /// By young person.
    met: HashMap<Uuid, HashSet<Uuid>>,
    /// By young person.
    declined: HashMap<Uuid, HashMap<Uuid, Option<NaiveDate>>>,
    vocabulary: Arc<Vocabulary>,
}

impl Background {
    async fn of(db: &impl ConnectionTrait, referrals: &[Referral]) -> Result<Self, DbErr> {
        let people: HashSet<Uuid> = referrals.iter().map(|referral| referral.young_person_id).collect();
        let partners: HashSet<Uuid> = referrals.iter().map(|referral| referral.partner_id).collect();
        let ids: Vec<Uuid> = referrals.iter().map(|referral| referral.id).collect();
        let (met, declined) = (met(db, &people).await?, declined(db, &people).await?);
        let people = young_people::Entity::find().filter(young_people::Column::Id.is_in(people)).all(db).await?;
        let partners = partners::Entity::find().filter(partners::Column::Id.is_in(partners)).all(db).await?;
        Ok(Self {
            people: people.into_iter().map(|person| (person.id, person)).collect(),
            partners: partners.into_iter().map(|partner| (partner.id, partner)).collect(),
            industries: referral::industries_of(db, &ids).await?,
            met,
            declined,
            vocabulary: industry::vocabulary(db).await?,
        })
    }

    fn wanted_by(&mut self, referral: &Referral) -> Wanted {
        let confirmed = self.industries.remove(&referral.id).unwrap_or_default();
        let confirmed: Vec<_> =
            confirmed.iter().filter_map(|row| IndustryCode::new(row.system, &row.code).ok()).collect();
        let person = self.people.get(&referral.young_person_id);
        let read = industry::read(&referral.wish, &self.vocabulary);
        Wanted {
            is_guess: confirmed.is_empty() && read.is_guess(),
            trades: trades(read.wanted(), &confirmed),
            wish: referral.wish.clone(),
            postcode: self.partners.get(&referral.partner_id).and_then(|partner| partner.postcode.clone()),
            reach_km: None,
            max_km: kept_km(referral.mentor_max_km),
            by_video: referral.video == Some(true),
            musts: referral::musts(referral),
            language: referral.mentor_language.clone(),
            not_postcode: referral.not_postcode.clone(),
            not_firm: referral.not_firm.clone(),
            languages: languages(person, referral),
            gender: referral.mentor_gender_wish.map(|wish| match wish {
                MentorGenderWish::Woman => Gender::Female,
                MentorGenderWish::Man => Gender::Male,
            }),
            age: referral.mentor_age_wish,
            times: referral.times.clone().map(|times| times.0).unwrap_or_default(),
            met: self.met.get(&referral.young_person_id).cloned().unwrap_or_default(),
            declined: self.declined.get(&referral.young_person_id).cloned().unwrap_or_default(),
        }
    }
}

/// Those of the young person, and the one that the mentor is to speak.
fn languages(person: Option<&YoungPerson>, referral: &Referral) -> Vec<String> {
    let mut languages = person.map(|person| person.languages.0.clone()).unwrap_or_default();
    languages.extend(referral.mentor_language.clone().filter(|code| !languages.contains(code)));
    languages
}

/// The confirmed industries, and within them what the wish tells more finely. Without a confirmed one, the wish alone.
fn trades(read: Vec<Trade>, confirmed: &[IndustryCode]) -> Vec<Trade> {
    if confirmed.is_empty() {
        return read;
    }
    let within = |trade: &Trade| confirmed.iter().any(|code| industry::is_same_division(&trade.code, code));
    let told: Vec<Trade> = read.into_iter().filter(within).collect();
    behind_what_is_told(confirmed, &told).into_iter().chain(told).collect()
}

/// The mentors with whom each of these young people had a course, by young person.
async fn met(db: &impl ConnectionTrait, people: &HashSet<Uuid>) -> Result<HashMap<Uuid, HashSet<Uuid>>, DbErr> {
    let rows = courses::Entity::find()
        .select_only()
        .column(referrals::Column::YoungPersonId)
        .column(courses::Column::MentorId)
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(referrals::Column::YoungPersonId.is_in(people.iter().copied()));
    Ok(grouped(rows.into_tuple().all(db).await?))
}

/// The mentors of pairs of which one said no, by young person, each with the day on which the last rest ends.
async fn declined(
    db: &impl ConnectionTrait,
    people: &HashSet<Uuid>,
) -> Result<HashMap<Uuid, HashMap<Uuid, Option<NaiveDate>>>, DbErr> {
    let rows = proposals::Entity::find()
        .select_only()
        .column(referrals::Column::YoungPersonId)
        .columns([proposals::Column::MentorId, proposals::Column::RestsUntil])
        .join(JoinType::InnerJoin, proposals::to_referral())
        .filter(referrals::Column::YoungPersonId.is_in(people.iter().copied()))
        .filter(proposals::Column::DeclinedAt.is_not_null());
    let mut resting: HashMap<Uuid, HashMap<Uuid, Option<NaiveDate>>> = HashMap::new();
    for (person, mentor, until) in rows.into_tuple::<(Uuid, Uuid, Option<NaiveDate>)>().all(db).await? {
        let known = resting.entry(person).or_default().entry(mentor).or_insert(until);
        *known = known.zip(until).map(|(one, other)| one.max(other));
    }
    Ok(resting)
}

fn grouped(rows: Vec<(Uuid, Uuid)>) -> HashMap<Uuid, HashSet<Uuid>> {
    let mut groups: HashMap<Uuid, HashSet<Uuid>> = HashMap::new();
    for (of, mentor) in rows {
        groups.entry(of).or_default().insert(mentor);
    }
    groups
}
