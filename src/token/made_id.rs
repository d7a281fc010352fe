//! The id of something that a form makes: made by the platform with the empty form, and recognised when it comes back.
//!
//! It travels through the browser before there is a row, so that a form sent twice makes one thing. So it carries its own
//! proof: a UUID of version 7 whose last 62 bits are those of a keyed hash over its first half, what it is for and for
//! whom. No other id has them, so nobody can choose the id of a thing that is there already.

use sea_orm::prelude::Uuid;

use crate::token::CsrfKey;

/// A new id of a `what` for this person; the nil id is everybody who is not signed in.
pub fn made_id(key: &CsrfKey, what: &str, whom: Uuid) -> Uuid {
    proven(key, Uuid::now_v7(), what, whom)
}

/// Whether the platform made this id, for this and for this person.
pub fn is_made_id(key: &CsrfKey, what: &str, whom: Uuid, id: Uuid) -> bool {
    id.get_version_num() == 7 && proven(key, id, what, whom) == id
}

/// The id with the first half of `id`: its time and its version.
fn proven(key: &CsrfKey, id: Uuid, what: &str, whom: Uuid) -> Uuid {
    let (half, _) = id.as_u64_pair();
    let proof = key.proof_of(&format!("{what}:{half}:{whom}"));
    Uuid::from_u64_pair(half, (0b10 << 62) | (proof >> 2))
}
