//! Mentors as the index holds them.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use entity::mentors::{self, Column};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select, prelude::Uuid,
};

use crate::{
    industry::{self, Vocabulary},
    mentor::{MentorFacts, MentorStatus, facts::facts, with_status},
    search::MentorDocument,
};

/// Mentors read at once.
const BATCH: usize = 500;

/// Mentors that belong in the index: approved, and still here.
fn indexed(today: NaiveDate) -> Select<mentors::Entity> {
    let here = with_status(MentorStatus::Active, today);
    mentors::Entity::find()
        .filter(sea_orm::Condition::any().add(here).add(with_status(MentorStatus::Paused, today)))
        .order_by_asc(Column::Id)
}

/// The ids of all mentors that belong in the index, to be compared with those that are in it.
pub async fn expected_ids(db: &impl ConnectionTrait, today: NaiveDate) -> Result<BTreeSet<Uuid>, DbErr> {
    let ids = indexed(today).select_only().column(Column::Id).into_tuple::<Uuid>().all(db).await?;
    Ok(ids.into_iter().collect())
}

/// The documents of those of these mentors that belong in the index.
pub async fn documents(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    ids: &[Uuid],
) -> Result<Vec<MentorDocument>, DbErr> {
    let mut documents = Vec::with_capacity(ids.len());
    let vocabulary = industry::vocabulary(db).await?;
    for batch in ids.chunks(BATCH) {
        let found = indexed(today).filter(Column::Id.is_in(batch.iter().copied()));
        documents.extend(facts(db, found).await?.iter().map(|facts| document(facts, today, &vocabulary)));
    }
    Ok(documents)
}

/// The documents of all mentors that belong in the index.
pub(super) async fn all_documents(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<MentorDocument>, DbErr> {
    let mut documents = Vec::new();
    let vocabulary = industry::vocabulary(db).await?;
    let mut last = Uuid::nil();
    loop {
        let found = indexed(today).filter(Column::Id.gt(last)).limit(BATCH as u64);
        let batch = facts(db, found).await?;
        let Some(end) = batch.last() else { return Ok(documents) };
        last = end.mentor.id;
        documents.extend(batch.iter().map(|facts| document(facts, today, &vocabulary)));
    }
}

fn document(facts: &MentorFacts, today: NaiveDate, vocabulary: &Vocabulary) -> MentorDocument {
    let mentor = &facts.mentor;
    let about = mentor.employer.iter().chain(&mentor.strengths.0);
    MentorDocument {
        id: mentor.id,
        occupation: mentor.occupation.clone(),
        keywords: mentor.keywords.clone().unwrap_or_default(),
        text: about.map(String::as_str).collect::<Vec<_>>().join("\n"),
        industries: terms(facts, vocabulary),
        region: mentor.postcode.as_deref().and_then(industry::region_of).map(str::to_owned),
        active: facts.may_be_proposed(today).is_ok(),
    }
}

/// The codes under which a mentor is found: the confirmed industries, and what the occupation and the mentor's own words
/// tell more finely. What a word that staff add tells of mentors who are in the index already, it tells from the next
/// morning's build on.
fn terms(facts: &MentorFacts, vocabulary: &Vocabulary) -> Vec<String> {
    let told = [facts.mentor.occupation.as_str(), facts.mentor.keywords.as_deref().unwrap_or_default()];
    let told = told
        .into_iter()
        .flat_map(|text| vocabulary.trades_of(text).iter().map(|trade| trade.code.clone()).collect::<Vec<_>>());
    let terms: BTreeSet<String> =
        facts.industries.iter().cloned().chain(told).flat_map(|code| industry::index_terms(&code)).collect();
    terms.into_iter().collect()
}
