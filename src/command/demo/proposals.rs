//! Open proposals, each the one that the platform suggests first: nobody has chosen the pairs.

use anyhow::Context;
use entity::{
    Proposal, Referral,
    mentors::ContactPreference,
    proposals::{DeclineReason, ProposalMethod},
    young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use super::Stage;
use crate::{
    industry,
    matching::{self, Candidate, Decline, NewProposal, Reason, Wanted, suggest},
    mentor, referral,
};

type Waiting = (Referral, Wanted);

/// What has come of a proposal.
enum Came {
    Nothing,
    Question(&'static str),
    Yes,
    No(DeclineReason, &'static str),
}

/// Proposals for those who have waited longest among whom the platform has somebody to suggest: how many days ago they
/// were made, how many days ago something came of them, and what.
const MADE: [(i64, i64, Came); 5] = [
    (6, 2, Came::Yes),
    (5, 5, Came::Nothing),
    (4, 1, Came::Question("Kan vi mødes på min arbejdsplads? Jeg har svært ved at komme før kl. 17.")),
    (9, 7, Came::No(DeclineReason::NoTime, "Har travlt frem til jul. Spørg gerne igen til foråret.")),
    (2, 2, Came::Nothing),
];

/// Makes them, first of all one for the demo's own mentor.
pub async fn make(stage: &Stage<'_>) -> anyhow::Result<()> {
    let app = stage.app;
    mentor::index::catch_up(app).await?;
    let waiting = referral::waiting().all(&app.db).await?;
    let wanted = Wanted::of_referrals(&app.db, &app.config.rules, &waiting).await?;
    let mut queue: Vec<Waiting> = waiting.into_iter().zip(wanted).collect();
    let (place, best) = for_own_mentor(stage, &queue).await?;
    propose(stage, &queue.remove(place).0, &best, 1).await?;
    let mut queue = queue.into_iter();
    for (days, later, came) in MADE {
        let (referral, best) = next(stage, &mut queue).await?;
        let proposal = propose(stage, &referral, &best, days).await?;
        if matches!(came, Came::Yes) {
            wishes_for_texts(stage, &referral).await?;
        }
        come(stage, proposal.id, later, came).await?;
    }
    Ok(())
}

/// The first place of somebody to whom the demo's mentor is suggested before all others.
async fn for_own_mentor(stage: &Stage<'_>, queue: &[Waiting]) -> anyhow::Result<(usize, Candidate)> {
    let own = stage.people.mentor.mentor_id.context("The demo has no mentor")?;
    let trades = mentor::industries_of(&stage.app.db, &[own]).await?.remove(&own).unwrap_or_default();
    let is_own = |wanted: &Wanted| {
        let mut wished = wanted.trades.iter();
        wished.any(|trade| trades.iter().any(|code| industry::is_same_division(&trade.code, code)))
    };
    for (place, (_, wanted)) in queue.iter().enumerate().filter(|(_, (_, wanted))| is_own(wanted)) {
        if let Some(best) = best_for(stage, wanted).await?.filter(|best| best.mentor.mentor.id == own) {
            return Ok((place, best));
        }
    }
    anyhow::bail!("Nobody who waits is for the demo's mentor")
}

/// The next for whom there is somebody to suggest.
async fn next(stage: &Stage<'_>, queue: &mut impl Iterator<Item = Waiting>) -> anyhow::Result<(Referral, Candidate)> {
    for (referral, wanted) in queue {
        if let Some(best) = best_for(stage, &wanted).await? {
            return Ok((referral, best));
        }
    }
    anyhow::bail!("Too few in the demo have somebody to be proposed to them")
}

/// The first suggestion, when it is in the very industry that is wanted. What lies beside it is for people to weigh.
async fn best_for(stage: &Stage<'_>, wanted: &Wanted) -> anyhow::Result<Option<Candidate>> {
    let app = stage.app;
    let found = suggest(&app.db, &app.search, app.clock.today(), wanted).await?;
    let is_wanted =
        |best: &Candidate| matches!(best.ranking.reasons.first(), Some(Reason::SameTrade(_) | Reason::SameIndustry(_)));
    Ok(found.fits.into_iter().next().filter(is_wanted))
}

async fn propose(stage: &Stage<'_>, referral: &Referral, best: &Candidate, days_ago: i64) -> anyhow::Result<Proposal> {
    let new = NewProposal {
        referral_id: referral.id,
        mentor_id: best.mentor.mentor.id,
        method: ProposalMethod::Suggested,
        facts: best.facts(),
    };
    let (app, at) = (stage.app, stage.calendar.days_ago(days_ago));
    Ok(matching::propose(&app.db, at, &app.config.rules, &stage.people.staff, new).await?)
}

/// Whoever is asked next is asked by a text message, so that the demo shows one.
async fn wishes_for_texts(stage: &Stage<'_>, referral: &Referral) -> anyhow::Result<()> {
    let contact_preference = Set(Some(ContactPreference::Sms));
    let person = Set(referral.young_person_id);
    young_people::ActiveModel { id: person, contact_preference, ..Default::default() }.update(&stage.app.db).await?;
    Ok(())
}

/// The mentor's answer, told to staff on the phone.
async fn come(stage: &Stage<'_>, id: Uuid, days_ago: i64, came: Came) -> anyhow::Result<()> {
    let (db, at, staff) = (&stage.app.db, stage.calendar.days_ago(days_ago), &stage.people.staff);
    match came {
        Came::Nothing => (),
        Came::Question(text) => matching::ask(db, at, staff, id, text.to_owned()).await?,
        Came::Yes => matching::accept(db, at, &stage.app.config.rules, staff, id).await?,
        Came::No(reason, note) => {
            matching::decline(db, at, staff, id, Decline { reason, note: Some(note.to_owned()) }).await?;
        }
    }
    Ok(())
}
