//! What machines tell us: gateways what became of a text message and what people answer, relays which mail came back, and
//! calendars whether somebody comes to what was agreed.
//!
//! They bring no cookie and no form token, only a secret in the address. What they tell of a message is read by `message::sms`
//! and `message::bounce`, and taken in through the one door for it, `message::take_in`; what people answer is heeded here.

mod answered;
pub mod handlers;
pub mod letters;
mod mail;

pub use answered::heed;
pub use mail::{Came, take_mail};
