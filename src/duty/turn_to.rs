//! The contact person whom a page names to a referrer or a mentor: of the case that the page is about, where it is theirs, and
//! of their partner or of themselves on every other page.

use chrono::{Duration, NaiveDate};
use entity::{
    courses, proposals, referrals,
    stand_ins::{self, GRACE_DAYS},
    users,
};
use sea_orm::{
    ConnectionTrait, DbErr,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Func, Query, SelectStatement},
};

use super::seen_to::{SeenTo, first_of};
use crate::{message::Contact, viewer::Viewer};

/// Whom the page with this path names: one statement. Nobody to staff, who are it.
pub async fn turn_to(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    path: &str,
    day: NaiveDate,
) -> Result<Option<Contact>, DbErr> {
    let Some(general) = general(viewer) else { return Ok(None) };
    let found = first_of(db, case_of(viewer, path, day), general, day).await?;
    Ok(found.map(SeenTo::contact))
}

fn general(viewer: &Viewer) -> Option<Uuid> {
    let referrer = viewer.partner_id.filter(|_| viewer.is_referrer());
    referrer.or(viewer.mentor_id.filter(|_| viewer.is_mentor()))
}

/// The case of a page, if it is the viewer's own: what is not theirs must not be told apart from what is not there.
fn case_of(viewer: &Viewer, path: &str, day: NaiveDate) -> Option<SelectStatement> {
    let mut parts = path.trim_start_matches('/').split('/');
    let (room, id) = (parts.next()?, parts.next()?.parse::<Uuid>().ok()?);
    match room {
        "referrals" if viewer.is_referrer() => Some(own_referral(viewer, id)),
        "courses" => Some(own_course(viewer.mentor_id?, id, day)),
        "proposals" => Some(own_proposal(viewer.mentor_id?, id)),
        _ => None,
    }
}

fn own_referral(viewer: &Viewer, id: Uuid) -> SelectStatement {
    use referrals::{Column, Entity};
    let mut address = Query::select();
    address.expr(Func::lower(Expr::col((users::Entity, users::Column::Email)))).from(users::Entity);
    address.and_where(Expr::col((users::Entity, users::Column::Id)).eq(viewer.user_id));
    let moved_in = Expr::col((Entity, Column::ReferrerId)).is_null();
    let moved_in =
        moved_in.and(Expr::expr(Func::lower(Expr::col((Entity, Column::ReferrerEmail)))).eq(Expr::from(address)));
    let mut own = Query::select();
    own.column((Entity, Column::Id))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::Id)).eq(id))
        .and_where(Expr::col((Entity, Column::PartnerId)).eq(viewer.partner_id))
        .and_where(Expr::col((Entity, Column::ReferrerId)).eq(viewer.user_id).or(moved_in));
    own
}

/// Also one in which they stand in.
fn own_course(mentor: Uuid, id: Uuid, day: NaiveDate) -> SelectStatement {
    let is_own = Expr::col((courses::Entity, courses::Column::MentorId)).eq(mentor);
    let stands_in = stand_ins::of_mentor(mentor, day - Duration::days(GRACE_DAYS), day);
    let mut own = Query::select();
    own.column((courses::Entity, courses::Column::Id))
        .from(courses::Entity)
        .and_where(Expr::col((courses::Entity, courses::Column::Id)).eq(id))
        .and_where(is_own.or(stands_in));
    own
}

fn own_proposal(mentor: Uuid, id: Uuid) -> SelectStatement {
    let mut own = Query::select();
    own.column((proposals::Entity, proposals::Column::ReferralId))
        .from(proposals::Entity)
        .and_where(Expr::col((proposals::Entity, proposals::Column::Id)).eq(id))
        .and_where(Expr::col((proposals::Entity, proposals::Column::MentorId)).eq(mentor));
    own
}
