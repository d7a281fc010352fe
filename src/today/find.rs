//! What waits, in one order of urgency and a page of it at a time. Of each kind the most urgent are found, as many as would fill
//! the pages so far, and put in order with those of all others; only what stands on the page is told of.

use std::collections::HashMap;

use chrono::NaiveDate;
use futures_util::{StreamExt, TryStreamExt, stream};
use sea_orm::{
    ConnectionTrait, DbErr,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait},
};

use super::{
    kind::{Kind, Owner, Part},
    kinds,
    rows::Key,
    snoozes::{self, Snoozed},
    urgency::{Place, Standing},
};
use crate::{
    config::Rules,
    duty::{self, Asking, Whose},
    viewer::Viewer,
};

/// Lines of a page.
pub const ON_A_PAGE: usize = 50;
/// So many of a kind are counted; whoever has more sees that there are more.
pub const COUNTED: u64 = 1000;
/// So many kinds are asked for at once: as many as two cores answer while others wait for pages, too.
const AT_ONCE: usize = 3;
/// Whoever goes on so far is led to the lists.
pub const PAGES: usize = 20;

/// What is asked of the database: as of which day, by which rules, and whose things.
pub struct Today<'a> {
    pub rules: &'a Rules,
    /// Who looks: some things are read by few.
    pub viewer: &'a Viewer,
    pub asking: Asking,
    /// Everybody's, where nothing is said.
    pub whose: Option<Whose>,
    /// From 1 on.
    pub page: usize,
}

/// One thing that waits.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub id: Uuid,
    /// What somebody is responsible for.
    pub thing: Option<Uuid>,
    pub since: Option<NaiveDate>,
    pub name: String,
    pub other: String,
    /// The enquiry or the young person that the line names, if it names one.
    pub person: Option<Uuid>,
}

/// What waits of one kind.
pub struct OfKind {
    pub kind: &'static Kind,
    pub snoozed: Vec<(Line, Snoozed)>,
    /// All of them, those that are put aside included; [`COUNTED`] and more are not told apart.
    pub total: u64,
}

