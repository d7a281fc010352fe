//! Who can stand in: whom the rules of matching let meet the young person, seats aside, as standing in takes none.

use std::{collections::BTreeSet, sync::Arc};

use chrono::NaiveDate;
use entity::mentors;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};

use crate::{
    industry,
    matching::{Candidate, Reason, RuledOut, Wanted, suggest::worth_weighing},
    mentor::{self, MentorFacts, WhyNot},
    search::MentorIndex,
};

/// How many mentors are weighed: of those with a free seat, of all, and of those who could have one.
const WEIGHED: usize = 200;
/// How many are offered.
const OFFERED: usize = 30;

/// Those who can stand in from today: of the wished industry first, then those who are near, then the best.
pub(super) async fn choices(
    db: &impl ConnectionTrait,
    index: &Arc<MentorIndex>,
    today: NaiveDate,
    wanted: &Wanted,
) -> anyhow::Result<Vec<Candidate>> {
    let (index, asked) = (Arc::clone(index), wanted.clone());
    let found = tokio::task::spawn_blocking(move || worth_weighing(&index, &asked, WEIGHED, WEIGHED)).await??;
    let ids: Vec<Uuid> =
        found.into_iter().chain(ready(db, today).await?).collect::<BTreeSet<_>>().into_iter().collect();
    let words = industry::vocabulary(db).await?;
    let facts = mentor::facts_of(db, &ids).await?.into_values();
    let candidates = facts.map(|facts| Candidate::new(wanted, facts, today, &words));
    let mut fitting: Vec<Candidate> = candidates.filter(|one| against(&one.against).is_none()).collect();
    fitting.sort_by(|one, other| {
        let (first, second) = (order(one), order(other));
        let by_score = || other.ranking.score.total_cmp(&one.ranking.score);
        let by_reference = || one.mentor.mentor.reference.cmp(&other.mentor.mentor.reference);
        first.cmp(&second).then_with(by_score).then_with(by_reference)
    });
    fitting.truncate(OFFERED);
    Ok(fitting)
}

/// Some of those who could be proposed if they had a free seat, wherever they work: the index knows only whoever comes near the wish.
async fn ready(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<Uuid>, DbErr> {
    let found = mentors::Entity::find().filter(mentor::ready(today)).order_by_asc(mentors::Column::Id);
    let found = found.limit(WEIGHED as u64).select_only().column(mentors::Column::Id);
    found.into_tuple().all(db).await
}

/// Whoever works in another industry comes later, and so does whoever is too far away.
fn order(candidate: &Candidate) -> (bool, bool) {
    let is_of_industry = |reason: &Reason| matches!(reason, Reason::SameTrade(_) | Reason::SameIndustry(_));
    let is_elsewhere = !candidate.ranking.reasons.iter().any(is_of_industry);
    (is_elsewhere, candidate.ranking.too_far_km().is_some())
}

/// What rules somebody out besides that no seat is free.
pub(super) fn against(all: &[RuledOut]) -> Option<RuledOut> {
    all.iter().copied().find(|why| *why != RuledOut::Mentor(WhyNot::NoFreeSeat))
}

/// Whether a mentor is on a break on one of these days.
pub(super) fn is_away(mentor: &MentorFacts, from_on: NaiveDate, until_on: NaiveDate) -> bool {
    let away =
        |pause: &entity::MentorPause| pause.from_on <= until_on && pause.until_on.is_none_or(|until| from_on <= until);
    mentor.pauses.iter().any(away)
}
