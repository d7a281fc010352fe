//! Interviews for an evaluation: who agrees to one, a sample drawn by a rule and a seed, letters of invitation, and what came of
//! each who was drawn (docs/adr/0073).

mod answer;
mod consent;
pub mod consents;
mod draw;
mod find;
mod forms;
mod frame;
pub mod handlers;
mod invite;
pub mod letters;
pub mod linked;
mod pages;
mod sample;
mod state;

use answer::{AnswerError, Told, interviewed, write_down};
use consent::{ConsentError, INTERVIEW_CONSENT_VERSION};
pub use draw::{Candidate, Drawn, draw};
pub use find::unanswered;
use invite::invite;
use sample::{NewSample, SampleError, draw_sample};
use state::{State, state};
