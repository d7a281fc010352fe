//! The id of something that a form makes: made by the platform with the empty form, and recognised when it comes back.
//!
//! It travels through the browser before there is a row, so that a form sent twice makes one thing. So it carries its own
//! proof: a UUID of version 7 whose random bits are those of a keyed hash over its time, what it is for and for whom. No
//! other id has them, so nobody can choose the id of a thing that is there already.

use chrono::{DateTime, Duration, Utc};
use sea_orm::prelude::Uuid;

use super::CsrfKey;

/// Days after which an id that was made and not used is no longer taken: as long as a draft is kept.
const DAYS: i64 = 90;

/// A new id of a `what` for this person; the nil id is everybody who is not signed in.
pub fn made_id(key: &CsrfKey, now: DateTime<Utc>, what: &str, whom: Uuid) -> Uuid {
    proven(key, now.timestamp_millis(), rand_a(Uuid::now_v7()), what, whom)
}

/// Whether the platform made this id, for this and for this person, and not too long ago.
pub fn is_made_id(key: &CsrfKey, now: DateTime<Utc>, what: &str, whom: Uuid, id: Uuid) -> bool {
    let millis = i64::try_from(id.as_u128() >> 80).unwrap_or_default();
    let is_recent = (0..=Duration::days(DAYS).num_milliseconds()).contains(&(now.timestamp_millis() - millis));
    is_recent && proven(key, millis, rand_a(id), what, whom) == id
}

/// Twelve random bits beside the time, so that two forms opened in one millisecond differ.
fn rand_a(id: Uuid) -> u128 {
    (id.as_u128() >> 64) & 0xfff
}

fn proven(key: &CsrfKey, millis: i64, rand_a: u128, what: &str, whom: Uuid) -> Uuid {
    let time = u128::from(millis.unsigned_abs()) & 0xffff_ffff_ffff;
    let proof = key.proof_of(&format!("{what}:{time}:{rand_a}:{whom}")) & 0x3fff_ffff_ffff_ffff;
    Uuid::from_u128(time << 80 | 7 << 76 | rand_a << 64 | 2 << 62 | u128::from(proof))
}
