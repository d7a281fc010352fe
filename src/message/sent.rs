//! What was sent to whom, when, by which way, and what became of it: for staff's pages of a case and of a person. Nothing
//! of what a message says.

use chrono::{DateTime, Utc};
use entity::{
    Message, mentors,
    messages::{self, Channel, Column, Entity},
    partners, users, withholdings, young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, Select,
    prelude::Uuid,
    sea_query::{Expr, Func},
};

use super::{
    Cause, State, Unwanted, Withheld,
    dead::{DeadWay, dead_ways},
    state,
    switched_off::{SwitchedOff, switched_off},
    text_answer::{TextAnswered, all_answers},
    what,
};
use crate::{language::Tr, word::Worded};

/// The newest that a page shows.
const SHOWN: usize = 20;

/// Whose messages a page tells of: those about these things, and those to these people.
#[derive(Clone, Debug, Default)]
pub struct About {
    pub things: Vec<Uuid>,
    pub people: Vec<Uuid>,
}

/// What there is to tell on a page. For nobody but staff it is the default.
#[derive(Default)]
pub struct Correspondence {
    pub sent: Vec<Sent>,
    /// Whether there are older ones.
    pub has_older: bool,
    pub held: Vec<HeldBack>,
    pub off: Vec<SwitchedOff>,
    pub dead: Vec<DeadWay>,
    /// What was written to us by text message.
    pub answers: Vec<TextAnswered>,
}

impl Correspondence {
    /// Whether something that was written to us waits for staff.
    pub fn has_waiting_answer(&self) -> bool {
        self.answers.iter().any(|answer| answer.waits)
    }

    /// When the newest of what was written to us came, in microseconds: what a press on this page is about.
    pub fn newest_answer(&self) -> i64 {
        self.answers.iter().map(|answer| answer.came_at.timestamp_micros()).max().unwrap_or_default()
    }
}

/// A message in words.
pub struct Sent {
    /// What message it is.
    pub what: String,
    /// Empty as long as nobody has composed it.
    pub whom: String,
    /// Empty as long as nobody has composed it.
    pub way: String,
    pub when: String,
    pub state: String,
    pub badge: &'static str,
    /// Why, and until when; may be empty.
    pub why: String,
}

/// A time at which a message was held back.
pub struct HeldBack {
    pub what: String,
    pub at: String,
    pub why: String,
    pub until: String,
}

#[derive(FromQueryResult)]
struct Named {
    #[sea_orm(nested)]
    message: Message,
    whom: Option<String>,
}

#[derive(FromQueryResult)]
struct Held {
    kind: String,
    at: DateTime<Utc>,
    reason: String,
    until: DateTime<Utc>,
}

/// The newest messages, how they were held back, what is switched off and which ways are dead: a query for each.
pub async fn correspondence(db: &impl ConnectionTrait, tr: Tr, about: &About) -> Result<Correspondence, DbErr> {
    let newest = with_names(Entity::find().filter(condition(about))).order_by_desc(Column::Id).limit(SHOWN as u64 + 1);
    let rows = newest.into_model::<Named>().all(db).await?;
    let held = withholdings::Entity::find()
        .join(JoinType::InnerJoin, withholdings::to_message())
        .filter(condition(about))
        .column(Column::Kind)
        .order_by_desc(withholdings::Column::Id)
        .limit(SHOWN as u64);
    let held = held.into_model::<Held>().all(db).await?;
    Ok(Correspondence {
        has_older: rows.len() > SHOWN,
        sent: rows.into_iter().take(SHOWN).map(|row| Sent::new(tr, &row.message, row.whom)).collect(),
        held: held.iter().map(|row| HeldBack::new(tr, row)).collect(),
        off: switched_off(db, tr, about).await?,
        dead: dead_ways(db, tr, about).await?,
        answers: all_answers(db, tr, about, SHOWN as u64).await?,
    })
}

