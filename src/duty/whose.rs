//! The filter "responsible" of every list and of Today, and the name in a list's column.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    responsibilities::{self, Column},
    users,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

use super::{hands::is_in_hands_of, staff::colleagues};
use crate::{language::Tr, word::Choice};

const MINE: &str = "mine";
const TEAMS: &str = "team";
const NOBODYS: &str = "nobody";

/// Whose things are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// To which the reader sees now: the own, and those of whoever they step in for.
    Mine,
    /// For which somebody is responsible, whoever of staff that is: there are no teams among them.
    Somebodys,
    /// For which nobody is responsible.
    Nobodys,
    /// For which this person is responsible, away or not.
    Of(Uuid),
}

/// Who asks, and on which day.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    pub me: Uuid,
    pub today: NaiveDate,
}

impl Whose {
    /// Reads the word of an address; everybody's for any other.
    pub fn read(word: &str) -> Option<Self> {
        match word {
            MINE => Some(Self::Mine),
            TEAMS => Some(Self::Somebodys),
            NOBODYS => Some(Self::Nobodys),
            id => id.parse().ok().map(Self::Of),
        }
    }

    /// The word for an address.
    pub fn word(self) -> String {
        match self {
            Self::Mine => MINE.to_owned(),
            Self::Somebodys => TEAMS.to_owned(),
            Self::Nobodys => NOBODYS.to_owned(),
            Self::Of(id) => id.to_string(),
        }
    }

    /// Whether the thing with this id is one of them.
    pub fn is(self, thing_id: Expr, asking: Asking) -> Expr {
        let user = || Expr::col((responsibilities::Entity, Column::UserId));
        match self {
            Self::Mine => thing_id.in_subquery(things(Some(is_in_hands_of(user(), asking.me, asking.today)))),
            Self::Somebodys => thing_id.in_subquery(things(None)),
            Self::Nobodys => thing_id.not_in_subquery(things(None)),
            Self::Of(id) => thing_id.in_subquery(things(Some(user().eq(id)))),
        }
    }

    /// Whether what is nobody's by its nature is one of them.
    pub fn is_nobodys(self) -> Expr {
        Expr::val(i32::from(self == Self::Nobodys)).eq(1)
    }

    /// The condition of a list, out of the word of its address.
    pub fn filter(word: &str, thing_id: Expr, asking: Asking) -> Option<Expr> {
        Some(Self::read(word)?.is(thing_id, asking))
    }
}

/// The things that somebody is responsible for now.
fn things(whose: Option<Expr>) -> SelectStatement {
    let mut things = Query::select();
    things
        .column((responsibilities::Entity, Column::ThingId))
        .from(responsibilities::Entity)
        .cond_where(responsibilities::current());
    if let Some(whose) = whose {
        things.and_where(whose);
    }
    things
}

/// The name of whoever is responsible for the thing with this id now, as a column of a list.
pub fn name_of(thing_id: Expr) -> Expr {
    let mut name = Query::select();
    name.column((users::Entity, users::Column::Name))
        .from(responsibilities::Entity)
        .inner_join(
            users::Entity,
            Expr::col((users::Entity, users::Column::Id)).equals((responsibilities::Entity, Column::UserId)),
        )
        .and_where(Expr::col((responsibilities::Entity, Column::ThingId)).eq(thing_id))
        .cond_where(responsibilities::current());
    Expr::from(name)
}

/// Who is responsible now for each of these things: one query.
pub async fn names_of(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, String>, DbErr> {
    let current = responsibilities::Entity::find().filter(responsibilities::current());
    let named = current.join(sea_orm::JoinType::InnerJoin, responsibilities::to_user()).select_only();
    let named = named.column(Column::ThingId).column(users::Column::Name);
    let names: Vec<(Uuid, String)> =
        named.filter(Column::ThingId.is_in(ids.iter().copied())).into_tuple().all(db).await?;
    Ok(names.into_iter().collect())
}

/// The name in the column, or that there is nobody.
pub fn responsible_name(tr: Tr, name: Option<&str>) -> String {
    name.map_or_else(|| tr.t("duty-nobody"), str::to_owned)
}

/// What the filter offers.
pub async fn choices(db: &impl ConnectionTrait, tr: Tr) -> Result<Vec<Choice>, DbErr> {
    let words = [(MINE, "duty-mine"), (TEAMS, "duty-teams"), (NOBODYS, "duty-nobodys")]
        .map(|(word, key)| Choice::new(word, tr.t(key)));
    Ok(words.into_iter().chain(colleagues(db, None).await?).collect())
}
