//! The letter of the week: on Monday morning everybody who works with cases is told what waits for them, and nobody is told that
//! nothing does (docs/adr/0062). What it says is looked up when it leaves.

pub mod letters;
mod mentor;
mod partner;
mod referrer;
mod staff;
mod week;

pub use week::{send, to_send};
