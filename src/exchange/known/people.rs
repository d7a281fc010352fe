//! Mentors and referrals in the database, with what hangs on them.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    Mentor, MentorPause, Referral, YoungPerson, consents, consents::ConsentPurpose, courses, housing_areas,
    mentor_industries, mentor_pauses, mentors, referral_industries, referrals, young_people,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};

use super::{Known, Page, after, named, partner_names};
use crate::{
    exchange::{
        tables::{Around, Courses, MentorRow, ReferralRow},
        value::written,
    },
    industry::IndustryCode,
    mentor,
};

pub async fn mentors(db: &impl ConnectionTrait, from: &str, today: NaiveDate) -> Result<Page<MentorRow>, DbErr> {
    // An application whose address nobody has confirmed is not for anybody's eyes yet.
    let known = after::<mentors::Entity>(db, mentors::Column::Reference, from).filter(mentors::known());
    let found = known.all(db).await?;
    let ids: Vec<Uuid> = found.iter().map(|mentor| mentor.id).collect();
    let mut industries = mentor_industries(db, &ids).await?;
    let seats = mentor::seats::counts(db, &ids).await?;
    let pauses = pauses(db, &ids).await?;
    let mut row = |mentor: &Mentor| {
        let offered = seats.get(&mentor.id).map_or(0, |seats| seats.offered);
        let pauses = pauses.get(&mentor.id).map(Vec::as_slice).unwrap_or_default();
        let status = mentor::status(mentor, pauses, today);
        let industries = industries.remove(&mentor.id).unwrap_or_default();
        MentorRow::of(mentor.clone(), industries, i32::try_from(offered).unwrap_or(i32::MAX), status)
    };
    let rows = found.iter().map(|mentor| Known { id: mentor.id, row: row(mentor) }).collect();
    Ok(Page::of(rows, found.iter().map(|mentor| &mentor.reference)))
}

async fn mentor_industries(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<IndustryCode>>, DbErr> {
    let found = mentor_industries::Entity::find()
        .filter(mentor_industries::Column::MentorId.is_in(ids.iter().copied()))
        .order_by_asc(mentor_industries::Column::Position)
        .all(db)
        .await?;
    Ok(grouped(
        found.into_iter().filter_map(|row| Some((row.mentor_id, IndustryCode::new(row.system, &row.code).ok()?))),
    ))
}

async fn pauses(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<MentorPause>>, DbErr> {
    let of_these = mentor_pauses::Column::MentorId.is_in(ids.iter().copied());
    let found = mentor_pauses::Entity::find().filter(of_these).all(db).await?;
    Ok(grouped(found.into_iter().map(|pause| (pause.mentor_id, pause))))
}

fn grouped<T>(items: impl Iterator<Item = (Uuid, T)>) -> HashMap<Uuid, Vec<T>> {
    let mut groups: HashMap<Uuid, Vec<T>> = HashMap::new();
    for (id, item) in items {
        groups.entry(id).or_default().push(item);
    }
    groups
}

pub async fn referrals(db: &impl ConnectionTrait, from: &str) -> Result<Page<ReferralRow>, DbErr> {
    let found = after::<referrals::Entity>(db, referrals::Column::Reference, from).all(db).await?;
    let mut rows = Vec::with_capacity(found.len());
    let references: Vec<String> = found.iter().map(|referral| referral.reference.clone()).collect();
    let mut around = Surroundings::load(db, &found).await?;
    for referral in found {
        let id = referral.id;
        // The foreign key keeps the person from being missing.
        if let Some(around) = around.of(&referral) {
            rows.push(Known { id, row: ReferralRow::of(referral, around) });
        }
    }
    Ok(Page::of(rows, references.iter()))
}

/// What a page of referrals takes from other tables.
struct Surroundings {
    partners: HashMap<Uuid, String>,
    areas: HashMap<Uuid, String>,
    people: HashMap<Uuid, YoungPerson>,
    industries: HashMap<Uuid, Vec<IndustryCode>>,
    consents: HashMap<Uuid, (NaiveDate, bool)>,
    courses: HashMap<Uuid, Vec<Option<NaiveDate>>>,
}

impl Surroundings {
    async fn load(db: &impl ConnectionTrait, referrals: &[Referral]) -> Result<Self, DbErr> {
        let ids: Vec<Uuid> = referrals.iter().map(|referral| referral.id).collect();
        let area_ids = referrals.iter().map(|referral| referral.housing_area_id);
        let areas = housing_areas::Entity::find().filter(housing_areas::Column::Id.is_in(area_ids)).all(db).await?;
        let person_ids = referrals.iter().map(|referral| referral.young_person_id);
        let people = young_people::Entity::find().filter(young_people::Column::Id.is_in(person_ids)).all(db).await?;
        Ok(Self {
            partners: partner_names(db, referrals.iter().map(|referral| referral.partner_id)).await?,
            areas: areas.into_iter().map(|area| (area.id, written(&area.name))).collect(),
            people: people.into_iter().map(|person| (person.id, person)).collect(),
            industries: referral_industries(db, &ids).await?,
            consents: consents(db, &ids).await?,
            courses: courses(db, &ids).await?,
        })
    }

    fn of(&mut self, referral: &Referral) -> Option<Around> {
        let courses = Courses::of(self.courses.get(&referral.id).map(Vec::as_slice).unwrap_or_default());
        Some(Around {
            partner: named(&self.partners, referral.partner_id),
            housing_area: named(&self.areas, referral.housing_area_id),
            young_person: self.people.get(&referral.young_person_id)?.clone(),
            industry_codes: self.industries.remove(&referral.id).unwrap_or_default(),
            consent: self.consents.get(&referral.id).copied(),
            courses,
        })
    }
}

async fn referral_industries(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<IndustryCode>>, DbErr> {
    let found = referral_industries::Entity::find()
        .filter(referral_industries::Column::ReferralId.is_in(ids.iter().copied()))
        .order_by_asc(referral_industries::Column::Position)
        .all(db)
        .await?;
    Ok(grouped(
        found.into_iter().filter_map(|row| Some((row.referral_id, IndustryCode::new(row.system, &row.code).ok()?))),
    ))
}

/// The latest consent to a mentor course: its day, and whether it was withdrawn.
async fn consents(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, (NaiveDate, bool)>, DbErr> {
    let found = consents::Entity::find()
        .filter(consents::Column::ReferralId.is_in(ids.iter().copied()))
        .filter(consents::Column::Purpose.eq(ConsentPurpose::MentorCourse))
        .order_by_asc(consents::Column::GivenOn)
        .order_by_asc(consents::Column::Id)
        .all(db)
        .await?;
    let latest =
        found.into_iter().map(|consent| (consent.referral_id, (consent.given_on, consent.withdrawn_on.is_some())));
    Ok(latest.collect())
}

/// The ends of the courses of each referral.
async fn courses(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<Option<NaiveDate>>>, DbErr> {
    let found: Vec<(Uuid, Option<NaiveDate>)> = courses::Entity::find()
        .select_only()
        .columns([courses::Column::ReferralId, courses::Column::EndedOn])
        .filter(courses::Column::ReferralId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(grouped(found.into_iter()))
}
