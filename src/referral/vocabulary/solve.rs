//! Reads the wishes again that nobody understood, after the vocabulary has changed.

use chrono::NaiveDate;
use entity::{referrals, unknown_word_uses as uses};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    prelude::Uuid, sea_query::Expr,
};

use crate::industry::{self, Vocabulary};

/// Wishes read at once.
const BATCH: u64 = 500;

/// Marks the referrals whose wish is understood now, and by which added word.
pub(super) async fn solve(tx: &impl ConnectionTrait, today: NaiveDate, by: Uuid) -> Result<(), DbErr> {
    let vocabulary = industry::vocabulary(tx).await?;
    let unsolved = Condition::all().add(uses::Column::SolvedOn.is_null());
    let mut last = Uuid::nil();
    loop {
        let batch = wishes(tx, unsolved.clone(), last).await?;
        let Some((end, _)) = batch.last() else { return Ok(()) };
        last = *end;
        let understood = batch.into_iter().filter(|(_, wish)| is_understood(wish, &vocabulary)).map(|(id, _)| id);
        uses::Entity::update_many()
            .col_expr(uses::Column::SolvedOn, Expr::value(Some(today)))
            .col_expr(uses::Column::SolvedBy, Expr::value(Some(by)))
            .filter(uses::Column::ReferralId.is_in(understood))
            .filter(uses::Column::SolvedOn.is_null())
            .exec(tx)
            .await?;
    }
}

/// The referrals whose wish is understood because of an added word, with their wishes.
pub(super) async fn solved_by(tx: &impl ConnectionTrait, word: Uuid) -> Result<Vec<(Uuid, String)>, DbErr> {
    let mut found: Vec<(Uuid, String)> = Vec::new();
    loop {
        let last = found.last().map_or(Uuid::nil(), |(id, _)| *id);
        let batch = wishes(tx, Condition::all().add(uses::Column::SolvedBy.eq(word)), last).await?;
        if batch.is_empty() {
            return Ok(found);
        }
        found.extend(batch);
    }
}

/// Lets no referral point to an added word any more.
pub(super) async fn let_go(tx: &impl ConnectionTrait, word: Uuid) -> Result<(), DbErr> {
    let pointing = uses::Entity::update_many().filter(uses::Column::SolvedBy.eq(word));
    pointing.col_expr(uses::Column::SolvedBy, Expr::value(None::<Uuid>)).exec(tx).await?;
    Ok(())
}

/// Marks those of these wishes as unknown again that the vocabulary, as it is now, does not understand.
pub(super) async fn reconsider(tx: &impl ConnectionTrait, wishes: Vec<(Uuid, String)>) -> Result<(), DbErr> {
    let vocabulary = industry::vocabulary(tx).await?;
    let lost = wishes.into_iter().filter(|(_, wish)| !is_understood(wish, &vocabulary)).map(|(id, _)| id);
    let lost: Vec<Uuid> = lost.collect();
    for batch in lost.chunks(usize::try_from(BATCH).unwrap_or(usize::MAX)) {
        let unsolved = uses::Entity::update_many().filter(uses::Column::ReferralId.is_in(batch.iter().copied()));
        unsolved.col_expr(uses::Column::SolvedOn, Expr::value(None::<NaiveDate>)).exec(tx).await?;
    }
    Ok(())
}

/// The next referrals with such words, and their wishes.
async fn wishes(tx: &impl ConnectionTrait, with: Condition, after: Uuid) -> Result<Vec<(Uuid, String)>, DbErr> {
    let with = uses::Entity::find().select_only().column(uses::Column::ReferralId).filter(with).into_query();
    referrals::Entity::find()
        .select_only()
        .columns([referrals::Column::Id, referrals::Column::Wish])
        .filter(referrals::Column::Id.gt(after))
        .filter(referrals::Column::Id.in_subquery(with))
        .order_by_asc(referrals::Column::Id)
        .limit(BATCH)
        .into_tuple()
        .all(tx)
        .await
}

fn is_understood(wish: &str, vocabulary: &Vocabulary) -> bool {
    industry::read(wish, vocabulary).is_understood()
}
