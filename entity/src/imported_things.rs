//! What a file brought in, or told something new of: a referral, a course or a mentor.

use sea_orm::{
    entity::prelude::*,
    sea_query::{ExprTrait, Query},
};

use crate::{held_letters, imports};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "imported_things")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub thing_id: Uuid,
    pub import_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}

/// Whether a thing came by a file about which the clock holds messages back until staff say something, for a query that has its id.
pub fn waits_for_word(thing_id: Expr) -> Expr {
    let mut files = Query::select();
    let import = || Expr::col((Entity, Column::ImportId));
    files
        .expr(Expr::val(1))
        .from(Entity)
        .inner_join(imports::Entity, import().equals((imports::Entity, imports::Column::Id)))
        .inner_join(held_letters::Entity, import().equals((held_letters::Entity, held_letters::Column::ImportId)))
        .and_where(Expr::col((Entity, Column::ThingId)).eq(thing_id))
        .cond_where(imports::undecided());
    Expr::exists(files)
}
