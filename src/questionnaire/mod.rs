//! Questionnaires out of data files: what young person, mentor and referrer are asked once a course is over, and what changes from
//! its start to its end.
//!
//! What is asked, and when, stands in `data/` (docs/adr/0066, 0070). A questionnaire is opened by the clock, answered by a link or on the phone as
//! often as somebody likes until it closes, and no side ever sees what another one answered.

mod answer;
mod ask;
mod forms;
pub mod handlers;
mod instrument;
mod items;
mod lead_on;
mod left;
pub mod letters;
mod open;
mod pages;
mod picture;
pub mod review;
mod running;
mod sheet;
mod standing;
mod turn;
mod views;
mod waves;
mod words;

pub use answer::{AnswerError, NewAnswer, Said, answer_by_link, answer_by_phone};
pub use ask::{ask, to_ask};
pub use instrument::{Direction, Instrument, Item, ItemKind, Series, Window, Wording, instrument, instruments, read};
pub use left::{LeftOn, left_on};
pub use open::{keep, to_keep};
pub use sheet::Put;
pub use waves::is_baseline;
