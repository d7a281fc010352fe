//! Whether the search index holds the mentors that it should.

use std::{collections::HashSet, path::Path, sync::Arc};

use chrono::NaiveDate;
use entity::{index_changes, mentors};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};

use super::Findings;
use crate::{
    industry::Vocabulary,
    mentor::index::expected_ids,
    search::{MentorIndex, OpenError},
};

/// An index that is behind catches up by itself; what has not reached it yet is not wrong.
pub async fn find(
    db: &impl ConnectionTrait,
    directory: &Path,
    today: NaiveDate,
    findings: &mut Findings,
) -> anyhow::Result<()> {
    if !directory.exists() {
        findings.notes.push("There is no search index yet; it is built at the next start.".into());
        return Ok(());
    }
    let path = directory.to_owned();
    let opened = tokio::task::spawn_blocking(move || {
        let index = MentorIndex::open(&path, Arc::clone(Vocabulary::standard().lexicon()))?;
        Ok::<_, OpenError>((index.sequence(), index.ids()))
    });
    let (sequence, found) = match opened.await? {
        Ok((sequence, Ok(found))) => (sequence, found),
        Ok((_, Err(error))) => {
            unusable(&error, findings);
            return Ok(());
        }
        Err(error) => {
            unusable(&error, findings);
            return Ok(());
        }
    };
    let last = last_change(db).await?;
    if sequence > last {
        let what = "The search index has changes that the database does not know: it belongs to another database.";
        findings.wrong.push(format!("{what} `brobyg reindex` builds it again."));
        return Ok(());
    }
    let pending = changed_after(db, sequence).await?;
    if !pending.is_empty() {
        let count = pending.len();
        findings.notes.push(format!(
            "Mentors that the search index does not have as they are: {count}. A running platform brings it up to date."
        ));
    }
    let expected = expected_ids(db, today).await?;
    let mut missing: Vec<Uuid> = expected.difference(&found).copied().collect();
    let mut left_over: Vec<Uuid> = found.difference(&expected).copied().collect();
    missing.retain(|id| !pending.contains(id));
    left_over.retain(|id| !pending.contains(id));
    tell(db, &missing, "The mentor {} is missing in the search index.", findings).await?;
    tell(db, &left_over, "The mentor {} is in the search index and should not be.", findings).await?;
    Ok(())
}

fn unusable(error: &dyn std::fmt::Display, findings: &mut Findings) {
    findings.wrong.push(format!("The search index cannot be used: {error}. It is built again at the next start."));
}

async fn last_change(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    let column = index_changes::Column::Sequence;
    let newest = index_changes::Entity::find().select_only().column(column).order_by_desc(column);
    Ok(newest.into_tuple::<i64>().one(db).await?.and_then(|newest| newest.try_into().ok()).unwrap_or_default())
}

async fn changed_after(db: &impl ConnectionTrait, sequence: u64) -> Result<HashSet<Uuid>, DbErr> {
    let after = i64::try_from(sequence).unwrap_or(i64::MAX);
    let changed = index_changes::Entity::find().filter(index_changes::Column::Sequence.gt(after));
    let ids: Vec<Uuid> = changed.select_only().column(index_changes::Column::MentorId).into_tuple().all(db).await?;
    Ok(ids.into_iter().collect())
}

/// Names the mentors by their references, or by their ids when the database no longer knows them.
async fn tell(db: &impl ConnectionTrait, ids: &[Uuid], sentence: &str, findings: &mut Findings) -> Result<(), DbErr> {
    for some in ids.chunks(500) {
        let found: Vec<(Uuid, String)> = mentors::Entity::find()
            .select_only()
            .columns([mentors::Column::Id, mentors::Column::Reference])
            .filter(mentors::Column::Id.is_in(some.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        for id in some {
            let known = found.iter().find(|(known, _)| known == id).map(|(_, reference)| reference.clone());
            findings.wrong.push(sentence.replace("{}", &known.unwrap_or_else(|| id.to_string())));
        }
    }
    Ok(())
}
