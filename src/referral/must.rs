//! What must hold of the mentor: a wish of the young person that staff alone relax, with a reason.

use chrono::{DateTime, Utc};
use entity::{Referral, Words, referrals};
use sea_orm::{ActiveValue::Set, prelude::Uuid};

use super::{
    State,
    act::{self, ActError},
};
use crate::{
    database::Database,
    industry,
    language::{Tr, languages},
    record::{Change, PastChange},
    viewer::Viewer,
    word::Worded,
};

const RELAXED: &str = "must_relaxed";

/// A wish that can be marked as a must.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Must {
    Gender,
    Language,
    Distance,
    Place,
    Firm,
}

impl Worded for Must {
    const KEY: &'static str = "referral-must";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Gender, "gender", ""),
        (Self::Language, "language", ""),
        (Self::Distance, "distance", ""),
        (Self::Place, "place", ""),
        (Self::Firm, "firm", ""),
    ];
}

/// The musts of a referral; one whose wish says nothing is none.
pub fn musts(referral: &Referral) -> Vec<Must> {
    let is_marked = |must: &Must| referral.musts.0.iter().any(|code| *code == must.code());
    Must::all().filter(is_marked).filter(|must| said(Tr::Danish, referral, *must).is_some()).collect()
}

/// Each must as a person would say it.
pub fn musts_said(tr: Tr, referral: &Referral) -> Vec<(Must, String)> {
    musts(referral).into_iter().filter_map(|must| Some((must, said(tr, referral, must)?))).collect()
}

fn said(tr: Tr, referral: &Referral, must: Must) -> Option<String> {
    Some(match must {
        Must::Gender => referral.mentor_gender_wish?.label_as(tr, "referral-must-gender"),
        Must::Language => {
            tr.t1("referral-must-speaks", "language", languages::name(tr, referral.mentor_language.as_deref()?))
        }
        Must::Distance => tr.t1("referral-must-within", "km", referral.mentor_max_km?),
        Must::Place => {
            let postcode = referral.not_postcode.as_deref()?;
            let town = industry::place(postcode).map(|place| format!(" {}", place.town)).unwrap_or_default();
            tr.t1("referral-must-not-from", "where", format!("{postcode}{town}"))
        }
        Must::Firm => tr.t1("referral-must-not-from", "where", referral.not_firm.clone()?),
    })
}

/// Makes a must the soft wish that it would be without the mark.
pub async fn relax(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    (must, reason): (Must, String),
) -> Result<(), ActError> {
    let mut act = act::begin(db, viewer, id, |state| state == State::Waiting).await?;
    let (kept, relaxed): (Vec<String>, Vec<String>) =
        act.row.musts.0.iter().cloned().partition(|code| *code != must.code());
    if relaxed.is_empty() {
        return Err(ActError::NotNow);
    }
    act.update(referrals::ActiveModel { musts: Set(Words(kept)), ..Default::default() }).await?;
    let details = Some(serde_json::json!({ "must": must.code() }));
    act.finish(now, Change { reason: Some(reason), details, ..Change::of(viewer, "referral", id, RELAXED) }).await
}

/// Which must a change relaxed, if it did.
pub fn relaxed_by(change: &PastChange) -> Option<Must> {
    let details = change.details.as_ref().filter(|_| change.action == RELAXED)?;
    Must::read(details.get("must")?.as_str()?)
}
