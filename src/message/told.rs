//! What is told of a message after it has left: by mail servers, by gateways, by whoever got it.

use chrono::{DateTime, Utc};
use entity::{
    Message as Row,
    messages::{self, Channel, Column},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::{
    Addressee, Cause,
    bounce::{Bounce, BounceClass, Named},
    held::is_counted,
    opt_out::opt_out,
    sms::{Became, Receipt},
    way,
};
use crate::{
    database::{Database, Transaction},
    word::Worded,
};

/// What came in.
#[derive(Clone, Copy, Debug)]
pub enum Told<'a> {
    Receipt(&'a Receipt),
    Bounce(&'a Bounce),
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    Noted,
    /// It says nothing new: told before, late, or about something that is settled.
    Known,
    /// It is about no message of ours, or from nobody whom we know.
    Unknown,
}

/// Takes in what is told, once: the same again changes nothing. This is the one door for it.
///
/// What came back stands among what did not arrive.
pub async fn take_in(db: &Database, now: DateTime<Utc>, told: Told<'_>) -> Result<Taken, DbErr> {
    match told {
        Told::Bounce(bounce) => came_back(db, now, bounce).await,
        Told::Receipt(receipt) => arrived(db, now, receipt).await,
    }
}

async fn came_back(db: &Database, now: DateTime<Utc>, bounce: &Bounce) -> Result<Taken, DbErr> {
    let by = match &bounce.letter {
        Some(Named::ByReturnKey(key)) => Column::ReturnKey.eq(key),
        Some(Named::ById(id)) => Column::Id.eq(*id),
        None => return Ok(Taken::Unknown),
    };
    let tx = db.begin().await?;
    let found = messages::Entity::find().filter(by).lock_exclusive().one(&tx).await?;
    let Some(row) = found else { return Ok(Taken::Unknown) };
    tracing::info!(letter = %row.id, class = ?bounce.class, status = bounce.status, "a letter came back");
    if bounce.class == BounceClass::Policy {
        tracing::error!(letter = %row.id, status = bounce.status, "a mail server doubts who we are");
    }
    let cause = match bounce.class {
        BounceClass::Address => Cause::MailboxUnknown,
        BounceClass::Soft => Cause::MailboxFull,
        BounceClass::Policy => Cause::SenderDoubted,
        BounceClass::TooLarge => Cause::TooLarge,
        BounceClass::Unsorted => Cause::CameBack,
        BounceClass::Complaint => {
            drop(tx);
            return complained(db, now, &row).await;
        }
        BounceClass::Delayed | BounceClass::Away(_) => return Ok(Taken::Known),
    };
    let has_left = row.accepted_at.or(row.unknown_at).or(row.handing_over_at).is_some();
    if !has_left || row.bounced_at.is_some() {
        return Ok(Taken::Known);
    }
    way::failed(&tx, now, row.id, cause).await?;
    note(tx, row.id, back(now, cause)).await
}

/// Whoever calls a letter unwanted wants no more of its sort, where that can be had.
async fn complained(db: &Database, now: DateTime<Utc>, row: &Row) -> Result<Taken, DbErr> {
    let whom = row.addressee.zip(row.addressee_id).map(|(kind, id)| Addressee { kind, id });
    match whom.filter(|_| is_counted(row.category)) {
        Some(whom) => opt_out(db, now, whom, row.category).await.map(|()| Taken::Noted),
        None => Ok(Taken::Known),
    }
}

/// A receipt may come while the answer to handing over is still on its way.
async fn arrived(db: &Database, now: DateTime<Utc>, receipt: &Receipt) -> Result<Taken, DbErr> {
    let tx = db.begin().await?;
    let found = messages::Entity::find_by_id(receipt.reference).lock_exclusive().one(&tx).await?;
    let Some(row) = found else { return Ok(Taken::Unknown) };
    if row.channel != Some(Channel::Sms) || !receipt.moves(so_far(&row)) {
        return Ok(Taken::Known);
    }
    tracing::info!(message = %row.id, became = ?receipt.became, code = receipt.code, "a text message was told of");
    match receipt.became {
        Became::Delivered => way::arrived(&tx, row.id).await?,
        Became::Temporary => way::failed(&tx, now, row.id, Cause::PhoneAway).await?,
        Became::Number => way::failed(&tx, now, row.id, Cause::NumberDead).await?,
        Became::Barred => {}
    }
    let change = match receipt.became {
        Became::Delivered => messages::ActiveModel {
            delivered_at: Set(Some(now)),
            bounced_at: Set(None),
            bounce: Set(None),
            next_try_at: Set(None),
            ..Default::default()
        },
        Became::Temporary => back(now, Cause::PhoneAway),
        Became::Number => back(now, Cause::NumberDead),
        Became::Barred => back(now, Cause::Barred),
    };
    note(tx, row.id, change).await
}

/// What receipts have told so far.
fn so_far(row: &Row) -> Option<Became> {
    if row.delivered_at.is_some() {
        return Some(Became::Delivered);
    }
    row.bounce.as_deref().map(|word| match Cause::kept(word) {
        Cause::PhoneAway => Became::Temporary,
        Cause::Barred => Became::Barred,
        _ => Became::Number,
    })
}

fn back(now: DateTime<Utc>, cause: Cause) -> messages::ActiveModel {
    messages::ActiveModel {
        bounced_at: Set(Some(now)),
        bounce: Set(Some(cause.code().into_owned())),
        next_try_at: Set(None),
        ..Default::default()
    }
}

async fn note(tx: Transaction, id: Uuid, change: messages::ActiveModel) -> Result<Taken, DbErr> {
    messages::Entity::update_many().set(change).filter(Column::Id.eq(id)).exec(&tx).await?;
    tx.commit().await?;
    Ok(Taken::Noted)
}
