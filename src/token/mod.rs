//! What nobody guesses: tokens of sessions and forms, and ids that prove who made them.

mod csrf;
mod made_id;

pub use csrf::{CsrfKey, Expected, TOKEN_LENGTH, new_token, token_hash};
pub use made_id::{is_made_id, made_id};
