//! What nobody guesses: tokens of sessions and forms, ids that prove who made them, and secrets in addresses.

mod csrf;
mod made_id;
mod secret;
mod spelled;

pub use csrf::{CsrfKey, Expected, TOKEN_LENGTH, new_token, token_hash};
pub use made_id::{is_made_id, made_id};
pub use secret::is_secret_of;
pub use spelled::{SHORT_TOKEN, read_spelled, spell};
