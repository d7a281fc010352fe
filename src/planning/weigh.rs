//! Everybody waiting, each with the mentors whom a plan may choose from. They are weighed in batches: what is read of
//! mentors for a batch is let go with it, and only the best few of each are kept.

use std::{
    collections::{HashMap, HashSet},
    iter,
    sync::Arc,
};

use chrono::NaiveDate;
use entity::{Referral, matching_meetings, planned_pairs::WhyLeft};
use futures_util::{StreamExt, stream};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, QuerySelect, prelude::Uuid};

use super::{
    arrange::{Choice, Near, Waiting},
    cost,
};
use crate::{
    config::Rules,
    database::Database,
    matching::{Asked, Wanted, Weighed, weigh_all},
    referral::{self, HeldBack},
    search::MentorIndex,
};

/// How many mentors each may be paired with.
const MOST_CHOICES: usize = 50;
/// How many of those near are remembered for the page, of those who fit, of those too far away and of those ruled out.
const REMEMBERED: usize = 8;
const REMEMBERED_FAR: usize = 3;
const REMEMBERED_RULED_OUT: usize = 3;
/// For so many who wait a plan is made while one waits for its page; for more a job makes it, and says how far it is.
pub const WHILE_ONE_WAITS: usize = 1_000;
/// How many of those waiting are weighed together.
const BATCHES: std::ops::RangeInclusive<usize> = 100..=2_000;
/// Batches under way at once: one reads while another searches.
const AT_ONCE: usize = 2;

/// Weighs mentors for everybody waiting but those who are not to be planned for: the longest waiting first; those who came
/// on the same day in the order of their references. The meeting, if
/// there is one, is told how far it is.
pub async fn weigh(
    db: &Database,
    index: &Arc<MentorIndex>,
    rules: &Rules,
    today: NaiveDate,
    (locked, except): (&HashMap<Uuid, Uuid>, &HashSet<Uuid>),
    meeting_id: Option<Uuid>,
) -> anyhow::Result<Vec<Waiting>> {
    let mut waiting: Vec<Referral> = referral::waiting().limit(assignment::MAX_ROWS as u64).all(db).await?;
    waiting.retain(|referral| !except.contains(&referral.id));
    let total = waiting.len();
    // Whoever comes from the same partner has the same mentors near.
    waiting.sort_by_key(|referral| referral.partner_id);
    let size: usize = total.div_ceil(AT_ONCE).clamp(*BATCHES.start(), *BATCHES.end());
    let mut waiting = waiting.into_iter();
    let batches =
        iter::from_fn(move || Some(waiting.by_ref().take(size).collect::<Vec<_>>()).filter(|some| !some.is_empty()));
    let begun = |some: Vec<Referral>| {
        let (db, index, rules) = (db.clone(), Arc::clone(index), *rules);
        let locked = some.iter().map(|referral| locked.get(&referral.id).copied()).collect();
        tokio::spawn(async move { weigh_some(&db, &index, (&rules, today), some, locked).await })
    };
    let mut weighed = Vec::with_capacity(total);
    let mut done = stream::iter(batches.map(begun)).buffered(AT_ONCE);
    while let Some(some) = done.next().await {
        weighed.extend(some??);
        if let Some(meeting_id) = meeting_id {
            tell(db, meeting_id, (weighed.len(), total)).await?;
        }
    }
    let since = |one: &Waiting| (one.referral.referred_on, one.referral.reference.clone());
    weighed.sort_by_cached_key(since);
    Ok(weighed)
}

/// Says how far a large plan is: how many of how many are weighed.
async fn tell(db: &Database, meeting_id: Uuid, (weighed, of): (usize, usize)) -> Result<(), DbErr> {
    if of <= WHILE_ONE_WAITS {
        return Ok(());
    }
    let count = |number: usize| Set(number.try_into().unwrap_or(i32::MAX));
    let tx = db.begin().await?;
    let told = matching_meetings::ActiveModel {
        id: Set(meeting_id),
        weighed: count(weighed),
        to_weigh: count(of),
        ..Default::default()
    };
    told.update(&tx).await?;
    tx.commit().await
}

async fn weigh_some(
    db: &Database,
    index: &Arc<MentorIndex>,
    (rules, today): (&Rules, NaiveDate),
    some: Vec<Referral>,
    locked: Vec<Option<Uuid>>,
) -> anyhow::Result<Vec<Waiting>> {
    let wanted = Wanted::of_referrals(db, rules, &some).await?;
    let asked = wanted.iter().zip(&locked).map(|(wanted, also)| Asked { wanted: wanted.clone(), also: *also });
    let market = weigh_all(db, index, today, asked.collect()).await?;
    let each = some.into_iter().zip(wanted).zip(market.weighed.iter().zip(locked));
    Ok(each.map(|((referral, wanted), (pairs, lock))| kept(referral, wanted, pairs, lock, today)).collect())
}

/// What is kept of the mentors that were weighed for somebody.
fn kept(referral: Referral, wanted: Wanted, pairs: &[Weighed], lock: Option<Uuid>, today: NaiveDate) -> Waiting {
    let suits = pairs.iter().filter(|pair| pair.suits()).take(MOST_CHOICES);
    let refused = |pair: &Weighed| Some(pair.mentor_id) == lock && pair.ruled_out.is_some();
    Waiting {
        held_back: held_back(&referral, today),
        choices: suits.map(|pair| Choice { mentor_id: pair.mentor_id, cost: cost::of_pair(pair.score) }).collect(),
        nobody: if wanted.trades.is_empty() {
            WhyLeft::WishUnread
        } else if pairs.iter().any(|pair| pair.ruled_out.is_none() && pair.is_near) {
            WhyLeft::TooFar
        } else if pairs.iter().any(|pair| pair.is_near) {
            WhyLeft::RuledOut
        } else {
            WhyLeft::NobodyNear
        },
        is_lock_refused: pairs.iter().any(refused),
        near: near(pairs, lock),
        before: None,
        wanted: Some(wanted),
        referral,
    }
}

fn near(pairs: &[Weighed], lock: Option<Uuid>) -> Vec<Near> {
    let near = |pair: &Weighed| Near {
        mentor_id: pair.mentor_id,
        score: pair.score,
        too_far_km: pair.too_far_km,
        ruled_out: pair.ruled_out,
    };
    let open = pairs.iter().filter(|pair| pair.ruled_out.is_none());
    let (far, within): (Vec<&Weighed>, Vec<&Weighed>) = open.partition(|pair| pair.too_far_km.is_some());
    let far = far.into_iter().filter(|pair| pair.is_near).take(REMEMBERED_FAR);
    let fits = within.into_iter().take(REMEMBERED).chain(far).map(near);
    let ruled_out = pairs.iter().filter(|pair| pair.ruled_out.is_some());
    let (asked_for, others): (Vec<&Weighed>, Vec<&Weighed>) = ruled_out.partition(|pair| Some(pair.mentor_id) == lock);
    let others = others.into_iter().filter(|pair: &&Weighed| pair.is_near).take(REMEMBERED_RULED_OUT);
    fits.chain(asked_for.into_iter().chain(others).map(near)).collect()
}

/// Why nobody may be proposed to somebody now, whoever fits.
pub fn held_back(referral: &Referral, today: NaiveDate) -> Option<WhyLeft> {
    referral::held_back(referral, today).map(|why| match why {
        HeldBack::TalkFirst(_) => WhyLeft::TalkFirst,
        HeldBack::Rests(_) => WhyLeft::Rests,
    })
}
