//! Courses: a mentor and a young person who meet, from the match to the ending.
//!
//! A course's state and class are derived ([`state`], [`class_of`]); rows are found through the viewer ([`find_for`]).

mod access;
pub mod advice;
pub mod agreement;
mod basis;
mod begin;
mod class;
pub mod concern;
pub mod did_you_meet;
pub mod ending;
pub mod expectations;
pub mod follow_up;
pub mod handlers;
mod history;
pub mod letters;
pub mod list;
mod mail;
pub mod meeting;
mod mentoring;
pub mod my_course;
pub mod my_mentor;
mod needs;
mod of_link;
mod of_mentors;
pub mod onward;
mod pages;
mod people;
pub mod planned;
mod protocol;
mod queries;
pub mod report;
pub mod schedule;
mod sides;
pub mod silence;
mod slot;
pub mod stand_in;
mod state;
mod state_filter;
mod steps;
mod view;
mod ways;

pub use access::{GRACE_DAYS, NotRunning, find_for, is_stopped, locked_for, visible_to};
pub use agreement::goals_of;
pub use basis::{Basis, bases};
pub use begin::{BeginError, NewCourse, begin, usual_end};
pub use class::{ClassEvidence, ENOUGH_MEETINGS, class_of, rule_class};
pub use entity::courses::CourseClass as Class;
pub use mail::beside as messages_beside;
pub use mentoring::{ByLink, Mentoring};
pub use needs::{
    Need, asked_since, goal_since, goal_text, no_since, silence_since, step_since, unanswered_since, unsettled_since,
};
pub use of_mentors::{LastCourse, OfMentor, of_mentors};
pub use people::{Case, Listed, case_for};
pub use protocol::{Protocol, Tried, own_ways};
pub use queries::{facts, first_meeting_on, held_counts, last_meeting_on};
pub use sides::{has_links_alone, language_of, mentee_name, mentor_and_user, signs_in};
pub use slot::Slot;
pub use state::{Facts, State, state};
pub use state_filter::{in_state, is_of_class, is_paused};
pub use ways::{dead_way_since, dead_way_value, unreachable_since};
