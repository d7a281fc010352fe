//! The pages of matching: the match page, a proposal, the mentor's start page, the young person's answer.

mod match_page;
mod mentee;
mod mentor_home;
mod proposal;

pub use match_page::{match_page, propose};
pub use mentee::{mentee_answer, mentee_form, thanks_no, thanks_yes};
pub use mentor_home::mentor_home;
pub use proposal::{
    accept, accept_for_mentee, answer_question, ask, decline, decline_for_mentee, make_link, show, withdraw,
};