/// At most so many messages, the newest first, each with when it came to stand as it does: one query.
pub async fn all_sent(
    db: &impl ConnectionTrait,
    tr: Tr,
    about: &About,
    most: u64,
) -> Result<Vec<(DateTime<Utc>, Sent)>, DbErr> {
    let newest = with_names(Entity::find().filter(condition(about))).order_by_desc(Column::Id).limit(most);
    let rows = newest.into_model::<Named>().all(db).await?;
    Ok(rows.into_iter().map(|row| (since(&row.message), Sent::new(tr, &row.message, row.whom))).collect())
}

fn condition(about: &About) -> Condition {
    let of_things = Column::SubjectId.is_in(about.things.iter().copied());
    Condition::any().add(of_things).add(Column::AddresseeId.is_in(about.people.iter().copied()))
}

/// Messages with the name of whoever was written to, as `whom`.
pub fn with_names(found: Select<Entity>) -> Select<Entity> {
    found
        .join(JoinType::LeftJoin, messages::to_user())
        .join(JoinType::LeftJoin, messages::to_mentor())
        .join(JoinType::LeftJoin, messages::to_young_person())
        .join(JoinType::LeftJoin, messages::to_partner())
        .expr_as(name(), "whom")
}

/// The name of whoever is written to, out of the four tables.
pub(super) fn name() -> Expr {
    let names = [
        Expr::col((users::Entity, users::Column::Name)),
        Expr::col((mentors::Entity, mentors::Column::Name)),
        Expr::col((young_people::Entity, young_people::Column::Name)),
        Expr::col((partners::Entity, partners::Column::Name)),
    ];
    Expr::from(Func::coalesce(names))
}

impl Sent {
    fn new(tr: Tr, row: &Message, whom: Option<String>) -> Self {
        let state = state(row);
        Self {
            what: what(tr, &row.kind),
            whom: whom.unwrap_or_default(),
            way: row.channel.map(|way: Channel| way.label(tr)).unwrap_or_default(),
            when: tr.moment(&since(row)),
            state: state.label(tr),
            badge: state.badge(),
            why: why(tr, row, state),
        }
    }
}

impl HeldBack {
    fn new(tr: Tr, row: &Held) -> Self {
        Self {
            what: what(tr, &row.kind),
            at: tr.moment(&row.at),
            why: Withheld::read(&row.reason).map(|why| why.label(tr)).unwrap_or_default(),
            until: tr.moment(&row.until),
        }
    }
}

/// Since when it stands as it does.
fn since(row: &Message) -> DateTime<Utc> {
    let facts = match state(row) {
        State::Bounced => row.bounced_at,
        State::Delivered => row.delivered_at,
        State::Accepted => row.accepted_at,
        State::Unwanted => row.unwanted_at,
        State::GivenUp => row.given_up_at,
        State::HandingOver => row.handing_over_at,
        State::Unknown => row.unknown_at,
        State::Withheld => row.withheld_at,
        State::Leased | State::Queued => None,
    };
    facts.unwrap_or(row.queued_at)
}

fn why(tr: Tr, row: &Message, state: State) -> String {
    let cause = || row.failure.as_deref().map(|word| Cause::kept(word).label(tr));
    let next = |key: &str| row.next_try_at.map(|at| tr.t1(key, "when", tr.moment(&at)));
    let parts = match state {
        State::Withheld => {
            let held = row.withheld.as_deref().and_then(Withheld::read).map(|why| why.label(tr));
            [next("message-next-try"), held]
        }
        State::Queued if row.failure.is_some() => [cause(), next("message-next-try")],
        State::Unknown => [cause(), next("message-next-try")],
        State::GivenUp => [cause(), None],
        State::Bounced => {
            let settled = row.unwanted_at.map(|_| Unwanted::Settled.label(tr));
            [Some(Cause::of(row).label(tr)), settled]
        }
        State::Unwanted => [row.unwanted.as_deref().and_then(Unwanted::read).map(|why| why.label(tr)), None],
        State::Queued | State::Leased | State::HandingOver | State::Accepted | State::Delivered => [None, None],
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
