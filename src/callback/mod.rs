//! What machines tell us: gateways what became of a text message and what people answer, relays which mail came back.
//!
//! They bring no cookie and no form token, only a secret in the address. What they tell is read by `message::sms` and
//! `message::bounce`, and taken in through the one door for it, `message::take_in`.

pub mod handlers;
