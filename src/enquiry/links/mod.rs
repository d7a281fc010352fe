//! The link that a partner hands to colleagues without a sign-in: it opens the public enquiry in the partner's name.
//! Staff make it, see it once, and can make it useless.

pub mod handlers;
mod pages;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{Link, Partner, links::LinkPurpose, partners};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, QueryFilter, prelude::Uuid};
use thiserror::Error;

use crate::{account::link, database::Database, record::Change, viewer::Viewer};

#[derive(Debug, Error)]
pub enum LinkError {
    #[error("there is no such open partner")]
    NotFound,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Makes a link for an open partner and returns its token; the one before stops working.
pub async fn make(db: &Database, now: DateTime<Utc>, viewer: &Viewer, partner_id: Uuid) -> Result<String, LinkError> {
    let tx = db.begin().await?;
    open_partner(&tx, partner_id).await?.ok_or(LinkError::NotFound)?;
    let token = link::issue(&tx, now, LinkPurpose::PartnerEnquiry, partner_id).await?;
    Change::of(viewer, "partner", partner_id, "link-made").write(&tx, now).await?;
    tx.commit().await?;
    Ok(token)
}

/// Makes the partner's link useless.
pub async fn revoke(db: &Database, now: DateTime<Utc>, viewer: &Viewer, partner_id: Uuid) -> Result<(), LinkError> {
    let tx = db.begin().await?;
    open_partner(&tx, partner_id).await?.ok_or(LinkError::NotFound)?;
    link::revoke(&tx, partner_id).await?;
    Change::of(viewer, "partner", partner_id, "link-revoked").write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// The partner whose link this is, if link and partner are still in use. The link can be opened again and again.
pub async fn partner_of(db: &impl ConnectionTrait, now: DateTime<Utc>, token: &str) -> Result<Option<Partner>, DbErr> {
    match link::find(db, now, LinkPurpose::PartnerEnquiry, token).await? {
        Some(link) => open_partner(db, link.subject_id).await,
        None => Ok(None),
    }
}

/// The links of these partners that work.
async fn links_of(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    partners: &[Uuid],
) -> Result<HashMap<Uuid, Link>, DbErr> {
    link::open_links(db, now, LinkPurpose::PartnerEnquiry, partners).await
}

async fn open_partner(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Partner>, DbErr> {
    partners::open().filter(partners::Column::Id.eq(id)).one(db).await
}
