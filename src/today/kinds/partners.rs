//! Partners to which nobody of staff sees, for those who hand them over.

use entity::partners::{Column, Entity};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter,
    prelude::Date,
    sea_query::{Expr, ExprTrait},
};

use super::super::{
    find::Today,
    kind::{Kind, Owner, Part, Since, Tells, Urgency, nobody},
};
use crate::duty::Whose;

pub const KINDS: &[Kind] = &[Kind {
    code: "partner",
    owner: Owner::Nobody,
    urgency: Urgency::some_day(0),
    found: unseen_to,
    page: ("/handovers/partner/", ""),
    list: "/admin/partners?state=open&responsible=nobody",
    press: None,
    settle: None,
    letter: None,
}];

/// Those that refer; who does not administer partners has none.
fn unseen_to(asked: &Today<'_>) -> Part {
    let [id, name] = [Column::Id, Column::Name].map(|column| column.into_expr());
    let found = Entity::find()
        .filter(Expr::val(i32::from(asked.viewer.is_administrator())).eq(1))
        .filter(Column::ClosedOn.is_null())
        .filter(Whose::Nobodys.is(id.clone(), asked.asking));
    let since = Since::On(Expr::val(None::<Date>));
    Part::new(found, Tells { id, thing: nobody(), since, name, other: Expr::val(""), person: nobody() }).by_id()
}
