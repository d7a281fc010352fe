//! What somebody without a sign-in typed on a page behind a link of theirs: bound to the link in the place of a person, and kept
//! as long, unless the link is used up or ends before (docs/adr/0063).

use chrono::{DateTime, Duration, Utc};
use entity::{
    LinkDraft,
    link_drafts::{ActiveModel, Column, Entity},
    links::{self, LinkPurpose},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::{FORMS_KEPT_DAYS, Kept, Why, path_of};
use crate::{account::link, database::Database, page::BehindLink, token::token_hash};

/// The links that are of one person, who answers something by them. That of a partner is of many, and what somebody is worried
/// about is kept nowhere before they send it.
const OF_ONE: [LinkPurpose; 17] = [
    LinkPurpose::QuietTest,
    LinkPurpose::Interview,
    LinkPurpose::Survey,
    LinkPurpose::MyMentor,
    LinkPurpose::MyCourse,
    LinkPurpose::MyCourseStandIn,
    LinkPurpose::MetMentor,
    LinkPurpose::MetStandIn,
    LinkPurpose::MetMentee,
    LinkPurpose::Onward,
    LinkPurpose::Proposal,
    LinkPurpose::Interest,
    LinkPurpose::MenteeAnswer,
    LinkPurpose::SilenceReferrer,
    LinkPurpose::QuestionnaireMentee,
    LinkPurpose::QuestionnaireMentor,
    LinkPurpose::QuestionnaireReferrer,
];

/// Keeps what was typed behind a link that can still be used. False when there is none, or the form goes elsewhere.
pub async fn keep(db: &Database, page: BehindLink<'_>, kept: &Kept) -> Result<bool, DbErr> {
    let goes_back = BehindLink::of(&kept.action).filter(|action| action.token == page.token);
    let Some(action) = goes_back else { return Ok(false) };
    let tx = db.begin().await?;
    if !link::is_usable_for(&tx, kept.at, &OF_ONE, page.token).await? {
        return Ok(false);
    }
    let row = ActiveModel {
        token_hash: Set(token_hash(link::bare(page.token))),
        beneath: Set(page.beneath.to_owned()),
        action_beneath: Set(action.beneath.to_owned()),
        once: Set(kept.once.clone()),
        turn: Set(kept.turn),
        pairs: Set(serde_json::to_value(&kept.pairs).map_err(|error| DbErr::Custom(error.to_string()))?),
        is_incomplete: Set(kept.is_incomplete),
        kept_at: Set(kept.at),
    };
    let columns = [
        Column::Beneath,
        Column::ActionBeneath,
        Column::Once,
        Column::Turn,
        Column::Pairs,
        Column::IsIncomplete,
        Column::KeptAt,
    ];
    let is_older = Expr::col((Entity, Column::Turn)).lte(kept.turn);
    let again = OnConflict::column(Column::TokenHash).update_columns(columns).action_and_where(is_older).to_owned();
    match Entity::insert(row).on_conflict(again).exec_without_returning(&tx).await {
        Ok(_) | Err(DbErr::RecordNotInserted) => {}
        Err(error) => return Err(error),
    }
    tx.commit().await?;
    Ok(true)
}

/// What is kept of this page, as long as its link can be used.
pub async fn of_page(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    page: BehindLink<'_>,
    path: &str,
) -> Result<Option<Kept>, DbErr> {
    let own = Entity::find().filter(is_of(page)).filter(Column::Beneath.eq(page.beneath));
    let Some(row) = own.filter(Column::KeptAt.gte(oldest(now))).one(db).await? else { return Ok(None) };
    let is_usable = link::is_usable_for(db, now, &OF_ONE, page.token).await?;
    Ok(is_usable.then(|| kept(row, page, path)))
}

/// Throws away what was kept of one rendering of a form behind a link, as that was taken.
pub async fn forget_taken(db: &impl ConnectionTrait, page: BehindLink<'_>, once: &str) -> Result<(), DbErr> {
    Entity::delete_many().filter(is_of(page)).filter(Column::Once.eq(once)).exec(db).await?;
    Ok(())
}

fn is_of(page: BehindLink<'_>) -> Expr {
    Column::TokenHash.eq(token_hash(link::bare(page.token)))
}

/// Throws away what nobody has touched for as long as forms are kept, and what is of links that cannot be used any more.
pub(super) async fn remove_old(tx: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    let over = Condition::any().add(links::Column::UsedAt.is_not_null()).add(links::Column::ExpiresAt.lte(now));
    let over = links::Entity::find().select_only().column(links::Column::TokenHash).filter(over).into_query();
    let old = Condition::any().add(Column::KeptAt.lt(oldest(now))).add(Column::TokenHash.in_subquery(over));
    Entity::delete_many().filter(old).exec(tx).await?;
    Ok(())
}

fn oldest(now: DateTime<Utc>) -> DateTime<Utc> {
    now - Duration::days(FORMS_KEPT_DAYS)
}

fn kept(row: LinkDraft, page: BehindLink<'_>, path: &str) -> Kept {
    Kept {
        id: None,
        page: path_of(path).to_owned(),
        action: format!("{}{}{}", page.before, page.token, row.action_beneath),
        once: row.once,
        turn: row.turn,
        why: Why::Typed,
        pairs: serde_json::from_value(row.pairs).unwrap_or_default(),
        is_incomplete: row.is_incomplete,
        at: row.kept_at,
    }
}
