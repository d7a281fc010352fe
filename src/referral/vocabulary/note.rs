//! Keeps the words of a wish that led nowhere: each once for all wishes, and apart from it where it stands.

use std::collections::HashSet;

use chrono::NaiveDate;
use entity::{unknown_word_uses as uses, unknown_words as words};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    prelude::Uuid, sea_query::OnConflict,
};

use crate::{industry, search::danish};

/// Writes down which words of a referral's wish nobody understands, in place of those of an earlier wish. `names` are
/// those of the people concerned: no part of them is kept.
pub async fn note_words(
    tx: &impl ConnectionTrait,
    today: NaiveDate,
    referral_id: Uuid,
    wish: &str,
    names: &[&str],
) -> Result<(), DbErr> {
    let vocabulary = industry::vocabulary(tx).await?;
    let names: HashSet<String> = names.iter().flat_map(|name| danish::words(name)).map(danish::fold).collect();
    let mut found = industry::unknown_words(wish, &vocabulary);
    found.retain(|word| !is_name(word, &names));
    // In one order, so that two who send at once never wait for each other in a ring.
    found.sort_unstable();
    let before = forget(tx, referral_id).await?;
    if !found.is_empty() {
        keep(tx, today, referral_id, &found).await?;
    }
    forget_unused(tx, before).await
}

/// A part of a name, also with the ending of what somebody owns.
fn is_name(word: &str, names: &HashSet<String>) -> bool {
    let folded = danish::fold(word);
    names.contains(&folded) || folded.strip_suffix('s').is_some_and(|owner| names.contains(owner))
}

async fn keep(tx: &impl ConnectionTrait, today: NaiveDate, referral_id: Uuid, found: &[String]) -> Result<(), DbErr> {
    for word in found {
        let row = words::ActiveModel {
            id: Set(Uuid::now_v7()),
            word: Set(word.clone()),
            first_seen_on: Set(today),
            passed_over_on: Set(None),
        };
        let once = OnConflict::column(words::Column::Word).do_nothing().to_owned();
        words::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    }
    let ids = words::Entity::find().select_only().column(words::Column::Id);
    let ids: Vec<Uuid> = ids.filter(words::Column::Word.is_in(found)).into_tuple().all(tx).await?;
    let used = ids.into_iter().map(|id| uses::ActiveModel {
        unknown_word_id: Set(id),
        referral_id: Set(referral_id),
        solved_on: Set(None),
        solved_by: Set(None),
    });
    uses::Entity::insert_many(used).exec_without_returning(tx).await?;
    Ok(())
}

/// Takes the words of an earlier wish off the referral, and returns them.
async fn forget(tx: &impl ConnectionTrait, referral_id: Uuid) -> Result<Vec<Uuid>, DbErr> {
    let own = uses::Column::ReferralId.eq(referral_id);
    let before = uses::Entity::find().select_only().column(uses::Column::UnknownWordId).filter(own.clone());
    let before = before.into_tuple().all(tx).await?;
    uses::Entity::delete_many().filter(own).exec(tx).await?;
    Ok(before)
}

/// Removes those of these words that stand in no wish any more: they were slips of the pen.
async fn forget_unused(tx: &impl ConnectionTrait, candidates: Vec<Uuid>) -> Result<(), DbErr> {
    if candidates.is_empty() {
        return Ok(());
    }
    let in_use = uses::Entity::find().select_only().column(uses::Column::UnknownWordId).into_query();
    words::Entity::delete_many()
        .filter(words::Column::Id.is_in(candidates))
        .filter(words::Column::PassedOverOn.is_null())
        .filter(words::Column::Id.not_in_subquery(in_use))
        .exec(tx)
        .await?;
    Ok(())
}