/// All that waits, and who is responsible for what.
pub struct Found {
    pub kinds: Vec<OfKind>,
    /// The lines of the page, the most urgent first.
    pub lines: Vec<(&'static Kind, Line)>,
    pub responsible: HashMap<Uuid, String>,
    /// Which page it is; the last where there are not so many.
    pub page: usize,
    pub has_next: bool,
}

/// A thing in the order of all: where it stands, and what is told apart by nothing else.
type Ranked = (Standing, Option<NaiveDate>, usize, usize, Uuid);

pub async fn found(db: &impl ConnectionTrait, asked: &Today<'_>) -> Result<Found, DbErr> {
    let mut put_aside = snoozes::on(db, asked.asking.today).await?;
    let mut begun = Vec::new();
    for kind in kinds::all() {
        begun.push(of_kind(db, asked, kind, put_aside.remove(kind.code).unwrap_or_default()));
    }
    let mut waiting = stream::iter(begun).buffered(AT_ONCE);
    let (mut kinds, mut ranked) = (Vec::new(), Vec::new());
    while let Some((of_kind, keys)) = waiting.try_next().await? {
        let kind = of_kind.kind;
        if of_kind.total > 0 {
            ranked.extend(asked.ranked(kinds.len(), kind, &keys));
            kinds.push(of_kind);
        }
    }
    ranked.sort_unstable();
    let pages = ranked.len().div_ceil(ON_A_PAGE).clamp(1, PAGES);
    let page = asked.page.clamp(1, pages);
    let shown: Vec<Ranked> = ranked.iter().skip((page - 1) * ON_A_PAGE).take(ON_A_PAGE).copied().collect();
    let lines = told(db, asked, &kinds, &shown).await?;
    let put_aside = kinds.iter().flat_map(|of| of.snoozed.iter().map(|(line, _)| line));
    let things: Vec<Uuid> = lines.iter().map(|(_, line)| line).chain(put_aside).filter_map(|line| line.thing).collect();
    let responsible = duty::names_of(db, &things).await?;
    Ok(Found { has_next: ranked.len() > page * ON_A_PAGE, kinds, lines, responsible, page })
}

/// What waits of a kind, and the most urgent of it: one more than would fill the pages so far.
async fn of_kind(
    db: &impl ConnectionTrait,
    asked: &Today<'_>,
    kind: &'static Kind,
    put_aside: Vec<Snoozed>,
) -> Result<(OfKind, Vec<Key>), DbErr> {
    let part = asked.of(kind);
    let snoozed = still_aside(db, &part, put_aside).await?;
    let aside: Vec<Uuid> = snoozed.iter().map(|(line, _)| line.id).collect();
    let most = asked.page.clamp(1, PAGES) * ON_A_PAGE + 1;
    let keys = part.first(db, aside.clone(), most as u64).await?;
    let waiting = if keys.len() < most { keys.len() as u64 } else { part.count(db, aside).await? };
    Ok((OfKind { kind, total: waiting + snoozed.len() as u64, snoozed }, keys))
}

/// What is told of the things of a page, in their order: one statement for each kind that stands on it.
async fn told(
    db: &impl ConnectionTrait,
    asked: &Today<'_>,
    kinds: &[OfKind],
    shown: &[Ranked],
) -> Result<Vec<(&'static Kind, Line)>, DbErr> {
    let mut lines = HashMap::new();
    for (at, of) in kinds.iter().enumerate() {
        let ids: Vec<Uuid> = shown.iter().filter(|one| one.2 == at).map(|one| one.4).collect();
        lines.extend(asked.of(of.kind).lines(db, ids).await?.into_iter().map(|line| ((at, line.id), line)));
    }
    let in_order = shown.iter().filter_map(|&(.., at, _, id)| Some((kinds.get(at)?.kind, lines.remove(&(at, id))?)));
    Ok(in_order.collect())
}

/// How many things of a kind wait: those that are late, and the others that are something for today. [`COUNTED`] of both
/// together and more are not told apart.
pub struct Tally {
    pub kind: &'static Kind,
    pub overdue: u64,
    pub now: u64,
}

/// The kinds of which something waits for today or is late, what is put aside left out.
pub async fn tallies(db: &impl ConnectionTrait, asked: &Today<'_>) -> Result<Vec<Tally>, DbErr> {
    let mut put_aside = snoozes::on(db, asked.asking.today).await?;
    let mut tallies = Vec::new();
    for kind in kinds::all() {
        let part = asked.of(kind);
        let snoozed = still_aside(db, &part, put_aside.remove(kind.code).unwrap_or_default()).await?;
        let aside = snoozed.iter().map(|(line, _)| line.id).collect();
        let mut tally = Tally { kind, overdue: 0, now: 0 };
        for key in part.first(db, aside, COUNTED).await? {
            match Standing::of(kind, key.since(), asked.rules, asked.asking.today).place {
                Place::Overdue => tally.overdue += 1,
                Place::Now => tally.now += 1,
                Place::Soon => {}
            }
        }
        tallies.extend((tally.overdue + tally.now > 0).then_some(tally));
    }
    Ok(tallies)
}

/// What is put aside and has not become another line meanwhile: one that tells of another day than the one that was put aside
/// is another.
async fn still_aside(
    db: &impl ConnectionTrait,
    part: &Part,
    put_aside: Vec<Snoozed>,
) -> Result<Vec<(Line, Snoozed)>, DbErr> {
    let mut by_id: HashMap<Uuid, Snoozed> = put_aside.into_iter().map(|snooze| (snooze.subject_id, snooze)).collect();
    let known = part.lines(db, by_id.keys().copied().collect()).await?;
    let still = known.into_iter().filter_map(|line| {
        let snooze = by_id.remove(&line.id).filter(|snooze| snooze.since == line.since)?;
        Some((line, snooze))
    });
    Ok(still.collect())
}

/// One line of a kind, whosever it is; nothing where it does not wait any more.
pub async fn find(db: &impl ConnectionTrait, asked: &Today<'_>, kind: &Kind, id: Uuid) -> Result<Option<Line>, DbErr> {
    Ok((kind.found)(asked).lines(db, vec![id]).await?.pop())
}

impl Today<'_> {
    /// The things of a kind that are asked for.
    fn of(&self, kind: &Kind) -> Part {
        let mut part = (kind.found)(self);
        if let Some(whose) = self.whose {
            let theirs = match kind.owner {
                Owner::Thing(_) | Owner::Letter => whose.is(part.tells.thing.clone(), self.asking),
                Owner::Nobody => whose.is_nobodys(),
                Owner::Reader => Expr::val(i32::from(matches!(whose, Whose::Mine | Whose::Somebodys))).eq(1),
            };
            part.rows.and_where(theirs);
        }
        part
    }

    /// Things of a kind with their place in the order of all. Of two that are as urgent the one that has waited longer comes
    /// first; where a kind is not ordered by that they stay as they were found.
    fn ranked(&self, at: usize, kind: &'static Kind, keys: &[Key]) -> Vec<Ranked> {
        let is_ordered = (kind.found)(self).is_ordered;
        let ranked = keys.iter().enumerate().map(|(found, key)| {
            let since = key.since();
            let standing = Standing::of(kind, since, self.rules, self.asking.today);
            (standing, since.filter(|_| is_ordered), at, found, key.id)
        });
        ranked.collect()
    }
}
