//! Messages that somebody has to see to, and why.

use entity::{
    Message,
    messages::{Category, Column, Entity},
};
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

use super::{Cause, State, Unwanted, in_state};
use crate::{language::Tr, word::Worded};

/// Why somebody has to see to a message. Each has its own remedy, and a message is left for one reason alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// It was given up.
    GivenUp,
    /// It was taken, and came back: this way is dead.
    Bounced,
    /// It may have arrived: somebody says whether it is sent again.
    Unknown,
    /// It asks something of somebody who wants no such messages.
    NotAsked,
}

impl Worded for Left {
    const KEY: &'static str = "message-left";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::GivenUp, "given-up", ""),
        (Self::Bounced, "bounced", ""),
        (Self::Unknown, "unknown", ""),
        (Self::NotAsked, "not-asked", ""),
    ];
}

impl Left {
    /// Those that have left, or should have.
    const IN_VAIN: [Self; 3] = [Self::GivenUp, Self::Bounced, Self::Unknown];

    fn condition(self) -> Condition {
        match self {
            Self::GivenUp => in_state(State::GivenUp),
            Self::Bounced => in_state(State::Bounced).add(Column::UnwantedAt.is_null()),
            Self::Unknown => in_state(State::Unknown).add(Column::NextTryAt.is_null()),
            Self::NotAsked => in_state(State::Unwanted)
                .add(Column::Unwanted.eq(Unwanted::OptedOut.code()))
                .add(Column::Category.is_in([Category::Interest, Category::Survey, Category::Interview])),
        }
    }

    /// Messages that are left for this reason, and about which no later one of their kind has said more.
    pub fn still(self) -> Condition {
        Condition::all().add(self.condition()).add(Expr::exists(later(self == Self::NotAsked)).not())
    }

    /// Of a message that is left.
    pub fn of(row: &Message) -> Self {
        match row {
            Message { bounced_at: Some(_), .. } => Self::Bounced,
            Message { unwanted_at: Some(_), .. } => Self::NotAsked,
            Message { given_up_at: Some(_), .. } => Self::GivenUp,
            _ => Self::Unknown,
        }
    }

    /// The column with the word of why.
    pub fn column(self) -> Column {
        match self {
            Self::GivenUp | Self::Unknown => Column::Failure,
            Self::Bounced => Column::Bounce,
            Self::NotAsked => Column::Unwanted,
        }
    }

    /// Why, and what to do about it, by that word.
    pub fn told(self, tr: Tr, word: &str) -> [String; 2] {
        let cause = match self {
            Self::GivenUp | Self::Unknown => Cause::kept(word),
            Self::Bounced => Cause::of_bounce(Some(word)),
            Self::NotAsked => return [Unwanted::OptedOut.label(tr), tr.t("message-advice-not-asked")],
        };
        [cause.label(tr), cause.advice(tr)]
    }

    /// Whether it can be sent again.
    pub fn can_go_again(self) -> bool {
        Self::IN_VAIN.contains(&self)
    }
}

/// Messages that did not arrive or may not have, and that somebody wanted.
pub(super) fn in_vain() -> Condition {
    Left::IN_VAIN.into_iter().fold(Condition::any(), |any, left| any.add(left.condition()))
}

/// The same and those that were not sent although they ask something.
pub(super) fn left_over() -> Condition {
    in_vain().add(Left::NotAsked.condition())
}

/// The messages that did not arrive and of which that still matters.
pub(super) fn still_in_vain() -> Condition {
    Condition::all().add(in_vain()).add(Expr::exists(later(false)).not())
}

/// A later message of the same kind about the same thing that arrived, as far as is known; or one that was not sent either.
fn later(or_was_not_sent: bool) -> SelectStatement {
    let same = |column: Column| Expr::col(("later", column)).equals((Entity, column));
    let has = |column: Column| Expr::col(("later", column)).is_not_null();
    let arrived = has(Column::AcceptedAt).and(has(Column::BouncedAt).not());
    let not_sent = Expr::col(("later", Column::Unwanted)).eq(Unwanted::OptedOut.code().into_owned());
    let mut later = Query::select();
    later
        .expr(Expr::val(1))
        .from_as(Entity, "later")
        .and_where(same(Column::Kind))
        .and_where(same(Column::SubjectId))
        .and_where(if or_was_not_sent { arrived.or(not_sent) } else { arrived })
        .and_where(Expr::col(("later", Column::Id)).gt(Expr::col((Entity, Column::Id))));
    later
}
