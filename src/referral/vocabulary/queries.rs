//! Unknown and added words found, and the referrals whose wishes they stand in.

use chrono::NaiveDate;
use entity::{
    UnknownWord, VocabularyWord, partners, referrals, search_texts::SearchKind, unknown_word_uses as uses,
    unknown_words as words, users, vocabulary_words, young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use super::forms::UnknownFilter;
use crate::{
    list::{Asked, Everything, Found, Listing, containing, danish, name_of, or_nearly},
    referral::{Case, State, cases, in_state},
    viewer::Viewer,
};

/// An unknown word as lists show it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct ListedWord {
    pub id: Uuid,
    pub word: String,
    pub first_seen_on: NaiveDate,
    /// Referrals that wait for an answer or a mentor, and of whose wish nothing is understood.
    pub waiting: i64,
}

/// A page of the unknown words.
pub(super) async fn page_of(
    db: &impl ConnectionTrait,
    asked: &Asked<UnknownFilter>,
) -> Result<Found<ListedWord>, DbErr> {
    or_nearly(asked, |asked| async move { page_as_typed(db, &asked).await }).await
}

async fn page_as_typed(db: &impl ConnectionTrait, asked: &Asked<UnknownFilter>) -> Result<Found<ListedWord>, DbErr> {
    use words::Column::{FirstSeenOn, Id, Word};
    let listed = match asked.shows_waiting() {
        true => is_waited_for(),
        false => is_listed(asked.shows_passed_over()),
    };
    let condition = listed.add_option(containing([name_of(SearchKind::UnknownWord, Id)], &asked.q));
    let shown = words::Entity::find().select_only().columns([Id, Word, FirstSeenOn]);
    let shown = shown.expr_as(Expr::from(waiting_count()), "waiting");
    let listing = Listing::newest_by(Id, "waiting", Expr::from(waiting_count()))
        .or("word", danish(Word))
        .or("seen", FirstSeenOn)
        .then(danish(Word));
    listing.page(db, asked, shown, condition).await
}

/// The unknown words for which referrals wait, and how many: for other features' lists.
pub fn waiting_words() -> (Select<words::Entity>, Expr) {
    (words::Entity::find().filter(is_waited_for()), waiting_count().into())
}

fn is_waited_for() -> Condition {
    is_listed(false).add(Expr::from(waiting_count()).gt(0))
}

/// A word is done with when every wish that it stood in is understood. One of which no wish is left stays.
fn is_listed(passed_over: bool) -> Condition {
    if passed_over {
        return Condition::all().add(words::Column::PassedOverOn.is_not_null());
    }
    let used = own_uses().into_query();
    let unsolved = own_uses().filter(uses::Column::SolvedOn.is_null()).into_query();
    Condition::all()
        .add(words::Column::PassedOverOn.is_null())
        .add(Condition::any().add(Expr::exists(unsolved)).add(Expr::exists(used).not()))
}

/// The uses of the word of the outer query.
fn own_uses() -> Select<uses::Entity> {
    let own = Expr::col((uses::Entity, uses::Column::UnknownWordId));
    uses::Entity::find().filter(own.equals((words::Entity, words::Column::Id)))
}

fn waiting_count() -> SelectStatement {
    own_uses()
        .select_only()
        .expr(uses::Column::ReferralId.count())
        .join(JoinType::InnerJoin, uses::to_referral())
        .filter(uses::Column::SolvedOn.is_null())
        .filter(waits())
        .into_query()
}

/// Referrals for which it matters that their wish is understood.
fn waits() -> Condition {
    [State::Waiting, State::AwaitingAnswer, State::QuestionAsked]
        .into_iter()
        .fold(Condition::any(), |any, state| any.add(in_state(state)))
}

pub(super) async fn find_unknown(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<UnknownWord>, DbErr> {
    words::Entity::find_by_id(id).one(db).await
}

pub(super) async fn find_added(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<VocabularyWord>, DbErr> {
    vocabulary_words::Entity::find_by_id(id).one(db).await
}

/// The referrals in whose wish an unknown word stands, as far as it is not understood.
pub(super) async fn referrals_with(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    unknown: Uuid,
    asked: &Asked<Everything>,
) -> Result<Found<Case>, DbErr> {
    let with = Condition::all().add(uses::Column::UnknownWordId.eq(unknown)).add(uses::Column::SolvedOn.is_null());
    page_of_cases(db, viewer, with, asked).await
}

/// The referrals whose wish is understood because of an added word.
pub(super) async fn referrals_mended_by(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    added: Uuid,
    asked: &Asked<Everything>,
) -> Result<Found<Case>, DbErr> {
    page_of_cases(db, viewer, Condition::all().add(uses::Column::SolvedBy.eq(added)), asked).await
}

async fn page_of_cases(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    with: Condition,
    asked: &Asked<Everything>,
) -> Result<Found<Case>, DbErr> {
    let with = uses::Entity::find().select_only().column(uses::Column::ReferralId).filter(with).into_query();
    let found = referrals::Column::Id.in_subquery(with);
    let listing = Listing::newest_by(referrals::Column::Id, "referred", referrals::Column::ReferredOn)
        .or("name", danish(young_people::Column::Name))
        .or("partner", danish(partners::Column::Name));
    listing.page(db, asked, cases(viewer), found).await
}

/// A word that staff added, and by whom.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct AddedWord {
    #[sea_orm(nested)]
    pub word: VocabularyWord,
    pub by_name: Option<String>,
}

/// Every added word: the vocabulary holds them all anyway.
pub(super) async fn added_words(db: &impl ConnectionTrait) -> Result<Vec<AddedWord>, DbErr> {
    use vocabulary_words::{Column, Entity};
    Entity::find()
        .column_as(users::Column::Name, "by_name")
        .join(JoinType::LeftJoin, vocabulary_words::to_user())
        .order_by_asc(Column::Id)
        .into_model()
        .all(db)
        .await
}
