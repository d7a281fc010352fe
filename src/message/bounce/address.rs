//! The return address of a letter: what cannot be delivered comes back to it, and it says which letter it was.
//!
//! `b+`, the id of the letter, and a proof that only the platform can make: whoever gets one letter learns nothing with
//! which to speak of another.

use sea_orm::prelude::Uuid;

use crate::token::{CsrfKey, read_spelled, spell};

/// Signs that 128 bits and 40 bits are spelled with.
const ID: usize = 26;
const PROOF: usize = 8;

/// What stands before the @: 36 signs, of 64 that an address may have there.
pub fn return_address(key: &CsrfKey, letter: Uuid) -> String {
    let proof = key.proof_of(&format!("return:{letter}")).to_be_bytes();
    format!("b+{}{}", spell(letter.as_bytes()), spell(&proof[..5]))
}

/// What an address says of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Returned {
    To(Uuid),
    /// It looks like one of ours and is not.
    Forged,
    /// It is another kind of address.
    NotOurs,
}

pub(super) fn read(key: &CsrfKey, address: &str) -> Returned {
    let local = address.rsplit_once('@').map_or(address, |(local, _)| local).to_lowercase();
    let Some(spelled) = local.strip_prefix("b+").filter(|spelled| spelled.len() == ID + PROOF) else {
        return Returned::NotOurs;
    };
    let id = spelled.get(..ID).and_then(read_spelled).and_then(|id| Uuid::from_slice(&id).ok());
    match id {
        Some(id) if return_address(key, id) == local => Returned::To(id),
        _ => Returned::Forged,
    }
}
