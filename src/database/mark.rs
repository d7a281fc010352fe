//! The mark of one posted form: written in the first transaction of what it does, so that it is done once.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use chrono::{DateTime, Utc};
use entity::submissions::{ActiveModel, Column, Entity};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, sea_query::OnConflict};

tokio::task_local! {
    static MARK: Arc<Mark>;
}

/// Names one submission, and says what became of its mark.
#[derive(Debug)]
pub struct Mark {
    /// Names who sent what where.
    pub key: String,
    /// Names whose form it was and which rendering of it.
    pub form: String,
    pub at: DateTime<Utc>,
    is_written: AtomicBool,
    is_repeat: AtomicBool,
}

impl Mark {
    pub fn new(key: String, form: String, at: DateTime<Utc>) -> Arc<Self> {
        Arc::new(Self { key, form, at, is_written: AtomicBool::new(false), is_repeat: AtomicBool::new(false) })
    }

    /// Does this work under the mark: each transaction that it begins also writes the mark, or is refused when another
    /// request has written the same.
    pub async fn around<F: Future>(self: Arc<Self>, work: F) -> F::Output {
        MARK.scope(self, work).await
    }

    /// Whether a transaction began with this mark; it stands if that transaction does.
    pub fn is_written(&self) -> bool {
        self.is_written.load(Ordering::SeqCst)
    }

    /// Whether the same was carried out by another request.
    pub fn is_repeat(&self) -> bool {
        self.is_repeat.load(Ordering::SeqCst)
    }
}

/// Writes the mark of the form that is being carried out, if one is.
pub(super) async fn write(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    let Ok(mark) = MARK.try_with(Arc::clone) else { return Ok(()) };
    let row = ActiveModel { key: Set(mark.key.clone()), form: Set(mark.form.clone()), at: Set(mark.at) };
    let once = OnConflict::column(Column::Key).do_nothing().to_owned();
    let rows = Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    if rows == 1 {
        mark.is_written.store(true, Ordering::SeqCst);
    } else if !mark.is_written() {
        mark.is_repeat.store(true, Ordering::SeqCst);
        return Err(DbErr::Custom("this form was carried out before".into()));
    }
    Ok(())
}
