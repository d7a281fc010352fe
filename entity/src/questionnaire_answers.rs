//! What was ever answered to an item of a questionnaire. The row without an end is the one that counts; each correction closes
//! it and adds one. No row is no answer, which is something else than the words of [`Missing`].

use sea_orm::{
    Condition,
    entity::prelude::*,
    sea_query::{Alias, ExprTrait, JoinType, Query, SelectStatement},
};
use serde::{Deserialize, Serialize};

use crate::{questionnaires, surveys::AnsweredThrough};

/// What somebody says who gives no answer.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    PreferNot,
    DontKnow,
    NotRelevant,
}

crate::stored!(Missing: "questionnaire-missing");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "questionnaire_answers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub questionnaire_id: Uuid,
    /// The code of the item in its data file.
    pub item: String,
    /// The code of an option, or words; there is either this or `missing`.
    #[sea_orm(column_type = "Text", nullable)]
    pub value: Option<String>,
    pub missing: Option<Missing>,
    /// The version of the wording that was asked.
    pub version: i32,
    pub through: AnsweredThrough,
    /// The language in which it was asked.
    pub language: String,
    pub answered_on: Date,
    pub written_at: DateTimeUtc,
    /// Who of staff wrote it down; nobody where it was answered by the link.
    pub written_by: Option<Uuid>,
    /// The day from which something else counted instead, or nothing any more.
    pub until_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Those that count.
pub fn current() -> Condition {
    Condition::all().add(Column::UntilOn.is_null())
}

/// What counted on a day.
pub fn counted_on(day: Date) -> Condition {
    let until = Condition::any().add(Column::UntilOn.is_null()).add(Column::UntilOn.gt(day));
    Condition::all().add(Column::AnsweredOn.lte(day)).add(until)
}

/// The answers that count, for a query on questionnaires.
pub fn of_questionnaire() -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(Entity)
        .and_where(
            Expr::col((Entity, Column::QuestionnaireId)).equals((questionnaires::Entity, questionnaires::Column::Id)),
        )
        .and_where(Expr::col((Entity, Column::UntilOn)).is_null())
        .to_owned()
}

/// The answers that count of everything that the same side is asked in the same wave, for a query on questionnaires.
pub fn beside_questionnaire() -> SelectStatement {
    use questionnaires::Column as Of;
    let own = |column: Of| Expr::col((questionnaires::Entity, column));
    let same = |column: Of| own(column).equals((Alias::new("beside"), column));
    Query::select()
        .expr(Expr::val(1))
        .from(Entity)
        .join_as(
            JoinType::InnerJoin,
            questionnaires::Entity,
            Alias::new("beside"),
            Expr::col((Entity, Column::QuestionnaireId)).equals((Alias::new("beside"), Of::Id)),
        )
        .and_where(same(Of::CourseId).and(same(Of::Side)).and(same(Of::Wave)))
        .and_where(Expr::col((Alias::new("beside"), Of::ClosedOn)).is_null())
        .and_where(Expr::col((Entity, Column::UntilOn)).is_null())
        .to_owned()
}

pub fn to_questionnaire() -> RelationDef {
    Entity::belongs_to(questionnaires::Entity).from(Column::QuestionnaireId).to(questionnaires::Column::Id).into()
}
