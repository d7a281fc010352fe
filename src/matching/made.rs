//! How a match was made: by which way, by whom, and the facts as they stood then.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{proposals, proposals::ProposalMethod, users};
use sea_orm::{
    ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QuerySelect,
    prelude::{Json, Uuid},
};

use super::{Reason, sentence};
use crate::{course, language::Tr, viewer::Viewer};

/// How the two of a course were brought together.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Made {
    pub method: ProposalMethod,
    pub proposed_at: DateTime<Utc>,
    /// Who proposed it; nobody where that was moved in from another system.
    pub by: Option<String>,
    pub facts: Json,
}

impl Made {
    /// From 0 to 100; none where nobody measured it.
    pub fn score(&self) -> Option<f64> {
        self.facts["score"].as_f64()
    }

    /// What spoke for and against the pair then. An older version kept its reasons as sentences.
    pub fn reasons(&self, tr: Tr) -> Vec<String> {
        let told = kept_reasons(&self.facts).iter().filter_map(|kept| match kept.as_str() {
            Some(told) if serde_json::from_value::<Reason>(kept.clone()).is_err() => Some(told.to_owned()),
            _ => serde_json::from_value(kept.clone()).ok().map(|reason| sentence(tr, &reason)),
        });
        told.collect()
    }
}

fn kept_reasons(facts: &Json) -> &[Json] {
    facts["reasons"].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// How near the mentor's work is to what is wished, as the facts of a proposal have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wished {
    TheVeryTrade,
    CloseBy,
    /// Another industry, or nobody has looked.
    NotSaid,
}

impl Wished {
    pub fn of(facts: &Json) -> Self {
        let reasons = || kept_reasons(facts).iter().filter_map(|kept| serde_json::from_value(kept.clone()).ok());
        let said = reasons().find_map(|reason| match reason {
            Reason::SameTrade(_) => Some(Self::TheVeryTrade),
            Reason::SameIndustry(_) | Reason::NeighbouringIndustry(_) => Some(Self::CloseBy),
            _ => None,
        });
        said.unwrap_or(Self::NotSaid)
    }
}

/// How the match of a course was made, if this viewer may open the course and it was made here.
pub async fn made(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    viewer: &Viewer,
    course_id: Uuid,
) -> Result<Option<Made>, DbErr> {
    let Some(case) = course::case_for(db, today, viewer, course_id).await? else { return Ok(None) };
    let Some(proposal_id) = case.course.proposal_id else { return Ok(None) };
    proposals::Entity::find_by_id(proposal_id)
        .select_only()
        .columns([proposals::Column::Method, proposals::Column::ProposedAt, proposals::Column::Facts])
        .column_as(users::Column::Name, "by")
        .join(JoinType::LeftJoin, proposals::to_proposer())
        .into_model()
        .one(db)
        .await
}
