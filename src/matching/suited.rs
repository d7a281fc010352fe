//! Whom of those waiting a mentor suits best: the match page the other way round.
//!
//! The database hands over those who wish the mentor's industries or one beside them, in bounds; only they are weighed.

use std::{cmp::Reverse, collections::BTreeSet};

use chrono::NaiveDate;
use entity::{Mentor, Referral, partners, referral_industries, referrals};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    prelude::Uuid,
    sea_query::{CaseStatement, Expr, ExprTrait, Query},
};

use super::{
    Ranking, RuledOut, Wanted, kept_km, rank, reach_of, read_mentor::ReadMentor, ruled_out::stands_against,
    suggest::pair_facts,
};
use crate::{
    config::Rules,
    industry::{self, IndustryCode, IndustrySystem, Nearness, Trade},
    mentor::MentorFacts,
    referral::{self, Case, HeldBack, State},
    viewer::Viewer,
};

/// How many of those waiting are weighed.
pub const LOOKED_AT: usize = 400;
/// How many are shown.
const SHOWN: usize = 20;
/// The least nearness of an industry in which somebody is looked for.
const BESIDE: f32 = 0.25;

/// Somebody who waits, with all that speaks for and against the mentor.
pub struct Suited {
    pub case: Case,
    pub ranking: Ranking,
    /// What rules the pair out, without what is so of the mentor whoever waits.
    pub against: Vec<RuledOut>,
    /// Why nobody may be proposed to this one now.
    pub held_back: Option<HeldBack>,
}

/// Whom a mentor suits.
#[derive(Default)]
pub struct Waiting {
    /// The best first.
    pub suited: Vec<Suited>,
    /// Whether more wait for the mentor's industries than were looked at.
    pub is_more: bool,
    /// Whether nothing tells what the mentor's trade is.
    pub is_unread: bool,
}

/// Those waiting whom a mentor suits, the best first: those who can be proposed, those too far away, and those whom a fact
/// rules out.
pub async fn suited(
    db: &impl ConnectionTrait,
    rules: &Rules,
    viewer: &Viewer,
    today: NaiveDate,
    mentor: &MentorFacts,
) -> anyhow::Result<Waiting> {
    let words = industry::vocabulary(db).await?;
    let read = ReadMentor::of(mentor, &words);
    if read.trades.is_empty() {
        return Ok(Waiting { is_unread: true, ..Waiting::default() });
    }
    let mut referrals = near(db, rules, &mentor.mentor, &read.trades).await?;
    let is_more = referrals.len() > LOOKED_AT;
    referrals.truncate(LOOKED_AT);
    let wanted = Wanted::of_referrals(db, rules, &referrals).await?;
    let facts = mentor.clone();
    let weighed = move || {
        let pairs = referrals.into_iter().zip(&wanted).filter_map(|(referral, wanted)| {
            let wish = words.lexicon().read(&wanted.wish);
            let ranking = rank(&pair_facts(wanted, &wish, &facts, &read, today));
            ranking.is_near().then(|| Pair::new(referral, wanted, &facts, ranking, today))
        });
        best(pairs.collect())
    };
    let best = tokio::task::spawn_blocking(weighed).await?;
    Ok(Waiting { suited: with_names(db, viewer, best).await?, is_more, is_unread: false })
}

/// A referral weighed with the mentor.
struct Pair {
    referral: Referral,
    ranking: Ranking,
    against: Vec<RuledOut>,
    held_back: Option<HeldBack>,
}

impl Pair {
    fn new(referral: Referral, wanted: &Wanted, mentor: &MentorFacts, ranking: Ranking, today: NaiveDate) -> Self {
        let against = stands_against(wanted, mentor, today).filter(|why| !matches!(why, RuledOut::Mentor(_)));
        Self { ranking, against: against.collect(), held_back: referral::held_back(&referral, today), referral }
    }

    fn is_open(&self) -> bool {
        self.against.is_empty() && self.held_back.is_none()
    }
}

/// Equal ones stand in the order in which they wait.
fn best(mut pairs: Vec<Pair>) -> Vec<Pair> {
    pairs.sort_by(|one, other| {
        let place = |pair: &Pair| (Reverse(pair.is_open()), pair.ranking.too_far_km().is_some());
        let by_score = || other.ranking.score.total_cmp(&one.ranking.score);
        let since = |pair: &Pair| (pair.referral.referred_on, pair.referral.id);
        place(one).cmp(&place(other)).then_with(by_score).then_with(|| since(one).cmp(&since(other)))
    });
    pairs.truncate(SHOWN);
    pairs
}

