//! Surveys of activity status, at the end of a course and twelve months later: who is asked, the tries, the answers.
//!
//! Asked are the completed courses that no rematch followed: one per young person. Whoever says no to being asked is not
//! planned, mailed or phoned; the figures count them as unknown, as everybody who was not reached. Where no answer is
//! written down, as for records that were moved in, staff ask first whether they may ask.

pub mod a_year_later;
mod answer;
mod asked;
mod attempt;
mod forms;
pub mod handlers;
mod history;
mod invite;
pub mod letters;
mod lines;
mod list;
mod messages;
mod moved;
mod next;
mod not_reached;
pub mod own;
mod pages;
pub mod quiet_test;
mod reached;
mod schedule;
pub mod second_contacts;
mod send_link;
mod state;
mod take_back;

pub use answer::{AnswerError, NewAnswer, answer, answer_by_link, exit_status};
pub use attempt::{AttemptError, NewAttempt, record_attempt};
pub use history::follow_import;
pub use invite::{invite, to_invite};
pub use list::{SurveyRow, with_people};
pub use messages::{note, unnoted};
pub use next::{Known, Line, Next, Routes, Step, next};
pub use not_reached::{NotReachedError, mark_not_reached};
pub use reached::protocol;
pub use schedule::{due_on, schedule, schedule_for, to_schedule};
pub use state::{Facts, State, state};
pub use take_back::take_back;

use entity::surveys::ActivityStatus;

/// A job, education, apprenticeship or internship.
pub fn is_in_activity(status: ActivityStatus) -> bool {
    use ActivityStatus::{Apprenticeship, Education, Internship, Job};
    matches!(status, Job | Education | Apprenticeship | Internship)
}
