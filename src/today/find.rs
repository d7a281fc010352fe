//! What waits: of each kind the first lines and how many there are, in two statements that stop when they have seen enough.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{
    Condition, ConnectionTrait, DbErr, FromQueryResult,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Order, SelectStatement},
};

use super::{
    kind::{Kind, Owner, Part},
    kinds,
    snoozes::{self, Snoozed},
    urgency::{Place, Placed},
};
use crate::{
    config::Rules,
    duty::{self, Asking, Whose},
    viewer::Viewer,
};

/// Lines shown of each kind.
pub const SHOWN: usize = 5;
/// So many of a kind are counted; whoever has more sees that there are more.
pub const COUNTED: u64 = 100;

/// What is asked of the database: as of which day, by which rules, and whose things.
pub struct Today<'a> {
    pub rules: &'a Rules,
    /// Who looks: some things are read by few.
    pub viewer: &'a Viewer,
    pub asking: Asking,
    /// Everybody's, where nothing is said.
    pub whose: Option<Whose>,
}

/// One thing that waits.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
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

#[derive(FromQueryResult)]
struct Key {
    id: Uuid,
}

/// What waits of one kind.
pub struct OfKind {
    pub kind: &'static Kind,
    /// The longest waiting, at most [`SHOWN`].
    pub lines: Vec<Line>,
    pub snoozed: Vec<(Line, Snoozed)>,
    /// All of them, those that are put aside included; [`COUNTED`] and more are not told apart.
    pub total: u64,
}

/// All that waits, and who is responsible for what.
pub struct Found {
    pub kinds: Vec<OfKind>,
    pub responsible: HashMap<Uuid, String>,
}

pub async fn found(db: &impl ConnectionTrait, asked: &Today<'_>) -> Result<Found, DbErr> {
    let mut put_aside = snoozes::on(db, asked.asking.today).await?;
    let mut kinds = Vec::new();
    for kind in kinds::all() {
        let snoozed = put_aside.remove(kind.code).unwrap_or_default();
        let of_kind = of_kind(db, asked, kind, snoozed).await?;
        kinds.extend((of_kind.total > 0).then_some(of_kind));
    }
    let lines = kinds.iter().flat_map(|found: &OfKind| {
        found.lines.iter().chain(found.snoozed.iter().map(|(line, _)| line)).filter_map(|line| line.thing)
    });
    let things: Vec<Uuid> = lines.collect();
    let responsible = duty::names_of(db, &things).await?;
    Ok(Found { kinds, responsible })
}

async fn of_kind(
    db: &impl ConnectionTrait,
    asked: &Today<'_>,
    kind: &'static Kind,
    put_aside: Vec<Snoozed>,
) -> Result<OfKind, DbErr> {
    let part = asked.of(kind);
    let snoozed = still_aside(db, &part, put_aside).await?;
    let ids = part.first(db, snoozed.iter().map(|(line, _)| line.id).collect()).await?;
    let total = ids.len() as u64 + snoozed.len() as u64;
    let lines = part.lines(db, ids.into_iter().take(SHOWN).collect()).await?;
    Ok(OfKind { kind, lines, snoozed, total })
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
        let ids = part.first(db, snoozed.iter().map(|(line, _)| line.id).collect()).await?;
        let mut tally = Tally { kind, overdue: 0, now: 0 };
        for line in part.lines(db, ids).await? {
            match Placed::new(kind, &line, asked.rules, asked.asking.today).place {
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
}

impl Part {
    /// The longest waiting but for some, as many as are counted.
    async fn first(&self, db: &impl ConnectionTrait, but: Vec<Uuid>) -> Result<Vec<Uuid>, DbErr> {
        let mut keys = self.rows.clone();
        keys.expr_as(self.tells.id.clone(), "id");
        keys.cond_where(Condition::all().add_option((!but.is_empty()).then(|| self.tells.id.clone().is_not_in(but))));
        if self.is_ordered {
            self.in_order(&mut keys);
        }
        keys.limit(COUNTED);
        let found = Key::find_by_statement(db.get_database_backend().build(&keys)).all(db).await?;
        Ok(found.into_iter().map(|key| key.id).collect())
    }

    /// What is told of these.
    async fn lines(&self, db: &impl ConnectionTrait, ids: Vec<Uuid>) -> Result<Vec<Line>, DbErr> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut lines = self.rows.clone();
        let tells = self.tells.clone();
        let columns = [
            (tells.id.clone(), "id"),
            (tells.thing, "thing"),
            (tells.since, "since"),
            (tells.name, "name"),
            (tells.other, "other"),
            (tells.person, "person"),
        ];
        for (column, name) in columns {
            lines.expr_as(column, name);
        }
        lines.and_where(tells.id.is_in(ids));
        self.in_order(&mut lines);
        Line::find_by_statement(db.get_database_backend().build(&lines)).all(db).await
    }

    fn in_order<'s>(&self, rows: &'s mut SelectStatement) -> &'s mut SelectStatement {
        rows.order_by_expr(self.tells.since.clone(), Order::Asc).order_by_expr(self.tells.id.clone(), Order::Asc)
    }
}