async fn with_names(db: &impl ConnectionTrait, viewer: &Viewer, pairs: Vec<Pair>) -> Result<Vec<Suited>, DbErr> {
    let shown = referrals::Column::Id.is_in(pairs.iter().map(|pair| pair.referral.id));
    let mut cases: Vec<Case> = referral::cases(viewer).filter(shown).into_model().all(db).await?;
    let suited = pairs.into_iter().filter_map(|Pair { referral, ranking, against, held_back }| {
        let place = cases.iter().position(|case| case.referral.id == referral.id)?;
        Some(Suited { case: cases.swap_remove(place), ranking, against, held_back })
    });
    Ok(suited.collect())
}

/// Those waiting who wish such a trade or one beside it, or of whose wish nobody has confirmed an industry: within reach
/// first, then those of the mentor's own trade, then the longest waiting. At most one more than are looked at.
async fn near(
    db: &impl ConnectionTrait,
    rules: &Rules,
    mentor: &Mentor,
    trades: &[Trade],
) -> Result<Vec<Referral>, DbErr> {
    let (own, beside) = codes_near(trades);
    let has_own = || wishes(Some(within(&own)));
    let wishes_none = wishes(None).not();
    let near = Condition::any().add(has_own()).add(wishes(Some(within(&beside)))).add(wishes_none.clone());
    let by_trade: Expr = CaseStatement::new().case(has_own(), 0).case(wishes_none, 2).finally(1).into();
    let far = far_partners(db, rules, mentor).await?;
    let is_far: Expr = CaseStatement::new().case(referrals::Column::PartnerId.is_in(far), 1).finally(0).into();
    referrals::Entity::find()
        .filter(referral::in_state(State::Waiting))
        .filter(referral::goes_on())
        .filter(near)
        .order_by_asc(is_far)
        .order_by_asc(by_trade)
        .order_by_asc(referrals::Column::ReferredOn)
        .order_by_asc(referrals::Column::Id)
        .limit(LOOKED_AT as u64 + 1)
        .all(db)
        .await
}

/// The codes of these trades, and those of trades beside them.
fn codes_near(trades: &[Trade]) -> (Vec<IndustryCode>, Vec<IndustryCode>) {
    let sure: Vec<Trade> = trades.iter().map(|trade| Trade { score: 1.0, ..trade.clone() }).collect();
    let terms =
        industry::search_terms(&sure).into_iter().filter_map(|(term, weight)| Some((term.parse().ok()?, weight)));
    let near = terms.filter(|(_, weight): &(IndustryCode, f32)| *weight >= BESIDE);
    let (own, beside): (Vec<_>, Vec<_>) = near.partition(|(_, weight)| *weight >= Nearness::SameDivision.weight());
    let codes = |found: Vec<(IndustryCode, f32)>| found.into_iter().map(|(code, _)| code).collect();
    (codes(own), codes(beside))
}

/// Confirmed industries of the same divisions, whichever of the two systems they are of.
fn within(codes: &[IndustryCode]) -> Condition {
    let mut same = Condition::any();
    for system in [IndustrySystem::Db07, IndustrySystem::Db25] {
        let is_same = |number: &&str| {
            let division = IndustryCode::new(system, number);
            division.is_ok_and(|division| codes.iter().any(|code| industry::is_same_division(&division, code)))
        };
        let numbers: BTreeSet<&str> =
            industry::divisions(system).map(|division| division.number).filter(is_same).collect();
        let of_system = Condition::all()
            .add(referral_industries::Column::System.eq(system))
            .add(referral_industries::Column::Division.is_in(numbers));
        same = same.add(of_system);
    }
    same
}

/// Whether the referral of the row around this has a confirmed industry, or one of which this holds.
fn wishes(such: Option<Condition>) -> Expr {
    let own = Expr::col((referral_industries::Entity, referral_industries::Column::ReferralId));
    let mut industries = Query::select();
    industries
        .expr(Expr::val(1))
        .from(referral_industries::Entity)
        .and_where(own.equals((referrals::Entity, referrals::Column::Id)))
        .cond_where(Condition::all().add_option(such));
    Expr::exists(industries)
}

/// The partners that are farther away than the mentor, or the scheme, would have it.
async fn far_partners(db: &impl ConnectionTrait, rules: &Rules, mentor: &Mentor) -> Result<Vec<Uuid>, DbErr> {
    let all: Vec<(Uuid, Option<String>)> = partners::Entity::find()
        .select_only()
        .columns([partners::Column::Id, partners::Column::Postcode])
        .into_tuple()
        .all(db)
        .await?;
    let reach = reach_of([kept_km(mentor.max_km), None], rules.reach_km);
    let km = |place: Option<String>| industry::distance_km(place.as_deref()?, mentor.postcode.as_deref()?);
    Ok(all.into_iter().filter(|(_, place)| km(place.clone()).is_some_and(|km| km > reach)).map(|(id, _)| id).collect())
}
