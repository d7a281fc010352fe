//! Questionnaires out of a data file, and the exit: what young person, mentor and referrer are asked once a course is over.
//!
//! What is asked stands in `data/` (docs/adr/0066). A questionnaire is opened by the clock, answered by a link or on the phone as
//! often as somebody likes until it closes, and no side ever sees what another one answered.

mod answer;
mod ask;
mod forms;
pub mod handlers;
mod instrument;
mod items;
pub mod letters;
mod open;
mod pages;
pub mod review;
mod standing;
mod views;
mod words;

pub use answer::{AnswerError, NewAnswer, Said, answer_by_link, answer_by_phone};
pub use ask::{ask, to_ask};
pub use instrument::{Direction, Instrument, Item, ItemKind, Wording, instrument, instruments, read};
pub use open::{keep, to_keep};
